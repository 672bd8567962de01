// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/consistency.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** What `doctor` checks: a sound database has no findings, and each kind of damage has one that names the place. */
class ConsistencyTest : public QObject
{
    Q_OBJECT

private slots:
    void damageIsFound_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("finding");
        // Rows are named by what init() makes: the channel's slug, and contents.
        const auto channel = [](QLatin1StringView change) {
            return "UPDATE channels SET %1 WHERE slug = 'room'"_L1.arg(change);
        };
        const auto message = [](QLatin1StringView change, QLatin1StringView content) {
            return "UPDATE messages SET %1 WHERE content = '%2'"_L1.arg(change, content);
        };
        QTest::newRow("member_count") << channel("member_count = 7"_L1) << u"member_count is 7, counted 2"_s;
        QTest::newRow("message_count") << channel("message_count = 7"_L1) << u"message_count is 7, counted 2"_s;
        QTest::newRow("last_ordinal") << channel("last_ordinal = 7"_L1) << u"last_ordinal is 7, counted 3"_s;
        QTest::newRow("last_seq") << channel("last_seq = 77"_L1) << u"last_seq is 77, the highest is "_s;
        QTest::newRow("last_message_id") << channel("last_message_id = 7"_L1)
                                         << u"last_message_id is 7, the newest is "_s;
        QTest::newRow("ordinal") << message("ordinal = 9"_L1, "root"_L1) << u"ordinal is 9, counted 1"_s;
        QTest::newRow("reply_count") << message("reply_count = 5"_L1, "root"_L1) << u"reply_count is 5, counted 1"_s;
        QTest::newRow("last_reply_at") << message("last_reply_at = 5"_L1, "root"_L1)
                                       << u"last_reply_at is 5, the last reply"_s;
        QTest::newRow("thread") << message("thread_id = 5"_L1, "reply"_L1)
                                << u"its thread's root msg_5 is no message"_s;
        QTest::newRow("reply_to") << message("reply_to = 5"_L1, "root"_L1) << u"it replies to msg_5, which is not in"_s;
        QTest::newRow("tombstone") << u"UPDATE messages SET content = 'left' WHERE is_deleted = 1"_s
                                   << u"deleted, but 4 characters"_s;
        QTest::newRow("emoji_count") << message("emoji_count = 3"_L1, "root"_L1) << u"emoji_count is 3, counted 0"_s;
        QTest::newRow("pinned tombstone") << u"UPDATE messages SET pinned_at = 9 WHERE is_deleted = 1"_s
                                          << u"deleted, but with 0 emoji and pinned at 9"_s;
        QTest::newRow("read_ordinal") << u"UPDATE members SET read_ordinal = 9 WHERE role = 1"_s
                                      << u"read_ordinal of user_"_s;
        QTest::newRow("own_unread") << u"UPDATE members SET own_unread = 9 WHERE role = 1"_s << u"is 9, counted 2"_s;
        QTest::newRow("mention lost") << u"DELETE FROM mentions"_s << u"who is not kept as mentioned"_s;
        QTest::newRow("mention too many")
            << message("mentions = NULL"_L1, "@bob hello"_L1) << u"is kept as mentioned"_s;
        const auto followers = [](QLatin1StringView change) {
            return "UPDATE thread_followers SET %1"_L1.arg(change);
        };
        QTest::newRow("thread unread_count") << followers("unread_count = 7"_L1) << u" is 7, counted "_s;
        QTest::newRow("thread active_id") << followers("active_id = 7"_L1) << u" is 7, the newest reply is "_s;
        QTest::newRow("thread root") << followers("channel_id = 7"_L1) << u"is no undeleted root in channel_7"_s;
        QTest::newRow("index lost") << u"DELETE FROM message_index WHERE rowid ="
                                       " (SELECT id FROM messages WHERE content = 'root')"_s
                                    << u"the full-text index does not have it"_s;
        QTest::newRow("index of old") << message("content = 'root of all'"_L1, "root"_L1)
                                      << u"the full-text index has 4 terms of it, counted 6"_s;
        QTest::newRow("index too full") << u"INSERT INTO message_index (rowid, terms) VALUES (5, 'x')"_s
                                        << u"msg_5: the full-text index has it, though"_s;
        QTest::newRow("word lost") << u"DELETE FROM search_terms WHERE term = 'root'"_s
                                   << u"one of its words cannot be found by its parts"_s;
        QTest::newRow("foreign key") << message("user_id = 5"_L1, "root"_L1) << u"foreign key: row "_s;
    }

    void damageIsFound()
    {
        QFETCH(QString, damage);
        QFETCH(QString, finding);
        ConversationWorld world;
        const auto ann = world.person(u"ann"_s);
        const auto bob = world.person(u"bob"_s);
        const auto room = world.makeChannel(ann, u"Room"_s);
        world.await(world.members->join(bob, u"room"_s));
        const auto root = world.post(ann, room.id, u"root"_s);
        world.post(bob, room.id, u"reply"_s, root.id);
        world.await(world.messages->remove(bob, world.post(bob, room.id, u"deleted"_s).id));
        world.post(ann, room.id, u"@bob hello"_s);
        world.indexMessages();
        QCOMPARE(world.findings(), QStringList());

        // As a broken disk or a stranger's tool would, past the program's own connection and its foreign keys.
        const auto connection = store::Connection::open(world.databasePath(), store::Connection::Mode::ReadWrite);
        QVERIFY(connection);
        QVERIFY((*connection)->executeOnce(u"PRAGMA foreign_keys=OFF"_s));
        QVERIFY((*connection)->executeOnce(damage));
        const QStringList findings = world.findings();
        QVERIFY(!findings.isEmpty());
        QVERIFY2(findings.join(u'\n').contains(finding), qPrintable(findings.join(u'\n')));
        for (const QString &line : findings)
            QVERIFY2(!line.contains(u'%'), qPrintable(line));
    }
};

QTEST_GUILESS_MAIN(ConsistencyTest)
#include "consistency_test.moc"
