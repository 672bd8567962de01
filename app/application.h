// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_settings.h"
#include "app/notifications/notifier.h"
#include "app/session/session.h"
#include "app/welcome_controller.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace plexi::app {

/** The desktop app: one profile, its welcome pages, and the session while somebody is signed in. Main thread. */
class Application : public QObject
{
    Q_OBJECT
    // Qt Quick has an Application of its own.
    QML_NAMED_ELEMENT(ChatApplication)
    QML_UNCREATABLE("Made by main()")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(plexi::app::WelcomeController *welcome READ welcome CONSTANT FINAL)
    /** Null when signed out. */
    Q_PROPERTY(plexi::app::Session *session READ session NOTIFY sessionChanged FINAL)
    Q_PROPERTY(plexi::app::AppSettings *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(QString profile READ profile CONSTANT FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)

public:
    enum Page { Welcome, Workspace };
    Q_ENUM(Page)

    /** @p serverProgram: what hosts a workspace; empty for the bundled one. */
    explicit Application(const ProfilePaths &paths, const QString &serverProgram = {}, QObject *parent = nullptr);
    ~Application() override;

    Page page() const { return m_session ? Workspace : Welcome; }
    WelcomeController *welcome() { return &m_welcome; }
    Session *session() { return m_session.get(); }
    AppSettings *settings() { return &m_settings; }
    QString profile() const { return m_paths.profile; }
    QString version() const;

    /** Signs the last account in again, or shows the welcome page. */
    void start() { m_welcome.resumeLast(); }
    /** Ends what runs beside the window: the line, and a hosted server. */
    void quit();
    void startSignedIn(const QString &address, const QString &username, const QString &password);

signals:
    void pageChanged();
    void sessionChanged();
    /** Another start of this profile asks for the window. */
    void raiseRequested();

private:
    void openSession(const SignedIn &account);
    void closeSession(const QString &reason);
    void notify(Notice notice);

    ProfilePaths m_paths;
    AppSettings m_settings;
    WelcomeController m_welcome;
    Notifier m_notifier;
    RememberedServer m_server;
    std::unique_ptr<Session> m_session;
};

} // namespace plexi::app
