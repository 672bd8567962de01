// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/crypto.h"
#include "server/security/totp.h"
#include "tests/support/accounts_world.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::SecondFactor;
using services::AuthService;
using services::SmsCodes;

/** Codes by text message, with a small real program that writes down what it was given. */
class SmsFactorServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start("cat >> " + path(u"sent"_s).toUtf8());
    }

    void cleanup() { m_world.reset(); }

    void aTelephoneIsProvenFirst()
    {
        const auto begun = m_world->run(m_world->smsFactor->enrol(m_caller, u"+1 (202) 555-0123"_s));
        QVERIFY(begun);
        QCOMPARE(begun->phoneNumber, u"••••••••••23"_s);
        QCOMPARE(begun->expiresAt, m_world->now().plusSeconds(300));
        QCOMPARE(lines().size(), 2);
        QCOMPARE(lines().first(), "+12025550123");
        QVERIFY(m_world->secondFactors->overview(m_caller)->methods.isEmpty());
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
        QCOMPARE(refusal(m_world->smsFactor->confirm(m_caller, other(lastCode()))), ErrorCode::InvalidCredentials);
        const auto codes = m_world->run(m_world->smsFactor->confirm(m_caller, lastCode()));
        QCOMPARE(codes->size(), 10);
        const auto overview = m_world->secondFactors->overview(m_caller);
        QCOMPARE(overview->methods, (QList{SecondFactor::Sms, SecondFactor::RecoveryCode}));
        QCOMPARE(overview->phoneNumber, u"+12025550123"_s);
        QCOMPARE(refusal(m_world->smsFactor->confirm(m_caller, lastCode())), ErrorCode::Conflict);
        QCOMPARE(refusal(m_world->smsFactor->enrol(m_caller, u"+12025550124"_s)), ErrorCode::Conflict);
    }

    void numbersAreChecked()
    {
        for (const QString &typed : {u"02025550123"_s, u"+1"_s, u"+12025550123;id"_s, u"+1202555012345678"_s, u""_s,
                                     u"+12025550123\n+12025550199"_s, u"+٤٩٢٠٢٥٥٥٠"_s})
            QCOMPARE(refusal(m_world->smsFactor->enrol(m_caller, typed)), ErrorCode::ValidationError);
        QVERIFY(lines().isEmpty());
    }

    void signingInSendsACodeThatWorksOnce()
    {
        enrol();
        const auto step = firstStep();
        QCOMPARE(step.methods, (QList{SecondFactor::Sms, SecondFactor::RecoveryCode}));
        QCOMPARE(lines().size(), 4);
        const QString code = lastCode();
        QVERIFY(secondStep(step, code));
        m_world->advance(60);
        const auto another = firstStep();
        QCOMPARE(refusal(secondStep(another, code)), ErrorCode::InvalidCredentials);
        QVERIFY(secondStep(another, lastCode()));
        QCOMPARE(refusal(secondStep(another, lastCode())), ErrorCode::InvalidToken);
    }

    void theFormOfACodeTellsItsMethod()
    {
        enrol();
        m_world->advance(60);
        (void)firstStep();
        auto request = m_world->signInRequest(u"ann"_s);
        request.mfaCode = other(lastCode());
        QVERIFY(!m_world->trySignIn(request));
        request.mfaCode = lastCode();
        QVERIFY(m_world->trySignIn(request));
        QVERIFY(!m_world->trySignIn(request));
        // Nor do the methods pass for each other.
        m_world->advance(60);
        const auto step = firstStep();
        QCOMPARE(refusal(secondStep(step, lastCode(), SecondFactor::RecoveryCode)), ErrorCode::InvalidCredentials);
        QCOMPARE(refusal(secondStep(step, lastCode(), SecondFactor::Totp)), ErrorCode::ValidationError);
        QVERIFY(secondStep(step, lastCode()));
    }

    void codesEnd()
    {
        enrol();
        const auto step = firstStep();
        m_world->advance(SmsCodes::kCodeSeconds);
        QCOMPARE(refusal(secondStep(step, lastCode())), ErrorCode::TokenExpired);
        // Soon after a message there is no other, so the code is older than this sign-in.
        (void)firstStep();
        m_world->advance(29);
        const auto later = firstStep();
        m_world->advance(SmsCodes::kCodeSeconds - 29);
        QCOMPARE(refusal(secondStep(later, lastCode())), ErrorCode::InvalidCredentials);
        const auto next = firstStep();
        const QString replaced = lastCode();
        m_world->advance(60);
        QVERIFY(m_world->run(m_world->auth->sendCode(next.tempToken, {})));
        if (lastCode() != replaced)
            QCOMPARE(refusal(secondStep(next, replaced)), ErrorCode::InvalidCredentials);
        QVERIFY(secondStep(next, lastCode()));
    }

    /** A code is guessed five times at most, and whoever goes on with new ones is locked out after ten. */
    void guessingIsBounded()
    {
        enrol();
        m_world->advance(60);
        auto step = firstStep();
        QString code = lastCode();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(refusal(secondStep(step, other(code))), ErrorCode::InvalidCredentials);
        // The fifth ends code and temp_token both.
        auto request = m_world->signInRequest(u"ann"_s);
        request.mfaCode = other(code);
        QVERIFY(!m_world->trySignIn(request));
        QCOMPARE(refusal(secondStep(step, code)), ErrorCode::InvalidCredentials);
        m_world->advance(60);
        step = firstStep();
        code = lastCode();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(refusal(secondStep(step, other(code))), ErrorCode::InvalidCredentials);
        QCOMPARE(refusal(secondStep(step, code)), ErrorCode::RateLimitExceeded);
    }

    void messagesAreBounded()
    {
        enrol();
        auto step = firstStep();
        qsizetype sent = lines().size();
        const auto early = m_world->run(m_world->auth->sendCode(step.tempToken, {}));
        QCOMPARE(early.error().code, ErrorCode::RateLimitExceeded);
        QCOMPARE(early.error().retryAfter.value_or(0), 30);
        for (int i = 0; i < 3; ++i) {
            m_world->advance(30);
            QVERIFY(m_world->run(m_world->auth->sendCode(step.tempToken, {})));
        }
        QCOMPARE(lines().size(), sent + 6);
        m_world->advance(60);
        // Five in this hour. Removing the telephone and setting it up anew gives none back.
        QCOMPARE(refusal(m_world->auth->sendCode(step.tempToken, {})), ErrorCode::RateLimitExceeded);
        sent = lines().size();
        step = firstStep();
        QCOMPARE(lines().size(), sent);
        QVERIFY(m_world->run(m_world->smsFactor->remove(m_caller, QString(AccountsWorld::kPassword), {})));
        QCOMPARE(refusal(m_world->smsFactor->enrol(m_caller, u"+12025550124"_s)), ErrorCode::RateLimitExceeded);
        m_world->advance(3'600);
        m_caller = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        QVERIFY(m_world->run(m_world->smsFactor->enrol(m_caller, u"+12025550124"_s)));
    }

    void onlyASignInThatWaitsMaySend()
    {
        enrol();
        m_world->advance(60);
        const auto first = firstStep();
        const auto signedIn = secondStep(first, lastCode());
        QVERIFY(signedIn);
        const qsizetype sent = lines().size();
        m_world->advance(60);
        QCOMPARE(refusal(m_world->auth->sendCode(signedIn->tokens.accessToken, {})), ErrorCode::InvalidToken);
        QCOMPARE(refusal(m_world->auth->sendCode(signedIn->tokens.refreshToken, {})), ErrorCode::InvalidToken);
        QCOMPARE(refusal(m_world->auth->sendCode(u"nonsense"_s, {})), ErrorCode::InvalidToken);
        const auto step = firstStep();
        QVERIFY(secondStep(step, lastCode()));
        m_world->advance(60);
        QCOMPARE(refusal(m_world->auth->sendCode(step.tempToken, {})), ErrorCode::InvalidToken);
        QCOMPARE(lines().size(), sent + 2);
    }

    void anAuthenticatorComesFirst()
    {
        enrol();
        const auto begun = m_world->run(m_world->secondFactors->enrolTotp(m_caller));
        QVERIFY(begun);
        const QByteArray secret = bytes(begun->secret);
        const auto code = [&] {
            return QString::fromLatin1(security::totp::code(secret, security::totp::stepAt(m_world->now())));
        };
        QVERIFY(m_world->run(m_world->secondFactors->confirmTotp(m_caller, code())));
        m_world->advance(60);
        const qsizetype sent = lines().size();
        const auto step = firstStep();
        QCOMPARE(step.methods, (QList{SecondFactor::Totp, SecondFactor::Sms, SecondFactor::RecoveryCode}));
        QCOMPARE(lines().size(), sent);
        QVERIFY(m_world->run(m_world->auth->sendCode(step.tempToken, {})));
        QVERIFY(secondStep(step, lastCode()));
        QVERIFY(secondStep(firstStep(), code(), SecondFactor::Totp));
        // The recovery codes stay as long as there is anything to recover from.
        const QString password(AccountsWorld::kPassword);
        QVERIFY(m_world->run(m_world->secondFactors->removeTotp(m_caller, password, {})));
        QCOMPARE(m_world->secondFactors->overview(m_caller)->recoveryCodesLeft, 10);
        QCOMPARE(refusal(m_world->smsFactor->remove(m_caller, u"wrong"_s, {})), ErrorCode::InvalidCredentials);
        QVERIFY(m_world->run(m_world->smsFactor->remove(m_caller, password, {})));
        QCOMPARE(m_world->secondFactors->overview(m_caller)->recoveryCodesLeft, 0);
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
        QCOMPARE(refusal(m_world->smsFactor->remove(m_caller, password, {})), ErrorCode::NotFound);
    }

    void adminsHelpWhoLostTheirTelephone()
    {
        enrol();
        m_world->person(u"root"_s, u"admin"_s);
        const auto root = m_world->principal(m_world->signIn(u"root"_s).tokens.accessToken);
        QVERIFY(m_world->run(m_world->secondFactors->reset(root, m_caller.userId)));
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
    }

    void theProgramLearnsNothingElse()
    {
        qputenv("PLEXICHAT_AI_SECRET", "of the server");
        start("{ echo \"$# $*\"; env; } > " + path(u"seen"_s).toUtf8() + "; cat >> " + path(u"sent"_s).toUtf8());
        QVERIFY(m_world->run(m_world->smsFactor->enrol(m_caller, u"+12025550123"_s)));
        QFile file(path(u"seen"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray seen = file.readAll();
        QVERIFY2(seen.startsWith("1 --fixed\n"), seen.constData());
        QVERIFY(seen.contains("PATH="));
        QVERIFY(!seen.contains("PLEXICHAT_") && !seen.contains("2025550123"));
        qunsetenv("PLEXICHAT_AI_SECRET");
    }

    void aProgramThatFailsIsTold()
    {
        start("exit 3");
        QCOMPARE(refusal(m_world->smsFactor->enrol(m_caller, u"+12025550123"_s)), ErrorCode::ServiceUnavailable);
        QElapsedTimer clock;
        clock.start();
        start("exec sleep 600", std::chrono::milliseconds(200));
        QCOMPARE(refusal(m_world->smsFactor->enrol(m_caller, u"+12025550123"_s)), ErrorCode::ServiceUnavailable);
        QVERIFY(clock.elapsed() < 60'000);
        // Signing in goes on without: there are recovery codes.
        start("cat >> " + path(u"sent"_s).toUtf8() + "; test $(wc -l < " + path(u"sent"_s).toUtf8() + ") = 2");
        enrol();
        m_world->advance(60);
        const auto step = firstStep();
        QCOMPARE(refusal(m_world->auth->sendCode(step.tempToken, {})), ErrorCode::RateLimitExceeded);
        QVERIFY(secondStep(step, m_recoveryCodes.first(), SecondFactor::RecoveryCode));
    }

    void withoutACommandThereIsNone()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_world->person(u"ann"_s);
        m_caller = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        QCOMPARE(refusal(m_world->smsFactor->enrol(m_caller, u"+12025550123"_s)), ErrorCode::ServiceUnavailable);
        QVERIFY(!m_world->secondFactors->overview(m_caller)->isSmsAvailable);
        // A telephone from when there was one: still asked for something, and not by sms.
        QVERIFY(m_world->database().writeAndWait([this](store::WriteTransaction &transaction) -> Result<> {
            const auto added = transaction.connection().execute(
                "INSERT INTO sms_factors (user_id, phone_number, created_at, confirmed_at) VALUES (?, '+1', 1, 1)",
                {m_caller.userId.value()});
            return added ? Result<>() : fail(added.error());
        }));
        QCOMPARE(firstStep().methods, QList{SecondFactor::RecoveryCode});
    }

    void codesAreNotInTheDatabase()
    {
        enrol();
        m_world->advance(60);
        (void)firstStep();
        m_world->database().drain();
        QByteArray stored;
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1}) {
            QFile file(m_world->directory() + "/plexichat.db"_L1 + suffix);
            QVERIFY(file.open(QFile::ReadOnly));
            stored += file.readAll();
        }
        QVERIFY(stored.contains("+12025550123"));
        QVERIFY(!stored.contains(lastCode().toLatin1()));
        QVERIFY(!stored.contains(security::sha256(lastCode().toLatin1())));
    }

    void keysAndStaleSignInsCannotTouchIt()
    {
        security::Principal key = m_caller;
        key.sessionId.reset();
        key.apiKeyId = ApiKeyId(1);
        const auto forbidden = ErrorCode::InsufficientPermissions;
        QCOMPARE(refusal(m_world->smsFactor->enrol(key, u"+12025550123"_s)), forbidden);
        QCOMPARE(refusal(m_world->smsFactor->confirm(key, u"000000"_s)), forbidden);
        QCOMPARE(refusal(m_world->smsFactor->remove(key, {}, {})), forbidden);
        m_world->advance(15 * 60 + 1);
        const auto stale = ErrorCode::ReauthenticationRequired;
        QCOMPARE(refusal(m_world->smsFactor->enrol(m_caller, u"+12025550123"_s)), stale);
        QCOMPARE(refusal(m_world->smsFactor->confirm(m_caller, u"000000"_s)), stale);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    /** A world whose command is a shell script with @p body. */
    void start(const QByteArray &body, std::chrono::milliseconds deadline = std::chrono::seconds(60))
    {
        QFile::remove(path(u"sent"_s));
        QFile script(path(u"send sms"_s));
        QVERIFY(script.open(QIODevice::WriteOnly | QIODevice::Truncate));
        script.write("#!/bin/sh\n" + body + '\n');
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_world = std::make_unique<AccountsWorld>(
            security::SmsCommand::Options{.command = {script.fileName(), u"--fixed"_s}, .deadline = deadline});
        m_world->person(u"ann"_s);
        m_caller = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
    }

    QByteArrayList lines() const
    {
        QFile file(path(u"sent"_s));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll().trimmed().split('\n');
    }

    QString lastCode() const { return QString::fromLatin1(lines().last()); }
    /** A code of that form which is another. */
    static QString other(const QString &code) { return code == "000000"_L1 ? u"000001"_s : u"000000"_s; }

    void enrol()
    {
        QVERIFY(m_world->run(m_world->smsFactor->enrol(m_caller, u"+12025550123"_s)));
        const auto codes = m_world->run(m_world->smsFactor->confirm(m_caller, lastCode()));
        QVERIFY(codes);
        m_recoveryCodes = *codes;
        m_world->advance(60);
    }

    protocol::MfaRequired firstStep()
    {
        const auto outcome = m_world->run(m_world->auth->signIn(m_world->signInRequest(u"ann"_s)));
        if (!outcome || !std::holds_alternative<protocol::MfaRequired>(*outcome))
            qFatal("the second factor was not asked for");
        return std::get<protocol::MfaRequired>(*outcome);
    }

    Result<AuthService::SignedIn> secondStep(const protocol::MfaRequired &step, const QString &code,
                                             SecondFactor method = SecondFactor::Sms)
    {
        return m_world->run(
            m_world->auth->finishSignIn({.verification = {step.tempToken, code, method}, .client = {}}));
    }

    template <typename T>
    static std::optional<ErrorCode> refusal(const Result<T> &result)
    {
        return result ? std::nullopt : std::optional(result.error().code);
    }

    template <typename T>
    std::optional<ErrorCode> refusal(QCoro::Task<Result<T>> task)
    {
        return refusal(m_world->run(std::move(task)));
    }

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

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountsWorld> m_world;
    security::Principal m_caller;
    QStringList m_recoveryCodes;
};

QTEST_GUILESS_MAIN(SmsFactorServiceTest)
#include "sms_factor_service_test.moc"
