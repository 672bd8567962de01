// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/fake_server.h"
#include "tests/support/socket_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

QJsonObject data(const QJsonObject &frame)
{
    return frame.value("data"_L1).toObject();
}

QString code(const QJsonObject &error)
{
    return data(error).value("code"_L1).toString();
}

QJsonObject sendFrame(const QString &content, const QString &id = {})
{
    QJsonObject frame{{"type"_L1, "send_message"_L1},
                      {"data"_L1,
                       QJsonObject{{"channel_id"_L1, "general"_L1},
                                   {"content"_L1, content},
                                   {"client_message_id"_L1, u"c-"_s + content}}}};
    if (!id.isEmpty())
        frame.insert("id"_L1, id);
    return frame;
}

QJsonObject subscribeFrame(const QStringList &channels)
{
    return {{"type"_L1, "subscribe"_L1}, {"channels"_L1, QJsonArray::fromStringList(channels)}};
}

/** @p count public channels of the fake world. */
QStringList manyChannels(int first, int count)
{
    QStringList channels;
    for (int i = 0; i < count; ++i)
        channels.append(ChannelId(first + i).toString());
    return channels;
}

QString annasToken()
{
    return FakeAuthenticator::sessionToken(kAnna, 7);
}

} // namespace

/** What each frame of a signed-in socket is answered with. */
class FramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subscribesAndNamesWhatIsDenied();
    void subscribesToAThousandChannelsAndNoMore();
    void unsubscribesAndSaysWhatRemains();
    void acknowledgesMessagesInOrder();
    void answersFramesBehindAMessageInTheirTurn();
    void boundsWhatWaitsBehindAMessage();
    void forgetsTheAnswerOfWhoHasLeft();
    void saysWhyAMessageWasRefused();
    void limitsMessages();
    void keepsReadersFromWriting();
    void answersPing();
    void refusesWhatIsNoFrame_data();
    void refusesWhatIsNoFrame();
    void refusesBinary();
    void closesOnTooLong();
    void takesAFrameOfTheFullLength();
    void refusesThenClosesWhoFloods();
};

void FramesTest::subscribesAndNamesWhatIsDenied()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    QJsonObject frame = subscribeFrame({u"general"_s, u"channel_11"_s, u"nowhere"_s});
    frame.insert("id"_L1, u"s1"_s);
    client.send(frame);
    const QJsonObject answer = client.next(u"subscribed"_s);
    QCOMPARE(answer.value("id"_L1).toString(), u"s1"_s);
    const QJsonArray channels = data(answer).value("channels"_L1).toArray();
    QCOMPARE(channels, (QJsonArray{QJsonObject{{"channel_id"_L1, "channel_10"_L1}, {"seq"_L1, 1000}}}));
    QCOMPARE(data(answer).value("denied"_L1).toArray(), (QJsonArray{"channel_11"_L1, "nowhere"_L1}));

    server.hub.publish(messagePublication(kPrivate, 1));
    server.hub.publish(messagePublication(kGeneral, 2));
    QCOMPARE(data(client.next(u"message"_s)).value("id"_L1).toString(), u"msg_2"_s);
}

void FramesTest::subscribesToAThousandChannelsAndNoMore()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    QVERIFY(client.subscribe(manyChannels(1000, 999)));
    // Those it has already do not count twice.
    QVERIFY(client.subscribe(manyChannels(1001, 999)));
    client.send(subscribeFrame({u"general"_s}));
    const QJsonObject refused = client.next(u"error"_s);
    QCOMPARE(code(refused), u"VALIDATION_ERROR"_s);
    QCOMPARE(data(refused).value("details"_L1).toObject().value("field"_L1).toString(), u"channels"_s);
    server.hub.publish(messagePublication(kGeneral, 1));
    server.hub.publish(messagePublication(ChannelId(1999), 2));
    QCOMPARE(data(client.next(u"message"_s)).value("id"_L1).toString(), u"msg_2"_s);
}

void FramesTest::unsubscribesAndSaysWhatRemains()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    QVERIFY(client.subscribe({u"general"_s, u"channel_1000"_s, u"channel_1001"_s}));
    client.send(
        {{"type"_L1, "unsubscribe"_L1}, {"channels"_L1, QJsonArray{"general"_L1, "channel_1000"_L1}}, {"id"_L1, 5}});
    const QJsonObject answer = client.next(u"subscribed"_s);
    QCOMPARE(answer.value("id"_L1).toInt(), 5);
    QCOMPARE(data(answer).value("channels"_L1).toArray(),
             (QJsonArray{QJsonObject{{"channel_id"_L1, "channel_1001"_L1}, {"seq"_L1, 100100}}}));
    QVERIFY(data(answer).value("denied"_L1).toArray().isEmpty());
    server.hub.publish(messagePublication(kGeneral, 1));
    server.hub.publish(messagePublication(ChannelId(1000), 2));
    server.hub.publish(messagePublication(ChannelId(1001), 3));
    QCOMPARE(data(client.next(u"message"_s)).value("id"_L1).toString(), u"msg_3"_s);
}

