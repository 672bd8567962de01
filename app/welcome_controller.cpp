// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/welcome_controller.h"

#include "app/net/error_text.h"
#include <QCoroSignal>
#include <QHostAddress>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** How long the network waits for the first picture, which a minimised window may never show. */
constexpr std::chrono::milliseconds kPictureWait{1'000};

static_assert(static_cast<int>(WelcomeController::SessionOnly) == static_cast<int>(TokenVault::Storage::SessionOnly));

bool isThisComputer(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

WelcomeController::WelcomeController(const ProfilePaths &paths, AppSettings *settings, const QString &serverProgram,
                                     QObject *parent)
    : QObject(parent), m_paths(paths), m_settings(settings), m_servers(settings->storage()),
      m_kept(settings->storage()), m_localServer(paths.workspaceDirectory(), serverProgram),
      m_vault(paths.instanceName(), paths.tokensFile(), settings)
{
    connect(&m_vault, &TokenVault::storageChanged, this, &WelcomeController::tokenStorageChanged);
}

WelcomeController::~WelcomeController() = default;

QString WelcomeController::addressOf(const QUrl &url)
{
    // QUrl::StripTrailingSlash leaves the slash of an otherwise empty path.
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    QUrl plain = url;
    plain.setPath(path);
    return plain.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QUrl WelcomeController::urlFromInput(const QString &text)
{
    QString input = text.trimmed();
    const bool hasScheme = input.contains("://"_L1);
    if (!hasScheme)
        input.prepend("https://"_L1);
    QUrl url(input, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    const QHostAddress address(url.host());
    const bool isNear = isThisComputer(url.host()) || address.isPrivateUse() || address.isLinkLocal();
    if (!hasScheme && isNear)
        url.setScheme(u"http"_s);
    url.setQuery(QString());
    url.setFragment(QString());
    return QUrl(addressOf(url));
}

QString WelcomeController::serverHost() const
{
    const QUrl url(m_address);
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}

QString WelcomeController::suggestedUsername() const
{
    const RememberedServer *server = m_username.isEmpty() ? m_servers.find(m_address) : nullptr;
    return server ? server->username : m_username;
}

bool WelcomeController::isEncrypted() const
{
    const QUrl url(m_address);
    return url.scheme() == "https"_L1 || isThisComputer(url.host());
}

bool WelcomeController::canHost() const
{
    return m_localServer.hasProgram();
}

void WelcomeController::setStep(Step step)
{
    if (m_step == step)
        return;
    m_step = step;
    emit stepChanged();
}

void WelcomeController::setBusy(int change)
{
    m_busy += change;
    emit busyChanged();
}

void WelcomeController::setErrors(const QString &address, const QString &signIn, const QString &host)
{
    m_addressError = address;
    m_signInError = signIn;
    m_hostError = host;
    m_codeError.clear();
    m_signUpErrors.clear();
    emit errorsChanged();
}

void WelcomeController::useServer(const QUrl &url)
{
    m_address = addressOf(url);
    m_serverVersion.clear();
    m_username.clear();
    m_secondStep.reset();
    m_api = std::make_unique<ApiClient>(url);
    emit serverChanged();
}

void WelcomeController::chooseTokenStorage(TokenStorage storage)
{
    m_vault.choose(static_cast<TokenVault::Storage>(storage));
}

void WelcomeController::back()
{
    if (isBusy())
        return;
    setErrors({}, {}, {});
    m_secondStep.reset();
    setStep(m_step == Code || m_step == SignUp ? SignIn : Connect);
}

void WelcomeController::showHost()
{
    if (isBusy())
        return;
    setErrors({}, {}, {});
    m_hostSteps.restart();
    setStep(Host);
}

// Connect.

void WelcomeController::connectTo(const QString &address)
{
    if (isBusy())
        return;
    const QUrl url = urlFromInput(address);
    if (!url.isValid()) {
        setErrors(tr("This is no address of a server. Write it like chat.example.org or localhost:8000."), {}, {});
        return;
    }
    setErrors({}, {}, {});
    runConnect(url);
}

QCoro::Task<> WelcomeController::runConnect(QUrl url)
{
    const QPointer<WelcomeController> self(this);
    setBusy(1);
    const Result<QUrl> started = co_await startHosted(addressOf(url));
    if (!self)
        co_return;
    if (!started) {
        setBusy(-1);
        setErrors(started.error().message, {}, {});
        co_return;
    }
    useServer(started->isValid() ? *started : url);
    const ApiResult<> found = co_await probe();
    if (!self)
        co_return;
    if (found)
        co_await m_vault.find();
    if (!self)
        co_return;
    setBusy(-1);
    if (found)
        setStep(m_inviteCode.isEmpty() ? SignIn : SignUp);
    else
        setErrors(errorText(found.error()), {}, {});
}

QCoro::Task<ApiResult<>> WelcomeController::probe()
{
    const QPointer<WelcomeController> self(this);
    const ApiResult<ServerInfo> info = co_await m_api->serverInfo();
    if (!self)
        co_return cancelled();
    if (!info)
        co_return std::unexpected(info.error());
    m_serverVersion = info->version;
    emit serverChanged();
    co_return ApiResult<>{};
}

QCoro::Task<> WelcomeController::keepTokens(QString key, protocol::Tokens tokens)
{
    const QPointer<WelcomeController> self(this);
    const Result<> saved = co_await m_vault.store().save(key, tokens);
    // An old pair that stayed behind would be refused, and end the session: better to ask for the password next time.
    if (!saved && self)
        co_await m_vault.forget(key);
}

QCoro::Task<> WelcomeController::announce(std::unique_ptr<ApiClient> api, SignedIn account, bool keep)
{
    const QPointer<WelcomeController> self(this);
    if (keep) {
        const QString key = account.server.tokenKey();
        account.cacheKey = co_await m_vault.cacheKey(key);
        if (!self)
            co_return;
        api->setTokenKeeper([self, key](protocol::Tokens tokens) -> QCoro::Task<> {
            return self ? self->keepTokens(key, std::move(tokens)) : QCoro::Task<>();
        });
        m_kept.put({.server = account.server, .user = account.user});
    }
    account.api = api.release();
    emit signedIn(account);
}

// Without a page.

void WelcomeController::resumeAll()
{
    runResume();
}

void WelcomeController::announceFirstPicture()
{
    if (!std::exchange(m_isPictured, true))
        emit firstPictureShown();
}

QCoro::Task<> WelcomeController::runResume()
{
    const QPointer<WelcomeController> self(this);
    m_isResuming = true;
    setBusy(1);
    co_await m_vault.find();
    if (!self)
        co_return;
    const QList<KeptAccount> accounts = m_kept.currentFirst();
    QTimer::singleShot(kPictureWait, this, &WelcomeController::announceFirstPicture);
    for (const KeptAccount &account : accounts) {
        // The first is the one that is shown. The others wait until it is on the screen.
        if (&account != &accounts.constFirst() && !m_isPictured)
            co_await qCoro(this, &WelcomeController::firstPictureShown);
        if (!self)
            co_return;
        co_await resume(account);
        if (!self)
            co_return;
    }
    m_isResuming = false;
    setBusy(-1);
}

QCoro::Task<> WelcomeController::resume(KeptAccount account)
{
    const QPointer<WelcomeController> self(this);
    RememberedServer &server = account.server;
    if (server.isHosted) {
        const Result<QUrl> started = co_await startWorkspace(server.address);
        if (!self || !started)
            co_return;
        server.address = addressOf(*started);
    }
    const auto stored = co_await m_vault.store().load(server.tokenKey());
    // What cannot be read now may be there the next time.
    if (!self || !stored)
        co_return;
    if (!*stored) {
        m_kept.remove(server.tokenKey());
        co_return;
    }
    auto api = std::make_unique<ApiClient>(QUrl(server.address));
    protocol::Tokens tokens = **stored;
    // Nobody knows how old it is.
    tokens.expiresIn = 0;
    api->setTokens(tokens);
    SignedIn found{.user = account.user, .server = server, .rank = account.rank, .comesBack = true};
    co_await announce(std::move(api), std::move(found), true);
}

void WelcomeController::signInTo(const QString &address, const QString &username, const QString &password)
{
    runSignInTo(address, username, password);
}

QCoro::Task<> WelcomeController::runSignInTo(QString address, QString username, QString password)
{
    const QPointer<WelcomeController> self(this);
    const QUrl url = urlFromInput(address);
    if (!url.isValid()) {
        connectTo(address);
        co_return;
    }
    m_isResuming = true;
    setBusy(1);
    useServer(url);
    const ApiResult<> found = co_await probe();
    if (!self)
        co_return;
    ApiResult<> entered = found;
    if (found) {
        const RememberedServer server = serverFor(username);
        entered = co_await enter(password, server, false, QString());
        if (!self)
            co_return;
    }
    m_isResuming = false;
    setBusy(-1);
    if (entered || entered.error().secondStep)
        co_return;
    setStep(found ? SignIn : Connect);
    setErrors(found ? QString() : errorText(found.error()), found ? errorText(entered.error()) : QString(), {});
}

// Afterwards.

void WelcomeController::sessionEnded(const RememberedServer &server)
{
    m_kept.remove(server.tokenKey());
    m_vault.forget(server.tokenKey());
}

void WelcomeController::askAgain(const RememberedServer &server, const QString &reason)
{
    useServer(QUrl(server.address));
    m_username = server.username;
    setErrors({}, reason, {});
    setStep(reason.isEmpty() ? Connect : SignIn);
}

void WelcomeController::startOver()
{
    if (isBusy())
        return;
    m_address.clear();
    m_username.clear();
    m_inviteCode.clear();
    m_secondStep.reset();
    emit serverChanged();
    setErrors({}, {}, {});
    setStep(Connect);
}

void WelcomeController::suggest(const QString &address, const QString &inviteCode)
{
    if (isBusy())
        return;
    m_address = address;
    m_inviteCode = inviteCode;
    emit serverChanged();
}

} // namespace plexi::app
