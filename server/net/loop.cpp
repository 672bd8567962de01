// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/loop.h"

#include "server/net/event_dispatcher.h"
#include "server/net/timer_wheel.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>

#include <semaphore>

using namespace Qt::StringLiterals;

namespace plexi::net {

/** Receives the one event that stands for all that is in the queue. */
class Loop::Context final : public QObject
{
public:
    explicit Context(Loop &loop) : m_loop(loop) { }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_loop.runPosted();
        return true;
    }

private:
    Loop &m_loop;
};

Loop::Loop(int index) : m_index(index) { }

Loop::~Loop()
{
    stop();
}

QObject *Loop::context() const
{
    return m_context.get();
}

void Loop::start()
{
    Q_ASSERT(!m_thread);
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(u"loop-%1"_s.arg(m_index));
    if (auto dispatcher = makeEventDispatcher())
        m_thread->setEventDispatcher(dispatcher.release());
    m_context = std::make_unique<Context>(*this);
    m_context->moveToThread(m_thread.get());
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopped = false;
    }
    m_thread->start();
    run([this] { m_timers = std::make_unique<TimerWheel>(); });
}

void Loop::stop()
{
    if (!m_thread)
        return;
    Q_ASSERT(!isCurrent());
    post([this] {
        {
            const std::scoped_lock lock(m_mutex);
            m_isStopped = true;
        }
        // The wheel's timer can be stopped on this thread only; what still has a deadline goes first.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        m_timers.reset();
        m_thread->quit();
    });
    m_thread->wait();
    // What was posted between the two, and could only be run by a thread that is gone.
    std::vector<Work> abandoned;
    {
        const std::scoped_lock lock(m_mutex);
        abandoned.swap(m_queue);
    }
    abandoned.clear();
    m_context.reset();
    m_thread.reset();
}

void Loop::post(Work work)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isStopped)
            return;
        m_queue.push_back(std::move(work));
        if (std::exchange(m_wakeUpSent, true))
            return;
    }
    QCoreApplication::postEvent(m_context.get(), new QEvent(QEvent::User));
}

void Loop::run(Work work)
{
    Q_ASSERT(!isCurrent());
    std::binary_semaphore done(0);
    post([&] {
        work();
        done.release();
    });
    done.acquire();
}

void Loop::runPosted()
{
    std::vector<Work> batch;
    {
        const std::scoped_lock lock(m_mutex);
        batch.swap(m_queue);
        m_wakeUpSent = false;
    }
    for (Work &work : batch) {
        work();
        // Its captures may hold objects of this thread: gone before the next one runs.
        work = nullptr;
    }
}

} // namespace plexi::net
