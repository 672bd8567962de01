// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outgoing/address_policy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using outgoing::AddressPolicy;

/** What of the address space is the Internet, in every way in which an address can be written. */
class AddressPolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheInternet_data()
    {
        QTest::addColumn<bool>("isInternet");
        const auto rows = [](bool isInternet, std::initializer_list<const char *> addresses) {
            for (const char *address : addresses)
                QTest::newRow(address) << isInternet;
        };
        rows(true,
             {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
              "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "198.17.255.255", "198.20.0.0",
              "223.255.255.255", "2606:4700:4700::1111", "2001:4860:4860::8888", "2003::1", "::ffff:8.8.8.8",
              "64:ff9b::8.8.8.8"});
        rows(false,
             {"0.0.0.0",
              "0.1.2.3",
              "10.0.0.1",
              "10.255.255.255",
              "100.64.0.1",
              "100.127.255.255",
              "127.0.0.1",
              "127.255.255.254",
              "169.254.169.254",
              "172.16.0.1",
              "172.31.255.255",
              "192.0.0.8",
              "192.0.2.1",
              "192.88.99.1",
              "192.168.0.1",
              "198.18.0.1",
              "198.19.255.255",
              "198.51.100.7",
              "203.0.113.7",
              "224.0.0.1",
              "239.255.255.255",
              "240.0.0.1",
              "255.255.255.255",
              "::",
              "::1",
              "::127.0.0.1",
              "::8.8.8.8",
              "::ffff:127.0.0.1",
              "::ffff:10.0.0.1",
              "::ffff:169.254.169.254",
              "::ffff:0:8.8.8.8",
              "64:ff9b::127.0.0.1",
              "64:ff9b::10.0.0.1",
              "64:ff9b:1::1",
              "100::1",
              "2001::1",
              "2001:2::1",
              "2001:10::1",
              "2001:20::1",
              "2001:db8::1",
              "2002:7f00:1::",
              "2002:808:808::1",
              "3fff::1",
              "5f00::1",
              "fc00::1",
              "fd12:3456::1",
              "fe80::1",
              "fe80::1%1",
              "fec0::1",
              "ff02::1",
              "ff0e::1"});
    }

    void knowsTheInternet()
    {
        QFETCH(bool, isInternet);
        const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!address.isNull());
        QCOMPARE(outgoing::isGloballyRoutable(address), isInternet);
        QCOMPARE(AddressPolicy().permits(u"example.com"_s, address), isInternet);
    }

    void anAdminExceptsNamesAddressesAndNetworks()
    {
        const AddressPolicy policy({u"Wiki.Example"_s, u"10.1.0.0/16"_s, u"192.168.0.7"_s, u"fd00:1::/32"_s, u"::1"_s});
        const QHostAddress elsewhere(u"10.2.0.1"_s);
        QVERIFY(policy.permits(u"wiki.example"_s, elsewhere));
        QVERIFY(policy.permits(u"WIKI.EXAMPLE."_s, elsewhere));
        QVERIFY(!policy.permits(u"wiki.example.com"_s, elsewhere));
        QVERIFY(!policy.permits(u"a.wiki.example"_s, elsewhere));
        for (const auto &address : {u"10.1.2.3"_s, u"::ffff:10.1.2.3"_s, u"192.168.0.7"_s, u"fd00:1:2::3"_s, u"::1"_s})
            QVERIFY2(policy.permits(u"any.example"_s, QHostAddress(address)), qPrintable(address));
        for (const auto &address : {u"10.2.0.1"_s, u"192.168.0.8"_s, u"fd00:2::1"_s, u"127.0.0.1"_s, u"::a01:203"_s})
            QVERIFY2(!policy.permits(u"any.example"_s, QHostAddress(address)), qPrintable(address));
        QVERIFY(!policy.permits(u"wiki.example"_s, QHostAddress()));
    }
};

QTEST_GUILESS_MAIN(AddressPolicyTest)
#include "address_policy_test.moc"
