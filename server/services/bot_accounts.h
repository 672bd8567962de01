// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/services/audit_service.h"
#include "server/store/users_store.h"

/** What is special about accounts of bots: who looks after them, and that they stop with their owner. */
namespace plexi::services {

/**
 * The bot where the caller looks after it: its owner or, with the right to change people, anybody. NotFound for what is
 * no bot; InsufficientPermissions for another's, and for one that may do more than the caller.
 */
Result<store::users::Row> managedBot(store::Connection &connection, const security::Principal &caller, UserId bot);

/**
 * Deactivates the person's bots, whose keys the person knows; which those are. On the writer's thread. Their sockets are
 * for the caller to close.
 */
Result<QList<UserId>> stopBotsOf(store::WriteTransaction &transaction, const AuditService &audit,
                                 const AuditOrigin &origin, UserId owner);

} // namespace plexi::services
