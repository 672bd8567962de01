// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

/** What makes changes of the file system outlive a power cut. Blocks; false where the system refuses. */
namespace plexi::files {

/** What was written to the open file. */
bool syncFile(QFile &file);
/**
 * Puts a part of the file on its way to the disk and waits until it is there, where the system can do that: so that
 * syncFile() finds little to do, and nobody else's syncing waits behind much. No promise of its own.
 */
void writeOut(QFile &file, qint64 offset, qint64 length);
/** What was made, renamed or removed in the folder. */
bool syncFolder(const QString &path);
/** In one step, also where there is a file at @p to already. */
bool replaceFile(const QString &from, const QString &to);
/** The same file under a second name, which is not there yet; a copy on file systems that know no such thing. */
bool linkFile(const QString &from, const QString &to);

} // namespace plexi::files
