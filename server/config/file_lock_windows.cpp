// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/file_lock.h"

#include <windows.h>

namespace plexi::config {

FileLock::~FileLock()
{
    if (m_handle != -1)
        ::CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

FileLock::Outcome FileLock::acquire(const QString &path)
{
    // No sharing: a second open of the same file fails for as long as this handle is open.
    const HANDLE handle = ::CreateFileW(reinterpret_cast<LPCWSTR>(path.utf16()), GENERIC_READ | GENERIC_WRITE, 0,
                                        nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return ::GetLastError() == ERROR_SHARING_VIOLATION ? Outcome::Held : Outcome::Failed;
    m_handle = reinterpret_cast<qintptr>(handle);
    return Outcome::Acquired;
}

} // namespace plexi::config
