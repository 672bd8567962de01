// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/protocol/message.h"
#include "shared/protocol/user.h"

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

#include <variant>

/**
 * The frames a client may send (contract, section 6). Fields are read from `data` or, flat, from the frame itself; both
 * forms of the reference are accepted. Channels are ids or slugs, as the client wrote them.
 */
namespace plexi::protocol {

struct AuthRequest {
    QString token;
};
struct SubscribeRequest {
    QStringList channels;
};
struct UnsubscribeRequest {
    QStringList channels;
};
struct SendMessageRequest {
    NewMessage message;
};
struct TypingRequest {
    QString channel;
    bool isTyping = true;
};
struct PresenceRequest {
    PresenceStatus status = PresenceStatus::Online;
};
struct WatchPresenceRequest {
    QList<UserId> userIds;
};
struct PingRequest {
};

using ClientRequest = std::variant<AuthRequest, SubscribeRequest, UnsubscribeRequest, SendMessageRequest, TypingRequest,
                                   PresenceRequest, WatchPresenceRequest, PingRequest>;

struct ClientFrame {
    ClientRequest request;
    /** The frame's `id` (a string or a number), repeated in its answer; undefined where it had none. */
    QJsonValue id = QJsonValue::Undefined;
};

/** What is wrong with a frame, and the `id` it carried, for the error frame that answers it. */
struct ClientFrameFault {
    Error error;
    QJsonValue id = QJsonValue::Undefined;
};

inline constexpr qsizetype kMaxSubscribeChannels = 1000;
inline constexpr qsizetype kMaxWatchedUsers = 200;

/** For the server. */
std::expected<ClientFrame, ClientFrameFault> decodeClientFrame(const QByteArray &json);

/** For clients: the documented form of each frame. */
QByteArray encodeClientFrame(const ClientRequest &request, const QJsonValue &id = QJsonValue::Undefined);

} // namespace plexi::protocol
