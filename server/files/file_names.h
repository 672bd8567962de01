// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/** What people call their files, made harmless. No name of theirs is ever a name on the server's disk. */
namespace plexi::files {

/**
 * A name that every system takes and that shows what it is: without folders, control characters and marks that turn the
 * direction of text (they make "exe.gpj" of "jpg.exe"), at most 255 bytes of UTF-8 with its ending kept. "file" where
 * nothing is left.
 */
QString safeFileName(const QString &name);

enum class Disposition { Inline, Attachment };

/** The value of `Content-Disposition`: RFC 6266, the name by RFC 8187, and in ASCII for those who do not know that. */
QByteArray contentDisposition(Disposition disposition, const QString &name);

} // namespace plexi::files
