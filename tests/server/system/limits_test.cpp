// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::test;

/** The reference's table of limits at the real server, whose windows are of the real clock. */
class LimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<ServerProcess>();
        QVERIFY2(m_server->start(), m_server->standardError().constData());
    }

    void cleanup() { m_server.reset(); }

    void everyCategoryHasItsLimit()
    {
        struct Row {
            QByteArray method;
            QString path;
            int limit;
        };
        const QList<Row> table{
            {"POST", u"/api/v1/auth/login"_s, 10},
            {"POST", u"/api/v1/auth/register"_s, 10},
            {"POST", u"/api/v1/auth/refresh"_s, 10},
            {"POST", u"/api/v1/messages"_s, 100},
            {"PUT", u"/api/v1/users/me/avatar"_s, 20},
            {"GET", u"/api/v1/users"_s, 200},
            {"GET", u"/api/v1/users/me"_s, 300},
            {"GET", u"/api/v1/nowhere"_s, 300},
            {"GET", u"/api/v1/messages?channel_id=general"_s, 100},
            {"GET", u"/api/v1/messages?channel_id=general&after_seq=0"_s, 300},
            {"POST", u"/api/v1/files/upload"_s, 20},
            {"GET", u"/api/v1/messages/search?q=x"_s, 50},
            {"GET", u"/api/v1/users/search?q=x"_s, 50},
            {"GET", u"/api/v1/admin/audit"_s, 200},
            {"TRACE", u"/api/v1/users/me"_s, 300},
        };
        RestClient admin(m_server->url(), u"admin"_s, u"admin123"_s);
        for (const Row &row : table) {
            const Answer answer = admin.send(row.method, row.path, {});
            QVERIFY2(answer.header("X-RateLimit-Limit").toInt() == row.limit, qPrintable(row.path));
            QCOMPARE(answer.header("X-RateLimit-Window"), "60"_ba);
            QVERIFY(answer.header("X-RateLimit-Remaining").toInt() < row.limit);
            QVERIFY(answer.header("X-RateLimit-Reset").toLongLong() > QDateTime::currentSecsSinceEpoch() - 2);
        }
    }

    /** Whoever shares an address with many is not signed out by them. */
    void refreshingCountsForTheSession()
    {
        RestClient client(m_server->url());
        const QString first = client.signIn(u"john"_s, u"john12345"_s).json["refresh_token"_L1].toString();
        QString second = client.signIn(u"john"_s, u"john12345"_s).json["refresh_token"_L1].toString();
        const auto refresh = [&](const QString &token) {
            return client.post(u"/api/v1/auth/refresh"_s, {{"refresh_token"_L1, token}});
        };
        // A window may end in between, so each is asked for until it is refused.
        QVERIFY(untilRefused([&] { return client.post(u"/api/v1/auth/login"_s, {}); }));
        QCOMPARE(refresh(u"nonsense"_s).status, 429);
        QVERIFY(untilRefused([&] {
            Answer answer = refresh(second);
            if (answer.status == 200)
                second = answer.json["refresh_token"_L1].toString();
            return answer;
        }));
        QCOMPARE(refresh(first).status, 200);
    }

    void aRefusalIsAsDocumented()
    {
        RestClient client(m_server->url());
        Answer refused;
        QVERIFY(untilRefused([&] { return refused = client.post(u"/api/v1/auth/login"_s, {}); }));
        const QJsonObject error = refused.json["error"_L1].toObject();
        QCOMPARE(error["code"_L1].toString(), u"RATE_LIMIT_EXCEEDED"_s);
        QCOMPARE(error["message"_L1].toString(), u"Rate limit exceeded"_s);
        QCOMPARE(error["request_id"_L1].toString().toLatin1(), refused.header("X-Request-ID"));
        QVERIFY(error.contains("timestamp"_L1));
        const int wait = error["retry_after"_L1].toInt();
        QVERIFY(wait >= 1 && wait <= 60);
        QCOMPARE(refused.header("Retry-After").toInt(), wait);
        QCOMPARE(refused.header("X-RateLimit-Remaining"), "0"_ba);
        // Other things can still be done from there.
        QCOMPARE(client.get(u"/api/v1/version"_s).status, 200);
    }

    /** For load tests: everything is counted and said, and nothing is refused. */
    void whereLimitsAreOffNothingIsRefused()
    {
        ServerProcess server;
        QVERIFY(server.start({u"--rate-limits"_s, u"off"_s}));
        RestClient client(server.url());
        const QJsonObject wrong{{"username"_L1, "john"_L1}, {"password"_L1, "wrong password"_L1}};
        Answer last;
        for (int i = 0; i < 15; ++i) {
            last = client.post(u"/api/v1/auth/login"_s, wrong);
            QCOMPARE(last.status, 401);
        }
        QCOMPARE(last.header("X-RateLimit-Limit"), "10"_ba);
        QCOMPARE(last.header("X-RateLimit-Remaining"), "0"_ba);
        QCOMPARE(client.signIn(u"john"_s, u"john12345"_s).status, 200);
    }

private:
    template <typename Ask>
    static bool untilRefused(Ask ask)
    {
        for (int i = 0; i < 30; ++i) {
            if (ask().status == 429)
                return true;
        }
        return false;
    }

    std::unique_ptr<ServerProcess> m_server;
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "limits_test.moc"
