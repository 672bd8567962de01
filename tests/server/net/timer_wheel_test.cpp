// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/timer_wheel.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <vector>

using namespace plexi::net;

/** On a wheel whose "second" is ten milliseconds. */
class TimerWheelTest : public QObject
{
    Q_OBJECT
private slots:
    void expiresNeverEarlyAndInOrder()
    {
        TimerWheel wheel(10);
        QElapsedTimer clock;
        clock.start();
        std::vector<std::pair<int, qint64>> expired;
        std::vector<std::unique_ptr<Deadline>> deadlines;
        for (const int seconds : {7, 1, 3, 20, 3}) {
            deadlines.push_back(
                std::make_unique<Deadline>(wheel, [&, seconds] { expired.emplace_back(seconds, clock.elapsed()); }));
            deadlines.back()->start(seconds);
        }
        QTRY_COMPARE(expired.size(), 5U);
        QVERIFY(std::ranges::is_sorted(expired, {}, &std::pair<int, qint64>::first));
        for (const auto &[seconds, elapsed] : expired)
            QVERIFY2(elapsed >= 10LL * seconds, qPrintable(QString::number(elapsed)));
        QVERIFY(!deadlines.front()->isActive());
    }

    void goesAroundForLongDeadlines()
    {
        TimerWheel wheel(1);
        QElapsedTimer clock;
        clock.start();
        bool hasExpired = false;
        Deadline deadline(wheel, [&] { hasExpired = true; });
        deadline.start(300);
        QTRY_VERIFY(hasExpired);
        QVERIFY(clock.elapsed() >= 300);
    }

    void movesAndCancels()
    {
        TimerWheel wheel(10);
        int moved = 0;
        bool wasCancelled = true;
        Deadline first(wheel, [&] { ++moved; });
        Deadline second(wheel, [&] { wasCancelled = false; });
        first.start(1);
        first.start(15);
        second.start(2);
        second.cancel();
        second.cancel();
        QVERIFY(!second.isActive());
        bool middle = false;
        Deadline probe(wheel, [&] { middle = moved == 0; });
        probe.start(6);
        QTRY_COMPARE(moved, 1);
        QVERIFY(middle);
        QVERIFY(wasCancelled);
    }

    void toleratesCallbacksThatChangeIt()
    {
        TimerWheel wheel(10);
        std::vector<std::unique_ptr<Deadline>> deadlines;
        int expired = 0;
        // All are due in one tick: the first to run destroys the rest, itself included, and sets a new one.
        const auto destroyAll = [&] {
            ++expired;
            auto doomed = std::exchange(deadlines, {});
            doomed.clear();
            deadlines.push_back(std::make_unique<Deadline>(wheel, [&] { expired += 100; }));
            deadlines.back()->start(0);
        };
        for (int i = 0; i < 5; ++i) {
            deadlines.push_back(std::make_unique<Deadline>(wheel, destroyAll));
            deadlines.back()->start(2);
        }
        QTRY_COMPARE(expired, 101);
        deadlines.clear();
    }

    void mayBeSetAgainByItsCallback()
    {
        TimerWheel wheel(5);
        int count = 0;
        std::unique_ptr<Deadline> deadline;
        deadline = std::make_unique<Deadline>(wheel, [&] {
            if (++count < 5)
                deadline->start(1);
        });
        deadline->start(1);
        QTRY_COMPARE(count, 5);
        QVERIFY(!deadline->isActive());
    }
};

QTEST_GUILESS_MAIN(TimerWheelTest)
#include "timer_wheel_test.moc"
