// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include "server/security/rate_limiter.h"
#include "tests/server/http/test_server.h"

#include <QCoro/QCoroTask>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::http;

namespace {

QCoro::Task<Result<Response>> fine(Request request)
{
    co_return Response::json({{"path"_L1, request.path}});
}

QCoro::Task<Result<Response>> faulty(Request)
{
    co_return fail(Error::validation(u"email"_s, u"Invalid email format"_s));
}

QCoro::Task<Result<Response>> ownPolicy(Request)
{
    Response response{.body = "<html>", .contentType = "text/html"};
    response.headers.append(QHttpHeaders::WellKnownHeader::ContentSecurityPolicy, "default-src 'self'");
    co_return response;
}

QJsonObject errorOf(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object()[u"error"].toObject();
}

QString codeOf(const Response &response)
{
    return errorOf(response)[u"code"].toString();
}

} // namespace

/** What stands before every handler, without a network. */
class RouterTest : public QObject
{
    Q_OBJECT

    struct Fixture {
        test::FakeAuthenticator authenticator;
        test::RecordingLog log;
        Router router;

        explicit Fixture(security::RateLimiter *limiter = nullptr)
            : router({.authenticator = &authenticator,
                      .rateLimiter = limiter,
                      .log = &log,
                      .originPolicy = net::OriginPolicy(u"https://chat.example.org"_s, {u"https://app.example.org"_s})})
        {
            using enum Method;
            using enum Access;
            router.add({Get, u"/public"_s, fine, Public});
            router.add({Get, u"/page"_s, ownPolicy, Public});
            router.add({Get, u"/faulty"_s, faulty, Public});
            router.add({Get, u"/users/me"_s, fine});
            router.add({.method = Put, .pattern = u"/users/me"_s, .handler = fine, .changes = true});
            router.add({Get, u"/users/{id}"_s, fine});
            router.add({.method = Delete, .pattern = u"/users/{id}/avatar"_s, .handler = fine, .changes = true});
            router.add({.method = Get,
                        .pattern = u"/admin"_s,
                        .handler = fine,
                        .rate = RateCategory::Admin,
                        .permission = "system.manage"_L1});
            router.add({.method = Post,
                        .pattern = u"/login"_s,
                        .handler = fine,
                        .access = Public,
                        .rate = RateCategory::Authentication,
                        .bodyLimit = 4096});
            router.add({Get, u"/health"_s, fine, Public, RateCategory::Unlimited});
        }

        Response ask(Method method, const QString &path, const QList<std::pair<QByteArray, QByteArray>> &headers = {})
        {
            Request request;
            request.method = method;
            request.path = path;
            request.authority = "localhost:8000";
            request.clientAddress = QHostAddress(u"192.0.2.1"_s);
            for (const auto &[name, value] : headers) {
                if (name == "Host")
                    request.authority = value;
                request.headers.append(QLatin1StringView(name), QLatin1StringView(value));
            }
            return QCoro::waitFor(router.dispatch(std::move(request)));
        }
    };

private slots:
    void findsRoutes()
    {
        Fixture fixture;
        QCOMPARE(fixture.ask(Method::Get, u"/public"_s).status, 200);
        QCOMPARE(fixture.ask(Method::Head, u"/public"_s).status, 200);
        const Response missing = fixture.ask(Method::Get, u"/nowhere"_s);
        QCOMPARE(missing.status, 404);
        QCOMPARE(codeOf(missing), u"RESOURCE_NOT_FOUND"_s);
        for (const QString &path : {u"/public/"_s, u"//public"_s, u"/public/x"_s, u"/"_s, u""_s, u"/users/"_s})
            QCOMPARE(fixture.ask(Method::Get, path).status, 404);
    }

    void namesTheMethodsThatThereAre()
    {
        Fixture fixture;
        const Response response = fixture.ask(Method::Delete, u"/users/me"_s);
        QCOMPARE(response.status, 405);
        QCOMPARE(codeOf(response), u"METHOD_NOT_ALLOWED"_s);
        QCOMPARE(response.headers.value("Allow").toByteArray(), "GET, HEAD, PUT, OPTIONS");
        const Response options = fixture.ask(Method::Options, u"/login"_s);
        QCOMPARE(options.status, 204);
        QCOMPARE(options.headers.value("Allow").toByteArray(), "POST, OPTIONS");
        QVERIFY(!options.headers.contains("Access-Control-Allow-Origin"));
    }

