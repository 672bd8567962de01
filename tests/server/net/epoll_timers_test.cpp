// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/net/dispatcher_support.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTimer>

using namespace plexi::test;
using namespace std::chrono_literals;

/** Timers on our event dispatcher. */
class EpollTimersTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { addDispatchers(); }

    void firesTimersInTheirOrderAndNeverEarly()
    {
        inThread([] {
            QElapsedTimer clock;
            clock.start();
            QList<int> order;
            QList<qint64> times;
            std::array<Ticker, 3> tickers;
            const std::array<int, 3> intervals{60, 20, 40};
            for (std::size_t i = 0; i < 3; ++i) {
                tickers[i].onTick = [&, i] {
                    order.append(intervals[i]);
                    times.append(clock.elapsed());
                    tickers[i].timer.stop();
                };
                tickers[i].timer.start(intervals[i], Qt::PreciseTimer, &tickers[i]);
            }
            QVERIFY(spinUntil([&] { return order.size() == 3; }));
            QCOMPARE(order, (QList<int>{20, 40, 60}));
            for (qsizetype i = 0; i < 3; ++i)
                QVERIFY(times[i] >= order[i]);
        });
    }

    void repeatsTimers()
    {
        inThread([] {
            Ticker ticker;
            ticker.timer.start(5, &ticker);
            QVERIFY(spinUntil([&] { return ticker.ticks >= 4; }));
            ticker.timer.stop();
            const int ticks = ticker.ticks;
            QEventLoop loop;
            QTimer::singleShot(30, &loop, &QEventLoop::quit);
            loop.exec();
            QCOMPARE(ticker.ticks, ticks);
        });
    }

    void aZeroTimerLeavesRoomForOthers()
    {
        inThread([] {
            Pair pair;
            pair.write(1);
            Ticker zero;
            zero.timer.start(0, &zero);
            Ticker slow;
            slow.timer.start(10, &slow);
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            bool arrived = false;
            connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
                arrived = true;
                pair.read(0);
            });
            QVERIFY(spinUntil([&] { return zero.ticks > 10 && slow.ticks > 1 && arrived; }));
        });
    }

    void aTimerMayStopOthersAndItself()
    {
        inThread([] {
            Ticker victim;
            Ticker killer;
            auto suicidal = std::make_unique<Ticker>();
            killer.onTick = [&] {
                victim.timer.stop();
            };
            bool isGone = false;
            suicidal->onTick = [&] {
                isGone = true;
                suicidal.release()->deleteLater();
            };
            killer.timer.start(5, &killer);
            victim.timer.start(5, &victim);
            suicidal->timer.start(5, suicidal.get());
            // All are due in one round; the first stops the second.
            QThread::msleep(10);
            QVERIFY(spinUntil([&] { return killer.ticks >= 3 && isGone; }));
            QVERIFY(victim.ticks <= 1);
        });
    }

    void aTimerIsNotSentAgainWhileItIsHandled()
    {
        inThread([] {
            Ticker ticker;
            Ticker other;
            int depth = 0;
            int deepest = 0;
            ticker.onTick = [&] {
                deepest = std::max(deepest, ++depth);
                const int before = other.ticks;
                QVERIFY(spinUntil([&] { return other.ticks >= before + 3; }));
                --depth;
            };
            ticker.timer.start(1, &ticker);
            other.timer.start(2, &other);
            QVERIFY(spinUntil([&] { return ticker.ticks >= 2; }));
            QCOMPARE(deepest, 1);
        });
    }

    void knowsItsTimers()
    {
        inThread([] {
            QObject object;
            const int id = object.startTimer(1000, Qt::PreciseTimer);
            auto *dispatcher = QAbstractEventDispatcher::instance();
            const auto timers = dispatcher->timersForObject(&object);
            QCOMPARE(timers.size(), 1);
            QCOMPARE(timers.first().interval, 1000ms);
            const auto remaining = dispatcher->remainingTime(Qt::TimerId(id));
            QVERIFY(remaining > 0ms && remaining <= 1000ms);
            object.killTimer(id);
            QCOMPARE(dispatcher->timersForObject(&object).size(), 0);
        });
    }
};

QTEST_GUILESS_MAIN(EpollTimersTest)
#include "epoll_timers_test.moc"
