// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/event.h"
#include "tests/shared/protocol/samples.h"

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

} // namespace

/** The server's frames: each written, read, and written the same again. */
class EventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesCoverEveryEvent();
    void readsWhatItWrote_data();
    void readsWhatItWrote();
    void keepsValues();
    void writesTheReferencesFrames();
    void repeatsTheId();
    void leavesTheViewerOut();
    void refuses_data();
    void refuses();
    void missesNoRequiredField_data();
    void missesNoRequiredField();
};

void EventTest::samplesCoverEveryEvent()
{
    QSet<std::size_t> covered;
    QSet<QString> names;
    for (const Event &event : sampleEvents()) {
        covered.insert(event.index());
        names.insert(eventName(event));
    }
    QCOMPARE(covered.size(), static_cast<qsizetype>(std::variant_size_v<Event>));
    QCOMPARE(names.size(), static_cast<qsizetype>(std::variant_size_v<Event>));
}

void EventTest::readsWhatItWrote_data()
{
    QTest::addColumn<int>("index");
    const QList<Event> events = sampleEvents();
    for (int i = 0; i < events.size(); ++i)
        QTest::addRow("%d %s", i, eventName(events[i]).data()) << i;
}

void EventTest::readsWhatItWrote()
{
    QFETCH(const int, index);
    const Event event = sampleEvents().at(index);
    const QByteArray frame = encodeFrame(event);
    QCOMPARE(json(frame).value("type"_L1).toString(), eventName(event));
    QVERIFY(json(frame).value("data"_L1).isObject());
    const auto decoded = decodeFrame(frame);
    QVERIFY2(decoded, qPrintable(decoded ? QString() : decoded.error().message));
    QCOMPARE(decoded->event.index(), event.index());
    QVERIFY(decoded->replyTo.isUndefined());
    QCOMPARE(encodeFrame(decoded->event), frame);
}

void EventTest::keepsValues()
{
    const auto created = decodeFrame(encodeFrame(MessageCreated{sampleMessage()}));
    QCOMPARE(std::get<MessageCreated>(created->event).message, sampleMessage());
    const auto deleted = decodeFrame(encodeFrame(MessageDeleted{sampleTombstone()}));
    QCOMPARE(std::get<MessageDeleted>(deleted->event).message, sampleTombstone());
    const auto ready = decodeFrame(encodeFrame(ReadyFrame{sampleOwnUser(), SessionId(7)}));
    QCOMPARE(std::get<ReadyFrame>(ready->event).session, SessionId(7));
    QCOMPARE(std::get<ReadyFrame>(ready->event).user.own->email, u"anna@example.org"_s);
    const Error error{.code = ErrorCode::Conflict, .message = u"m"_s, .details = {{"a"_L1, 1}}, .retryAfter = 9};
    const auto failed = decodeFrame(encodeFrame(ErrorFrame{error}));
    const Error &read = std::get<ErrorFrame>(failed->event).error;
    QCOMPARE(read.code, error.code);
    QCOMPARE(read.message, error.message);
    QCOMPARE(read.details, error.details);
    QCOMPARE(read.retryAfter, 9);
    const auto typing = decodeFrame(encodeFrame(TypingChanged{ChannelId(1), UserId(2), true}));
    QCOMPARE(std::get<TypingChanged>(typing->event).channelId, ChannelId(1));
    QCOMPARE(std::get<TypingChanged>(typing->event).userId, UserId(2));
    QCOMPARE(std::get<TypingChanged>(typing->event).isTyping, true);
    const auto pin = decodeFrame(encodeFrame(PinChanged{MessageId(3), ChannelId(1), UserId(2), true, 4}));
    QCOMPARE(std::get<PinChanged>(pin->event).messageId, MessageId(3));
    QCOMPARE(std::get<PinChanged>(pin->event).seq, 4);
    QVERIFY(std::get<PinChanged>(pin->event).added);
}

void EventTest::writesTheReferencesFrames()
{
    QCOMPARE(json(encodeFrame(TypingChanged{ChannelId(123), UserId(456), true})),
             json(R"({"type":"typing","data":{"channel_id":"channel_123","user_id":"user_456","is_typing":true}})"));
    QCOMPARE(json(encodeFrame(PresenceChanged{UserId(456), PresenceStatus::Online, Timestamp{1'736'937'000'000}})),
             json(R"({"type":"presence","data":{"user_id":"user_456","status":"online",
                      "last_seen":"2025-01-15T10:30:00Z"}})"));
    QCOMPARE(json(encodeFrame(MemberLeft{ChannelId(1), UserId(2)})),
             json(R"({"type":"member_left","data":{"channel_id":"channel_1","user_id":"user_2"}})"));
    QCOMPARE(json(encodeFrame(ReadMarkerMoved{ChannelId(1), std::nullopt})),
             json(R"({"type":"read","data":{"channel_id":"channel_1","message_id":null}})"));
    QCOMPARE(json(encodeFrame(ReactionChanged{MessageId(1), ChannelId(2), UserId(3), u"x"_s, true, 4})),
             json(R"({"type":"reaction","data":{"message_id":"msg_1","channel_id":"channel_2","user_id":"user_3",
                      "emoji":"x","added":true,"seq":4}})"));
    const QJsonObject message = json(encodeFrame(MessageCreated{sampleMessage()})).value("data"_L1).toObject();
    for (const QLatin1StringView field : {"id"_L1, "channel_id"_L1, "user_id"_L1, "content"_L1, "created_at"_L1})
        QVERIFY2(message.value(field).isString(), field.data());
}

