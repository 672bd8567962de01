// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/audit_store.h"
#include "tests/support/accounts_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::AuditEntry;
using protocol::AuditQuery;

/** The audit log: what is in it, that it is only added to, and that tampering with it is found. */
class AuditServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_ann = m_world->person(u"ann"_s);
    }

    void cleanup() { m_world.reset(); }

    void tellsWhoDidWhatFromWhere()
    {
        const auto signedIn = m_world->signIn(u"ann"_s);
        const security::Principal ann = m_world->principal(signedIn.tokens.accessToken);
        const AuditEntry entry = entries().constFirst();
        QCOMPARE(entry.action, u"sign_in.succeeded"_s);
        QCOMPARE(entry.actor, m_ann);
        QCOMPARE(entry.actorName, u"ann"_s);
        QCOMPARE(entry.targetId, ann.sessionId->toString());
        QCOMPARE(entry.address, u"192.0.2.1"_s);
        QCOMPARE(entry.createdAt.ms, m_world->now().ms);
        QCOMPARE(actions(), u"sign_in.succeeded user.created"_s);
    }

    void failuresAreToldWithoutWhatWasTyped()
    {
        QVERIFY(!m_world->trySignIn(m_world->signInRequest(u"ann"_s, u"wrong"_s)));
        QVERIFY(!m_world->trySignIn(m_world->signInRequest(u"a secret in the wrong field"_s, u"wrong"_s)));
        QCOMPARE(actions(), u"sign_in.failed sign_in.failed user.created"_s);
        const QList<AuditEntry> all = entries();
        QCOMPARE(all[1].targetId, m_ann.toString());
        QCOMPARE(all[1].detail, u"password"_s);
        QVERIFY(!all[1].actor);
        QVERIFY(!all[0].targetId && !all[0].targetName && !all[0].actor);
        QCOMPARE(all[0].address, u"192.0.2.1"_s);
        QCOMPARE(all[0].detail, u"password"_s);
    }

    void lockoutsAreToldOnce()
    {
        for (int i = 0; i < 15; ++i)
            QVERIFY(!m_world->trySignIn(m_world->signInRequest(u"ann"_s, u"wrong"_s)));
        QCOMPARE(query({.action = u"sign_in.failed"_s}).size(), 10);
        QCOMPARE(query({.action = u"sign_in.locked_out"_s}).size(), 1);
    }

    void reusedRefreshTokensAreTold()
    {
        const auto first = m_world->signIn(u"ann"_s).tokens;
        const QString session = m_world->principal(first.accessToken).sessionId->toString();
        QVERIFY(m_world->run(m_world->auth->refresh(first.refreshToken)));
        QVERIFY(!m_world->run(m_world->auth->refresh(first.refreshToken, QHostAddress(u"198.51.100.7"_s))));
        const AuditEntry entry = entries().constFirst();
        QCOMPARE(entry.action, u"session.refresh_reused"_s);
        QCOMPARE(entry.targetId, session);
        QCOMPARE(entry.address, u"198.51.100.7"_s);
    }

    void changesOfCredentialsAreTold()
    {
        const auto other = m_world->signIn(u"ann"_s);
        const SessionId otherId = *m_world->principal(other.tokens.accessToken).sessionId;
        const security::Principal ann = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        const auto key = m_world->run(
            m_world->apiKeys->create(ann, {.name = u"k"_s, .permissions = {u"read"_s}, .expiresAt = std::nullopt}));
        QVERIFY(key);
        QVERIFY(m_world->run(m_world->apiKeys->remove(ann, key->id)));
        QVERIFY(m_world->run(m_world->sessions->remove(ann, otherId)));
        QVERIFY(m_world->run(m_world->passwords->change(
            ann, {QString(AccountsWorld::kPassword), u"quite another password"_s}, QHostAddress(u"192.0.2.1"_s))));
        QVERIFY(m_world->administration->setRole(u"ann"_s, u"moderator"_s));
        QVERIFY(m_world->administration->setPassword(u"ann"_s, u"what the admin chose"_s));
        QVERIFY(m_world->administration->setActive(u"ann"_s, false));
        QCOMPARE(actions(),
                 u"user.deactivated password.reset user.roles_changed password.changed session.ended api_key.deleted "
                 "api_key.created sign_in.succeeded sign_in.succeeded user.created"_s);
        QCOMPARE(query({.action = u"api_key.created"_s})[0].targetId, key->id.toString());
        QCOMPARE(query({.action = u"api_key.created"_s})[0].detail, u"read"_s);
        QCOMPARE(query({.action = u"user.roles_changed"_s})[0].detail, u"moderator"_s);
    }

    /** What is refused leaves no entry of a change, since both stand in one transaction. */
    void refusedChangesAreNotTold()
    {
        const security::Principal ann = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        const QString before = actions();
        QVERIFY(!m_world->run(m_world->apiKeys->remove(ann, ApiKeyId(1))));
        QVERIFY(!m_world->run(m_world->sessions->remove(ann, SessionId(1))));
        QVERIFY(!m_world->run(m_world->secondFactors->confirmTotp(ann, u"123456"_s)));
        m_world->person(u"root"_s, u"admin"_s);
        QVERIFY(!m_world->administration->setRole(u"root"_s, u"user"_s));
        QCOMPARE(actions(), "user.created "_L1 + before);
    }

    void isReadInPages()
    {
        for (int i = 0; i < 5; ++i)
            (void)m_world->signIn(u"ann"_s);
        const UserId bob = m_world->person(u"bob"_s);
        auto page = *m_world->audit().list({.limit = 3});
        QVERIFY(page.hasMore);
        QStringList seen;
        for (;;) {
            for (const AuditEntry &entry : page.entries)
                seen.append(entry.id.toString());
            if (!page.hasMore)
                break;
            page = *m_world->audit().list({.before = page.entries.last().id, .limit = 3});
        }
        QCOMPARE(seen,
                 (QStringList{u"audit_7"_s, u"audit_6"_s, u"audit_5"_s, u"audit_4"_s, u"audit_3"_s, u"audit_2"_s,
                              u"audit_1"_s}));
        QCOMPARE(query({.actor = m_ann}).size(), 5);
        QCOMPARE(query({.actor = bob}).size(), 0);
        QCOMPARE(query({.target = bob.toString()}).size(), 1);
        QCOMPARE(query({.action = u"user.created"_s, .target = bob.toString()}).size(), 1);
        QCOMPARE(query({.actor = m_ann, .action = u"user.created"_s}).size(), 0);
        QCOMPARE(query({.actor = m_ann, .target = bob.toString()}).size(), 0);
        QCOMPARE(m_world->audit().list({.target = u"nonsense"_s}).error().code, ErrorCode::ValidationError);
    }

    void theDatabaseRefusesChanges_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << u"UPDATE audit_entries SET action = 'x' WHERE number = 2"_s;
        QTest::newRow("delete") << u"DELETE FROM audit_entries WHERE number = 2"_s;
        QTest::newRow("replace")
            << u"INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE number = 2"_s;
        QTest::newRow("insert between") << u"INSERT INTO audit_entries VALUES (0, NULL, 'x', '', 0, '', 0, '', x'')"_s;
        QTest::newRow("head back") << u"UPDATE audit_head SET number = number - 1"_s;
        QTest::newRow("no head") << u"DELETE FROM audit_head"_s;
    }

    void theDatabaseRefusesChanges()
    {
        QFETCH(const QString, statement);
        (void)m_world->signIn(u"ann"_s);
        QVERIFY(!execute({statement}));
        QCOMPARE(findings(), QStringList());
        QCOMPARE(query({}).size(), 2);
    }

    void tamperingIsFound_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<QString>("finding");
        const auto change = [](const QString &what) {
            return QStringList{u"UPDATE audit_entries SET %1 WHERE number = 3"_s.arg(what)};
        };
        const QString third = u"audit_3: it was changed, or what stood before it"_s;
        QTest::newRow("actor") << change(u"actor_id = 7"_s) << third;
        QTest::newRow("no actor") << change(u"actor_id = NULL"_s) << third;
        QTest::newRow("action") << change(u"action = 'user.updated'"_s) << third;
        QTest::newRow("target kind") << change(u"target_kind = 'user'"_s) << third;
        QTest::newRow("target") << change(u"target_id = target_id + 1"_s) << third;
        QTest::newRow("detail") << change(u"detail = 'x'"_s) << third;
        QTest::newRow("time") << change(u"created_at = created_at + 1"_s) << third;
        QTest::newRow("seal") << change(u"seal = zeroblob(32)"_s) << third;
        QTest::newRow("key") << change(u"key_id = 'another'"_s) << u"audit_3: its key is not in secret.key"_s;
        QTest::newRow("taken away") << QStringList{u"DELETE FROM audit_entries WHERE number = 3"_s}
                                    << u"audit_3: it is missing"_s;
        QTest::newRow("two swapped") << QStringList{u"UPDATE audit_entries SET number = 99 WHERE number = 3"_s,
                                                    u"UPDATE audit_entries SET number = 3 WHERE number = 4"_s,
                                                    u"UPDATE audit_entries SET number = 4 WHERE number = 99"_s}
                                     << third;
        QTest::newRow("the newest taken away") << QStringList{u"DELETE FROM audit_entries WHERE number = 5"_s}
                                               << u"audit log: it ends with audit_4, and should with audit_5"_s;
        QTest::newRow("the newest, and the head set back")
            << QStringList{u"DELETE FROM audit_entries WHERE number = 5"_s,
                           u"UPDATE audit_head SET number = 4, last_seal ="
                           " (SELECT seal FROM audit_entries WHERE number = 4)"_s}
            << u"audit log: its end was not sealed by this server"_s;
    }

    void tamperingIsFound()
    {
        QFETCH(const QStringList, statements);
        QFETCH(const QString, finding);
        for (int i = 0; i < 4; ++i)
            (void)m_world->signIn(u"ann"_s);
        QCOMPARE(findings(), QStringList());
        // As somebody who has the file would.
        QStringList all{u"PRAGMA foreign_keys = OFF"_s};
        for (const QString &trigger : {u"audit_entries_follow"_s, u"audit_entries_stay"_s, u"audit_entries_remain"_s,
                                       u"audit_head_advances"_s, u"audit_head_remains"_s})
            all.append("DROP TRIGGER "_L1 + trigger);
        QVERIFY(execute(all + statements));
        QVERIFY2(findings().contains(finding), qPrintable(findings().join(u'\n')));
    }

    void anotherServersKeyIsFound()
    {
        (void)m_world->signIn(u"ann"_s);
        const auto other = security::KeyRing::loadOrCreate(m_world->directory() + "/other.key"_L1);
        QVERIFY(!findings(other).isEmpty());
        const auto none = security::KeyRing::load(m_world->directory() + "/nowhere.key"_L1);
        QVERIFY(!none);
        QCOMPARE(findings(none).size(), 1);
    }

    void namesAndAddressesCanBeForgotten()
    {
        (void)m_world->signIn(u"ann"_s);
        QVERIFY(!m_world->trySignIn(m_world->signInRequest(u"ann"_s, u"wrong"_s)));
        QVERIFY(m_world->database().writeAndWait([this](store::WriteTransaction &transaction) {
            return store::audit::forget(transaction.connection(), m_ann);
        }));
        const QList<AuditEntry> all = entries();
        QCOMPARE(all.size(), 3);
        for (const AuditEntry &entry : all)
            QVERIFY(!entry.actorName && !entry.targetName && !entry.address);
        QCOMPARE(all[1].actor, m_ann);
        QCOMPARE(findings(), QStringList());
    }

