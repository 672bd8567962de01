// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/frames_handler.h"

using namespace Qt::StringLiterals;

namespace plexi::api {

namespace {

Result<> checkScope(const security::Principal &caller)
{
    if (!caller.mayWrite)
        return fail(Error::forbidden(u"This API key may only read"_s));
    return {};
}

} // namespace

Result<protocol::User> FramesHandler::ownProfile(security::Principal caller)
{
    return m_users.ownProfile(caller);
}

Result<protocol::SubscribedFrame> FramesHandler::readableChannels(security::Principal caller, QStringList channels)
{
    return m_channels.readable(caller, channels);
}

Result<ChannelId> FramesHandler::writableChannel(security::Principal caller, QString channel)
{
    if (auto allowed = checkScope(caller); !allowed)
        return fail(std::move(allowed.error()));
    return m_members.requireMember(caller, channel);
}

QCoro::Task<Result<protocol::Message>> FramesHandler::sendMessage(security::Principal caller,
                                                                  protocol::NewMessage message)
{
    if (auto allowed = checkScope(caller); !allowed)
        co_return fail(std::move(allowed.error()));
    auto sent = co_await m_messages.send(std::move(caller), std::move(message));
    if (!sent)
        co_return fail(std::move(sent.error()));
    co_return std::move(sent->message);
}

QList<UserId> FramesHandler::presencePeers(UserId user)
{
    return m_members.presencePeers(user).value_or(QList<UserId>());
}

std::optional<Timestamp> FramesHandler::storedLastSeen(UserId user)
{
    return m_users.storedLastSeen(user);
}

void FramesHandler::storeLastSeen(UserId user, Timestamp moment)
{
    m_users.storeLastSeen(user, moment);
}

} // namespace plexi::api
