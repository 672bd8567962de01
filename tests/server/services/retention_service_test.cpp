// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/key_ring.h"
#include "server/services/retention_service.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Message;
using services::RetentionService;

/** Messages that become too old go, with all that hangs on them, and nobody's numbers are wrong for it. */
class RetentionServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        auto keys = security::KeyRing::loadOrCreate(m_folder->filePath(u"secret.key"_s));
        QVERIFY(keys);
        m_audit = std::make_unique<services::AuditService>(m_world->database(), std::move(*keys));
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_room = m_world->makeChannel(m_ann, u"room"_s).id;
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        m_world->publisher.take();
        m_days = 0;
    }

    void cleanup()
    {
        m_audit.reset();
        m_world.reset();
    }

    void oldMessagesGoWithWhatHangsOnThem()
    {
        const Message old = m_world->post(m_ann, m_room, u"old @bob"_s);
        const Message reply = m_world->post(m_bob, m_room, u"late, but under an old one"_s, old.id);
        m_world->await(m_world->reactions->add(m_bob, old.id, u":tada:"_s));
        m_world->await(m_world->pins->add(m_bob, old.id));
        m_world->await(m_world->bookmarks->add(m_bob, old.id));
        m_world->await(m_world->messages->edit(m_ann, old.id, {.content = u"old @bob, edited"_s}));
        const Message buried = m_world->post(m_ann, m_room, u"deleted"_s);
        m_world->await(m_world->messages->remove(m_ann, buried.id));
        age(40);
        protocol::NewMessage quoting = ConversationWorld::draft(m_room, u"new"_s);
        quoting.replyTo = old.id;
        const Message fresh = m_world->await(m_world->messages->send(m_ann, quoting)).message;
        m_world->publisher.take();

        setDays(30);
        QCOMPARE(m_world->publisher.takeNames(), u"channel_updated"_s);
        run();
        const auto told = m_world->publisher.take();
        QCOMPARE(told.size(), 1U);
        const auto event = std::get<protocol::ChannelUpdated>(std::get<realtime::Publication>(told.front()).event);
        QCOMPARE(event.channel.expiredThrough, buried.id);
        QCOMPARE(event.channel.retentionDays, 30);
        QCOMPARE(event.channel.seq, fresh.seq + 1);

        for (const MessageId gone : {old.id, reply.id, buried.id})
            QCOMPARE(m_world->messages->get(m_ann, gone).error().code, ErrorCode::NotFound);
        services::PageRequest withTombstones;
        withTombstones.includeDeleted = true;
        const auto page = m_world->messages->page(m_ann, m_room.toString(), withTombstones);
        QCOMPARE(page->messages.size(), 1);
        QCOMPARE(page->messages.first().replyTo, old.id);
        QCOMPARE(page->totalCount, 1);
        QCOMPARE(m_world->viewer(m_bob, m_room).unreadCount, 1);
        QCOMPARE(m_world->viewer(m_bob, m_room).mentionCount, 0);
        QVERIFY(m_world->bookmarks->list(m_bob, {}, 50)->messages.isEmpty());
        QCOMPARE(m_world->findings().join(u'\n'), QString());
        // Nothing more is old: a second look does nothing.
        run();
        QCOMPARE(m_world->publisher.takeNames(), QString());
        // Who was away hears of it by the one call that tells all.
        const auto synced = m_world->sync->changes(m_bob, {.seqs = {{m_room.toString(), fresh.seq}}, .limit = 50});
        QCOMPARE(synced->channels.size(), 1);
        QCOMPARE(synced->channels.first().channel.expiredThrough, buried.id);
        QVERIFY(synced->channels.first().messages.isEmpty());
        QCOMPARE(synced->channels.first().seq, fresh.seq + 1);
    }

    void filesGoWithTheLastMessageThatCarriesThem()
    {
        const Message old = m_world->post(m_ann, m_room, u"old"_s);
        age(40);
        const Message fresh = m_world->post(m_ann, m_room, u"fresh"_s);
        constexpr qint64 kOnlyOld = 1, kCarriedAgain = 2, kOfSomebodyElse = 3;
        attach(old.id, {{kOnlyOld, m_ann.userId}, {kCarriedAgain, m_ann.userId}, {kOfSomebodyElse, m_bob.userId}});
        attach(fresh.id, {{kCarriedAgain, m_ann.userId}});
        setDays(30);
        run();
        const auto left = m_world->database().reader().valueOnce(u"SELECT group_concat(id) FROM files"_s);
        QCOMPARE(left->toString(), u"2,3"_s);
        QCOMPARE(m_world->findings().join(u'\n'), QString());
    }

    void daysAreOfTheChannelOrOfTheServer_data()
    {
        QTest::addColumn<qint64>("server");
        QTest::addColumn<qint64>("channel"); // -1: none of its own
        QTest::addColumn<bool>("goes");
        QTest::newRow("nothing set") << qint64{0} << qint64{-1} << false;
        QTest::newRow("the server's") << qint64{30} << qint64{-1} << true;
        QTest::newRow("the server's, longer") << qint64{50} << qint64{-1} << false;
        QTest::newRow("the channel's, shorter") << qint64{50} << qint64{30} << true;
        QTest::newRow("the channel's, for ever") << qint64{30} << qint64{0} << false;
    }

    void daysAreOfTheChannelOrOfTheServer()
    {
        QFETCH(const qint64, server);
        QFETCH(const qint64, channel);
        QFETCH(const bool, goes);
        const Message message = m_world->post(m_ann, m_room, u"x"_s);
        age(40);
        m_days = server;
        if (channel >= 0)
            setDays(channel);
        run();
        QCOMPARE(m_world->messages->get(m_ann, message.id).has_value(), !goes);
        QCOMPARE(m_world->findings().join(u'\n'), QString());
    }

    /** In small steps, with a stop after each of them: the numbers are right at every moment. */
    void everyStepLeavesTheNumbersRight()
    {
        constexpr int kOld = 23;
        for (int i = 0; i < kOld; ++i) {
            const Message message = m_world->post(i % 3 == 0 ? m_bob : m_ann, m_room, u"old"_s);
            for (int reply = 0; reply < i % 7; ++reply)
                m_world->post(m_ann, m_room, u"reply"_s, message.id);
            if (i % 5 == 0)
                m_world->await(m_world->messages->remove(i % 3 == 0 ? m_bob : m_ann, message.id));
        }
        services::PageRequest oldest;
        oldest.after = MessageId(1);
        const MessageId first = m_world->messages->page(m_ann, m_room.toString(), oldest)->messages.last().id;
        services::PageRequest everything;
        everything.limit = 100;
        m_world->await(m_world->readMarkers->moveBefore(m_bob, m_room.toString(), first));
        age(40);
        m_world->post(m_ann, m_room, u"new"_s);
        m_world->post(m_bob, m_room, u"bob's own"_s);
        m_world->await(m_world->readMarkers->moveBefore(m_ann, m_room.toString(), first));
        setDays(30);
        const auto horizon = store::retention::walk(m_world->database().reader(), m_room, {},
                                                    Timestamp{Timestamp::now().ms - qint64{30} * 86'400'000}, 1'000);
        QVERIFY(write([&](store::Connection &c) { return store::retention::expire(c, m_room, horizon->oldThrough); }));
        int steps = 0;
        for (bool isDone = false; !isDone; ++steps) {
            isDone = *write([&](store::Connection &c) { return store::retention::removeSome(c, m_room, 3); });
            QCOMPARE(m_world->findings().join(u'\n'), QString());
            // Unread is what is there and others' after the marker, which stands before the first.
            const auto page = m_world->messages->page(m_ann, m_room.toString(), everything);
            const auto others = std::ranges::count_if(
                page->messages, [&](const Message &message) { return message.userId != m_ann.userId; });
            QCOMPARE(m_world->viewer(m_ann, m_room).unreadCount, others);
            QCOMPARE(page->totalCount, page->messages.size());
        }
        QVERIFY(steps > kOld / 3);
        QCOMPARE(m_world->messages->page(m_ann, m_room.toString(), {})->totalCount, 2);
        services::PageRequest changes;
        changes.afterSeq = 0;
        QCOMPARE(m_world->messages->page(m_ann, m_room.toString(), changes)->messages.size(), 2);
    }

    void anEmptiedChannelGoesOn()
    {
        m_world->post(m_ann, m_room, u"one"_s);
        m_world->post(m_ann, m_room, u"two"_s);
        age(40);
        setDays(1);
        run();
        QCOMPARE(m_world->viewer(m_bob, m_room).unreadCount, 0);
        QCOMPARE(m_world->findings().join(u'\n'), QString());
        const auto cyd = m_world->person(u"cyd"_s);
        m_world->await(m_world->members->join(cyd, u"room"_s));
        m_world->post(m_ann, m_room, u"three"_s);
        QCOMPARE(m_world->viewer(m_bob, m_room).unreadCount, 1);
        QCOMPARE(m_world->viewer(cyd, m_room).unreadCount, 1);
        QCOMPARE(m_world->findings().join(u'\n'), QString());
    }

    void onlyWhoManagesTheChannelSetsIt()
    {
        RetentionService service(m_world->database(), m_world->publisher, *m_audit, {});
        const auto code = [&](const security::Principal &caller, const QString &channel) {
            return m_world->refusal(service.setDays(caller, channel, {.days = 7}));
        };
        QCOMPARE(code(m_bob, u"room"_s), ErrorCode::InsufficientPermissions);
        QCOMPARE(code(m_bob, u"nowhere"_s), ErrorCode::NotFound);
        QCOMPARE(code(m_world->person(u"root"_s, {u"admin"_s}), u"room"_s), std::nullopt);
        QCOMPARE(m_audit->list({.action = u"channel.retention_changed"_s})->entries.first().detail, u"7"_s);
    }

    /** By the service's own thread: a channel whose days are set is looked at without waiting for the hour. */
    void aChangeWakesTheThread()
    {
        const Message message = m_world->post(m_ann, m_room, u"x"_s);
        age(40);
        RetentionService service(m_world->database(), m_world->publisher, *m_audit, {.pause = 0});
        service.start();
        m_world->await(service.setDays(m_ann, u"room"_s, {.days = 7}));
        QTRY_VERIFY(!m_world->messages->get(m_ann, message.id));
    }

private:
    template <typename Job>
    std::invoke_result_t<Job, store::Connection &> write(Job job)
    {
        return m_world->database().writeAndWait(
            [&](store::WriteTransaction &transaction) { return job(transaction.connection()); });
    }

    /** All messages were written so many days ago. */
    void age(qint64 days)
    {
        QVERIFY(write([&](store::Connection &connection) {
            return connection.execute(
                "UPDATE messages SET created_at = created_at - ?, last_reply_at = last_reply_at - ?",
                {days * 86'400'000, days * 86'400'000});
        }));
    }

    /** Has the message carry files of these numbers, which are the same empty content. */
    void attach(MessageId message, const QList<std::pair<qint64, UserId>> &files)
    {
        QVERIFY(write([&](store::Connection &connection) -> Result<qint64> {
            const QByteArray content(32, 'x');
            qint64 position = 0;
            auto done = connection.execute("INSERT OR IGNORE INTO blobs (sha256, size) VALUES (?, 0)", {content});
            for (const auto &[file, owner] : files) {
                if (done) {
                    done = connection.execute(
                        "INSERT OR IGNORE INTO files (id, sha256, size, channel_id, user_id, filename, original_filename,"
                        " content_type, created_at) VALUES (?, ?, 0, ?, ?, 'a', 'a', 'text/plain', 0)",
                        {file, content, m_room.value(), owner.value()});
                }
                if (done) {
                    done = connection.execute(
                        "INSERT INTO attachments (message_id, position, file_id) VALUES (?, ?, ?)",
                        {message.value(), position++, file});
                }
            }
            if (!done)
                return done;
            return connection.execute("UPDATE messages SET attachment_count = ? WHERE id = ?",
                                      {position, message.value()});
        }));
    }

    void setDays(qint64 days)
    {
        RetentionService service(m_world->database(), m_world->publisher, *m_audit, {});
        m_world->await(service.setDays(m_ann, u"room"_s, {.days = days}));
    }

    void run()
    {
        RetentionService service(m_world->database(), m_world->publisher, *m_audit,
                                 {.defaultDays = m_days, .step = 2, .pause = 0});
        QVERIFY(service.run());
    }

    std::unique_ptr<ConversationWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<services::AuditService> m_audit;
    security::Principal m_ann;
    security::Principal m_bob;
    ChannelId m_room;
    qint64 m_days = 0;
};

QTEST_GUILESS_MAIN(RetentionServiceTest)
#include "retention_service_test.moc"
