// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/store/database.h"
#include "server/store/threads_store.h"
#include "shared/protocol/thread.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace plexi::services {

/**
 * The threads that people follow, and how far they have read in them; who follows without asking is said in
 * thread_followers.h. A thread is named by its root or by any of its replies. Thread-safe. Coroutines need an event loop on the calling thread and resume there, once the change is on disk.
 *
 * Errors: NotFound for what the caller may not see, InsufficientPermissions for who is no member of the channel.
 */
class ThreadsService
{
public:
    /** Not owned; outlives the service. */
    explicit ThreadsService(store::Database &database) : m_database(database) { }

    /** What the caller follows, with newest replies below @p before, the newest first. */
    Result<protocol::ThreadPage> list(security::Principal caller, store::threads::Filter filter,
                                      std::optional<MessageId> before, qint64 limit);
    Result<protocol::ThreadState> state(security::Principal caller, MessageId message);

    /** From then on, all there is having been read. NotFound for a thread whose root was deleted. */
    QCoro::Task<Result<protocol::ThreadState>> follow(security::Principal caller, MessageId message);
    QCoro::Task<Result<>> unfollow(security::Principal caller, MessageId message);

    /**
     * Moves the marker to @p upTo, forth or back: a reply, or the root for "nothing is read"; without it to the newest
     * reply. Does nothing for who does not follow. NotFound where @p upTo is not of this thread.
     */
    QCoro::Task<Result<protocol::ThreadState>> markRead(security::Principal caller, MessageId message,
                                                        std::optional<MessageId> upTo);

private:
    store::Database &m_database;
};

} // namespace plexi::services