private:
    QList<AuditEntry> query(AuditQuery query)
    {
        query.limit = 100;
        const auto page = m_world->audit().list(query);
        if (!page)
            qFatal("%ls", qUtf16Printable(page.error().message));
        return page->entries;
    }

    QList<AuditEntry> entries() { return query({}); }

    /** Newest first. */
    QString actions()
    {
        QStringList names;
        for (const AuditEntry &entry : entries())
            names.append(entry.action);
        return names.join(u' ');
    }

    std::unique_ptr<store::Connection> open() const
    {
        auto connection = store::Connection::open(m_world->directory() + "/plexichat.db"_L1,
                                                  store::Connection::Mode::ReadWrite);
        return connection ? std::move(*connection) : nullptr;
    }

    bool execute(const QStringList &statements)
    {
        const auto connection = open();
        return std::ranges::all_of(
            statements, [&](const QString &statement) { return connection->executeOnce(statement).has_value(); });
    }

    QStringList findings() { return findings(security::KeyRing::load(m_world->directory() + "/secret.key"_L1)); }

    QStringList findings(const Result<security::KeyRing> &keys)
    {
        const auto found = services::AuditService::check(*open(), keys);
        return found ? *found : QStringList{found.error().message};
    }

    std::unique_ptr<AccountsWorld> m_world;
    UserId m_ann;
};

QTEST_GUILESS_MAIN(AuditServiceTest)
#include "audit_service_test.moc"
