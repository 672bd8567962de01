// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/durable.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace plexi::files {

bool syncFile(QFile &file)
{
    return file.flush() && fdatasync(file.handle()) == 0;
}

namespace {

bool copyFile(const QString &from, const QString &to)
{
    QFile copy(to);
    return QFile::copy(from, to) && copy.open(QIODevice::ReadWrite) && syncFile(copy);
}

} // namespace

bool syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool isSynced = fsync(folder) == 0;
    ::close(folder);
    return isSynced;
}

bool replaceFile(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

bool linkFile(const QString &from, const QString &to)
{
    return ::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0 || copyFile(from, to);
}

} // namespace plexi::files
