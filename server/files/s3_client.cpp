// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/s3_client.h"

#include "server/files/s3_exchange.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <future>

using namespace Qt::StringLiterals;

namespace plexi::files {

/** What lives on the thread. */
class S3Client::Worker final : public QObject
{
public:
    explicit Worker(S3Options options) : m_options(std::move(options)) { }

    void start(S3Call call, S3Exchange::Done done)
    {
        if (!m_manager) {
            m_manager = std::make_unique<QNetworkAccessManager>();
            m_manager->setProxy(QNetworkProxy::NoProxy);
            m_exchanges = std::make_unique<QObject>();
        }
        auto *exchange = new S3Exchange(*m_manager, m_options, std::move(call), std::move(done), m_exchanges.get());
        exchange->start();
    }

private:
    const S3Options m_options;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    /** Owns those that are under way. */
    std::unique_ptr<QObject> m_exchanges;
};

S3Client::S3Client(S3Options options) : m_worker(new Worker(std::move(options)))
{
    m_thread.setObjectName(u"s3"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

S3Client::~S3Client()
{
    stop();
}

void S3Client::stop()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!std::exchange(m_isStopped, true)) {
            // Behind whatever was sent before, so that everybody gets an answer.
            QMetaObject::invokeMethod(m_worker, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
        }
    }
    m_thread.wait();
}

bool S3Client::post(S3Call call, std::function<void(Result<S3Answer>)> done)
{
    const QMutexLocker lock(&m_mutex);
    if (m_isStopped)
        return false;
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, call = std::move(call), done = std::move(done)]() mutable {
            worker->start(std::move(call), std::move(done));
        },
        Qt::QueuedConnection);
    return true;
}

Result<S3Answer> S3Client::send(S3Call call)
{
    auto promise = std::make_shared<std::promise<Result<S3Answer>>>();
    auto answer = promise->get_future();
    if (!post(std::move(call), [promise](Result<S3Answer> result) { promise->set_value(std::move(result)); }))
        return fail({.code = ErrorCode::ServiceUnavailable, .message = u"This server is stopping"_s});
    return answer.get();
}

} // namespace plexi::files