    void wrapsErrorsInTheEnvelope()
    {
        Fixture fixture;
        const Response response = fixture.ask(Method::Get, u"/faulty"_s, {{"X-Request-ID", "mine-1"}});
        QCOMPARE(response.status, 422);
        const QJsonObject error = errorOf(response);
        QCOMPARE(error[u"code"].toString(), u"VALIDATION_ERROR"_s);
        QCOMPARE(error[u"message"].toString(), u"Invalid input data"_s);
        QCOMPARE(error[u"details"].toObject()[u"field"].toString(), u"email"_s);
        QCOMPARE(error[u"details"].toObject()[u"reason"].toString(), u"Invalid email format"_s);
        QCOMPARE(error[u"request_id"].toString(), u"mine-1"_s);
        QVERIFY(Timestamp::fromIso(error[u"timestamp"].toString()));
        QCOMPARE(response.headers.value("X-Request-ID").toByteArray(), "mine-1");
    }

    void keepsOnlyHarmlessRequestIds()
    {
        Fixture fixture;
        for (const QByteArray &bad : {QByteArray("a b"), QByteArray("x\"y"), QByteArray(65, 'a'), QByteArray()}) {
            const Response response = fixture.ask(Method::Get, u"/public"_s, {{"X-Request-ID", bad}});
            QVERIFY(response.headers.value("X-Request-ID").startsWith("req_"));
        }
        const Response response = fixture.ask(Method::Get, u"/public"_s, {{"X-Request-ID", QByteArray(64, 'a')}});
        QCOMPARE(response.headers.value("X-Request-ID").toByteArray(), QByteArray(64, 'a'));
    }

