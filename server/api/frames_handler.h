// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/request_handler.h"
#include "server/services/channels_service.h"
#include "server/services/members_service.h"
#include "server/services/messages_service.h"
#include "server/services/users_service.h"

namespace plexi::api {

/**
 * Answers sockets out of the services that REST uses: each frame passes the scope and membership of its REST twin (contract,
 * section 9). The twin's rate limit is the socket's to count.
 */
class FramesHandler final : public realtime::RequestHandler
{
public:
    /** None is owned; all outlive the handler. */
    FramesHandler(services::UsersService &users, services::ChannelsService &channels, services::MembersService &members,
                  services::MessagesService &messages)
        : m_users(users), m_channels(channels), m_members(members), m_messages(messages)
    {
    }

    Result<protocol::User> ownProfile(security::Principal caller) override;
    Result<protocol::SubscribedFrame> readableChannels(security::Principal caller, QStringList channels) override;
    Result<ChannelId> writableChannel(security::Principal caller, QString channel) override;
    QCoro::Task<Result<protocol::Message>> sendMessage(security::Principal caller,
                                                       protocol::NewMessage message) override;
    QList<UserId> presencePeers(UserId user) override;
    std::optional<Timestamp> storedLastSeen(UserId user) override;
    void storeLastSeen(UserId user, Timestamp moment) override;

private:
    services::UsersService &m_users;
    services::ChannelsService &m_channels;
    services::MembersService &m_members;
    services::MessagesService &m_messages;
};

} // namespace plexi::api
