// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/socket_client.h"
#include "tests/support/whole_server.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** The endpoints of accounts over loopback, against the whole server. */
class AccountsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_server = std::make_unique<WholeServer>(); }
    void cleanup() { m_server.reset(); }

    void revokedSessionsCloseTheirSocketsAtOnce()
    {
        RestClient phone = john();
        RestClient laptop = john();
        SocketClient phoneSocket;
        QVERIFY(phoneSocket.signIn(webSocketUrl(), phone.accessToken()));
        SocketClient laptopSocket;
        QVERIFY(laptopSocket.signIn(webSocketUrl(), laptop.accessToken()));

        const Answer list = laptop.get(u"/api/v1/auth/sessions"_s);
        QCOMPARE(list.status, 200);
        const QJsonArray sessions = list.json["sessions"_L1].toArray();
        QCOMPARE(sessions.size(), 2);
        QCOMPARE(list.json["pagination"_L1]["total_count"_L1].toInt(), 2);
        QString phoneId;
        for (const auto &session : sessions) {
            QCOMPARE(session["address"_L1].toString(), u"127.0.0.1"_s);
            if (!session["is_current"_L1].toBool())
                phoneId = session["id"_L1].toString();
        }
        QVERIFY(phoneId.startsWith("session_"_L1));

        QCOMPARE(laptop.remove(u"/api/v1/auth/sessions/"_s + phoneId).status, 204);
        QVERIFY(phoneSocket.waitForClose());
        QCOMPARE(phoneSocket.closeCode(), 4401);
        QCOMPARE(phoneSocket.all(u"error"_s).size(), 1);
        QCOMPARE(phone.get(u"/api/v1/users/me"_s).errorCode(), u"INVALID_TOKEN"_s);
        QCOMPARE(laptop.remove(u"/api/v1/auth/sessions/"_s + phoneId).status, 404);
        QCOMPARE(laptop.remove(u"/api/v1/auth/sessions/session_1"_s).status, 404);
        // The other one lives on.
        laptopSocket.send({{"type"_L1, "ping"_L1}});
        QVERIFY(!laptopSocket.next(u"pong"_s).isEmpty());
    }

    void aNewPasswordShutsOutTheOtherDevices()
    {
        RestClient thief = john();
        SocketClient thiefSocket;
        QVERIFY(thiefSocket.signIn(webSocketUrl(), thief.accessToken()));
        RestClient owner = john();
        SocketClient ownerSocket;
        QVERIFY(ownerSocket.signIn(webSocketUrl(), owner.accessToken()));
        const auto change = [&](const QString &current, const QString &next) {
            return owner.post(u"/api/v1/auth/password"_s,
                              {{"current_password"_L1, current}, {"new_password"_L1, next}});
        };
        QCOMPARE(change(u"wrong"_s, u"another-long-one"_s).errorCode(), u"INVALID_CREDENTIALS"_s);
        QCOMPARE(change(u"john12345"_s, u"short"_s).errorCode(), u"VALIDATION_ERROR"_s);
        QCOMPARE(owner.post(u"/api/v1/auth/password"_s, {}).status, 422);
        const Answer changed = change(u"john12345"_s, u"another-long-one"_s);
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json["sessions_ended"_L1].toInt(), 1);
        QVERIFY(thiefSocket.waitForClose());
        QCOMPARE(thiefSocket.closeCode(), 4401);
        QCOMPARE(thief.get(u"/api/v1/users/me"_s).status, 401);
        ownerSocket.send({{"type"_L1, "ping"_L1}});
        QVERIFY(!ownerSocket.next(u"pong"_s).isEmpty());
        RestClient again(m_server->url());
        QCOMPARE(again.signIn(u"john"_s, u"john12345"_s).status, 401);
        QCOMPARE(again.signIn(u"john"_s, u"another-long-one"_s).status, 200);
    }

private:
    RestClient john() const { return {m_server->url(), u"john"_s, u"john12345"_s}; }

    QUrl webSocketUrl() const
    {
        QUrl url = m_server->url();
        url.setScheme(u"ws"_s);
        url.setPath(u"/ws"_s);
        return url;
    }

    std::unique_ptr<WholeServer> m_server;
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "accounts_test.moc"
