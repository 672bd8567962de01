// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/blob_store.h"
#include "shared/core/result.h"

#include <QString>

#include <functional>

namespace plexi::files {

/** What the scanner made of some bytes. */
struct ScanVerdict {
    enum class Kind {
        Clean,
        Infected,
        /** More than the scanner takes. */
        TooLarge,
    };
    Kind kind = Kind::Clean;
    /** What it was called: "Eicar-Test-Signature". */
    QString finding;
};

/**
 * ClamAV's daemon, asked by its command INSTREAM (clamd(8)) over a local or a TCP socket, one connection for each blob.
 * Thread-safe; blocks.
 */
class Clamd
{
public:
    /** @p address: the path of a socket, or "HOST:PORT". */
    explicit Clamd(QString address) : m_address(std::move(address)) { }

    /** ServiceUnavailable where it does not answer as it should, or @p isStopping. */
    Result<ScanVerdict> scan(BlobReader &reader, const std::function<bool()> &isStopping) const;

private:
    const QString m_address;
};

} // namespace plexi::files
