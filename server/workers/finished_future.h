// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

#include <coroutine>

namespace plexi::workers {

/**
 * Waits for a future and resumes on the awaiting thread, which needs a running event loop. QCoro's own cannot be had with
 * QT_NO_CONTEXTLESS_CONNECT.
 */
template <typename T>
struct FinishedFuture {
    QFuture<T> future;

    bool await_ready() const { return future.isFinished(); }
    void await_suspend(std::coroutine_handle<> caller)
    {
        auto *watcher = new QFutureWatcher<T>;
        QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, caller] {
            watcher->deleteLater();
            caller.resume();
        });
        watcher->setFuture(future);
    }
    T await_resume() { return future.takeResult(); }
};

} // namespace plexi::workers
