// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "shared/core/ids.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace plexi::realtime {

class SocketConnection;

/** What one socket gets; kept by SubscriberIndex. */
struct Subscriptions {
    QList<ChannelId> channels;
    QList<UserId> watched;
};

/** Which of a loop's signed-in sockets get what. Belongs to the loop's thread; holds no ownership. */
class SubscriberIndex
{
public:
    using Sockets = QSet<SocketConnection *>;

    void add(SocketConnection &socket);
    void remove(SocketConnection &socket);

    bool isSubscribed(SocketConnection &socket, ChannelId channel) const;
    void subscribe(SocketConnection &socket, ChannelId channel);
    void unsubscribe(SocketConnection &socket, ChannelId channel);
    void endChannel(ChannelId channel);
    /** Replaces what the socket watched before. */
    void watch(SocketConnection &socket, const QList<UserId> &users);

    /** Valid until the index changes, as are the others. */
    const Sockets &all() const { return m_all; }
    const Sockets &ofChannel(ChannelId channel) const { return find(m_byChannel, channel); }
    const Sockets &ofUser(UserId user) const { return find(m_byUser, user); }
    const Sockets &ofSession(SessionId session) const { return find(m_bySession, session); }
    const Sockets &ofApiKey(ApiKeyId key) const { return find(m_byApiKey, key); }
    const Sockets &watchersOf(UserId user) const { return find(m_watchers, user); }

private:
    template <typename Key>
    using Map = QHash<Key, Sockets>;

    template <typename Key>
    const Sockets &find(const Map<Key> &map, Key key) const
    {
        const auto found = map.constFind(key);
        return found == map.constEnd() ? m_none : *found;
    }

    template <typename Key>
    static void erase(Map<Key> &map, Key key, SocketConnection &socket)
    {
        const auto found = map.find(key);
        if (found == map.end())
            return;
        found->remove(&socket);
        if (found->isEmpty())
            map.erase(found);
    }

    const Sockets m_none;
    Sockets m_all;
    Map<ChannelId> m_byChannel;
    Map<UserId> m_byUser;
    Map<SessionId> m_bySession;
    Map<ApiKeyId> m_byApiKey;
    Map<UserId> m_watchers;
};

} // namespace plexi::realtime
