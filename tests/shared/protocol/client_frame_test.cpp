// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/client_frame.h"
#include "tests/shared/protocol/samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

namespace {

QJsonObject json(const QByteArray &frame)
{
    return QJsonDocument::fromJson(frame).object();
}

QByteArray bytes(const QJsonObject &frame)
{
    return QJsonDocument(frame).toJson(QJsonDocument::Compact);
}

} // namespace

/** The clients' frames, in both of the reference's forms. */
class ClientFrameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesCoverEveryRequest();
    void readsWhatItWrote_data();
    void readsWhatItWrote();
    void readsTheReferencesFrames();
    void keepsValues();
    void keepsTheId_data();
    void keepsTheId();
    void refuses_data();
    void refuses();
    void saysWhoseFaultItWas();
    void limitsLists();
};

void ClientFrameTest::samplesCoverEveryRequest()
{
    QSet<std::size_t> covered;
    for (const ClientRequest &request : sampleRequests())
        covered.insert(request.index());
    QCOMPARE(covered.size(), static_cast<qsizetype>(std::variant_size_v<ClientRequest>));
}

void ClientFrameTest::readsWhatItWrote_data()
{
    QTest::addColumn<int>("index");
    const QList<ClientRequest> requests = sampleRequests();
    for (int i = 0; i < requests.size(); ++i)
        QTest::addRow("%d %s", i, qPrintable(json(encodeClientFrame(requests[i])).value("type"_L1).toString())) << i;
}

void ClientFrameTest::readsWhatItWrote()
{
    QFETCH(const int, index);
    const ClientRequest request = sampleRequests().at(index);
    const QByteArray written = encodeClientFrame(request);
    QJsonObject flat = json(written);
    // Both forms: fields in the frame itself, or in its `data`.
    if (flat.contains("data"_L1)) {
        const QJsonObject data = flat.take("data"_L1).toObject();
        for (auto field = data.begin(); field != data.end(); ++field)
            flat.insert(field.key(), field.value());
    }
    const QString type = flat.value("type"_L1).toString();
    QJsonObject inner = flat;
    inner.remove("type"_L1);
    const QJsonObject nested{{"type"_L1, type}, {"data"_L1, inner}};
    for (const QByteArray &form : {written, bytes(flat), bytes(nested)}) {
        const auto read = decodeClientFrame(form);
        QVERIFY2(read, form.constData());
        QCOMPARE(read->request.index(), request.index());
        QVERIFY(read->id.isUndefined());
        QCOMPARE(encodeClientFrame(read->request), written);
    }
}

void ClientFrameTest::readsTheReferencesFrames()
{
    const auto subscribe = decodeClientFrame(R"({"type":"subscribe","channels":["channel_123","channel_456"]})");
    QCOMPARE(std::get<SubscribeRequest>(subscribe->request).channels,
             (QStringList{u"channel_123"_s, u"channel_456"_s}));
    const auto send = decodeClientFrame(
        R"({"type":"send_message","data":{"channel_id":"channel_123","content":"Hello from WebSocket!"}})");
    QCOMPARE(std::get<SendMessageRequest>(send->request).message.channel, u"channel_123"_s);
    QCOMPARE(std::get<SendMessageRequest>(send->request).message.content, u"Hello from WebSocket!"_s);
    const auto start = decodeClientFrame(R"({"type":"typing_start","channel_id":"channel_123"})");
    QCOMPARE(std::get<TypingRequest>(start->request).channel, u"channel_123"_s);
    QVERIFY(std::get<TypingRequest>(start->request).isTyping);
    const auto stop = decodeClientFrame(R"({"type":"typing_stop","channel_id":"channel_123"})");
    QVERIFY(!std::get<TypingRequest>(stop->request).isTyping);
    const auto auth = decodeClientFrame(R"({"type":"auth","token":"abc"})");
    QCOMPARE(std::get<AuthRequest>(auth->request).token, u"abc"_s);
    // What is no token is one that is not accepted.
    for (const QByteArray &none : {R"({"type":"auth"})"_ba, R"({"type":"auth","token":["x"]})"_ba,
                                   R"({"type":"auth","token":")" + QByteArray(4097, 'x') + "\"}"})
        QCOMPARE(std::get<AuthRequest>(decodeClientFrame(none)->request).token, QString());
}

void ClientFrameTest::keepsValues()
{
    for (const ClientRequest &request : sampleRequests()) {
        const auto read = decodeClientFrame(encodeClientFrame(request));
        if (const auto *send = std::get_if<SendMessageRequest>(&request)) {
            const NewMessage &message = std::get<SendMessageRequest>(read->request).message;
            QCOMPARE(message.content, send->message.content);
            QCOMPARE(message.contentType, ContentType::Markdown);
            QCOMPARE(message.mentions, QList<UserId>{UserId(14)});
            QCOMPARE(message.replyTo, MessageId(10));
            QCOMPARE(message.threadId, MessageId(9));
            QCOMPARE(message.clientMessageId, u"c-1"_s);
        } else if (std::holds_alternative<PresenceRequest>(request)) {
            QCOMPARE(std::get<PresenceRequest>(read->request).status, PresenceStatus::Dnd);
        } else if (std::holds_alternative<WatchPresenceRequest>(request)) {
            QCOMPARE(std::get<WatchPresenceRequest>(read->request).userIds, (QList<UserId>{UserId(13), UserId(14)}));
        }
    }
}

