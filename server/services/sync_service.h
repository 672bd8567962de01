// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/store/database.h"
#include "shared/protocol/sync.h"
#include "shared/protocol/unread.h"

namespace plexi::services {

/**
 * One question for all of a person's channels: what changed since the caller was last here? Channels that did not move cost
 * one row of an index, so that asking costs the same for a person of 5 channels as for one of 500. Thread-safe; blocks for
 * a read of the embedded database.
 *
 * Beside the channels that the caller is in, it tells of public channels that the request names.
 */
class SyncService
{
public:
    /** Not owned; outlives the service. */
    explicit SyncService(store::Database &database) : m_database(database) { }

    Result<protocol::SyncPage> changes(security::Principal caller, protocol::SyncRequest request);

    /** "Since you were away": what the caller's channels have beyond the read markers, and the threads they follow. */
    Result<protocol::UnreadSummary> unread(security::Principal caller);

private:
    store::Database &m_database;
};

} // namespace plexi::services
