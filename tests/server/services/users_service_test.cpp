// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accounts_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

namespace {

class OnlyOneOnline final : public realtime::PresenceDirectory
{
public:
    explicit OnlyOneOnline(UserId user) : m_user(user) { }
    protocol::PresenceStatus status(UserId user) const override
    {
        return user == m_user ? protocol::PresenceStatus::Dnd : protocol::PresenceStatus::Offline;
    }

private:
    UserId m_user;
};

} // namespace

class UsersServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_ann = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
    }

    void cleanup() { m_world.reset(); }

    void ownProfileHasThePrivatePart()
    {
        const auto own = m_world->users->ownProfile(m_ann);
        QVERIFY(own && own->own);
        QCOMPARE(own->own->email, u"ann@example.com"_s);
        QCOMPARE(own->own->permissions, m_ann.permissions);
        QCOMPARE(own->own->lastLogin->ms, m_world->now().ms);
        const auto other = m_world->users->profile(m_bob);
        QVERIFY(other && !other->own);
        QVERIFY(!other->toJson().contains("email"_L1) && !other->toJson().contains("preferences"_L1));
        QCOMPARE(m_world->users->profile(UserId(1)).error().code, ErrorCode::NotFound);
    }

    void statusComesFromPresence()
    {
        QCOMPARE(m_world->users->profile(m_bob)->status, protocol::PresenceStatus::Offline);
        const OnlyOneOnline presence(m_bob);
        m_world->users->setPresence(&presence);
        QCOMPARE(m_world->users->profile(m_bob)->status, protocol::PresenceStatus::Dnd);
        QCOMPARE(m_world->users->ownProfile(m_ann)->status, protocol::PresenceStatus::Offline);
        m_world->users->setPresence(nullptr);
    }

    void lastSeenIsKept()
    {
        QVERIFY(!m_world->users->profile(m_bob)->lastSeen);
        m_world->users->storeLastSeen(m_bob, {5'000});
        m_world->database().drain();
        QCOMPARE(m_world->users->profile(m_bob)->lastSeen->ms, 5'000);
    }

    void onlyGivenFieldsChange()
    {
        const auto named = update({.displayName = u"  Ann B.  "_s, .email = {}, .preferences = {}});
        QVERIFY(named);
        QCOMPARE(named->displayName, u"Ann B."_s);
        QCOMPARE(named->own->email, u"ann@example.com"_s);
        const auto moved = update({.displayName = {}, .email = u"New@Example.com"_s, .preferences = {}});
        QCOMPARE(moved->displayName, u"Ann B."_s);
        QCOMPARE(moved->own->email, u"New@Example.com"_s);
        QCOMPARE(m_world->users->ownProfile(m_ann)->own->email, u"New@Example.com"_s);
        // And signing in by the new address works, by the old one no longer.
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"new@example.com"_s)));
        QVERIFY(!m_world->trySignIn(m_world->signInRequest(u"ann@example.com"_s)));
    }

    void preferencesAreMerged()
    {
        QVERIFY(update({.displayName = {},
                        .email = {},
                        .preferences = QJsonObject{{"theme"_L1, "dark"_L1}, {"language"_L1, "en"_L1}}}));
        const auto merged = update(
            {.displayName = {}, .email = {}, .preferences = QJsonObject{{"language"_L1, "es"_L1}, {"x"_L1, true}}});
        QCOMPARE(merged->own->preferences,
                 (QJsonObject{{"theme"_L1, "dark"_L1}, {"language"_L1, "es"_L1}, {"x"_L1, true}}));
        const auto removed = update(
            {.displayName = {}, .email = {}, .preferences = QJsonObject{{"theme"_L1, QJsonValue::Null}}});
        QCOMPARE(removed->own->preferences, (QJsonObject{{"language"_L1, "es"_L1}, {"x"_L1, true}}));
        const auto tooMuch = update(
            {.displayName = {}, .email = {}, .preferences = QJsonObject{{"x"_L1, QString(20'000, u'x')}}});
        QCOMPARE(tooMuch.error().code, ErrorCode::ValidationError);
        QCOMPARE(m_world->users->ownProfile(m_ann)->own->preferences, removed->own->preferences);
    }

    void takenAddressIsAConflict()
    {
        const auto refused = update({.displayName = u"Changed"_s, .email = u"BOB@example.com"_s, .preferences = {}});
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().details.value("field"_L1), "email"_L1);
        QCOMPARE(m_world->users->ownProfile(m_ann)->displayName, u"ann"_s);
        QVERIFY(update({.displayName = {}, .email = u"ANN@example.com"_s, .preferences = {}}));
    }

    void searchFindsPeople()
    {
        QCOMPARE(m_world->users->search(u" AN "_s, 1, 10)->users.size(), 1);
        QCOMPARE(m_world->users->search(u"b"_s, 1, 10)->users.first().id, m_bob);
        QCOMPARE(m_world->users->search(u"zzz"_s, 1, 10)->totalCount, 0);
        QCOMPARE(m_world->users->search(u"n"_s, 1, 1)->users.size(), 1);
        m_world->person(u"nancy"_s);
        QCOMPARE(m_world->users->search(u"n"_s, 1, 1)->totalCount, 2);
        QVERIFY(m_world->users->search(u"n"_s, 2, 1)->users.first().id
                != m_world->users->search(u"n"_s, 1, 1)->users.first().id);
    }

    void hookRunsInTheAccountsTransaction()
    {
        QList<UserId> seen;
        m_world->onAccountMade = [&](store::WriteTransaction &transaction, UserId user) -> Result<> {
            seen.append(user);
            const auto found = store::users::find(transaction.connection(), user);
            return found && *found ? Result<>() : fail(Error::internal(u"not there yet"_s));
        };
        const UserId carl = m_world->person(u"carl"_s);
        QCOMPARE(seen, QList<UserId>{carl});
        m_world->onAccountMade = [](store::WriteTransaction &, UserId) -> Result<> {
            return fail(Error::forbidden(u"no"_s));
        };
        const auto refused = m_world->administration->add(
            {.username = u"dora"_s, .password = QString(AccountsWorld::kPassword), .role = u"user"_s});
        QCOMPARE(refused.error().code, ErrorCode::InsufficientPermissions);
        QVERIFY(!store::users::findByLogin(m_world->database().reader(), u"dora"_s)->has_value());
    }

private:
    Result<protocol::User> update(protocol::ProfileChange change)
    {
        return m_world->run(m_world->users->updateProfile(m_ann, std::move(change)));
    }

    std::unique_ptr<AccountsWorld> m_world;
    security::Principal m_ann;
    UserId m_bob;
};

QTEST_GUILESS_MAIN(UsersServiceTest)
#include "users_service_test.moc"
