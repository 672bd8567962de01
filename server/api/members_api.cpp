// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/members_api.h"

#include "server/api/page_query.h"
#include "shared/protocol/json_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::Method;
using http::noContentAnswer;
using http::Request;
using http::Response;
using protocol::Channel;
using protocol::Schema;

namespace {

QJsonArray jsonOf(const QList<protocol::Member> &members)
{
    QJsonArray array;
    for (const protocol::Member &member : members)
        array.append(member.toJson());
    return array;
}

QString channelName(const Request &request)
{
    return request.pathParameter("channel_id"_L1);
}

/** @p id is the operation's, @p answer what it gives. */
http::Operation operation(QLatin1StringView id, http::Answer answer)
{
    return {.id = id, .tag = http::Tag::Channels, .answers = {std::move(answer)}};
}

http::Operation operation(QLatin1StringView id, Schema body, http::Answer answer)
{
    http::Operation made = operation(id, std::move(answer));
    made.body = http::jsonBody(std::move(body));
    return made;
}

Schema markerSchema()
{
    return Schema::object("ReadMarker"_L1).with("message_id"_L1, Schema::id<MessageId>());
}

Schema levelSchema()
{
    return Schema::object("NotificationSetting"_L1)
        .with("level"_L1, Schema::names({"all"_L1, "mentions"_L1, "none"_L1}));
}

Schema roleSchema()
{
    return Schema::object("MemberRole"_L1).with("role"_L1, Schema::names({"member"_L1, "owner"_L1}));
}

Schema addedSchema()
{
    return Schema::object("AddedMembers"_L1).with("members"_L1, Schema::array(protocol::Member::schema()));
}

} // namespace

void MembersApi::addRoutes(http::Router &router)
{
    const auto add = [&router](Method method, QLatin1StringView path, http::Handler handler, QLatin1StringView summary,
                               http::Operation operation) {
        router.add({.method = method,
                    .pattern = "/api/v1/channels/{channel_id}"_L1 + path,
                    .handler = std::move(handler),
                    .changes = method != Method::Get,
                    .summary = summary,
                    .operation = std::move(operation)});
    };
    const http::Answer channel = jsonAnswer(Channel::schema());
    http::Operation listing = operation("listMembers"_L1,
                                        jsonAnswer(Schema::page("members"_L1, protocol::Member::schema())));
    listing.query = pageQueryParameters();
    add(
        Method::Post, "/join"_L1, [this](Request request) { return join(std::move(request)); },
        "Join a public channel"_L1, operation("joinChannel"_L1, channel));
    add(
        Method::Post, "/leave"_L1, [this](Request request) { return leave(std::move(request)); }, "Leave a channel"_L1,
        operation("leaveChannel"_L1, noContentAnswer()));
    add(
        Method::Get, "/members"_L1, [this](Request request) { return list(std::move(request)); },
        "Who is in a channel"_L1, listing);
    add(
        Method::Post, "/members"_L1, [this](Request request) { return this->add(std::move(request)); },
        "Add people to a channel"_L1,
        operation("addMembers"_L1, protocol::PeopleList::schema(), jsonAnswer(addedSchema(), 201)));
    add(
        Method::Delete, "/members/{user_id}"_L1, [this](Request request) { return remove(std::move(request)); },
        "Remove somebody from a channel"_L1, operation("removeMember"_L1, noContentAnswer()));
    http::Operation role = operation("setMemberRole"_L1, roleSchema(), jsonAnswer(protocol::Member::schema()));
    role.errors = {ErrorCode::Conflict};
    add(
        Method::Put, "/members/{user_id}"_L1, [this](Request request) { return setRole(std::move(request)); },
        "Make a member an owner, or an owner a member"_L1, role);
    add(
        Method::Put, "/read"_L1, [this](Request request) { return markRead(std::move(request)); },
        "Move one's read marker"_L1, operation("markRead"_L1, markerSchema(), channel));
    add(
        Method::Put, "/unread"_L1, [this](Request request) { return markUnread(std::move(request)); },
        "Mark a message and what follows as unread"_L1, operation("markUnread"_L1, markerSchema(), channel));
    add(
        Method::Put, "/notifications"_L1, [this](Request request) { return setNotifications(std::move(request)); },
        "Choose what a channel notifies of"_L1, operation("setNotifications"_L1, levelSchema(), channel));
}

QCoro::Task<Result<Response>> MembersApi::join(Request request)
{
    const Result<Channel> channel = co_await m_members.join(request.caller(), channelName(request));
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

QCoro::Task<Result<Response>> MembersApi::leave(Request request)
{
    const Result<> left = co_await m_members.leave(request.caller(), channelName(request));
    if (!left)
        co_return fail(left.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> MembersApi::list(Request request)
{
    const auto query = readPageQuery(request);
    if (!query)
        co_return fail(query.error());
    const auto page = m_members.list(request.caller(), channelName(request), query->page, query->limit);
    if (!page)
        co_return fail(page.error());
    co_return Response::json({{"members"_L1, jsonOf(page->members)},
                              {"pagination"_L1, protocol::pageNumbers(query->page, query->limit, page->totalCount)}});
}

QCoro::Task<Result<Response>> MembersApi::add(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto people = protocol::PeopleList::fromJson(*body);
    if (!people)
        co_return fail(people.error());
    const auto members = co_await m_members.add(request.caller(), channelName(request), people->userIds);
    if (!members)
        co_return fail(members.error());
    co_return Response::created({{"members"_L1, jsonOf(*members)}});
}

QCoro::Task<Result<Response>> MembersApi::remove(Request request)
{
    const auto user = request.pathId<UserId>("user_id"_L1, u"Member");
    if (!user)
        co_return fail(user.error());
    const Result<> removed = co_await m_members.remove(request.caller(), channelName(request), *user);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Result<Response>> MembersApi::setRole(Request request)
{
    const auto user = request.pathId<UserId>("user_id"_L1, u"Member");
    if (!user)
        co_return fail(user.error());
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const auto role = protocol::channelRoleFromName(reader.string("role"_L1));
    if (!role && reader.ok())
        reader.addFault("role"_L1, u"Must be member or owner"_s);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const auto member = co_await m_members.setRole(request.caller(), channelName(request), *user, *role);
    if (!member)
        co_return fail(member.error());
    co_return Response::json(member->toJson());
}

QCoro::Task<Result<Response>> MembersApi::markRead(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const auto message = reader.id<MessageId>("message_id"_L1);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const Result<Channel> channel = co_await m_readMarkers.moveTo(request.caller(), channelName(request), message);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

QCoro::Task<Result<Response>> MembersApi::markUnread(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const auto message = reader.id<MessageId>("message_id"_L1);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const Result<Channel> channel = co_await m_readMarkers.moveBefore(request.caller(), channelName(request), message);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

QCoro::Task<Result<Response>> MembersApi::setNotifications(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    protocol::JsonReader reader(*body);
    const auto level = protocol::notificationLevelFromName(reader.string("level"_L1));
    if (!level && reader.ok())
        reader.addFault("level"_L1, u"Must be all, mentions or none"_s);
    if (const auto fault = reader.error())
        co_return fail(*fault);
    const Result<Channel> channel = co_await m_members.setNotificationLevel(request.caller(), channelName(request),
                                                                            *level);
    if (!channel)
        co_return fail(channel.error());
    co_return Response::json(channel->toJson());
}

} // namespace plexi::api
