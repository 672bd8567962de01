// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plexi::app {

/** Where a profile keeps its things. */
struct ProfilePaths {
    /** "default" or the name given on the command line. */
    QString profile;
    QString configDirectory;
    QString dataDirectory;

    /** @p name may be empty. Makes nothing. */
    static ProfilePaths forProfile(const QString &name);
    /** Letters, figures, '.', '_' and '-', at most 64, not beginning with a dot. */
    static bool isValidName(const QString &name);

    QString settingsFile() const { return configDirectory + QStringLiteral("/settings.ini"); }
    QString tokensFile() const { return configDirectory + QStringLiteral("/tokens.json"); }
    /** Words that the person has added to the dictionaries. */
    QString wordsFile() const { return dataDirectory + QStringLiteral("/words.txt"); }
    /** The cache of an account, which @p key names as in a TokenStore. */
    QString cacheFile(const QString &key) const;
    /** The data directory of the workspace hosted on this computer. */
    QString workspaceDirectory() const { return dataDirectory + QStringLiteral("/workspace"); }
    /** Unique for the profile; names the keychain's service and the single instance's socket. */
    QString instanceName() const { return QStringLiteral("plexichat-") + profile; }
};

} // namespace plexi::app