void EventTest::repeatsTheId()
{
    for (const QJsonValue &id : {QJsonValue("a-1"_L1), QJsonValue(17)}) {
        const QByteArray frame = encodeFrame(PongFrame{}, id);
        QCOMPARE(json(frame).value("id"_L1), id);
        QCOMPARE(decodeFrame(frame)->replyTo, id);
    }
    QVERIFY(!json(encodeFrame(PongFrame{})).contains("id"_L1));
}

void EventTest::leavesTheViewerOut()
{
    const QJsonObject channel = json(encodeFrame(ChannelCreated{sampleChannel()})).value("data"_L1).toObject();
    for (const QLatin1StringView field :
         {"is_member"_L1, "unread_count"_L1, "mention_count"_L1, "last_read_message_id"_L1, "notification_level"_L1})
        QVERIFY2(!channel.contains(field), field.data());
}

void EventTest::refuses_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("field");
    QTest::newRow("no JSON") << QByteArray("{") << QString();
    QTest::newRow("list") << QByteArray("[]") << QString();
    QTest::newRow("no type") << QByteArray(R"({"data":{}})") << u"type"_s;
    QTest::newRow("type of another type") << QByteArray(R"({"type":5,"data":{}})") << u"type"_s;
    QTest::newRow("unknown type") << QByteArray(R"({"type":"later","data":{}})") << u"type"_s;
    QTest::newRow("no data") << QByteArray(R"({"type":"typing"})") << u"data.channel_id"_s;
    QTest::newRow("data is a list") << QByteArray(R"({"type":"typing","data":[]})") << u"data.channel_id"_s;
    QTest::newRow("unknown status") << QByteArray(R"({"type":"presence","data":{"user_id":"user_1","status":"busy"}})")
                                    << u"data.status"_s;
    QTest::newRow("negative seq") << QByteArray(
        R"({"type":"subscribed","data":{"channels":[{"channel_id":"channel_1","seq":-1}],"denied":[]}})")
                                  << u"data.channels.seq"_s;
    QTest::newRow("id of another kind") << QByteArray(
        R"({"type":"member_left","data":{"channel_id":"user_1","user_id":"user_1"}})")
                                        << u"data.channel_id"_s;
}

void EventTest::refuses()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const QString, field);
    const auto decoded = decodeFrame(frame);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().details.value("field"_L1).toString(), field);
}

void EventTest::missesNoRequiredField_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("field");
    // What a client cannot do without; taking any of it away must be noticed.
    const auto add = [](const Event &wanted, const QStringList &fields) {
        const QList<Event> events = sampleEvents();
        for (int i = 0; i < events.size(); ++i) {
            if (events[i].index() != wanted.index())
                continue;
            for (const QString &field : fields)
                QTest::addRow("%s %s", eventName(wanted).data(), qPrintable(field)) << i << field;
            return;
        }
    };
    add(ReadyFrame{}, {u"user"_s});
    add(SubscribedFrame{}, {u"channels"_s, u"denied"_s});
    add(AckFrame{}, {u"message"_s});
    add(ErrorFrame{}, {u"code"_s});
    add(MessageCreated{}, {u"id"_s, u"channel_id"_s, u"user_id"_s, u"content"_s, u"created_at"_s, u"seq"_s});
    add(ReactionChanged{}, {u"message_id"_s, u"channel_id"_s, u"user_id"_s, u"emoji"_s, u"added"_s, u"seq"_s});
    add(PinChanged{}, {u"message_id"_s, u"channel_id"_s, u"user_id"_s, u"added"_s, u"seq"_s});
    add(TypingChanged{}, {u"channel_id"_s, u"user_id"_s, u"is_typing"_s});
    add(PresenceChanged{}, {u"user_id"_s, u"status"_s});
    add(ChannelCreated{}, {u"id"_s, u"type"_s, u"created_at"_s, u"seq"_s});
    add(MemberJoined{}, {u"channel_id"_s, u"user_id"_s});
    add(ReadMarkerMoved{}, {u"channel_id"_s});
}

void EventTest::missesNoRequiredField()
{
    QFETCH(const int, index);
    QFETCH(const QString, field);
    QJsonObject frame = json(encodeFrame(sampleEvents().at(index)));
    QJsonObject data = frame.value("data"_L1).toObject();
    QVERIFY(data.contains(field));
    data.remove(field);
    frame.insert("data"_L1, data);
    QVERIFY(!decodeFrame(QJsonDocument(frame).toJson()));
}

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::EventTest)
#include "event_test.moc"
