// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/rate_limiter.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::security;

class RateLimiterTest : public QObject
{
    Q_OBJECT
private slots:
    void hasTheTableOfTheReference()
    {
        const RateLimits limits;
        QCOMPARE(limits.of(RateCategory::Authentication), 10);
        QCOMPARE(limits.of(RateCategory::Messages), 100);
        QCOMPARE(limits.of(RateCategory::FileUpload), 20);
        QCOMPARE(limits.of(RateCategory::Search), 50);
        QCOMPARE(limits.of(RateCategory::Admin), 200);
        QCOMPARE(limits.of(RateCategory::General), 300);
        QCOMPARE(limits.windowSeconds, 60);
    }

    void countsInFixedWindows()
    {
        RateLimiter limiter({.messages = 3});
        const Timestamp start{1'700'000'010'000};
        const qint64 end = 1'700'000'040;
        for (int left = 2; left >= 0; --left) {
            const auto decision = limiter.take(RateCategory::Messages, UserId(1), m_address, start);
            QVERIFY(decision && decision->isAllowed);
            QCOMPARE(decision->limit, 3);
            QCOMPARE(decision->remaining, left);
            QCOMPARE(decision->resetAt, end);
        }
        const auto refused = limiter.take(RateCategory::Messages, UserId(1), m_address, start);
        QVERIFY(!refused->isAllowed);
        QCOMPARE(refused->remaining, 0);
        QCOMPARE(refused->retryAfter, 30);
        QCOMPARE(limiter.refusals(), 1);
        QVERIFY(!limiter.take(RateCategory::Messages, UserId(1), m_address, {end * 1000 - 1})->isAllowed);
        const auto next = limiter.take(RateCategory::Messages, UserId(1), m_address, {end * 1000});
        QVERIFY(next->isAllowed);
        QCOMPARE(next->remaining, 2);
    }

    void tellsIdentitiesApart()
    {
        RateLimiter limiter({.general = 1, .search = 1});
        const Timestamp now{1'700'000'000'000};
        const auto isAllowed = [&](RateCategory category, std::optional<UserId> user, const QString &address) {
            return limiter.take(category, user, QHostAddress(address), now)->isAllowed;
        };
        QVERIFY(isAllowed(RateCategory::General, UserId(1), u"192.0.2.1"_s));
        // A person is the same wherever they are, and is not their address.
        QVERIFY(!isAllowed(RateCategory::General, UserId(1), u"192.0.2.2"_s));
        QVERIFY(isAllowed(RateCategory::General, {}, u"192.0.2.1"_s));
        QVERIFY(!isAllowed(RateCategory::General, {}, u"192.0.2.1"_s));
        QVERIFY(isAllowed(RateCategory::General, {}, u"192.0.2.2"_s));
        QVERIFY(isAllowed(RateCategory::Search, {}, u"192.0.2.1"_s));
        // The same address, written as IPv6.
        QVERIFY(!isAllowed(RateCategory::General, {}, u"::ffff:192.0.2.1"_s));
        QVERIFY(isAllowed(RateCategory::General, {}, u"2001:db8::1"_s));
        QVERIFY(!isAllowed(RateCategory::General, {}, u"2001:db8::ffff:1"_s));
        QVERIFY(isAllowed(RateCategory::General, {}, u"2001:db8:0:1::1"_s));
        // User 3232235777 is not 192.168.1.1.
        QVERIFY(isAllowed(RateCategory::General, UserId(3232235777), u"192.0.2.1"_s));
        QVERIFY(isAllowed(RateCategory::General, {}, u"192.168.1.1"_s));
        // Nor is session 1 user 1.
        QVERIFY(limiter.take(RateCategory::General, SessionId(1), now)->isAllowed);
        QVERIFY(!limiter.take(RateCategory::General, SessionId(1), now)->isAllowed);
        QVERIFY(limiter.take(RateCategory::General, SessionId(2), now)->isAllowed);
    }

    void leavesOutWhatHasNoLimit()
    {
        RateLimiter limiter({.messages = 0});
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(!limiter.take(RateCategory::Messages, UserId(1), m_address));
            QVERIFY(!limiter.take(RateCategory::Unlimited, UserId(1), m_address));
        }
    }

    void isExactAcrossThreads()
    {
        RateLimiter limiter({.general = 1000});
        const Timestamp now{1'700'000'000'000};
        std::atomic<int> allowed = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int n = 0; n < 1000; ++n)
                    allowed += limiter.take(RateCategory::General, UserId(7), m_address, now)->isAllowed ? 1 : 0;
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        QCOMPARE(allowed.load(), 1000);
        QCOMPARE(limiter.refusals(), 3000);
    }

    void boundsItsMemory()
    {
        RateLimiter limiter({.general = 2});
        const Timestamp now{1'700'000'000'000};
        QVERIFY(limiter.take(RateCategory::General, UserId(1), m_address, now)->isAllowed);
        // More identities than are kept: those beyond share a count, those known keep theirs.
        int refused = 0;
        for (qint64 id = 2; id < 1'200'000; ++id)
            refused += limiter.take(RateCategory::General, UserId(id), m_address, now)->isAllowed ? 0 : 1;
        QVERIFY(refused > 50'000);
        QVERIFY(limiter.take(RateCategory::General, UserId(1), m_address, now)->isAllowed);
        QVERIFY(limiter.take(RateCategory::General, UserId(1'200'001), m_address, now.plusSeconds(60))->isAllowed);
    }

private:
    const QHostAddress m_address{u"192.0.2.1"_s};
};

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "rate_limiter_test.moc"
