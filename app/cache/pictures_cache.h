// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"

namespace plexi::app::cache {

/** All pictures together may take this many bytes; those that were not asked for the longest go first. */
inline constexpr qint64 kPicturesLimit = qint64(64) * 1024 * 1024;

/** A picture as the server sent it. */
struct Picture {
    QByteArray bytes;
    /** The day on which it was last asked for, counted from 1970. */
    qint64 usedOn = 0;
};

/** @p name: as ServerImages::take() has it. */
Result<std::optional<Picture>> readPicture(Database &database, const QString &name);
/** In the place of what had this name, and of what is beside it: "person/ID/NEW" takes that of "person/ID/OLD". */
Result<> writePicture(Database &database, const QString &name, const Picture &picture, qint64 limit = kPicturesLimit);
Result<> usePicture(Database &database, const QString &name, qint64 day);
Result<> removePictures(Database &database);
/** Bytes, of all of them. */
Result<qint64> picturesSize(Database &database);

} // namespace plexi::app::cache
