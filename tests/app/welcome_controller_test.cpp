// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "tests/app/support/await.h"
#include "tests/app/support/fake_server.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

class WelcomeControllerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<test::FakeServer> m_server;
    std::unique_ptr<Application> m_app;

    ProfilePaths paths() const
    {
        return {.profile = u"test"_s,
                .configDirectory = m_directory->filePath(u"config"_s),
                .dataDirectory = m_directory->filePath(u"data"_s)};
    }

    QByteArray tokensFile() const
    {
        QFile file(paths().tokensFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void restartApp()
    {
        m_app.reset();
        m_app = std::make_unique<Application>(paths());
    }

    WelcomeController *welcome() { return m_app->welcome(); }

    void connectAndSignIn(bool keep)
    {
        welcome()->connectTo(m_server->url().toString());
        QTRY_COMPARE(welcome()->step(), WelcomeController::SignIn);
        if (welcome()->tokenStorage() == WelcomeController::NeedsChoice && keep)
            welcome()->chooseTokenStorage(WelcomeController::File);
        welcome()->signIn(u"ann"_s, u"secret"_s, keep);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
    }

private slots:
    void initTestCase()
    {
        // No keychain: what is tested is the flow, not the desktop that the test runs on.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    }

    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<test::FakeServer>();
        const UserId ann = m_server->world.addUser(u"ann"_s, u"Ann"_s);
        m_server->world.addChannel(u"general"_s, protocol::ChannelType::Public, {ann});
        restartApp();
    }

    void cleanup()
    {
        m_app.reset();
        m_server.reset();
    }

    void readsAddresses_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("url");
        QTest::newRow("name") << u" chat.example.org "_s << u"https://chat.example.org"_s;
        QTest::newRow("name and port") << u"chat.example.org:8443/"_s << u"https://chat.example.org:8443"_s;
        QTest::newRow("this computer") << u"localhost:8000"_s << u"http://localhost:8000"_s;
        QTest::newRow("loopback") << u"127.0.0.1:8000"_s << u"http://127.0.0.1:8000"_s;
        QTest::newRow("loopback 6") << u"[::1]:8000"_s << u"http://[::1]:8000"_s;
        QTest::newRow("private network") << u"192.168.1.5:8000"_s << u"http://192.168.1.5:8000"_s;
        QTest::newRow("written out") << u"http://chat.example.org"_s << u"http://chat.example.org"_s;
        QTest::newRow("a path") << u"https://example.org/chat/?q=1#top"_s << u"https://example.org/chat"_s;
        QTest::newRow("nothing") << u""_s << QString();
        QTest::newRow("another scheme") << u"ftp://example.org"_s << QString();
        QTest::newRow("a password") << u"https://ann:secret@example.org"_s << QString();
        QTest::newRow("no host") << u"https:///x"_s << QString();
        QTest::newRow("rubbish") << u"not an address"_s << QString();
    }

    void readsAddresses()
    {
        QFETCH(QString, input);
        QFETCH(QString, url);
        QCOMPARE(WelcomeController::urlFromInput(input).toString(), url);
    }

    void saysWhatToDoAboutAnAddress()
    {
        welcome()->connectTo(u"not an address"_s);
        QVERIFY(!welcome()->addressError().isEmpty());
        m_server->goAway();
        welcome()->connectTo(m_server->url().toString());
        QVERIFY(welcome()->isBusy());
        QVERIFY(welcome()->addressError().isEmpty());
        QTRY_VERIFY(!welcome()->addressError().isEmpty());
        QCOMPARE(welcome()->step(), WelcomeController::Connect);
        QVERIFY(!welcome()->isBusy());
    }

    void signsInAndRemembers()
    {
        welcome()->connectTo(m_server->url().toString());
        QTRY_COMPARE(welcome()->step(), WelcomeController::SignIn);
        QCOMPARE(welcome()->serverVersion(), u"a.1.1-1"_s);
        QVERIFY(welcome()->isEncrypted());
        QCOMPARE(welcome()->tokenStorage(), WelcomeController::NeedsChoice);
        welcome()->signIn(u""_s, u""_s, true);
        QVERIFY(!welcome()->signInError().isEmpty());
        welcome()->signIn(u"ann"_s, u"wrong"_s, true);
        QTRY_VERIFY(welcome()->signInError().contains("password"_L1));
        welcome()->back();
        QVERIFY(welcome()->signInError().isEmpty());
        QCOMPARE(welcome()->step(), WelcomeController::Connect);
        connectAndSignIn(true);
        QCOMPARE(m_app->session()->displayName(), u"Ann"_s);
        QCOMPARE(welcome()->rememberedServers()->count(), 1);
        QCOMPARE(welcome()->rememberedServers()->at(0).username, u"ann"_s);
        // The settings hold no secret.
        QFile settings(paths().settingsFile());
        QVERIFY(settings.open(QIODevice::ReadOnly));
        const QByteArray text = settings.readAll();
        QVERIFY(text.contains("ann"));
        QVERIFY(!text.contains("access-") && !text.contains("refresh-") && !text.contains("secret"));
    }

    void comesBackSignedIn()
    {
        connectAndSignIn(true);
        restartApp();
        m_app->start();
        // The welcome page's form does not show on the way.
        QVERIFY(welcome()->isResuming() || m_app->page() == Application::Workspace);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QTRY_COMPARE(m_app->session()->line(), Session::Online);
        QCOMPARE(m_app->session()->username(), u"ann"_s);
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/login"_s), 1);
        // The pair was replaced on the way: the next start needs the new one.
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/refresh"_s), 1);
        restartApp();
        m_app->start();
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QTRY_COMPARE(m_app->session()->line(), Session::Online);
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/login"_s), 1);
    }

    void opensTheWorkspaceOffline()
    {
        connectAndSignIn(true);
        m_app.reset();
        m_server->goAway();
        restartApp();
        m_app->start();
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QTRY_COMPARE(m_app->session()->line(), Session::Offline);
        QVERIFY(m_server->listen());
        QTRY_COMPARE(m_app->session()->line(), Session::Online);
    }

    void forgetsWithoutKeeping()
    {
        connectAndSignIn(false);
        QVERIFY(!QFile::exists(paths().tokensFile()));
        restartApp();
        m_app->start();
        QTRY_VERIFY(!welcome()->isResuming());
        QCOMPARE(m_app->page(), Application::Welcome);
    }

    void signingOutWipesTheTokens()
    {
        connectAndSignIn(true);
        QVERIFY(tokensFile().contains("refresh-"));
        m_app->session()->signOut();
        QTRY_COMPARE(m_app->page(), Application::Welcome);
        QCOMPARE(m_app->session(), nullptr);
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/logout"_s), 1);
        QTRY_VERIFY(!tokensFile().contains("refresh-"));
        QCOMPARE(welcome()->step(), WelcomeController::Connect);
        restartApp();
        m_app->start();
        QTRY_VERIFY(!welcome()->isResuming());
        QCOMPARE(m_app->page(), Application::Welcome);
    }

    void asksAgainWhenTheServerEndsTheSession()
    {
        connectAndSignIn(true);
        m_server->refuseRefresh = true;
        restartApp();
        m_app->start();
        QTRY_COMPARE(welcome()->step(), WelcomeController::SignIn);
        QTRY_COMPARE(m_app->page(), Application::Welcome);
        QVERIFY(welcome()->signInError().contains("Sign in again"_L1));
        QCOMPARE(welcome()->suggestedUsername(), u"ann"_s);
        m_server->refuseRefresh = false;
        welcome()->signIn(u"ann"_s, u"secret"_s, true);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
    }

    void showsWhatIsKeptBeforeItConnects()
    {
        connectAndSignIn(true);
        QTRY_COMPARE(m_app->session()->line(), Session::Online);
        const qsizetype upgrades = m_server->upgrades.size();
        restartApp();
        m_app->start();
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        // Where nobody tells of a picture, it goes on without one after a while.
        QVERIFY(welcome()->isPictured() || m_server->upgrades.size() == upgrades);
        welcome()->announceFirstPicture();
        QTRY_COMPARE(m_app->session()->line(), Session::Online);
    }

    void startsSignedIn()
    {
        m_app->startSignedIn(m_server->url().toString(), u"ann"_s, u"secret"_s);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QVERIFY(!QFile::exists(paths().tokensFile()));
        restartApp();
        m_app->startSignedIn(m_server->url().toString(), u"ann"_s, u"wrong"_s);
        QTRY_VERIFY(!welcome()->signInError().isEmpty());
        QCOMPARE(welcome()->step(), WelcomeController::SignIn);
        m_server->goAway();
        m_app->startSignedIn(m_server->url().toString(), u"ann"_s, u"secret"_s);
        QTRY_VERIFY(!welcome()->addressError().isEmpty());
        QCOMPARE(welcome()->step(), WelcomeController::Connect);
    }
};

QTEST_MAIN(WelcomeControllerTest)
#include "welcome_controller_test.moc"
