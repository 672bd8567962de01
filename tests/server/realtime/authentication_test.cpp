// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/fake_server.h"
#include "tests/support/socket_client.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

namespace {

QString code(const QJsonObject &error)
{
    return error.value("data"_L1).toObject().value("code"_L1).toString();
}

QJsonObject data(const QJsonObject &frame)
{
    return frame.value("data"_L1).toObject();
}

} // namespace

/** The ways to sign in on /ws, and what happens to those who do not. */
class AuthenticationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsCredentialsOfTheRequest_data();
    void acceptsCredentialsOfTheRequest();
    void ignoresTheCookieOfAForeignPage_data();
    void ignoresTheCookieOfAForeignPage();
    void saysWhoSignedIn();
    void acceptsAnAuthFrame();
    void refusesOtherFramesBeforeAuth();
    void closesOnWhatIsNoToken();
    void keepsTheSocketOpenUntilItHasSignedIn();
    void closesWhoDoesNotSignIn();
    void refusesBadTokens_data();
    void refusesBadTokens();
    void refusesToSignInTwice();
    void endsWithItsApiKey();
    void readsFramesThatCameWithTheRequest();
    void answersNonsenseWithoutAWebSocket();
};

void AuthenticationTest::acceptsCredentialsOfTheRequest_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<Headers>("headers");
    const QString token = FakeAuthenticator::sessionToken(kAnna, 7);
    const QString key = FakeAuthenticator::apiKey(kAnna, 8);
    const QByteArray cookie = "theme=dark; plexichat_session=" + token.toLatin1();
    QTest::newRow("token in the query") << token << Headers{};
    QTest::newRow("API key in the query") << key << Headers{};
    QTest::newRow("Bearer") << QString() << Headers{{"Authorization", "Bearer " + token.toLatin1()}};
    QTest::newRow("bearer in small letters") << QString() << Headers{{"Authorization", "bearer " + token.toLatin1()}};
    QTest::newRow("X-API-Key") << QString() << Headers{{"X-API-Key", key.toLatin1()}};
    QTest::newRow("cookie, allowed origin")
        << QString() << Headers{{"Cookie", cookie}, {"Origin", "https://app.example.org"}};
    QTest::newRow("cookie, public origin")
        << QString() << Headers{{"Cookie", cookie}, {"Origin", "https://chat.example.org"}};
    QTest::newRow("query before cookie") << token << Headers{{"Cookie", "plexichat_session=wrong"}};
}

void AuthenticationTest::acceptsCredentialsOfTheRequest()
{
    QFETCH(const QString, query);
    QFETCH(const Headers, headers);
    FakeServer server;
    SocketClient client;
    QVERIFY(client.open(query.isEmpty() ? server.url() : server.url(query), headers));
    const QJsonObject ready = client.next(u"ready"_s);
    QCOMPARE(data(ready).value("user"_L1).toObject().value("id"_L1).toString(), kAnna.toString());
}

void AuthenticationTest::ignoresTheCookieOfAForeignPage_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::newRow("no origin") << QByteArray();
    QTest::newRow("another site") << QByteArray("https://evil.example");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("allowed host, other scheme") << QByteArray("http://app.example.org");
    QTest::newRow("allowed host as a prefix") << QByteArray("https://app.example.org.evil.example");
}

void AuthenticationTest::ignoresTheCookieOfAForeignPage()
{
    QFETCH(const QByteArray, origin);
    FakeServer server;
    SocketClient client;
    Headers headers{{"Cookie", "plexichat_session=" + FakeAuthenticator::sessionToken(kAnna, 7).toLatin1()}};
    if (!origin.isEmpty())
        headers.append({"Origin", origin});
    QVERIFY(client.open(server.url(), headers));
    client.send({{"type"_L1, "ping"_L1}});
    QCOMPARE(code(client.next(u"error"_s)), u"AUTHENTICATION_REQUIRED"_s);
    QVERIFY(client.all(u"ready"_s).isEmpty());
}

