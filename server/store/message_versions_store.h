// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/message.h"

/** What messages said before they were edited. Each function fails as Connection::run does and on no other ground. */
namespace plexi::store::message_versions {

/** Newest first. */
Result<QList<protocol::MessageVersion>> list(Connection &connection, MessageId message);

/** Keeps what @p message says now, and of its versions the newest @p limit. On the writer's connection, inside a job. */
Result<> add(Connection &connection, const protocol::Message &message, qint64 limit);
/** The same. */
Result<> clear(Connection &connection, MessageId message);

} // namespace plexi::store::message_versions
