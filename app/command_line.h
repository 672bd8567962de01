// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace plexi::app {

/** The command line of `plexichat`. */
struct CommandLine {
    enum class Wish { Run, Help, Version, WrongUsage };

    Wish wish = Wish::Run;
    /** Empty for the default one. */
    QString profile;
    /** Sign in to this server at the start, as PLEXICHAT_USERNAME with PLEXICHAT_PASSWORD; empty for none. */
    QString signInAddress;
    /** A plexichat:// link to follow; empty for none. */
    QString link;
    /** The help, or what is wrong. */
    QString text;

    /** @p arguments: all of them, the program's name first. */
    static CommandLine parse(const QStringList &arguments);
};

} // namespace plexi::app
