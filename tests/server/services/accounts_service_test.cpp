// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/users_store.h"
#include "tests/support/accounts_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using security::Principal;

/** Who may do what with other people's accounts, also where two try at once. */
class AccountsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_ann = m_world->person(u"ann"_s, u"admin"_s);
        m_bob = m_world->person(u"bob"_s, u"user"_s);
    }

    void cleanup() { m_world.reset(); }

    /** Whatever the order: after all these changes at once there is exactly one admin left. */
    void admins_data()
    {
        QTest::addColumn<QString>("way");
        QTest::newRow("demoting each other") << u"demote"_s;
        QTest::newRow("deactivating each other") << u"deactivate"_s;
        QTest::newRow("deleting each other") << u"delete"_s;
        QTest::newRow("each leaving") << u"leave"_s;
    }

    void admins()
    {
        QFETCH(const QString, way);
        QList<UserId> admins{m_ann};
        for (int i = 0; i < 7; ++i)
            admins.append(m_world->person(u"admin%1"_s.arg(i), u"admin"_s));
        QList<Principal> callers;
        for (int i = 0; i < 8; ++i)
            callers.append(signIn(i == 0 ? u"ann"_s : u"admin%1"_s.arg(i - 1)));

        std::vector<QCoro::Task<Result<protocol::User>>> changes;
        std::vector<QCoro::Task<Result<>>> removals;
        for (qsizetype i = 0; i < 8; ++i) {
            const UserId next = admins[(i + 1) % 8];
            if (way == "demote"_L1)
                changes.push_back(m_world->accounts->update(callers[i], next, {.roles = QStringList{u"user"_s}}));
            else if (way == "deactivate"_L1)
                changes.push_back(m_world->accounts->update(callers[i], next, {.isActive = false}));
            else if (way == "leave"_L1)
                changes.push_back(m_world->accounts->update(callers[i], admins[i], {.roles = QStringList{u"user"_s}}));
            else
                removals.push_back(m_world->accounts->remove(callers[i], next));
        }
        int done = 0;
        for (auto &change : changes)
            done += m_world->run(std::move(change)).has_value() ? 1 : 0;
        for (auto &removal : removals)
            done += m_world->run(std::move(removal)).has_value() ? 1 : 0;
        QVERIFY(done > 0);
        const qint64 left = *store::users::countAdmins(m_world->database().reader());
        QCOMPARE(left, 8 - done);
        QVERIFY(left >= 1);
        if (way == "leave"_L1)
            QCOMPARE(left, 1);
    }

    void rightsThatWereTakenMeanwhileAreGone()
    {
        m_world->person(u"carol"_s, u"admin"_s);
        const Principal carol = signIn(u"carol"_s);
        QVERIFY(m_world->administration->setRole(u"carol"_s, u"user"_s));
        // The request began while she was an admin.
        QVERIFY(carol.can("users.update"_L1));
        QCOMPARE(refusal(m_world->accounts->update(carol, m_bob, {.isActive = false})),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(refusal(m_world->accounts->remove(carol, m_bob)), ErrorCode::InsufficientPermissions);
        QCOMPARE(refusal(m_world->accounts->resetPassword(carol, m_bob, std::nullopt)),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(refusal(m_world->accounts->create(carol, draft(u"dave"_s))), ErrorCode::InsufficientPermissions);
    }

    /** Somebody who may change users, but is no admin: nobody above them, and no role above theirs. */
    void nobodyTouchesWhoHoldsMore()
    {
        Principal limited = signIn(u"ann"_s);
        limited.permissions = {u"users.create"_s, u"users.read"_s,     u"users.update"_s,
                               u"users.delete"_s, u"messages.send"_s,  u"channels.create"_s,
                               u"files.upload"_s, u"invites.create"_s, u"bots.manage"_s};
        const UserId root = m_world->person(u"root"_s, u"admin"_s);
        const auto refused = ErrorCode::InsufficientPermissions;
        QCOMPARE(refusal(m_world->accounts->update(limited, root, {.displayName = u"x"_s})), refused);
        QCOMPARE(refusal(m_world->accounts->update(limited, root, {.isActive = false})), refused);
        QCOMPARE(refusal(m_world->accounts->remove(limited, root)), refused);
        QCOMPARE(refusal(m_world->accounts->resetPassword(limited, root, std::nullopt)), refused);
        QCOMPARE(refusal(m_world->secondFactors->reset(limited, root)), refused);
        QCOMPARE(refusal(m_world->accounts->update(limited, m_bob, {.roles = QStringList{u"moderator"_s}})), refused);
        QCOMPARE(refusal(m_world->accounts->update(limited, m_bob, {.roles = QStringList{u"user"_s, u"admin"_s}})),
                 refused);
        QCOMPARE(refusal(m_world->accounts->create(limited, draft(u"dave"_s, {u"admin"_s}))), refused);
        QCOMPARE(refusal(m_world->accounts->create(limited, draft(u"dave"_s, {u"user"_s}))), std::nullopt);
        QCOMPARE(refusal(m_world->accounts->update(limited, m_bob, {.displayName = u"Bobby"_s})), std::nullopt);
        QCOMPARE(refusal(m_world->accounts->resetPassword(limited, m_bob, std::nullopt)), std::nullopt);
    }

    void rolesAndPasswordsNeedARecentProof()
    {
        const Principal ann = signIn(u"ann"_s);
        m_world->advance(qint64{16} * 60);
        const auto needed = ErrorCode::ReauthenticationRequired;
        QCOMPARE(refusal(m_world->accounts->update(ann, m_bob, {.roles = QStringList{u"moderator"_s}})), needed);
        QCOMPARE(refusal(m_world->accounts->create(ann, draft(u"dave"_s, {u"moderator"_s}))), needed);
        QCOMPARE(refusal(m_world->accounts->resetPassword(ann, m_bob, std::nullopt)), needed);
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"bob"_s)));
        // What grants nothing does not.
        QCOMPARE(refusal(m_world->accounts->update(ann, m_bob, {.roles = QStringList{u"user"_s}})), std::nullopt);
        QCOMPARE(refusal(m_world->accounts->update(ann, m_bob, {.displayName = u"Bobby"_s})), std::nullopt);
        QCOMPARE(refusal(m_world->accounts->create(ann, draft(u"dave"_s))), std::nullopt);
    }

    void keysOfAdminsGrantNothing()
    {
        const auto key = m_world->run(m_world->apiKeys->create(
            signIn(u"ann"_s), {.name = u"k"_s, .permissions = {u"write"_s, u"admin"_s}, .expiresAt = std::nullopt}));
        const Principal byKey = m_world->principal(*key->key);
        const auto refused = ErrorCode::InsufficientPermissions;
        QCOMPARE(refusal(m_world->accounts->update(byKey, m_bob, {.roles = QStringList{u"moderator"_s}})), refused);
        QCOMPARE(refusal(m_world->accounts->resetPassword(byKey, m_bob, std::nullopt)), refused);
        QCOMPARE(refusal(m_world->accounts->create(byKey, draft(u"dave"_s, {u"admin"_s}))), refused);
        QCOMPARE(refusal(m_world->accounts->create(byKey, draft(u"dave"_s))), std::nullopt);
        QCOMPARE(refusal(m_world->accounts->update(byKey, m_bob, {.isActive = false})), std::nullopt);
    }

    void aRefusedChangeChangesNothing()
    {
        const Principal ann = signIn(u"ann"_s);
        QCOMPARE(refusal(m_world->accounts->update(
                     ann, m_ann, {.displayName = u"Anna"_s, .roles = QStringList{u"user"_s}, .isActive = false})),
                 ErrorCode::Conflict);
        const auto row = **store::users::find(m_world->database().reader(), m_ann);
        QCOMPARE(row.displayName, u"ann"_s);
        QCOMPARE(row.roles, QStringList{u"admin"_s});
        QVERIFY(m_world->publisher.takeEnds().isEmpty());
        QCOMPARE(m_world->tokenRefusal(m_world->signIn(u"ann"_s).tokens.accessToken), std::nullopt);
    }

    void deletionLeavesNothingOfThePerson()
    {
        const auto bobs = m_world->signIn(u"bob"_s);
        const auto key = m_world->run(
            m_world->apiKeys->create(m_world->principal(bobs.tokens.accessToken),
                                     {.name = u"k"_s, .permissions = {u"read"_s}, .expiresAt = std::nullopt}));
        QVERIFY(m_world->run(m_world->accounts->remove(signIn(u"ann"_s), m_bob)));
        QCOMPARE(m_world->publisher.takeEnds(), QStringList{m_bob.toString()});
        QCOMPARE(m_world->tokenRefusal(bobs.tokens.accessToken), ErrorCode::InvalidToken);
        QCOMPARE(m_world->refusal(security::Credential::Kind::ApiKey, *key->key), ErrorCode::InvalidToken);
        for (const char *sql :
             {"SELECT count(*) FROM sessions WHERE user_id = ?", "SELECT count(*) FROM api_keys WHERE user_id = ?",
              "SELECT count(*) FROM user_roles WHERE user_id = ?", "SELECT count(*) FROM members WHERE user_id = ?"}) {
            const auto count = m_world->database().reader().run(sql, {m_bob.value()});
            QVERIFY((*count)->next());
            QCOMPARE((*count)->value(0).toInt(), 0);
        }
        const auto row = **store::users::find(m_world->database().reader(), m_bob);
        QVERIFY(row.isDeleted && !row.isActive && row.email.isEmpty() && row.roles.isEmpty());
        QCOMPARE(m_world->person(u"bob"_s) == m_bob, false);
    }

    /** Nobody can take the name that a deleted person will have, and so stand in the way of the deletion. */
    void theNameOfTheDeletedCannotBeTaken()
    {
        const QString name = u"deleted:%1"_s.arg(m_bob.value());
        const auto refused = m_world->run(m_world->accounts->create(signIn(u"ann"_s), draft(name)));
        QCOMPARE(refused.error().code, ErrorCode::ValidationError);
    }

private:
    Principal signIn(const QString &login) { return m_world->principal(m_world->signIn(login).tokens.accessToken); }

    static protocol::NewUser draft(const QString &username, const QStringList &roles = {})
    {
        return {.username = username,
                .email = {},
                .password = QString(AccountsWorld::kPassword),
                .displayName = {},
                .roles = roles};
    }

    template <typename T>
    std::optional<ErrorCode> refusal(QCoro::Task<Result<T>> task)
    {
        const auto outcome = m_world->run(std::move(task));
        return outcome ? std::nullopt : std::optional(outcome.error().code);
    }

    std::unique_ptr<AccountsWorld> m_world;
    UserId m_ann;
    UserId m_bob;
};

QTEST_GUILESS_MAIN(AccountsServiceTest)
#include "accounts_service_test.moc"
