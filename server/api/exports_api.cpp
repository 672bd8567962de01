// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/exports_api.h"

#include "server/http/body_source.h"
#include "server/http/query_reader.h"
#include "server/security/permissions.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Method;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;
using services::ChannelExport;
using services::ExportsService;

namespace {

constexpr auto kContentType = "application/x-ndjson"_L1;

class ExportBody final : public http::BodySource
{
public:
    explicit ExportBody(std::shared_ptr<ChannelExport> source) : m_source(std::move(source)) { }

    QCoro::Task<Result<QByteArray>> next() override { return m_source->next(); }

private:
    const std::shared_ptr<ChannelExport> m_source;
};

Response answer(std::shared_ptr<ChannelExport> source)
{
    Response response{.status = 200, .body = {}, .contentType = QByteArray(kContentType.data(), kContentType.size())};
    response.headers.append(QHttpHeaders::WellKnownHeader::ContentDisposition,
                            R"(attachment; filename="channel.jsonl")");
    response.headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-store");
    response.source = std::make_shared<ExportBody>(std::move(source));
    return response;
}

http::Answer lines()
{
    return {.status = 200,
            .schema = Schema::bytes(),
            .contentType = kContentType,
            .description = "JSON Lines: export, user and message, file and file_part, and end behind everything"_L1};
}

std::vector<http::QueryParameter> exportParameters()
{
    return {{"files"_L1, Schema::boolean(), "Whether the channel's files are in it too; if absent, they are"_L1}};
}

Result<ExportsService::Files> filesFrom(const Request &request)
{
    http::QueryReader reader(request.query);
    const bool included = reader.boolean("files"_L1, true);
    if (const auto fault = reader.error())
        return fail(*fault);
    return included ? ExportsService::Files::Include : ExportsService::Files::Leave;
}

} // namespace

void ExportsApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/channels/{channel_id}/export"_s,
                .handler = [this](Request request) { return open(std::move(request)); },
                .summary = "What was said in a channel, for its owner; in direct channels for its people"_L1,
                .operation = {.id = "exportChannel"_L1,
                              .tag = Tag::Channels,
                              .query = exportParameters(),
                              .answers = {lines()},
                              .errors = {ErrorCode::InsufficientPermissions}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/admin/channels/{channel_id}/export"_s,
                .handler = [this](Request request) { return openByAdmin(std::move(request)); },
                .rate = http::RateCategory::Admin,
                .permission = security::permission::kSystemManage,
                .changes = true,
                .sudo = true,
                .summary = "The same of any channel, in which it is announced"_L1,
                .operation = {.id = "exportChannelAsAdmin"_L1,
                              .tag = Tag::Administration,
                              .query = exportParameters(),
                              .answers = {lines()}}});
}

QCoro::Task<Result<Response>> ExportsApi::open(Request request)
{
    const auto files = filesFrom(request);
    if (!files)
        co_return fail(files.error());
    const auto opened = co_await m_exports.open(request.caller(), request.pathParameter("channel_id"_L1), *files);
    if (!opened)
        co_return fail(opened.error());
    co_return answer(*opened);
}

QCoro::Task<Result<Response>> ExportsApi::openByAdmin(Request request)
{
    const auto files = filesFrom(request);
    if (!files)
        co_return fail(files.error());
    const auto opened = co_await m_exports.openByAdmin(request.caller(), request.pathParameter("channel_id"_L1),
                                                       *files);
    if (!opened)
        co_return fail(opened.error());
    co_return answer(*opened);
}

} // namespace plexi::api
