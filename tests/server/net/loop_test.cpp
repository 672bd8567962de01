// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/loop.h"

#include "server/net/timer_wheel.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

using namespace plexi::net;

class LoopTest : public QObject
{
    Q_OBJECT
private slots:
    void runsWorkInOrderOnItsThread()
    {
        Loop loop(3);
        QCOMPARE(loop.index(), 3);
        loop.start();
        std::vector<int> order;
        bool wasElsewhere = false;
        for (int i = 0; i < 1000; ++i) {
            loop.post([&, i] {
                wasElsewhere |= !loop.isCurrent() || QThread::currentThread() != loop.context()->thread();
                order.push_back(i);
            });
        }
        loop.run([] { });
        QCOMPARE(order.size(), 1000U);
        QVERIFY(std::ranges::is_sorted(order));
        QVERIFY(!wasElsewhere);
        QVERIFY(!loop.isCurrent());
    }

    void neverRunsWorkInsidePost()
    {
        Loop loop(0);
        loop.start();
        bool isInside = false;
        bool ranInside = false;
        loop.run([&] {
            isInside = true;
            loop.post([&] { ranInside = isInside; });
            isInside = false;
        });
        loop.run([] { });
        QVERIFY(!ranInside);
    }

    void takesPostsFromManyThreads()
    {
        Loop loop(0);
        loop.start();
        std::atomic<int> count = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int n = 0; n < 20'000; ++n)
                    loop.post([&] { ++count; });
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        loop.run([] { });
        QCOMPARE(count.load(), 80'000);
    }

    void runsWhatWasPostedBeforeStopAndDropsTheRest()
    {
        Loop loop(0);
        loop.start();
        int ran = 0;
        for (int i = 0; i < 100; ++i)
            loop.post([&] { ++ran; });
        loop.stop();
        QCOMPARE(ran, 100);
        const auto held = std::make_shared<int>(1);
        loop.post([&ran, held] { ++ran; });
        QCOMPARE(ran, 100);
        QCOMPARE(held.use_count(), 1);
        loop.stop();
    }

    void keepsDeadlines()
    {
        Loop loop(0);
        loop.start();
        std::unique_ptr<Deadline> deadline;
        std::atomic<bool> hasExpired = false;
        loop.run([&] {
            deadline = std::make_unique<Deadline>(loop.timers(), [&] { hasExpired = true; });
            deadline->start(0);
        });
        QTRY_VERIFY(hasExpired.load());
        loop.run([&] { deadline.reset(); });
    }
};

QTEST_GUILESS_MAIN(LoopTest)
#include "loop_test.moc"
