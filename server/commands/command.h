// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstdio>
#include <functional>
#include <vector>

/** The command line of plexichat-server (contract, section 7). */
namespace plexi::commands {

/** What the process returns: 0 done, 1 failed (one sentence on standard error), 2 wrong usage. */
enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2 };

struct Command {
    QString name;
    QString summary;
    /** @p arguments: those after the command's name. */
    std::function<int(const QStringList &arguments)> run;
};

/** Prints one line to a standard stream and flushes it, since a parent process may be waiting for it. */
void printLine(std::FILE *stream, const QString &line);

/** Prints "plexichat-server: SENTENCE" to standard error and returns @p status. */
int report(const QString &sentence, ExitStatus status = Failed);

int serve(const QStringList &arguments);
int doctor(const QStringList &arguments);
int user(const QStringList &arguments);

} // namespace plexi::commands
