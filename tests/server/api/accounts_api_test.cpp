// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/api_keys_api.h"
#include "server/api/auth_api.h"
#include "server/api/users_api.h"
#include "tests/support/accounts_world.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using http::Method;

namespace {

struct Answer {
    int status = 0;
    QJsonObject json;
    QByteArray cookie;

    QString code() const { return json["error"_L1]["code"_L1].toString(); }
    QString text(QLatin1StringView name) const { return json.value(name).toString(); }
};

} // namespace

/**
 * The documented requests and answers of accounts, through the router with the real authenticator, without a network.
 */
class AccountsApiTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_authApi = std::make_unique<api::AuthApi>(*m_world->auth);
        m_apiKeysApi = std::make_unique<api::ApiKeysApi>(*m_world->apiKeys);
        m_usersApi = std::make_unique<api::UsersApi>(*m_world->users);
        m_router = std::make_unique<http::Router>(
            http::Router::Options{.authenticator = m_world->auth.get(), .originPolicy = {}});
        m_authApi->addRoutes(*m_router);
        m_apiKeysApi->addRoutes(*m_router);
        m_usersApi->addRoutes(*m_router);
        m_world->person(u"ann"_s, u"admin"_s);
        m_isSecure = false;
    }

    void cleanup()
    {
        m_router.reset();
        m_world.reset();
    }

    void loginAnswersAsDocumented()
    {
        const Answer answer = login();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.keys(),
                 (QStringList{u"access_token"_s, u"expires_in"_s, u"refresh_token"_s, u"token_type"_s}));
        QCOMPARE(answer.text("token_type"_L1), u"bearer"_s);
        QCOMPARE(answer.json.value("expires_in"_L1).toInt(), 1800);
        QVERIFY(answer.cookie.startsWith("plexichat_session="));
        QVERIFY(answer.cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax"));
        m_isSecure = true;
        const Answer remembered = login({{"remember_me"_L1, true}, {"mfa_code"_L1, "123456"_L1}});
        QCOMPARE(remembered.status, 200);
        QVERIFY2(remembered.cookie.endsWith("; Max-Age=2592000; Secure"), remembered.cookie.constData());
    }

    void loginRefuses()
    {
        QCOMPARE(login({{"password"_L1, "wrong"_L1}}).status, 401);
        QCOMPARE(login({{"password"_L1, "wrong"_L1}}).code(), u"INVALID_CREDENTIALS"_s);
        QVERIFY(login({{"password"_L1, "wrong"_L1}}).cookie.isEmpty());
        const Answer wrongType = login({{"password"_L1, 7}});
        QCOMPARE(wrongType.status, 422);
        QCOMPARE(wrongType.json["error"_L1]["details"_L1]["field"_L1].toString(), u"password"_s);
        QCOMPARE(ask(Method::Post, u"/api/v1/auth/login"_s, "{\"username\":").status, 400);
        QCOMPARE(ask(Method::Post, u"/api/v1/auth/login"_s, "[]").status, 422);
        for (int i = 0; i < 10; ++i)
            (void)login({{"username"_L1, "eve"_L1}, {"password"_L1, "wrong"_L1}});
        const Answer tooMany = login({{"username"_L1, "eve"_L1}, {"password"_L1, "wrong"_L1}});
        QCOMPARE(tooMany.status, 429);
        QVERIFY(tooMany.json["error"_L1]["retry_after"_L1].toInt() > 0);
    }

    void everyCredentialOpensTheProfile()
    {
        const Answer signedIn = login();
        const Answer key = post(u"/api/v1/auth/api-keys"_s,
                                {{"name"_L1, "k"_L1}, {"permissions"_L1, QJsonArray{"read"_L1}}}, bearer(signedIn));
        for (const auto &header : {bearer(signedIn), std::pair{QByteArray("X-API-Key"), key.text("key"_L1).toLatin1()},
                                   std::pair{QByteArray("Cookie"), signedIn.cookie.split(';').first()}}) {
            const Answer me = ask(Method::Get, u"/api/v1/users/me"_s, {}, header);
            QCOMPARE(me.status, 200);
            QCOMPARE(me.text("username"_L1), u"ann"_s);
            for (const QLatin1StringView field :
                 {"id"_L1, "email"_L1, "display_name"_L1, "avatar_url"_L1, "roles"_L1, "permissions"_L1,
                  "created_at"_L1, "last_login"_L1, "is_active"_L1, "preferences"_L1, "status"_L1, "last_seen"_L1})
                QVERIFY2(me.json.contains(field), field.data());
        }
        QCOMPARE(ask(Method::Get, u"/api/v1/users/me"_s).code(), u"AUTHENTICATION_REQUIRED"_s);
        QCOMPARE(ask(Method::Get, u"/api/v1/users/me"_s, {}, {"Authorization", "Bearer x.y.z"}).code(),
                 u"INVALID_TOKEN"_s);
        m_world->advance(1800);
        QCOMPARE(ask(Method::Get, u"/api/v1/users/me"_s, {}, bearer(signedIn)).code(), u"TOKEN_EXPIRED"_s);
    }

    void logoutEndsTheSession()
    {
        const Answer signedIn = login();
        const Answer out = ask(Method::Post, u"/api/v1/auth/logout"_s, {}, bearer(signedIn));
        QCOMPARE(out.status, 204);
        QVERIFY(out.cookie.startsWith("plexichat_session=;") && out.cookie.contains("Max-Age=0"));
        QCOMPARE(ask(Method::Post, u"/api/v1/auth/logout"_s, {}, bearer(signedIn)).code(), u"INVALID_TOKEN"_s);
    }

    void refreshGivesNewTokens()
    {
        const Answer signedIn = login();
        const QJsonObject body{{"refresh_token"_L1, signedIn.text("refresh_token"_L1)}};
        const Answer refreshed = post(u"/api/v1/auth/refresh"_s, body);
        QCOMPARE(refreshed.status, 200);
        QCOMPARE(ask(Method::Get, u"/api/v1/users/me"_s, {}, bearer(refreshed)).status, 200);
        const Answer reused = post(u"/api/v1/auth/refresh"_s, body);
        QCOMPARE(reused.status, 401);
        QCOMPARE(reused.code(), u"INVALID_TOKEN"_s);
        QCOMPARE(ask(Method::Get, u"/api/v1/users/me"_s, {}, bearer(refreshed)).status, 401);
        QCOMPARE(post(u"/api/v1/auth/refresh"_s, {}).status, 422);
    }

    void apiKeysLiveAndDie()
    {
        const Answer signedIn = login();
        // The reference's own example: long expired, accepted all the same.
        const Answer made = post(u"/api/v1/auth/api-keys"_s,
                                 {{"name"_L1, "My API Key"_L1},
                                  {"permissions"_L1, QJsonArray{"read"_L1, "write"_L1}},
                                  {"expires_at"_L1, "2025-01-31T23:59:59Z"_L1}},
                                 bearer(signedIn));
        QCOMPARE(made.status, 201);
        QVERIFY(made.text("key"_L1).startsWith("plx_"_L1));
        QCOMPARE(made.json.value("is_expired"_L1).toBool(), true);
        const Answer byKey = ask(Method::Get, u"/api/v1/users/me"_s, {}, {"X-API-Key", made.text("key"_L1).toLatin1()});
        QCOMPARE(byKey.status, 401);
        QCOMPARE(byKey.code(), u"TOKEN_EXPIRED"_s);

        const Answer list = ask(Method::Get, u"/api/v1/auth/api-keys"_s, {}, bearer(signedIn));
        QCOMPARE(list.json["api_keys"_L1].toArray().size(), 1);
        QVERIFY(!list.json["api_keys"_L1][0].toObject().contains("key"_L1));
        QCOMPARE(list.json["pagination"_L1]["total_count"_L1].toInt(), 1);
        const QString path = u"/api/v1/auth/api-keys/"_s + made.text("id"_L1);
        QCOMPARE(ask(Method::Delete, path, {}, bearer(signedIn)).status, 204);
        QCOMPARE(ask(Method::Delete, path, {}, bearer(signedIn)).status, 404);
        QCOMPARE(ask(Method::Delete, u"/api/v1/auth/api-keys/nonsense"_s, {}, bearer(signedIn)).status, 404);
    }

    void makingKeysNeedsARecentProof()
    {
        const Answer signedIn = login();
        m_world->advance(qint64{16} * 60);
        const QJsonObject body{{"name"_L1, "k"_L1}, {"permissions"_L1, QJsonArray{"read"_L1, "write"_L1}}};
        const Answer refused = post(u"/api/v1/auth/api-keys"_s, body, bearer(signedIn));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.code(), u"REAUTHENTICATION_REQUIRED"_s);
        QCOMPARE(post(u"/api/v1/auth/reauthenticate"_s, {{"password"_L1, "wrong"_L1}}, bearer(signedIn)).status, 401);
        const Answer proven = post(u"/api/v1/auth/reauthenticate"_s,
                                   {{"password"_L1, QString(AccountsWorld::kPassword)}}, bearer(signedIn));
        QCOMPARE(proven.status, 204);
        const Answer made = post(u"/api/v1/auth/api-keys"_s, body, bearer(signedIn));
        QCOMPARE(made.status, 201);
        const std::pair<QByteArray, QByteArray> key{"X-API-Key", made.text("key"_L1).toLatin1()};
        QCOMPARE(post(u"/api/v1/auth/api-keys"_s, body, key).status, 403);
    }

    void profileIsChangedInParts()
    {
        const Answer signedIn = login();
        const Answer changed = put(
            {{"display_name"_L1, "New Display Name"_L1},
             {"email"_L1, "newemail@example.com"_L1},
             {"preferences"_L1, QJsonObject{{"theme"_L1, "light"_L1}, {"language"_L1, "es"_L1}}}},
            bearer(signedIn));
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.text("display_name"_L1), u"New Display Name"_s);
        const Answer again = put({{"preferences"_L1, QJsonObject{{"theme"_L1, "dark"_L1}}}}, bearer(signedIn));
        QCOMPARE(again.text("email"_L1), u"newemail@example.com"_s);
        QCOMPARE(again.json["preferences"_L1]["theme"_L1].toString(), u"dark"_s);
        QCOMPARE(again.json["preferences"_L1]["language"_L1].toString(), u"es"_s);

        m_world->person(u"bob"_s);
        QCOMPARE(put({{"email"_L1, "bob@example.com"_L1}}, bearer(signedIn)).status, 409);
        QCOMPARE(put({{"email"_L1, "not an address"_L1}}, bearer(signedIn)).status, 422);
        QCOMPARE(put({{"preferences"_L1, "dark"_L1}}, bearer(signedIn)).status, 422);
        const Answer reading = post(u"/api/v1/auth/api-keys"_s,
                                    {{"name"_L1, "k"_L1}, {"permissions"_L1, QJsonArray{"read"_L1}}}, bearer(signedIn));
        QCOMPARE(put({{"display_name"_L1, "x"_L1}}, {"X-API-Key", reading.text("key"_L1).toLatin1()}).status, 403);
    }

    void othersAreSeenWithoutThePrivatePart()
    {
        const UserId bob = m_world->person(u"bob"_s);
        m_world->person(u"carol"_s);
        const Answer signedIn = login({{"username"_L1, "carol"_L1}});
        const Answer found = ask(Method::Get, u"/api/v1/users/"_s + bob.toString(), {}, bearer(signedIn));
        QCOMPARE(found.status, 200);
        QVERIFY(!found.json.contains("email"_L1) && !found.json.contains("preferences"_L1)
                && !found.json.contains("last_login"_L1));
        QCOMPARE(ask(Method::Get, u"/api/v1/users/user_1"_s, {}, bearer(signedIn)).status, 404);
        QCOMPARE(ask(Method::Get, u"/api/v1/users/bob"_s, {}, bearer(signedIn)).code(), u"RESOURCE_NOT_FOUND"_s);

        const auto search = [&](const QString &query) {
            return ask(Method::Get, u"/api/v1/users/search"_s, {}, bearer(signedIn), query);
        };
        QCOMPARE(search(u"q=bo"_s).json["users"_L1][0]["id"_L1].toString(), bob.toString());
        QCOMPARE(search(u"q=example.com"_s).json["users"_L1].toArray().size(), 0);
        QCOMPARE(search(u"q=b&limit=1"_s).json["pagination"_L1]["has_more"_L1].toBool(), false);
        QCOMPARE(search(u"q=n&limit=1"_s).status, 200);
        QCOMPARE(search({}).status, 422);
        QCOMPARE(search(u"q=b&limit=0"_s).status, 422);
        QCOMPARE(search(u"q=b&limit=101"_s).status, 422);
    }

