// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/origin_policy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::net;

class OriginPolicyTest : public QObject
{
    Q_OBJECT
private slots:
    void knowsItsHosts()
    {
        const OriginPolicy policy(u"https://chat.example.org/base"_s, {});
        for (const char *known : {"chat.example.org", "CHAT.example.org:443", "localhost", "localhost:8000",
                                  "127.0.0.1", "[::1]:8000", "[2001:db8::1]"})
            QVERIFY2(policy.isKnownHost(known), known);
        for (const char *unknown : {"", "example.org", "x.chat.example.org", "chat.example.org.", "localhost.", "[::1",
                                    "::1", "127.0.0.1.evil.example"})
            QVERIFY2(!policy.isKnownHost(unknown), unknown);
    }

    void trustsItselfAndTheList()
    {
        const OriginPolicy policy(u"https://chat.example.org"_s,
                                  {u"https://app.example.org/"_s, u"http://localhost:3000"_s});
        QVERIFY(policy.isTrusted("https://chat.example.org", "10.0.0.1:8000", false));
        QVERIFY(policy.isTrusted("https://chat.example.org:443", "10.0.0.1:8000", false));
        QVERIFY(policy.isTrusted("https://app.example.org", "10.0.0.1:8000", false));
        QVERIFY(policy.isTrusted("http://localhost:3000", "localhost:8000", false));
        QVERIFY(policy.isTrusted("http://localhost:8000", "localhost:8000", false));
        QVERIFY(policy.isTrusted("https://127.0.0.1", "127.0.0.1:443", true));
        QVERIFY(!policy.isTrusted("http://127.0.0.1", "127.0.0.1", true));
        QVERIFY(!policy.isTrusted("http://localhost:8001", "localhost:8000", false));
        QVERIFY(!policy.isTrusted("", "localhost:8000", false));
        QVERIFY(!policy.isTrusted("null", "localhost:8000", false));
        // A rebound name is its own origin, but not ours.
        QVERIFY(!policy.isTrusted("http://evil.example", "evil.example", false));
        QVERIFY(policy.isAllowed("https://app.example.org"));
        QVERIFY(!policy.isAllowed("https://chat.example.org"));
        QVERIFY(!OriginPolicy().isAllowed(""));
    }

    void findsTheOriginOfAnAddress()
    {
        QCOMPARE(OriginPolicy::originOf("https://Chat.example.org:443/a?b#c"), "https://chat.example.org");
        QCOMPARE(OriginPolicy::originOf("http://localhost:8000"), "http://localhost:8000");
        QCOMPARE(OriginPolicy::originOf("https://a@evil.example/"), "");
        QCOMPARE(OriginPolicy::originOf("/relative"), "");
        QCOMPARE(OriginPolicy::originOf("://x"), "");
    }
};

QTEST_GUILESS_MAIN(OriginPolicyTest)
#include "origin_policy_test.moc"
