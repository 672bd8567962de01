// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/acceptor.h"

#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plexi::net {

namespace {

/** Connections that the kernel holds for us while a loop is busy. */
constexpr int kBacklog = 1024;

} // namespace

Acceptor::Acceptor(HandOn handOn) : m_handOn(std::move(handOn))
{
    setListenBacklogSize(kBacklog);
    // Out of descriptors, mostly: Qt stops listening then, and nobody would start it again.
    connect(this, &QTcpServer::acceptError, this, [this] {
        qWarning("a connection could not be accepted: %ls", qUtf16Printable(errorString()));
        QTimer::singleShot(100ms, this, &QTcpServer::resumeAccepting);
    });
}

Result<> Acceptor::open(const QHostAddress &address, quint16 port)
{
    if (!listen(address, port)) {
        return fail(
            {.code = ErrorCode::ServiceUnavailable,
             .message = u"Cannot listen on %1 port %2: %3"_s.arg(address.toString()).arg(port).arg(errorString())});
    }
    return {};
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    m_handOn(Descriptor(descriptor));
}

} // namespace plexi::net
