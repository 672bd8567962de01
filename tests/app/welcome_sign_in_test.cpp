// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The welcome pages after the password: the code of a second factor; and before it: an account of one's own.
#include "app/application.h"
#include "tests/app/support/fake_server.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using protocol::SecondFactor;

class WelcomeSignInTest : public QObject
{
    Q_OBJECT

    const QString m_login = u"/api/v1/auth/login"_s;
    const QString m_verify = u"/api/v1/auth/mfa/verify"_s;

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<test::FakeServer> m_server;
    std::unique_ptr<Application> m_app;

    WelcomeController *welcome() { return m_app->welcome(); }
    SignUpErrors *errors() { return welcome()->signUpErrors(); }

    void connectToServer()
    {
        welcome()->connectTo(m_server->url().toString());
        QTRY_COMPARE(welcome()->step(), WelcomeController::SignIn);
        welcome()->chooseTokenStorage(WelcomeController::File);
    }

    void enterPassword()
    {
        connectToServer();
        welcome()->signIn(u"ann"_s, u"secret"_s, true);
        QTRY_COMPARE(welcome()->step(), WelcomeController::Code);
        QVERIFY(!welcome()->isBusy());
    }

    void enterCode(const QString &code)
    {
        welcome()->enterCode(code);
        QTRY_VERIFY(!welcome()->isBusy());
    }

    void signUp(const QString &username, const QString &email, const QString &password, const QString &invite)
    {
        welcome()->signUp(username, email, u"Zoe"_s, password, invite, true);
        QTRY_VERIFY(!welcome()->isBusy());
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
        m_server->code = u"123456"_s;
        m_app = std::make_unique<Application>(ProfilePaths{.profile = u"test"_s,
                                                           .configDirectory = m_directory->filePath(u"config"_s),
                                                           .dataDirectory = m_directory->filePath(u"data"_s)});
    }

    void cleanup()
    {
        m_app.reset();
        m_server.reset();
    }

    void asksForTheCode()
    {
        enterPassword();
        QVERIFY(welcome()->codeExplanation().contains("authenticator"_L1));
        QVERIFY(welcome()->codeError().isEmpty() && !welcome()->canSendCode());
        enterCode(u"000000"_s);
        QVERIFY(welcome()->codeError().contains("next one"_L1));
        QCOMPARE(welcome()->step(), WelcomeController::Code);
        // As authenticators show it.
        welcome()->enterCode(u" 123 456 "_s);
        QVERIFY(welcome()->codeError().isEmpty());
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QCOMPARE(m_server->count("POST", m_login), 1);
        QCOMPARE(m_server->count("POST", m_verify), 2);
        QCOMPARE(m_app->session()->username(), u"ann"_s);
    }

    void takesARecoveryCode()
    {
        enterPassword();
        enterCode(u"none-of-them"_s);
        QVERIFY(welcome()->codeError().contains("recovery codes"_L1));
        m_server->code = u"k0qz-7m9p"_s;
        enterCode(u"k0qz-7m9p"_s);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
    }

    void goesBackToThePasswordWhenItTookTooLong()
    {
        enterPassword();
        m_server->expireSecondSteps();
        enterCode(u"123456"_s);
        QCOMPARE(welcome()->step(), WelcomeController::SignIn);
        QVERIFY(welcome()->signInError().contains("password again"_L1));
        QCOMPARE(welcome()->suggestedUsername(), u"ann"_s);
        welcome()->signIn(u"ann"_s, u"secret"_s, true);
        QTRY_COMPARE(welcome()->step(), WelcomeController::Code);
        QVERIFY(welcome()->signInError().isEmpty() && welcome()->codeError().isEmpty());
        QTRY_VERIFY(!welcome()->isBusy());
        enterCode(u"123456"_s);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
    }

    void goesBackToThePasswordAfterFiveWrongCodes()
    {
        enterPassword();
        for (int i = 0; i < 5; ++i) {
            enterCode(u"00000%1"_s.arg(i));
            QCOMPARE(welcome()->step(), WelcomeController::Code);
        }
        enterCode(u"123456"_s);
        QCOMPARE(welcome()->step(), WelcomeController::SignIn);
        QVERIFY(!welcome()->signInError().isEmpty());
    }

