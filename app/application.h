// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/app_link.h"
#include "app/app_settings.h"
#include "app/models/accounts_model.h"
#include "app/session/session.h"
#include "app/spell_checker.h"
#include "app/welcome_controller.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** The desktop app: one profile, its welcome pages, and the sessions of the accounts that are signed in. Main thread. */
class Application : public QObject
{
    Q_OBJECT
    // Qt Quick has an Application of its own.
    QML_NAMED_ELEMENT(ChatApplication)
    QML_UNCREATABLE("Made by main()")
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(plexi::app::WelcomeController *welcome READ welcome CONSTANT FINAL)
    Q_PROPERTY(plexi::app::AccountsModel *accounts READ accounts CONSTANT FINAL)
    /** The welcome page is shown to somebody who has accounts to go back to. */
    Q_PROPERTY(bool adding READ isAdding NOTIFY pageChanged FINAL)
    /** Of the current account; null when signed out. */
    Q_PROPERTY(plexi::app::Session *session READ session NOTIFY sessionChanged FINAL)
    Q_PROPERTY(plexi::app::AppSettings *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(plexi::app::SpellChecker *spelling READ spelling CONSTANT FINAL)
    Q_PROPERTY(QString profile READ profile CONSTANT FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)

public:
    enum Page { Welcome, Workspace };
    Q_ENUM(Page)

    /** @p serverProgram: what hosts a workspace; empty for the bundled one. */
    explicit Application(const ProfilePaths &paths, const QString &serverProgram = {}, QObject *parent = nullptr);
    ~Application() override;

    Page page() const { return m_accounts.current() && !m_isAdding ? Workspace : Welcome; }
    bool isAdding() const { return m_accounts.current() && m_isAdding; }
    AccountsModel *accounts() { return &m_accounts; }
    WelcomeController *welcome() { return &m_welcome; }
    Session *session() { return m_accounts.current(); }
    AppSettings *settings() { return &m_settings; }
    SpellChecker *spelling() { return &m_spelling; }
    QString profile() const { return m_paths.profile; }
    QString version() const;

    /** Shows this account, in the place of the welcome page too. Nothing where there is no such row. */
    Q_INVOKABLE void showAccount(int row);
    /** Shows the welcome page for one more. */
    Q_INVOKABLE void addAccount();
    /** Back from it to the account that was shown, where there is one. */
    Q_INVOKABLE void leaveWelcome() { setAdding(false); }

    /** Follows a plexichat:// link, once the accounts are there; does nothing with anything else. */
    void openLink(const QString &text);
    /** Signs the accounts in again that were there, or shows the welcome page. */
    void start() { m_welcome.resumeAll(); }
    /** Ends what runs beside the window: the lines, and a hosted server. */
    void quit();
    void startSignedIn(const QString &address, const QString &username, const QString &password);

signals:
    void pageChanged();
    void sessionChanged();
    /** Another start of this profile asks for the window. */
    void raiseRequested();

private:
    void openSession(const SignedIn &account);
    void follow(Session *session);
    void closeSession(Session *session, const QString &reason);
    void onCurrentChanged();
    void goTo(const AppLink &link);
    void setAdding(bool isAdding);
    /** In the language of the app, where the person wants it. */
    void chooseSpelling();

    ProfilePaths m_paths;
    AppSettings m_settings;
    SpellChecker m_spelling;
    WelcomeController m_welcome;
    AccountsModel m_accounts;
    bool m_isAdding = false;
    /** Waits until the accounts have come back. */
    QString m_link;
};

} // namespace plexi::app
