// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/epoll_dispatcher.h"

#include <QBasicTimer>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTest>
#include <QThread>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <functional>
#include <semaphore>

/** For tests that run on Qt's own dispatcher, to show that they ask for what Qt does, and on ours. */
namespace plexi::test {

/** The rows for initTestCase_data(). */
inline void addDispatchers()
{
    // The one on GLib treats some of this differently.
    qputenv("QT_NO_GLIB", "1");
    QTest::addColumn<bool>("isOurs");
    QTest::newRow("stock") << false;
    QTest::newRow("epoll") << true;
}

/** Two connected sockets. */
struct Pair {
    std::array<int, 2> ends{-1, -1};

    Pair() { [[maybe_unused]] const int made = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()); }
    ~Pair()
    {
        closeEnd(0);
        closeEnd(1);
    }
    void closeEnd(std::size_t index)
    {
        if (const int end = std::exchange(ends[index], -1); end >= 0)
            ::close(end);
    }
    void write(std::size_t from) const { [[maybe_unused]] const auto written = ::write(ends[from], "x", 1); }
    void read(std::size_t at) const
    {
        std::array<char, 64> bytes;
        [[maybe_unused]] const auto count = ::read(ends[at], bytes.data(), bytes.size());
    }
};

/** Counts its timer events. */
class Ticker : public QObject
{
public:
    int ticks = 0;
    std::function<void()> onTick;
    QBasicTimer timer;

protected:
    void timerEvent(QTimerEvent *) override
    {
        ++ticks;
        if (onTick)
            onTick();
    }
};

/** Runs @p body in a thread with the dispatcher of the row, inside its event loop. */
template <typename Body>
void inThread(Body body)
{
    QFETCH_GLOBAL(const bool, isOurs);
    QThread thread;
    if (isOurs)
        thread.setEventDispatcher(new net::EpollDispatcher);
    QObject context;
    context.moveToThread(&thread);
    thread.start();
    std::binary_semaphore done(0);
    QMetaObject::invokeMethod(&context, [&] {
        body();
        done.release();
    });
    const bool finished = done.try_acquire_for(std::chrono::seconds(20));
    thread.quit();
    thread.wait();
    QVERIFY(finished);
}

/** Lets the present thread's events happen until @p condition holds. */
template <typename Condition>
bool spinUntil(Condition condition)
{
    QDeadlineTimer deadline(std::chrono::seconds(10));
    QEventLoop loop;
    while (!condition() && !deadline.hasExpired())
        loop.processEvents(QEventLoop::WaitForMoreEvents, 50);
    return condition();
}

} // namespace plexi::test
