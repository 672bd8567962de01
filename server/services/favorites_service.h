// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/store/database.h"
#include "shared/protocol/channel.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace plexi::services {

/**
 * Which of their channels people want at the top, in their own order. Thread-safe. Coroutines need an event loop on the
 * calling thread and resume there. Errors as MembersService has them; Conflict past kMaxFavorites.
 */
class FavoritesService
{
public:
    /** Of one person. */
    static constexpr qsizetype kMaxFavorites = 200;

    /** Not owned; outlives the service. */
    explicit FavoritesService(store::Database &database) : m_database(database) { }

    /** Puts the channel at @p position (from 0), at the end where that is beyond it or nothing; the others make room. */
    QCoro::Task<Result<protocol::Channel>> place(security::Principal caller, QString channel,
                                                 std::optional<qint64> position);
    QCoro::Task<Result<>> remove(security::Principal caller, QString channel);

private:
    store::Database &m_database;
};

} // namespace plexi::services
