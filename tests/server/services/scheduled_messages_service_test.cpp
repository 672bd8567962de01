// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/scheduled_messages_service.h"
#include "tests/support/conversation_world.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Message;
using protocol::NewScheduled;
using protocol::ScheduledMessage;

/** Messages that wait for their time. */
class ScheduledMessagesServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_room = m_world->makeChannel(m_ann, u"Room"_s).id;
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        m_scheduler = std::make_unique<services::Scheduler>();
        m_scheduled = std::make_unique<services::ScheduledMessagesService>(m_world->database(), *m_world->messages,
                                                                           *m_scheduler);
        m_world->publisher.take();
    }

    void isSentOnceItsTimeHasCome()
    {
        const ScheduledMessage later = schedule(m_bob, u"later, @ann"_s, soon());
        const ScheduledMessage muchLater = schedule(m_bob, u"much later"_s, hours(1));
        QCOMPARE(idsOf(m_bob), (QList{later.id, muchLater.id}));
        QVERIFY(idsOf(m_ann).isEmpty());
        QVERIFY(posted().isEmpty());
        // Before its time, all that comes of a look is when to look again.
        const auto next = m_scheduled->sendDue();
        if (next == later.sendAt)
            QVERIFY(posted().isEmpty());
        QTRY_COMPARE(m_scheduled->sendDue(), muchLater.sendAt);
        const QList<Message> messages = posted();
        QCOMPARE(messages.size(), 1);
        QCOMPARE(messages.first().content, u"later, @ann"_s);
        QCOMPARE(messages.first().userId, m_bob.userId);
        QCOMPARE(messages.first().mentions, QList{m_ann.userId});
        QVERIFY(messages.first().createdAt >= later.sendAt);
        QCOMPARE(m_world->publisher.takeNames(), u"message"_s);
        QCOMPARE(idsOf(m_bob), QList{muchLater.id});
        QCOMPARE(m_world->refusal(m_scheduled->cancel(m_bob, later.id)), ErrorCode::NotFound);
    }

    void theSchedulerSleepsUntilThen()
    {
        std::atomic<int> runs = 0;
        m_scheduler->add([this] { return m_scheduled->sendDue(); });
        m_scheduler->add([&runs]() -> std::optional<Timestamp> {
            ++runs;
            return std::nullopt;
        });
        m_scheduler->start();
        QTRY_COMPARE(runs.load(), 1);
        // One that was scheduled later may come earlier, and one that was put off is not sent.
        schedule(m_bob, u"second"_s, hours(1));
        const ScheduledMessage off = schedule(m_bob, u"third"_s, soon());
        m_world->await(m_scheduled->change(m_bob, off.id, {.content = {}, .contentType = {}, .sendAt = hours(2)}));
        schedule(m_bob, u"first"_s, soon());
        QTRY_COMPARE(posted().size(), 1);
        QCOMPARE(posted().first().content, u"first"_s);
        // Each wake-up was for something: nobody asks the clock again and again.
        QVERIFY2(runs <= 8, qPrintable(QString::number(runs)));
        m_scheduler->stop();
    }

    void rightsCountWhenItsTimeComes()
    {
        const Message root = m_world->post(m_ann, m_room, u"root"_s);
        const ScheduledMessage left = schedule(m_bob, u"I was here"_s, soon());
        m_world->await(m_world->members->leave(m_bob, u"room"_s));
        NewScheduled reply = draft(u"about that"_s, soon());
        reply.message.threadId = root.id;
        const ScheduledMessage orphan = m_world->await(m_scheduled->create(m_ann, reply)).scheduled;
        m_world->await(m_world->messages->remove(m_ann, root.id));
        m_world->publisher.take();
        QTRY_COMPARE(m_scheduled->sendDue(), std::nullopt);
        QVERIFY(posted().isEmpty());
        QCOMPARE(failureOf(m_bob, left.id), ErrorCode::InsufficientPermissions);
        QCOMPARE(failureOf(m_ann, orphan.id), ErrorCode::NotFound);
        QCOMPARE(m_world->publisher.takeNames(), QString());
        // Nothing of it was counted.
        QCOMPARE(m_world->findings(), QStringList());

        // It stays failed until its author gives it another time.
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        m_world->await(
            m_scheduled->change(m_bob, left.id, {.content = u"I am back"_s, .contentType = {}, .sendAt = {}}));
        QCOMPARE(m_scheduled->sendDue(), std::nullopt);
        QVERIFY(posted().isEmpty());
        m_world->await(m_scheduled->change(m_bob, left.id, {.content = {}, .contentType = {}, .sendAt = soon()}));
        QTRY_COMPARE(m_scheduled->sendDue(), std::nullopt);
        QCOMPARE(posted().size(), 1);
        QCOMPARE(posted().first().content, u"I am back"_s);
        QVERIFY(idsOf(m_bob).isEmpty());
    }

    void whoIsNotActiveSendsNothing()
    {
        const ScheduledMessage later = schedule(m_bob, u"later"_s, soon());
        const auto connection = store::Connection::open(m_world->databasePath(), store::Connection::Mode::ReadWrite);
        QVERIFY(connection);
        QVERIFY((*connection)->executeOnce(u"UPDATE users SET is_active = 0 WHERE username = 'bob'"_s));
        QTRY_COMPARE(m_scheduled->sendDue(), std::nullopt);
        QVERIFY(posted().isEmpty());
        QCOMPARE(failureOf(m_bob, later.id), ErrorCode::InsufficientPermissions);
    }

    void aRepeatedRequestSchedulesOnce()
    {
        NewScheduled first = draft(u"once"_s, soon());
        first.message.clientMessageId = u"c-1"_s;
        const auto made = m_world->await(m_scheduled->create(m_bob, first));
        QVERIFY(made.isNew);
        const auto again = m_world->await(m_scheduled->create(m_bob, first));
        QVERIFY(!again.isNew);
        QCOMPARE(again.scheduled.id, made.scheduled.id);
        QTRY_COMPARE(m_scheduled->sendDue(), std::nullopt);
        // Also where the repeat comes when the message has been sent.
        first.sendAt = soon();
        m_world->await(m_scheduled->create(m_bob, first));
        QTRY_COMPARE(m_scheduled->sendDue(), std::nullopt);
        QCOMPARE(posted().size(), 1);
        QCOMPARE(posted().first().clientMessageId, u"c-1"_s);
    }

    void badOnesAreRefused()
    {
        const auto refusal = [this](const security::Principal &caller, const NewScheduled &scheduled) {
            return m_world->refusal(m_scheduled->create(caller, scheduled));
        };
        const auto stranger = m_world->person(u"stranger"_s);
        QCOMPARE(refusal(m_bob, draft(u"x"_s, Timestamp::now())), ErrorCode::ValidationError);
        QCOMPARE(refusal(m_bob, draft(u"x"_s, hours(qint64{24} * 367))), ErrorCode::ValidationError);
        QCOMPARE(refusal(stranger, draft(u"x"_s, hours(1))), ErrorCode::InsufficientPermissions);
        NewScheduled nowhere = draft(u"x"_s, hours(1));
        nowhere.message.replyTo = MessageId(99);
        QCOMPARE(refusal(m_bob, nowhere), ErrorCode::NotFound);
        for (qint64 i = 0; i < services::ScheduledMessagesService::kMaxWaiting; ++i)
            schedule(m_bob, u"x"_s, hours(1));
        QCOMPARE(refusal(m_bob, draft(u"x"_s, hours(1))), ErrorCode::Conflict);
        const ScheduledId others = m_scheduled->list(m_bob, 1, 1)->scheduled.first().id;
        QCOMPARE(m_scheduled->get(m_ann, others).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_scheduled->change(m_ann, others, {})), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_scheduled->cancel(m_ann, others)), ErrorCode::NotFound);
    }

