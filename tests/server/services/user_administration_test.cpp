// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/first_accounts.h"
#include "tests/support/accounts_world.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** The first start, and what `plexichat-server user` does. */
class UserAdministrationTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_world = std::make_unique<AccountsWorld>(); }
    void cleanup() { m_world.reset(); }

    void firstStartMakesOneAdmin()
    {
        services::FirstAccounts first(m_world->database(), *m_world->users, m_world->directory());
        const auto password = first.createAdmin();
        QVERIFY(password && *password);
        QVERIFY((*password)->size() >= 20);
        QFile file(m_world->directory() + "/initial-admin-password"_L1);
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), **password + u'\n');
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const auto signedIn = m_world->trySignIn(m_world->signInRequest(u"admin"_s, **password));
        QVERIFY(signedIn);
        QVERIFY(m_world->principal(signedIn->tokens.accessToken).isAdmin());

        const auto again = first.createAdmin();
        QVERIFY(again && !*again);
        QVERIFY(file.exists());

        QVERIFY(m_world->administration->setPassword(u"Admin"_s, u"a password of my own"_s));
        QVERIFY(!file.exists());
        QCOMPARE(m_world->tokenRefusal(signedIn->tokens.accessToken), ErrorCode::InvalidToken);
    }

    void noSecondAdminWhereThereIsOne()
    {
        m_world->person(u"grace"_s, u"admin"_s);
        services::FirstAccounts first(m_world->database(), *m_world->users, m_world->directory());
        const auto password = first.createAdmin();
        QVERIFY(password && !*password);
        QVERIFY(!QFile::exists(m_world->directory() + "/initial-admin-password"_L1));
    }

    void passwordFileThatCannotBeWrittenMakesNoAdmin()
    {
        services::FirstAccounts first(m_world->database(), *m_world->users, m_world->directory() + "/nowhere"_L1);
        QCOMPARE(first.createAdmin().error().code, ErrorCode::ServiceUnavailable);
        QVERIFY(m_world->administration->list()->isEmpty());
    }

    void developmentWorldIsTheReferences()
    {
        services::FirstAccounts first(m_world->database(), *m_world->users, m_world->directory());
        QVERIFY(first.createDevelopmentWorld());
        QVERIFY(first.createDevelopmentWorld());
        const auto admin = m_world->trySignIn(m_world->signInRequest(u"admin"_s, u"admin123"_s));
        QVERIFY(admin);
        const auto profile = m_world->users->ownProfile(m_world->principal(admin->tokens.accessToken));
        QCOMPARE(profile->id.toString(), u"user_123"_s);
        QCOMPARE(profile->displayName, u"Administrator"_s);
        QCOMPARE(profile->own->email, u"admin@example.com"_s);
        QCOMPARE(profile->roles, QStringList{u"admin"_s});
        QVERIFY(profile->own->permissions.contains("system.manage"_L1)
                && profile->own->permissions.contains("users.create"_L1));
        const auto john = m_world->trySignIn(m_world->signInRequest(u"john"_s, u"john12345"_s));
        QVERIFY(john);
        QCOMPARE(m_world->principal(john->tokens.accessToken).userId.toString(), u"user_456"_s);
        QCOMPARE(m_world->administration->list()->size(), 2);
        const auto password = first.createAdmin();
        QVERIFY(password && !*password);
    }

    void addingIsChecked()
    {
        const auto add = [this](const QString &name, const QString &password, const QString &role) {
            return m_world->administration->add({.username = name, .password = password, .role = role});
        };
        const QString good(AccountsWorld::kPassword);
        QVERIFY(add(u"Grace"_s, good, u"moderator"_s));
        QCOMPARE(m_world->administration->list()->first().username, u"grace"_s);
        QCOMPARE(m_world->administration->list()->first().roles, QStringList{u"moderator"_s});
        QCOMPARE(add(u"grace"_s, good, u"user"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(add(u"Not A Name"_s, good, u"user"_s).error().code, ErrorCode::ValidationError);
        QCOMPARE(add(u"ann"_s, u"short"_s, u"user"_s).error().code, ErrorCode::ValidationError);
        QCOMPARE(add(u"ann"_s, u"password123"_s, u"user"_s).error().code, ErrorCode::ValidationError);
        QCOMPARE(add(u"longenough"_s, u"LongEnough"_s, u"user"_s).error().code, ErrorCode::ValidationError);
        QCOMPARE(add(u"ann"_s, good, u"emperor"_s).error().code, ErrorCode::ValidationError);
        QCOMPARE(m_world->administration->list()->size(), 1);
    }

    void lastAdminStays()
    {
        m_world->person(u"root"_s, u"admin"_s);
        QCOMPARE(m_world->administration->setRole(u"root"_s, u"user"_s).error().code, ErrorCode::Conflict);
        QCOMPARE(m_world->administration->setActive(u"root"_s, false).error().code, ErrorCode::Conflict);
        QCOMPARE(*store::users::countAdmins(m_world->database().reader()), 1);
        m_world->person(u"second"_s, u"admin"_s);
        QVERIFY(m_world->administration->setActive(u"root"_s, false));
        QCOMPARE(m_world->administration->setRole(u"second"_s, u"user"_s).error().code, ErrorCode::Conflict);
    }

    void unknownPeopleAreNotFound()
    {
        QCOMPARE(m_world->administration->setRole(u"nobody"_s, u"user"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->administration->setActive(u"nobody"_s, false).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->administration->setPassword(u"nobody"_s, QString(AccountsWorld::kPassword)).error().code,
                 ErrorCode::NotFound);
    }

private:
    std::unique_ptr<AccountsWorld> m_world;
};

QTEST_GUILESS_MAIN(UserAdministrationTest)
#include "user_administration_test.moc"
