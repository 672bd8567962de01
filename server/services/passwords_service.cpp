// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/passwords_service.h"

#include "server/services/account_rules.h"
#include "server/store/sessions_store.h"
#include "server/store/users_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace sessions = store::sessions;
namespace users = store::users;
using security::Principal;
using store::WriteTransaction;

PasswordsService::PasswordsService(store::Database &database, security::PasswordHasher &hasher, AuthService &auth,
                                   realtime::EventPublisher &publisher, const AuditService &audit,
                                   const QString &dataDirectory)
    : m_database(database), m_hasher(hasher), m_auth(auth), m_publisher(publisher), m_audit(audit),
      m_initialPassword(dataDirectory)
{
}

QCoro::Task<Result<qint64>> PasswordsService::change(Principal caller, protocol::PasswordChange change,
                                                     QHostAddress address)
{
    const auto verified = co_await m_auth.checkPassword(caller, change.currentPassword, address);
    if (!verified)
        co_return fail(verified.error());
    const auto user = users::find(m_database.reader(), caller.userId);
    if (!user)
        co_return fail(user.error());
    const QString email = *user ? (*user)->email : QString();
    if (const auto good = checkNewPassword(change.newPassword, {caller.username, email}, u"new_password"_s); !good)
        co_return fail(good.error());
    if (change.newPassword == change.currentPassword)
        co_return fail(Error::validation(u"new_password"_s, u"Must be another one than the current password"_s));
    const auto hash = co_await m_hasher.hash(change.newPassword);
    if (!hash)
        co_return fail(hash.error());

    const SessionId session = *caller.sessionId;
    auto job = [this, user = caller.userId, session, hash = *hash, oldHash = *verified,
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<qint64> {
        store::Connection &connection = transaction.connection();
        // Meanwhile an admin may have set another one, or the session may have been ended: that stands.
        const auto row = users::find(connection, user);
        if (!row)
            return fail(row.error());
        const auto alive = sessions::find(connection, session);
        if (!alive)
            return fail(alive.error());
        if (!*row || !(*row)->isActive || (*row)->passwordHash != oldHash || !*alive)
            return fail({.code = ErrorCode::InvalidToken, .message = u"The session has ended"_s});
        if (const auto stored = users::setPasswordHash(connection, user, hash); !stored)
            return fail(stored.error());
        const auto ended = sessions::removeOthers(connection, user, session);
        if (!ended)
            return fail(ended.error());
        if (const auto told = m_audit.record(transaction, origin, audit_action::kPasswordChanged, user); !told)
            return fail(told.error());
        transaction.afterCommit([this, ended = *ended] {
            for (const SessionId each : ended)
                m_publisher.endSession(each);
        });
        return ended->size();
    };
    const Result<qint64> ended = co_await m_database.write(std::move(job));
    if (ended)
        m_initialPassword.forgetFor(caller.username);
    co_return ended;
}

} // namespace plexi::services
