// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/command.h"

namespace plexi::commands {

void printLine(std::FILE *stream, const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stream);
    std::fflush(stream);
}

int report(const QString &sentence, ExitStatus status)
{
    printLine(stderr, QStringLiteral("plexichat-server: ") + sentence);
    return status;
}

} // namespace plexi::commands
