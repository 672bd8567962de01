// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/body_stream.h"

#include "server/net/stream_connection.h"

#include <coroutine>

namespace plexi::http {

namespace {

/** Resumes once the connection has something to say. */
struct Readiness {
    net::StreamConnection &connection;

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> caller)
    {
        connection.whenReady([caller] { caller.resume(); });
    }
    void await_resume() const noexcept { }
};

} // namespace

BodyStream::BodyStream(std::shared_ptr<net::StreamConnection> connection) : m_connection(std::move(connection)) { }

BodyStream::~BodyStream() = default;

void BodyStream::cancel()
{
    QMetaObject::invokeMethod(m_connection.get(), &net::StreamConnection::giveUp, Qt::QueuedConnection);
}

QCoro::Task<Result<QByteArray>> BodyStream::next()
{
    const std::shared_ptr<net::StreamConnection> connection = m_connection;
    while (true) {
        QByteArray part = connection->take();
        if (!part.isEmpty())
            co_return part;
        if (const auto &failure = connection->failure())
            co_return fail(failure->error);
        if (connection->isComplete())
            co_return QByteArray();
        Readiness readiness{*connection};
        co_await readiness;
    }
}

} // namespace plexi::http