void FramesTest::acknowledgesMessagesInOrder()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    server.requests.hold();
    QStringList contents;
    for (int i = 0; i < 50; ++i) {
        contents.append(QString::number(i));
        client.send(sendFrame(contents.last(), u"id-"_s + contents.last()));
    }
    QTRY_COMPARE(server.requests.sentContents().size(), 1);
    server.requests.release();
    QTRY_COMPARE(client.all(u"ack"_s).size(), 50);
    QCOMPARE(server.requests.sentContents(), contents);
    for (int i = 0; i < 50; ++i) {
        const QJsonObject ack = client.next(u"ack"_s);
        QCOMPARE(ack.value("id"_L1).toString(), u"id-%1"_s.arg(i));
        QCOMPARE(data(ack).value("client_message_id"_L1).toString(), u"c-%1"_s.arg(i));
        const QJsonObject message = data(ack).value("message"_L1).toObject();
        QCOMPARE(message.value("content"_L1).toString(), contents.at(i));
        QCOMPARE(message.value("user_id"_L1).toString(), kAnna.toString());
    }
}

void FramesTest::answersFramesBehindAMessageInTheirTurn()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    QStringList order;
    QObject::connect(&client.socket(), &QWebSocket::textMessageReceived, &client, [&](const QString &text) {
        order.append(QJsonDocument::fromJson(text.toUtf8()).object().value("type"_L1).toString());
    });
    server.requests.hold();
    client.send(sendFrame(u"one"_s));
    client.send({{"type"_L1, "ping"_L1}});
    client.send(sendFrame(u"two"_s));
    QTRY_COMPARE(server.requests.sentContents(), QStringList{u"one"_s});
    server.requests.release();
    QTRY_COMPARE(order, (QStringList{u"ack"_s, u"pong"_s, u"ack"_s}));
}

void FramesTest::boundsWhatWaitsBehindAMessage()
{
    realtime::HubOptions options = quickOptions();
    options.maxPendingFrames = 64;
    FakeServer server(options);
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    server.requests.hold();
    // One is on its way, 64 wait, and the next one has no place.
    for (int i = 0; i < 66; ++i)
        client.send(sendFrame(QString::number(i), QString::number(i)));
    const QJsonObject refused = client.next(u"error"_s);
    QCOMPARE(code(refused), u"RATE_LIMIT_EXCEEDED"_s);
    QCOMPARE(refused.value("id"_L1).toString(), u"65"_s);
    QVERIFY(data(refused).value("retry_after"_L1).toInt() > 0);
    server.requests.release();
    QTRY_COMPARE(client.all(u"ack"_s).size(), 65);
    QCOMPARE(client.all(u"error"_s).size(), 1);
}

void FramesTest::forgetsTheAnswerOfWhoHasLeft()
{
    FakeServer server;
    server.requests.hold();
    {
        SocketClient client;
        QVERIFY(client.signIn(server.url(), annasToken()));
        client.send(sendFrame(u"last words"_s));
        client.send(sendFrame(u"never said"_s));
        QTRY_COMPARE(server.requests.sentContents().size(), 1);
    }
    QTRY_COMPARE(server.hub.connectionCount(), 0);
    server.requests.release();
    // The loops still work, and what was queued behind did not go out in the name of somebody who left.
    SocketClient other;
    QVERIFY(other.signIn(server.url(), annasToken()));
    other.send(sendFrame(u"hello"_s));
    QVERIFY(!other.next(u"ack"_s).isEmpty());
    QCOMPARE(server.requests.sentContents(), (QStringList{u"last words"_s, u"hello"_s}));
}

void FramesTest::saysWhyAMessageWasRefused()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    client.send(
        {{"type"_L1, "send_message"_L1}, {"channel_id"_L1, "channel_11"_L1}, {"content"_L1, "x"_L1}, {"id"_L1, 1}});
    QJsonObject refused = client.next(u"error"_s);
    QCOMPARE(code(refused), u"RESOURCE_NOT_FOUND"_s);
    QCOMPARE(refused.value("id"_L1).toInt(), 1);
    client.send(
        {{"type"_L1, "send_message"_L1}, {"data"_L1, QJsonObject{{"channel_id"_L1, "general"_L1}}}, {"id"_L1, 2}});
    refused = client.next(u"error"_s);
    QCOMPARE(code(refused), u"VALIDATION_ERROR"_s);
    QCOMPARE(data(refused).value("details"_L1).toObject().value("field"_L1).toString(), u"data.content"_s);
    QCOMPARE(refused.value("id"_L1).toInt(), 2);
}

