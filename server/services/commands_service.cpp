// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/commands_service.h"

#include "server/services/channel_access.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::CommandAnswer;
using protocol::CommandInfo;

void CommandsService::add(Command command)
{
    const QString name = command.info.name;
    const bool isNew = m_commands.emplace(name, std::move(command)).second;
    Q_ASSERT_X(isNew, "CommandsService", qPrintable(name));
}

QList<CommandInfo> CommandsService::list() const
{
    QList<CommandInfo> infos;
    for (const auto &[name, command] : m_commands)
        infos.append(command.info);
    return infos;
}

Error CommandsService::usage(const CommandInfo &info)
{
    const QString arguments = info.arguments.isEmpty() ? QString() : u' ' + info.arguments;
    return Error::validation(u"text"_s, u"Is written /%1%2"_s.arg(info.name, arguments));
}

QCoro::Task<Result<CommandAnswer>> CommandsService::run(security::Principal caller, QString channel, QString text)
{
    const auto access = readableChannel(m_database.reader(), channel, caller);
    if (!access)
        co_return fail(access.error());
    static const QRegularExpression form(u"^/([A-Za-z0-9-]+)(?:\\s+(.*))?$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(text.trimmed());
    const auto found = m_commands.find(match.captured(1).toLower());
    if (found == m_commands.end())
        co_return fail(Error::validation(u"text"_s, u"Must begin with a command; /help lists them"_s));
    CommandCall call{.caller = std::move(caller),
                     .channel = access->id,
                     .name = found->first,
                     .arguments = match.captured(2).trimmed()};
    QCoro::Task<Result<CommandAnswer>> task = found->second.run(std::move(call));
    Result<CommandAnswer> answer = co_await task;
    co_return answer;
}

} // namespace plexi::services
