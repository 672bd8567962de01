// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/avatars_service.h"

#include "server/security/crypto.h"

namespace plexi::services {

namespace avatars = store::avatars;

AvatarsService::AvatarsService(store::Database &database, files::Inspector &inspector, UsersService &users)
    : m_database(database), m_inspector(inspector), m_users(users)
{
}

QCoro::Task<Result<protocol::User>> AvatarsService::set(security::Principal caller, QByteArray original)
{
    const Result<files::Picture> picture = co_await m_inspector.avatar(original, kSize);
    if (!picture)
        co_return fail(picture.error());
    const avatars::Row row{.contentType = QString::fromLatin1(picture->contentType), .bytes = picture->bytes};
    const QString key = QString::fromLatin1(security::sha256(picture->bytes).toHex().first(16));
    const UserId user = caller.userId;
    auto job = [user, row, key](store::WriteTransaction &transaction) {
        return avatars::set(transaction.connection(), user, row, key);
    };
    const Result<> stored = co_await m_database.write(std::move(job));
    if (!stored)
        co_return fail(stored.error());
    Result<protocol::User> profile = m_users.ownProfile(caller);
    co_return profile;
}

QCoro::Task<Result<>> AvatarsService::remove(security::Principal caller)
{
    const UserId user = caller.userId;
    auto job = [user](store::WriteTransaction &transaction) {
        return avatars::remove(transaction.connection(), user);
    };
    Result<> removed = co_await m_database.write(std::move(job));
    co_return removed;
}

Result<avatars::Row> AvatarsService::find(UserId user)
{
    auto row = avatars::find(m_database.reader(), user);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(Error::notFound(u"Avatar"));
    return std::move(**row);
}

} // namespace plexi::services
