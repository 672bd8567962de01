// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QObject>

#include <coroutine>
#include <vector>

namespace plexi::test {

/** Suspends handlers until the test lets them go on, each on its own loop. */
class Gate
{
public:
    struct Waiting {
        Gate &gate;
        bool await_ready() const noexcept { return false; }
        void await_suspend(std::coroutine_handle<> caller);
        void await_resume() const noexcept { }
    };

    qsizetype waiting() const;
    /** Lets everybody go on who waits now. */
    void open();
    /** The same inside this call; all of them wait on the calling thread. */
    void openHere();

private:
    struct Caller {
        QObject *context;
        std::coroutine_handle<> handle;
    };
    mutable QMutex m_mutex;
    std::vector<Caller> m_callers;
};

} // namespace plexi::test
