// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/first_accounts.h"

#include "server/security/crypto.h"
#include "server/security/password_hasher.h"
#include "server/security/permissions.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

using store::WriteTransaction;

namespace {

// 124 bits, 21 characters.
constexpr qsizetype kInitialPasswordBytes = 15;

} // namespace

FirstAccounts::FirstAccounts(store::Database &database, UsersService &users, const QString &dataDirectory)
    : m_database(database), m_users(users), m_initialPassword(dataDirectory)
{
}

Result<std::optional<QString>> FirstAccounts::createAdmin()
{
    const auto admins = store::users::countAdmins(m_database.reader());
    if (!admins)
        return fail(admins.error());
    if (*admins > 0)
        return std::nullopt;
    QString password = QString::fromLatin1(security::base62(security::randomBytes(kInitialPasswordBytes)));
    const auto hash = security::PasswordHasher::hashAndWait(password);
    if (!hash)
        return fail(hash.error());
    if (const auto written = m_initialPassword.write(password); !written)
        return fail(written.error());
    const NewAccount account{.username = InitialAdminPassword::kUsername,
                             .email = {},
                             .displayName = u"Administrator"_s,
                             .passwordHash = *hash,
                             .roles = {security::roleName(security::Role::Admin)}};
    const auto made = m_database.writeAndWait(
        [&](WriteTransaction &transaction) { return m_users.insertAccount(transaction, account); });
    if (!made)
        return fail(made.error());
    return password;
}

Result<> FirstAccounts::createDevelopmentWorld()
{
    struct Person {
        UserId id;
        QString username;
        QString password;
        QString displayName;
        security::Role role;
    };
    const Person people[] = {
        {kDevelopmentAdmin, u"admin"_s, u"admin123"_s, u"Administrator"_s, security::Role::Admin},
        {kDevelopmentUser, u"john"_s, u"john12345"_s, u"John"_s, security::Role::User},
    };
    for (const Person &person : people) {
        const auto known = store::users::find(m_database.reader(), person.id);
        if (!known)
            return fail(known.error());
        if (*known)
            continue;
        const auto hash = security::PasswordHasher::hashAndWait(person.password);
        if (!hash)
            return fail(hash.error());
        const NewAccount account{
            .id = person.id,
            .username = person.username,
            .email = person.username + "@example.com"_L1,
            .displayName = person.displayName,
            .passwordHash = *hash,
            .roles = {security::roleName(person.role)},
            .preferences = {{"theme"_L1, "dark"_L1}, {"language"_L1, "en"_L1}, {"notifications"_L1, true}}};
        const auto made = m_database.writeAndWait(
            [&](WriteTransaction &transaction) { return m_users.insertAccount(transaction, account); });
        if (!made)
            return fail(made.error());
    }
    return {};
}

} // namespace plexi::services
