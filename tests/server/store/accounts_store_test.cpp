// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/api_keys_store.h"
#include "server/store/sessions_store.h"
#include "server/store/users_store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::store;

namespace {

constexpr Timestamp kThen{1'700'000'000'000};

users::Row person(qint64 id, const QString &username, const QString &displayName = u"Somebody"_s)
{
    return {.id = UserId(id),
            .username = username,
            .email = username + "@Example.com"_L1,
            .displayName = displayName,
            .passwordHash = u"hash"_s,
            .roles = {u"user"_s},
            .preferences = {{"theme"_L1, "dark"_L1}},
            .createdAt = kThen};
}

sessions::Row session(qint64 id, UserId user, Timestamp expiresAt = {kThen.ms + 1000})
{
    return {.id = SessionId(id),
            .userId = user,
            .cookieHash = "cookie" + QByteArray::number(id),
            .refreshHash = "refresh",
            .isRemembered = true,
            .clientAddress = u"192.0.2.1"_s,
            .userAgent = u"test"_s,
            .createdAt = kThen,
            .authenticatedAt = kThen,
            .lastUsedAt = kThen,
            .expiresAt = expiresAt};
}

} // namespace

/** Rows of people, sessions and keys: what is written comes back, and what must be unique is. */
class AccountsStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        auto opened = Database::open({.path = m_folder->filePath(u"test.db"_s)});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        m_database = std::move(*opened);
    }

    void cleanup() { m_database.reset(); }

    void personComesBack()
    {
        users::Row ann = person(123, u"ann"_s, u"Änn 🎉"_s);
        ann.roles = {u"user"_s, u"admin"_s};
        QVERIFY(write([&](Connection &c) { return users::insert(c, ann); }));
        const auto found = users::find(reader(), UserId(123));
        QVERIFY(found && found->has_value());
        QCOMPARE((*found)->username, u"ann"_s);
        QCOMPARE((*found)->email, u"ann@Example.com"_s);
        QCOMPARE((*found)->displayName, u"Änn 🎉"_s);
        QCOMPARE((*found)->roles, (QStringList{u"admin"_s, u"user"_s}));
        QCOMPARE((*found)->preferences, ann.preferences);
        QCOMPARE((*found)->createdAt.ms, kThen.ms);
        QVERIFY((*found)->isActive);
        QVERIFY(!(*found)->lastLogin && !(*found)->lastSeen);
        QVERIFY(!users::find(reader(), UserId(124))->has_value());
    }

    void loginIsUsernameOrAddressInAnyCase()
    {
        QVERIFY(write([](Connection &c) { return users::insert(c, person(1, u"ann"_s)); }));
        for (const QString &login : {u"ann"_s, u"ANN"_s, u"ann@example.com"_s, u"Ann@EXAMPLE.com"_s})
            QVERIFY2(users::findByLogin(reader(), login)->has_value(), qPrintable(login));
        for (const QString &login : {u"an"_s, u"ann%"_s, QString(), u"@example.com"_s})
            QVERIFY2(!users::findByLogin(reader(), login)->has_value(), qPrintable(login));
    }

    void namesAndAddressesAreUnique()
    {
        QVERIFY(write([](Connection &c) { return users::insert(c, person(1, u"ann"_s)); }));
        QCOMPARE(write([](Connection &c) { return users::insert(c, person(2, u"ann"_s)); }).error().code,
                 ErrorCode::Conflict);
        users::Row bob = person(2, u"bob"_s);
        bob.email = u"ANN@example.com"_s;
        QCOMPARE(write([&](Connection &c) { return users::insert(c, bob); }).error().code, ErrorCode::Conflict);
        bob.email.clear();
        QVERIFY(write([&](Connection &c) { return users::insert(c, bob); }));
        users::Row eve = person(3, u"eve"_s);
        eve.email = u""_s;
        QVERIFY(write([&](Connection &c) { return users::insert(c, eve); }));
        QCOMPARE(*users::isEmailTaken(reader(), u"Ann@Example.com"_s, UserId(2)), true);
        QCOMPARE(*users::isEmailTaken(reader(), u"Ann@Example.com"_s, UserId(1)), false);
    }

    void searchFindsBeginningsFirst()
    {
        QVERIFY(write([](Connection &c) { return users::insert(c, person(1, u"joanna"_s, u"Joanna"_s)); }));
        QVERIFY(write([](Connection &c) { return users::insert(c, person(2, u"ann"_s, u"Écho Ann"_s)); }));
        QVERIFY(write([](Connection &c) { return users::insert(c, person(3, u"x_y"_s, u"100% X"_s)); }));
        const auto names = [this](const QString &text) {
            QStringList found;
            const auto rows = users::search(reader(), text, 10, 0);
            for (const users::Row &row : *rows)
                found.append(row.username);
            return found;
        };
        QCOMPARE(names(u"ann"_s), (QStringList{u"ann"_s, u"joanna"_s}));
        QCOMPARE(names(u"éCHO"_s), QStringList{u"ann"_s});
        QCOMPARE(names(u"%"_s), QStringList{u"x_y"_s});
        QCOMPARE(names(u"_"_s), QStringList{u"x_y"_s});
        QVERIFY(write([](Connection &c) { return users::setActive(c, UserId(2), false); }));
        QCOMPARE(names(u"ann"_s), QStringList{u"joanna"_s});
    }

    void changesOfAPerson()
    {
        QVERIFY(write([](Connection &c) { return users::insert(c, person(1, u"ann"_s)); }));
        QVERIFY(write([](Connection &c) { return users::updateProfile(c, UserId(1), u"New"_s, u"new@x.y"_s, {}); }));
        QVERIFY(write([](Connection &c) { return users::setRoles(c, UserId(1), {u"admin"_s}); }));
        QVERIFY(write([](Connection &c) { return users::setPasswordHash(c, UserId(1), u"other"_s); }));
        QVERIFY(write([](Connection &c) { return users::setLastLogin(c, UserId(1), {5}); }));
        QVERIFY(write([](Connection &c) { return users::setLastSeen(c, UserId(1), {9}); }));
        QVERIFY(write([](Connection &c) { return users::setLastSeen(c, UserId(1), {7}); }));
        const auto row = **users::find(reader(), UserId(1));
        QCOMPARE(row.displayName, u"New"_s);
        QCOMPARE(row.email, u"new@x.y"_s);
        QCOMPARE(row.roles, QStringList{u"admin"_s});
        QCOMPARE(row.passwordHash, u"other"_s);
        QCOMPARE(row.lastLogin->ms, 5);
        QCOMPARE(row.lastSeen->ms, 9);
        QCOMPARE(row.preferences, QJsonObject());
        QCOMPARE(*users::countAdmins(reader()), 1);
        QVERIFY(write([](Connection &c) { return users::setActive(c, UserId(1), false); }));
        QCOMPARE(*users::countAdmins(reader()), 0);
        QVERIFY(!write([](Connection &c) { return users::setRoles(c, UserId(1), {u"emperor"_s}); }));
        QCOMPARE((**users::find(reader(), UserId(1))).roles, QStringList{u"admin"_s});
    }

    void sessionsComeAndGo()
    {
        QVERIFY(write([](Connection &c) { return users::insert(c, person(1, u"ann"_s)); }));
        QVERIFY(write([](Connection &c) { return sessions::insert(c, session(10, UserId(1))); }));
        QVERIFY(write([](Connection &c) { return sessions::insert(c, session(11, UserId(1), {kThen.ms})); }));
        QVERIFY(!write([](Connection &c) { return sessions::insert(c, session(12, UserId(99))); }));

        const auto row = **sessions::find(reader(), SessionId(10));
        QCOMPARE(row.refreshHash, QByteArray("refresh"));
        QCOMPARE(row.clientAddress, u"192.0.2.1"_s);
        QVERIFY(row.isRemembered);
        for (const auto &caller :
             {sessions::caller(reader(), SessionId(10)), sessions::callerByCookie(reader(), "cookie10")}) {
            QVERIFY(caller && caller->has_value());
            QCOMPARE((*caller)->user.username, u"ann"_s);
            QCOMPARE((*caller)->user.roles, QStringList{u"user"_s});
            QVERIFY((*caller)->user.isActive);
            QCOMPARE((*caller)->sessionId, SessionId(10));
        }
        QVERIFY(!sessions::callerByCookie(reader(), "cookie")->has_value());

        QVERIFY(write([](Connection &c) { return sessions::rotate(c, SessionId(10), "next", {8}, {9}); }));
        QCOMPARE((**sessions::find(reader(), SessionId(10))).refreshHash, QByteArray("next"));
        QCOMPARE((**sessions::find(reader(), SessionId(10))).expiresAt.ms, 9);
        QVERIFY(
            write([](Connection &c) { return sessions::rotate(c, SessionId(10), "next", {8}, {kThen.ms + 1000}); }));

        QVERIFY(write([](Connection &c) { return sessions::removeExpired(c, UserId(1), kThen); }));
        QVERIFY(!sessions::find(reader(), SessionId(11))->has_value());
        QVERIFY(sessions::find(reader(), SessionId(10))->has_value());
        QCOMPARE(*write([](Connection &c) { return sessions::remove(c, SessionId(10)); }), true);
        QCOMPARE(*write([](Connection &c) { return sessions::remove(c, SessionId(10)); }), false);
        QVERIFY(!sessions::caller(reader(), SessionId(10))->has_value());
    }

    void keysBelongToTheirOwner()
    {
        QVERIFY(write([](Connection &c) { return users::insert(c, person(1, u"ann"_s)); }));
        const api_keys::Row key{.id = ApiKeyId(5),
                                .userId = UserId(1),
                                .name = u"bot"_s,
                                .keyHash = "h",
                                .scopes = {u"read"_s, u"write"_s},
                                .createdAt = kThen,
                                .expiresAt = Timestamp{3},
                                .lastUsedAt = {}};
        QVERIFY(write([&](Connection &c) { return api_keys::insert(c, key); }));
        const auto caller = api_keys::caller(reader(), "h");
        QVERIFY(caller && caller->has_value());
        QCOMPARE((*caller)->scopes, key.scopes);
        QCOMPARE((*caller)->expiresAt->ms, 3);
        QCOMPARE((*caller)->user.id, UserId(1));
        QVERIFY(!api_keys::caller(reader(), "H")->has_value());
        QVERIFY(write([](Connection &c) { return api_keys::setLastUsedAt(c, ApiKeyId(5), {4}); }));
        const auto rows = api_keys::list(reader(), UserId(1));
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().lastUsedAt->ms, 4);
        QCOMPARE(rows->first().name, u"bot"_s);
        QCOMPARE(*api_keys::count(reader(), UserId(1)), 1);
        QCOMPARE(*write([](Connection &c) { return api_keys::remove(c, ApiKeyId(5), UserId(2)); }), false);
        QCOMPARE(*write([](Connection &c) { return api_keys::remove(c, ApiKeyId(5), UserId(1)); }), true);
    }

private:
    Connection &reader() { return m_database->reader(); }

    template <typename Change, typename R = std::invoke_result_t<Change, Connection &>>
    R write(Change change)
    {
        return m_database->writeAndWait(
            [change](WriteTransaction &transaction) { return change(transaction.connection()); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(AccountsStoreTest)
#include "accounts_store_test.moc"
