// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/client_address.h"
#include "server/net/connection_ledger.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::net;

class ClientAddressTest : public QObject
{
    Q_OBJECT
private slots:
    void findsTheClient_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QByteArray>("forwarded");
        QTest::addColumn<QString>("client");
        const auto row = [](const char *title, const QString &peer, const char *forwarded, const QString &client) {
            QTest::newRow(title) << peer << QByteArray(forwarded) << client;
        };
        row("direct", u"203.0.113.5"_s, "", u"203.0.113.5"_s);
        row("untrusted peer lies", u"203.0.113.5"_s, "192.0.2.1", u"203.0.113.5"_s);
        row("one proxy", u"10.0.0.1"_s, "192.0.2.1", u"192.0.2.1"_s);
        row("client adds its own", u"10.0.0.1"_s, "198.51.100.9, 192.0.2.1", u"192.0.2.1"_s);
        row("two proxies", u"10.0.0.1"_s, "198.51.100.9, 192.0.2.1, 10.1.2.3", u"192.0.2.1"_s);
        row("only proxies", u"10.0.0.1"_s, "10.1.1.1,10.2.2.2", u"10.1.1.1"_s);
        row("nonsense", u"10.0.0.1"_s, "unknown", u"10.0.0.1"_s);
        row("nonsense before a proxy", u"10.0.0.1"_s, "192.0.2.1, what, 10.1.1.1", u"10.1.1.1"_s);
        row("with port", u"10.0.0.1"_s, "192.0.2.1:4711", u"192.0.2.1"_s);
        row("IPv6", u"fd00::1"_s, "2001:db8::7", u"2001:db8::7"_s);
        row("IPv6 with port", u"fd00::1"_s, "[2001:db8::7]:4711", u"2001:db8::7"_s);
        row("mapped IPv4", u"10.0.0.1"_s, "::ffff:192.0.2.1", u"192.0.2.1"_s);
    }

    void findsTheClient()
    {
        QFETCH(const QString, peer);
        QFETCH(const QByteArray, forwarded);
        const TrustedProxies proxies({u"10.0.0.0/8"_s, u"fd00::1"_s});
        RequestHead head;
        if (!forwarded.isEmpty())
            head.headers.append("X-Forwarded-For", forwarded);
        identifyClient(head, canonicalAddress(QHostAddress(peer)), false, proxies);
        QTEST(head.clientAddress.toString(), "client");
        QCOMPARE(head.peerAddress.toString(), peer);
    }

    void aForwardedRequestIsNeverLocal()
    {
        for (const char *name : {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via", "X-Forwarded-Proto"}) {
            RequestHead head;
            head.headers.append(QLatin1StringView(name), "127.0.0.1");
            identifyClient(head, QHostAddress(QHostAddress::LocalHost), false, {});
            QVERIFY2(!head.isLoopback, name);
            QCOMPARE(head.clientAddress, QHostAddress(QHostAddress::LocalHost));
        }
        RequestHead direct;
        identifyClient(direct, QHostAddress(QHostAddress::LocalHost), false, {});
        QVERIFY(direct.isLoopback);
    }

    void believesTheSchemeOfProxiesOnly()
    {
        const TrustedProxies proxies({u"10.0.0.1"_s});
        RequestHead head;
        head.headers.append("X-Forwarded-Proto", "https");
        identifyClient(head, QHostAddress(u"10.0.0.1"_s), false, proxies);
        QVERIFY(head.isSecure);
        identifyClient(head, QHostAddress(u"10.0.0.2"_s), false, proxies);
        QVERIFY(!head.isSecure);
        identifyClient(head, QHostAddress(u"10.0.0.2"_s), true, proxies);
        QVERIFY(head.isSecure);
    }

    void countsConnections()
    {
        const auto ledger = std::make_shared<ConnectionLedger>(ConnectionCaps{.total = 4, .perAddress = 2},
                                                               TrustedProxies({u"10.0.0.1"_s}));
        QObject sockets;
        auto *first = new QObject(&sockets);
        const QHostAddress six(u"2001:db8::1"_s);
        QVERIFY(ledger->enter(six, first));
        QVERIFY(ledger->enter(QHostAddress(u"2001:db8::2"_s), &sockets));
        // The same /64.
        QVERIFY(!ledger->enter(QHostAddress(u"2001:db8::3"_s), &sockets));
        QVERIFY(ledger->enter(QHostAddress(u"2001:db8:0:1::1"_s), &sockets));
        delete first;
        QCOMPARE(ledger->total(), 2);
        QVERIFY(ledger->enter(six, &sockets));
        QVERIFY(ledger->enter(QHostAddress(u"10.0.0.1"_s), &sockets));
        // All in all four, even from a proxy.
        QVERIFY(!ledger->enter(QHostAddress(u"10.0.0.1"_s), &sockets));
    }
};

QTEST_GUILESS_MAIN(ClientAddressTest)
#include "client_address_test.moc"
