// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Hosting a workspace with the real, bundled server program.
#include "app/application.h"
#include "tests/app/support/await.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;

namespace {

/** The test program as another program: starts a server in the directory, prints its address and waits to be killed. */
const QString kHostMode = u"--host"_s;

QString serverProgram()
{
    return QCoreApplication::applicationDirPath() + "/../bin/plexichat-server"_L1;
}

bool answers(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    return socket.waitForConnected(1000);
}

} // namespace

class HostingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    QString dataDirectory() const { return m_directory->filePath(u"workspace"_s); }
    ProfilePaths paths() const
    {
        return {.profile = u"test"_s,
                .configDirectory = m_directory->filePath(u"config"_s),
                .dataDirectory = m_directory->path()};
    }

private slots:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void startsAndStops()
    {
        LocalServer server(dataDirectory(), serverProgram());
        QVERIFY(server.prepare());
        QCOMPARE(QFileInfo(dataDirectory()).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        const auto added = await(
            server.addAdmin({.username = u"ann"_s, .displayName = u"Ann"_s, .password = u"quite a secret"_s}));
        QVERIFY2(added, added ? "" : qPrintable(added.error().message));
        const auto url = await(server.start(0));
        QVERIFY2(url, url ? "" : qPrintable(url.error().message));
        QVERIFY(server.isRunning());
        QVERIFY(answers(*url));
        ApiClient api(*url);
        QVERIFY(await(api.signIn(u"ann"_s, u"quite a secret"_s, true)));
        const auto me = await(api.me());
        QVERIFY(me);
        QVERIFY(me->roles.contains(u"admin"_s));
        QSignalSpy died(&server, &LocalServer::died);
        server.stop();
        QVERIFY(!server.isRunning());
        QVERIFY(!answers(*url));
        QCOMPARE(died.size(), 0);
        // On the same port again, with what it kept.
        const auto again = await(server.start(static_cast<quint16>(url->port())));
        QVERIFY(again);
        QCOMPARE(again->port(), url->port());
    }

    void saysWhyItDoesNotStart()
    {
        LocalServer missing(dataDirectory(), u"/nonexistent/plexichat-server"_s);
        QVERIFY(missing.prepare());
        QVERIFY(!await(missing.start(0)));
        LocalServer first(dataDirectory(), serverProgram());
        QVERIFY(await(first.start(0)));
        // Two servers on one directory: the second refuses, and says so.
        LocalServer second(dataDirectory(), serverProgram());
        const auto refused = await(second.start(0));
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains("It says"_L1), qPrintable(refused.error().message));
        LocalServer third(m_directory->filePath(u"other"_s), serverProgram());
        QVERIFY(third.prepare());
        const auto weak = await(third.addAdmin({.username = u"ann"_s, .displayName = {}, .password = u"short"_s}));
        QVERIFY(!weak);
        QVERIFY2(weak.error().message.contains("It says"_L1), qPrintable(weak.error().message));
    }

    void endsWithAnAppThatIsKilled()
    {
        QProcess app;
        app.start(QCoreApplication::applicationFilePath(), {kHostMode, dataDirectory()});
        QVERIFY(app.waitForStarted());
        QVERIFY(app.waitForReadyRead(20'000));
        const QUrl url(QString::fromUtf8(app.readLine()).trimmed());
        QVERIFY(answers(url));
        ::kill(static_cast<pid_t>(app.processId()), SIGKILL);
        QVERIFY(app.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!answers(url), 10'000);
    }

    void hostsFromTheWelcomePage()
    {
        QString address;
        {
            Application application(paths(), serverProgram());
            WelcomeController *welcome = application.welcome();
            QVERIFY(welcome->canHost());
            welcome->showHost();
            QCOMPARE(welcome->step(), WelcomeController::Host);
            welcome->startHosting(u""_s, u""_s, u""_s, u""_s);
            QVERIFY(!welcome->hostError().isEmpty());
            welcome->startHosting(u"Home"_s, u"Ann"_s, u"ann"_s, u"short"_s);
            QTRY_VERIFY(!welcome->isBusy());
            QVERIFY(!welcome->hostError().isEmpty());
            QCOMPARE(welcome->hostSteps()->state(HostStepsModel::CreateAccount), HostStepsModel::Failed);
            welcome->startHosting(u"Home"_s, u"Ann"_s, u"ann"_s, u"quite a secret"_s);
            QTRY_COMPARE_WITH_TIMEOUT(application.page(), Application::Workspace, 30'000);
            QCOMPARE(welcome->hostSteps()->state(HostStepsModel::SignIn), HostStepsModel::Done);
            QCOMPARE(application.session()->serverName(), u"Home"_s);
            QCOMPARE(application.session()->displayName(), u"Ann"_s);
            QTRY_COMPARE(application.session()->channelsState(), Session::Ready);
            application.session()->send(u"first words"_s);
            QTRY_COMPARE(application.session()->outbox().waitingCount(), 0);
            address = application.session()->serverAddress();
            application.quit();
        }
        QVERIFY(!answers(QUrl(address)));
        // The next start serves it again; tokens were kept for that session only, so it asks for the password.
        Application application(paths(), serverProgram());
        WelcomeController *welcome = application.welcome();
        welcome->connectTo(address);
        QTRY_COMPARE_WITH_TIMEOUT(welcome->step(), WelcomeController::SignIn, 20'000);
        welcome->signIn(u"ann"_s, u"quite a secret"_s, true);
        QTRY_COMPARE(application.page(), Application::Workspace);
        QTRY_COMPARE(application.session()->timeline()->rowCount(), 1);
    }
};

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == kHostMode) {
        LocalServer server(arguments[2], serverProgram());
        if (!server.prepare())
            return 1;
        const auto url = await(server.start(0));
        std::puts(url ? url->toString().toUtf8().constData() : "nothing");
        std::fflush(stdout);
        return QGuiApplication::exec();
    }
    HostingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "hosting_test.moc"
