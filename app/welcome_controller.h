// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_settings.h"
#include "app/hosting/local_server.h"
#include "app/kept_accounts.h"
#include "app/models/host_steps_model.h"
#include "app/models/remembered_servers_model.h"
#include "app/net/api_client.h"
#include "app/profile_paths.h"
#include "app/sign_up_errors.h"
#include "app/token_vault.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <limits>
#include <memory>

namespace plexi::app {

/** A finished sign-in: what a Session is made of. */
struct SignedIn {
    /** Has tokens and a keeper. The receiver owns it. */
    ApiClient *api = nullptr;
    protocol::User user = {};
    RememberedServer server = {};
    /** Nothing: what this account has is not to outlive the program. */
    std::optional<QByteArray> cacheKey = std::nullopt;
    /** Where it stands among the accounts: those that come back at the start have their places, others are at the end. */
    int rank = std::numeric_limits<int>::max();
    /** At the start, without being asked for. */
    bool comesBack = false;
};

/**
 * Everything before the workspace: connect, sign in, host. Main thread, owned by the application.
 */
class WelcomeController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the application")
    Q_PROPERTY(Step step READ step NOTIFY stepChanged FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged FINAL)
    /** True while the last account is being signed in at the start: show a quiet start page. */
    Q_PROPERTY(bool resuming READ isResuming NOTIFY busyChanged FINAL)
    Q_PROPERTY(QString address READ address NOTIFY serverChanged FINAL)
    Q_PROPERTY(QString serverVersion READ serverVersion NOTIFY serverChanged FINAL)
    Q_PROPERTY(QString serverHost READ serverHost NOTIFY serverChanged FINAL)
    /** Of a link, to fill in. */
    Q_PROPERTY(QString inviteCode READ inviteCode NOTIFY serverChanged FINAL)
    /** The user name that was typed, or the one last used there: to fill in. */
    Q_PROPERTY(QString suggestedUsername READ suggestedUsername NOTIFY serverChanged FINAL)
    /** By TLS, or within this very computer. */
    Q_PROPERTY(bool encrypted READ isEncrypted NOTIFY serverChanged FINAL)
    Q_PROPERTY(QString addressError READ addressError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString signInError READ signInError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(QString codeError READ codeError NOTIFY errorsChanged FINAL)
    /** Where the code comes from that the account asks for. */
    Q_PROPERTY(QString codeExplanation READ codeExplanation NOTIFY errorsChanged FINAL)
    /** The account has a telephone, to which a code can be sent. */
    Q_PROPERTY(bool canSendCode READ canSendCode NOTIFY errorsChanged FINAL)
    Q_PROPERTY(plexi::app::SignUpErrors *signUpErrors READ signUpErrors CONSTANT FINAL)
    Q_PROPERTY(QString hostError READ hostError NOTIFY errorsChanged FINAL)
    Q_PROPERTY(plexi::app::RememberedServersModel *rememberedServers READ rememberedServers CONSTANT FINAL)
    Q_PROPERTY(plexi::app::HostStepsModel *hostSteps READ hostSteps CONSTANT FINAL)
    /** A server program is bundled. */
    Q_PROPERTY(bool canHost READ canHost CONSTANT FINAL)
    Q_PROPERTY(TokenStorage tokenStorage READ tokenStorage NOTIFY tokenStorageChanged FINAL)

public:
    enum Step { Connect, SignIn, Code, SignUp, Host };
    Q_ENUM(Step)
    /** The values of TokenVault::Storage, for QML. */
    enum TokenStorage { Keychain, NeedsChoice, File, SessionOnly };
    Q_ENUM(TokenStorage)

    /** @p serverProgram: what hosts a workspace; empty for the bundled one. */
    WelcomeController(const ProfilePaths &paths, AppSettings *settings, const QString &serverProgram = {},
                      QObject *parent = nullptr);
    ~WelcomeController() override;

    Step step() const { return m_step; }
    bool isBusy() const { return m_busy > 0; }
    bool isResuming() const { return m_isResuming; }
    QString address() const { return m_address; }
    QString serverVersion() const { return m_serverVersion; }
    QString serverHost() const;
    QString suggestedUsername() const;
    QString inviteCode() const { return m_inviteCode; }
    bool isEncrypted() const;
    QString addressError() const { return m_addressError; }
    QString signInError() const { return m_signInError; }
    QString codeError() const { return m_codeError; }
    QString codeExplanation() const;
    bool canSendCode() const;
    SignUpErrors *signUpErrors() { return &m_signUpErrors; }
    QString hostError() const { return m_hostError; }
    RememberedServersModel *rememberedServers() { return &m_servers; }
    HostStepsModel *hostSteps() { return &m_hostSteps; }
    bool canHost() const;
    TokenStorage tokenStorage() const { return static_cast<TokenStorage>(m_vault.storage()); }

    Q_INVOKABLE void chooseTokenStorage(TokenStorage storage);
    /** Asks the server at @p address who it is, then goes to SignIn. "https://" is assumed, but for this computer. */
    Q_INVOKABLE void connectTo(const QString &address);
    /** Goes to Code where the account has a second factor. */
    Q_INVOKABLE void signIn(const QString &username, const QString &password, bool keepSignedIn);
    /** Of the authenticator, of a text message, or a recovery code. */
    Q_INVOKABLE void enterCode(const QString &code);
    /** Sends one to the account's telephone. */
    Q_INVOKABLE void sendCode();
    Q_INVOKABLE void showSignUp();
    /** Makes an account, and signs it in. */
    Q_INVOKABLE void signUp(const QString &username, const QString &email, const QString &displayName,
                            const QString &password, const QString &inviteCode, bool keepSignedIn);
    /** To the step before. */
    Q_INVOKABLE void back();
    Q_INVOKABLE void showHost();
    Q_INVOKABLE void startHosting(const QString &workspaceName, const QString &displayName, const QString &username,
                                  const QString &password);

    /** At the start: finds out where tokens can be kept and signs the kept accounts in again, the one first that was shown. */
    void resumeAll();
    /** The window has shown its first picture: what is not seen may use the machine now. */
    void announceFirstPicture();
    bool isPictured() const { return m_isPictured; }
    /** From the beginning, for another account. */
    void startOver();
    /** Fills in what a link said: where, and by which invitation; it may be empty. Asks nobody. */
    void suggest(const QString &address, const QString &inviteCode);
    /** Tells which accounts are signed in, by RememberedServer::tokenKey(). */
    void setSignedInCheck(std::function<bool(const QString &)> check) { m_isSignedIn = std::move(check); }
    KeptAccounts &keptAccounts() { return m_kept; }
    /** Without a page: connects and signs in, as `--sign-in` wants it. */
    void signInTo(const QString &address, const QString &username, const QString &password);
    /** The session is over: its tokens are of no use any more. */
    void sessionEnded(const RememberedServer &server);
    /** Shows the sign-in to this server, and @p reason; the start where there is none. */
    void askAgain(const RememberedServer &server, const QString &reason);
    /** The account was signed out and its cache is gone. */
    void forgetCacheKey(const RememberedServer &server) { m_vault.forgetCacheKey(server.tokenKey()); }
    void stopHosting();

    /**
     * "chat.example.org" → https://chat.example.org; "localhost:8000", "192.168.1.5:8000" → http://…, since addresses of this
     * computer and of a private network have no certificates. Invalid where it is no address.
     */
    static QUrl urlFromInput(const QString &text);

signals:
    void stepChanged();
    void busyChanged();
    void serverChanged();
    void errorsChanged();
    void tokenStorageChanged();
    void signedIn(const plexi::app::SignedIn &account);
    /** Somebody signed in to an account that is signed in: there is nothing new to show. */
    void wasSignedIn(const QString &key);
    void firstPictureShown();

private:
    /** A right password, and what is known of the account that it opens together with a code. */
    struct SecondStep {
        protocol::MfaRequired required;
        RememberedServer server;
        bool isKept = false;
        QString displayName;
        /** A code was asked for by text message. */
        bool isByPhone = false;

        protocol::SecondFactor methodOf(const QString &code) const;
    };

    QCoro::Task<> runConnect(QUrl url);
    QCoro::Task<> runSignIn(QString username, QString password, bool keep);
    QCoro::Task<> runCode(QString code);
    QCoro::Task<> runSendCode();
    QCoro::Task<> runSignUp(Newcomer person, bool keep);
    void showCodeFault(const ApiError &fault, protocol::SecondFactor method);
    void setCodeError(const QString &text);
    /** For the server at m_address. */
    RememberedServer serverFor(const QString &username) const;
    QCoro::Task<> runResume();
    QCoro::Task<> resume(KeptAccount account);
    QCoro::Task<> runSignInTo(QString address, QString username, QString password);
    QCoro::Task<> runHosting(QString workspaceName, FirstAccount account);
    /** Asks who answers at m_api's address. */
    QCoro::Task<ApiResult<>> probe();
    /**
     * Signs in with m_api and announces the session; @p server's name may be empty. Where the account asks for a code, it goes to
     * that step, and the error has its secondStep.
     */
    QCoro::Task<ApiResult<>> enter(QString password, RememberedServer server, bool keep, QString displayName);
    /** Announces the session that m_api has signed in to. */
    QCoro::Task<ApiResult<>> settle(RememberedServer server, bool keep, QString displayName);
    /** Starts the hosted workspace of this address, where it is one and does not run. */
    QCoro::Task<Result<QUrl>> startHosted(QString address);
    /** Starts the workspace of this computer, which was at @p address the last time; where it is now. */
    QCoro::Task<Result<QUrl>> startWorkspace(QString address);
    QCoro::Task<> keepTokens(QString key, protocol::Tokens tokens);
    /** Tells that @p api is signed in to @p account, whose api and cacheKey it fills in. */
    QCoro::Task<> announce(std::unique_ptr<ApiClient> api, SignedIn account, bool keep);
    static QString addressOf(const QUrl &url);
    void setStep(Step step);
    void setBusy(int change);
    void setErrors(const QString &address, const QString &signIn, const QString &host);
    void useServer(const QUrl &url);

    ProfilePaths m_paths;
    AppSettings *m_settings;
    RememberedServersModel m_servers;
    KeptAccounts m_kept;
    std::function<bool(const QString &)> m_isSignedIn = [](const QString &) {
        return false;
    };
    HostStepsModel m_hostSteps;
    LocalServer m_localServer;
    TokenVault m_vault;
    /** For the server at m_address; handed over when signed in. */
    std::unique_ptr<ApiClient> m_api;
    Step m_step = Connect;
    int m_busy = 0;
    bool m_isResuming = false;
    bool m_isPictured = false;
    QString m_address;
    QString m_serverVersion;
    QString m_addressError;
    QString m_signInError;
    QString m_hostError;
    QString m_codeError;
    QString m_username;
    QString m_inviteCode;
    std::optional<SecondStep> m_secondStep;
    SignUpErrors m_signUpErrors;
};

} // namespace plexi::app
