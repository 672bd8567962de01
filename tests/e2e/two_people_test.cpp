// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/person.h"
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/x_server.h"

#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace plexi::test;

/** Two people in two windows on a real X server, and the real plexichat-server, which dies in between. */
class TwoPeopleTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_server.start({u"--rate-limits"_s, u"off"_s}), m_server.standardError().constData());
        QVERIFY(m_admin.open());
        QVERIFY(m_john.open());
        QVERIFY(m_admin.signIn(m_server.url(), u"admin"_s, u"admin123"_s));
        QVERIFY(m_john.signIn(m_server.url(), u"john"_s, u"john12345"_s));
    }

    void oneWritesTheOtherReads()
    {
        QVERIFY(m_admin.openChannel(u"general"_s));
        QVERIFY(m_john.openChannel(u"general"_s));
        QVERIFY(m_admin.write(u"Good morning, John"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_john.sees(u"Good morning, John"_s), 20'000);
        QVERIFY(m_john.write(u"Good morning!"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.sees(u"Good morning!"_s), 20'000);
        QTRY_COMPARE(m_admin.timeline(), (QStringList{u"Good morning, John"_s, u"Good morning!"_s}));
        QCOMPARE(m_john.timeline(), m_admin.timeline());
    }

    void filesGoAlong()
    {
        QTemporaryDir folder;
        QFile plan(folder.filePath(u"plan.txt"_s));
        QVERIFY(plan.open(QIODevice::WriteOnly) && plan.write("The plan") > 0);
        plan.close();
        QImage picture(640, 400, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        QVERIFY(picture.save(folder.filePath(u"night.png"_s)));
        m_admin.session()->attach(
            {QUrl::fromLocalFile(folder.filePath(u"plan.txt"_s)), QUrl::fromLocalFile(folder.filePath(u"night.png"_s))},
            false);
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.sees(u"plan.txt"_s) && m_admin.sees(u"Ready"_s), 20'000);
        QVERIFY(m_admin.write(u"Both are here"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_john.sees(u"plan.txt"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_john.showsPicture(u"night.png"_s), 20'000);
    }

    void aKilledServerLosesNothing()
    {
        m_server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.session()->line() != plexi::app::Session::Online, 20'000);
        QVERIFY(m_admin.write(u"first while away"_s));
        QVERIFY(m_admin.write(u"second while away"_s));
        QVERIFY(m_john.write(u"and mine"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.sees(u"second while away"_s), 20'000);
        QCOMPARE(m_john.timeline().size(), 4);

        QVERIFY2(m_server.restart(), m_server.standardError().constData());
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.timeline().size() == 6 && m_john.timeline().size() == 6, 60'000);
        QTRY_COMPARE(m_admin.timeline(), m_john.timeline());

        RestClient reader(m_server.url());
        QCOMPARE(reader.signIn(u"john"_s, u"john12345"_s).status, 200);
        const QJsonArray page =
            reader.get(u"/api/v1/messages?channel_id=general"_s).json.value("messages"_L1).toArray();
        QStringList stored;
        for (const QJsonValue &message : page)
            stored.prepend(message["content"_L1].toString());
        QCOMPARE(m_admin.timeline(), stored);
        QVERIFY(stored.indexOf(u"first while away"_s) < stored.indexOf(u"second while away"_s));
        QTRY_COMPARE(m_john.session()->line(), plexi::app::Session::Online);
    }

    void theAppOpensAgainSignedIn()
    {
        m_john.close();
        QVERIFY(m_admin.write(u"Are you still there?"_s));
        QVERIFY(m_john.open());
        QTRY_VERIFY_WITH_TIMEOUT(m_john.session() && m_john.session()->line() == plexi::app::Session::Online, 30'000);
        QVERIFY(m_john.openChannel(u"general"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_john.sees(u"Are you still there?"_s), 20'000);
        QTRY_COMPARE(m_john.timeline(), m_admin.timeline());
    }

private:
    ServerProcess m_server;
    Person m_admin{u"admin"_s};
    Person m_john{u"john"_s};
};

int main(int argc, char *argv[])
{
    const auto display = XServer::start();
    if (!display)
        qFatal("Xvfb cannot be started");
    qputenv("DISPLAY", display->display());
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("QT_QUICK_BACKEND", "software");
    // No keychain here: the tokens go where the person says.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QGuiApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    TwoPeopleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "two_people_test.moc"
