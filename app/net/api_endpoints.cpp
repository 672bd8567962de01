// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The typed calls of ApiClient; how they reach the server is in api_client.cpp.
#include "app/net/api_client.h"

#include "shared/protocol/json_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** Of one list; nobody scrolls through more people or channels than these. */
constexpr int kMaxPages = 20;

QString escaped(const QString &segment)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(segment));
}

QString messagePath(MessageId id)
{
    return "/messages/"_L1 + id.toString();
}

QString reactionPath(MessageId id, const QString &emoji)
{
    return messagePath(id) + "/reactions/"_L1 + escaped(emoji);
}

} // namespace

template <typename T>
QCoro::Task<ApiResult<T>> ApiClient::fetch(Call call)
{
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<T> value = T::fromJson(answer->body);
    if (!value)
        co_return notOurs(answer->status);
    co_return std::move(*value);
}

QCoro::Task<ApiResult<>> ApiClient::perform(Call call)
{
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return ApiResult<>{};
}

template <typename T>
QCoro::Task<ApiResult<QList<T>>> ApiClient::pages(QString path, QString list, QUrlQuery query)
{
    const QPointer<ApiClient> self(this);
    QList<T> all;
    for (int page = 1; page <= kMaxPages; ++page) {
        Call call{.verb = "GET", .path = path, .query = query};
        call.query.addQueryItem(u"page"_s, QString::number(page));
        call.query.addQueryItem(u"limit"_s, QString::number(protocol::kMaxLimit));
        const ApiResult<Answer> answer = co_await authorised(std::move(call));
        if (!self)
            co_return cancelled();
        if (!answer)
            co_return std::unexpected(answer.error());
        const QJsonArray elements = answer->body.value(list).toArray();
        for (const auto &element : elements) {
            Result<T> value = T::fromJson(element.toObject());
            if (!value)
                co_return notOurs(answer->status);
            all.append(std::move(*value));
        }
        if (!answer->body.value("pagination"_L1).toObject().value("has_more"_L1).toBool())
            break;
    }
    co_return all;
}

QCoro::Task<ApiResult<ServerInfo>> ApiClient::serverInfo()
{
    Call call{.verb = "GET", .path = u"/version"_s};
    const ApiResult<Answer> answer = co_await exchange(std::move(call), QString());
    if (!answer)
        co_return std::unexpected(answer.error());
    const QString version = answer->body.value("version"_L1).toString();
    if (version.isEmpty())
        co_return notOurs(answer->status);
    co_return ServerInfo{.version = version};
}

QCoro::Task<ApiResult<QString>> ApiClient::freshAccessToken()
{
    const QPointer<ApiClient> self(this);
    if (mustRefresh()) {
        const QString stale = m_tokens.accessToken;
        const ApiResult<> fresh = co_await ensureFresh(stale);
        if (!self)
            co_return cancelled();
        if (!fresh)
            co_return std::unexpected(fresh.error());
    }
    // QCoro 0.12 moves out of what is returned where the types differ, so a copy is returned.
    QString token = m_tokens.accessToken;
    co_return token;
}

QCoro::Task<ApiResult<>> ApiClient::signOut()
{
    Call call{.verb = "POST", .path = u"/auth/logout"_s};
    return perform(std::move(call));
}

QCoro::Task<ApiResult<protocol::User>> ApiClient::me()
{
    return fetch<protocol::User>({.verb = "GET", .path = u"/users/me"_s});
}

QCoro::Task<ApiResult<protocol::User>> ApiClient::setDisplayName(QString name)
{
    Call call{.verb = "PUT", .path = u"/users/me"_s};
    call.body = QJsonObject{{"display_name"_L1, name}};
    return fetch<protocol::User>(std::move(call));
}

QCoro::Task<ApiResult<protocol::User>> ApiClient::user(UserId id)
{
    return fetch<protocol::User>({.verb = "GET", .path = "/users/"_L1 + id.toString()});
}