void ClientFrameTest::keepsTheId_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("text") << QByteArray(R"("a")") << true;
    QTest::newRow("number") << QByteArray("12") << true;
    QTest::newRow("64 characters") << '"' + QByteArray(64, 'x') + '"' << true;
    QTest::newRow("65 characters") << '"' + QByteArray(65, 'x') + '"' << false;
    QTest::newRow("list") << QByteArray("[1]") << false;
    QTest::newRow("object") << QByteArray("{}") << false;
    QTest::newRow("true") << QByteArray("true") << false;
}

void ClientFrameTest::keepsTheId()
{
    QFETCH(const QByteArray, id);
    QFETCH(const bool, isAccepted);
    const auto read = decodeClientFrame("{\"type\":\"ping\",\"id\":" + id + "}");
    QCOMPARE(read.has_value(), isAccepted);
    const QJsonValue expected = json("{\"v\":" + id + "}").value("v"_L1);
    if (isAccepted)
        QCOMPARE(read->id, expected);
    else
        QCOMPARE(read.error().error.details.value("field"_L1).toString(), u"id"_s);
    const auto wrong = decodeClientFrame("{\"type\":\"dance\",\"id\":" + id + "}");
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().id, isAccepted ? expected : QJsonValue(QJsonValue::Undefined));
    // Null is as good as none.
    QVERIFY(decodeClientFrame(R"({"type":"ping","id":null})")->id.isUndefined());
}

void ClientFrameTest::refuses_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("field");
    QTest::newRow("no type") << QByteArray("{}") << u"type"_s;
    QTest::newRow("type is a number") << QByteArray(R"({"type":1})") << u"type"_s;
    QTest::newRow("unknown type") << QByteArray(R"({"type":"message"})") << u"type"_s;
    QTest::newRow("subscribe to nothing said") << QByteArray(R"({"type":"subscribe"})") << u"channels"_s;
    QTest::newRow("subscribe to a number") << QByteArray(R"({"type":"subscribe","channels":[1]})") << u"channels.0"_s;
    QTest::newRow("send without content")
        << QByteArray(R"({"type":"send_message","data":{"channel_id":"general"}})") << u"data.content"_s;
    QTest::newRow("send, flat, without channel")
        << QByteArray(R"({"type":"send_message","content":"x"})") << u"channel_id"_s;
    QTest::newRow("send, empty content") << QByteArray(
        R"({"type":"send_message","data":{"channel_id":"general","content":""}})")
                                         << u"data.content"_s;
    QTest::newRow("send, wrong type of content")
        << QByteArray(R"({"type":"send_message","data":{"channel_id":"general","content":"x","content_type":"html"}})")
        << u"data.content_type"_s;
    QTest::newRow("send, wrong mentions")
        << QByteArray(R"({"type":"send_message","data":{"channel_id":"g","content":"x","mentions":["anna"]}})")
        << u"data.mentions"_s;
    QTest::newRow("send, wrong reply") << QByteArray(
        R"({"type":"send_message","data":{"channel_id":"g","content":"x","reply_to":"user_1"}})")
                                       << u"data.reply_to"_s;
    QTest::newRow("send, empty client id")
        << QByteArray(R"({"type":"send_message","data":{"channel_id":"g","content":"x","client_message_id":""}})")
        << u"data.client_message_id"_s;
    QTest::newRow("typing nowhere") << QByteArray(R"({"type":"typing_start"})") << u"channel_id"_s;
    QTest::newRow("presence without status") << QByteArray(R"({"type":"presence"})") << u"status"_s;
    QTest::newRow("presence offline") << QByteArray(R"({"type":"presence","status":"offline"})") << u"status"_s;
    QTest::newRow("watch nobody said") << QByteArray(R"({"type":"watch_presence"})") << u"user_ids"_s;
    QTest::newRow("watch a channel") << QByteArray(R"({"type":"watch_presence","user_ids":["channel_1"]})")
                                     << u"user_ids"_s;
}

void ClientFrameTest::refuses()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const QString, field);
    const auto read = decodeClientFrame(frame);
    QVERIFY(!read);
    QCOMPARE(read.error().error.code, ErrorCode::ValidationError);
    QCOMPARE(read.error().error.details.value("field"_L1).toString(), field);
}

void ClientFrameTest::saysWhoseFaultItWas()
{
    const auto noJson = decodeClientFrame("hello");
    QCOMPARE(noJson.error().error.code, ErrorCode::BadRequest);
    QVERIFY(noJson.error().id.isUndefined());
    const auto noObject = decodeClientFrame("[]");
    QCOMPARE(noObject.error().error.code, ErrorCode::ValidationError);
    // What was sent is in no fault: it may be somebody's message or token.
    const auto secret = decodeClientFrame(R"({"type":"presence","status":["hunter2"]})");
    QVERIFY(!bytes(secret.error().error.details).contains("hunter2"));
    QVERIFY(!secret.error().error.message.contains("hunter2"_L1));
}

void ClientFrameTest::limitsLists()
{
    const auto channels = [](int count) {
        QJsonArray list;
        for (int i = 0; i < count; ++i)
            list.append(u"channel_%1"_s.arg(i + 1));
        return bytes({{"type"_L1, "subscribe"_L1}, {"channels"_L1, list}});
    };
    QVERIFY(decodeClientFrame(channels(1000)));
    QVERIFY(!decodeClientFrame(channels(1001)));
    const auto people = [](int count) {
        QJsonArray list;
        for (int i = 0; i < count; ++i)
            list.append(UserId(i + 1).toString());
        return bytes({{"type"_L1, "watch_presence"_L1}, {"user_ids"_L1, list}});
    };
    QVERIFY(decodeClientFrame(people(200)));
    QVERIFY(!decodeClientFrame(people(201)));
}

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::ClientFrameTest)
#include "client_frame_test.moc"
