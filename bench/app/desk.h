// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application.h"

#include <QElapsedTimer>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <memory>
#include <vector>

namespace plexi::bench {

/** The real app, with or without its window, on the profile "bench" of the environment's XDG folders. GUI thread. */
class Desk
{
public:
    Desk();
    ~Desk();
    Q_DISABLE_COPY_MOVE(Desk)

    /** Signs in at each address as the admin of the `--dev` world, and keeps that for later. */
    void signIn(const QStringList &addresses);
    /** Signs in again as whoever did before, and shows the first; returns when all are online and know what is new. */
    void resume();
    /** Shows the window, @p isActive with the keyboard, and waits for a first picture. */
    void openWindow();

    app::Application &application() { return *m_application; }
    app::Session &session() { return *m_application->session(); }
    QQuickWindow *window() const { return m_window; }
    /** The page of the account that is shown. */
    QQuickItem *page() const { return find("WorkspacePage_"); }
    /** The list of the timeline that is shown. */
    QQuickItem *messages() const;

    /** Runs the event loop until @p condition holds; fails after a minute, saying @p what. */
    void await(const char *what, const std::function<bool()> &condition);
    /** Milliseconds from now until a picture is on the screen of which @p condition holds. */
    double timeUntilShown(const char *what, const std::function<bool()> &condition);
    /** Opens a channel and says how long it takes to show its messages, in milliseconds. */
    double openChannel(const QString &channelId);
    /** Runs the event loop for so long. */
    static void pass(int milliseconds);

    /** Gets the moment of each picture, in milliseconds since this began; null for nobody. */
    std::function<void(double)> onFrame;
    double now() const { return static_cast<double>(m_clock.nsecsElapsed()) / 1e6; }

private:
    QQuickItem *find(const char *type) const;

    std::unique_ptr<app::Application> m_application;
    std::unique_ptr<QQmlApplicationEngine> m_engine;
    QQuickWindow *m_window = nullptr;
    QElapsedTimer m_clock;
    double m_lastFrame = 0;
};

/** VmRSS of this process, in MB of 10^6 bytes. */
double residentMegabytes();

} // namespace plexi::bench
