// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/system_api.h"

#include "shared/core/version.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

void SystemApi::addRoutes(http::Router &router)
{
    router.add({.method = http::Method::Get,
                .pattern = u"/health"_s,
                .handler = [this](http::Request request) { return health(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Unlimited,
                .summary = "Whether the server can answer"_L1});
    router.add({.method = http::Method::Get,
                .pattern = u"/api/v1/version"_s,
                .handler = [this](http::Request request) { return version(std::move(request)); },
                .access = http::Access::Public,
                .summary = "The server's name and version"_L1});
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
