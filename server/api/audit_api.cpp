// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/audit_api.h"

#include "server/http/query_reader.h"
#include "server/security/permissions.h"
#include "shared/protocol/pagination.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Request;
using http::Response;
using protocol::Schema;

void AuditApi::addRoutes(http::Router &router)
{
    const Schema limit = Schema::integer(1, protocol::kMaxLimit).example(protocol::kDefaultLimit);
    router.add({.method = http::Method::Get,
                .pattern = u"/api/v1/admin/audit"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .rate = http::RateCategory::Admin,
                .permission = security::permission::kSystemManage,
                .summary = "Who did what to whom, from where; newest first"_L1,
                .operation = {
                    .id = "listAudit"_L1,
                    .tag = http::Tag::Administration,
                    .query = {{"actor"_L1, Schema::id<UserId>(), "Who did it"_L1},
                              {"action"_L1, Schema::string({.min = 1, .max = 100}), "What was done"_L1},
                              {"target"_L1, Schema::string({.min = 1, .max = 100}), "The id of what it was done to"_L1},
                              {"before"_L1, Schema::id<AuditId>(), "The last page's next_cursor"_L1},
                              {"limit"_L1, limit, "How many at most; 50 where absent"_L1}},
                    .answers = {http::jsonAnswer(protocol::AuditPage::schema())}}});
}

QCoro::Task<Result<Response>> AuditApi::list(Request request)
{
    http::QueryReader reader(request.query);
    const protocol::AuditQuery query{
        .actor = reader.optionalId<UserId>("actor"_L1),
        .action = reader.optionalString("action"_L1, {.min = 1, .max = 100}),
        .target = reader.optionalString("target"_L1, {.min = 1, .max = 100}),
        .before = reader.optionalId<AuditId>("before"_L1),
        .limit = reader.integer("limit"_L1, 1, protocol::kMaxLimit, protocol::kDefaultLimit)};
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto page = m_audit.list(query);
    if (!page)
        co_return fail(page.error());
    co_return Response::json(page->toJson());
}

} // namespace plexi::api