    void goesBackByOneself()
    {
        enterPassword();
        welcome()->back();
        QCOMPARE(welcome()->step(), WelcomeController::SignIn);
        QCOMPARE(welcome()->suggestedUsername(), u"ann"_s);
        welcome()->enterCode(u"123456"_s);
        QVERIFY(!welcome()->isBusy());
        welcome()->back();
        QCOMPARE(welcome()->step(), WelcomeController::Connect);
    }

    void staysWhereTheServerDoesNotAnswer()
    {
        enterPassword();
        m_server->goAway();
        enterCode(u"123456"_s);
        QCOMPARE(welcome()->step(), WelcomeController::Code);
        QVERIFY(welcome()->codeError().contains("did not answer"_L1));
        QVERIFY(m_server->listen());
        enterCode(u"123456"_s);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
    }

    void sendsACodeToThePhone()
    {
        m_server->codeFactors = {SecondFactor::Totp, SecondFactor::Sms};
        enterPassword();
        QVERIFY(welcome()->canSendCode());
        QVERIFY(welcome()->codeExplanation().contains("authenticator"_L1));
        welcome()->sendCode();
        QTRY_VERIFY(!welcome()->isBusy());
        QVERIFY(welcome()->codeExplanation().contains("phone"_L1));
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/mfa/sms/send"_s), 1);
        enterCode(u"000000"_s);
        QVERIFY(welcome()->codeError().contains("another one sent"_L1));
        enterCode(u"123456"_s);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
    }

    void startsWithACodeToo()
    {
        m_app->startSignedIn(m_server->url().toString(), u"ann"_s, u"secret"_s);
        QTRY_COMPARE(welcome()->step(), WelcomeController::Code);
        QTRY_VERIFY(!welcome()->isResuming());
        enterCode(u"123456"_s);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
    }

    void makesAnAccount()
    {
        m_server->code.reset();
        m_server->invites = {u"come-in"_s};
        connectToServer();
        welcome()->showSignUp();
        QCOMPARE(welcome()->step(), WelcomeController::SignUp);
        signUp(u"zoe"_s, u"zoe@example.org"_s, u"a long enough one"_s, u""_s);
        QVERIFY(errors()->inviteCode().contains("needs an invite code"_L1));
        signUp(u"zoe"_s, u"zoe@example.org"_s, u"a long enough one"_s, u"wrong"_s);
        QVERIFY(errors()->inviteCode().contains("new one"_L1));
        signUp(u"ann"_s, u"zoe@example.org"_s, u"a long enough one"_s, u"come-in"_s);
        QVERIFY(errors()->inviteCode().isEmpty());
        QVERIFY(errors()->username().contains("Somebody"_L1));
        signUp(u"zoe"_s, u"zoe"_s, u"a long enough one"_s, u"come-in"_s);
        QVERIFY(errors()->username().isEmpty());
        QVERIFY(!errors()->email().isEmpty());
        signUp(u"zoe"_s, u"zoe@example.org"_s, u"short"_s, u"come-in"_s);
        QVERIFY(!errors()->password().isEmpty() && errors()->email().isEmpty() && errors()->other().isEmpty());
        QCOMPARE(welcome()->step(), WelcomeController::SignUp);
        signUp(u"zoe"_s, u"zoe@example.org"_s, u"a long enough one"_s, u" come-in "_s);
        QTRY_COMPARE(m_app->page(), Application::Workspace);
        QCOMPARE(m_app->session()->displayName(), u"Zoe"_s);
        QCOMPARE(m_server->count("POST", m_login), 1);
    }

    void saysWhyNoAccountCanBeMade()
    {
        connectToServer();
        welcome()->showSignUp();
        m_server->goAway();
        signUp(u"zoe"_s, u"zoe@example.org"_s, u"a long enough one"_s, u"come-in"_s);
        QVERIFY(errors()->other().contains("did not answer"_L1));
        welcome()->back();
        QCOMPARE(welcome()->step(), WelcomeController::SignIn);
        QVERIFY(errors()->other().isEmpty());
        errors()->take({.failure = Failure::Refused, .status = 403, .error = Error::forbidden(u"no"_s)}, true);
        QVERIFY(errors()->other().contains("administrator"_L1));
    }
};

QTEST_MAIN(WelcomeSignInTest)
#include "welcome_sign_in_test.moc"
