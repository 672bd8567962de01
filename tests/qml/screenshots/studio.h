// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application.h"
#include "tests/app/support/fake_server.h"
#include "tests/qml/screenshots/sample_world.h"

#include <QQmlAbstractUrlInterceptor>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace plexi::test {

/**
 * The real app before a stand-in for the server, and the means to bring it into a state and take its picture. Everything the
 * window shows came over HTTP and WebSocket through the app's own models. One at a time; GUI thread.
 */
class Studio
{
public:
    /** Of all text in those that are made from now on: 1 to 2. */
    static inline qreal fontScale = 1;

    /**
     * Pictures go to @p folder as NAME-light.png and NAME-dark.png. The environment's PLEXICHAT_QML_FOLDER names the qml/ of a
     * checkout whose files are shown instead of the compiled ones.
     */
    explicit Studio(const QString &folder);
    ~Studio();

    app::Application &application() { return *m_application; }
    app::Session &session() { return *m_application->session(); }
    FakeServer &server() { return m_server; }
    const SampleWorld &sample() const { return m_sample; }
    QQuickWindow *window() const { return m_window; }

    bool signIn();
    /** The window's size; waits until it is laid out. */
    void resize(int width, int height);
    void open(ChannelId channel);
    /** Waits for @p condition; a complaint names @p what where it does not come true. */
    void await(const char *what, const std::function<bool()> &condition);
    /** Lets timers and animations of a moment run. */
    void settle();
    /** The first object below the window whose QML type is @p type, or null. */
    QObject *find(const QString &type) const;
    QQuickItem *findItem(const QString &type) const;
    /** Calls a function without arguments, such as `open` of a popup. */
    void call(const QString &type, const char *function);
    /** Points at a row, so far down the timeline's height. */
    void hoverTimeline(qreal share);
    void unhover();
    void type(const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /** In both schemes. */
    void shoot(const QString &name);

    int complaints() const { return m_complaints; }

private:
    void complain(const QString &text);

    QString m_folder;
    QTemporaryDir m_profile;
    FakeServer m_server;
    SampleWorld m_sample;
    std::unique_ptr<app::Application> m_application;
    std::unique_ptr<QQmlAbstractUrlInterceptor> m_fromFolder;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    int m_complaints = 0;
};

} // namespace plexi::test
