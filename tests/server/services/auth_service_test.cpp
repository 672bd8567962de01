// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sessions_store.h"
#include "server/store/users_store.h"
#include "tests/support/accounts_world.h"

#include <QRandomGenerator>
#include <QTest>

#include <ctime>
#include <limits>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using security::Credential;

class AuthServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_ann = m_world->person(u"ann"_s);
    }

    void cleanup() { m_world.reset(); }

    void signsInByNameOrAddress()
    {
        for (const QString &login : {u"ann"_s, u"ANN"_s, u"Ann@Example.com"_s}) {
            const auto signedIn = m_world->trySignIn(m_world->signInRequest(login));
            QVERIFY2(signedIn, qPrintable(login));
            QCOMPARE(signedIn->tokens.expiresIn, 1800);
            QVERIFY(!signedIn->cookieMaxAge);
            const security::Principal ann = m_world->principal(signedIn->tokens.accessToken);
            QCOMPARE(ann.userId, m_ann);
            QCOMPARE(ann.username, u"ann"_s);
            QCOMPARE(ann.roles, QStringList{u"user"_s});
            QVERIFY(ann.can("messages.send"_L1) && !ann.can("users.create"_L1));
            QVERIFY(ann.sessionId && !ann.apiKeyId && ann.mayWrite);
        }
        QCOMPARE(row().lastLogin->ms, m_world->now().ms);
    }

    void refusalsAreAlike()
    {
        QVERIFY(m_world->administration->add(
            {.username = u"gone"_s, .password = QString(AccountsWorld::kPassword), .role = u"user"_s}));
        QVERIFY(m_world->administration->setActive(u"gone"_s, false));
        const auto refused = [this](const QString &login, const QString &password) {
            return m_world->trySignIn(m_world->signInRequest(login, password)).error();
        };
        const Error wrong = refused(u"ann"_s, u"wrong"_s);
        QCOMPARE(wrong.code, ErrorCode::InvalidCredentials);
        for (const Error &error : {refused(u"nobody"_s, u"wrong"_s),
                                   refused(u"gone"_s, QString(AccountsWorld::kPassword)), refused(u""_s, u""_s)}) {
            QCOMPARE(error.code, wrong.code);
            QCOMPARE(error.message, wrong.message);
            QCOMPARE(error.details, wrong.details);
        }
    }

    /** Measured in processor time of all threads, which others on the machine do not lengthen. */
    void unknownNamesCostAsMuchAsWrongPasswords()
    {
        const auto cost = [this](const QString &login) {
            std::clock_t best = std::numeric_limits<std::clock_t>::max();
            for (int i = 0; i < 5; ++i) {
                const std::clock_t begin = std::clock();
                (void)m_world->trySignIn(m_world->signInRequest(login, u"wrong"_s));
                best = std::min(best, std::clock() - begin);
            }
            return double(best);
        };
        const double ratio = cost(u"nobody"_s) / cost(u"ann"_s);
        QVERIFY2(ratio > 0.5 && ratio < 2, qPrintable(QString::number(ratio)));
    }

    void accessTokenExpires()
    {
        const auto tokens = m_world->signIn(u"ann"_s).tokens;
        m_world->advance(1799);
        QCOMPARE(m_world->tokenRefusal(tokens.accessToken), std::nullopt);
        m_world->advance(1);
        QCOMPARE(m_world->tokenRefusal(tokens.accessToken), ErrorCode::TokenExpired);
    }

    void credentialsDoNotPassForEachOther()
    {
        const auto signedIn = m_world->signIn(u"ann"_s);
        const QString access = signedIn.tokens.accessToken;
        const QString refresh = signedIn.tokens.refreshToken;
        const QString cookie = QString::fromLatin1(signedIn.cookie);
        using Kind = Credential::Kind;
        QCOMPARE(m_world->refusal(Kind::Cookie, cookie), std::nullopt);
        QCOMPARE(m_world->refusal(Kind::AccessTokenOrApiKey, access), std::nullopt);
        for (const auto &[kind, secret] : {std::pair{Kind::Bearer, refresh},
                                           {Kind::Bearer, cookie},
                                           {Kind::Cookie, access},
                                           {Kind::Cookie, refresh},
                                           {Kind::ApiKey, access},
                                           {Kind::ApiKey, cookie},
                                           {Kind::AccessTokenOrApiKey, refresh},
                                           {Kind::AccessTokenOrApiKey, cookie},
                                           {Kind::Bearer, QString()},
                                           {Kind::Cookie, QString()},
                                           {Kind::ApiKey, QString()},
                                           {Kind::ApiKey, u"plx_"_s}})
            QCOMPARE(m_world->refusal(kind, secret), ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->auth->refresh(access)).error().code, ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->auth->refresh(cookie)).error().code, ErrorCode::InvalidToken);
    }

    void secretsAreNotInTheDatabase()
    {
        const auto signedIn = m_world->signIn(u"ann"_s);
        m_world->database().drain();
        QByteArray stored;
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1}) {
            QFile file(m_world->directory() + "/plexichat.db"_L1 + suffix);
            QVERIFY(file.open(QFile::ReadOnly));
            stored += file.readAll();
        }
        QVERIFY(stored.contains("ann@example.com"));
        QVERIFY(!stored.contains(signedIn.cookie));
        QVERIFY(!stored.contains(signedIn.tokens.refreshToken.toLatin1()));
        QVERIFY(!stored.contains(signedIn.tokens.refreshToken.toLatin1().right(30)));
        QVERIFY(!stored.contains(QString(AccountsWorld::kPassword).toUtf8()));
    }

    void signingOutEndsEverythingOfThatSession()
    {
        const auto signedIn = m_world->signIn(u"ann"_s);
        const auto other = m_world->signIn(u"ann"_s);
        const security::Principal ann = m_world->principal(signedIn.tokens.accessToken);
        QVERIFY(m_world->run(m_world->auth->signOut(ann)));
        QCOMPARE(m_world->publisher.takeEnds(), QStringList{ann.sessionId->toString()});
        QCOMPARE(m_world->tokenRefusal(signedIn.tokens.accessToken), ErrorCode::InvalidToken);
        QCOMPARE(m_world->refusal(Credential::Kind::Cookie, QString::fromLatin1(signedIn.cookie)),
                 ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->auth->refresh(signedIn.tokens.refreshToken)).error().code,
                 ErrorCode::InvalidToken);
        QCOMPARE(m_world->tokenRefusal(other.tokens.accessToken), std::nullopt);
    }

    void refreshRotates()
    {
        const auto first = m_world->signIn(u"ann"_s).tokens;
        m_world->advance(60);
        const auto second = m_world->run(m_world->auth->refresh(first.refreshToken));
        QVERIFY(second);
        QVERIFY(second->refreshToken != first.refreshToken && second->accessToken != first.accessToken);
        QCOMPARE(*m_world->principal(second->accessToken).sessionId, *m_world->principal(first.accessToken).sessionId);
        QVERIFY(m_world->run(m_world->auth->refresh(second->refreshToken)));
        QVERIFY(m_world->publisher.takeEnds().isEmpty());
    }

    void usedRefreshTokenEndsTheSession()
    {
        const auto first = m_world->signIn(u"ann"_s).tokens;
        const auto second = m_world->run(m_world->auth->refresh(first.refreshToken));
        const QString session = m_world->principal(second->accessToken).sessionId->toString();
        QCOMPARE(m_world->run(m_world->auth->refresh(first.refreshToken)).error().code, ErrorCode::InvalidToken);
        QCOMPARE(m_world->publisher.takeEnds(), QStringList{session});
        QCOMPARE(m_world->tokenRefusal(second->accessToken), ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->auth->refresh(second->refreshToken)).error().code, ErrorCode::InvalidToken);
    }

    void refreshTokensLiveADayOrThirty()
    {
        constexpr qint64 kDay = qint64{24} * 3600;
        const auto forgotten = m_world->signIn(u"ann"_s).tokens;
        const auto remembered = m_world->signIn(u"ann"_s, true);
        QCOMPARE(remembered.cookieMaxAge, 30 * kDay);
        m_world->advance(kDay - 1);
        const auto renewed = m_world->run(m_world->auth->refresh(forgotten.refreshToken));
        QVERIFY(renewed);
        m_world->advance(kDay);
        QCOMPARE(m_world->run(m_world->auth->refresh(renewed->refreshToken)).error().code, ErrorCode::TokenExpired);
        QVERIFY(m_world->run(m_world->auth->refresh(remembered.tokens.refreshToken)));
        m_world->advance(31 * kDay);
        QCOMPARE(m_world->refusal(Credential::Kind::Cookie, QString::fromLatin1(remembered.cookie)),
                 ErrorCode::TokenExpired);
    }

    void rightsAreReadAtEachRequest()
    {
        const auto tokens = m_world->signIn(u"ann"_s).tokens;
        QVERIFY(m_world->administration->setRole(u"ann"_s, u"admin"_s));
        QVERIFY(m_world->principal(tokens.accessToken).isAdmin());
        m_world->person(u"other"_s, u"admin"_s);
        QVERIFY(m_world->administration->setActive(u"ann"_s, false));
        QCOMPARE(m_world->tokenRefusal(tokens.accessToken), ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->auth->refresh(tokens.refreshToken)).error().code, ErrorCode::InvalidToken);
        QVERIFY(m_world->administration->setActive(u"ann"_s, true));
        QCOMPARE(m_world->tokenRefusal(tokens.accessToken), ErrorCode::InvalidToken);
    }

    void passwordChangedWhileSigningIn()
    {
        // The old password is being hashed on the pool while the new one is stored.
        auto pending = m_world->auth->signIn(m_world->signInRequest(u"ann"_s));
        QVERIFY(!pending.isReady());
        QVERIFY(m_world->administration->setPassword(u"ann"_s, u"quite another password"_s));
        QCOMPARE(m_world->run(std::move(pending)).error().code, ErrorCode::InvalidCredentials);
    }

    void guessingSlowsDownForOneAddress()
    {
        for (int i = 0; i < 10; ++i)
            QCOMPARE(m_world->trySignIn(m_world->signInRequest(u"ann"_s, u"wrong"_s)).error().code,
                     ErrorCode::InvalidCredentials);
        const auto refused = m_world->trySignIn(m_world->signInRequest(u"ann"_s));
        QCOMPARE(refused.error().code, ErrorCode::RateLimitExceeded);
        QVERIFY(*refused.error().retryAfter > 0);
        auto elsewhere = m_world->signInRequest(u"ann"_s);
        elsewhere.address = QHostAddress(u"198.51.100.7"_s);
        QVERIFY(m_world->trySignIn(elsewhere));
        m_world->advance(*refused.error().retryAfter);
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
    }

    void proofOfIdentityGrowsOld()
    {
        const auto tokens = m_world->signIn(u"ann"_s).tokens;
        const security::Principal ann = m_world->principal(tokens.accessToken);
        QVERIFY(m_world->auth->requireRecentProof(ann));
        m_world->advance(15 * 60 + 1);
        QCOMPARE(m_world->auth->requireRecentProof(ann).error().code, ErrorCode::ReauthenticationRequired);
        // A refresh is no proof.
        QVERIFY(m_world->run(m_world->auth->refresh(tokens.refreshToken)));
        QCOMPARE(m_world->auth->requireRecentProof(ann).error().code, ErrorCode::ReauthenticationRequired);
        const QHostAddress here(u"192.0.2.1"_s);
        QCOMPARE(m_world->run(m_world->auth->reauthenticate(ann, u"wrong"_s, here)).error().code,
                 ErrorCode::InvalidCredentials);
        QCOMPARE(m_world->auth->requireRecentProof(ann).error().code, ErrorCode::ReauthenticationRequired);
        QVERIFY(m_world->run(m_world->auth->reauthenticate(ann, QString(AccountsWorld::kPassword), here)));
        QVERIFY(m_world->auth->requireRecentProof(ann));
    }

    void useIsRecordedOnceAMinute()
    {
        const auto signedIn = m_world->signIn(u"ann"_s);
        const SessionId session = *m_world->principal(signedIn.tokens.accessToken).sessionId;
        const auto lastUsed = [&] {
            m_world->database().drain();
            return (**store::sessions::find(m_world->database().reader(), session)).lastUsedAt.ms;
        };
        const qint64 start = m_world->now().ms;
        m_world->advance(59);
        QCOMPARE(m_world->tokenRefusal(signedIn.tokens.accessToken), std::nullopt);
        QCOMPARE(lastUsed(), start);
        m_world->advance(1);
        QCOMPARE(m_world->tokenRefusal(signedIn.tokens.accessToken), std::nullopt);
        QCOMPARE(lastUsed(), start + 60'000);
    }

    /** Random walks of several sessions, held against a model: which token is good depends on nothing but this. */
    void tokensFollowTheModel()
    {
        struct Session {
            bool isAlive = true;
            QStringList refreshTokens;
            QString accessToken;
            Timestamp accessExpiresAt;
        };
        std::vector<Session> sessions;
        QRandomGenerator random(20'260'726);
        const auto accept = [&](Session &session, const protocol::Tokens &tokens) {
            session.refreshTokens.append(tokens.refreshToken);
            session.accessToken = tokens.accessToken;
            session.accessExpiresAt = m_world->now().plusSeconds(tokens.expiresIn);
        };
        for (int step = 0; step < 300; ++step) {
            const int dice = random.bounded(100);
            if (sessions.empty() || (dice < 5 && sessions.size() < 8)) {
                sessions.emplace_back();
                accept(sessions.back(), m_world->signIn(u"ann"_s, true).tokens);
                continue;
            }
            Session &session = sessions[size_t(random.bounded(int(sessions.size())))];
            if (dice < 60) {
                // The last one mostly, sometimes one that was used.
                const bool isLast = random.bounded(10) > 0;
                const qsizetype index = isLast ? session.refreshTokens.size() - 1
                                               : random.bounded(session.refreshTokens.size());
                const bool isGood = session.isAlive && index == session.refreshTokens.size() - 1;
                const auto refreshed = m_world->run(m_world->auth->refresh(session.refreshTokens[index]));
                QCOMPARE(refreshed.has_value(), isGood);
                if (isGood)
                    accept(session, *refreshed);
                else
                    session.isAlive = false;
            } else if (dice < 63 && session.isAlive && m_world->now() < session.accessExpiresAt) {
                QVERIFY(m_world->run(m_world->auth->signOut(m_world->principal(session.accessToken))));
                session.isAlive = false;
            } else {
                m_world->advance(random.bounded(600));
            }
            for (const Session &each : sessions) {
                const std::optional<ErrorCode> expected = m_world->now() >= each.accessExpiresAt
                    ? std::optional(ErrorCode::TokenExpired)
                    : each.isAlive ? std::nullopt
                                   : std::optional(ErrorCode::InvalidToken);
                QCOMPARE(m_world->tokenRefusal(each.accessToken), expected);
            }
        }
        QVERIFY(sessions.size() > 3);
    }

private:
    store::users::Row row() { return **store::users::find(m_world->database().reader(), m_ann); }

    std::unique_ptr<AccountsWorld> m_world;
    UserId m_ann;
};

QTEST_GUILESS_MAIN(AuthServiceTest)
#include "auth_service_test.moc"
