// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plexi::config {

/** An exclusive lock on a file that the operating system drops when the process ends, however it ends. */
class FileLock
{
public:
    enum class Outcome { Acquired, Held, Failed };

    FileLock() = default;
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    /** Makes the file where it is missing. Does not wait. */
    Outcome acquire(const QString &path);

private:
    qintptr m_handle = -1;
};

} // namespace plexi::config
