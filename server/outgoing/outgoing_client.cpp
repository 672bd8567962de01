// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outgoing/outgoing_client.h"

#include "server/outgoing/fetch.h"
#include "server/workers/finished_future.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QPromise>

using namespace Qt::StringLiterals;

namespace plexi::outgoing {

/** What lives on the thread. */
class OutgoingClient::Worker final : public QObject
{
public:
    Worker(AddressPolicy policy, std::unique_ptr<Resolver> resolver)
        : m_policy(std::move(policy)), m_resolver(std::move(resolver))
    {
    }

    void start(Request request, Fetch::Done done)
    {
        if (!m_manager) {
            m_manager = std::make_unique<QNetworkAccessManager>();
            // A proxy would look names up by itself.
            m_manager->setProxy(QNetworkProxy::NoProxy);
            m_fetches = std::make_unique<QObject>();
        }
        auto *fetch = new Fetch({*m_manager, *m_resolver, m_policy}, std::move(request), std::move(done),
                                m_fetches.get());
        fetch->start();
    }

private:
    const AddressPolicy m_policy;
    const std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    /** Owns those that are under way. */
    std::unique_ptr<QObject> m_fetches;
};

OutgoingClient::OutgoingClient(Options options, std::unique_ptr<Resolver> resolver)
    : m_maxRequests(options.maxRequests),
      m_worker(
          new Worker(std::move(options.policy), resolver ? std::move(resolver) : std::make_unique<SystemResolver>()))
{
    m_thread.setObjectName(u"outgoing"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

OutgoingClient::~OutgoingClient()
{
    stop();
}

void OutgoingClient::stop()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (std::exchange(m_isStopped, true))
            return;
        // Behind whatever was sent before, so that everybody gets an answer.
        QMetaObject::invokeMethod(m_worker, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
    }
    m_thread.wait();
}

bool OutgoingClient::post(Request request, std::function<void(Result<Answer>)> done)
{
    const QMutexLocker lock(&m_mutex);
    if (m_isStopped)
        return false;
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, request = std::move(request), done = std::move(done)]() mutable {
            worker->start(std::move(request), std::move(done));
        },
        Qt::QueuedConnection);
    return true;
}

QCoro::Task<Result<Answer>> OutgoingClient::send(Request request)
{
    if (++m_running > m_maxRequests) {
        --m_running;
        co_return fail({.code = ErrorCode::ServiceUnavailable,
                        .message = u"Too many other servers are being asked at this moment"_s,
                        .retryAfter = 2});
    }
    auto promise = std::make_shared<QPromise<Result<Answer>>>();
    workers::FinishedFuture<Result<Answer>> finished{promise->future()};
    promise->start();
    Fetch::Done done = [this, promise](Result<Answer> answer) {
        --m_running;
        promise->addResult(std::move(answer));
        promise->finish();
    };
    if (!post(std::move(request), std::move(done))) {
        --m_running;
        co_return fail({.code = ErrorCode::ServiceUnavailable, .message = u"This server is stopping"_s});
    }
    Result<Answer> answer = co_await finished;
    co_return answer;
}

} // namespace plexi::outgoing
