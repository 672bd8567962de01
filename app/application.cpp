// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/notifications/notifier.h"
#include "app/text/spelling.h"
#include "shared/core/version.h"

#include <QLocale>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace plexi::app {

Application::Application(const ProfilePaths &paths, const QString &serverProgram, QObject *parent)
    : QObject(parent), m_paths(paths), m_settings(paths.settingsFile()),
      m_spelling(dictionaryFolders(), paths.wordsFile()), m_welcome(paths, &m_settings, serverProgram)
{
    m_welcome.setSignedInCheck([this](const QString &key) { return m_accounts.rowOf(key) >= 0; });
    connect(&m_welcome, &WelcomeController::signedIn, this, &Application::openSession);
    connect(&m_welcome, &WelcomeController::wasSignedIn, this,
            [this](const QString &key) { showAccount(m_accounts.rowOf(key)); });
    connect(&m_accounts, &AccountsModel::currentChanged, this, &Application::onCurrentChanged);
    connect(&m_settings, &AppSettings::spellingChanged, this, &Application::chooseSpelling);
    connect(&m_settings, &AppSettings::languageChanged, this, &Application::chooseSpelling);
    chooseSpelling();
    connect(&m_welcome, &WelcomeController::busyChanged, this, [this] {
        if (!m_welcome.isResuming() && !m_link.isEmpty())
            openLink(std::exchange(m_link, {}));
    });
}

Application::~Application() = default;

QString Application::version() const
{
    return QString::fromLatin1(kVersion);
}

void Application::startSignedIn(const QString &address, const QString &username, const QString &password)
{
    m_welcome.signInTo(address, username, password);
}

void Application::chooseSpelling()
{
    const QString language = m_settings.language().isEmpty() ? QLocale::system().name() : m_settings.language();
    m_spelling.setLanguage(m_settings.spelling() ? language : QString());
}

void Application::quit()
{
    for (int row = 0; row < m_accounts.count(); ++row)
        m_accounts.sessionAt(row)->stop();
    m_welcome.stopHosting();
}

// Which account is shown.

void Application::setAdding(bool isAdding)
{
    if (m_isAdding == isAdding)
        return;
    m_isAdding = isAdding;
    if (Session *current = m_accounts.current())
        current->setInFront(!isAdding);
    emit pageChanged();
}

void Application::addAccount()
{
    m_welcome.startOver();
    setAdding(true);
}

void Application::showAccount(int row)
{
    if (row < 0 || row >= m_accounts.count())
        return;
    m_accounts.choose(row);
    setAdding(false);
}

void Application::onCurrentChanged()
{
    Session *current = m_accounts.current();
    if (current && !m_welcome.isResuming())
        m_welcome.keptAccounts().setCurrent(m_accounts.serverAt(m_accounts.rowOf(current)).tokenKey());
    if (current && m_isAdding)
        current->setInFront(false);
    emit pageChanged();
    emit sessionChanged();
}

// Links.

void Application::openLink(const QString &text)
{
    const auto link = AppLink::parse(text);
    if (link && m_welcome.isResuming())
        m_link = text;
    else if (link)
        goTo(*link);
}

void Application::goTo(const AppLink &link)
{
    int row = m_accounts.rowOf(m_accounts.current());
    if (row < 0 || !link.isAt(m_accounts.serverAt(row).address)) {
        for (row = 0; row < m_accounts.count() && !link.isAt(m_accounts.serverAt(row).address);)
            ++row;
    }
    // Who is there already needs no invitation. Nobody is asked anything before the person wants it.
    if (row == m_accounts.count()) {
        addAccount();
        m_welcome.suggest(link.host, link.inviteCode);
        return;
    }
    showAccount(row);
    if (!link.messageId.isEmpty())
        m_accounts.current()->goTo(link.channelId, link.messageId);
    else
        m_accounts.current()->openChannel(link.channelId);
}

// Sessions.

void Application::openSession(const SignedIn &account)
{
    const RememberedServer &server = account.server;
    const Session::Account shown{.self = account.user, .serverName = server.name, .serverAddress = server.address};
    std::unique_ptr<Cache> cache = account.cacheKey
        ? Cache::open(m_paths.cacheFile(server.tokenKey()), *account.cacheKey, account.user.id)
        : Cache::temporary(account.user.id);
    auto made = std::make_unique<Session>(account.api, std::move(cache), shown);
    Session *session = made.get();
    follow(session);
    m_accounts.add(server, std::move(made), account.rank);
    // Who signs in wants to see it; those that come back at the start come behind the one that was shown.
    if (!account.comesBack)
        showAccount(m_accounts.rowOf(session));
    // What is kept is shown first; to connect costs as much time as to draw it.
    if (account.comesBack && !m_welcome.isPictured())
        connect(&m_welcome, &WelcomeController::firstPictureShown, session, &Session::start);
    else
        session->start();
}

void Application::follow(Session *session)
{
    connect(session, &Session::ended, this, [this, session](const QString &reason) { closeSession(session, reason); });
    connect(session, &Session::appLinkActivated, this, &Application::openLink);
    // Each has its own: channels of two servers may have the same number.
    auto *notifier = new Notifier(session);
    connect(session, &Session::noticed, notifier, [this, session, notifier](Notice notice) {
        if (!m_settings.notifications())
            return;
        if (!m_settings.notificationTexts())
            notice.text.clear();
        if (m_accounts.count() > 1)
            notice.title = tr("%1 · %2", "who and where, workspace").arg(notice.title, session->serverName());
        notifier->show(notice);
    });
    connect(session, &Session::currentChannelChanged, notifier, [session, notifier] {
        notifier->withdraw(ChannelId::fromString(session->currentChannelId()).value_or(ChannelId()));
    });
    connect(notifier, &Notifier::activated, session, [this, session](ChannelId channel) {
        showAccount(m_accounts.rowOf(session));
        session->openChannel(channel.toString());
        emit raiseRequested();
    });
    connect(notifier, &Notifier::replied, session, [session](ChannelId channel, const QString &text) {
        session->sendTo(channel, text);
        session->markChannelRead(channel);
    });
    connect(notifier, &Notifier::markReadRequested, session, &Session::markChannelRead);
}

void Application::closeSession(Session *session, const QString &reason)
{
    const int row = m_accounts.rowOf(session);
    if (row < 0)
        return;
    const RememberedServer server = m_accounts.serverAt(row);
    const bool wasShown = session == m_accounts.current() && !m_isAdding;
    const bool isLast = m_accounts.count() == 1;
    // Whose session the server has ended is asked for the password at once, if they were looking at it.
    m_isAdding = !isLast && (m_isAdding || (wasShown && !reason.isEmpty()));
    // QML lets go of it first; it is often what emitted the signal that leads here.
    Session *ended = m_accounts.take(row).release();
    ended->disconnect(this);
    // Who signs out leaves nothing behind; who was signed out finds what they wrote when they are back.
    if (reason.isEmpty()) {
        ended->cache().wipe();
        m_welcome.forgetCacheKey(server);
    }
    ended->deleteLater();
    m_welcome.sessionEnded(server);
    if (wasShown && (isLast || !reason.isEmpty()))
        m_welcome.askAgain(server, reason);
    else if (!isLast && !reason.isEmpty())
        m_accounts.current()->tell(
            tr("%1 was signed out of %2. Add the account again to go on there.", "user name, workspace")
                .arg(server.username, server.name));
}

} // namespace plexi::app