private:
    using Header = std::pair<QByteArray, QByteArray>;

    Answer ask(Method method, const QString &path, const QByteArray &body = {}, const Header &header = {},
               const QString &query = {})
    {
        http::Request request;
        request.method = method;
        request.path = path;
        request.query = QUrlQuery(query);
        request.body = body;
        request.clientAddress = QHostAddress(u"192.0.2.1"_s);
        request.isSecure = m_isSecure;
        request.headers.append("Host", "localhost");
        request.authority = "localhost";
        if (!body.isEmpty())
            request.headers.append("Content-Type", "application/json");
        if (!header.first.isEmpty())
            request.headers.append(QLatin1StringView(header.first), QLatin1StringView(header.second));
        const http::Response response = QCoro::waitFor(m_router->dispatch(std::move(request)));
        return {.status = response.status,
                .json = QJsonDocument::fromJson(response.body).object(),
                .cookie = response.headers.value("Set-Cookie").toByteArray()};
    }

    Answer post(const QString &path, const QJsonObject &body, const Header &header = {})
    {
        return ask(Method::Post, path, QJsonDocument(body).toJson(), header);
    }

    Answer put(const QJsonObject &body, const Header &header)
    {
        return ask(Method::Put, u"/api/v1/users/me"_s, QJsonDocument(body).toJson(), header);
    }

    Answer login(const QJsonObject &changes = {})
    {
        QJsonObject body{{"username"_L1, "ann"_L1}, {"password"_L1, QString(AccountsWorld::kPassword)}};
        for (auto change = changes.begin(); change != changes.end(); ++change)
            body.insert(change.key(), change.value());
        return post(u"/api/v1/auth/login"_s, body);
    }

    static Header bearer(const Answer &signedIn)
    {
        return {"Authorization", "Bearer " + signedIn.text("access_token"_L1).toLatin1()};
    }

    std::unique_ptr<AccountsWorld> m_world;
    std::unique_ptr<api::AuthApi> m_authApi;
    std::unique_ptr<api::ApiKeysApi> m_apiKeysApi;
    std::unique_ptr<api::UsersApi> m_usersApi;
    std::unique_ptr<http::Router> m_router;
    bool m_isSecure = false;
};

QTEST_GUILESS_MAIN(AccountsApiTest)
#include "accounts_api_test.moc"
