// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/registration_service.h"

#include "server/security/permissions.h"
#include "server/services/account_rights.h"
#include "server/services/account_rules.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

using store::WriteTransaction;

RegistrationService::RegistrationService(store::Database &database, security::PasswordHasher &hasher,
                                         UsersService &users, const InvitesService &invites, Policy policy)
    : m_database(database), m_hasher(hasher), m_users(users), m_invites(invites), m_policy(policy)
{
}

Result<> RegistrationService::checkAdmission(const std::optional<QString> &inviteCode)
{
    if (m_policy == Policy::Closed)
        return fail(Error::forbidden(u"Registration is closed; an admin can make an account"_s));
    if (!inviteCode) {
        return m_policy == Policy::Open
            ? Result<>()
            : fail(Error::validation(u"invite_code"_s, u"This server needs an invitation"_s));
    }
    const auto invite = m_invites.usable(m_database.reader(), *inviteCode);
    return invite ? Result<>() : fail(invite.error());
}

QCoro::Task<Result<protocol::User>> RegistrationService::signUp(protocol::NewUser person, QHostAddress address)
{
    if (const auto admitted = checkAdmission(person.inviteCode); !admitted)
        co_return fail(admitted.error());
    if (const auto name = checkedUsername(person.username); !name)
        co_return fail(name.error());
    if (const auto email = checkedEmail(person.email); !email)
        co_return fail(email.error());
    if (const auto good = checkNewPassword(person.password, {person.username, person.email}); !good)
        co_return fail(good.error());
    const auto hash = co_await m_hasher.hash(person.password);
    if (!hash)
        co_return fail(hash.error());
    const NewAccount account{.username = person.username,
                             .email = person.email,
                             .displayName = person.displayName,
                             .passwordHash = *hash,
                             .roles = {security::roleName(security::Role::User)},
                             .origin = {.address = address},
                             .action = audit_action::kUserRegistered};
    auto job = [this, account, code = person.inviteCode](WriteTransaction &transaction) {
        return insert(transaction, account, code);
    };
    Result<protocol::User> made = co_await m_database.write(std::move(job));
    co_return made;
}

Result<protocol::User> RegistrationService::insert(WriteTransaction &transaction, const NewAccount &account,
                                                   const std::optional<QString> &inviteCode)
{
    store::Connection &connection = transaction.connection();
    std::optional<InviteId> used;
    // Before the name: a code that was used up meanwhile does not tell which names are taken.
    if (inviteCode) {
        const auto invite = m_invites.usable(connection, *inviteCode);
        if (!invite)
            return fail(invite.error());
        used = invite->id;
    }
    const auto made = m_users.insertAccount(transaction, account);
    if (!made)
        return fail(made.error());
    if (used) {
        if (const auto counted = m_invites.use(transaction, *used, *made, account.origin.address); !counted)
            return fail(counted.error());
    }
    const auto row = existingAccount(connection, *made);
    if (!row)
        return fail(row.error());
    return m_users.wholeProfile(connection, *row);
}

} // namespace plexi::services
