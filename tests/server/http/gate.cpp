// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/gate.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <utility>

namespace plexi::test {

void Gate::Waiting::await_suspend(std::coroutine_handle<> caller)
{
    const QMutexLocker lock(&gate.m_mutex);
    gate.m_callers.push_back({QAbstractEventDispatcher::instance(QThread::currentThread()), caller});
}

qsizetype Gate::waiting() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<qsizetype>(m_callers.size());
}

void Gate::open()
{
    QMutexLocker lock(&m_mutex);
    const auto callers = std::exchange(m_callers, std::vector<Caller>());
    lock.unlock();
    for (const Caller &caller : callers)
        QMetaObject::invokeMethod(caller.context, [handle = caller.handle] { handle.resume(); }, Qt::QueuedConnection);
}

void Gate::openHere()
{
    QMutexLocker lock(&m_mutex);
    const auto callers = std::exchange(m_callers, std::vector<Caller>());
    lock.unlock();
    for (const Caller &caller : callers)
        caller.handle.resume();
}

} // namespace plexi::test
