// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/client_frame.h"

#include "shared/core/overloaded.h"
#include "shared/protocol/json_reader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr qsizetype kMaxToken = 4'096;

Result<ClientRequest> readAuth(const QJsonObject &fields)
{
    // Whatever else is there is a token that is not accepted, and ends the connection as such.
    const QString token = fields.value("token"_L1).toString();
    return AuthRequest{token.size() <= kMaxToken ? token : QString()};
}

template <typename Request>
Result<ClientRequest> readChannels(const QJsonObject &fields, const QString &path)
{
    JsonReader reader(fields, path);
    return reader.checked<ClientRequest>(Request{reader.strings("channels"_L1, kMaxSubscribeChannels)});
}

Result<ClientRequest> readSend(const QJsonObject &fields, const QString &path)
{
    auto message = NewMessage::fromJson(fields, path);
    if (!message)
        return fail(message.error());
    return SendMessageRequest{std::move(*message)};
}

Result<ClientRequest> readTyping(const QJsonObject &fields, const QString &path, bool isTyping)
{
    JsonReader reader(fields, path);
    return reader.checked<ClientRequest>(
        TypingRequest{reader.string("channel_id"_L1, {.min = 1, .max = 100}), isTyping});
}

Result<ClientRequest> readPresence(const QJsonObject &fields, const QString &path)
{
    JsonReader reader(fields, path);
    const QString name = reader.string("status"_L1);
    const auto status = presenceFromName(name);
    if (reader.ok() && (!status || *status == PresenceStatus::Offline))
        reader.addFault("status"_L1, u"Must be online, away or dnd"_s);
    return reader.checked<ClientRequest>(PresenceRequest{status.value_or(PresenceStatus::Online)});
}

Result<ClientRequest> readWatch(const QJsonObject &fields, const QString &path)
{
    JsonReader reader(fields, path);
    const QStringList texts = reader.strings("user_ids"_L1, kMaxWatchedUsers);
    WatchPresenceRequest request;
    for (const QString &text : texts) {
        if (const auto id = UserId::fromString(text))
            request.userIds.append(*id);
        else
            reader.addFault("user_ids"_L1, u"Must be a list of user ids"_s);
    }
    return reader.checked<ClientRequest>(request);
}

Result<ClientRequest> readRequest(const QString &type, const QJsonObject &fields, const QString &path)
{
    if (type == "auth"_L1)
        return readAuth(fields);
    if (type == "subscribe"_L1)
        return readChannels<SubscribeRequest>(fields, path);
    if (type == "unsubscribe"_L1)
        return readChannels<UnsubscribeRequest>(fields, path);
    if (type == "send_message"_L1)
        return readSend(fields, path);
    if (type == "typing_start"_L1 || type == "typing_stop"_L1)
        return readTyping(fields, path, type == "typing_start"_L1);
    if (type == "presence"_L1)
        return readPresence(fields, path);
    if (type == "watch_presence"_L1)
        return readWatch(fields, path);
    if (type == "ping"_L1)
        return PingRequest{};
    return fail(Error::validation(u"type"_s, u"Not a known frame type"_s));
}

} // namespace

std::expected<ClientFrame, ClientFrameFault> decodeClientFrame(const QByteArray &json)
{
    const auto frame = parseObject(json);
    if (!frame)
        return std::unexpected(ClientFrameFault{frame.error()});

    const QJsonValue id = frame->value("id"_L1);
    const bool usableId = (id.isString() && id.toString().size() <= 64) || id.isDouble();
    const QJsonValue kept = usableId ? id : QJsonValue(QJsonValue::Undefined);
    if (!id.isUndefined() && !id.isNull() && !usableId)
        return std::unexpected(
            ClientFrameFault{Error::validation(u"id"_s, u"Must be a number or at most 64 characters"_s)});

    const bool nested = frame->value("data"_L1).isObject();
    auto request = readRequest(frame->value("type"_L1).toString(), nested ? frame->value("data"_L1).toObject() : *frame,
                               nested ? u"data"_s : QString());
    if (!request)
        return std::unexpected(ClientFrameFault{request.error(), kept});
    return ClientFrame{std::move(*request), kept};
}

QByteArray encodeClientFrame(const ClientRequest &request, const QJsonValue &id)
{
    QJsonObject frame = std::visit(
        Overloaded{
            [](const AuthRequest &r) { return QJsonObject{{"type"_L1, "auth"_L1}, {"token"_L1, r.token}}; },
            [](const SubscribeRequest &r) {
                return QJsonObject{{"type"_L1, "subscribe"_L1},
                                   {"channels"_L1, QJsonArray::fromStringList(r.channels)}};
            },
            [](const UnsubscribeRequest &r) {
                return QJsonObject{{"type"_L1, "unsubscribe"_L1},
                                   {"channels"_L1, QJsonArray::fromStringList(r.channels)}};
            },
            [](const SendMessageRequest &r) {
                return QJsonObject{{"type"_L1, "send_message"_L1}, {"data"_L1, r.message.toJson()}};
            },
            [](const TypingRequest &r) {
                return QJsonObject{{"type"_L1, r.isTyping ? "typing_start"_L1 : "typing_stop"_L1},
                                   {"channel_id"_L1, r.channel}};
            },
            [](const PresenceRequest &r) {
                return QJsonObject{{"type"_L1, "presence"_L1}, {"status"_L1, presenceName(r.status)}};
            },
            [](const WatchPresenceRequest &r) {
                return QJsonObject{{"type"_L1, "watch_presence"_L1}, {"user_ids"_L1, idArray(r.userIds)}};
            },
            [](const PingRequest &) { return QJsonObject{{"type"_L1, "ping"_L1}}; },
        },
        request);
    if (!id.isUndefined())
        frame.insert("id"_L1, id);
    return QJsonDocument(frame).toJson(QJsonDocument::Compact);
}

} // namespace plexi::protocol