void FramesTest::limitsMessages()
{
    realtime::HubOptions options = quickOptions();
    const auto taken = std::make_shared<std::atomic<int>>(0);
    options.takeMessage = [taken](const security::Principal &caller) -> std::optional<int> {
        if (caller.userId == kAnna && taken->fetch_add(1) >= 2)
            return 42;
        return std::nullopt;
    };
    FakeServer server(options);
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    for (int i = 0; i < 3; ++i)
        client.send(sendFrame(QString::number(i), QString::number(i)));
    const QJsonObject refused = client.next(u"error"_s);
    QCOMPARE(code(refused), u"RATE_LIMIT_EXCEEDED"_s);
    QCOMPARE(data(refused).value("retry_after"_L1).toInt(), 42);
    QCOMPARE(refused.value("id"_L1).toString(), u"2"_s);
    QCOMPARE(client.all(u"ack"_s).size(), 2);
    QCOMPARE(server.requests.sentContents().size(), 2);
}

void FramesTest::keepsReadersFromWriting()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.open(server.url(FakeAuthenticator::apiKey(kAnna, 8, false))));
    QVERIFY(!client.next(u"ready"_s).isEmpty());
    QVERIFY(client.subscribe({u"general"_s}));
    client.send(sendFrame(u"x"_s));
    QCOMPARE(code(client.next(u"error"_s)), u"INSUFFICIENT_PERMISSIONS"_s);
    client.send({{"type"_L1, "typing_start"_L1}, {"channel_id"_L1, "general"_L1}});
    QCOMPARE(code(client.next(u"error"_s)), u"INSUFFICIENT_PERMISSIONS"_s);
    client.send({{"type"_L1, "presence"_L1}, {"status"_L1, "dnd"_L1}});
    QCOMPARE(code(client.next(u"error"_s)), u"INSUFFICIENT_PERMISSIONS"_s);
    QVERIFY(server.requests.sentContents().isEmpty());
    QCOMPARE(server.hub.status(kAnna), protocol::PresenceStatus::Online);
}

void FramesTest::answersPing()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    client.send({{"type"_L1, "ping"_L1}, {"id"_L1, 99}});
    QCOMPARE(client.next(u"pong"_s).value("id"_L1).toInt(), 99);
    client.send({{"type"_L1, "ping"_L1}});
    QVERIFY(!client.next(u"pong"_s).contains("id"_L1));
}

void FramesTest::refusesWhatIsNoFrame_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QString() << u"BAD_REQUEST"_s;
    QTest::newRow("no JSON") << u"hello"_s << u"BAD_REQUEST"_s;
    QTest::newRow("cut off") << uR"({"type":"ping")"_s << u"BAD_REQUEST"_s;
    QTest::newRow("too deep") << QString(1000, u'[') + QString(1000, u']') << u"BAD_REQUEST"_s;
    QTest::newRow("a list") << u"[]"_s << u"VALIDATION_ERROR"_s;
    QTest::newRow("no type") << u"{}"_s << u"VALIDATION_ERROR"_s;
    QTest::newRow("unknown type") << uR"({"type":"dance"})"_s << u"VALIDATION_ERROR"_s;
    QTest::newRow("wrong type of field") << uR"({"type":"subscribe","channels":"general"})"_s << u"VALIDATION_ERROR"_s;
    QTest::newRow("unknown status") << uR"({"type":"presence","status":"offline"})"_s << u"VALIDATION_ERROR"_s;
    QTest::newRow("channel that is not there")
        << uR"({"type":"typing_start","channel_id":"nowhere"})"_s << u"RESOURCE_NOT_FOUND"_s;
}

void FramesTest::refusesWhatIsNoFrame()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    client.sendText(text);
    QCOMPARE(code(client.next(u"error"_s)), expected);
    client.send({{"type"_L1, "ping"_L1}});
    QVERIFY(!client.next(u"pong"_s).isEmpty());
}

void FramesTest::refusesBinary()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    client.socket().sendBinaryMessage(R"({"type":"ping"})");
    QCOMPARE(code(client.next(u"error"_s)), u"BAD_REQUEST"_s);
    client.send({{"type"_L1, "ping"_L1}});
    QVERIFY(!client.next(u"pong"_s).isEmpty());
}

void FramesTest::closesOnTooLong()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    client.sendText(QString((128 << 10) + 1, u' '));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 1009);
    QTRY_COMPARE(server.hub.connectionCount(), 0);
}

void FramesTest::takesAFrameOfTheFullLength()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    const QString frame = uR"({"type":"ping"})"_s;
    client.sendText(frame + QString((128 << 10) - frame.size(), u' '));
    QVERIFY(!client.next(u"pong"_s).isEmpty());
}

void FramesTest::refusesThenClosesWhoFloods()
{
    realtime::HubOptions options = quickOptions();
    options.framesPerSecond = 1;
    options.frameBurst = 20;
    FakeServer server(options);
    SocketClient client;
    QVERIFY(client.signIn(server.url(), annasToken()));
    for (int i = 0; i < 100; ++i)
        client.send({{"type"_L1, "ping"_L1}, {"id"_L1, i}});
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 1008);
    QVERIFY(client.all(u"pong"_s).size() >= 19);
    QVERIFY(client.all(u"pong"_s).size() <= 30);
    const QJsonObject refused = client.next(u"error"_s);
    QCOMPARE(code(refused), u"RATE_LIMIT_EXCEEDED"_s);
    QVERIFY(refused.contains("id"_L1));
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::FramesTest)
#include "frames_test.moc"
