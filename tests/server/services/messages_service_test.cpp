// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation_world.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Channel;
using protocol::ChannelType;
using protocol::Message;
using protocol::MessageChange;
using protocol::MessagePage;
using services::PageRequest;

namespace {

QStringList contents(const MessagePage &page)
{
    QStringList texts;
    for (const Message &message : page.messages)
        texts.append(message.content);
    return texts;
}

using Outcome = Result<services::MessagesService::Sent>;

QCoro::Task<> sendInto(services::MessagesService *service, security::Principal author, protocol::NewMessage draft,
                       std::shared_ptr<std::vector<Outcome>> outcomes)
{
    outcomes->push_back(co_await service->send(std::move(author), std::move(draft)));
}

} // namespace

/** Messages are sent, edited, deleted and read by whom the contract lets, in its order. */
class MessagesServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_moderator = m_world->person(u"mod"_s, {u"moderator"_s});
        m_channel = m_world->makeChannel(m_ann, u"Room"_s);
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        m_world->publisher.take();
    }

    void aSentMessageIsStoredAndTold()
    {
        protocol::NewMessage draft = ConversationWorld::draft(m_channel.id, u"Hello, wörld 👋"_s);
        draft.channel = u"room"_s;
        draft.contentType = protocol::ContentType::Markdown;
        draft.clientMessageId = u"one"_s;
        const auto sent = m_world->await(m_world->messages->send(m_bob, draft));
        QVERIFY(sent.isNew);
        QCOMPARE(sent.message.channelId, m_channel.id);
        QCOMPARE(sent.message.seq, 1);
        QCOMPARE(*m_world->messages->get(m_ann, sent.message.id), sent.message);
        const auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 1U);
        const auto &publication = std::get<realtime::Publication>(entries.front());
        QCOMPARE(std::get<protocol::MessageCreated>(publication.event).message, sent.message);
        QCOMPARE(std::get<realtime::ChannelAudience>(publication.audience).channelId, m_channel.id);
        QVERIFY(std::get<realtime::ChannelAudience>(publication.audience).people.isEmpty());

        draft.content = u"something else"_s;
        const auto again = m_world->await(m_world->messages->send(m_bob, draft));
        QVERIFY(!again.isNew);
        QCOMPARE(again.message, sent.message);
        QVERIFY(m_world->publisher.take().empty());
        // Unique per sender, not for all.
        QVERIFY(m_world->await(m_world->messages->send(m_ann, draft)).isNew);
    }

    void repeatsAtTheSameMomentMakeOneMessage()
    {
        auto outcomes = std::make_shared<std::vector<Outcome>>();
        protocol::NewMessage draft = ConversationWorld::draft(m_channel.id, u"once"_s);
        draft.clientMessageId = u"same"_s;
        constexpr size_t kSends = 40;
        for (size_t i = 0; i < kSends; ++i)
            sendInto(m_world->messages.get(), m_ann, draft, outcomes);
        QTRY_COMPARE(outcomes->size(), kSends);
        qsizetype made = 0;
        for (const Outcome &outcome : *outcomes) {
            QVERIFY(outcome);
            QCOMPARE(outcome->message.id, outcomes->front()->message.id);
            made += outcome->isNew;
        }
        QCOMPARE(made, 1);
        QCOMPARE(m_world->publisher.takeNames(), u"message"_s);
        QCOMPARE(m_world->messages->page(m_ann, u"room"_s, {})->totalCount, 1);
    }

    void manyThreadsSendWithoutGapsOrDoubles()
    {
        constexpr int kThreads = 4;
        constexpr int kMessages = 50;
        std::atomic<int> refused = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back(QThread::create([this, t, &refused] {
                for (int i = 0; i < kMessages; ++i) {
                    const auto draft = ConversationWorld::draft(m_channel.id, u"%1 of %2"_s.arg(i).arg(t));
                    const auto &author = t % 2 == 0 ? m_ann : m_bob;
                    refused += !QCoro::waitFor(m_world->messages->send(author, draft));
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(60'000));
        QCOMPARE(refused.load(), 0);
        // Events came in the order of the commits, which is that of seq and of ids.
        qint64 seq = 0;
        MessageId last;
        for (const auto &entry : m_world->publisher.take()) {
            const auto &publication = std::get<realtime::Publication>(entry);
            const Message &message = std::get<protocol::MessageCreated>(publication.event).message;
            QCOMPARE(message.seq, ++seq);
            QVERIFY(message.id > last);
            last = message.id;
        }
        QCOMPARE(seq, kThreads * kMessages);
        QCOMPARE(m_world->messages->page(m_ann, u"room"_s, {})->totalCount, kThreads * kMessages);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void onlyTheAuthorEdits()
    {
        const Message sent = m_world->post(m_ann, m_channel.id, u"first"_s);
        m_world->publisher.take();
        MessageChange changes;
        changes.content = u"second"_s;
        QCOMPARE(m_world->refusal(m_world->messages->edit(m_bob, sent.id, changes)),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->messages->edit(m_moderator, sent.id, changes)),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->messages->edit(m_ann, MessageId(5), changes)), ErrorCode::NotFound);
        QVERIFY(m_world->publisher.take().empty());
        const Message edited = m_world->await(m_world->messages->edit(m_ann, sent.id, changes));
        QCOMPARE(edited.content, u"second"_s);
        QVERIFY(edited.isEdited);
        QVERIFY(edited.updatedAt);
        QCOMPARE(edited.seq, sent.seq + 1);
        QCOMPARE(*m_world->messages->get(m_bob, sent.id), edited);
        QCOMPARE(m_world->publisher.takeNames(), u"message_updated"_s);
    }

    void deletingLeavesATombstone()
    {
        const Message kept = m_world->post(m_ann, m_channel.id, u"kept"_s);
        const Message sent = m_world->post(m_bob, m_channel.id, u"@ann secret"_s);
        QCOMPARE(m_world->viewer(m_ann, m_channel.id).unreadCount, 1);
        m_world->publisher.take();
        const auto stranger = m_world->person(u"stranger"_s);
        QCOMPARE(m_world->refusal(m_world->messages->remove(stranger, sent.id)), ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->messages->remove(m_bob, kept.id)), ErrorCode::InsufficientPermissions);
        QVERIFY(!m_world->refusal(m_world->messages->remove(m_ann, sent.id))); // The channel's owner.
        QCOMPARE(m_world->publisher.takeNames(), u"message_deleted"_s);
        QVERIFY(!m_world->refusal(m_world->messages->remove(m_ann, sent.id)));
        QVERIFY(m_world->publisher.take().empty());

        const auto tombstone = m_world->messages->get(m_bob, sent.id);
        QVERIFY(tombstone);
        QVERIFY(tombstone->isDeleted);
        QCOMPARE(tombstone->content, QString());
        QVERIFY(tombstone->mentions.isEmpty());
        QCOMPARE(m_world->viewer(m_ann, m_channel.id).unreadCount, 0);
        QCOMPARE(m_world->viewer(m_ann, m_channel.id).mentionCount, 0);
        const auto page = m_world->messages->page(m_ann, u"room"_s, {});
        QCOMPARE(contents(*page), QStringList{u"kept"_s});
        QCOMPARE(page->totalCount, 1);
        PageRequest request;
        request.includeDeleted = true;
        QCOMPARE(contents(*m_world->messages->page(m_ann, u"room"_s, request)), (QStringList{QString(), u"kept"_s}));

        QVERIFY(!m_world->refusal(m_world->messages->remove(m_moderator, kept.id)));
        QCOMPARE(m_world->findings(), QStringList());
    }

    void pagesGoBothWays()
    {
        QList<MessageId> ids;
        for (int i = 0; i < 10; ++i)
            ids.append(m_world->post(m_ann, m_channel.id, QString::number(i)).id);
        m_world->await(m_world->messages->remove(m_ann, ids[6]));
        const auto page = [&](PageRequest request) {
            const auto found = m_world->messages->page(m_bob, u"room"_s, request);
            return found ? *found : MessagePage();
        };

        PageRequest request;
        request.limit = 3;
        const MessagePage newest = page(request);
        QCOMPARE(contents(newest), (QStringList{u"9"_s, u"8"_s, u"7"_s}));
        QVERIFY(newest.hasMore);
        QVERIFY(!newest.hasNewer);
        QCOMPARE(newest.nextCursor, ids[7]);
        QCOMPARE(newest.totalCount, 9);
        request.before = newest.nextCursor;
        QCOMPARE(contents(page(request)), (QStringList{u"5"_s, u"4"_s, u"3"_s}));
        request.before = ids[3];
        const MessagePage oldest = page(request);
        QCOMPARE(contents(oldest), (QStringList{u"2"_s, u"1"_s, u"0"_s}));
        QVERIFY(!oldest.hasMore);
        QVERIFY(!oldest.nextCursor);

        request.before = std::nullopt;
        request.after = ids[4];
        const MessagePage newer = page(request);
        QCOMPARE(contents(newer), (QStringList{u"8"_s, u"7"_s, u"5"_s}));
        QCOMPARE(newer.hasNewer, true);
        QCOMPARE(newer.nextCursor, ids[5]);
        request.after = ids[9];
        QVERIFY(page(request).messages.isEmpty());
        QCOMPARE(page(request).hasNewer, false);

        request.after = std::nullopt;
        request.around = ids[4];
        const MessagePage middle = page(request);
        QCOMPARE(contents(middle), (QStringList{u"5"_s, u"4"_s, u"3"_s}));
        QCOMPARE(middle.hasNewer, true);
        QVERIFY(middle.hasMore);
        request.around = ids[9];
        QCOMPARE(contents(page(request)), (QStringList{u"9"_s, u"8"_s, u"7"_s}));
        QCOMPARE(page(request).hasNewer, false);
        request.limit = 1;
        request.around = ids[2];
        QCOMPARE(contents(page(request)), QStringList{u"2"_s});
        request.around = MessageId(7);
        QCOMPARE(m_world->messages->page(m_bob, u"room"_s, request).error().code, ErrorCode::NotFound);
        request.before = ids[1];
        QCOMPARE(m_world->messages->page(m_bob, u"room"_s, request).error().code, ErrorCode::ValidationError);
    }

    void repliesStandInTheirThreadOnly()
    {
        const Message root = m_world->post(m_ann, m_channel.id, u"root"_s);
        m_world->publisher.take();
        const Message reply = m_world->post(m_bob, m_channel.id, u"@ann reply"_s, root.id);
        QCOMPARE(reply.threadId, root.id);
        QCOMPARE(reply.mentions, QList<UserId>{m_ann.userId});
        const auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 2U);
        QCOMPARE(std::get<protocol::MessageCreated>(std::get<realtime::Publication>(entries[0]).event).message, reply);
        const Message updated = std::get<protocol::MessageUpdated>(std::get<realtime::Publication>(entries[1]).event)
                                    .message;
        QCOMPARE(updated.id, root.id);
        QCOMPARE(updated.replyCount, 1);
        QCOMPARE(updated.lastReplyAt, reply.createdAt);
        QCOMPARE(updated.seq, reply.seq + 1);
        QVERIFY(!updated.isEdited);

        const Message second = m_world->post(m_ann, m_channel.id, u"second"_s, root.id);
        QCOMPARE(contents(*m_world->messages->page(m_bob, u"room"_s, {})), QStringList{u"root"_s});
        QCOMPARE(m_world->viewer(m_ann, m_channel.id).unreadCount, 0);
        QCOMPARE(m_world->viewer(m_ann, m_channel.id).mentionCount, 0);
        for (const MessageId asked : {root.id, second.id}) {
            const auto thread = m_world->messages->thread(m_bob, asked, {});
            QVERIFY(thread);
            QCOMPARE(contents(*thread), (QStringList{u"second"_s, u"@ann reply"_s}));
            QCOMPARE(thread->totalCount, 2);
        }
        m_world->publisher.take();
        m_world->await(m_world->messages->remove(m_ann, second.id));
        QCOMPARE(m_world->publisher.takeNames(), u"message_deleted message_updated"_s);
        QCOMPARE(m_world->messages->get(m_bob, root.id)->replyCount, 1);
        QCOMPARE(m_world->messages->get(m_bob, root.id)->lastReplyAt, reply.createdAt);
        QCOMPARE(contents(*m_world->messages->thread(m_bob, root.id, {})), QStringList{u"@ann reply"_s});

        protocol::NewMessage nested = ConversationWorld::draft(m_channel.id, u"nested"_s);
        nested.threadId = reply.id;
        QCOMPARE(m_world->refusal(m_world->messages->send(m_ann, nested)), ErrorCode::ValidationError);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void referencesStayInTheChannel()
    {
        const Channel other = m_world->makeChannel(m_ann, u"Other"_s);
        const Message elsewhere = m_world->post(m_ann, other.id, u"elsewhere"_s);
        const Message deleted = m_world->post(m_ann, m_channel.id, u"deleted"_s);
        m_world->await(m_world->messages->remove(m_ann, deleted.id));
        m_world->publisher.take();
        const qint64 seq = m_world->channels->get(m_ann, u"room"_s)->seq;
        for (const MessageId target : {elsewhere.id, deleted.id, MessageId(7)}) {
            protocol::NewMessage draft = ConversationWorld::draft(m_channel.id, u"quoting"_s);
            draft.replyTo = target;
            QCOMPARE(m_world->refusal(m_world->messages->send(m_ann, draft)), ErrorCode::NotFound);
            draft.replyTo = std::nullopt;
            draft.threadId = target;
            QCOMPARE(m_world->refusal(m_world->messages->send(m_ann, draft)), ErrorCode::NotFound);
        }
        QCOMPARE(m_world->refusal(m_world->readMarkers->moveTo(m_ann, u"room"_s, elsewhere.id)), ErrorCode::NotFound);
        // What was refused has left no trace.
        QCOMPARE(m_world->channels->get(m_ann, u"room"_s)->seq, seq);
        QVERIFY(m_world->publisher.take().empty());
        QCOMPARE(m_world->findings(), QStringList());
    }

    void privateMessagesAreNowhereForOthers()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
        const Message sent = m_world->post(m_ann, channel.id, u"secret"_s);
        const QString id = channel.id.toString();
        MessageChange changes;
        changes.content = u"x"_s;
        for (const auto &stranger : {m_bob, m_world->person(u"root"_s, {u"admin"_s})}) {
            const auto draft = ConversationWorld::draft(channel.id, u"let me in"_s);
            QCOMPARE(m_world->messages->page(stranger, id, {}).error().code, ErrorCode::NotFound);
            QCOMPARE(m_world->messages->get(stranger, sent.id).error().code, ErrorCode::NotFound);
            QCOMPARE(m_world->messages->thread(stranger, sent.id, {}).error().code, ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->messages->send(stranger, draft)), ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->messages->edit(stranger, sent.id, changes)), ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->messages->remove(stranger, sent.id)), ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->readMarkers->moveTo(stranger, id, sent.id)), ErrorCode::NotFound);
        }
    }

    void readMarkersMoveBothWays()
    {
        QList<MessageId> ids;
        for (int i = 0; i < 6; ++i)
            ids.append(m_world->post(i == 3 ? m_bob : m_ann, m_channel.id, QString::number(i)).id);
        // Bob's own message is not unread, and says nothing of what stands before it.
        QCOMPARE(m_world->viewer(m_bob, m_channel.id).unreadCount, 5);
        QCOMPARE(m_world->viewer(m_bob, m_channel.id).lastReadMessageId, std::nullopt);
        m_world->publisher.take();
        const auto moved = m_world->await(m_world->readMarkers->moveTo(m_bob, u"room"_s, ids[5]));
        QCOMPARE(moved.viewer->unreadCount, 0);
        QCOMPARE(moved.viewer->lastReadMessageId, ids[5]);
        const auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 1U);
        const auto &publication = std::get<realtime::Publication>(entries.front());
        QCOMPARE(std::get<realtime::PeopleAudience>(publication.audience).userIds, QList<UserId>{m_bob.userId});
        QCOMPARE(std::get<protocol::ReadMarkerMoved>(publication.event).messageId, ids[5]);
        // Back: one's own message is not unread.
        QCOMPARE(m_world->await(m_world->readMarkers->moveTo(m_bob, u"room"_s, ids[1])).viewer->unreadCount, 3);
        m_world->await(m_world->messages->remove(m_bob, ids[3]));
        QCOMPARE(m_world->viewer(m_bob, m_channel.id).unreadCount, 3);
        m_world->await(m_world->messages->remove(m_ann, ids[4]));
        QCOMPARE(m_world->viewer(m_bob, m_channel.id).unreadCount, 2);
        QCOMPARE(m_world->refusal(m_world->readMarkers->moveTo(m_moderator, u"room"_s, ids[1])),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->findings(), QStringList());
    }

private:
    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    security::Principal m_moderator;
    Channel m_channel;
};

QTEST_GUILESS_MAIN(MessagesServiceTest)
#include "messages_service_test.moc"
