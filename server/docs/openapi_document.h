// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

#include <QJsonObject>

#include <vector>

namespace plexi::docs {

/**
 * The OpenAPI 3.1 description of @p routes (spec.openapis.org/oas/v3.1.1), made of the table that serves the requests.
 * Schemas with a title are listed under `components` and referred to.
 */
QJsonObject openApiDocument(const std::vector<http::Route> &routes);

/** The statuses that follow from the route itself, beyond those of its operation: 400, 401, 403, 404, 413, 415, 422, 429. */
std::vector<ErrorCode> errorsOf(const http::Route &route);

/** "message_id" of "/messages/{message_id}", in their order. */
QStringList pathParametersOf(const QString &pattern);

} // namespace plexi::docs
