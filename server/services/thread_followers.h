// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/message.h"

/**
 * Who comes to follow a thread without asking for it: with the first reply its author and those whom the root names, with
 * each reply its author and those whom it names. Named is who is meant by name; @channel and @here make nobody follow. Who
 * has left a thread comes back to it by replying or by being named again.
 *
 * All run within the transaction of the change, on the writer's thread.
 */
namespace plexi::services {

/** @p reply was added to the thread of @p root. */
Result<> followReply(store::Connection &connection, const protocol::Message &root, const protocol::Message &reply);
/** @p reply was edited, and may name others than before. */
Result<> followEdit(store::Connection &connection, const protocol::Message &reply);
/** @p reply was deleted. */
Result<> forgetReply(store::Connection &connection, const protocol::Message &reply);

} // namespace plexi::services
