// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/origin_policy.h"
#include "server/net/request_head.h"
#include "server/security/principal.h"

#include <optional>

namespace plexi::realtime {

/**
 * What an upgrade request presents to sign in with: `?token=`, else `Authorization: Bearer`, else `X-API-Key`, else the
 * session cookie. The cookie counts only with an `Origin` that @p policy trusts: browsers send it along from any page,
 * and a WebSocket is not held back by CORS (contract, section 9).
 */
std::optional<security::Credential> upgradeCredential(const net::RequestHead &head, const net::OriginPolicy &policy);

} // namespace plexi::realtime