    void asksForCredentials_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *title, const char *name, const char *value, int status, const QString &code) {
            QTest::newRow(title) << QByteArray(name) << QByteArray(value) << status << code;
        };
        row("none", "Accept", "*/*", 401, u"AUTHENTICATION_REQUIRED"_s);
        row("bearer", "Authorization", "Bearer user-1", 200, {});
        row("bearer in any case", "Authorization", "bearer user-1", 200, {});
        row("expired", "Authorization", "Bearer expired", 401, u"TOKEN_EXPIRED"_s);
        row("invalid", "Authorization", "Bearer nonsense", 401, u"INVALID_TOKEN"_s);
        row("empty", "Authorization", "Bearer ", 401, u"AUTHENTICATION_REQUIRED"_s);
        row("other scheme", "Authorization", "Basic dXNlci0x", 401, u"AUTHENTICATION_REQUIRED"_s);
        row("key", "X-API-Key", "user-1", 200, {});
        row("cookie", "Cookie", "a=b; plexichat_session=user-1", 200, {});
        row("other cookie", "Cookie", "xplexichat_session=user-1", 401, u"AUTHENTICATION_REQUIRED"_s);
    }

    void asksForCredentials()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        Fixture fixture;
        const Response response = fixture.ask(Method::Get, u"/users/me"_s, {{name, value}});
        QTEST(response.status, "status");
        QTEST(codeOf(response), "code");
        QCOMPARE(response.headers.contains("WWW-Authenticate"), response.status == 401);
    }

    void letsCookiesActForOwnPagesOnly_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("referer");
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("read");
        const auto row = [](const char *title, const char *origin, const char *referer, int change, int read) {
            QTest::newRow(title) << QByteArray(origin) << QByteArray(referer) << change << read;
        };
        row("none", "", "", 403, 200);
        row("own", "http://localhost:8000", "", 200, 200);
        row("own in other scheme", "https://localhost:8000", "", 403, 401);
        row("own on other port", "http://localhost:8001", "", 403, 401);
        row("public", "https://chat.example.org", "", 200, 200);
        row("allowed", "https://app.example.org", "", 200, 200);
        row("foreign", "https://evil.example", "", 403, 401);
        row("looks like an allowed one", "https://app.example.org.evil.example", "", 403, 401);
        row("null", "null", "", 403, 401);
        row("own referer", "", "http://localhost:8000/page?x=1", 200, 200);
        row("foreign referer", "", "https://evil.example/http://localhost:8000", 403, 200);
        row("referer with user info", "", "http://localhost:8000@evil.example/", 403, 200);
        row("foreign origin, own referer", "https://evil.example", "http://localhost:8000/", 403, 401);
    }

    void letsCookiesActForOwnPagesOnly()
    {
        QFETCH(const QByteArray, origin);
        QFETCH(const QByteArray, referer);
        Fixture fixture;
        QList<std::pair<QByteArray, QByteArray>> headers{{"Cookie", "plexichat_session=user-1"}};
        if (!origin.isEmpty())
            headers.emplaceBack("Origin", origin);
        if (!referer.isEmpty())
            headers.emplaceBack("Referer", referer);
        QTEST(fixture.ask(Method::Put, u"/users/me"_s, headers).status, "change");
        QTEST(fixture.ask(Method::Get, u"/users/me"_s, headers).status, "read");
        // A token is no cookie: no browser adds it by itself.
        headers.first() = {"Authorization", "Bearer user-1"};
        QCOMPARE(fixture.ask(Method::Put, u"/users/me"_s, headers).status, 200);
    }

    void checksScopeAndPermission()
    {
        Fixture fixture;
        QCOMPARE(fixture.ask(Method::Get, u"/users/me"_s, {{"X-API-Key", "reader"}}).status, 200);
        const Response change = fixture.ask(Method::Put, u"/users/me"_s, {{"X-API-Key", "reader"}});
        QCOMPARE(change.status, 403);
        QCOMPARE(codeOf(change), u"INSUFFICIENT_PERMISSIONS"_s);
        QCOMPARE(fixture.ask(Method::Get, u"/admin"_s, {{"Authorization", "Bearer user-1"}}).status, 403);
        QCOMPARE(fixture.ask(Method::Get, u"/admin"_s, {{"Authorization", "Bearer admin"}}).status, 200);
    }

    void answersForItsOwnHostsOnly()
    {
        Fixture fixture;
        for (const char *known : {"localhost", "LOCALHOST:1", "127.0.0.1:8000", "[::1]:8000", "192.0.2.7",
                                  "chat.example.org", "Chat.Example.org:443"})
            QCOMPARE(fixture.ask(Method::Get, u"/public"_s, {{"Host", known}}).status, 200);
        for (const char *foreign :
             {"evil.example", "chat.example.org.evil.example", "localhost.evil.example", "[::1", ":80"}) {
            const Response response = fixture.ask(Method::Get, u"/public"_s, {{"Host", foreign}});
            QCOMPARE(response.status, 421);
            QCOMPARE(codeOf(response), u"MISDIRECTED_REQUEST"_s);
        }
    }

    void limitsRequests()
    {
        security::RateLimiter limiter({.authentication = 2});
        Fixture fixture(&limiter);
        for (int left = 1; left >= 0; --left) {
            const Response response = fixture.ask(Method::Post, u"/login"_s);
            QCOMPARE(response.status, 200);
            QCOMPARE(response.headers.value("X-RateLimit-Limit").toByteArray(), "2");
            QCOMPARE(response.headers.value("X-RateLimit-Remaining").toByteArray(), QByteArray::number(left));
            QCOMPARE(response.headers.value("X-RateLimit-Window").toByteArray(), "60");
            QVERIFY(response.headers.value("X-RateLimit-Reset").toLongLong() > Timestamp::now().seconds() - 1);
        }
        const Response over = fixture.ask(Method::Post, u"/login"_s);
        QCOMPARE(over.status, 429);
        QCOMPARE(codeOf(over), u"RATE_LIMIT_EXCEEDED"_s);
        const int retryAfter = errorOf(over)[u"retry_after"].toInt();
        QVERIFY(retryAfter >= 1 && retryAfter <= 60);
        QCOMPARE(over.headers.value("Retry-After").toByteArray(), QByteArray::number(retryAfter));
        QVERIFY(errorOf(over).contains(u"request_id"));
        // Another category and unlimited ones go on.
        QCOMPARE(fixture.ask(Method::Get, u"/public"_s).status, 200);
        QVERIFY(!fixture.ask(Method::Get, u"/health"_s).headers.contains("X-RateLimit-Limit"));
        // Every answer counts and says so, also those without a route or a caller.
        QVERIFY(fixture.ask(Method::Get, u"/nowhere"_s).headers.contains("X-RateLimit-Limit"));
        QVERIFY(fixture.ask(Method::Get, u"/users/me"_s).headers.contains("X-RateLimit-Limit"));
    }

    void limitsPersonsNotTheirAddress()
    {
        security::RateLimiter limiter({.general = 1});
        Fixture fixture(&limiter);
        QCOMPARE(fixture.ask(Method::Get, u"/users/me"_s, {{"Authorization", "Bearer user-1"}}).status, 200);
        QCOMPARE(fixture.ask(Method::Get, u"/users/me"_s, {{"Authorization", "Bearer user-1"}}).status, 429);
        QCOMPARE(fixture.ask(Method::Get, u"/users/me"_s, {{"Authorization", "Bearer admin"}}).status, 200);
        // Guessing tokens is limited by address.
        QCOMPARE(fixture.ask(Method::Get, u"/users/me"_s, {{"Authorization", "Bearer guess-1"}}).status, 401);
        QCOMPARE(fixture.ask(Method::Get, u"/users/me"_s, {{"Authorization", "Bearer guess-2"}}).status, 429);
    }

    void opensUpForAllowedOrigins()
    {
        Fixture fixture;
        const Response preflight = fixture.ask(
            Method::Options, u"/users/me"_s,
            {{"Origin", "https://app.example.org"}, {"Access-Control-Request-Method", "PUT"}});
        QCOMPARE(preflight.status, 204);
        QCOMPARE(preflight.headers.value("Access-Control-Allow-Origin").toByteArray(), "https://app.example.org");
        QCOMPARE(preflight.headers.value("Access-Control-Allow-Methods").toByteArray(), "GET, HEAD, PUT, OPTIONS");
        QVERIFY(preflight.headers.value("Access-Control-Allow-Headers").contains("Authorization"));
        const Response plain = fixture.ask(Method::Get, u"/public"_s, {{"Origin", "https://app.example.org"}});
        QCOMPARE(plain.headers.value("Access-Control-Allow-Origin").toByteArray(), "https://app.example.org");
        QCOMPARE(plain.headers.value("Vary").toByteArray(), "Origin");
        const Response foreign = fixture.ask(Method::Get, u"/public"_s, {{"Origin", "https://evil.example"}});
        QVERIFY(!foreign.headers.contains("Access-Control-Allow-Origin"));
    }

    void letsAHandlerSetItsOwnPolicy()
    {
        Fixture fixture;
        const Response response = fixture.ask(Method::Get, u"/page"_s);
        QCOMPARE(response.headers.values("Content-Security-Policy"), QList<QByteArray>{"default-src 'self'"});
        QCOMPARE(response.headers.value("X-Content-Type-Options").toByteArray(), "nosniff");
        QCOMPARE(response.headers.value("Referrer-Policy").toByteArray(), "no-referrer");
    }

    void logsEachRequest()
    {
        Fixture fixture;
        fixture.ask(Method::Get, u"/users/user_7"_s, {{"Authorization", "Bearer user-1"}, {"X-Request-ID", "log-1"}});
        const auto records = fixture.log.records();
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first().requestId, u"log-1"_s);
        QCOMPARE(records.first().route, u"/users/{id}"_s);
        QCOMPARE(records.first().user, UserId(1));
        QCOMPARE(records.first().client, QHostAddress(u"192.0.2.1"_s));

        QByteArray line;
        LineRequestLog json(LineRequestLog::Format::Json, [&](const QByteArray &written) { line = written; });
        json.record(records.first());
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object[u"route"].toString(), u"/users/{id}"_s);
        QCOMPARE(object[u"status"].toInt(), 200);
        QCOMPARE(object[u"user_id"].toString(), u"user_1"_s);
        LineRequestLog text(LineRequestLog::Format::Text, [&](const QByteArray &written) { line = written; });
        text.record(records.first());
        QVERIFY(line.contains("log-1 GET /users/{id} 200 ") && line.count('\n') == 1);
    }

    void knowsTheLimitsOfBodies()
    {
        Fixture fixture;
        QCOMPARE(fixture.router.bodyLimit(Method::Post, u"/login"_s), 4096);
        QCOMPARE(fixture.router.bodyLimit(Method::Get, u"/public"_s), 1 << 20);
        QCOMPARE(fixture.router.bodyLimit(Method::Post, u"/nowhere"_s), 1 << 20);
    }
};

QTEST_GUILESS_MAIN(RouterTest)
#include "router_test.moc"
