// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/socket_client.h"

#include <QSet>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

QJsonObject data(const QJsonObject &frame)
{
    return frame.value("data"_L1).toObject();
}

} // namespace

/** Two people of the `--dev` world chat through the real server, over REST and sockets. */
class ConversationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        m_admin = std::make_unique<RestClient>(m_server->url());
        m_john = std::make_unique<RestClient>(m_server->url());
        QCOMPARE(m_admin->signIn(u"admin"_s, u"admin123"_s).status, 200);
        QCOMPARE(m_john->signIn(u"john"_s, u"john12345"_s).status, 200);
    }

    void aMessageReachesBothOnce()
    {
        SocketClient admin;
        SocketClient john;
        QVERIFY(admin.signIn(m_server->webSocketUrl(), m_admin->accessToken()));
        QVERIFY(john.signIn(m_server->webSocketUrl(), m_john->accessToken()));
        QVERIFY(admin.subscribe({u"channel_123"_s}));
        QVERIFY(john.subscribe({u"channel_123"_s}));

        const Answer sent = m_admin->post(u"/api/v1/messages"_s,
                                          {{"channel_id"_L1, "channel_123"_L1},
                                           {"content"_L1, "Hello, everyone!"_L1},
                                           {"mentions"_L1, QJsonArray{"user_456"_L1}},
                                           {"reply_to"_L1, "msg_789"_L1},
                                           {"client_message_id"_L1, "first"_L1}});
        QCOMPARE(sent.status, 201);
        const QJsonObject seen = data(john.next(u"message"_s));
        QCOMPARE(seen.value("id"_L1), sent.json.value("id"_L1));
        QCOMPARE(seen.value("content"_L1).toString(), u"Hello, everyone!"_s);
        QCOMPARE(seen.value("client_message_id"_L1).toString(), u"first"_s);
        QCOMPARE(data(admin.next(u"message"_s)).value("id"_L1), sent.json.value("id"_L1));

        const Answer again = m_admin->post(u"/api/v1/messages"_s,
                                           {{"channel_id"_L1, "channel_123"_L1},
                                            {"content"_L1, "Hello, everyone!"_L1},
                                            {"client_message_id"_L1, "first"_L1}});
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json.value("id"_L1), sent.json.value("id"_L1));

        john.send({{"type"_L1, "send_message"_L1},
                   {"id"_L1, 7},
                   {"data"_L1,
                    QJsonObject{{"channel_id"_L1, "channel_123"_L1},
                                {"content"_L1, "Hello from WebSocket!"_L1},
                                {"client_message_id"_L1, "second"_L1}}}});
        const QJsonObject ack = john.next(u"ack"_s);
        QCOMPARE(ack.value("id"_L1).toInt(), 7);
        QCOMPARE(data(ack).value("client_message_id"_L1).toString(), u"second"_s);
        const QString second = data(ack).value("message"_L1)["id"_L1].toString();
        // The repeat of the first message came before this one and showed nobody anything.
        QCOMPARE(data(admin.next(u"message"_s)).value("id"_L1).toString(), second);
        QCOMPARE(data(john.next(u"message"_s)).value("id"_L1).toString(), second);

        const QString path = "/api/v1/messages/"_L1 + second;
        QCOMPARE(m_admin->put(path, {{"content"_L1, "not mine"_L1}}).status, 403);
        QCOMPARE(m_john->put(path, {{"content"_L1, "Edited"_L1}}).status, 200);
        QCOMPARE(data(admin.next(u"message_updated"_s)).value("content"_L1).toString(), u"Edited"_s);
        QCOMPARE(m_john->remove(path).status, 204);
        const QJsonObject tombstone = data(admin.next(u"message_deleted"_s));
        QCOMPARE(tombstone.value("content"_L1).toString(), QString());
        QVERIFY(tombstone.value("is_deleted"_L1).toBool());
        QCOMPARE(admin.all(u"message"_s).size(), 2);
        QCOMPARE(john.all(u"message"_s).size(), 2);
    }

    void aThreadIsFollowedReadAndLeft()
    {
        const QJsonObject reply{
            {"channel_id"_L1, "channel_123"_L1}, {"content"_L1, "I think so"_L1}, {"thread_id"_L1, "msg_456"_L1}};
        const QString id = m_john->post(u"/api/v1/messages"_s, reply).json.value("id"_L1).toString();
        const QString follow = "/api/v1/messages/"_L1 + id + "/thread/follow"_L1;
        const QJsonObject expected{{"thread_id"_L1, "msg_456"_L1},
                                   {"channel_id"_L1, "channel_123"_L1},
                                   {"is_following"_L1, true},
                                   {"unread_count"_L1, 1},
                                   {"last_read_message_id"_L1, QJsonValue::Null}};
        QCOMPARE(m_admin->get(follow).json, expected);
        const QString unread = u"/api/v1/users/me/threads?unread=true"_s;
        const QJsonObject listed = m_admin->get(unread).json.value("threads"_L1).toArray().first().toObject();
        QCOMPARE(listed.value("unread_count"_L1).toInt(), 1);
        QCOMPARE(listed.value("message"_L1)["reply_count"_L1].toInt(), 1);
        QCOMPARE(m_admin->get(u"/api/v1/users/me/unread"_s).json.value("unread_replies"_L1).toInt(), 1);
        const Answer read = m_admin->put(u"/api/v1/messages/msg_456/thread/read"_s, {});
        QCOMPARE(read.json.value("last_read_message_id"_L1).toString(), id);
        QCOMPARE(read.json.value("unread_count"_L1).toInt(), 0);
        QVERIFY(m_admin->get(unread).json.value("threads"_L1).toArray().isEmpty());
        QCOMPARE(m_admin->remove(follow).status, 204);
        QVERIFY(!m_admin->get(follow).json.value("is_following"_L1).toBool(true));
        QVERIFY(m_admin->put(follow, {}).json.value("is_following"_L1).toBool());
        QCOMPARE(m_admin->get(unread + "&before=nothing"_L1).status, 422);
    }

    void reactionsAndPinsReachTheOther()
    {
        SocketClient admin;
        QVERIFY(admin.signIn(m_server->webSocketUrl(), m_admin->accessToken()));
        QVERIFY(admin.subscribe({u"channel_123"_s}));
        const QString message = u"/api/v1/messages/msg_123"_s;
        // A heart with its variation selector, percent-encoded as browsers do.
        const QString heart = message + "/reactions/%E2%9D%A4%EF%B8%8F"_L1;
        const Answer added = m_john->put(heart, {});
        QCOMPARE(added.status, 200);
        const QJsonObject expected{{"emoji"_L1, u"❤️"_s}, {"count"_L1, 1}, {"user_ids"_L1, QJsonArray{"user_456"_L1}}};
        QCOMPARE(added.json.value("reactions"_L1).toArray(), QJsonArray{expected});
        QCOMPARE(m_john->put(heart, {}).json, added.json);
        QCOMPARE(m_admin->get(message).json, added.json);
        const QJsonObject frame = data(admin.next(u"reaction"_s));
        const QJsonObject told{{"message_id"_L1, "msg_123"_L1},
                               {"channel_id"_L1, "channel_123"_L1},
                               {"user_id"_L1, "user_456"_L1},
                               {"emoji"_L1, u"❤️"_s},
                               {"added"_L1, true},
                               {"seq"_L1, added.json.value("seq"_L1)}};
        QCOMPARE(frame, told);
        QCOMPARE(m_john->put(message + "/reactions/:tada:"_L1, {}).status, 200);
        QCOMPARE(m_john->remove(heart).status, 204);
        QCOMPARE(m_john->remove(heart).status, 204);
        QCOMPARE(data(admin.next(u"reaction"_s)).value("emoji"_L1).toString(), u":tada:"_s);
        QCOMPARE(data(admin.next(u"reaction"_s)).value("added"_L1).toBool(true), false);
        for (const auto &bad : {u"ok"_s, u"%F0%9F%91%8D%F0%9F%91%8D"_s, u"%20"_s, u":A:"_s}) {
            const Answer refused = m_john->put(message + "/reactions/"_L1 + bad, {});
            QCOMPARE(refused.status, 422);
            QCOMPARE(refused.json.value("error"_L1)["details"_L1]["field"_L1].toString(), u"emoji"_s);
        }
        QCOMPARE(m_john->put(u"/api/v1/messages/msg_7/reactions/:a:"_s, {}).status, 404);

        const Answer pinned = m_john->put(message + "/pin"_L1, {});
        QCOMPARE(pinned.status, 200);
        QVERIFY(pinned.json.value("is_pinned"_L1).toBool());
        QVERIFY(data(admin.next(u"pin"_s)).value("added"_L1).toBool());
        const Answer pins = m_admin->get(u"/api/v1/channels/channel_123/pins"_s);
        QCOMPARE(pins.json.value("pins"_L1).toArray(), QJsonArray{pinned.json});
        const QJsonObject end{{"has_more"_L1, false}, {"next_cursor"_L1, QJsonValue::Null}, {"total_count"_L1, 1}};
        QCOMPARE(pins.json.value("pagination"_L1).toObject(), end);
        QCOMPARE(m_admin->get(u"/api/v1/channels/channel_123/pins?limit=0"_s).status, 422);
        QCOMPARE(m_admin->remove(message + "/pin"_L1).status, 204);
        QCOMPARE(m_admin->remove(message + "/pin"_L1).status, 204);
        QVERIFY(!data(admin.next(u"pin"_s)).value("added"_L1).toBool(true));
        // What changed nothing told nobody anything.
        QCOMPARE(admin.all(u"reaction"_s).size(), 3);
        QCOMPARE(admin.all(u"pin"_s).size(), 2);
    }

    void peopleKeepTheirOwnLists()
    {
        const Answer made = m_admin->post(u"/api/v1/channels"_s, {{"name"_L1, "Own lists"_L1}});
        const QString room = "/api/v1/channels/"_L1 + made.json.value("id"_L1).toString();
        QVERIFY(made.json.contains("archived_at"_L1) && made.json.value("archived_at"_L1).isNull());
        QVERIFY(made.json.contains("favorite_position"_L1) && made.json.value("favorite_position"_L1).isNull());
        QCOMPARE(m_john->post(room + "/join"_L1, {}).status, 200);
        const auto post = [&](QLatin1StringView text) {
            return m_admin->post(u"/api/v1/messages"_s,
                                 {{"channel_id"_L1, made.json.value("id"_L1)}, {"content"_L1, text}});
        };
        const QString first = post("first"_L1).json.value("id"_L1).toString();
        const QString second = post("second"_L1).json.value("id"_L1).toString();

        QCOMPARE(m_john->put(room + "/favorite"_L1, {}).json.value("favorite_position"_L1).toInt(-1), 0);
        QCOMPARE(m_john->put(room + "/favorite"_L1, {{"position"_L1, -1}}).status, 422);
        QCOMPARE(m_john->remove(room + "/favorite"_L1).status, 204);
        QVERIFY(m_john->get(room).json.value("favorite_position"_L1).isNull());

        QCOMPARE(m_john->put(room + "/read"_L1, {{"message_id"_L1, second}}).json.value("unread_count"_L1).toInt(-1),
                 0);
        const Answer unread = m_john->put(room + "/unread"_L1, {{"message_id"_L1, first}});
        QCOMPARE(unread.status, 200);
        QCOMPARE(unread.json.value("unread_count"_L1).toInt(), 2);
        QVERIFY(unread.json.value("last_read_message_id"_L1).isNull());
        QCOMPARE(m_john->put(room + "/unread"_L1, {{"message_id"_L1, "msg_123"_L1}}).status, 404);

        const QString message = "/api/v1/messages/"_L1 + first;
        QCOMPARE(m_john->put(message + "/bookmark"_L1, {}).status, 200);
        const Answer bookmarks = m_john->get(u"/api/v1/users/me/bookmarks"_s);
        QCOMPARE(bookmarks.json.value("bookmarks"_L1)[0]["id"_L1].toString(), first);
        QCOMPARE(bookmarks.json.value("pagination"_L1)["total_count"_L1].toInt(), 1);
        QCOMPARE(m_john->remove(message + "/bookmark"_L1).status, 204);

        QCOMPARE(m_admin->put(message, {{"content"_L1, "changed"_L1}}).status, 200);
        QCOMPARE(m_john->get(message + "/history"_L1).status, 403);
        const Answer history = m_admin->get(message + "/history"_L1);
        QCOMPARE(history.json.value("history"_L1)[0]["content"_L1].toString(), u"first"_s);

        QCOMPARE(m_john->put(room + "/archive"_L1, {}).status, 403);
        const Answer archived = m_admin->put(room + "/archive"_L1, {});
        QCOMPARE(archived.status, 200);
        QVERIFY(archived.json.value("archived_at"_L1).isString());
        QCOMPARE(post("third"_L1).status, 403);
        QCOMPARE(m_admin->remove(room + "/archive"_L1).status, 204);
        QCOMPARE(post("third"_L1).status, 201);

        QCOMPARE(m_admin->put(room + "/members/user_456"_L1, {{"role"_L1, "king"_L1}}).status, 422);
        const Answer owner = m_admin->put(room + "/members/user_456"_L1, {{"role"_L1, "owner"_L1}});
        QCOMPARE(owner.status, 200);
        QCOMPARE(owner.json.value("role"_L1).toString(), u"owner"_s);
        QCOMPARE(owner.json.value("user_id"_L1).toString(), u"user_456"_s);
    }

    void typingAndPresenceReachTheOther()
    {
        // A reconnect within 2 s shows nobody anything, so the last test's sockets must have been forgotten.
        QTRY_COMPARE_WITH_TIMEOUT(statusOfJohn(), u"offline"_s, 10'000);
        SocketClient admin;
        QVERIFY(admin.signIn(m_server->webSocketUrl(), m_admin->accessToken()));
        QVERIFY(admin.subscribe({u"general"_s}));
        {
            SocketClient john;
            QVERIFY(john.signIn(m_server->webSocketUrl(), m_john->accessToken()));
            const QJsonObject online = data(admin.next(u"presence"_s));
            QCOMPARE(online.value("user_id"_L1).toString(), u"user_456"_s);
            QCOMPARE(online.value("status"_L1).toString(), u"online"_s);
            john.send({{"type"_L1, "typing_start"_L1}, {"channel_id"_L1, "general"_L1}});
            const QJsonObject typing = data(admin.next(u"typing"_s));
            QCOMPARE(typing.value("user_id"_L1).toString(), u"user_456"_s);
            QVERIFY(typing.value("channel_id"_L1).toString().startsWith("channel_"_L1));
            QVERIFY(typing.value("is_typing"_L1).toBool());
            john.send({{"type"_L1, "typing_stop"_L1}, {"channel_id"_L1, "general"_L1}});
            QVERIFY(!data(admin.next(u"typing"_s)).value("is_typing"_L1).toBool());
        }
        QCOMPARE(data(admin.next(u"presence"_s, 10'000)).value("status"_L1).toString(), u"offline"_s);
        QCOMPARE(statusOfJohn(), u"offline"_s);
        const auto lastSeen = [&] {
            return m_admin->get(u"/api/v1/users/user_456"_s).json.value("last_seen"_L1).toString();
        };
        QTRY_VERIFY(!lastSeen().isEmpty());
    }

    void whoIsRemovedHearsNothingMore()
    {
        const Answer made = m_admin->post(u"/api/v1/channels"_s,
                                          {{"name"_L1, "Secret plans"_L1}, {"type"_L1, "private"_L1}});
        QCOMPARE(made.status, 201);
        const QString channel = made.json.value("id"_L1).toString();
        QCOMPARE(m_john->get("/api/v1/channels/"_L1 + channel).status, 404);

        SocketClient john;
        QVERIFY(john.signIn(m_server->webSocketUrl(), m_john->accessToken()));
        const QString members = "/api/v1/channels/"_L1 + channel + "/members"_L1;
        QVERIFY(m_admin->post(members, {{"user_ids"_L1, QJsonArray{"user_456"_L1}}}).status < 300);
        QCOMPARE(data(john.next(u"channel_created"_s)).value("id"_L1).toString(), channel);
        QVERIFY(john.subscribe({channel}));
        const auto post = [&](QLatin1StringView text) {
            return m_admin->post(u"/api/v1/messages"_s, {{"channel_id"_L1, channel}, {"content"_L1, text}}).status;
        };
        QCOMPARE(post("before"_L1), 201);
        QCOMPARE(data(john.next(u"message"_s)).value("content"_L1).toString(), u"before"_s);
        QCOMPARE(m_admin->remove(members + "/user_456"_L1).status, 204);
        QCOMPARE(post("after"_L1), 201);
        QVERIFY(!john.next(u"member_left"_s).isEmpty());
        john.send({{"type"_L1, "ping"_L1}});
        QVERIFY(!john.next(u"pong"_s).isEmpty());
        QCOMPARE(john.all(u"message"_s).size(), 1);
        john.send({{"type"_L1, "subscribe"_L1}, {"channels"_L1, QJsonArray{channel}}});
        QCOMPARE(data(john.next(u"subscribed"_s)).value("denied"_L1).toArray(), QJsonArray{channel});
    }

    void signingOutClosesTheSocket()
    {
        RestClient other(m_server->url());
        QCOMPARE(other.signIn(u"john"_s, u"john12345"_s).status, 200);
        SocketClient socket;
        QVERIFY(socket.signIn(m_server->webSocketUrl(), other.accessToken()));
        QCOMPARE(other.post(u"/api/v1/auth/logout"_s, {}).status, 204);
        QVERIFY(!socket.next(u"error"_s).isEmpty());
        QVERIFY(socket.waitForClose());
        QCOMPARE(socket.closeCode(), 4401);
        QCOMPARE(other.get(u"/api/v1/users/me"_s).errorCode(), u"INVALID_TOKEN"_s);
        QCOMPARE(m_john->get(u"/api/v1/users/me"_s).status, 200);
    }

    void everyChangeIsFoundBySeq()
    {
        const Answer channel = m_admin->post(u"/api/v1/channels"_s, {{"name"_L1, "Sync"_L1}, {"type"_L1, "public"_L1}});
        QCOMPARE(channel.status, 201);
        const QString id = channel.json.value("id"_L1).toString();
        QStringList messages;
        for (int i = 0; i < 130; ++i) {
            const Answer sent = m_admin->post(u"/api/v1/messages"_s,
                                              {{"channel_id"_L1, id}, {"content"_L1, QString::number(i)}});
            QCOMPARE(sent.status, 201);
            messages.append(sent.json.value("id"_L1).toString());
        }
        QCOMPARE(m_admin->put("/api/v1/messages/"_L1 + messages[3], {{"content"_L1, "changed"_L1}}).status, 200);
        QCOMPARE(m_admin->remove("/api/v1/messages/"_L1 + messages[5]).status, 204);

        QHash<QString, QString> state;
        qint64 seq = 0;
        bool more = true;
        while (more) {
            const Answer page = m_admin->get(
                u"/api/v1/messages?channel_id=%1&after_seq=%2&limit=40"_s.arg(id).arg(seq));
            QCOMPARE(page.status, 200);
            qint64 last = seq;
            for (const auto &message : page.json.value("messages"_L1).toArray()) {
                QVERIFY(message["seq"_L1].toInteger() > last);
                last = message["seq"_L1].toInteger();
                state.insert(message["id"_L1].toString(), message["content"_L1].toString());
            }
            const QJsonObject pagination = page.json.value("pagination"_L1).toObject();
            QCOMPARE(pagination.value("next_cursor"_L1).toInteger(), last);
            more = pagination.value("has_more"_L1).toBool();
            seq = last;
            if (!more)
                QCOMPARE(pagination.value("current_seq"_L1).toInteger(), seq);
        }
        QCOMPARE(state.size(), 130);
        QCOMPARE(state.value(messages[3]), u"changed"_s);
        QCOMPARE(state.value(messages[5]), QString());
        const Answer list = m_admin->get(u"/api/v1/messages?channel_id=%1"_s.arg(id));
        QCOMPARE(list.json.value("pagination"_L1)["total_count"_L1].toInteger(), 129);
        QCOMPARE(list.json.value("messages"_L1).toArray().size(), 50);
    }

private:
    QString statusOfJohn() { return m_admin->get(u"/api/v1/users/user_456"_s).json.value("status"_L1).toString(); }

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<RestClient> m_admin;
    std::unique_ptr<RestClient> m_john;
};

QTEST_GUILESS_MAIN(ConversationTest)
#include "conversation_test.moc"
