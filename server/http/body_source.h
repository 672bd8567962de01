// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QCoro/QCoroTask>

#include <optional>

namespace plexi::http {

/**
 * An answer's body that is made while it is sent: a file, an export. It is asked for the next part once the client has
 * read most of the last ones. Used on the connection's loop only, by one at a time, and kept alive while it is awaited.
 */
class BodySource
{
public:
    virtual ~BodySource() = default;

    /** How many bytes there will be, where that is known before; else they are sent in chunks. */
    virtual std::optional<qint64> size() const { return std::nullopt; }

    /**
     * The next part, empty at the end; some 64 to 512 KiB are a good size. Must not block the loop. Where it fails, or
     * gives another number of bytes than it said, the connection is cut off: the client sees that something is missing.
     */
    virtual QCoro::Task<Result<QByteArray>> next() = 0;
};

} // namespace plexi::http
