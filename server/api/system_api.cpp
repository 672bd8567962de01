// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/system_api.h"

#include "shared/core/version.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::Tag;
using protocol::Schema;

namespace {

Schema healthSchema()
{
    return Schema::object("Health"_L1)
        .with("status"_L1, Schema::names({"healthy"_L1, "unhealthy"_L1}))
        .with("version"_L1, Schema::string())
        .with("database"_L1, Schema::names({"connected"_L1, "unavailable"_L1}));
}

Schema versionSchema()
{
    return Schema::object("Version"_L1)
        .with("name"_L1, Schema::string())
        .with("version"_L1, Schema::string())
        .with("api_version"_L1, Schema::string());
}

} // namespace

void SystemApi::addRoutes(http::Router &router)
{
    router.add({.method = http::Method::Get,
                .pattern = u"/health"_s,
                .handler = [this](http::Request request) { return health(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Unlimited,
                .summary = "Whether the server can answer"_L1,
                .operation = {.id = "health"_L1,
                              .tag = Tag::System,
                              .answers = {jsonAnswer(healthSchema()), jsonAnswer(healthSchema(), 503)}}});
    router.add({.method = http::Method::Get,
                .pattern = u"/api/v1/version"_s,
                .handler = [this](http::Request request) { return version(std::move(request)); },
                .access = http::Access::Public,
                .summary = "The server's name and version"_L1,
                .operation = {.id = "version"_L1, .tag = Tag::System, .answers = {jsonAnswer(versionSchema())}}});
}

QCoro::Task<Result<http::Response>> SystemApi::health(http::Request)
{
    const auto query = m_database.reader().run("SELECT 1");
    const bool connected = query.has_value();
    if (connected)
        (*query)->finish();
    const QJsonObject body{{"status"_L1, connected ? "healthy"_L1 : "unhealthy"_L1},
                           {"version"_L1, QLatin1StringView(kVersion)},
                           {"database"_L1, connected ? "connected"_L1 : "unavailable"_L1}};
    co_return http::Response::json(body, connected ? 200 : 503);
}

QCoro::Task<Result<http::Response>> SystemApi::version(http::Request)
{
    const QJsonObject body{
        {"name"_L1, "PlexiChat"_L1}, {"version"_L1, QLatin1StringView(kVersion)}, {"api_version"_L1, "v1"_L1}};
    co_return http::Response::json(body);
}

} // namespace plexi::api
