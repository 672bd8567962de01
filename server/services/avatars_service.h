// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/inspector.h"
#include "server/security/principal.h"
#include "server/services/users_service.h"
#include "server/store/avatars_store.h"

namespace plexi::services {

/** People's pictures: made anew in the helper process, so that nothing of the original's bytes is kept. Thread-safe. */
class AvatarsService
{
public:
    /** Pixels of a side. */
    static constexpr int kSize = 512;
    /** Bytes of an original. */
    static constexpr qint64 kMaxOriginal = qint64(8) << 20;

    /** The references are not owned and outlive the service. */
    AvatarsService(store::Database &database, files::Inspector &inspector, UsersService &users);

    /** UnsupportedMediaType, ValidationError or ServiceUnavailable, as the inspector says. The profile as it is then. */
    QCoro::Task<Result<protocol::User>> set(security::Principal caller, QByteArray original);
    /** Also where there was none. */
    QCoro::Task<Result<>> remove(security::Principal caller);
    /** NotFound where there is no such person, or no picture. */
    Result<store::avatars::Row> find(UserId user);

private:
    store::Database &m_database;
    files::Inspector &m_inspector;
    UsersService &m_users;
};

} // namespace plexi::services
