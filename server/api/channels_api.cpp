// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/channels_api.h"

#include "server/api/page_query.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::noContentAnswer;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Channel;
using protocol::Schema;

void ChannelsApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/channels"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "Public channels and one's own"_L1,
                .operation = {.id = "listChannels"_L1,
                              .tag = Tag::Channels,
                              .query = pageQueryParameters(),
                              .answers = {jsonAnswer(Schema::page("channels"_L1, Channel::schema()))}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/channels"_s,
                .handler = [this](Request request) { return create(std::move(request)); },
                .changes = true,
                .summary = "Make a channel"_L1,
                .operation = {.id = "createChannel"_L1,
                              .tag = Tag::Channels,
                              .body = jsonBody(protocol::NewChannel::schema()),
                              .answers = {jsonAnswer(Channel::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/channels/direct"_s,
                .handler = [this](Request request) { return openDirect(std::move(request)); },
                .changes = true,
                .summary = "The one direct channel of some people, made if needed"_L1,
                .operation = {.id = "openDirectChannel"_L1,
                              .tag = Tag::Channels,
                              .body = jsonBody(protocol::PeopleList::schema()),
                              .answers = {jsonAnswer(Channel::schema()), jsonAnswer(Channel::schema(), 201)},
                              .errors = {ErrorCode::NotFound}}});
    router.add(
        {.method = Method::Get,
         .pattern = u"/api/v1/channels/{channel_id}"_s,
         .handler = [this](Request request) { return get(std::move(request)); },
         .summary = "One channel"_L1,
         .operation = {.id = "getChannel"_L1, .tag = Tag::Channels, .answers = {jsonAnswer(Channel::schema())}}});
    router.add({.method = Method::Put,
                .pattern = u"/api/v1/channels/{channel_id}"_s,
                .handler = [this](Request request) { return update(std::move(request)); },
                .changes = true,
                .summary = "Change a channel's name, topic or slug"_L1,
                .operation = {.id = "updateChannel"_L1,
                              .tag = Tag::Channels,
                              .body = jsonBody(protocol::ChannelChange::schema()),
                              .answers = {jsonAnswer(Channel::schema())},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/channels/{channel_id}"_s,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .summary = "Delete a channel and all that is in it"_L1,
                .operation = {.id = "deleteChannel"_L1, .tag = Tag::Channels, .answers = {noContentAnswer()}}});
    const QString archive = u"/api/v1/channels/{channel_id}/archive"_s;
    router.add(
        {.method = Method::Put,
         .pattern = archive,
         .handler = [this](Request request) { return this->archive(std::move(request)); },
         .changes = true,
         .summary = "Archive a channel: it can only be read from then on"_L1,
         .operation = {.id = "archiveChannel"_L1, .tag = Tag::Channels, .answers = {jsonAnswer(Channel::schema())}}});
    router.add({.method = Method::Delete,
                .pattern = archive,
                .handler = [this](Request request) { return unarchive(std::move(request)); },
                .changes = true,
                .summary = "Open an archived channel again"_L1,
                .operation = {.id = "unarchiveChannel"_L1, .tag = Tag::Channels, .answers = {noContentAnswer()}}});
}

QCoro::Task<Result<Response>> ChannelsApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    const auto page = m_channels.list(request.caller(), query->page, query->limit);
    if (!page)
        co_return fail(page.error());
    QJsonArray channels;
    for (const Channel &channel : page->channels)
        channels.append(channel.toJson());
    co_return Response::json({{"channels"_L1, channels},
                              {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, page->totalCount)}});
}

QCoro::Task<Result<Response>> ChannelsApi::create(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto draft = protocol::NewChannel::fromJson(*body);
    if (!draft)
        co_return fail(draft.error());
    const Result<Channel> channel = co_await m_channels.create(request.caller(), *draft);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::created(channel->toJson());
}

QCoro::Task<Result<Response>> ChannelsApi::openDirect(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto people = protocol::PeopleList::fromJson(*body);
    if (!people)
        co_return fail(people.error());
    const auto opened = co_await m_channels.openDirect(request.caller(), people->userIds);
    if (!opened)
        co_return fail(opened.error());
    co_return Response::json(opened->channel.toJson(), opened->isNew ? 201 : 200);
}

QCoro::Task<Result<Response>> ChannelsApi::get(Request request)
{
    const auto channel = m_channels.get(request.caller(), request.pathParameter("channel_id"_L1));
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

QCoro::Task<Result<Response>> ChannelsApi::update(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto change = protocol::ChannelChange::fromJson(*body);
    if (!change)
        co_return fail(change.error());
    const QString name = request.pathParameter("channel_id"_L1);
    const Result<Channel> channel = co_await m_channels.update(request.caller(), name, *change);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

QCoro::Task<Result<Response>> ChannelsApi::remove(Request request)
{
    const QString name = request.pathParameter("channel_id"_L1);
    const Result<> removed = co_await m_channels.remove(request.caller(), name);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> ChannelsApi::archive(Request request)
{
    const QString name = request.pathParameter("channel_id"_L1);
    const Result<Channel> channel = co_await m_channels.setArchived(request.caller(), name, true);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

QCoro::Task<Result<Response>> ChannelsApi::unarchive(Request request)
{
    const QString name = request.pathParameter("channel_id"_L1);
    const Result<Channel> channel = co_await m_channels.setArchived(request.caller(), name, false);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::noContent();
}

} // namespace plexi::api
