// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/sign_in_throttle.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::security;

namespace {

const Timestamp kStart{1'760'000'000'000};
const QHostAddress kHere(u"192.0.2.1"_s);
const QHostAddress kThere(u"192.0.2.2"_s);

} // namespace

class SignInThrottleTest : public QObject
{
    Q_OBJECT

    /** A wrong password; false where it was not looked at. */
    static bool wrong(SignInThrottle &throttle, const QString &login, const QHostAddress &address,
                      Timestamp now = kStart)
    {
        if (!throttle.admit(login, address, now))
            return false;
        throttle.blame(login, address, now);
        return true;
    }

private slots:
    void slowsDownOnePairOnly()
    {
        SignInThrottle throttle;
        for (int i = 0; i < 10; ++i)
            QVERIFY(wrong(throttle, u"ann"_s, kHere));
        const auto refused = throttle.admit(u"Ann"_s, kHere, kStart);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::RateLimitExceeded);
        QCOMPARE(refused.error().retryAfter, 15);
        // Ann herself, elsewhere, and others here.
        QVERIFY(throttle.admit(u"ann"_s, kThere, kStart));
        QVERIFY(throttle.admit(u"bob"_s, kHere, kStart));
        QVERIFY(!throttle.admit(u"ann"_s, kHere, kStart.plusSeconds(14)));
        QVERIFY(wrong(throttle, u"ann"_s, kHere, kStart.plusSeconds(15)));
        QVERIFY(!throttle.admit(u"ann"_s, kHere, kStart.plusSeconds(16)));
    }

    void refusedTriesDoNotLengthenTheWait()
    {
        SignInThrottle throttle;
        for (int i = 0; i < 50; ++i)
            (void)wrong(throttle, u"ann"_s, kHere);
        QCOMPARE(throttle.admit(u"ann"_s, kHere, kStart).error().retryAfter, 15);
    }

    void rightPasswordsAreFree()
    {
        SignInThrottle throttle;
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(throttle.admit(u"ann"_s, kHere, kStart));
            throttle.pardon(u"ann"_s, kHere, kStart);
        }
        // But they do not wash failures away: else guessing between two own sign-ins would be free.
        for (int i = 0; i < 9; ++i)
            QVERIFY(wrong(throttle, u"ann"_s, kHere));
        QVERIFY(throttle.admit(u"ann"_s, kHere, kStart));
        throttle.pardon(u"ann"_s, kHere, kStart);
        QVERIFY(wrong(throttle, u"ann"_s, kHere));
        QVERIFY(!throttle.admit(u"ann"_s, kHere, kStart));
    }

    /** As many people with one password as a load test has are not in each other's way; those who guess pay for each. */
    void manyAtOnceAreNoWayAround()
    {
        SignInThrottle throttle;
        for (int i = 0; i < 64; ++i)
            QVERIFY(throttle.admit(u"ann"_s, kHere, kStart));
        QCOMPARE(throttle.admit(u"ann"_s, kHere, kStart).error().retryAfter, 1);
        for (int i = 0; i < 32; ++i)
            throttle.pardon(u"ann"_s, kHere, kStart);
        QVERIFY(!throttle.isLocked(u"ann"_s, kHere, kStart));
        for (int i = 0; i < 32; ++i)
            throttle.blame(u"ann"_s, kHere, kStart);
        QCOMPARE(throttle.admit(u"ann"_s, kHere, kStart).error().retryAfter, (32 - 9) * 15);
        QVERIFY(throttle.admit(u"ann"_s, kHere, kStart.plusSeconds(qint64{32 - 9} * 15)));
    }

    void oneAddressCannotTryEverybody()
    {
        SignInThrottle throttle;
        const QHostAddress neighbour(u"2001:db8::1"_s);
        for (int i = 0; i < 100; ++i)
            QVERIFY(wrong(throttle, u"user%1"_s.arg(i), QHostAddress(u"2001:db8::%1"_s.arg(i + 2))));
        QVERIFY(!throttle.admit(u"fresh"_s, neighbour, kStart));
        QVERIFY(throttle.admit(u"fresh"_s, QHostAddress(u"2001:db8:0:1::1"_s), kStart));
    }

    void mappedAddressIsTheSame()
    {
        SignInThrottle throttle;
        for (int i = 0; i < 10; ++i)
            QVERIFY(wrong(throttle, u"ann"_s, QHostAddress(u"::ffff:192.0.2.1"_s)));
        QVERIFY(!throttle.admit(u"ann"_s, kHere, kStart));
    }
};

QTEST_APPLESS_MAIN(SignInThrottleTest)
#include "sign_in_throttle_test.moc"
