// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile_paths.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace plexi::app {

ProfilePaths ProfilePaths::forProfile(const QString &name)
{
    const QString profile = name.isEmpty() ? u"default"_s : name;
    const auto below = [&profile](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + "/plexichat/"_L1 + profile;
    };
    return {.profile = profile,
            .configDirectory = below(QStandardPaths::GenericConfigLocation),
            .dataDirectory = below(QStandardPaths::GenericDataLocation)};
}

QString ProfilePaths::cacheFile(const QString &key) const
{
    // Names of people and servers are nobody's business who lists the folder.
    const QByteArray name = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return dataDirectory + "/cache/"_L1 + QString::fromLatin1(name) + ".db"_L1;
}

bool ProfilePaths::isValidName(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}\\z"_s);
    return pattern.match(name).hasMatch();
}

} // namespace plexi::app
