// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/client_name.h"
#include "tests/support/accounts_world.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using security::Principal;

/** A person's own sign-ins, and the change of a password, which ends them. */
class SessionsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_world->person(u"ann"_s);
        m_world->person(u"bob"_s);
    }

    void cleanup() { m_world.reset(); }

    void listsOnesOwnSessions()
    {
        const Principal first = signIn(u"ann"_s);
        m_world->advance(60);
        auto request = m_world->signInRequest(u"ann"_s);
        request.address = QHostAddress(u"2001:db8::7"_s);
        request.userAgent = u"Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"_s;
        const auto second = m_world->trySignIn(request);
        QVERIFY(second);
        (void)signIn(u"bob"_s);

        const auto page = m_world->sessions->list(m_world->principal(second->tokens.accessToken), 1, 50);
        QVERIFY(page);
        QCOMPARE(page->totalCount, 2);
        QCOMPARE(page->sessions.size(), 2);
        const protocol::Session &newest = page->sessions[0];
        QCOMPARE(newest.address, u"2001:db8::7"_s);
        QCOMPARE(newest.client, u"Firefox on Linux"_s);
        QCOMPARE(newest.userAgent, request.userAgent);
        QCOMPARE(newest.createdAt.ms, m_world->now().ms);
        QVERIFY(newest.isCurrent && !page->sessions[1].isCurrent);
        QCOMPARE(page->sessions[1].id, *first.sessionId);

        const auto last = m_world->sessions->list(first, 2, 1);
        QCOMPARE(last->sessions.size(), 1);
        QCOMPARE(last->sessions[0].id, *first.sessionId);
        QVERIFY(last->sessions[0].isCurrent);
    }

    void sessionsThatAreOverAreNotListed()
    {
        (void)signIn(u"ann"_s);
        m_world->advance(qint64{24} * 3'600);
        const Principal ann = signIn(u"ann"_s);
        const auto page = m_world->sessions->list(ann, 1, 50);
        QCOMPARE(page->totalCount, 1);
        QCOMPARE(page->sessions[0].id, *ann.sessionId);
    }

    void endingOneClosesItsSockets()
    {
        const auto other = m_world->signIn(u"ann"_s);
        const SessionId id = *m_world->principal(other.tokens.accessToken).sessionId;
        const Principal ann = signIn(u"ann"_s);
        QVERIFY(m_world->run(m_world->sessions->remove(ann, id)));
        QCOMPARE(m_world->publisher.takeEnds(), QStringList{id.toString()});
        QCOMPARE(m_world->tokenRefusal(other.tokens.accessToken), ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->auth->refresh(other.tokens.refreshToken)).error().code, ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->sessions->remove(ann, id)).error().code, ErrorCode::NotFound);
        QVERIFY(m_world->sessions->list(ann, 1, 50));
    }

    void othersSessionsAreUnknown()
    {
        const Principal bob = signIn(u"bob"_s);
        const auto ann = m_world->signIn(u"ann"_s);
        const SessionId annsSession = *m_world->principal(ann.tokens.accessToken).sessionId;
        QCOMPARE(m_world->run(m_world->sessions->remove(bob, annsSession)).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->tokenRefusal(ann.tokens.accessToken), std::nullopt);
        QVERIFY(m_world->publisher.takeEnds().isEmpty());
    }

    void keysHaveNoPartInSessions()
    {
        const Principal ann = signIn(u"ann"_s);
        const auto key = m_world->run(m_world->apiKeys->create(
            ann, {.name = u"k"_s, .permissions = {u"read"_s, u"write"_s}, .expiresAt = std::nullopt}));
        const Principal byKey = m_world->principal(*key->key);
        QCOMPARE(m_world->sessions->list(byKey, 1, 50).error().code, ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->run(m_world->sessions->remove(byKey, *ann.sessionId)).error().code,
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(change(byKey, QString(AccountsWorld::kPassword), u"quite another password"_s).error().code,
                 ErrorCode::InsufficientPermissions);
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
    }

    void changingThePasswordEndsTheOthers()
    {
        const auto other = m_world->signIn(u"ann"_s, true);
        const QString ended = m_world->principal(other.tokens.accessToken).sessionId->toString();
        const auto mine = m_world->signIn(u"ann"_s);
        const Principal ann = m_world->principal(mine.tokens.accessToken);
        // Long after the sign-in: the password itself is the proof.
        m_world->advance(qint64{20} * 60);
        const auto changed = change(ann, QString(AccountsWorld::kPassword), u"quite another password"_s);
        QVERIFY(changed);
        QCOMPARE(*changed, 1);
        QCOMPARE(m_world->publisher.takeEnds(), QStringList{ended});
        QCOMPARE(m_world->run(m_world->auth->refresh(other.tokens.refreshToken)).error().code, ErrorCode::InvalidToken);
        QCOMPARE(m_world->tokenRefusal(mine.tokens.accessToken), std::nullopt);
        QCOMPARE(m_world->trySignIn(m_world->signInRequest(u"ann"_s)).error().code, ErrorCode::InvalidCredentials);
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s, u"quite another password"_s)));
    }

    void newPasswordsAreChecked_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("common") << u"password123"_s;
        QTest::newRow("too short") << u"seven77"_s;
        QTest::newRow("the same") << QString(AccountsWorld::kPassword);
        QTest::newRow("the address") << u"Ann@Example.com"_s;
    }

    void newPasswordsAreChecked()
    {
        QFETCH(const QString, password);
        const Principal ann = signIn(u"ann"_s);
        const auto refused = change(ann, QString(AccountsWorld::kPassword), password);
        QCOMPARE(refused.error().code, ErrorCode::ValidationError);
        QCOMPARE(refused.error().details["field"_L1].toString(), u"new_password"_s);
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s)));
    }

    void theCurrentPasswordCannotBeGuessed()
    {
        const Principal ann = signIn(u"ann"_s);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(change(ann, u"wrong"_s, u"quite another password"_s).error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(change(ann, QString(AccountsWorld::kPassword), u"quite another password"_s).error().code,
                 ErrorCode::RateLimitExceeded);
    }

    void aSessionThatEndedMeanwhileChangesNothing()
    {
        const Principal ann = signIn(u"ann"_s);
        auto pending = m_world->passwords->change(ann, {QString(AccountsWorld::kPassword), u"quite another password"_s},
                                                  QHostAddress(u"192.0.2.1"_s));
        // The current password is being checked on the pool while somebody else ends the session.
        QVERIFY(!pending.isReady());
        QVERIFY(m_world->administration->setPassword(u"ann"_s, u"what the admin chose"_s));
        QVERIFY(!m_world->run(std::move(pending)));
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"ann"_s, u"what the admin chose"_s)));
    }

    void theFirstAdminsFileGoesWithThePassword()
    {
        m_world->person(u"admin"_s, u"admin"_s);
        const services::InitialAdminPassword file(m_world->directory());
        QVERIFY(file.write(QString(AccountsWorld::kPassword)));
        const Principal ann = signIn(u"ann"_s);
        QVERIFY(change(ann, QString(AccountsWorld::kPassword), u"quite another password"_s));
        QVERIFY(QFile::exists(file.path()));
        const Principal admin = signIn(u"admin"_s);
        QVERIFY(change(admin, QString(AccountsWorld::kPassword), u"quite another password"_s));
        QVERIFY(!QFile::exists(file.path()));
    }

    void clientsHaveNames_data()
    {
        QTest::addColumn<QString>("userAgent");
        QTest::addColumn<QString>("name");
        QTest::newRow("edge") << u"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                                 "Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"_s
                              << u"Edge on Windows"_s;
        QTest::newRow("safari") << u"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like "
                                   "Gecko) Version/17.6 Safari/605.1.15"_s
                                << u"Safari on macOS"_s;
        QTest::newRow("curl") << u"curl/8.5.0"_s << u"curl"_s;
        QTest::newRow("other") << u"python-requests/2.32.3"_s << u"python-requests"_s;
        QTest::newRow("nothing") << QString() << u"Unknown"_s;
        QTest::newRow("long") << QString(5'000, u'x') << QString(40, u'x');
    }

    void clientsHaveNames()
    {
        QFETCH(const QString, userAgent);
        QTEST(services::clientName(userAgent), "name");
    }

private:
    Principal signIn(const QString &login) { return m_world->principal(m_world->signIn(login).tokens.accessToken); }

    Result<qint64> change(const Principal &caller, const QString &current, const QString &next)
    {
        return m_world->run(m_world->passwords->change(caller, {current, next}, QHostAddress(u"192.0.2.1"_s)));
    }

    std::unique_ptr<AccountsWorld> m_world;
};

QTEST_GUILESS_MAIN(SessionsServiceTest)
#include "sessions_service_test.moc"
