// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/sync_api.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Request;
using http::Response;

void SyncApi::addRoutes(http::Router &router)
{
    // It changes nothing: POST, since hundreds of markers are too long for an address.
    router.add({.method = http::Method::Post,
                .pattern = u"/api/v1/sync"_s,
                .handler = [this](Request request) { return changes(std::move(request)); },
                .summary = "What changed in all of one's channels since one was last here"_L1,
                .operation = {.id = "sync"_L1,
                              .tag = http::Tag::Messages,
                              .body = http::jsonBody(protocol::SyncRequest::schema()),
                              .answers = {http::jsonAnswer(protocol::SyncPage::schema())}}});
    router.add({.method = http::Method::Get,
                .pattern = u"/api/v1/users/me/unread"_s,
                .handler = [this](Request request) { return unread(std::move(request)); },
                .summary = "What one has not read, by channel: counts, mentions, threads, and where to go on"_L1,
                .operation = {.id = "getUnread"_L1,
                              .tag = http::Tag::Messages,
                              .answers = {http::jsonAnswer(protocol::UnreadSummary::schema())}}});
}

QCoro::Task<Result<Response>> SyncApi::changes(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto wanted = protocol::SyncRequest::fromJson(*body);
    if (!wanted)
        co_return fail(wanted.error());
    auto page = m_sync.changes(request.caller(), *wanted);
    if (!page)
        co_return fail(page.error());
    for (protocol::SyncedChannel &channel : page->channels)
        m_links.sign(channel.messages, request.caller().userId);
    co_return Response::json(page->toJson());
}

QCoro::Task<Result<Response>> SyncApi::unread(Request request)
{
    const auto summary = m_sync.unread(request.caller());
    if (!summary)
        co_return fail(summary.error());
    co_return Response::json(summary->toJson());
}

} // namespace plexi::api
