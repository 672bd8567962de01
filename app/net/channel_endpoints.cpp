// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of ApiClient that change a channel, and that look for messages.
#include "app/net/api_client.h"

#include "shared/protocol/json_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::app {

QCoro::Task<ApiResult<protocol::Channel>> ApiClient::changeChannel(ChannelId id, QString name, QString topic)
{
    Call call{.verb = "PUT", .path = "/channels/"_L1 + id.toString()};
    call.body = QJsonObject{{"name"_L1, name}, {"topic"_L1, topic}};
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    Result<protocol::Channel> channel = protocol::Channel::fromJson(answer->body);
    if (!channel)
        co_return notOurs(answer->status);
    co_return std::move(*channel);
}

QCoro::Task<ApiResult<>> ApiClient::setNotificationLevel(ChannelId id, protocol::NotificationLevel level)
{
    Call call{.verb = "PUT", .path = "/channels/"_L1 + id.toString() + "/notifications"_L1};
    call.body = QJsonObject{{"level"_L1, protocol::notificationLevelName(level)}};
    return perform(std::move(call));
}

QCoro::Task<ApiResult<>> ApiClient::setFavourite(ChannelId id, bool isFavourite)
{
    Call call{.verb = isFavourite ? "PUT" : "DELETE", .path = "/channels/"_L1 + id.toString() + "/favorite"_L1};
    if (isFavourite)
        call.body = QJsonObject();
    return perform(std::move(call));
}

QCoro::Task<ApiResult<QList<protocol::Message>>> ApiClient::searchMessages(QString text, ChannelId channel,
                                                                           protocol::MessageFilter filter)
{
    Call call{.verb = "GET", .path = u"/messages/search"_s};
    call.query.addQueryItem(u"q"_s, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    if (!channel.isNull())
        call.query.addQueryItem(u"channel_id"_s, channel.toString());
    filter.write(call.query);
    const ApiResult<Answer> answer = co_await authorised(std::move(call));
    if (!answer)
        co_return std::unexpected(answer.error());
    QList<protocol::Message> found;
    for (const auto &element : answer->body.value("messages"_L1).toArray()) {
        Result<protocol::Message> message = protocol::Message::fromJson(element.toObject());
        if (!message)
            co_return notOurs(answer->status);
        found.append(std::move(*message));
    }
    co_return found;
}

} // namespace plexi::app