void AuthenticationTest::saysWhoSignedIn()
{
    FakeServer server;
    SocketClient person;
    QVERIFY(person.open(server.url(FakeAuthenticator::sessionToken(kAnna, 7))));
    const QJsonObject ready = data(person.next(u"ready"_s));
    QCOMPARE(ready.value("session"_L1).toString(), u"session_7"_s);
    QCOMPARE(ready.value("user"_L1).toObject().value("status"_L1).toString(), u"online"_s);
    SocketClient machine;
    QVERIFY(machine.open(server.url(FakeAuthenticator::apiKey(kBoris, 8))));
    QVERIFY(data(machine.next(u"ready"_s)).value("session"_L1).isNull());
}

void AuthenticationTest::acceptsAnAuthFrame()
{
    FakeServer server;
    SocketClient flat;
    QVERIFY(flat.open(server.url()));
    flat.send({{"type"_L1, "auth"_L1}, {"token"_L1, FakeAuthenticator::sessionToken(kAnna, 7)}, {"id"_L1, "a"_L1}});
    QCOMPARE(flat.next(u"ready"_s).value("id"_L1).toString(), u"a"_s);
    SocketClient nested;
    QVERIFY(nested.open(server.url()));
    nested.send({{"type"_L1, "auth"_L1}, {"data"_L1, QJsonObject{{"token"_L1, FakeAuthenticator::apiKey(kAnna, 8)}}}});
    QVERIFY(!nested.next(u"ready"_s).isEmpty());
}

void AuthenticationTest::refusesOtherFramesBeforeAuth()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.open(server.url()));
    client.send({{"type"_L1, "subscribe"_L1}, {"channels"_L1, QJsonArray{"general"_L1}}, {"id"_L1, 1}});
    const QJsonObject refused = client.next(u"error"_s);
    QCOMPARE(code(refused), u"AUTHENTICATION_REQUIRED"_s);
    QCOMPARE(refused.value("id"_L1).toInt(), 1);
    client.send({{"type"_L1, "subscribe"_L1}});
    QCOMPARE(code(client.next(u"error"_s)), u"AUTHENTICATION_REQUIRED"_s);
    client.send({{"type"_L1, "send_message"_L1}, {"channel_id"_L1, "general"_L1}, {"content"_L1, "x"_L1}});
    QCOMPARE(code(client.next(u"error"_s)), u"AUTHENTICATION_REQUIRED"_s);
    client.sendText(u"not json"_s);
    QCOMPARE(code(client.next(u"error"_s)), u"BAD_REQUEST"_s);
    QVERIFY(server.requests.sentContents().isEmpty());
    client.send({{"type"_L1, "auth"_L1}, {"token"_L1, FakeAuthenticator::sessionToken(kAnna, 7)}});
    QVERIFY(!client.next(u"ready"_s).isEmpty());
}

void AuthenticationTest::closesOnWhatIsNoToken()
{
    FakeServer server;
    for (const QJsonValue &token : {QJsonValue(QJsonValue::Undefined), QJsonValue(QString()), QJsonValue(7)}) {
        SocketClient client;
        QVERIFY(client.open(server.url()));
        client.send({{"type"_L1, "auth"_L1}, {"token"_L1, token}});
        QCOMPARE(code(client.next(u"error"_s)), u"INVALID_TOKEN"_s);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.closeCode(), 4401);
    }
}

void AuthenticationTest::keepsTheSocketOpenUntilItHasSignedIn()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.open(server.url()));
    client.send({{"type"_L1, "auth"_L1}, {"token"_L1, FakeAuthenticator::sessionToken(kAnna, 7)}});
    QVERIFY(!client.next(u"ready"_s).isEmpty());
    // A second one, opened now, meets the deadline; the first has been open for longer and stays.
    SocketClient later;
    QVERIFY(later.open(server.url()));
    QVERIFY(later.waitForClose());
    client.send({{"type"_L1, "ping"_L1}});
    QVERIFY(!client.next(u"pong"_s).isEmpty());
}

void AuthenticationTest::closesWhoDoesNotSignIn()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.open(server.url()));
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 4401);
    QTRY_COMPARE(server.hub.connectionCount(), 0);
}

