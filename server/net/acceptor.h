// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/descriptor.h"
#include "shared/core/result.h"

#include <QHostAddress>
#include <QTcpServer>

#include <functional>

namespace plexi::net {

/**
 * Owns the server's port, alone: a second server on it must fail, not take half of the connections (so no
 * SO_REUSEPORT). Accepts and hands each descriptor on. Lives on the first loop.
 */
class Acceptor final : public QTcpServer
{
    Q_OBJECT
public:
    using HandOn = std::function<void(Descriptor descriptor)>;
    explicit Acceptor(HandOn handOn);

    /** @p port 0 takes a free one; serverPort() says which. Fails with ServiceUnavailable and a sentence for people. */
    Result<> open(const QHostAddress &address, quint16 port);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    const HandOn m_handOn;
};

} // namespace plexi::net
