// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"

#include <QMutex>

#include <vector>

namespace plexi::test {

/** Remembers what services publish, in its order. Thread-safe. */
class RecordingPublisher final : public realtime::EventPublisher
{
public:
    struct Revocation {
        ChannelId channel;
        /** None where the channel itself is gone. */
        std::optional<UserId> user;
    };
    /** What was called: a publication or an end of subscriptions. */
    using Entry = std::variant<realtime::Publication, Revocation>;

    void publish(realtime::Publication publication) override { append(std::move(publication)); }
    void revokeSubscription(ChannelId channel, UserId user) override { append(Revocation{channel, user}); }
    void revokeChannel(ChannelId channel) override { append(Revocation{channel, std::nullopt}); }
    void endSession(SessionId session) override { appendEnd(session.toString()); }
    void endApiKey(ApiKeyId key) override { appendEnd(key.toString()); }
    void endUser(UserId user) override { appendEnd(user.toString()); }

    /** Everything since the last call. */
    std::vector<Entry> take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_entries, {});
    }

    /** The sessions, keys and people whose sockets were closed since the last call. */
    QStringList takeEnds()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_ends, {});
    }

    /** The names of the events since the last call, "revoke" for a revocation: "message message_updated". */
    QString takeNames()
    {
        QStringList names;
        for (const Entry &entry : take()) {
            const auto *publication = std::get_if<realtime::Publication>(&entry);
            names.append(publication ? QString(protocol::eventName(publication->event)) : QStringLiteral("revoke"));
        }
        return names.join(u' ');
    }

private:
    void append(Entry entry)
    {
        const QMutexLocker lock(&m_mutex);
        m_entries.push_back(std::move(entry));
    }

    void appendEnd(const QString &id)
    {
        const QMutexLocker lock(&m_mutex);
        m_ends.append(id);
    }

    QMutex m_mutex;
    QStringList m_ends;
    std::vector<Entry> m_entries;
};

} // namespace plexi::test
