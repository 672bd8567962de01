// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/password_hasher.h"
#include "server/security/token_signer.h"
#include "server/services/accounts_service.h"
#include "server/services/api_keys_service.h"
#include "server/services/auth_service.h"
#include "server/services/bots_service.h"
#include "server/services/invites_service.h"
#include "server/services/passwords_service.h"
#include "server/services/registration_service.h"
#include "server/services/second_factors_service.h"
#include "server/services/sessions_service.h"
#include "server/services/sms_factor_service.h"
#include "server/services/user_administration.h"
#include "server/services/users_service.h"
#include "server/store/database.h"
#include "tests/support/recording_publisher.h"

#include <QCoro/QCoroTask>
#include <QTemporaryDir>

#include <memory>

namespace plexi::test {

/**
 * The services of accounts on a database of their own, with a clock that stands still. One thread's, with an event
 * loop.
 */
class AccountsWorld
{
public:
    /** With a command that sends text messages where there is one. */
    explicit AccountsWorld(security::SmsCommand::Options sms = {});
    Q_DISABLE_COPY_MOVE(AccountsWorld)

    static constexpr auto kPassword = u"a good long password";

    store::Database &database() { return *m_database; }
    const services::AuditService &audit() const { return *m_audit; }
    QString directory() const { return m_directory.path(); }
    Timestamp now() const { return m_now; }
    void advance(qint64 seconds) { m_now = m_now.plusSeconds(seconds); }

    /** Whether and how strangers make accounts here, by a policy of the test's choice. */
    std::unique_ptr<services::RegistrationService> registration(services::RegistrationService::Policy policy);

    /** Makes an account with kPassword. */
    UserId person(const QString &username, const QString &role = QStringLiteral("user"));

    template <typename T>
    Result<T> run(QCoro::Task<Result<T>> task)
    {
        return QCoro::waitFor(std::move(task));
    }

    services::AuthService::SignIn signInRequest(const QString &login, const QString &password = QString(kPassword),
                                                bool rememberMe = false) const;
    /** Signs in with kPassword; fails the program where that fails. */
    services::AuthService::SignedIn signIn(const QString &login, bool rememberMe = false);
    /** The whole of a sign-in that needs no second factor. */
    Result<services::AuthService::SignedIn> trySignIn(services::AuthService::SignIn request);
    /** Who an access token or a key stands for; fails the program where it stands for nobody. */
    security::Principal principal(const QString &token);
    /** The code that a credential is refused with; nothing where it is good. */
    std::optional<ErrorCode> refusal(security::Credential::Kind kind, const QString &secret);
    std::optional<ErrorCode> tokenRefusal(const QString &token)
    {
        return refusal(security::Credential::Kind::Bearer, token);
    }

private:
    QTemporaryDir m_directory;
    Timestamp m_now{1'760'000'000'000};
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<services::AuditService> m_audit;
    std::unique_ptr<security::SmsCommand> m_smsCommand;
    std::unique_ptr<services::SmsCodes> m_smsCodes;
    std::unique_ptr<services::SecondFactorCodes> m_codes;
    std::unique_ptr<security::TokenSigner> m_signer;

public:
    RecordingPublisher publisher;
    security::PasswordHasher hasher{{}};
    /** Called for each account that is made; does nothing at first. */
    services::UsersService::AccountHook onAccountMade;
    std::unique_ptr<services::UsersService> users;
    std::unique_ptr<services::UserAdministration> administration;
    std::unique_ptr<services::AuthService> auth;
    std::unique_ptr<services::ApiKeysService> apiKeys;
    std::unique_ptr<services::SecondFactorsService> secondFactors;
    std::unique_ptr<services::SmsFactorService> smsFactor;
    std::unique_ptr<services::SessionsService> sessions;
    std::unique_ptr<services::PasswordsService> passwords;
    std::unique_ptr<services::ChannelsService> channels;
    std::unique_ptr<services::MembersService> members;
    std::unique_ptr<services::AccountsService> accounts;
    std::unique_ptr<services::InvitesService> invites;
    std::unique_ptr<services::BotsService> bots;
};

} // namespace plexi::test
