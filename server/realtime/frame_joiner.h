// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <utility>

namespace plexi::realtime {

/**
 * Joins the frames that one turn of a loop has for a socket, so that they go out in one write. Sockets that get the
 * same frames in the same order, as those of one channel do, share one joined buffer: it is made once for all of them.
 * Belongs to the loop's thread.
 */
class FrameJoiner
{
public:
    /** @p pending, which an earlier call returned or which is empty, with @p frame behind it. */
    const QByteArray &join(const QByteArray &pending, const QByteArray &frame);
    /** Bytes of the buffers made since clear(). */
    qsizetype madeBytes() const { return m_madeBytes; }
    /** The turn is over; what join() returned stays valid as long as somebody holds it. */
    void clear();

private:
    /** Buffers are told apart by where they are; holding them keeps those places from being used again. */
    using Key = std::pair<const char *, const char *>;
    struct Joined {
        QByteArray pending;
        QByteArray frame;
        QByteArray whole;
    };

    QHash<Key, Joined> m_joined;
    /** The last answer: most sockets of a channel ask the same as the one before. */
    Key m_lastKey;
    QByteArray m_last;
    qsizetype m_madeBytes = 0;
};

} // namespace plexi::realtime
