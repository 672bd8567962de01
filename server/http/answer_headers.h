// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/net/origin_policy.h"
#include "server/security/rate_limiter.h"

#include <optional>

namespace plexi::http {

/**
 * What every answer says: nosniff, no referrer, no frames, nothing to load, not to be stored. A handler's own value of
 * one of these wins.
 */
void addSecurityHeaders(Response &response);

/** X-RateLimit-*; reference, "Rate Limit Headers". */
void addRateLimitHeaders(Response &response, const security::RateDecision &decision);

/** Lets pages of @p origin read the answer, where the configuration allows that origin. */
void addCorsHeaders(Response &response, QByteArrayView origin, const net::OriginPolicy &policy);

/** The rest of the answer to a preflight from an allowed origin. */
void addPreflightHeaders(Response &response, const QList<Method> &allowed);

/** "GET, HEAD, OPTIONS" */
QByteArray allowValue(const QList<Method> &allowed);

/** The date for `Date`, as RFC 9110, section 5.6.7 has it; made once a second on each thread. */
QByteArray httpDate();

/** What an answer says of its connection. HTTP/1.1 keeps it where nothing is said, HTTP/1.0 does not. */
enum class Persistence { Keep, SayKeepAlive, Close };

/** Bytes of the body; nothing where its source does not know yet. */
std::optional<qint64> bodySize(const Response &response);

/**
 * The whole of an answer, with `Date` and `Content-Length`; of one that has a source, all but the body. @p withBody: false
 * for HEAD.
 */
QByteArray serialize(const Response &response, bool withBody, Persistence persistence);

} // namespace plexi::http
