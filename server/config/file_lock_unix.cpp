// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/file_lock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace plexi::config {

FileLock::~FileLock()
{
    if (m_handle >= 0)
        ::close(static_cast<int>(m_handle));
}

FileLock::Outcome FileLock::acquire(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Outcome::Failed;
    // flock, not fcntl: it is not lost when some other part of the process closes the same file.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const Outcome outcome = errno == EWOULDBLOCK ? Outcome::Held : Outcome::Failed;
        ::close(descriptor);
        return outcome;
    }
    m_handle = descriptor;
    return Outcome::Acquired;
}

} // namespace plexi::config
