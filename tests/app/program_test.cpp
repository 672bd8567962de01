// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself: its command line, and one window for each profile.
#include "app/command_line.h"
#include "app/profile_paths.h"
#include "app/single_instance.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::app;

class ProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void readsTheCommandLine()
    {
        CommandLine line = CommandLine::parse({u"plexichat"_s});
        QCOMPARE(line.wish, CommandLine::Wish::Run);
        QVERIFY(line.profile.isEmpty() && line.signInAddress.isEmpty());
        line = CommandLine::parse({u"plexichat"_s, u"--profile"_s, u"work"_s, u"--sign-in=http://localhost:8000"_s});
        QCOMPARE(line.wish, CommandLine::Wish::Run);
        QCOMPARE(line.profile, u"work"_s);
        QCOMPARE(line.signInAddress, u"http://localhost:8000"_s);
        line = CommandLine::parse({u"plexichat"_s, u"plexichat://chat.example.org/invite/x"_s});
        QCOMPARE(line.wish, CommandLine::Wish::Run);
        QCOMPARE(line.link, u"plexichat://chat.example.org/invite/x"_s);
        QCOMPARE(CommandLine::parse({u"plexichat"_s, u"--version"_s}).wish, CommandLine::Wish::Version);
        line = CommandLine::parse({u"plexichat"_s, u"--help"_s});
        QCOMPARE(line.wish, CommandLine::Wish::Help);
        QVERIFY(line.text.contains("PLEXICHAT_PASSWORD"_L1));
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("option") << QStringList{u"--passwort"_s};
        QTest::newRow("word") << QStringList{u"hello"_s};
        QTest::newRow("another link") << QStringList{u"https://chat.example.org"_s};
        QTest::newRow("two links") << QStringList{u"plexichat://a.example"_s, u"plexichat://b.example"_s};
        QTest::newRow("no value") << QStringList{u"--profile"_s};
        QTest::newRow("a path") << QStringList{u"--profile"_s, u"../other"_s};
        QTest::newRow("hidden") << QStringList{u"--profile"_s, u".x"_s};
        QTest::newRow("too long") << QStringList{u"--profile"_s, QString(65, u'x')};
        QTest::newRow("empty") << QStringList{u"--profile"_s, QString()};
    }

    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QStringList, arguments);
        const CommandLine line = CommandLine::parse(QStringList{u"plexichat"_s} + arguments);
        QCOMPARE(line.wish, CommandLine::Wish::WrongUsage);
        QVERIFY(!line.text.isEmpty());
    }

    void profilesAreApart()
    {
        const ProfilePaths standard = ProfilePaths::forProfile({});
        const ProfilePaths work = ProfilePaths::forProfile(u"work"_s);
        QCOMPARE(standard.profile, u"default"_s);
        QVERIFY(standard.configDirectory != work.configDirectory);
        QVERIFY(standard.instanceName() != work.instanceName());
        QVERIFY(work.workspaceDirectory().startsWith(work.dataDirectory));
    }

    void theSecondStartRaisesTheFirst()
    {
        const QTemporaryDir directory;
        SingleInstance first(directory.path(), u"a"_s);
        QVERIFY(first.claim());
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        SingleInstance second(directory.path(), u"a"_s);
        QSignalSpy told(&first, &SingleInstance::told);
        QVERIFY(!second.claim());
        QTRY_COMPARE(raised.size(), 1);
        QVERIFY(!second.claim(u"plexichat://chat.example.org"_s));
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toString(), u"plexichat://chat.example.org"_s);
        QCOMPARE(raised.size(), 2);
        // Whoever says nothing has said nothing.
        QVERIFY(!second.claim());
        QTRY_COMPARE(raised.size(), 3);
        QCOMPARE(told.size(), 1);
        const QTemporaryDir other;
        SingleInstance elsewhere(other.path(), u"b"_s);
        QVERIFY(elsewhere.claim());
    }

    void theNextStartFollowsTheFirst()
    {
        const QTemporaryDir directory;
        {
            SingleInstance first(directory.path(), u"a"_s);
            QVERIFY(first.claim());
        }
        SingleInstance next(directory.path(), u"a"_s);
        QVERIFY(next.claim());
    }
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
