// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/file_storage.h"
#include "server/store/database.h"

namespace plexi::services {

/**
 * The conversations of the reference's own world (contract, section 1), which `serve --dev` makes so that each example of
 * the reference runs as printed. Its people and `general` are made before it.
 */
class DevWorldService
{
public:
    /** @p database is not owned and outlives the service. */
    explicit DevWorldService(store::Database &database) : m_database(database) { }

    /**
     * Makes channel_123 and channel_456, with @p admin (their owner) and @p user in both, and msg_123, msg_456 (by
     * @p admin) and msg_789 (by @p user) in the first. Does nothing where channel_123 is there. Blocks.
     */
    Result<> create(UserId admin, UserId user);

    /** Adds file_123, a small PDF of @p uploader's in channel_123, where it is not there. Blocks. */
    Result<> addFile(files::FileStorage &storage, UserId uploader);

private:
    store::Database &m_database;
};

} // namespace plexi::services
