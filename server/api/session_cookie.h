// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/services/auth_service.h"

/** How sessions reach browsers and apps: the same answer to every way of signing in. */
namespace plexi::api {

/** The value of `Set-Cookie`. Nothing for @p maxAge: it ends with the browser; 0: it ends now. */
QByteArray sessionCookie(const QByteArray &value, std::optional<qint64> maxAge, bool isSecure);

/** Tokens in the body, the cookie in the head. */
http::Response signedInResponse(const services::AuthService::SignedIn &signedIn, const http::Request &request);

/** Where @p request came from, for the session that it begins. */
services::AuthService::Client clientOf(const http::Request &request, bool rememberMe = false);

} // namespace plexi::api
