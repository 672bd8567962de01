// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in from the welcome pages: by password, by a code after it, or with an account that is made for it.
#include "app/welcome_controller.h"

#include "app/net/error_text.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

using protocol::SecondFactor;

namespace {

/** Of an authenticator and of a text message; recovery codes are longer. */
constexpr qsizetype kDigits = 6;

/** People type them in groups. */
QString withoutBlanks(QString code)
{
    code.removeIf([](QChar letter) { return letter.isSpace(); });
    return code;
}

} // namespace

RememberedServer WelcomeController::serverFor(const QString &username) const
{
    const RememberedServer *known = m_servers.find(m_address);
    return {.address = m_address, .username = username, .isHosted = known && known->isHosted};
}

void WelcomeController::signIn(const QString &username, const QString &password, bool keepSignedIn)
{
    if (isBusy() || !m_api)
        return;
    setErrors({}, {}, {});
    if (username.trimmed().isEmpty() || password.isEmpty()) {
        setErrors({}, tr("Enter your user name and your password."), {});
        return;
    }
    runSignIn(username.trimmed(), password, keepSignedIn);
}

QCoro::Task<> WelcomeController::runSignIn(QString username, QString password, bool keep)
{
    const QPointer<WelcomeController> self(this);
    setBusy(1);
    m_username = username;
    const RememberedServer server = serverFor(username);
    const ApiResult<> entered = co_await enter(password, server, keep, QString());
    if (!self)
        co_return;
    setBusy(-1);
    if (!entered && !entered.error().secondStep)
        setErrors({}, errorText(entered.error()), {});
}

QCoro::Task<ApiResult<>> WelcomeController::enter(QString password, RememberedServer server, bool keep,
                                                  QString displayName)
{
    const QPointer<WelcomeController> self(this);
    const ApiResult<> accepted = co_await m_api->signIn(server.username, password, keep);
    if (!self)
        co_return cancelled();
    if (!accepted && accepted.error().secondStep) {
        m_secondStep = {
            .required = *accepted.error().secondStep, .server = server, .isKept = keep, .displayName = displayName};
        setErrors({}, {}, {});
        setStep(Code);
    }
    if (!accepted)
        co_return std::unexpected(accepted.error());
    ApiResult<> settled = co_await settle(server, keep, displayName);
    co_return settled;
}

QCoro::Task<ApiResult<>> WelcomeController::settle(RememberedServer server, bool keep, QString displayName)
{
    const QPointer<WelcomeController> self(this);
    ApiResult<protocol::User> user = co_await m_api->me();
    if (!self)
        co_return cancelled();
    if (user && !displayName.isEmpty() && user->displayName != displayName) {
        user = co_await m_api->setDisplayName(displayName);
        if (!self)
            co_return cancelled();
    }
    if (!user)
        co_return std::unexpected(user.error());
    server.username = user->username;
    if (server.name.isEmpty()) {
        const RememberedServer *known = m_servers.find(server.address);
        server.name = known ? known->name : serverHost();
    }
    if (m_isSignedIn(server.tokenKey())) {
        co_await m_api->signOut();
        if (!self)
            co_return cancelled();
        emit wasSignedIn(server.tokenKey());
        co_return ApiResult<>{};
    }
    if (keep) {
        const protocol::Tokens tokens = m_api->tokens();
        co_await keepTokens(server.tokenKey(), tokens);
        if (!self)
            co_return cancelled();
    }
    m_servers.remember(server);
    setErrors({}, {}, {});
    SignedIn account{.user = *user, .server = server};
    co_await announce(std::move(m_api), std::move(account), keep);
    co_return ApiResult<>{};
}

// The code after the password.

SecondFactor WelcomeController::SecondStep::methodOf(const QString &code) const
{
    const bool isShort = code.size() == kDigits
        && std::ranges::all_of(code, [](QChar letter) { return letter.isDigit(); });
    if (!isShort)
        return SecondFactor::RecoveryCode;
    return isByPhone || !required.methods.contains(SecondFactor::Totp) ? SecondFactor::Sms : SecondFactor::Totp;
}

QString WelcomeController::codeExplanation() const
{
    if (!m_secondStep)
        return {};
    const QList<SecondFactor> &methods = m_secondStep->required.methods;
    if (m_secondStep->isByPhone || (canSendCode() && !methods.contains(SecondFactor::Totp)))
        return tr("Enter the code that was sent to your phone.");
    return methods.contains(SecondFactor::Totp) ? tr("Enter the six-digit code that your authenticator app shows.")
                                                : tr("Enter one of your recovery codes.");
}

