// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/avatars_api.h"

#include "server/api/picture_form.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::Method;
using http::noContentAnswer;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;

namespace {

/** The picture of a body: the body itself, or the file in a form. What it is, its first bytes tell. */
Result<QByteArray> pictureOf(const Request &request)
{
    if (!isForm(request))
        return request.body;
    auto form = readPictureForm(request);
    if (!form)
        return fail(std::move(form.error()));
    return std::move(form->picture);
}

std::vector<http::BodyForm> pictureForms()
{
    const Schema form = Schema::object().with("file"_L1, Schema::bytes());
    std::vector<http::BodyForm> forms{{form, "multipart/form-data"_L1}};
    for (const auto type : {"image/png"_L1, "image/jpeg"_L1, "image/gif"_L1, "image/webp"_L1})
        forms.push_back({Schema::bytes(), type});
    return forms;
}

std::vector<http::Answer> pictureAnswers()
{
    return {{.schema = Schema::bytes(), .contentType = "image/jpeg"_L1},
            {.schema = Schema::bytes(), .contentType = "image/png"_L1},
            {.status = 304}};
}

} // namespace

void AvatarsApi::addRoutes(http::Router &router)
{
    router.add({.method = Method::Put,
                .pattern = u"/api/v1/users/me/avatar"_s,
                .handler = [this](Request request) { return set(std::move(request)); },
                .rate = http::RateCategory::FileUpload,
                .changes = true,
                .bodyLimit = services::AvatarsService::kMaxOriginal,
                .summary = "Set one's own picture: PNG, JPEG, GIF or WebP, as the body or as the file of a form"_L1,
                .operation = {.id = "setAvatar"_L1,
                              .tag = Tag::Users,
                              .body = pictureForms(),
                              .answers = {jsonAnswer(protocol::User::schema())},
                              .errors = {ErrorCode::ServiceUnavailable}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/users/me/avatar"_s,
                .handler = [this](Request request) { return remove(std::move(request)); },
                .changes = true,
                .summary = "Take one's own picture away"_L1,
                .operation = {.id = "removeAvatar"_L1, .tag = Tag::Users, .answers = {noContentAnswer()}}});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/users/me/avatar"_s,
                .handler = [this](Request request) { return show(std::move(request)); },
                .summary = "One's own picture"_L1,
                .operation = {.id = "getOwnAvatar"_L1,
                              .tag = Tag::Users,
                              .answers = pictureAnswers(),
                              .errors = {ErrorCode::NotFound}}});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/users/{user_id}/avatar"_s,
                .handler = [this](Request request) { return show(std::move(request)); },
                .summary = "A person's picture: JPEG or PNG, at most 512 pixels a side"_L1,
                .operation = {.id = "getAvatar"_L1, .tag = Tag::Users, .answers = pictureAnswers()}});
}

QCoro::Task<Result<Response>> AvatarsApi::set(Request request)
{
    const auto picture = pictureOf(request);
    if (!picture)
        co_return fail(picture.error());
    const auto user = co_await m_avatars.set(request.caller(), *picture);
    if (!user)
        co_return fail(user.error());
    co_return Response::json(user->toJson());
}

QCoro::Task<Result<Response>> AvatarsApi::remove(Request request)
{
    const auto removed = co_await m_avatars.remove(request.caller());
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> AvatarsApi::show(Request request)
{
    // The route of one's own has no such parameter.
    const Result<UserId> id = request.pathParameters.isEmpty() ? Result<UserId>(request.caller().userId)
                                                               : request.pathId<UserId>("user_id"_L1, u"Avatar");
    if (!id)
        co_return fail(id.error());
    auto picture = m_avatars.find(*id);
    if (!picture)
        co_return fail(picture.error());
    co_return pictureAnswer(request, std::move(picture->bytes), picture->contentType, "private, max-age=86400");
}

} // namespace plexi::api
