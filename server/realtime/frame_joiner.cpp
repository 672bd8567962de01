// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/frame_joiner.h"

namespace plexi::realtime {

const QByteArray &FrameJoiner::join(const QByteArray &pending, const QByteArray &frame)
{
    const Key key{pending.isEmpty() ? nullptr : pending.constData(), frame.constData()};
    if (key == m_lastKey)
        return m_last;
    auto found = m_joined.constFind(key);
    if (found == m_joined.cend()) {
        // A lone frame is copied too: its bytes are shared with other loops, whose threads would all count references
        // to it in the same place.
        QByteArray whole;
        whole.reserve(pending.size() + frame.size());
        whole.append(pending).append(frame);
        m_madeBytes += whole.size();
        found = m_joined.insert(key, {pending, frame, std::move(whole)});
    }
    m_lastKey = key;
    m_last = found->whole;
    return m_last;
}

void FrameJoiner::clear()
{
    m_joined.clear();
    m_lastKey = {};
    m_last = QByteArray();
    m_madeBytes = 0;
}

} // namespace plexi::realtime
