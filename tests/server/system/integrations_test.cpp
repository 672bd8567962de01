// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/consistency.h"
#include "tests/support/rest_client.h"
#include "tests/support/socket_client.h"
#include "tests/support/whole_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** Programs that take part: bots and webhooks, over loopback, against the whole server. */
class IntegrationsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<WholeServer>();
        m_john = std::make_unique<RestClient>(m_server->url(), u"john"_s, u"john12345"_s);
        m_admin = std::make_unique<RestClient>(m_server->url(), u"admin"_s, u"admin123"_s);
    }

    void cleanup()
    {
        m_john.reset();
        m_admin.reset();
        m_server.reset();
    }

    void botsTakePartLikePeople()
    {
        const Answer made = m_john->post(u"/api/v1/bots"_s,
                                         {{"username"_L1, "deployer"_L1},
                                          {"display_name"_L1, "Deployments"_L1},
                                          {"description"_L1, "Tells of deployments"_L1}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json["is_bot"_L1].toBool(), true);
        QCOMPARE(made.json["bot"_L1]["owner_id"_L1].toString(), u"user_456"_s);
        const QString id = made.json["id"_L1].toString();
        const Answer profile = m_admin->get("/api/v1/users/"_L1 + id);
        QCOMPARE(profile.json["is_bot"_L1].toBool(), true);
        QCOMPARE(m_admin->get(u"/api/v1/users/user_456"_s).json["is_bot"_L1].toBool(true), false);
        QCOMPARE(m_john->get(u"/api/v1/bots"_s).json["bots"_L1].toArray().size(), 1);

        const QString keys = "/api/v1/bots/"_L1 + id + "/api-keys"_L1;
        const Answer key = m_john->post(keys,
                                        {{"name"_L1, "ci"_L1}, {"permissions"_L1, QJsonArray{"read"_L1, "write"_L1}}});
        QCOMPARE(key.status, 201);
        const QByteArray secret = key.json["key"_L1].toString().toLatin1();
        QVERIFY(!m_john->get(keys).body.contains(secret));
        const QList<QNetworkReply::RawHeaderPair> asBot{{"X-API-Key", secret}};

        RestClient bot(m_server->url());
        QCOMPARE(bot.send("GET", u"/api/v1/users/me"_s, {}, asBot).json["id"_L1].toString(), id);
        const QJsonObject message{{"channel_id"_L1, "channel_123"_L1}, {"content"_L1, "deployed"_L1}};
        QCOMPARE(bot.send("POST", u"/api/v1/messages"_s, message, asBot).status, 403);
        QCOMPARE(bot.send("POST", u"/api/v1/channels/channel_123/join"_s, {}, asBot).status, 200);
        QCOMPARE(bot.send("POST", u"/api/v1/messages"_s, message, asBot).json["user_id"_L1].toString(), id);
        SocketClient socket;
        QVERIFY(socket.open(webSocketUrl(), {{"X-API-Key", secret}}));
        QCOMPARE(socket.next(u"ready"_s)["data"_L1]["user"_L1]["is_bot"_L1].toBool(), true);

        QCOMPARE(m_john->put("/api/v1/bots/"_L1 + id, {{"is_active"_L1, false}}).json["is_active"_L1].toBool(true),
                 false);
        QVERIFY(socket.waitForClose());
        QCOMPARE(bot.send("GET", u"/api/v1/users/me"_s, {}, asBot).status, 401);
        QCOMPARE(bot.signIn(u"deployer"_s, u"anything at all"_s).status, 401);
        QCOMPARE(m_john->remove("/api/v1/bots/"_L1 + id).status, 204);
        QCOMPARE(findings(), QStringList());
    }

    void otherProgramsPostByWebhooks()
    {
        SocketClient socket;
        QVERIFY(socket.signIn(webSocketUrl(), m_john->accessToken()));
        const QString channel = m_john
                                    ->post(u"/api/v1/channels"_s, {{"name"_L1, "Builds"_L1}, {"type"_L1, "private"_L1}})
                                    .json["id"_L1]
                                    .toString();
        QVERIFY(socket.subscribe({channel}));
        const QString hooks = "/api/v1/channels/"_L1 + channel + "/incoming-webhooks"_L1;
        const Answer made = m_john->post(hooks, {{"name"_L1, "Jenkins"_L1}});
        QCOMPARE(made.status, 201);
        const QString path = QUrl(made.json["url"_L1].toString()).path();
        const QByteArray token = made.json["token"_L1].toString().toLatin1();
        QVERIFY(path.endsWith(QLatin1StringView(token)));
        QVERIFY(!m_john->get(hooks).body.contains(token));

        // Nobody is signed in: the address is all there is to know.
        RestClient stranger(m_server->url());
        const Answer posted = stranger.post(path,
                                            {{"text"_L1, "Build <https://ci.example/42|42> *passed* <!channel>"_L1}});
        QCOMPARE(posted.status, 200);
        QCOMPARE(posted.body, "ok");
        QVERIFY(posted.header("Content-Type").startsWith("text/plain"));
        const QJsonObject frame = socket.next(u"message"_s)["data"_L1].toObject();
        QCOMPARE(frame["content"_L1].toString(), u"Build [42](https://ci.example/42) **passed** @channel"_s);
        QCOMPARE(frame["content_type"_L1].toString(), u"markdown"_s);
        QCOMPARE(frame["user_id"_L1].toString(), made.json["bot_id"_L1].toString());
        QCOMPARE(m_john->get("/api/v1/channels/"_L1 + channel).json["mention_count"_L1].toInt(), 1);

        const Answer form = stranger.sendRaw("POST", path, "payload=%7B%22text%22%3A+%22from+a+form%22%7D",
                                             {{"Content-Type", "application/x-www-form-urlencoded"}});
        QCOMPARE(form.body, "ok");
        QCOMPARE(socket.next(u"message"_s)["data"_L1]["content"_L1].toString(), u"from a form"_s);
        QCOMPARE(stranger.post(path, {}).status, 422);
        QCOMPARE(stranger.sendRaw("POST", path, "{", {{"Content-Type", "application/json"}}).status, 400);
        QCOMPARE(stranger.post(path.chopped(1), {{"text"_L1, "x"_L1}}).status, 404);

        const QString hook = "/api/v1/incoming-webhooks/"_L1 + made.json["id"_L1].toString();
        QCOMPARE(m_admin->remove(hook).status, 404);
        QCOMPARE(m_john->remove(hook).status, 204);
        QCOMPARE(stranger.post(path, {{"text"_L1, "x"_L1}}).status, 404);
        QCOMPARE(findings(), QStringList());
    }

private:
    QUrl webSocketUrl() const
    {
        QUrl url = m_server->url();
        url.setScheme(u"ws"_s);
        url.setPath(u"/ws"_s);
        return url;
    }

    /** What `doctor` says of the running server's database. */
    QStringList findings() const
    {
        const auto connection = store::Connection::open(m_server->databasePath(), store::Connection::Mode::ReadOnly);
        if (!connection)
            return {connection.error().message};
        const auto found = store::checkConsistency(**connection);
        return found ? *found : QStringList{found.error().message};
    }

    std::unique_ptr<WholeServer> m_server;
    std::unique_ptr<RestClient> m_john;
    std::unique_ptr<RestClient> m_admin;
};

QTEST_GUILESS_MAIN(IntegrationsTest)
#include "integrations_test.moc"
