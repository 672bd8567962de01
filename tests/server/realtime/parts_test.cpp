// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/frame_joiner.h"
#include "server/realtime/shared_frame.h"
#include "server/realtime/token_bucket.h"
#include "server/realtime/websocket_frame.h"

#include <QTest>
#include <QtEndian>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plexi::realtime::test {

/** The small parts that need no socket. */
class PartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesHeadersOfEveryLength_data();
    void writesHeadersOfEveryLength();
    void writesControlFrames();
    void encodesOnceForAllThreads();
    void joinsOnceForAllWithTheSameFrames();
    void keepsDifferentOrdersApart();
    void limitsAndForgives();
    void tellsFloodsFromHaste();
    void limitsNothingWithoutALimit();
};

void PartsTest::writesHeadersOfEveryLength_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << qsizetype(0) << QByteArray::fromHex("8100");
    QTest::newRow("125") << qsizetype(125) << QByteArray::fromHex("817d");
    QTest::newRow("126") << qsizetype(126) << QByteArray::fromHex("817e007e");
    QTest::newRow("65535") << qsizetype(65'535) << QByteArray::fromHex("817effff");
    QTest::newRow("65536") << qsizetype(65'536) << QByteArray::fromHex("817f0000000000010000");
}

void PartsTest::writesHeadersOfEveryLength()
{
    QFETCH(const qsizetype, size);
    QFETCH(const QByteArray, header);
    const QByteArray payload(size, 'x');
    QCOMPARE(textFrame(payload), header + payload);
}

void PartsTest::writesControlFrames()
{
    QCOMPARE(pingFrame(), QByteArray::fromHex("8900"));
    QCOMPARE(closeFrame(CloseCode::Unauthorized, "bye"), QByteArray::fromHex("88051131") + "bye");
    QCOMPARE(closeFrame(CloseCode::GoingAway, {}), QByteArray::fromHex("880203e9"));
    // A control frame has at most 125 bytes.
    const QByteArray longest = closeFrame(CloseCode::TooSlow, QByteArray(500, 'x'));
    QCOMPARE(longest.size(), 127);
    QCOMPARE(longest.at(1), char(125));
}

void PartsTest::encodesOnceForAllThreads()
{
    const SharedFrame frame{protocol::Event(protocol::PongFrame{})};
    std::array<const char *, 8> places{};
    {
        std::vector<std::jthread> threads;
        threads.reserve(places.size());
        for (const char *&place : places)
            threads.emplace_back([&frame, &place] { place = frame.bytes().constData(); });
    }
    for (const char *place : places)
        QCOMPARE(place, frame.bytes().constData());
    QVERIFY(frame.bytes().endsWith(R"({"type":"pong","data":{}})"));
}

void PartsTest::joinsOnceForAllWithTheSameFrames()
{
    const QByteArray one = textFrame("one");
    const QByteArray two = textFrame("two");
    FrameJoiner joiner;
    QByteArray first;
    QByteArray second;
    for (const QByteArray &frame : {one, two}) {
        first = joiner.join(first, frame);
        second = joiner.join(second, frame);
    }
    QCOMPARE(first, one + two);
    QCOMPARE(second.constData(), first.constData());
    QCOMPARE(joiner.madeBytes(), one.size() + (one + two).size());
    joiner.clear();
    QCOMPARE(joiner.madeBytes(), 0);
    QCOMPARE(first, one + two);
    QCOMPARE(joiner.join({}, two), two);
}

void PartsTest::keepsDifferentOrdersApart()
{
    const QByteArray one = textFrame("one");
    const QByteArray two = textFrame("two");
    const QByteArray three = textFrame("three");
    FrameJoiner joiner;
    // Many sockets of three kinds, interleaved, and one that has something of its own before.
    std::array<QByteArray, 30> sockets;
    QByteArray own = textFrame("ack");
    const QByteArray ack = own;
    for (int turn = 0; turn < 3; ++turn) {
        for (std::size_t i = 0; i < sockets.size(); ++i) {
            const std::array<QByteArray, 3> frames{one, two, three};
            sockets[i] = joiner.join(sockets[i], frames[(i + static_cast<std::size_t>(turn)) % 3]);
        }
        own = joiner.join(own, one);
    }
    for (std::size_t i = 0; i < sockets.size(); i += 3) {
        QCOMPARE(sockets[i], one + two + three);
        QCOMPARE(sockets[i + 1], two + three + one);
        QCOMPARE(sockets[i + 2], three + one + two);
    }
    QCOMPARE(own, ack + one + one + one);
}

void PartsTest::limitsAndForgives()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(10, 20, start);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(bucket.take(1, start), TokenBucket::Verdict::Granted);
    QCOMPARE(bucket.take(1, start), TokenBucket::Verdict::Refused);
    // The refused one counts: 200 ms give two tokens, one of which it has taken.
    QCOMPARE(bucket.take(1, start + 200ms), TokenBucket::Verdict::Granted);
    QCOMPARE(bucket.take(1, start + 200ms), TokenBucket::Verdict::Refused);
    // However long the pause, no more than a burst.
    for (int i = 0; i < 20; ++i)
        QCOMPARE(bucket.take(1, start + 1h), TokenBucket::Verdict::Granted);
    QCOMPARE(bucket.take(1, start + 1h), TokenBucket::Verdict::Refused);
    // What costs more than a burst is granted to a full bucket, and paid for.
    QCOMPARE(bucket.take(30, start + 2h), TokenBucket::Verdict::Granted);
    QCOMPARE(bucket.take(1, start + 2h), TokenBucket::Verdict::Refused);
}

void PartsTest::tellsFloodsFromHaste()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(10, 20, start);
    int taken = 0;
    while (bucket.take(1, start) != TokenBucket::Verdict::Flooding) {
        ++taken;
        QVERIFY(taken < 100);
    }
    QCOMPARE(taken, 40);
}

void PartsTest::limitsNothingWithoutALimit()
{
    const TokenBucket::Clock::time_point start{};
    TokenBucket bucket(0, 0, start);
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(bucket.take(100, start), TokenBucket::Verdict::Granted);
}

} // namespace plexi::realtime::test

QTEST_GUILESS_MAIN(plexi::realtime::test::PartsTest)
#include "parts_test.moc"
