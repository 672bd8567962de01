// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/custom_emoji_api.h"

#include "server/api/page_query.h"
#include "server/api/picture_form.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::Method;
using http::Request;
using http::Response;
using http::Tag;
using protocol::CustomEmoji;
using protocol::Schema;

namespace {

http::BodyForm emojiForm()
{
    return {.schema = Schema::object()
                          .with("name"_L1, Schema::string({.min = 1, .max = 64}))
                          .with("file"_L1, Schema::bytes()),
            .contentType = "multipart/form-data"_L1};
}

QString emojiName(const Request &request)
{
    return request.pathParameter("emoji_name"_L1);
}

} // namespace

void CustomEmojiApi::addRoutes(http::Router &router)
{
    const QString all = u"/api/v1/emoji"_s;
    const QString one = all + "/{emoji_name}"_L1;
    router.add({.method = Method::Get,
                .pattern = all,
                .handler = [this](Request request) { return list(std::move(request)); },
                .summary = "The workspace's own emoji, by name"_L1,
                .operation = {.id = "listEmoji"_L1,
                              .tag = Tag::Messages,
                              .query = pageQueryParameters(),
                              .answers = {jsonAnswer(Schema::page("emoji"_L1, CustomEmoji::schema()))}}});
    router.add({.method = Method::Post,
                .pattern = all,
                .handler = [this](Request request) { return add(std::move(request)); },
                .rate = http::RateCategory::FileUpload,
                .changes = true,
                .bodyLimit = services::CustomEmojiService::kMaxOriginal,
                .summary = "Add an emoji: a name and a PNG, JPEG, GIF or WebP picture"_L1,
                .operation = {.id = "addEmoji"_L1,
                              .tag = Tag::Messages,
                              .body = {emojiForm()},
                              .answers = {jsonAnswer(CustomEmoji::schema(), 201)},
                              .errors = {ErrorCode::Conflict, ErrorCode::ServiceUnavailable}}});
    router.add({.method = Method::Delete,
                .pattern = one,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .summary = "Remove an emoji that one added, or, for moderators, any"_L1,
                .operation = {.id = "removeEmoji"_L1,
                              .tag = Tag::Messages,
                              .answers = {http::noContentAnswer()},
                              .errors = {ErrorCode::InsufficientPermissions}}});
    router.add({.method = Method::Get,
                .pattern = one + "/image"_L1,
                .handler = [this](Request request) { return show(std::move(request)); },
                .summary = "An emoji's picture: JPEG or PNG, at most 128 pixels a side"_L1,
                .operation = {.id = "getEmojiImage"_L1,
                              .tag = Tag::Messages,
                              .answers = {{.schema = Schema::bytes(), .contentType = "image/jpeg"_L1},
                                          {.schema = Schema::bytes(), .contentType = "image/png"_L1},
                                          {.status = 304}}}});
}

QCoro::Task<Result<Response>> CustomEmojiApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    const auto page = m_emoji.list(query->page, query->limit);
    if (!page)
        co_return fail(page.error());
    QJsonArray emoji;
    for (const CustomEmoji &one : page->emoji)
        emoji.append(one.toJson());
    co_return Response::json(
        {{"emoji"_L1, emoji}, {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, page->totalCount)}});
}

QCoro::Task<Result<Response>> CustomEmojiApi::add(Request request)
{
    const auto form = readPictureForm(request);
    if (!form)
        co_return fail(form.error());
    const auto emoji = co_await m_emoji.add(request.caller(), form->fields.value(u"name"_s), form->picture);
    if (!emoji)
        co_return fail(emoji.error());
    co_return Response::json(emoji->toJson(), 201);
}

QCoro::Task<Result<Response>> CustomEmojiApi::remove(Request request)
{
    const Result<> removed = co_await m_emoji.remove(request.caller(), emojiName(request));
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> CustomEmojiApi::show(Request request)
{
    auto picture = m_emoji.picture(emojiName(request));
    if (!picture)
        co_return fail(picture.error());
    // The address that the list gives names the very picture, so it is good for ever.
    const bool namesPicture = request.query.hasQueryItem(u"v"_s);
    co_return pictureAnswer(request, std::move(picture->bytes), picture->contentType,
                            namesPicture ? "private, max-age=31536000, immutable" : "private, max-age=300");
}

} // namespace plexi::api
