// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/protocol/schema.h"

#include <optional>
#include <vector>

namespace plexi::http {

/** The parts of the API, as the reference has them; what is named together is listed together. */
enum class Tag { None, Authentication, Users, Channels, Messages, Files, Ai, Administration, System };

/** A parameter of the query, as the handler's QueryReader takes it. */
struct QueryParameter {
    QLatin1StringView name;
    protocol::Schema schema;
    /** One line. */
    QLatin1StringView description;
    bool isRequired = false;
};

/** One form in which a body may come. */
struct BodyForm {
    protocol::Schema schema;
    QLatin1StringView contentType = QLatin1StringView("application/json");
};

/** One of the answers to a request that went well, or one that is no error envelope. */
struct Answer {
    int status = 200;
    /** Nothing where there is no body. */
    std::optional<protocol::Schema> schema = std::nullopt;
    QLatin1StringView contentType = QLatin1StringView("application/json");
    /** One line; a plain one is made of the status where this is empty. */
    QLatin1StringView description = {};
};

/**
 * What a route's line in the table does not say of it already: the rest of what /openapi.json tells. Path parameters
 * come from the pattern, security from the access, and most errors from these: 401 of Authenticated, 403 of changes,
 * permission and sudo, 404 of path parameters, 422 of a query or a body, and so on.
 */
struct Operation {
    /** What a generated client calls it: "listChannels". Unique. */
    QLatin1StringView id = {};
    Tag tag = Tag::None;
    std::vector<QueryParameter> query = {};
    /** Empty: no body is read. */
    std::vector<BodyForm> body = {};
    std::vector<Answer> answers = {};
    /** What the handler refuses with, beyond what follows from the route. */
    std::vector<ErrorCode> errors = {};
};

inline std::vector<BodyForm> jsonBody(protocol::Schema schema)
{
    return {BodyForm{.schema = std::move(schema)}};
}

inline Answer jsonAnswer(protocol::Schema schema, int status = 200)
{
    return {.status = status, .schema = std::move(schema)};
}

inline Answer noContentAnswer()
{
    return {.status = 204};
}

} // namespace plexi::http
