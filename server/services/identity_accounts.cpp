// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/identity_accounts.h"

#include "server/security/password_hasher.h"
#include "server/services/account_rules.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

constexpr qsizetype kMaxName = 32;
constexpr int kMaxTries = 1'000;

/** What of @p text can be a user name; empty where nothing can. */
QString usernameFrom(const QString &text)
{
    QString name;
    // Decomposed, so that a letter stands apart from its accent, which is left out.
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_'
            || c == u'-';
        if (isPlain)
            name += c;
        else if (c.isSpace() && !name.isEmpty())
            name += u'.';
    }
    name.truncate(kMaxName);
    return checkedUsername(name).value_or(QString());
}

Result<QString> freeUsername(store::Connection &connection, const QString &wanted)
{
    for (int number = 1; number < kMaxTries; ++number) {
        const QString suffix = number == 1 ? QString() : u'-' + QString::number(number);
        QString candidate = wanted.left(kMaxName - suffix.size()) + suffix;
        const auto namesake = store::users::findByLogin(connection, candidate);
        if (!namesake)
            return fail(namesake.error());
        if (!*namesake)
            return candidate;
    }
    return fail({.code = ErrorCode::Conflict, .message = u"All user names like that one are taken"_s});
}

} // namespace

Result<NewAccount> accountFor(store::Connection &connection, const ProvenIdentity &identity)
{
    QString wanted = u"person"_s;
    for (const QString &text :
         {identity.preferredUsername.section(u'@', 0, 0), identity.verifiedEmail.section(u'@', 0, 0), identity.name}) {
        if (const QString name = usernameFrom(text); !name.isEmpty()) {
            wanted = name;
            break;
        }
    }
    const auto username = freeUsername(connection, wanted);
    if (!username)
        return fail(username.error());
    const QString email = checkedEmail(identity.verifiedEmail).value_or(QString());
    const auto isTaken = store::users::isEmailTaken(connection, email, UserId());
    if (!isTaken)
        return fail(isTaken.error());
    return NewAccount{.username = *username,
                      .email = *isTaken ? QString() : email,
                      .displayName = checkedDisplayName(identity.name).value_or(QString()),
                      .passwordHash = security::PasswordHasher::unmatchableHash(),
                      .roles = {u"user"_s},
                      .action = audit_action::kUserRegistered};
}

} // namespace plexi::services
