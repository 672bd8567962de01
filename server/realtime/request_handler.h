// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "shared/core/result.h"
#include "shared/protocol/event.h"
#include "shared/protocol/message.h"
#include "shared/protocol/user.h"

#include <QCoro/QCoroTask>

namespace plexi::realtime {

/**
 * What sockets ask of the rest of the server; implemented in server/api, where frames meet the services that their REST
 * twins call. Called on a loop's thread; resumes there.
 */
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;

    virtual Result<protocol::User> ownProfile(security::Principal caller) = 0;
    /** Names (ids or slugs) to channels with their seq, and those denied. Synchronous: one snapshot of the database. */
    virtual Result<protocol::SubscribedFrame> readableChannels(security::Principal caller, QStringList channels) = 0;
    /** The channel's id where the caller is a member and may write; else the error of the REST twin. */
    virtual Result<ChannelId> writableChannel(security::Principal caller, QString channel) = 0;
    virtual QCoro::Task<Result<protocol::Message>> sendMessage(security::Principal caller,
                                                               protocol::NewMessage message) = 0;
    /** Whom a change of this person's presence is told: those who share a channel of at most 200 members. */
    virtual QList<UserId> presencePeers(UserId user) = 0;
    /** When the person was last seen before the server started; nothing where nobody was, or is not known. */
    virtual std::optional<Timestamp> storedLastSeen(UserId user) = 0;
    /** The person's last socket closed at @p moment: keep it. */
    virtual void storeLastSeen(UserId user, Timestamp moment) = 0;
};

} // namespace plexi::realtime
