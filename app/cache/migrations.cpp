// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/migrations.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace plexi::app::cache {

namespace {

const QString kFolder = u":/plexichat/cache/migrations"_s;

QStringList scripts()
{
    return QDir(kFolder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

} // namespace

int latestVersion()
{
    return static_cast<int>(scripts().size());
}

Result<> migrate(Database &database)
{
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return std::unexpected(version.error());
    const QStringList names = scripts();
    if (*version > names.size())
        return fail(Error::internal(u"The cache was written by a newer version of this program"_s));
    for (qsizetype next = *version; next < names.size(); ++next) {
        QFile file(kFolder + u'/' + names[next]);
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::internal(file.errorString()));
        const QByteArray stamp = "PRAGMA user_version = " + QByteArray::number(next + 1) + ";";
        if (auto done = database.script("BEGIN IMMEDIATE;" + file.readAll() + stamp + "COMMIT;"); !done) {
            (void)database.script("ROLLBACK;");
            return done;
        }
    }
    return {};
}

} // namespace plexi::app::cache
