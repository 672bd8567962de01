// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_reader.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Message;
using protocol::ThreadPage;
using protocol::ThreadState;
using protocol::UnreadChannel;
using store::threads::Filter;

/** Who follows which thread, and what of it is unread. */
class ThreadsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_cyd = m_world->person(u"cyd"_s);
        m_dan = m_world->person(u"dan"_s);
        m_room = m_world->makeChannel(m_ann, u"Room"_s).id;
        for (const auto &person : {m_bob, m_cyd})
            m_world->await(m_world->members->join(person, u"room"_s));
        m_root = m_world->post(m_ann, m_room, u"root"_s);
    }

    void cleanup()
    {
        QCOMPARE(m_world->findings(), QStringList());
        m_world.reset();
    }

    void whoBeganRepliedOrIsNamedFollows()
    {
        QVERIFY(!state(m_ann).isFollowing);
        const Message first = reply(m_bob, u"one"_s);
        QCOMPARE(state(m_ann), following(1, {}));
        QCOMPARE(state(m_bob), following(0, first.id));
        QVERIFY(!state(m_cyd).isFollowing);
        reply(m_ann, u"two, @cyd?"_s);
        // What was said before one was named is read.
        QCOMPARE(state(m_cyd), following(1, first.id));
        QCOMPARE(state(m_bob), following(1, first.id));
        QCOMPARE(state(m_ann).unreadCount, 0);
    }

    void whomTheRootNamesFollowsWithTheFirstReply()
    {
        m_root = m_world->post(m_ann, m_room, u"@cyd, what do you think?"_s);
        QVERIFY(!state(m_cyd).isFollowing);
        reply(m_ann, u"And soon, please."_s);
        QCOMPARE(state(m_cyd), following(1, {}));
        QVERIFY(!state(m_bob).isFollowing);
    }

    void whoIsMeantWithEverybodyDoesNotFollow()
    {
        m_world->presence.statuses.insert(m_cyd.userId, protocol::PresenceStatus::Online);
        m_root = m_world->post(m_ann, m_room, u"@channel look"_s);
        reply(m_ann, u"@here too, and @bob"_s);
        QVERIFY(!state(m_cyd).isFollowing);
        QCOMPARE(state(m_bob), following(1, {}));
    }

    void whoLeftAThreadComesBackByReplyingOrBeingNamed()
    {
        const Message first = reply(m_bob, u"one"_s);
        m_world->await(m_world->threads->unfollow(m_ann, first.id));
        m_world->await(m_world->messages->remove(m_bob, first.id));
        reply(m_bob, u"two"_s);
        QVERIFY(!state(m_ann).isFollowing);
        const Message third = reply(m_bob, u"@ann three"_s);
        QCOMPARE(state(m_ann).unreadCount, 1);
        m_world->await(m_world->threads->unfollow(m_ann, m_root.id));
        const Message fourth = reply(m_ann, u"four"_s);
        QCOMPARE(state(m_ann), following(0, fourth.id));
        QCOMPARE(state(m_bob), following(1, third.id));
    }

    void anEditMayNameSomebody()
    {
        const Message first = reply(m_bob, u"one"_s);
        reply(m_bob, u"two"_s);
        QVERIFY(!state(m_cyd).isFollowing);
        m_world->await(m_world->messages->edit(m_bob, first.id, {.content = u"one, @cyd"_s}));
        QCOMPARE(state(m_cyd), following(2, {}));
    }

    void deletedRepliesAreNotUnread()
    {
        const Message first = reply(m_bob, u"one"_s);
        const Message second = reply(m_bob, u"two"_s);
        m_world->await(m_world->messages->remove(m_bob, second.id));
        QCOMPARE(state(m_ann), following(1, {}));
        m_world->await(m_world->threads->markRead(m_ann, m_root.id, first.id));
        m_world->await(m_world->messages->remove(m_bob, first.id));
        QCOMPARE(state(m_ann), following(0, first.id));
    }

    void theMarkerMovesForthAndBack()
    {
        const Message first = reply(m_bob, u"one"_s);
        const Message second = reply(m_bob, u"two"_s);
        const Message elsewhere = m_world->post(m_ann, m_room, u"elsewhere"_s);
        QCOMPARE(markRead(m_ann, first.id), following(1, first.id));
        QCOMPARE(markRead(m_ann, {}), following(0, second.id));
        QCOMPARE(markRead(m_ann, m_root.id), following(2, {}));
        QCOMPARE(m_world->refusal(m_world->threads->markRead(m_ann, m_root.id, elsewhere.id)), ErrorCode::NotFound);
        // Who does not follow has nothing to mark.
        QVERIFY(!markRead(m_cyd, {}).isFollowing);
    }

    void followingBeginsWithWhatIsThereRead()
    {
        const Message first = reply(m_bob, u"one"_s);
        QCOMPARE(m_world->await(m_world->threads->follow(m_cyd, first.id)), following(0, first.id));
        reply(m_bob, u"two"_s);
        QCOMPARE(m_world->await(m_world->threads->follow(m_cyd, m_root.id)), following(1, first.id));
        m_world->await(m_world->threads->unfollow(m_cyd, m_root.id));
        m_world->await(m_world->threads->unfollow(m_cyd, m_root.id));
        reply(m_bob, u"three"_s);
        QVERIFY(!state(m_cyd).isFollowing);
    }

    void onlyMembersFollow()
    {
        reply(m_bob, u"one"_s);
        QCOMPARE(m_world->refusal(m_world->threads->follow(m_dan, m_root.id)), ErrorCode::InsufficientPermissions);
        QVERIFY(!state(m_dan).isFollowing);
        m_world->await(m_world->members->leave(m_bob, u"room"_s));
        QVERIFY(!state(m_bob).isFollowing);
        QCOMPARE(m_world->threads->list(m_bob, Filter::All, {}, 10)->totalCount, 0);
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        QVERIFY(!state(m_bob).isFollowing);
        const auto hidden = m_world->makeChannel(m_ann, u"Hidden"_s, protocol::ChannelType::Private);
        const Message secret = m_world->post(m_ann, hidden.id, u"secret"_s);
        QCOMPARE(m_world->refusal(m_world->threads->follow(m_bob, secret.id)), ErrorCode::NotFound);
    }

    void aDeletedRootTakesItsFollowers()
    {
        reply(m_bob, u"one"_s);
        m_world->await(m_world->messages->remove(m_ann, m_root.id));
        QVERIFY(!state(m_ann).isFollowing);
        QCOMPARE(m_world->threads->list(m_bob, Filter::All, {}, 10)->totalCount, 0);
        QCOMPARE(m_world->refusal(m_world->threads->follow(m_cyd, m_root.id)), ErrorCode::NotFound);
    }

    void theListHasTheNewestReplyFirst()
    {
        QList<Message> roots;
        for (int i = 0; i < 3; ++i) {
            roots.append(m_world->post(m_ann, m_room, u"root %1"_s.arg(i)));
            m_world->post(m_bob, m_room, u"reply"_s, roots.last().id);
        }
        m_world->post(m_bob, m_room, u"again"_s, roots.first().id);
        m_world->await(m_world->threads->markRead(m_ann, roots[1].id, {}));
        const ThreadPage first = *m_world->threads->list(m_ann, Filter::All, {}, 2);
        QCOMPARE(rootsOf(first), (QList{roots[0].id, roots[2].id}));
        QCOMPARE(first.threads.first().root.replyCount, 2);
        QCOMPARE(first.totalCount, 3);
        QVERIFY(first.hasMore);
        const ThreadPage second = *m_world->threads->list(m_ann, Filter::All, first.nextCursor, 2);
        QCOMPARE(rootsOf(second), QList{roots[1].id});
        QVERIFY(!second.hasMore && !second.nextCursor);
        const ThreadPage unread = *m_world->threads->list(m_ann, Filter::Unread, {}, 10);
        QCOMPARE(rootsOf(unread), (QList{roots[0].id, roots[2].id}));
        QCOMPARE(unread.totalCount, 2);
        const ThreadPage read = *ThreadPage::fromJson(*protocol::parseObject(first.toJson()));
        QCOMPARE(rootsOf(read), rootsOf(first));
        QCOMPARE(read.nextCursor, first.nextCursor);
    }

    void whatWasMissedIsToldByChannel()
    {
        m_world->makeChannel(m_ann, u"Quiet"_s, protocol::ChannelType::Private);
        const auto threads = m_world->makeChannel(m_cyd, u"Threads"_s).id;
        m_world->await(m_world->members->join(m_ann, threads.toString()));
        const Message away = m_world->post(m_ann, m_room, u"good night"_s);
        m_world->await(m_world->readMarkers->moveTo(m_ann, m_room.toString(), away.id));
        const Message gone = m_world->post(m_bob, m_room, u"oops"_s);
        const Message first = m_world->post(m_bob, m_room, u"are you there?"_s);
        m_world->post(m_cyd, m_room, u"@ann hello"_s);
        m_world->await(m_world->messages->remove(m_bob, gone.id));
        reply(m_bob, u"one"_s);
        reply(m_bob, u"two"_s);
        const Message own = m_world->post(m_ann, threads, u"mine"_s);
        m_world->post(m_cyd, threads, u"yours"_s, own.id);
        m_world->await(
            m_world->members->setNotificationLevel(m_ann, threads.toString(), protocol::NotificationLevel::Mentions));

        const auto summary = m_world->sync->unread(m_ann);
        QVERIFY(summary);
        const QList<UnreadChannel> expected{{.channelId = m_room,
                                             .lastReadMessageId = away.id,
                                             .firstUnreadMessageId = first.id,
                                             .unreadCount = 2,
                                             .mentionCount = 1,
                                             .unreadThreads = 1,
                                             .unreadReplies = 2},
                                            {.channelId = threads,
                                             .notificationLevel = protocol::NotificationLevel::Mentions,
                                             .lastReadMessageId = {},
                                             .firstUnreadMessageId = {},
                                             .unreadThreads = 1,
                                             .unreadReplies = 1}};
        QCOMPARE(summary->channels, expected);
        const QJsonObject json = *protocol::parseObject(summary->toJson());
        QCOMPARE(json.value("unread_count"_L1).toInt(), 2);
        QCOMPARE(json.value("unread_replies"_L1).toInt(), 3);
        QCOMPARE(protocol::UnreadSummary::fromJson(json)->channels, expected);

        m_world->await(m_world->readMarkers->moveTo(m_ann, m_room.toString(), m_world->post(m_bob, m_room, u"!"_s).id));
        markRead(m_ann, {});
        m_world->await(m_world->threads->markRead(m_ann, own.id, {}));
        QVERIFY(m_world->sync->unread(m_ann)->channels.isEmpty());
    }

private:
    Message reply(const security::Principal &author, const QString &content)
    {
        return m_world->post(author, m_room, content, m_root.id);
    }

    ThreadState state(const security::Principal &person) { return *m_world->threads->state(person, m_root.id); }

    ThreadState following(qint64 unread, std::optional<MessageId> lastRead) const
    {
        return {.threadId = m_root.id,
                .channelId = m_room,
                .isFollowing = true,
                .unreadCount = unread,
                .lastReadMessageId = lastRead};
    }

    ThreadState markRead(const security::Principal &person, std::optional<MessageId> upTo)
    {
        return m_world->await(m_world->threads->markRead(person, m_root.id, upTo));
    }

    static QList<MessageId> rootsOf(const ThreadPage &page)
    {
        QList<MessageId> roots;
        for (const ThreadPage::Entry &entry : page.threads)
            roots.append(entry.root.id);
        return roots;
    }

    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    security::Principal m_cyd;
    security::Principal m_dan;
    ChannelId m_room;
    Message m_root;
};

QTEST_GUILESS_MAIN(ThreadsServiceTest)
#include "threads_service_test.moc"
