// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several accounts side by side: two servers, and one app that is signed in to both.
#include "app/application.h"
#include "tests/app/support/fake_server.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

class AccountsTest : public QObject
{
    Q_OBJECT

    const QString m_login = u"/api/v1/auth/login"_s;
    const QString m_logout = u"/api/v1/auth/logout"_s;

    /** A server with ann and bob in "general". */
    struct Place {
        test::FakeServer server;
        UserId ann = server.world.addUser(u"ann"_s, u"Ann"_s);
        UserId bob = server.world.addUser(u"bob"_s, u"Bob"_s);
        ChannelId general = server.world.addChannel(u"general"_s, protocol::ChannelType::Public, {ann, bob});

        QString address() const { return server.url().toString(); }
    };

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Place> m_first;
    std::unique_ptr<Place> m_second;
    std::unique_ptr<Application> m_app;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    ProfilePaths paths() const
    {
        return {.profile = u"test"_s,
                .configDirectory = m_directory->filePath(u"config"_s),
                .dataDirectory = m_directory->filePath(u"data"_s)};
    }

    void restartApp()
    {
        m_tester.reset();
        m_app.reset();
        m_app = std::make_unique<Application>(paths());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_app->accounts(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    WelcomeController *welcome() { return m_app->welcome(); }
    AccountsModel *accounts() { return m_app->accounts(); }
    QVariant at(int row, int role) { return accounts()->index(row).data(role); }

    QStringList addresses()
    {
        QStringList list;
        for (int row = 0; row < accounts()->count(); ++row)
            list << at(row, AccountsModel::AddressRole).toString();
        return list;
    }

    QByteArray tokensFile() const
    {
        QFile file(paths().tokensFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void signIn(const Place &place, const QString &username, bool keep = true)
    {
        welcome()->connectTo(place.address());
        QTRY_COMPARE(welcome()->step(), WelcomeController::SignIn);
        welcome()->chooseTokenStorage(WelcomeController::File);
        welcome()->signIn(username, u"secret"_s, keep);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QTRY_COMPARE(m_app->session()->serverAddress(), place.address());
        QTRY_COMPARE(m_app->session()->line(), Session::Online);
        QTRY_COMPARE(m_app->session()->channelsState(), Session::Ready);
    }

    /** The second one is shown. */
    void signInToBoth()
    {
        signIn(*m_first, u"ann"_s);
        m_app->addAccount();
        signIn(*m_second, u"bob"_s);
        QCOMPARE(accounts()->count(), 2);
    }

    void startAgain()
    {
        restartApp();
        m_app->start();
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QTRY_VERIFY(!welcome()->isResuming());
        // Tokens are replaced on the way to the line: an app that ended in between would have the spent ones.
        for (int row = 0; row < accounts()->count(); ++row)
            QTRY_COMPARE(accounts()->sessionAt(row)->line(), Session::Online);
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
        m_first = std::make_unique<Place>();
        m_second = std::make_unique<Place>();
        restartApp();
    }

    void cleanup()
    {
        m_tester.reset();
        m_app.reset();
        m_first.reset();
        m_second.reset();
    }

    void addsAnother()
    {
        signIn(*m_first, u"ann"_s);
        QVERIFY(!m_app->isAdding());
        m_app->addAccount();
        QVERIFY(m_app->isAdding());
        QCOMPARE(m_app->page(), Application::Welcome);
        QCOMPARE(welcome()->step(), WelcomeController::Connect);
        QVERIFY(welcome()->address().isEmpty());
        m_app->leaveWelcome();
        QCOMPARE(m_app->page(), Application::Workspace);
        m_app->addAccount();
        signIn(*m_second, u"bob"_s);
        QVERIFY(!m_app->isAdding());
        QCOMPARE(addresses(), QStringList({m_first->address(), m_second->address()}));
        QCOMPARE(at(0, AccountsModel::UsernameRole).toString(), u"ann"_s);
        QVERIFY(!at(0, AccountsModel::IsCurrentRole).toBool() && at(1, AccountsModel::IsCurrentRole).toBool());
        // The first one has stayed on its line.
        QCOMPARE(accounts()->sessionAt(0)->line(), Session::Online);
    }

    void switches()
    {
        signInToBoth();
        QSignalSpy changed(m_app.get(), &Application::sessionChanged);
        m_app->showAccount(0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_app->session()->username(), u"ann"_s);
        m_app->showAccount(0);
        m_app->showAccount(7);
        QCOMPARE(changed.size(), 1);
        m_app->addAccount();
        m_app->showAccount(0);
        QCOMPARE(m_app->page(), Application::Workspace);
    }

    void tellsWhatIsUnreadInTheOthers()
    {
        QWindow window;
        window.show();
        window.requestActivate();
        QTRY_COMPARE(QGuiApplication::applicationState(), Qt::ApplicationActive);
        signInToBoth();
        QVERIFY(!at(0, AccountsModel::HasUnreadRole).toBool());
        QSignalSpy total(accounts(), &AccountsModel::mentionTotalChanged);
        QSignalSpy noticed(accounts()->sessionAt(0), &Session::noticed);
        m_first->server.world.post(m_first->bob, m_first->general, u"hello"_s);
        QTRY_VERIFY(at(0, AccountsModel::HasUnreadRole).toBool());
        // It is that account's open channel, and nobody looks at it; the other one's is looked at.
        QTRY_COMPARE(noticed.size(), 1);
        QSignalSpy seen(accounts()->sessionAt(1), &Session::noticed);
        m_second->server.world.post(m_second->ann, m_second->general, u"hello"_s);
        QTRY_COMPARE(m_app->session()->timeline()->rowCount(), 1);
        QCOMPARE(seen.size(), 0);
        QCOMPARE(at(0, AccountsModel::MentionCountRole).toInt(), 0);
        m_first->server.world.post(m_first->bob, m_first->general, u"hello @ann"_s);
        QTRY_COMPARE(at(0, AccountsModel::MentionCountRole).toInt(), 1);
        QVERIFY(!total.isEmpty());
        QCOMPARE(accounts()->mentionTotal(), 1);
        QCOMPARE(at(1, AccountsModel::MentionCountRole).toInt(), 0);
    }

    void signsOutOfOne()
    {
        signInToBoth();
        m_app->session()->signOut();
        QTRY_COMPARE(accounts()->count(), 1);
        QCOMPARE(m_app->page(), Application::Workspace);
        QCOMPARE(m_app->session()->serverAddress(), m_first->address());
        QCOMPARE(m_app->session()->line(), Session::Online);
        QCOMPARE(m_second->server.count("POST", m_logout), 1);
        QCOMPARE(m_first->server.count("POST", m_logout), 0);
        QTRY_VERIFY(!tokensFile().contains(m_second->address().toUtf8()));
        QVERIFY(tokensFile().contains(m_first->address().toUtf8()));
        startAgain();
        QCOMPARE(addresses(), QStringList{m_first->address()});
        m_app->session()->signOut();
        QTRY_COMPARE(m_app->page(), Application::Welcome);
        QVERIFY(!m_app->isAdding());
        QCOMPARE(accounts()->count(), 0);
    }

    void allComeBack()
    {
        signInToBoth();
        m_app->addAccount();
        // Two people at one server, one of them for this session only.
        signIn(*m_second, u"ann"_s, false);
        m_app->showAccount(1);
        startAgain();
        QCOMPARE(addresses(), QStringList({m_first->address(), m_second->address()}));
        QCOMPARE(m_app->session()->username(), u"bob"_s);
        m_app->showAccount(0);
        startAgain();
        QCOMPARE(addresses(), QStringList({m_first->address(), m_second->address()}));
        QCOMPARE(m_app->session()->username(), u"ann"_s);
        QCOMPARE(m_first->server.count("POST", m_login), 1);
        QCOMPARE(m_second->server.count("POST", m_login), 2);
    }

    void asksForThePasswordOfTheOneThatIsShown()
    {
        signInToBoth();
        m_second->server.refuseRefresh = true;
        m_second->server.expireAccessTokens();
        m_second->server.dropSockets();
        QTRY_COMPARE(accounts()->count(), 1);
        QVERIFY(m_app->isAdding());
        QCOMPARE(welcome()->step(), WelcomeController::SignIn);
        QCOMPARE(welcome()->address(), m_second->address());
        QVERIFY(!welcome()->signInError().isEmpty());
        m_app->leaveWelcome();
        QCOMPARE(m_app->session()->serverAddress(), m_first->address());
    }

    void leavesThePersonAloneWhenAnotherOneEnds()
    {
        signInToBoth();
        m_first->server.refuseRefresh = true;
        m_first->server.expireAccessTokens();
        m_first->server.dropSockets();
        QTRY_COMPARE(accounts()->count(), 1);
        QCOMPARE(m_app->page(), Application::Workspace);
        QCOMPARE(m_app->session()->serverAddress(), m_second->address());
        QVERIFY(m_app->session()->notice().contains("ann"_L1));
    }

    void followsLinks()
    {
        signInToBoth();
        const QString first = QUrl(m_first->address()).authority();
        m_app->openLink(u"plexichat://%1/channels/%2"_s.arg(first, m_first->general.toString()));
        QCOMPARE(m_app->session()->serverAddress(), m_first->address());
        QCOMPARE(m_app->session()->currentChannelId(), m_first->general.toString());
        m_app->openLink(u"https://%1/channels/%2"_s.arg(QUrl(m_second->address()).authority(), u"channel_1"_s));
        QCOMPARE(m_app->session()->serverAddress(), m_first->address());
        const protocol::Message message = m_first->server.world.post(m_first->bob, m_first->general, u"look here"_s);
        // As one person copies it, and another one gets it in a message.
        accounts()->sessionAt(0)->copyLink(message.id.toString());
        QCOMPARE(
            QGuiApplication::clipboard()->text(),
            u"plexichat://%1/channels/%2/messages/%3"_s.arg(first, m_first->general.toString(), message.id.toString()));
        m_app->showAccount(1);
        QSignalSpy shown(accounts()->sessionAt(0), &Session::messageShown);
        accounts()->sessionAt(1)->openLink(QGuiApplication::clipboard()->text());
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(shown.takeFirst().first().toString(), message.id.toString());
        QCOMPARE(m_app->session()->serverAddress(), m_first->address());
        m_app->showAccount(1);
        m_app->openLink(
            u"plexichat://%1/channels/%2/messages/%3"_s.arg(first, m_first->general.toString(), message.id.toString()));
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(m_app->session()->serverAddress(), m_first->address());
    }

    void followsALinkToAnotherServer()
    {
        signIn(*m_first, u"ann"_s);
        m_second->server.invites = {u"come-in"_s};
        m_app->openLink(u"plexichat://%1/invite/come-in"_s.arg(QUrl(m_second->address()).authority()));
        QVERIFY(m_app->isAdding());
        QCOMPARE(welcome()->step(), WelcomeController::Connect);
        // Somebody else wrote the link: its server hears nothing before the person wants it.
        QVERIFY(m_second->server.seen.isEmpty());
        welcome()->connectTo(welcome()->address());
        QTRY_COMPARE(welcome()->step(), WelcomeController::SignUp);
        QCOMPARE(welcome()->inviteCode(), u"come-in"_s);
        m_app->leaveWelcome();
        m_app->addAccount();
        QVERIFY(welcome()->inviteCode().isEmpty());
    }

    void followsALinkOnceTheAccountsAreBack()
    {
        signInToBoth();
        restartApp();
        m_app->start();
        m_app->openLink(
            u"plexichat://%1/channels/%2"_s.arg(QUrl(m_first->address()).authority(), m_first->general.toString()));
        QTRY_VERIFY(!welcome()->isResuming());
        QCOMPARE(accounts()->count(), 2);
        QVERIFY(!m_app->isAdding());
        QCOMPARE(m_app->session()->serverAddress(), m_first->address());
    }

    void knowsTheAccountThatIsThere()
    {
        signInToBoth();
        m_app->addAccount();
        welcome()->connectTo(m_first->address());
        QTRY_COMPARE(welcome()->step(), WelcomeController::SignIn);
        Session *known = accounts()->sessionAt(0);
        welcome()->signIn(u"ann"_s, u"secret"_s, true);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QCOMPARE(m_app->session(), known);
        QCOMPARE(accounts()->count(), 2);
        // Nobody needs that second sign-in.
        QCOMPARE(m_first->server.count("POST", m_logout), 1);
        startAgain();
        QCOMPARE(accounts()->count(), 2);
    }
};

QTEST_MAIN(AccountsTest)
#include "app_accounts_test.moc"
