// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/channels_service.h"
#include "server/services/commands_service.h"
#include "server/services/members_service.h"
#include "server/services/messages_service.h"
#include "server/services/scheduled_messages_service.h"

#include <QTimeZone>

namespace plexi::services {

/** The commands that every workspace has. Each does through the services what its caller could do by hand. */
class BuiltInCommands
{
public:
    /** None is owned; all outlive the commands. */
    struct Services {
        store::Database &database;
        ChannelsService &channels;
        MembersService &members;
        MessagesService &messages;
        ScheduledMessagesService &scheduled;
    };

    explicit BuiltInCommands(Services services) : d(services) { }

    /** This outlives @p registry's use. */
    void addTo(CommandsService &registry);

private:
    using Answer = QCoro::Task<Result<protocol::CommandAnswer>>;
    using Run = Answer (BuiltInCommands::*)(CommandCall call, protocol::CommandInfo info);

    void add(CommandsService &registry, QString name, QString arguments, QString description, Run run);

    Answer help(CommandCall call, protocol::CommandInfo info);
    Answer me(CommandCall call, protocol::CommandInfo info);
    Answer shrug(CommandCall call, protocol::CommandInfo info);
    Answer topic(CommandCall call, protocol::CommandInfo info);
    Answer rename(CommandCall call, protocol::CommandInfo info);
    Answer invite(CommandCall call, protocol::CommandInfo info);
    Answer removeMember(CommandCall call, protocol::CommandInfo info);
    Answer join(CommandCall call, protocol::CommandInfo info);
    Answer leave(CommandCall call, protocol::CommandInfo info);
    Answer direct(CommandCall call, protocol::CommandInfo info);
    Answer setLevel(CommandCall call, protocol::CommandInfo info);
    Answer remind(CommandCall call, protocol::CommandInfo info);

    Answer post(security::Principal caller, QString command, protocol::NewMessage draft);
    /** The people that "@ann @bob" names; usage() for other words, NotFound for a name that is nobody's. */
    Result<QList<UserId>> people(const QString &names, const protocol::CommandInfo &info);
    Result<QTimeZone> zoneOf(UserId user);

    Services d;
    const CommandsService *m_registry = nullptr;
};

} // namespace plexi::services
