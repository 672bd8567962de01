// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/account_rules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;

class AccountRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void usernames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        for (const QString &good : {u"ab"_s, u"a.b_c-1"_s, u"ANN"_s, QString(32, u'x'), u"..."_s})
            QTest::newRow(qPrintable(good)) << good << true;
        for (const QString &bad : {u""_s, u"a"_s, QString(33, u'x'), u"a b"_s, u"ann@x"_s, u"änn"_s, u"ann\n"_s,
                                   u"channel"_s, u"Here"_s, u"\u0130x"_s})
            QTest::newRow(qPrintable(u"not "_s + bad)) << bad << false;
    }

    void usernames()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        const auto checked = services::checkedUsername(name);
        QCOMPARE(checked.has_value(), good);
        if (good)
            QCOMPARE(*checked, name.toLower());
    }

    void emails_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("good");
        for (const QString &good : {u"a@b.c"_s, u"root@localhost"_s, u"first.last+tag@sub.example.com"_s,
                                    u" padded@example.com "_s, u"ü@münchen.de"_s, u"o'neil@example.com"_s})
            QTest::newRow(qPrintable(good)) << good << true;
        for (const QString &bad :
             {u""_s, u"a"_s, u"a@b"_s, u"a.b"_s, u"@b"_s, u"a@"_s, u"a@b@c"_s, u"a b@c"_s, u"a@b..c"_s, u"a@.b"_s,
              u"a@b\nBcc: x@y"_s, u"<a@b>"_s, QString(65, u'x') + "@b"_L1, u"a@"_s + QString(253, u'x')})
            QTest::newRow(qPrintable(u"not "_s + bad)) << bad << false;
    }

    void emails()
    {
        QFETCH(QString, email);
        QFETCH(bool, good);
        QCOMPARE(services::checkedEmail(email).has_value(), good);
    }

    void displayNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        for (const QString &good : {u"A"_s, u"Ann 🎉"_s, QString(u"🎉"_s).repeated(80), u"محمد"_s, u"👩\u200d🚀"_s})
            QTest::newRow(qPrintable(good)) << good << true;
        for (const QString &bad :
             {u""_s, u"   "_s, QString(u"🎉"_s).repeated(81), u"a\nb"_s, u"a\u202Eb"_s, u"a\u2028b"_s, u"a\u0007"_s})
            QTest::newRow(qPrintable(u"not "_s + bad)) << bad << false;
    }

    void displayNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(services::checkedDisplayName(name).has_value(), good);
    }
};

QTEST_APPLESS_MAIN(AccountRulesTest)
#include "account_rules_test.moc"
