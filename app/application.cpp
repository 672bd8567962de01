// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "shared/core/version.h"

using namespace Qt::StringLiterals;

namespace plexi::app {

Application::Application(const ProfilePaths &paths, const QString &serverProgram, QObject *parent)
    : QObject(parent), m_paths(paths), m_settings(paths.settingsFile()), m_welcome(paths, &m_settings, serverProgram)
{
    connect(&m_welcome, &WelcomeController::signedIn, this, &Application::openSession);
    connect(&m_notifier, &Notifier::activated, this, [this](ChannelId channel) {
        if (m_session)
            m_session->openChannel(channel.toString());
        emit raiseRequested();
    });
    connect(&m_notifier, &Notifier::replied, this, [this](ChannelId channel, const QString &text) {
        if (!m_session)
            return;
        m_session->sendTo(channel, text);
        m_session->markChannelRead(channel);
    });
    connect(&m_notifier, &Notifier::markReadRequested, this, [this](ChannelId channel) {
        if (m_session)
            m_session->markChannelRead(channel);
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

void Application::quit()
{
    if (m_session)
        m_session->stop();
    m_welcome.stopHosting();
}

void Application::openSession(const SignedIn &account)
{
    const Session::Account shown{
        .self = account.user, .serverName = account.server.name, .serverAddress = account.server.address};
    m_server = account.server;
    std::unique_ptr<Cache> cache = account.cacheKey
        ? Cache::open(m_paths.cacheFile(m_server.tokenKey()), *account.cacheKey, account.user.id)
        : Cache::temporary(account.user.id);
    m_session = std::make_unique<Session>(account.api, std::move(cache), shown);
    connect(m_session.get(), &Session::ended, this, &Application::closeSession);
    connect(m_session.get(), &Session::noticed, this, &Application::notify);
    connect(m_session.get(), &Session::currentChannelChanged, this, [this] {
        m_notifier.withdraw(ChannelId::fromString(m_session->currentChannelId()).value_or(ChannelId()));
    });
    emit sessionChanged();
    emit pageChanged();
    m_session->start();
}

void Application::notify(Notice notice)
{
    if (!m_settings.notifications())
        return;
    if (!m_settings.notificationTexts())
        notice.text.clear();
    m_notifier.show(notice);
}

void Application::closeSession(const QString &reason)
{
    if (!m_session)
        return;
    // QML lets go of it first; it is often what emitted the signal that leads here.
    Session *ended = m_session.release();
    ended->disconnect(this);
    // Who signs out leaves nothing behind; who was signed out finds what they wrote when they are back.
    if (reason.isEmpty()) {
        ended->cache().wipe();
        m_welcome.forgetCacheKey(m_server);
    }
    emit pageChanged();
    emit sessionChanged();
    ended->deleteLater();
    m_welcome.sessionEnded(m_server, reason);
}

} // namespace plexi::app
