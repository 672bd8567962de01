// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/durable.h"

#include <QDir>

#include <io.h>
#include <windows.h>

namespace plexi::files {

bool syncFile(QFile &file)
{
    return file.flush() && FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())));
}

bool syncFolder(const QString &)
{
    // NTFS keeps its journal by itself, and MOVEFILE_WRITE_THROUGH waits for it.
    return true;
}

bool replaceFile(const QString &from, const QString &to)
{
    const auto native = [](const QString &path) {
        return QDir::toNativeSeparators(path).toStdWString();
    };
    return MoveFileExW(native(from).c_str(), native(to).c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
}

bool linkFile(const QString &from, const QString &to)
{
    return QFile::copy(from, to);
}

} // namespace plexi::files
