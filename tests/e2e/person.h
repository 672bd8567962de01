// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application.h"

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace plexi::test {

/** Somebody at a window of the app, with a profile of their own: sees what is drawn, uses keys and mouse only. */
class Person
{
public:
    /** @p name: of the profile. */
    explicit Person(const QString &name);
    /** The profile is in @p folder and stays there. */
    Person(const QString &name, const QString &folder);
    ~Person();
    Q_DISABLE_COPY_MOVE(Person)

    /** Opens the window and waits until it is there. */
    bool open();
    /** Closes the app as if it had been killed after its last event; open() starts it again on the same profile. */
    void close();

    /** Types address, name and password into the welcome pages. */
    bool signIn(const QUrl &server, const QString &username, const QString &password);
    /** Clicks the channel in the list. */
    bool openChannel(const QString &channel);
    /** Types into the composer and presses Enter. */
    bool write(const QString &text);
    /** Types into the composer, and leaves it there. */
    bool begin(const QString &text);
    /** Opens the thread of the channel's newest message by its key, and answers in it. */
    bool replyInThread(const QString &text);
    /** Reacts to the newest message with the first emoji of that name. */
    bool react(const QString &emojiName);
    /** Changes the last message of one's own, by Up in the empty composer. */
    bool rewriteLast(const QString &text);
    /** Drags files onto the window and lets them go there. */
    bool drop(const QStringList &files);
    /** Every file that was attached is on the server. */
    bool hasUploaded() const;
    /** Sends what is in the composer. */
    void pressEnter();
    /** By the menu at one's own picture. */
    bool signOut();

    /** A visible text of the window that holds @p text. */
    bool sees(const QString &text) const;
    /** A picture of this name has come from the server. */
    bool showsPicture(const QString &name) const;
    /** The contents of the timeline's rows, oldest first. */
    QStringList timeline() const;

    app::Session *session() const { return m_app ? m_app->session() : nullptr; }
    QQuickWindow *window() const { return m_window; }

private:
    /** The composer has the keyboard. */
    bool reachComposer();
    /** So has the row of the newest message. */
    bool reachNewest();
    bool hasKeyboard(QLatin1StringView type) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool activate();
    bool click(const QString &accessibleName);
    void type(const QString &text);
    QQuickItem *find(const QString &accessibleName) const;

    QTemporaryDir m_folder;
    app::ProfilePaths m_paths;
    std::unique_ptr<app::Application> m_app;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace plexi::test
