// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/identity_tickets.h"
#include "server/services/users_service.h"

namespace plexi::services {

/**
 * The account of somebody who comes from a provider for the first time: with a user name that is free and like what the
 * provider calls the person, with the address where it is nobody's yet (it is no proof of being that somebody), and with
 * no password. Reads @p connection, which is the writer's.
 */
Result<NewAccount> accountFor(store::Connection &connection, const ProvenIdentity &identity);

} // namespace plexi::services