QCoro::Task<ApiResult<QList<protocol::User>>> ApiClient::searchUsers(QString text)
{
    Call call{.verb = "GET", .path = u"/users/search"_s};
    call.query.addQueryItem(u"q"_s, escaped(text));
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    QList<protocol::User> users;
    // "The last noun of the path", which is no noun here: both names are accepted.
    const QLatin1StringView list = answer->body.contains("users"_L1) ? "users"_L1 : "search"_L1;
    for (const auto &element : answer->body.value(list).toArray()) {
        if (auto found = protocol::User::fromJson(element.toObject()))
            users.append(std::move(*found));
    }
    co_return users;
}

QCoro::Task<ApiResult<QList<protocol::Channel>>> ApiClient::channels()
{
    return pages<protocol::Channel>(u"/channels"_s, u"channels"_s, {});
}

QCoro::Task<ApiResult<protocol::Channel>> ApiClient::channel(ChannelId id)
{
    return fetch<protocol::Channel>({.verb = "GET", .path = "/channels/"_L1 + id.toString()});
}

QCoro::Task<ApiResult<protocol::Channel>> ApiClient::createChannel(QString name, protocol::ChannelType type,
                                                                   QString topic)
{
    Call call{.verb = "POST", .path = u"/channels"_s};
    call.body = QJsonObject{{"name"_L1, name}, {"type"_L1, protocol::channelTypeName(type)}, {"topic"_L1, topic}};
    return fetch<protocol::Channel>(std::move(call));
}

QCoro::Task<ApiResult<protocol::Channel>> ApiClient::directChannel(QList<UserId> users)
{
    Call call{.verb = "POST", .path = u"/channels/direct"_s};
    call.body = QJsonObject{{"user_ids"_L1, protocol::idArray(users)}};
    return fetch<protocol::Channel>(std::move(call));
}

QCoro::Task<ApiResult<>> ApiClient::joinChannel(ChannelId id)
{
    return perform({.verb = "POST", .path = "/channels/"_L1 + id.toString() + "/join"_L1});
}

QCoro::Task<ApiResult<>> ApiClient::leaveChannel(ChannelId id)
{
    return perform({.verb = "POST", .path = "/channels/"_L1 + id.toString() + "/leave"_L1});
}

QCoro::Task<ApiResult<QList<protocol::User>>> ApiClient::members(ChannelId id)
{
    return pages<protocol::User>("/channels/"_L1 + id.toString() + "/members"_L1, u"members"_s, {});
}

QCoro::Task<ApiResult<QList<protocol::File>>> ApiClient::files(ChannelId channel)
{
    QUrlQuery query;
    query.addQueryItem(u"channel_id"_s, channel.toString());
    return pages<protocol::File>(u"/files"_s, u"files"_s, std::move(query));
}

QCoro::Task<ApiResult<>> ApiClient::markRead(ChannelId channel, MessageId message)
{
    Call call{.verb = "PUT", .path = "/channels/"_L1 + channel.toString() + "/read"_L1};
    call.body = QJsonObject{{"message_id"_L1, message.toString()}};
    return perform(std::move(call));
}

QCoro::Task<ApiResult<protocol::MessagePage>> ApiClient::messages(MessageQuery query)
{
    Call call{.verb = "GET", .path = u"/messages"_s};
    call.query.addQueryItem(u"channel_id"_s, query.channel.toString());
    call.query.addQueryItem(u"limit"_s, QString::number(query.limit));
    call.query.addQueryItem(u"include_deleted"_s, u"true"_s);
    if (query.before)
        call.query.addQueryItem(u"before"_s, query.before->toString());
    if (query.after)
        call.query.addQueryItem(u"after"_s, query.after->toString());
    if (query.around)
        call.query.addQueryItem(u"around"_s, query.around->toString());
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::MessagePage> page = protocol::MessagePage::fromJson(answer->body);
    if (!page)
        co_return notOurs(answer->status);
    co_return std::move(*page);
}

