// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/favorites_api.h"

#include "shared/protocol/json_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::Method;
using http::Request;
using http::Response;
using protocol::Channel;
using protocol::Schema;

namespace {

constexpr qint64 kMaxPosition = services::FavoritesService::kMaxFavorites;

Schema placeSchema()
{
    return Schema::object("FavoritePlace"_L1)
        .with("position"_L1, Schema::integer(0, kMaxPosition).optional().about("From 0; at the end where absent"_L1));
}

} // namespace

void FavoritesApi::addRoutes(http::Router &router)
{
    const QString favorite = u"/api/v1/channels/{channel_id}/favorite"_s;
    router.add({.method = Method::Put,
                .pattern = favorite,
                .handler = [this](Request request) { return place(std::move(request)); },
                .changes = true,
                .summary = "Make a channel a favourite, or move it among them"_L1,
                .operation = {.id = "placeFavorite"_L1,
                              .tag = http::Tag::Channels,
                              .body = http::jsonBody(placeSchema()),
                              .answers = {http::jsonAnswer(Channel::schema())},
                              .errors = {ErrorCode::Conflict}}});
    router.add(
        {.method = Method::Delete,
         .pattern = favorite,
         .handler = [this](Request request) { return remove(std::move(request)); },
         .changes = true,
         .summary = "Make a channel no favourite"_L1,
         .operation = {.id = "removeFavorite"_L1, .tag = http::Tag::Channels, .answers = {http::noContentAnswer()}}});
}

QCoro::Task<Result<Response>> FavoritesApi::place(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const auto position = reader.optionalInteger("position"_L1, 0, kMaxPosition);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const QString name = request.pathParameter("channel_id"_L1);
    const Result<Channel> channel = co_await m_favorites.place(request.caller(), name, position);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

QCoro::Task<Result<Response>> FavoritesApi::remove(Request request)
{
    const QString name = request.pathParameter("channel_id"_L1);
    const Result<> removed = co_await m_favorites.remove(request.caller(), name);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
