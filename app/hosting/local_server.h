// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QCoroTask>
#include <QObject>
#include <QProcess>
#include <QUrl>

namespace plexi::app {

/** The account that is made before a hosted workspace starts. */
struct FirstAccount {
    QString username;
    QString displayName;
    QString password;
};

/**
 * Runs the bundled plexichat-server for a workspace on this computer, on the loopback address. It ends with this object, and
 * with the app even where the app is killed. Main thread.
 */
class LocalServer : public QObject
{
    Q_OBJECT

public:
    /** @p program may be empty: then the one beside the app, or in ../libexec, is taken. */
    explicit LocalServer(QString dataDirectory, QString program = {}, QObject *parent = nullptr);
    ~LocalServer() override;

    /** Empty where no server is bundled. */
    static QString findProgram();

    bool hasProgram() const { return !m_program.isEmpty(); }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning && m_url.isValid(); }
    /** Where it listens, while it runs. */
    const QUrl &url() const { return m_url; }
    const QString &dataDirectory() const { return m_dataDirectory; }

    /** Makes the data directory, readable by this user alone. */
    Result<> prepare();
    /** `plexichat-server user add … --role admin`, the password by standard input. Error::message is a sentence for people. */
    QCoro::Task<Result<>> addAdmin(FirstAccount account);
    /** Starts serving; @p port 0 takes a free one. Returns when the server has said where it listens. */
    QCoro::Task<Result<QUrl>> start(quint16 port);
    /** Asks it to end and waits up to 6 s, then ends it by force. */
    void stop();

signals:
    /** It ended although nobody asked it to. */
    void died();
    /** It said where it listens, or it ended. */
    void progressed();

private:
    static Error describe(const QString &what, const QString &said);
    void readOutput();

    QString m_dataDirectory;
    QString m_program;
    QProcess m_process;
    QByteArray m_output;
    QUrl m_url;
    bool m_isStopping = false;
};

} // namespace plexi::app
