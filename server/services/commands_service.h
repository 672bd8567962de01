// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/store/database.h"
#include "shared/protocol/command.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <map>

namespace plexi::services {

/** One use of a command. */
struct CommandCall {
    security::Principal caller;
    /** Where it was written; the caller may read it, and need not be a member. */
    ChannelId channel;
    /** Without the slash, lower case. */
    QString name;
    /** What follows the name, without space at either end. */
    QString arguments;
};

/**
 * What may be written after a slash, and what it does: a registry, to which any part of the server adds its own. A command is
 * only ever called as one; a message that begins with a slash is posted as it is written. Thread-safe once serving has begun.
 * Coroutines need an event loop on the calling thread and resume there.
 */
class CommandsService
{
public:
    /** Does the work, with all checks of what the caller may do. A wrong use fails with usage(). */
    using Run = std::function<QCoro::Task<Result<protocol::CommandAnswer>>(CommandCall call)>;

    struct Command {
        protocol::CommandInfo info;
        Run run;
    };

    /** Not owned; outlives the service. */
    explicit CommandsService(store::Database &database) : m_database(database) { }

    /** Before serving only. The name is new, and of a to z, 0 to 9 and hyphens. */
    void add(Command command);

    /** By name. */
    QList<protocol::CommandInfo> list() const;

    /** @p text is "/name arguments". NotFound for the channel, ValidationError for a name that nobody added. */
    QCoro::Task<Result<protocol::CommandAnswer>> run(security::Principal caller, QString channel, QString text);

    /** ValidationError that says how it is written. */
    static Error usage(const protocol::CommandInfo &info);

private:
    store::Database &m_database;
    std::map<QString, Command> m_commands;
};

} // namespace plexi::services
