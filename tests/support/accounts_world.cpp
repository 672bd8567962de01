// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accounts_world.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

AccountsWorld::AccountsWorld(security::SmsCommand::Options sms)
{
    auto database = store::Database::open({.path = m_directory.filePath(u"plexichat.db"_s)});
    if (!database)
        qFatal("%ls", qUtf16Printable(database.error().message));
    m_database = std::move(*database);
    auto keys = security::KeyRing::loadOrCreate(m_directory.filePath(u"secret.key"_s));
    if (!keys)
        qFatal("%ls", qUtf16Printable(keys.error().message));
    const auto clock = [this] {
        return m_now;
    };
    m_audit = std::make_unique<services::AuditService>(*m_database, *keys, clock);
    m_smsCommand = std::make_unique<security::SmsCommand>(std::move(sms));
    m_smsCodes = std::make_unique<services::SmsCodes>(security::SecretBox(*keys), *m_smsCommand, clock);
    m_codes = std::make_unique<services::SecondFactorCodes>(security::SecretBox(*keys), *m_smsCodes, clock);
    m_signer = std::make_unique<security::TokenSigner>(std::move(*keys));
    const auto hook = [this](store::WriteTransaction &transaction, UserId user) -> Result<> {
        return onAccountMade ? onAccountMade(transaction, user) : Result<>();
    };
    users = std::make_unique<services::UsersService>(*m_database, *m_audit, hook);
    administration = std::make_unique<services::UserAdministration>(*m_database, *users, *m_audit, m_directory.path());
    services::AuthService::Options options;
    options.clock = clock;
    auth = std::make_unique<services::AuthService>(*m_database, hasher, *m_signer, publisher, *m_codes, *m_smsCodes,
                                                   *m_audit, options);
    apiKeys = std::make_unique<services::ApiKeysService>(*m_database, publisher, *auth, *m_audit, clock);
    secondFactors = std::make_unique<services::SecondFactorsService>(*m_database, *auth, *m_codes, *m_smsCodes,
                                                                     *m_audit, clock);
    smsFactor = std::make_unique<services::SmsFactorService>(
        services::SmsFactorService::Parts{*m_database, *auth, *m_codes, *m_smsCodes, *m_audit}, clock);
    sessions = std::make_unique<services::SessionsService>(*m_database, publisher, *m_audit, clock);
    passwords = std::make_unique<services::PasswordsService>(*m_database, hasher, *auth, publisher, *m_audit,
                                                             m_directory.path());
    channels = std::make_unique<services::ChannelsService>(*m_database, publisher);
    members = std::make_unique<services::MembersService>(*m_database, publisher, *channels,
                                                         [this](UserId user) { return users->profile(user); });
    accounts = std::make_unique<services::AccountsService>(
        services::AccountsService::Parts{*m_database, hasher, publisher, *auth, *m_audit, *users, *channels, *members},
        m_directory.path());
    bots = std::make_unique<services::BotsService>(
        services::BotsService::Parts{*m_database, *m_audit, *users, *accounts, *apiKeys, *channels});
    invites = std::make_unique<services::InvitesService>(*m_database, *m_audit, clock);
}

std::unique_ptr<services::RegistrationService> AccountsWorld::registration(services::RegistrationService::Policy policy)
{
    return std::make_unique<services::RegistrationService>(*m_database, hasher, *users, *invites, policy);
}

UserId AccountsWorld::person(const QString &username, const QString &role)
{
    const auto added = administration->add({.username = username,
                                            .password = QString(kPassword),
                                            .role = role,
                                            .email = username + "@example.com"_L1,
                                            .displayName = {}});
    if (!added)
        qFatal("%ls", qUtf16Printable(added.error().message));
    return *added;
}

services::AuthService::SignIn AccountsWorld::signInRequest(const QString &login, const QString &password,
                                                           bool rememberMe) const
{
    return {.login = login,
            .password = password,
            .rememberMe = rememberMe,
            .address = QHostAddress(u"192.0.2.1"_s),
            .userAgent = u"test"_s};
}

services::AuthService::SignedIn AccountsWorld::signIn(const QString &login, bool rememberMe)
{
    auto signedIn = trySignIn(signInRequest(login, QString(kPassword), rememberMe));
    if (!signedIn)
        qFatal("%ls", qUtf16Printable(signedIn.error().message));
    return std::move(*signedIn);
}

Result<services::AuthService::SignedIn> AccountsWorld::trySignIn(services::AuthService::SignIn request)
{
    auto outcome = run(auth->signIn(std::move(request)));
    if (!outcome)
        return fail(outcome.error());
    return std::get<services::AuthService::SignedIn>(std::move(*outcome));
}

security::Principal AccountsWorld::principal(const QString &token)
{
    const auto found = auth->authenticate({.kind = security::Credential::Kind::AccessTokenOrApiKey, .secret = token});
    if (!found)
        qFatal("%ls", qUtf16Printable(found.error().message));
    return *found;
}

std::optional<ErrorCode> AccountsWorld::refusal(security::Credential::Kind kind, const QString &secret)
{
    const auto found = auth->authenticate({.kind = kind, .secret = secret});
    return found ? std::nullopt : std::optional(found.error().code);
}

} // namespace plexi::test
