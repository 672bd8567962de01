// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/store/database.h"
#include "shared/protocol/pagination.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace plexi::services {

/**
 * Messages that a person wants to find again. Nobody else hears of them; they go with the message, and are hidden for as
 * long as their person cannot see its channel. Thread-safe. Coroutines need an event loop on the calling thread and resume
 * there, once the change is on disk.
 *
 * Errors: NotFound for what the caller may not see and for deleted messages, Conflict past kMaxBookmarks.
 */
class BookmarksService
{
public:
    /** Of one person. */
    static constexpr qint64 kMaxBookmarks = 10'000;

    /** Not owned; outlives the service. */
    explicit BookmarksService(store::Database &database) : m_database(database) { }

    /** Those of messages below @p before, newest message first. */
    Result<protocol::MessagePage> list(security::Principal caller, std::optional<MessageId> before, qint64 limit);

    /** The answer is the message. */
    QCoro::Task<Result<protocol::Message>> add(security::Principal caller, MessageId message);
    QCoro::Task<Result<>> remove(security::Principal caller, MessageId message);

private:
    store::Database &m_database;
};

} // namespace plexi::services
