// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/totp.h"
#include "server/store/second_factors_store.h"
#include "tests/support/accounts_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::SecondFactor;
using services::AuthService;

/** Second factors as somebody meets them who has the password and nothing else. */
class SecondFactorsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_caller = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        m_recoveryCodes.clear();
    }

    void cleanup() { m_world.reset(); }

    void nothingIsAskedUntilItIsConfirmed()
    {
        const auto begun = m_world->run(m_world->secondFactors->enrolTotp(m_caller));
        QVERIFY(begun);
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
        QCOMPARE(m_world->run(m_world->secondFactors->confirmTotp(m_caller, u"000000"_s)).error().code,
                 ErrorCode::InvalidCredentials);
        QVERIFY(m_world->secondFactors->overview(m_caller)->methods.isEmpty());
        // Beginning again makes the first secret worthless.
        const QString old = codeFor(begun->secret);
        QVERIFY(m_world->run(m_world->secondFactors->enrolTotp(m_caller)));
        QVERIFY(!m_world->run(m_world->secondFactors->confirmTotp(m_caller, old)));
    }

    void confirmingTurnsItOn()
    {
        enrol();
        QCOMPARE(m_recoveryCodes.size(), 10);
        QCOMPARE(QSet<QString>(m_recoveryCodes.cbegin(), m_recoveryCodes.cend()).size(), 10);
        const auto overview = m_world->secondFactors->overview(m_caller);
        QCOMPARE(overview->methods, (QList{SecondFactor::Totp, SecondFactor::RecoveryCode}));
        QCOMPARE(overview->recoveryCodesLeft, 10);
        QCOMPARE(overview->totpSince->ms, m_world->now().ms);
        // What is on cannot be replaced by who holds a session.
        QCOMPARE(m_world->run(m_world->secondFactors->enrolTotp(m_caller)).error().code, ErrorCode::Conflict);
        QCOMPARE(m_world->run(m_world->secondFactors->confirmTotp(m_caller, u"1"_s)).error().code, ErrorCode::Conflict);
        const auto required = firstStep();
        QCOMPARE(required.methods, (QList{SecondFactor::Totp, SecondFactor::RecoveryCode}));
    }

    void codeSignsInOnce()
    {
        enrol();
        m_world->advance(30);
        const QString code = codeFor(m_secret);
        QVERIFY(withCode(code));
        QCOMPARE(withCode(code).error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(secondStep(firstStep(), code).error().code, ErrorCode::InvalidCredentials);
        // Nor does the code before it work any more, which is still within its time.
        const QString before = QString::fromLatin1(
            security::totp::code(bytes(m_secret), security::totp::stepAt(m_world->now()) - 1));
        QCOMPARE(withCode(before).error().code, ErrorCode::InvalidCredentials);
        m_world->advance(30);
        QVERIFY(secondStep(firstStep(), codeFor(m_secret)));
    }

    void theCodeThatConfirmedDoesNotSignIn()
    {
        enrol();
        QCOMPARE(withCode(codeFor(m_secret)).error().code, ErrorCode::InvalidCredentials);
    }

    void twoRequestsWithOneCodeAreOneSignIn()
    {
        enrol();
        m_world->advance(30);
        const auto one = firstStep();
        const auto other = firstStep();
        const QString code = codeFor(m_secret);
        auto a = m_world->auth->finishSignIn({.verification = {one.tempToken, code, SecondFactor::Totp}, .client = {}});
        auto b = m_world->auth->finishSignIn(
            {.verification = {other.tempToken, code, SecondFactor::Totp}, .client = {}});
        const auto first = m_world->run(std::move(a));
        const auto second = m_world->run(std::move(b));
        QCOMPARE(int(first.has_value()) + int(second.has_value()), 1);

        const QString recovery = m_recoveryCodes.first();
        auto request = m_world->signInRequest(u"ann"_s);
        request.mfaCode = recovery;
        auto c = m_world->auth->signIn(request);
        auto d = m_world->auth->signIn(request);
        QCOMPARE(int(m_world->run(std::move(c)).has_value()) + int(m_world->run(std::move(d)).has_value()), 1);
    }

    void recoveryCodesWorkOnceEach()
    {
        enrol();
        const auto byRecovery = [this](const QString &code) {
            return secondStep(firstStep(), code, SecondFactor::RecoveryCode);
        };
        QVERIFY(byRecovery(m_recoveryCodes[0]));
        QCOMPARE(byRecovery(m_recoveryCodes[0]).error().code, ErrorCode::InvalidCredentials);
        // As people type them.
        QVERIFY(withCode(m_recoveryCodes[1].toUpper().remove(u'-')));
        QVERIFY(byRecovery(u' ' + m_recoveryCodes[2] + u' '));
        QCOMPARE(m_world->secondFactors->overview(m_caller)->recoveryCodesLeft, 7);
        const auto renewed = m_world->run(m_world->secondFactors->renewRecoveryCodes(m_caller));
        QCOMPARE(renewed->size(), 10);
        QCOMPARE(byRecovery(m_recoveryCodes[3]).error().code, ErrorCode::InvalidCredentials);
        for (const QString &code : *renewed)
            QVERIFY(byRecovery(code));
        QCOMPARE(firstStep().methods, QList{SecondFactor::Totp});
        QCOMPARE(byRecovery(renewed->first()).error().code, ErrorCode::ValidationError);
    }

    void methodsDoNotPassForEachOther()
    {
        enrol();
        m_world->advance(30);
        const auto step = firstStep();
        QCOMPARE(secondStep(step, m_recoveryCodes[0], SecondFactor::Totp).error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(secondStep(step, codeFor(m_secret), SecondFactor::RecoveryCode).error().code,
                 ErrorCode::InvalidCredentials);
        QCOMPARE(secondStep(step, codeFor(m_secret), SecondFactor::Sms).error().code, ErrorCode::ValidationError);
        QVERIFY(secondStep(step, codeFor(m_secret)));
    }

    void tempTokenIsGoodForOneSignInOfFiveTries()
    {
        enrol();
        m_world->advance(30);
        const auto used = firstStep();
        QVERIFY(secondStep(used, codeFor(m_secret)));
        QCOMPARE(secondStep(used, m_recoveryCodes[0], SecondFactor::RecoveryCode).error().code,
                 ErrorCode::InvalidToken);

        const auto worn = firstStep();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(secondStep(worn, u"000000"_s).error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(secondStep(worn, m_recoveryCodes[0], SecondFactor::RecoveryCode).error().code,
                 ErrorCode::InvalidToken);

        const auto late = firstStep();
        m_world->advance(300);
        QCOMPARE(secondStep(late, codeFor(m_secret)).error().code, ErrorCode::TokenExpired);
    }

    void tokensDoNotPassForEachOther()
    {
        enrol();
        m_world->advance(30);
        const auto step = firstStep();
        QCOMPARE(m_world->tokenRefusal(step.tempToken), ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->auth->refresh(step.tempToken)).error().code, ErrorCode::InvalidToken);
        const auto signedIn = secondStep(step, codeFor(m_secret));
        QVERIFY(signedIn);
        for (const QString &token : {signedIn->tokens.accessToken, signedIn->tokens.refreshToken, u"x"_s, QString()})
            QCOMPARE(secondStep({.methods = {}, .tempToken = token}, m_recoveryCodes[0], SecondFactor::RecoveryCode)
                         .error()
                         .code,
                     ErrorCode::InvalidToken);
    }

    void wrongPasswordLearnsNothingOfTheCode()
    {
        enrol();
        auto request = m_world->signInRequest(u"ann"_s, u"wrong"_s);
        request.mfaCode = m_recoveryCodes[0];
        const auto refused = m_world->run(m_world->auth->signIn(request));
        QCOMPARE(refused.error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(refused.error().message, u"The user name or the password is wrong"_s);
        // And the code was not used up, nor counted.
        QVERIFY(withCode(m_recoveryCodes[0]));
    }

    void codeOfSomebodyWithoutASecondFactorIsIgnored() { QVERIFY(withCode(u"123456"_s)); }

    /** Across temp tokens, addresses and kinds of sign-in; and neither a success nor a restart takes it back. */
    void tenWrongCodesLockTheAccountForAnHour()
    {
        enrol();
        m_world->advance(30);
        int wrong = 0;
        const auto guess = [&](const Result<AuthService::SignedIn> &result) {
            QCOMPARE(result.error().code, ErrorCode::InvalidCredentials);
            ++wrong;
        };
        guess(withCode(u"000000"_s));
        guess(withCode(u"aaaa-bbbb-cccc-dddd"_s, QHostAddress(u"198.51.100.1"_s)));
        const auto step = firstStep();
        for (int i = 0; i < 4; ++i)
            guess(secondStep(step, u"000000"_s));
        QVERIFY(secondStep(step, codeFor(m_secret)));
        for (int i = 0; i < 4; ++i) {
            m_world->advance(600);
            guess(secondStep(firstStep(), u"000000"_s));
        }
        QCOMPARE(wrong, 10);

        const auto locked = withCode(codeFor(m_secret));
        QCOMPARE(locked.error().code, ErrorCode::RateLimitExceeded);
        QCOMPARE(locked.error().retryAfter, 3600);
        QCOMPARE(secondStep(firstStep(), m_recoveryCodes[0], SecondFactor::RecoveryCode).error().code,
                 ErrorCode::RateLimitExceeded);
        QCOMPARE(m_world->run(m_world->auth->reauthenticateByCode(m_caller, codeFor(m_secret))).error().code,
                 ErrorCode::RateLimitExceeded);
        // Removing and setting up again does not open it either.
        QVERIFY(m_world->run(m_world->auth->reauthenticate(m_caller, QString(AccountsWorld::kPassword), {})));
        QVERIFY(m_world->run(m_world->secondFactors->removeTotp(m_caller, QString(AccountsWorld::kPassword), {})));
        enrol();
        m_world->advance(3599);
        QCOMPARE(withCode(codeFor(m_secret)).error().code, ErrorCode::RateLimitExceeded);
        m_world->advance(1);
        QVERIFY(withCode(codeFor(m_secret)));
        // Guesses from before the lock count no more.
        QCOMPARE(withCode(u"000000"_s).error().code, ErrorCode::InvalidCredentials);
        m_world->advance(30);
        QVERIFY(withCode(codeFor(m_secret)));
    }

    void failuresLapse()
    {
        enrol();
        for (int i = 0; i < 30; ++i) {
            m_world->advance(401);
            QCOMPARE(withCode(u"000000"_s).error().code, ErrorCode::InvalidCredentials);
        }
    }

    void passwordChangedBetweenTheSteps()
    {
        enrol();
        m_world->advance(30);
        const auto step = firstStep();
        QVERIFY(m_world->administration->setPassword(u"ann"_s, u"quite another password"_s));
        QCOMPARE(secondStep(step, codeFor(m_secret)).error().code, ErrorCode::InvalidToken);
    }

    void deactivatedBetweenTheSteps()
    {
        enrol();
        m_world->advance(30);
        const auto step = firstStep();
        QVERIFY(m_world->administration->setActive(u"ann"_s, false));
        QCOMPARE(secondStep(step, codeFor(m_secret)).error().code, ErrorCode::InvalidCredentials);
    }

    void rememberMeIsThatOfTheFirstStep()
    {
        enrol();
        m_world->advance(30);
        auto request = m_world->signInRequest(u"ann"_s);
        request.rememberMe = true;
        const auto outcome = m_world->run(m_world->auth->signIn(request));
        const auto signedIn = secondStep(std::get<protocol::MfaRequired>(*outcome), codeFor(m_secret));
        QCOMPARE(signedIn->cookieMaxAge, 30LL * 24 * 3600);
        QVERIFY(!withCode(m_recoveryCodes[0])->cookieMaxAge);
    }

    void removingNeedsThePassword()
    {
        enrol();
        QCOMPARE(m_world->run(m_world->secondFactors->removeTotp(m_caller, u"wrong"_s, {})).error().code,
                 ErrorCode::InvalidCredentials);
        QVERIFY(!m_world->secondFactors->overview(m_caller)->methods.isEmpty());
        QVERIFY(m_world->run(m_world->secondFactors->removeTotp(m_caller, QString(AccountsWorld::kPassword), {})));
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
        QCOMPARE(m_world->run(m_world->secondFactors->removeTotp(m_caller, QString(AccountsWorld::kPassword), {}))
                     .error()
                     .code,
                 ErrorCode::NotFound);
        QCOMPARE(m_world->secondFactors->overview(m_caller)->recoveryCodesLeft, 0);
    }

    void settingUpNeedsARecentProof()
    {
        m_world->advance(15 * 60 + 1);
        QCOMPARE(m_world->run(m_world->secondFactors->enrolTotp(m_caller)).error().code,
                 ErrorCode::ReauthenticationRequired);
        QCOMPARE(m_world->run(m_world->secondFactors->confirmTotp(m_caller, u"000000"_s)).error().code,
                 ErrorCode::ReauthenticationRequired);
        QCOMPARE(m_world->run(m_world->secondFactors->renewRecoveryCodes(m_caller)).error().code,
                 ErrorCode::ReauthenticationRequired);
    }

    void codeIsAProof()
    {
        QCOMPARE(m_world->run(m_world->auth->reauthenticateByCode(m_caller, u"123456"_s)).error().code,
                 ErrorCode::InvalidCredentials);
        enrol();
        m_world->advance(15 * 60 + 1);
        QCOMPARE(m_world->auth->requireRecentProof(m_caller).error().code, ErrorCode::ReauthenticationRequired);
        QCOMPARE(m_world->run(m_world->auth->reauthenticateByCode(m_caller, u"123456"_s)).error().code,
                 ErrorCode::InvalidCredentials);
        QVERIFY(m_world->run(m_world->auth->reauthenticateByCode(m_caller, codeFor(m_secret))));
        QVERIFY(m_world->auth->requireRecentProof(m_caller));
    }

    void keysCannotTouchFactors()
    {
        security::Principal key = m_caller;
        key.sessionId.reset();
        key.apiKeyId = ApiKeyId(1);
        const auto forbidden = ErrorCode::InsufficientPermissions;
        QCOMPARE(m_world->secondFactors->overview(key).error().code, forbidden);
        QCOMPARE(m_world->run(m_world->secondFactors->enrolTotp(key)).error().code, forbidden);
        QCOMPARE(m_world->run(m_world->secondFactors->confirmTotp(key, {})).error().code, forbidden);
        QCOMPARE(m_world->run(m_world->secondFactors->removeTotp(key, {}, {})).error().code, forbidden);
        QCOMPARE(m_world->run(m_world->secondFactors->renewRecoveryCodes(key)).error().code, forbidden);
        QCOMPARE(m_world->run(m_world->secondFactors->reset(key, m_ann)).error().code, forbidden);
        QCOMPARE(m_world->run(m_world->auth->reauthenticateByCode(key, {})).error().code, forbidden);
    }

    void resettingNeedsMoreRightsThanThePersonHas()
    {
        enrol();
        const UserId root = m_world->person(u"root"_s, u"admin"_s);
        m_world->person(u"mod"_s, u"moderator"_s);
        const auto mod = m_world->principal(m_world->signIn(u"mod"_s).tokens.accessToken);
        QCOMPARE(m_world->run(m_world->secondFactors->reset(mod, root)).error().code,
                 ErrorCode::InsufficientPermissions);
        const auto admin = m_world->principal(m_world->signIn(u"root"_s).tokens.accessToken);
        QCOMPARE(m_world->run(m_world->secondFactors->reset(admin, UserId(1))).error().code, ErrorCode::NotFound);
        QVERIFY(m_world->run(m_world->secondFactors->reset(admin, m_ann)));
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
        m_world->advance(15 * 60 + 1);
        QCOMPARE(m_world->run(m_world->secondFactors->reset(admin, m_ann)).error().code,
                 ErrorCode::ReauthenticationRequired);
    }

    void secretsAreNotInTheDatabase()
    {
        enrol();
        const auto step = firstStep();
        m_world->database().drain();
        QByteArray stored;
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1}) {
            QFile file(m_world->directory() + "/plexichat.db"_L1 + suffix);
            QVERIFY(file.open(QFile::ReadOnly));
            stored += file.readAll();
        }
        QVERIFY(stored.contains("ann@example.com"));
        QVERIFY(!stored.contains(bytes(m_secret)));
        QVERIFY(!stored.contains(m_secret.toLatin1()));
        QVERIFY(!stored.contains(step.tempToken.toLatin1().right(30)));
        for (const QString &code : std::as_const(m_recoveryCodes)) {
            QVERIFY(!stored.contains(code.toLatin1()));
            QVERIFY(!stored.contains(QString(code).remove(u'-').toLatin1()));
        }
    }

private:
    /** What an authenticator app does with the secret that was typed into it. */
    static QByteArray bytes(const QString &base32)
    {
        QByteArray result;
        unsigned buffer = 0;
        int bits = 0;
        for (const QChar digit : base32) {
            buffer = buffer << 5U | unsigned(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(digit));
            if (bits += 5; bits >= 8) {
                bits -= 8;
                result.append(static_cast<char>(buffer >> unsigned(bits)));
            }
        }
        return result;
    }

    QString codeFor(const QString &secret) const
    {
        return QString::fromLatin1(security::totp::code(bytes(secret), security::totp::stepAt(m_world->now())));
    }

    void enrol()
    {
        const auto begun = m_world->run(m_world->secondFactors->enrolTotp(m_caller));
        QVERIFY(begun);
        m_secret = begun->secret;
        const auto codes = m_world->run(m_world->secondFactors->confirmTotp(m_caller, codeFor(m_secret)));
        QVERIFY(codes);
        m_recoveryCodes = *codes;
    }

    protocol::MfaRequired firstStep()
    {
        const auto outcome = m_world->run(m_world->auth->signIn(m_world->signInRequest(u"ann"_s)));
        if (!outcome || !std::holds_alternative<protocol::MfaRequired>(*outcome))
            qFatal("the second factor was not asked for");
        return std::get<protocol::MfaRequired>(*outcome);
    }

    Result<AuthService::SignedIn> secondStep(const protocol::MfaRequired &step, const QString &code,
                                             SecondFactor method = SecondFactor::Totp)
    {
        return m_world->run(
            m_world->auth->finishSignIn({.verification = {step.tempToken, code, method}, .client = {}}));
    }

    Result<AuthService::SignedIn> withCode(const QString &code,
                                           const QHostAddress &address = QHostAddress(u"192.0.2.1"_s))
    {
        auto request = m_world->signInRequest(u"ann"_s);
        request.mfaCode = code;
        request.address = address;
        return m_world->trySignIn(request);
    }

    std::unique_ptr<AccountsWorld> m_world;
    UserId m_ann;
    security::Principal m_caller;
    QString m_secret;
    QStringList m_recoveryCodes;
};

QTEST_GUILESS_MAIN(SecondFactorsServiceTest)
#include "second_factors_service_test.moc"
