// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/permissions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::security;

class PermissionsTest : public QObject
{
    Q_OBJECT

private slots:
    void rolesGrant()
    {
        const QStringList user = permissionsOf({u"user"_s});
        const QStringList moderator = permissionsOf({u"moderator"_s});
        const QStringList admin = permissionsOf({u"admin"_s});
        QVERIFY(admin.contains("system.manage"_L1) && admin.contains("users.create"_L1));
        QVERIFY(moderator.contains("messages.moderate"_L1) && !moderator.contains("system.manage"_L1));
        QVERIFY(!user.contains("messages.moderate"_L1) && user.contains("messages.send"_L1));
        for (const QString &permission : user)
            QVERIFY(moderator.contains(permission));
        for (const QString &permission : moderator)
            QVERIFY(admin.contains(permission));
        QCOMPARE(permissionsOf({u"user"_s, u"admin"_s}), admin);
        QCOMPARE(permissionsOf({u"emperor"_s}), QStringList());
        QCOMPARE(permissionsOf({}), QStringList());
    }

    void scopesAreReadFromNames()
    {
        QVERIFY(!Scopes::fromNames({}));
        QVERIFY(!Scopes::fromNames({u"read"_s, u"fly"_s}));
        QVERIFY(Scopes::fromNames({u"read"_s})->read);
        QVERIFY(!Scopes::fromNames({u"read"_s})->write);
        QVERIFY(Scopes::fromNames({u"write"_s})->write);
        QVERIFY(!Scopes::fromNames({u"write"_s})->admin);
    }

    void scopesOnlyTakeAway()
    {
        const QStringList admin = permissionsOf({u"admin"_s});
        const auto plain = *Scopes::fromNames({u"read"_s, u"write"_s});
        QVERIFY(!permissionsWithin(plain, admin).contains("system.manage"_L1));
        QVERIFY(permissionsWithin(plain, admin).contains("messages.moderate"_L1));
        QCOMPARE(rolesWithin(plain, {u"admin"_s, u"user"_s}), QStringList{u"user"_s});
        const auto full = *Scopes::fromNames({u"admin"_s});
        QCOMPARE(permissionsWithin(full, admin), admin);
        const QStringList user = permissionsOf({u"user"_s});
        QCOMPARE(permissionsWithin(full, user), user);
    }
};

QTEST_APPLESS_MAIN(PermissionsTest)
#include "permissions_test.moc"
