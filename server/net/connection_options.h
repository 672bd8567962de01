// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/client_address.h"
#include "server/net/connection_ledger.h"

#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace plexi::net {

/** What holds for every connection of a server. Times in seconds. */
struct ConnectionOptions {
    /** From the first byte of a head to its last; also for the TLS handshake. */
    int headSeconds = 10;
    /** Without a byte, between requests and inside a body. */
    int idleSeconds = 60;
    /** From a head to the end of its body, where that is not streamed. */
    int bodySeconds = 300;
    /** For the client to read its last answer. */
    int lingerSeconds = 1;
    TrustedProxies trustedProxies = {};
    /** Shared by all loops. */
    std::shared_ptr<ConnectionLedger> ledger = {};
    std::optional<QSslConfiguration> tls = std::nullopt;
};

} // namespace plexi::net
