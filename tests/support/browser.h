// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>
#include <QWebSocket>

namespace plexi::test {

/**
 * A headless Chromium with one page, driven over its DevTools protocol (chromedevtools.github.io/devtools-protocol). Spins
 * the event loop while waiting. Ended when the object goes.
 */
class Browser
{
public:
    Browser();
    ~Browser();
    Q_DISABLE_COPY_MOVE(Browser)

    /** False where Chromium is not there or does not answer; then see fault(). */
    bool start();
    QString fault() const { return m_fault; }

    /** Forgets what was said and asked before, and goes to @p address. */
    void open(const QUrl &address);
    /** The value of a JavaScript expression; promises are awaited. Undefined where it throws. */
    QJsonValue evaluate(const QString &expression);
    /** Whether @p expression becomes true within @p milliseconds. */
    bool becomesTrue(const QString &expression, int milliseconds = 20'000);
    /** Of the whole window, as PNG. */
    bool saveScreenshot(const QString &path);

    /** Errors on the console, exceptions that nobody caught, and what a policy blocked. */
    const QStringList &errors() const { return m_errors; }
    /** Every address that the page asked for, data: left out. */
    const QList<QUrl> &requests() const { return m_requests; }

private:
    QJsonObject call(const QString &method, const QJsonObject &parameters = {});
    void receive(const QString &text);
    bool attach(const QUrl &debugger);

    QTemporaryDir m_profile;
    QProcess m_process;
    QWebSocket m_socket;
    QString m_session;
    int m_lastCall = 0;
    QHash<int, QJsonObject> m_answers;
    QStringList m_errors;
    QList<QUrl> m_requests;
    QString m_fault;
};

} // namespace plexi::test
