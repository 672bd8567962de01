// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/mentions.h"
#include "server/store/retention_store.h"
#include "tests/support/conversation_world.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Message;

namespace {

/** What a channel should be like, kept in the plainest way. */
struct ModelChannel {
    ChannelId id;
    /** In the order of their ids, replies and deleted ones included. */
    QList<Message> messages;
    /** Members and where their read markers stand. */
    QHash<UserId, qint64> markers;
    /** By thread: who follows it, and the reply up to which they have read, or the root. */
    QHash<MessageId, QHash<UserId, qint64>> followers;
    /** Messages up to it have expired. */
    qint64 expired = 0;
    /** The last one outside threads, expired or not. */
    qint64 newest = 0;
    /** What a client has by syncing with `after_seq`. */
    QHash<MessageId, Message> synced;
    qint64 syncedSeq = 0;
};

} // namespace

/**
 * People do random things in a few channels; after every few of them, each kept counter must be what a count of the plain
 * model gives, `doctor` must find nothing, and clients that sync in pages of random length must have missed nothing.
 */
class ConversationCountersTest : public QObject
{
    Q_OBJECT

private slots:
    void countersAreWhatARecountGives_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U})
            QTest::addRow("seed %u", seed) << seed;
    }

    void countersAreWhatARecountGives()
    {
        QFETCH(quint32, seed);
        m_random.seed(seed);
        m_world = std::make_unique<ConversationWorld>();
        m_people.clear();
        m_channels.clear();
        m_seqs.clear();
        m_syncedTogether.clear();
        for (const auto &name : {u"ann"_s, u"bob"_s, u"cyd"_s, u"dan"_s})
            m_people.append(m_world->person(name, {u"moderator"_s}));
        for (const auto &name : {u"One"_s, u"Two"_s}) {
            ModelChannel model;
            model.id = m_world->makeChannel(m_people.first(), name).id;
            model.markers.insert(m_people.first().userId, 0);
            m_channels.append(model);
        }
        for (int step = 0; step < 400; ++step) {
            act();
            if (QTest::currentTestFailed())
                return;
            if (step % 10 == 0)
                checkAll();
            if (QTest::currentTestFailed())
                return;
        }
        QCOMPARE(m_world->findings(), QStringList());
        for (ModelChannel &channel : m_channels) {
            QVERIFY(!channel.messages.isEmpty());
            sync(channel, 1'000);
            while (syncAll()) { }
            const auto shown = m_world->channels->get(m_people.first(), channel.id.toString());
            QCOMPARE(shown->expiredThrough.value_or(MessageId()).value(), channel.expired);
            QCOMPARE(channel.syncedSeq, shown->seq);
            channel.synced.removeIf([&](const auto &entry) { return isExpired(channel, entry.value()); });
            QCOMPARE(channel.synced.size(), channel.messages.size());
            for (const Message &message : std::as_const(channel.messages)) {
                const auto stored = m_world->messages->get(m_people.first(), message.id);
                QVERIFY(stored);
                QCOMPARE(channel.synced.value(message.id), *stored);
                QCOMPARE(m_syncedTogether.value(message.id), *stored);
            }
        }
    }

private:
    qsizetype below(qsizetype end) { return static_cast<qsizetype>(m_random.bounded(static_cast<quint32>(end))); }

    void act()
    {
        ModelChannel &channel = m_channels[below(m_channels.size())];
        const security::Principal &person = m_people[below(m_people.size())];
        const bool isMember = channel.markers.contains(person.userId);
        switch (below(19)) {
        case 0:
            isMember ? leave(channel, person) : join(channel, person);
            break;
        case 1:
        case 2:
            if (isMember && !channel.messages.isEmpty())
                markRead(channel, person);
            break;
        case 3:
            if (!channel.messages.isEmpty())
                remove(channel, person);
            break;
        case 4:
        case 5:
            if (!channel.messages.isEmpty())
                edit(channel);
            break;
        case 6:
            sync(channel, 1);
            syncAll();
            break;
        case 7:
        case 8:
        case 9:
            if (isMember && !channel.messages.isEmpty())
                mark(channel, person);
            break;
        case 10:
        case 11:
        case 12:
            if (!channel.messages.isEmpty())
                changeThread(channel, person);
            break;
        case 13:
            if (!channel.messages.isEmpty() && below(4) == 0)
                expire(channel);
            break;
        default:
            post(channel, person);
        }
    }

    QString content()
    {
        QString text = u"text %1"_s.arg(m_random.generate());
        if (below(3) == 0)
            text += " @"_L1 + m_people[below(m_people.size())].username;
        if (below(10) == 0)
            text += " @channel!"_L1;
        if (below(6) == 0) {
            text += " @here"_L1;
            m_world->presence.statuses.clear();
            for (const security::Principal &person : std::as_const(m_people)) {
                if (below(2) == 0)
                    m_world->presence.statuses.insert(person.userId, protocol::PresenceStatus::Online);
            }
        }
        return text;
    }

    /** Whom a text written by @p author must name, read in the plainest way. */
    QSet<UserId> namedBy(const QString &text, UserId author, const ModelChannel &channel) const
    {
        QSet<UserId> named;
        for (const security::Principal &person : m_people) {
            const bool isThere = m_world->presence.statuses.contains(person.userId);
            const bool isOther = person.userId != author;
            const bool isNamed = text.contains(u'@' + person.username)
                || (isOther && (text.contains("@channel"_L1) || (text.contains("@here"_L1) && isThere)));
            if (isNamed && channel.markers.contains(person.userId))
                named.insert(person.userId);
        }
        return named;
    }

    void checkMentions(const Message &message, const ModelChannel &channel) const
    {
        QCOMPARE(QSet<UserId>(message.mentions.cbegin(), message.mentions.cend()),
                 namedBy(message.content, message.userId, channel));
        QCOMPARE(message.mentionsChannel, message.content.contains("@channel"_L1));
    }

    void join(ModelChannel &channel, const security::Principal &person)
    {
        m_world->await(m_world->members->join(person, channel.id.toString()));
        channel.markers.insert(person.userId, channel.newest);
    }

    void leave(ModelChannel &channel, const security::Principal &person)
    {
        m_world->await(m_world->members->leave(person, channel.id.toString()));
        channel.markers.remove(person.userId);
        for (auto &followers : channel.followers)
            followers.remove(person.userId);
    }

    void post(ModelChannel &channel, const security::Principal &person)
    {
        protocol::NewMessage draft = ConversationWorld::draft(channel.id, content());
        Message *root = nullptr;
        if (below(3) == 0 && !channel.messages.isEmpty()) {
            root = &channel.messages[below(channel.messages.size())];
            if (root->threadId || root->isDeleted)
                root = nullptr;
        }
        if (root)
            draft.threadId = root->id;
        if (!channel.markers.contains(person.userId)) {
            QCOMPARE(m_world->refusal(m_world->messages->send(person, draft)), ErrorCode::InsufficientPermissions);
            return;
        }
        const Message message = m_world->await(m_world->messages->send(person, draft)).message;
        checkMentions(message, channel);
        if (root)
            followReply(channel, *root, message);
        channel.messages.append(message);
        if (!draft.threadId)
            channel.newest = message.id.value();
    }

    static qint64 newestReply(const ModelChannel &channel, MessageId root, MessageId before)
    {
        qint64 newest = root.value();
        for (const Message &message : channel.messages) {
            if (message.threadId == root && message.id < before)
                newest = message.id.value();
        }
        return newest;
    }

    /** Who is named by name, in the plainest way. */
    QList<UserId> namedByName(const Message &message, const ModelChannel &channel) const
    {
        QList<UserId> named;
        for (const security::Principal &person : m_people) {
            if (message.content.contains(u'@' + person.username) && channel.markers.contains(person.userId))
                named.append(person.userId);
        }
        return named;
    }

    void follow(ModelChannel &channel, MessageId root, const QList<UserId> &people, qint64 lastRead)
    {
        for (const UserId user : people) {
            if (channel.markers.contains(user) && !channel.followers[root].contains(user))
                channel.followers[root].insert(user, lastRead);
        }
    }

    void followReply(ModelChannel &channel, const Message &root, const Message &reply)
    {
        const qint64 previous = newestReply(channel, root.id, reply.id);
        if (previous == root.id.value())
            follow(channel, root.id, namedByRoot(root, channel) << root.userId, root.id.value());
        follow(channel, root.id, namedByName(reply, channel), previous);
        channel.followers[root.id].insert(reply.userId, reply.id.value());
    }

    /** A root's mentions are those of when it was posted or edited, so that its people need not be there any more. */
    QList<UserId> namedByRoot(const Message &root, const ModelChannel &channel) const
    {
        const bool speaksToAll = root.content.contains("@channel"_L1) || root.content.contains("@here"_L1);
        return speaksToAll ? namedByName(root, channel) : root.mentions;
    }

    /** Follows a thread, reads it, or leaves it. */
    void changeThread(ModelChannel &channel, const security::Principal &person)
    {
        const Message &message = channel.messages[below(channel.messages.size())];
        const MessageId root = message.threadId.value_or(message.id);
        const MessageId end(std::numeric_limits<qint64>::max());
        auto &followers = channel.followers[root];
        switch (below(3)) {
        case 0:
            if (!m_world->refusal(m_world->threads->follow(person, message.id)) && !followers.contains(person.userId))
                followers.insert(person.userId, newestReply(channel, root, end));
            break;
        case 1:
            m_world->await(m_world->threads->unfollow(person, message.id));
            followers.remove(person.userId);
            break;
        default:
            m_world->await(m_world->threads->markRead(person, root, message.id));
            if (followers.contains(person.userId))
                followers.insert(person.userId, message.id.value());
        }
    }

    void markRead(ModelChannel &channel, const security::Principal &person)
    {
        qsizetype i = below(channel.messages.size());
        const MessageId id = channel.messages[i].id;
        const bool isUnread = below(3) == 0;
        if (isUnread)
            m_world->await(m_world->readMarkers->moveBefore(person, channel.id.toString(), id));
        else
            m_world->await(m_world->readMarkers->moveTo(person, channel.id.toString(), id));
        i -= isUnread;
        while (i >= 0 && channel.messages[i].threadId)
            --i;
        channel.markers[person.userId] = i < 0 ? 0 : channel.messages[i].id.value();
    }

    void edit(ModelChannel &channel)
    {
        Message &message = channel.messages[below(channel.messages.size())];
        protocol::MessageChange changes;
        changes.content = content();
        for (const security::Principal &person : std::as_const(m_people)) {
            if (person.userId != message.userId)
                continue;
            if (message.isDeleted) {
                QCOMPARE(m_world->refusal(m_world->messages->edit(person, message.id, changes)), ErrorCode::NotFound);
            } else if (channel.markers.contains(person.userId)) {
                const qint64 seq = message.seq;
                message = m_world->await(m_world->messages->edit(person, message.id, changes));
                QVERIFY(message.seq > seq);
                checkMentions(message, channel);
                if (message.threadId) {
                    follow(channel, *message.threadId, namedByName(message, channel),
                           newestReply(channel, *message.threadId, message.id));
                }
            }
        }
    }

    void remove(ModelChannel &channel, const security::Principal &person)
    {
        Message &message = channel.messages[below(channel.messages.size())];
        m_world->await(m_world->messages->remove(person, message.id));
        message.isDeleted = true;
        if (!message.threadId)
            channel.followers.remove(message.id);
    }

    /** Reacts or pins, or takes that back. */
    void mark(ModelChannel &channel, const security::Principal &person)
    {
        const Message &message = channel.messages[below(channel.messages.size())];
        const QString emoji = below(2) == 0 ? u"👍"_s : u":tada:"_s;
        const bool isAdded = below(3) != 0;
        std::optional<ErrorCode> refused;
        if (below(3) == 0) {
            refused = isAdded ? m_world->refusal(m_world->pins->add(person, message.id))
                              : m_world->refusal(m_world->pins->remove(person, message.id));
        } else {
            refused = isAdded ? m_world->refusal(m_world->reactions->add(person, message.id, emoji))
                              : m_world->refusal(m_world->reactions->remove(person, message.id, emoji));
        }
        QCOMPARE(refused, message.isDeleted ? std::optional(ErrorCode::NotFound) : std::nullopt);
    }

    /** Some of the oldest messages become too old, and go in steps of random length. */
    void expire(ModelChannel &channel)
    {
        const Message &newest = channel.messages[below(channel.messages.size())];
        channel.expired = std::max(channel.expired, newest.threadId.value_or(newest.id).value());
        const auto write = [&](auto job) {
            return m_world->database().writeAndWait(
                [&](store::WriteTransaction &transaction) { return job(transaction.connection()); });
        };
        QVERIFY(write([&](store::Connection &connection) {
            return store::retention::expire(connection, channel.id, MessageId(channel.expired));
        }));
        bool isDone = false;
        while (!isDone) {
            const auto removed = write([&](store::Connection &connection) {
                return store::retention::removeSome(connection, channel.id, 1 + below(5));
            });
            QVERIFY(removed);
            isDone = *removed;
        }
        channel.messages.removeIf([&](const Message &message) { return isExpired(channel, message); });
        channel.followers.removeIf([&](const auto &thread) { return thread.key().value() <= channel.expired; });
    }

    /** What a client drops that hears of it. */
    static bool isExpired(const ModelChannel &channel, const Message &message)
    {
        return message.threadId.value_or(message.id).value() <= channel.expired;
    }

    /** At most @p pages pages of random length. */
    void sync(ModelChannel &channel, int pages)
    {
        for (int i = 0; i < pages; ++i) {
            services::PageRequest request;
            request.afterSeq = channel.syncedSeq;
            request.limit = 1 + below(7);
            const auto page = m_world->messages->page(m_people.first(), channel.id.toString(), request);
            QVERIFY(page);
            qint64 last = channel.syncedSeq;
            for (const Message &message : page->messages) {
                QVERIFY(message.seq > last);
                last = message.seq;
                channel.synced.insert(message.id, message);
            }
            QVERIFY(*page->currentSeq >= last);
            channel.syncedSeq = last;
            if (!page->hasMore) {
                if (channel.expired == 0)
                    QCOMPARE(*page->currentSeq, last);
                channel.syncedSeq = *page->currentSeq;
                return;
            }
        }
    }

    /** A client that asks for all of its channels at once; whether there is more. */
    bool syncAll()
    {
        const auto page = m_world->sync->changes(m_people.first(), {.seqs = m_seqs, .limit = 1 + below(9)});
        if (!page)
            qFatal("%ls", qUtf16Printable(page.error().message));
        for (const protocol::SyncedChannel &synced : page->channels) {
            // What a client does with a channel that it does not know: it loads it, here from its beginning.
            m_seqs.insert(synced.channel.id.toString(), synced.isNew ? 0 : synced.seq);
            for (const Message &message : synced.messages)
                m_syncedTogether.insert(message.id, message);
        }
        return page->hasMore || std::ranges::contains(page->channels, true, &protocol::SyncedChannel::isNew);
    }

    void checkAll()
    {
        for (const ModelChannel &channel : std::as_const(m_channels)) {
            qint64 total = 0;
            QHash<MessageId, qint64> replies;
            for (const Message &message : channel.messages) {
                total += !message.threadId && !message.isDeleted;
                if (message.threadId && !message.isDeleted)
                    ++replies[*message.threadId];
            }
            const auto page = m_world->messages->page(m_people.first(), channel.id.toString(), {});
            QVERIFY(page);
            QCOMPARE(page->totalCount, total);
            for (const Message &message : page->messages)
                QCOMPARE(message.replyCount, replies.value(message.id));
            for (const security::Principal &person : std::as_const(m_people))
                checkViewer(channel, person);
        }
    }

    void checkViewer(const ModelChannel &channel, const security::Principal &person)
    {
        const auto viewer = m_world->viewer(person, channel.id);
        QCOMPARE(viewer.isMember, channel.markers.contains(person.userId));
        if (!viewer.isMember)
            return;
        const qint64 marker = channel.markers.value(person.userId);
        QCOMPARE(viewer.lastReadMessageId.value_or(MessageId()).value(), marker);
        qint64 unread = 0;
        qint64 mentions = 0;
        for (const Message &message : channel.messages) {
            if (message.threadId || message.isDeleted || message.userId == person.userId
                || message.id.value() <= marker)
                continue;
            ++unread;
            mentions += message.mentionsChannel || message.mentions.contains(person.userId);
        }
        QCOMPARE(viewer.unreadCount, unread);
        QCOMPARE(viewer.mentionCount, mentions);
        checkThreads(channel, person, unread, mentions);
    }

    void checkThreads(const ModelChannel &channel, const security::Principal &person, qint64 unread, qint64 mentions)
    {
        qint64 threads = 0;
        qint64 replies = 0;
        for (const Message &root : channel.messages) {
            const auto followers = channel.followers.value(root.id);
            const auto state = m_world->threads->state(person, root.id);
            QVERIFY(state);
            if (root.threadId)
                continue;
            QCOMPARE(state->isFollowing, followers.contains(person.userId));
            if (!state->isFollowing)
                continue;
            const qint64 lastRead = followers.value(person.userId);
            QCOMPARE(state->lastReadMessageId.value_or(root.id).value(), lastRead);
            const auto isUnread = [&](const Message &reply) {
                return reply.threadId == root.id && !reply.isDeleted && reply.userId != person.userId
                    && reply.id.value() > lastRead;
            };
            const qint64 count = std::ranges::count_if(channel.messages, isUnread);
            QCOMPARE(state->unreadCount, count);
            threads += count > 0;
            replies += count;
        }
        const auto summary = m_world->sync->unread(person);
        QVERIFY(summary);
        const auto listed = std::ranges::find(summary->channels, channel.id, &protocol::UnreadChannel::channelId);
        const auto told = listed == summary->channels.end() ? protocol::UnreadChannel() : *listed;
        QCOMPARE(listed == summary->channels.end(), unread == 0 && threads == 0);
        QCOMPARE(told.unreadCount, unread);
        QCOMPARE(told.mentionCount, mentions);
        QCOMPARE(told.unreadThreads, threads);
        QCOMPARE(told.unreadReplies, replies);
    }

    QRandomGenerator m_random;
    std::unique_ptr<ConversationWorld> m_world;
    QList<security::Principal> m_people;
    QList<ModelChannel> m_channels;
    /** What the client has that asks for all channels at once. */
    QHash<QString, qint64> m_seqs;
    QHash<MessageId, Message> m_syncedTogether;
};

QTEST_GUILESS_MAIN(ConversationCountersTest)
#include "conversation_counters_test.moc"
