// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_reader.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Channel;
using protocol::ChannelType;
using protocol::Message;
using protocol::SyncedChannel;
using protocol::SyncPage;
using protocol::SyncRequest;

/** One question brings everything that changed in all of a person's channels, in pages, and nothing else. */
class SyncServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_one = m_world->makeChannel(m_ann, u"One"_s);
        m_two = m_world->makeChannel(m_ann, u"Two"_s, ChannelType::Private);
    }

    void aChannelThatIsNewHasNoMessages()
    {
        m_world->post(m_ann, m_one.id, u"hello"_s);
        const SyncPage page = changes(m_ann, {});
        QCOMPARE(page.channels.size(), 2);
        for (const SyncedChannel &synced : page.channels) {
            QVERIFY(synced.isNew);
            QVERIFY(synced.messages.isEmpty());
            QVERIFY(!synced.hasMore);
            QCOMPARE(synced.seq, synced.channel.seq);
            QVERIFY(synced.channel.viewer->isMember);
        }
        QVERIFY(!page.hasMore);
        QVERIFY(page.gone.isEmpty());
        QVERIFY(changes(m_ann, seqsOf(page)).channels.isEmpty());
        // Of a public channel one is told where one names it.
        QVERIFY(changes(m_bob, {}).channels.isEmpty());
    }

    void onlyWhatMovedIsTold()
    {
        const Message first = m_world->post(m_ann, m_one.id, u"first"_s);
        const Message root = m_world->post(m_ann, m_two.id, u"root"_s);
        const auto before = seqsOf(changes(m_ann, {}));
        const Message reply = m_world->post(m_ann, m_two.id, u"reply"_s, root.id);
        m_world->await(m_world->reactions->add(m_ann, reply.id, u"👍"_s));
        m_world->await(m_world->messages->remove(m_ann, reply.id));
        const SyncPage page = changes(m_ann, before);
        QCOMPARE(page.channels.size(), 1);
        const SyncedChannel &synced = page.channels.first();
        QCOMPARE(synced.channel.id, m_two.id);
        QVERIFY(!synced.isNew);
        QCOMPARE(synced.messages,
                 (QList{*m_world->messages->get(m_ann, reply.id), *m_world->messages->get(m_ann, root.id)}));
        QVERIFY(synced.messages.first().isDeleted);
        QCOMPARE(synced.seq, synced.channel.seq);
        m_world->await(m_world->pins->add(m_ann, first.id));
        const SyncPage next = changes(m_ann, seqsOf(page, before));
        QCOMPARE(next.channels.size(), 1);
        QCOMPARE(next.channels.first().messages, QList{*m_world->messages->get(m_ann, first.id)});
    }

    void pagesEndWhenEverythingIsTold()
    {
        auto seqs = seqsOf(changes(m_ann, {}));
        QHash<MessageId, Message> expected;
        for (int i = 0; i < 23; ++i) {
            const Message message = m_world->post(m_ann, i % 3 == 0 ? m_one.id : m_two.id, QString::number(i));
            expected.insert(message.id, message);
        }
        QHash<MessageId, Message> told;
        int pages = 0;
        SyncPage page;
        do {
            page = changes(m_ann, seqs, 4);
            qsizetype count = 0;
            for (const SyncedChannel &synced : page.channels) {
                count += synced.messages.size();
                qint64 last = seqs.value(synced.channel.id.toString());
                for (const Message &message : synced.messages) {
                    QVERIFY(message.seq > last);
                    last = message.seq;
                    told.insert(message.id, message);
                }
                QCOMPARE(synced.seq, synced.hasMore ? last : synced.channel.seq);
            }
            QVERIFY(count <= 4);
            QVERIFY(count == 4 || !page.hasMore);
            seqs = seqsOf(page, seqs);
            ++pages;
        } while (page.hasMore);
        QCOMPARE(told, expected);
        QCOMPARE(pages, 6);
        QVERIFY(changes(m_ann, seqs).channels.isEmpty());
    }

    void whatMayNotBeReadIsGone()
    {
        m_world->post(m_ann, m_one.id, u"public"_s);
        m_world->post(m_ann, m_two.id, u"secret"_s);
        const SyncPage page = changes(m_bob,
                                      {{u"one"_s, 0}, {m_two.id.toString(), 0}, {u"channel_7"_s, 0}, {u"no one"_s, 3}});
        QStringList gone{m_two.id.toString(), u"channel_7"_s, u"no one"_s};
        gone.sort();
        QCOMPARE(page.gone, gone);
        QCOMPARE(page.channels.size(), 1);
        QCOMPARE(page.channels.first().channel.id, m_one.id);
        QCOMPARE(page.channels.first().messages.size(), 1);
        QVERIFY(!page.channels.first().channel.viewer->isMember);

        m_world->await(m_world->members->add(m_ann, m_two.id.toString(), {m_bob.userId}));
        const auto seqs = seqsOf(changes(m_bob, {}));
        QVERIFY(seqs.contains(m_two.id.toString()));
        m_world->await(m_world->members->remove(m_ann, m_two.id.toString(), m_bob.userId));
        m_world->post(m_ann, m_two.id, u"after"_s);
        const SyncPage shutOut = changes(m_bob, seqs);
        QCOMPARE(shutOut.gone, QStringList{m_two.id.toString()});
        QVERIFY(shutOut.channels.isEmpty());
    }

    void aChannelWithTwoNamesIsToldOnce()
    {
        m_world->post(m_ann, m_one.id, u"a"_s);
        m_world->post(m_ann, m_one.id, u"b"_s);
        const SyncPage page = changes(m_ann, {{u"one"_s, 1}, {m_one.id.toString(), 0}, {m_two.id.toString(), 0}});
        QCOMPARE(page.channels.size(), 1);
        QCOMPARE(page.channels.first().messages.size(), 2);
    }

    void aSeqFromAnotherLifeIsNone()
    {
        m_world->post(m_ann, m_one.id, u"a"_s);
        const SyncPage page = changes(m_ann, {{u"one"_s, 1000}, {m_two.id.toString(), 0}});
        QCOMPARE(page.channels.size(), 1);
        QVERIFY(page.channels.first().isNew);
        QCOMPARE(page.channels.first().seq, 1);
    }

    void fiveHundredChannelsThatDidNotMoveAreNothing()
    {
        for (int i = 0; i < 498; ++i)
            m_world->makeChannel(m_ann, u"c%1"_s.arg(i));
        QHash<QString, qint64> seqs;
        int pages = 0;
        SyncPage page;
        do {
            page = changes(m_ann, seqs, 100);
            QVERIFY(page.channels.size() <= 100);
            seqs = seqsOf(page, seqs);
            ++pages;
        } while (page.hasMore);
        QCOMPARE(seqs.size(), 500);
        QCOMPARE(pages, 5);
        const Message message = m_world->post(m_ann, m_one.id, u"the only one"_s);
        const SyncPage moved = changes(m_ann, seqs);
        QCOMPARE(moved.channels.size(), 1);
        QCOMPARE(moved.channels.first().messages, QList{message});
    }

    void bodiesAreChecked_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("limit") << QJsonObject{{"limit"_L1, 101}} << u"limit"_s;
        QTest::newRow("no object") << QJsonObject{{"channels"_L1, QJsonArray()}} << u"channels"_s;
        QTest::newRow("no number") << QJsonObject{{"channels"_L1, QJsonObject{{"general"_L1, "1"_L1}}}}
                                   << u"channels.general"_s;
        QTest::newRow("null") << QJsonObject{{"channels"_L1, QJsonObject{{"channel_1"_L1, QJsonValue::Null}}}}
                              << u"channels.channel_1"_s;
        QTest::newRow("negative") << QJsonObject{{"channels"_L1, QJsonObject{{"channel_1"_L1, -1}}}}
                                  << u"channels.channel_1"_s;
        QJsonObject many;
        for (int i = 0; i <= SyncRequest::kMaxChannels; ++i)
            many.insert(u"channel_%1"_s.arg(i), 1);
        QTest::newRow("too many") << QJsonObject{{"channels"_L1, many}} << u"channels"_s;
    }

    void bodiesAreChecked()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, field);
        const auto request = SyncRequest::fromJson(body);
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::ValidationError);
        QCOMPARE(request.error().details.value("field"_L1).toString(), field);
    }

    void theAnswerReadsBack()
    {
        m_world->post(m_ann, m_one.id, u"hello"_s);
        const SyncPage page = changes(m_ann, {{u"one"_s, 0}, {u"channel_7"_s, 1}});
        const auto json = protocol::parseObject(page.toJson());
        QVERIFY(json);
        const auto read = SyncPage::fromJson(*json);
        QVERIFY(read);
        QCOMPARE(read->toJson(), page.toJson());
        QCOMPARE(read->channels.size(), 2);
        QCOMPARE(read->gone, QStringList{u"channel_7"_s});
        const SyncRequest request{.seqs = {{u"one"_s, 4}}, .limit = 7};
        const auto again = SyncRequest::fromJson(request.toJson());
        QVERIFY(again);
        QCOMPARE(again->seqs, request.seqs);
        QCOMPARE(again->limit, 7);
    }

private:
    SyncPage changes(const security::Principal &person, const QHash<QString, qint64> &seqs, qint64 limit = 50)
    {
        const auto page = m_world->sync->changes(person, {.seqs = seqs, .limit = limit});
        if (!page)
            qFatal("%ls", qUtf16Printable(page.error().message));
        return *page;
    }

    static QHash<QString, qint64> seqsOf(const SyncPage &page, QHash<QString, qint64> seqs = {})
    {
        for (const SyncedChannel &synced : page.channels)
            seqs.insert(synced.channel.id.toString(), synced.seq);
        return seqs;
    }

    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    Channel m_one;
    Channel m_two;
};

QTEST_GUILESS_MAIN(SyncServiceTest)
#include "sync_service_test.moc"
