// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/command.h"
#include "shared/core/version.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace plexi;

namespace {

const std::vector<commands::Command> &allCommands()
{
    static const std::vector<commands::Command> table{
        {u"serve"_s, u"run the server"_s, commands::serve},
        {u"doctor"_s, u"check the database of a data directory"_s, commands::doctor},
        {u"user"_s, u"add, list or change accounts when nobody can sign in"_s, commands::user},
    };
    return table;
}

void printUsage(std::FILE *stream)
{
    commands::printLine(stream, u"Usage: plexichat-server COMMAND [OPTION…]\n\nCommands:"_s);
    for (const commands::Command &command : allCommands())
        commands::printLine(stream, u"  %1 %2"_s.arg(command.name, -8).arg(command.summary));
    commands::printLine(stream, u"\n'plexichat-server COMMAND --help' tells a command's options."_s);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"plexichat-server"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(kVersion));

    QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.isEmpty()) {
        printUsage(stderr);
        return commands::WrongUsage;
    }
    const QString name = arguments.takeFirst();
    if (name == "--help"_L1 || name == "-h"_L1) {
        printUsage(stdout);
        return commands::Done;
    }
    if (name == "--version"_L1) {
        commands::printLine(stdout, QString::fromLatin1(kVersion));
        return commands::Done;
    }
    for (const commands::Command &command : allCommands()) {
        if (command.name == name)
            return command.run(arguments);
    }
    return commands::report(u"there is no command '%1'; see plexichat-server --help"_s.arg(name), commands::WrongUsage);
}
