// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accounts_world.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using security::Credential;

class ApiKeysServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_world->person(u"ann"_s);
        m_world->person(u"root"_s, u"admin"_s);
        m_ann = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        m_root = m_world->principal(m_world->signIn(u"root"_s).tokens.accessToken);
    }

    void cleanup() { m_world.reset(); }

    void keyIsShownOnceAndWorks()
    {
        const auto made = create(m_ann, {u"read"_s, u"write"_s});
        QVERIFY(made);
        static const QRegularExpression pattern(u"^plx_[0-9A-Za-z]{43}$"_s);
        QVERIFY2(pattern.match(*made->key).hasMatch(), qPrintable(*made->key));
        QVERIFY(!made->isExpired && !made->expiresAt && !made->lastUsedAt);
        const security::Principal byKey = m_world->principal(*made->key);
        QCOMPARE(byKey.userId, m_ann.userId);
        QCOMPARE(byKey.apiKeyId, made->id);
        QVERIFY(!byKey.sessionId && byKey.mayWrite);
        QCOMPARE(byKey.kind, Credential::Kind::ApiKey);
        m_world->database().drain();
        const auto listed = m_world->apiKeys->list(m_ann);
        QCOMPARE(listed->size(), 1);
        QVERIFY(!listed->first().key);
        QCOMPARE(listed->first().lastUsedAt->ms, m_world->now().ms);
        QVERIFY(m_world->apiKeys->list(m_root)->isEmpty());
    }

    void scopesCutRights()
    {
        const security::Principal reading = m_world->principal(*create(m_root, {u"read"_s})->key);
        QVERIFY(!reading.mayWrite && !reading.isAdmin() && !reading.can("users.read"_L1));
        const security::Principal writing = m_world->principal(*create(m_root, {u"write"_s})->key);
        QVERIFY(writing.mayWrite && !writing.isAdmin() && !writing.can("system.manage"_L1));
        const QString adminKey = *create(m_root, {u"admin"_s, u"write"_s})->key;
        QVERIFY(m_world->principal(adminKey).isAdmin() && m_world->principal(adminKey).can("system.manage"_L1));
        // The scope never gives more than the owner has at this moment.
        m_world->person(u"second"_s, u"admin"_s);
        QVERIFY(m_world->administration->setRole(u"root"_s, u"user"_s));
        QVERIFY(!m_world->principal(adminKey).isAdmin() && !m_world->principal(adminKey).can("system.manage"_L1));
    }

    void nobodyGrantsWhatTheyLack()
    {
        QCOMPARE(create(m_ann, {u"admin"_s}).error().code, ErrorCode::InsufficientPermissions);
        for (const QStringList &scopes : {QStringList(), QStringList{u"fly"_s}, QStringList{u"read"_s, u"READ"_s}}) {
            const auto refused = create(m_ann, scopes);
            QCOMPARE(refused.error().code, ErrorCode::ValidationError);
            QCOMPARE(refused.error().details.value("field"_L1), "permissions"_L1);
        }
    }

    void expiryIsTold()
    {
        const auto made = create(m_ann, {u"read"_s}, m_world->now().plusSeconds(60));
        QVERIFY(made && !made->isExpired);
        m_world->advance(60);
        QCOMPARE(m_world->refusal(Credential::Kind::ApiKey, *made->key), ErrorCode::TokenExpired);
        QVERIFY(m_world->apiKeys->list(m_ann)->first().isExpired);
        // The reference's own example.
        const auto past = create(m_ann, {u"read"_s, u"write"_s}, Timestamp::fromIso(u"2025-01-31T23:59:59Z"));
        QVERIFY(past && past->isExpired && past->key);
        QCOMPARE(m_world->refusal(Credential::Kind::ApiKey, *past->key), ErrorCode::TokenExpired);
    }

    void makingNeedsARecentProofAndNoKey()
    {
        const security::Principal byKey = m_world->principal(*create(m_ann, {u"read"_s, u"write"_s})->key);
        QCOMPARE(create(byKey, {u"read"_s}).error().code, ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->run(m_world->apiKeys->remove(byKey, *byKey.apiKeyId)).error().code,
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->run(m_world->auth->signOut(byKey)).error().code, ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->run(m_world->auth->reauthenticate(byKey, QString(AccountsWorld::kPassword), QHostAddress()))
                     .error()
                     .code,
                 ErrorCode::InsufficientPermissions);
        m_world->advance(qint64{16} * 60);
        QCOMPARE(create(m_ann, {u"read"_s}).error().code, ErrorCode::ReauthenticationRequired);
        QCOMPARE(m_world->apiKeys->list(m_ann)->size(), 1);
    }

    void deletingEndsItAtOnce()
    {
        const auto made = create(m_ann, {u"read"_s});
        QCOMPARE(m_world->run(m_world->apiKeys->remove(m_root, made->id)).error().code, ErrorCode::NotFound);
        QVERIFY(m_world->publisher.takeEnds().isEmpty());
        QVERIFY(m_world->run(m_world->apiKeys->remove(m_ann, made->id)));
        QCOMPARE(m_world->publisher.takeEnds(), QStringList{made->id.toString()});
        QCOMPARE(m_world->refusal(Credential::Kind::ApiKey, *made->key), ErrorCode::InvalidToken);
        QCOMPARE(m_world->run(m_world->apiKeys->remove(m_ann, made->id)).error().code, ErrorCode::NotFound);
    }

    void keyOfADeactivatedPersonIsDead()
    {
        const auto made = create(m_ann, {u"read"_s});
        QVERIFY(m_world->administration->setActive(u"ann"_s, false));
        QCOMPARE(m_world->refusal(Credential::Kind::ApiKey, *made->key), ErrorCode::InvalidToken);
    }

    void numberIsBounded()
    {
        for (qint64 i = 0; i < services::ApiKeysService::kMaxKeysPerPerson; ++i)
            QVERIFY(create(m_ann, {u"read"_s}));
        QCOMPARE(create(m_ann, {u"read"_s}).error().code, ErrorCode::Conflict);
        QVERIFY(create(m_root, {u"read"_s}));
    }

private:
    Result<protocol::ApiKey> create(const security::Principal &caller, const QStringList &scopes,
                                    std::optional<Timestamp> expiresAt = {})
    {
        return m_world->run(
            m_world->apiKeys->create(caller, {.name = u"bot"_s, .permissions = scopes, .expiresAt = expiresAt}));
    }

    std::unique_ptr<AccountsWorld> m_world;
    security::Principal m_ann;
    security::Principal m_root;
};

QTEST_GUILESS_MAIN(ApiKeysServiceTest)
#include "api_keys_service_test.moc"
