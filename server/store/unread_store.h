// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/unread.h"

/** What people have not read, in all of their channels at once. Takes any connection; fails as Connection::run does. */
namespace plexi::store::unread {

/**
 * The channels that the person is in and has not read to their end, by id, with what they have outside threads. Channels in
 * which nothing came since the marker cost one row each.
 */
Result<QList<protocol::UnreadChannel>> channels(Connection &connection, UserId member);

} // namespace plexi::store::unread
