// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/workers/finished_future.h"
#include "server/workers/thread_priority.h"
#include "shared/core/result.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QThreadPool>

#include <QCoro/QCoroTask>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>

namespace plexi::workers {

/**
 * Threads for what takes longer than a loop may wait: hashing, pictures. Bounded in threads and in what waits for them.
 * Thread-safe.
 */
class WorkerPool
{
public:
    struct Options {
        QString name;
        int threads = 2;
        /** Most that may wait or run at once; past that ServiceUnavailable with a retry time. */
        int maxWaiting = 64;
        /** What a person who is refused reads. */
        QString busyMessage;
        /** Where the processors are busy, other threads go first. */
        bool givesWay = false;
        /** Where it says so after a piece of work, the thread rests for as long as that took, up to kMaxRest. */
        std::function<bool()> isToRest = {};
    };

    static constexpr std::chrono::nanoseconds kMaxRest = std::chrono::milliseconds(100);

    explicit WorkerPool(Options options) : m_options(std::move(options))
    {
        m_pool.setMaxThreadCount(m_options.threads);
        m_pool.setObjectName(m_options.name);
    }

    /** Waits for what is running or queued. */
    ~WorkerPool() { m_pool.waitForDone(); }
    Q_DISABLE_COPY_MOVE(WorkerPool)

    /** Runs @p work on a thread of the pool and resumes on the caller's, which needs a running event loop. */
    template <typename T>
    QCoro::Task<Result<T>> run(std::function<Result<T>()> work)
    {
        if (++m_waiting > m_options.maxWaiting) {
            --m_waiting;
            co_return fail({.code = ErrorCode::ServiceUnavailable, .message = m_options.busyMessage, .retryAfter = 2});
        }
        auto promise = std::make_shared<QPromise<Result<T>>>();
        FinishedFuture<Result<T>> finished{promise->future()};
        promise->start();
        m_pool.start([this, promise, job = std::move(work)] {
            if (m_options.givesWay)
                giveWayToOtherThreads();
            QElapsedTimer timer;
            timer.start();
            promise->addResult(job());
            --m_waiting;
            promise->finish();
            if (m_options.isToRest && m_options.isToRest())
                std::this_thread::sleep_for(std::min(timer.durationElapsed(), kMaxRest));
        });
        Result<T> result = co_await finished;
        co_return result;
    }

private:
    const Options m_options;
    std::atomic<int> m_waiting = 0;
    QThreadPool m_pool;
};

} // namespace plexi::workers