private:
    static Timestamp soon() { return {Timestamp::now().ms + 50}; }
    static Timestamp hours(qint64 count) { return Timestamp::now().plusSeconds(count * 3600); }

    NewScheduled draft(const QString &content, Timestamp sendAt) const
    {
        return {.message = ConversationWorld::draft(m_room, content), .sendAt = sendAt};
    }

    ScheduledMessage schedule(const security::Principal &author, const QString &content, Timestamp sendAt)
    {
        return m_world->await(m_scheduled->create(author, draft(content, sendAt))).scheduled;
    }

    QList<ScheduledId> idsOf(const security::Principal &author)
    {
        QList<ScheduledId> ids;
        const auto page = m_scheduled->list(author, 1, 100);
        for (const ScheduledMessage &scheduled : page->scheduled)
            ids.append(scheduled.id);
        return ids;
    }

    std::optional<ErrorCode> failureOf(const security::Principal &author, ScheduledId id)
    {
        const auto scheduled = m_scheduled->get(author, id);
        return scheduled && scheduled->failure ? std::optional(scheduled->failure->code) : std::nullopt;
    }

    QList<Message> posted() { return m_world->messages->page(m_ann, u"room"_s, {})->messages; }

    std::unique_ptr<ConversationWorld> m_world;
    /** Not started, but where it is what is tested. */
    std::unique_ptr<services::Scheduler> m_scheduler;
    std::unique_ptr<services::ScheduledMessagesService> m_scheduled;
    security::Principal m_ann;
    security::Principal m_bob;
    ChannelId m_room;
};

QTEST_GUILESS_MAIN(ScheduledMessagesServiceTest)
#include "scheduled_messages_service_test.moc"
