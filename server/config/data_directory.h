// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QString>

#include <memory>

namespace plexi::config {

class FileLock;

/** Which kind of server a data directory belongs to: the mark that keeps the `--dev` world out of real ones. */
enum class World { Normal, Dev };

/**
 * The folder that holds everything a server keeps. While the object lives, the folder is this process's: a second server
 * on it is refused. The lock belongs to the process, so that a killed one leaves nothing to clean up.
 */
class DataDirectory
{
public:
    /**
     * Makes the folder (mode 0700) where it is missing and takes the lock. Refuses a folder that another server holds,
     * a marked one without `--dev`, and an unmarked one that is not empty with it (contract, section 9).
     */
    static Result<std::unique_ptr<DataDirectory>> open(const QString &path, World world);
    ~DataDirectory();
    Q_DISABLE_COPY_MOVE(DataDirectory)

    const QString &path() const { return m_path; }
    QString databasePath() const { return databasePath(m_path); }
    QString filePath(const QString &name) const;

    /** For commands that only look or that go beside a running server: no lock, but the folder must hold a database. */
    static Result<QString> existing(const QString &path);
    static QString databasePath(const QString &path);

private:
    DataDirectory(QString path, std::unique_ptr<FileLock> lock);

    QString m_path;
    std::unique_ptr<FileLock> m_lock;
};

} // namespace plexi::config
