// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/durable.h"

#include <fcntl.h>

namespace plexi::files {

void writeOut(QFile &file, qint64 offset, qint64 length)
{
    // Neither the file's metadata nor the disk's own cache, which are what makes fdatasync() dear (sync_file_range(2)).
    (void)sync_file_range(file.handle(), offset, length,
                          SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
}

} // namespace plexi::files
