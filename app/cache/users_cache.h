// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/protocol/user.h"

namespace plexi::app::cache {

/** As they were last heard of, and offline. */
Result<QList<protocol::User>> readUsers(Database &database);
/** Without what is for the person and admins alone. */
Result<> writeUser(Database &database, const protocol::User &user);

} // namespace plexi::app::cache
