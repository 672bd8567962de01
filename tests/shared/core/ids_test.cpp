// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/ids.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

#include <limits>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace plexi::test {

class IdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndReads();
    void refuses_data();
    void refuses();
    void tellsKindsApart();
    void grows();
    void growsFromTheLastOneUsed();
    void givesEachThreadItsOwn();
};

void IdsTest::writesAndReads()
{
    QCOMPARE(UserId(123).toString(), u"user_123"_s);
    QCOMPARE(UserId::fromString(u"user_123"), UserId(123));
    const qint64 highest = std::numeric_limits<qint64>::max();
    QCOMPARE(MessageId::fromString(MessageId(highest).toString()), MessageId(highest));
    QVERIFY(UserId().isNull());
    QVERIFY(!UserId(1).isNull());
}

void IdsTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("prefix alone") << u"user_"_s;
    QTest::newRow("number alone") << u"123"_s;
    QTest::newRow("zero") << u"user_0"_s;
    QTest::newRow("leading zero") << u"user_0123"_s;
    QTest::newRow("negative") << u"user_-1"_s;
    QTest::newRow("plus") << u"user_+1"_s;
    QTest::newRow("space before") << u" user_1"_s;
    QTest::newRow("space within") << u"user_ 1"_s;
    QTest::newRow("space behind") << u"user_1 "_s;
    QTest::newRow("capital letters") << u"USER_1"_s;
    QTest::newRow("one more than 64 bits") << u"user_9223372036854775808"_s;
    QTest::newRow("20 digits") << u"user_10000000000000000000"_s;
    QTest::newRow("hexadecimal") << u"user_0x1"_s;
    QTest::newRow("Arabic digits") << u"user_\u0661"_s;
    QTest::newRow("fraction") << u"user_1.5"_s;
}

void IdsTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!UserId::fromString(text));
}

void IdsTest::tellsKindsApart()
{
    QVERIFY(!UserId::fromString(u"channel_1"));
    QVERIFY(!MessageId::fromString(u"user_1"));
    QCOMPARE(ChannelId(1).toString(), u"channel_1"_s);
    QCOMPARE(MessageId(1).toString(), u"msg_1"_s);
    QCOMPARE(FileId(1).toString(), u"file_1"_s);
    QCOMPARE(ApiKeyId(1).toString(), u"key_1"_s);
    QCOMPARE(SessionId(1).toString(), u"session_1"_s);
}

void IdsTest::grows()
{
    IdGenerator generator;
    qint64 last = 0;
    for (int i = 0; i < 100'000; ++i) {
        const qint64 next = generator.next();
        QVERIFY(next > last);
        last = next;
    }
}

void IdsTest::growsFromTheLastOneUsed()
{
    // A database written by a machine whose clock was ahead.
    const qint64 ahead = std::numeric_limits<qint64>::max() / 2;
    IdGenerator generator(ahead);
    QCOMPARE(generator.next<MessageId>(), MessageId(ahead + 1));
    QCOMPARE(generator.next<MessageId>(), MessageId(ahead + 2));
}

void IdsTest::givesEachThreadItsOwn()
{
    constexpr int kThreads = 4;
    constexpr int kEach = 20'000;
    IdGenerator generator;
    std::array<std::vector<qint64>, kThreads> given;
    {
        std::vector<std::jthread> threads;
        threads.reserve(given.size());
        for (auto &ids : given) {
            threads.emplace_back([&generator, &ids] {
                for (int i = 0; i < kEach; ++i)
                    ids.push_back(generator.next());
            });
        }
    }
    QSet<qint64> all;
    for (const auto &ids : given) {
        QVERIFY(std::ranges::is_sorted(ids));
        for (const qint64 id : ids)
            all.insert(id);
    }
    QCOMPARE(all.size(), kThreads * kEach);
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::IdsTest)
#include "ids_test.moc"
