// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/blob_store.h"
#include "server/store/database.h"

#include <QStringList>

namespace plexi::services {

/**
 * What `doctor` checks of the files: that every blob the database knows is there, and has the size and the SHA-256 that it
 * is known by. A line for each finding. Reads all of it; changes nothing, and works beside a running server. Blobs that
 * the database does not know are none: a running server is about to tell it of them, and a stopped one's next start
 * takes them away.
 */
Result<QStringList> checkFiles(store::Connection &connection, const files::BlobStore &blobs);

} // namespace plexi::services
