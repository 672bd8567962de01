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
    m_session = std::make_unique<Session>(account.api, shown);
    connect(m_session.get(), &Session::ended, this, &Application::closeSession);
    emit sessionChanged();
    emit pageChanged();
    m_session->start();
}

void Application::closeSession(const QString &reason)
{
    if (!m_session)
        return;
    // QML lets go of it first; it is often what emitted the signal that leads here.
    Session *ended = m_session.release();
    ended->disconnect(this);
    emit pageChanged();
    emit sessionChanged();
    ended->deleteLater();
    m_welcome.sessionEnded(m_server, reason);
}

} // namespace plexi::app