bool WelcomeController::canSendCode() const
{
    return m_secondStep && m_secondStep->required.methods.contains(SecondFactor::Sms);
}

void WelcomeController::setCodeError(const QString &text)
{
    m_codeError = text;
    emit errorsChanged();
}

void WelcomeController::enterCode(const QString &code)
{
    const QString entered = withoutBlanks(code);
    if (isBusy() || !m_api || !m_secondStep || entered.isEmpty())
        return;
    setCodeError({});
    runCode(entered);
}

QCoro::Task<> WelcomeController::runCode(QString code)
{
    const QPointer<WelcomeController> self(this);
    setBusy(1);
    const SecondStep step = *m_secondStep;
    const SecondFactor method = step.methodOf(code);
    ApiResult<> entered = co_await m_api->finishSignIn(
        {.tempToken = step.required.tempToken, .mfaCode = code, .method = method});
    if (!self)
        co_return;
    if (entered) {
        entered = co_await settle(step.server, step.isKept, step.displayName);
        if (!self)
            co_return;
    }
    setBusy(-1);
    if (!entered)
        showCodeFault(entered.error(), method);
}

void WelcomeController::showCodeFault(const ApiError &fault, SecondFactor method)
{
    if (fault.isRefusedFor(ErrorCode::InvalidToken, ErrorCode::TokenExpired)) {
        m_secondStep.reset();
        setErrors({}, tr("It took too long, or too many codes were wrong. Enter your password again."), {});
        setStep(SignIn);
    } else if (!fault.isRefusedFor(ErrorCode::InvalidCredentials, ErrorCode::ValidationError)) {
        setCodeError(errorText(fault));
    } else if (method == SecondFactor::RecoveryCode) {
        setCodeError(tr("This is none of your recovery codes, or it was used already. Check it, or take another one."));
    } else if (method == SecondFactor::Sms) {
        setCodeError(tr("This code does not fit, or is too old. Check it, or have another one sent."));
    } else {
        setCodeError(tr("This code does not fit, or was used already. Wait for the next one."));
    }
}

void WelcomeController::sendCode()
{
    if (isBusy() || !m_api || !canSendCode())
        return;
    setCodeError({});
    runSendCode();
}

QCoro::Task<> WelcomeController::runSendCode()
{
    const QPointer<WelcomeController> self(this);
    setBusy(1);
    const QString tempToken = m_secondStep->required.tempToken;
    const ApiResult<> sent = co_await m_api->sendCode(tempToken);
    if (!self)
        co_return;
    setBusy(-1);
    if (!sent) {
        showCodeFault(sent.error(), SecondFactor::Sms);
        co_return;
    }
    m_secondStep->isByPhone = true;
    emit errorsChanged();
}

// An account of one's own.

void WelcomeController::showSignUp()
{
    if (isBusy())
        return;
    setErrors({}, {}, {});
    setStep(SignUp);
}

void WelcomeController::signUp(const QString &username, const QString &email, const QString &displayName,
                               const QString &password, const QString &inviteCode, bool keepSignedIn)
{
    if (isBusy() || !m_api)
        return;
    setErrors({}, {}, {});
    runSignUp({.username = username.trimmed(),
               .email = email.trimmed(),
               .displayName = displayName.trimmed(),
               .password = password,
               .inviteCode = inviteCode.trimmed()},
              keepSignedIn);
}

QCoro::Task<> WelcomeController::runSignUp(Newcomer person, bool keep)
{
    const QPointer<WelcomeController> self(this);
    setBusy(1);
    const ApiResult<> made = co_await m_api->signUp(person);
    if (!self)
        co_return;
    if (!made) {
        setBusy(-1);
        m_signUpErrors.take(made.error(), person.inviteCode.isEmpty());
        co_return;
    }
    m_username = person.username;
    const RememberedServer server = serverFor(person.username);
    const ApiResult<> entered = co_await enter(person.password, server, keep, QString());
    if (!self)
        co_return;
    setBusy(-1);
    if (entered || entered.error().secondStep)
        co_return;
    // The account is there: to try again is to sign in.
    setStep(SignIn);
    setErrors({}, errorText(entered.error()), {});
    emit serverChanged();
}

} // namespace plexi::app
