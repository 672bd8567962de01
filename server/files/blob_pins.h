// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace plexi::files {

/**
 * Keeps a blob from being removed between the moment at which its bytes are stored and the one at which the database
 * refers to them: it would look like an orphan then. Whoever stores a blob pins it before, and lets go after the commit;
 * whoever removes one does it by removing(), which looks at the database once no pin is left and none can come. Both
 * are in one process, since the data directory is; a process that dies leaves nothing behind. Thread-safe.
 */
class BlobPins
{
public:
    BlobPins() = default;
    Q_DISABLE_COPY_MOVE(BlobPins)

    /** Let go by destroying it. */
    class Pin
    {
    public:
        Pin(BlobPins &pins, QByteArray sha256) : m_pins(pins), m_sha256(std::move(sha256)) { }
        ~Pin() { m_pins.unpin(m_sha256); }
        Q_DISABLE_COPY_MOVE(Pin)

    private:
        BlobPins &m_pins;
        const QByteArray m_sha256;
    };

    /** Blocks while the blob is being removed. */
    std::shared_ptr<Pin> pin(const QByteArray &sha256);

    /** Runs @p remove with the blob kept from being pinned; does nothing where it is pinned. */
    Result<> removing(const QByteArray &sha256, const std::function<Result<>()> &remove);

private:
    void unpin(const QByteArray &sha256);

    std::mutex m_mutex;
    std::condition_variable m_removed;
    QHash<QByteArray, int> m_pinned;
    QSet<QByteArray> m_removing;
};

} // namespace plexi::files