void AuthenticationTest::refusesBadTokens_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("inFrame");
    QTest::addColumn<QString>("expected");
    QTest::newRow("invalid, query") << u"nonsense"_s << false << u"INVALID_TOKEN"_s;
    QTest::newRow("invalid, frame") << u"nonsense"_s << true << u"INVALID_TOKEN"_s;
    QTest::newRow("expired, query") << FakeAuthenticator::expiredToken() << false << u"TOKEN_EXPIRED"_s;
    QTest::newRow("expired, frame") << FakeAuthenticator::expiredToken() << true << u"TOKEN_EXPIRED"_s;
}

void AuthenticationTest::refusesBadTokens()
{
    QFETCH(const QString, token);
    QFETCH(const bool, inFrame);
    QFETCH(const QString, expected);
    FakeServer server;
    SocketClient client;
    if (inFrame) {
        QVERIFY(client.open(server.url()));
        client.send({{"type"_L1, "auth"_L1}, {"token"_L1, token}});
    } else {
        client.socket().open(server.url(token));
    }
    QCOMPARE(code(client.next(u"error"_s)), expected);
    QVERIFY(client.waitForClose());
    QCOMPARE(client.closeCode(), 4401);
    QVERIFY(client.all(u"ready"_s).isEmpty());
}

void AuthenticationTest::refusesToSignInTwice()
{
    FakeServer server;
    SocketClient client;
    QVERIFY(client.signIn(server.url(), FakeAuthenticator::sessionToken(kAnna, 7)));
    client.send({{"type"_L1, "auth"_L1}, {"token"_L1, FakeAuthenticator::sessionToken(kBoris, 8)}});
    QCOMPARE(code(client.next(u"error"_s)), u"CONFLICT"_s);
    QCOMPARE(client.all(u"ready"_s).size(), 1);
}

void AuthenticationTest::endsWithItsApiKey()
{
    realtime::HubOptions options = quickOptions();
    options.pingInterval = std::chrono::milliseconds(100);
    FakeServer server(options);
    SocketClient machine;
    SocketClient other;
    QVERIFY(machine.open(server.url(FakeAuthenticator::expiringKey(kAnna, 8, 300))));
    QVERIFY(other.open(server.url(FakeAuthenticator::expiringKey(kAnna, 9, 3'600'000))));
    QVERIFY(!machine.next(u"ready"_s).isEmpty());
    QVERIFY(!other.next(u"ready"_s).isEmpty());
    QVERIFY(machine.waitForClose());
    QCOMPARE(machine.closeCode(), 4401);
    QCOMPARE(code(machine.next(u"error"_s)), u"TOKEN_EXPIRED"_s);
    other.send({{"type"_L1, "ping"_L1}});
    QVERIFY(!other.next(u"pong"_s).isEmpty());
}

void AuthenticationTest::readsFramesThatCameWithTheRequest()
{
    FakeServer server;
    QTcpSocket raw;
    raw.connectToHost(QHostAddress::LocalHost, server.serverPort());
    // One write: the request, and behind it a masked ping frame of the protocol (mask 0, text {"type":"ping"}).
    const QByteArray text = R"({"type":"ping"})";
    raw.write("GET /ws?token=" + FakeAuthenticator::sessionToken(kAnna, 7).toLatin1()
              + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
              + char(0x81) + static_cast<char>(0x80 | text.size()) + QByteArray(4, '\0') + text);
    QByteArray answer;
    QObject::connect(&raw, &QTcpSocket::readyRead, &raw, [&] { answer += raw.readAll(); });
    QTRY_VERIFY(answer.contains(R"("type":"pong")"));
    QVERIFY(answer.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QVERIFY(answer.indexOf(R"("type":"ready")") < answer.indexOf(R"("type":"pong")"));
}

void AuthenticationTest::answersNonsenseWithoutAWebSocket()
{
    FakeServer server;
    QTcpSocket raw;
    raw.connectToHost(QHostAddress::LocalHost, server.serverPort());
    raw.write("GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n");
    QTRY_COMPARE(raw.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(!raw.readAll().contains(" 101 "));
    QCOMPARE(server.hub.connectionCount(), 0);
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::AuthenticationTest)
#include "authentication_test.moc"