QCoro::Task<ApiResult<protocol::MessagePage>> ApiClient::changesSince(ChannelId channel, qint64 seq)
{
    Call call{.verb = "GET", .path = u"/messages"_s};
    call.query.addQueryItem(u"channel_id"_s, channel.toString());
    call.query.addQueryItem(u"after_seq"_s, QString::number(seq));
    call.query.addQueryItem(u"limit"_s, QString::number(protocol::kMaxLimit));
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::MessagePage> page = protocol::MessagePage::fromJson(answer->body);
    if (!page || !page->currentSeq)
        co_return notOurs(answer->status);
    co_return std::move(*page);
}

QCoro::Task<ApiResult<protocol::SyncPage>> ApiClient::sync(protocol::SyncRequest request)
{
    Call call{.verb = "POST", .path = u"/sync"_s};
    call.body = request.toJson();
    return fetch<protocol::SyncPage>(std::move(call));
}

QCoro::Task<ApiResult<protocol::MessagePage>> ApiClient::thread(MessageId root, std::optional<MessageId> before)
{
    Call call{.verb = "GET", .path = messagePath(root) + "/thread"_L1};
    call.query.addQueryItem(u"limit"_s, QString::number(protocol::kMaxLimit));
    if (before)
        call.query.addQueryItem(u"before"_s, before->toString());
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::MessagePage> page = protocol::MessagePage::fromJson(answer->body, "thread"_L1);
    if (!page)
        co_return notOurs(answer->status);
    co_return std::move(*page);
}

QCoro::Task<ApiResult<protocol::MessagePage>> ApiClient::pins(ChannelId channel)
{
    Call call{.verb = "GET", .path = "/channels/"_L1 + channel.toString() + "/pins"_L1};
    call.query.addQueryItem(u"limit"_s, QString::number(protocol::kMaxLimit));
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::MessagePage> page = protocol::MessagePage::fromJson(answer->body, "pins"_L1);
    if (!page)
        co_return notOurs(answer->status);
    co_return std::move(*page);
}

QCoro::Task<ApiResult<protocol::Message>> ApiClient::message(MessageId id)
{
    return fetch<protocol::Message>({.verb = "GET", .path = messagePath(id)});
}

QCoro::Task<ApiResult<protocol::Message>> ApiClient::send(protocol::NewMessage message)
{
    Call call{.verb = "POST", .path = u"/messages"_s};
    call.body = message.toJson();
    return fetch<protocol::Message>(std::move(call));
}

QCoro::Task<ApiResult<protocol::Message>> ApiClient::editMessage(MessageId id, QString content)
{
    Call call{.verb = "PUT", .path = messagePath(id)};
    call.body = QJsonObject{{"content"_L1, content}};
    return fetch<protocol::Message>(std::move(call));
}

QCoro::Task<ApiResult<>> ApiClient::deleteMessage(MessageId id)
{
    return perform({.verb = "DELETE", .path = messagePath(id)});
}

QCoro::Task<ApiResult<protocol::Message>> ApiClient::react(MessageId id, QString emoji)
{
    return fetch<protocol::Message>({.verb = "PUT", .path = reactionPath(id, emoji)});
}

QCoro::Task<ApiResult<>> ApiClient::unreact(MessageId id, QString emoji)
{
    return perform({.verb = "DELETE", .path = reactionPath(id, emoji)});
}

QCoro::Task<ApiResult<protocol::Message>> ApiClient::pin(MessageId id)
{
    return fetch<protocol::Message>({.verb = "PUT", .path = messagePath(id) + "/pin"_L1});
}

QCoro::Task<ApiResult<>> ApiClient::unpin(MessageId id)
{
    return perform({.verb = "DELETE", .path = messagePath(id) + "/pin"_L1});
}

} // namespace plexi::app
