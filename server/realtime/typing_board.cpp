// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/typing_board.h"

#include "server/realtime/deadline_queue.h"
#include "server/realtime/hub_options.h"

namespace plexi::realtime {

using namespace std::chrono;

TypingBoard::TypingBoard(DeadlineQueue &deadlines, const HubOptions &options, Announce announce)
    : m_deadlines(deadlines), m_options(options), m_announce(std::move(announce))
{
}

void TypingBoard::start(ChannelId channel, UserId user, quint64 socket)
{
    const Key key{channel, user};
    const Clock::time_point now = Clock::now();
    const bool isNew = !m_entries.contains(key);
    Entry &entry = m_entries[key];
    entry.socket = socket;
    entry.lapsesAt = now + m_options.typingLapse;
    if (isNew) {
        entry.serial = ++m_lastSerial;
        m_deadlines.after(m_options.typingLapse, [this, key, serial = entry.serial] { check(key, serial); });
    } else if (now - entry.announcedAt < m_options.typingRepeat) {
        return;
    }
    entry.announcedAt = now;
    m_announce({channel, user, socket, true});
}

void TypingBoard::stop(ChannelId channel, UserId user)
{
    if (const auto entry = m_entries.find({channel, user}); entry != m_entries.end()) {
        const quint64 socket = entry->socket;
        m_entries.erase(entry);
        m_announce({channel, user, socket, false});
    }
}

template <typename Predicate>
void TypingBoard::stopWhere(Predicate isWanted)
{
    QList<Key> ended;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (isWanted(entry.key(), *entry))
            ended.append(entry.key());
    }
    for (const auto &[channel, user] : ended)
        stop(channel, user);
}

void TypingBoard::stopSocket(quint64 socket)
{
    stopWhere([socket](const Key &, const Entry &entry) { return entry.socket == socket; });
}

void TypingBoard::stopChannel(ChannelId channel)
{
    stopWhere([channel](const Key &key, const Entry &) { return key.first == channel; });
}

void TypingBoard::check(Key key, quint64 serial)
{
    const auto entry = m_entries.constFind(key);
    if (entry == m_entries.cend() || entry->serial != serial)
        return;
    const auto left = ceil<milliseconds>(entry->lapsesAt - Clock::now());
    if (left > 0ms)
        m_deadlines.after(left, [this, key, serial] { check(key, serial); });
    else
        stop(key.first, key.second);
}

} // namespace plexi::realtime
