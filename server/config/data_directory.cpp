// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/data_directory.h"

#include "server/config/file_lock.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace plexi::config {

namespace {

constexpr QLatin1StringView kLockName{"server.lock"};
constexpr QLatin1StringView kDevMark{"dev-world"};
constexpr QLatin1StringView kDatabaseName{"plexichat.db"};

Error directoryError(const QString &sentence)
{
    return {.code = ErrorCode::ServiceUnavailable, .message = sentence};
}

bool isEmptyButForTheLock(const QDir &directory)
{
    const QStringList names = directory.entryList(QDir::AllEntries | QDir::Hidden | QDir::System
                                                  | QDir::NoDotAndDotDot);
    return names.isEmpty() || names == QStringList{kLockName};
}

Result<> checkWorld(const QDir &directory, World world)
{
    const bool marked = directory.exists(kDevMark);
    if (world == World::Normal) {
        if (marked) {
            return fail(
                directoryError(u"%1 was made with --dev and holds well-known passwords: use another directory"_s.arg(
                    directory.path())));
        }
        return {};
    }
    if (marked)
        return {};
    if (!isEmptyButForTheLock(directory)) {
        return fail(directoryError(
            u"%1 was not made with --dev: --dev wants its own directory or an empty one"_s.arg(directory.path())));
    }
    QSaveFile mark(directory.filePath(kDevMark));
    if (!mark.open(QIODevice::WriteOnly) || mark.write("Made by plexichat-server serve --dev\n") < 0 || !mark.commit())
        return fail(directoryError(u"%1: %2"_s.arg(mark.fileName(), mark.errorString())));
    return {};
}

} // namespace

DataDirectory::DataDirectory(QString path, std::unique_ptr<FileLock> lock)
    : m_path(std::move(path)), m_lock(std::move(lock))
{
}

DataDirectory::~DataDirectory() = default;

QString DataDirectory::filePath(const QString &name) const
{
    return QDir(m_path).filePath(name);
}

QString DataDirectory::databasePath(const QString &path)
{
    return QDir(path).filePath(kDatabaseName);
}

Result<std::unique_ptr<DataDirectory>> DataDirectory::open(const QString &path, World world)
{
    const QDir directory(QDir(path).absolutePath());
    const QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!directory.exists()
        && (!QDir().mkpath(directory.path()) || !QFile::setPermissions(directory.path(), ownerOnly)))
        return fail(directoryError(u"%1 cannot be made: check the path and its permissions"_s.arg(directory.path())));

    auto lock = std::make_unique<FileLock>();
    switch (lock->acquire(directory.filePath(kLockName))) {
    case FileLock::Outcome::Acquired:
        break;
    case FileLock::Outcome::Held:
        return fail(directoryError(u"another server is running on %1"_s.arg(directory.path())));
    case FileLock::Outcome::Failed:
        return fail(directoryError(u"%1 is not writable"_s.arg(directory.path())));
    }
    if (auto checked = checkWorld(directory, world); !checked)
        return fail(checked.error());
    return std::unique_ptr<DataDirectory>(new DataDirectory(directory.path(), std::move(lock)));
}

Result<QString> DataDirectory::existing(const QString &path)
{
    const QDir directory(QDir(path).absolutePath());
    if (!directory.exists(kDatabaseName))
        return fail(directoryError(u"%1 holds no PlexiChat database"_s.arg(directory.path())));
    return directory.path();
}

} // namespace plexi::config
