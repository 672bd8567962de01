// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace plexi::test {

/**
 * The real plexichat-server in a process of its own, on a free port of loopback. Killed when the object goes. The binary
 * is the one of this build (the environment variable PLEXICHAT_SERVER names another).
 */
class ServerProcess
{
public:
    enum class World { Dev, Normal };

    /** Uses @p dataDirectory where given, else a temporary folder of its own. */
    explicit ServerProcess(World world = World::Dev, const QString &dataDirectory = {});
    ~ServerProcess();
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /** Starts and waits for "listening on". False where the server ended first; then see standardError(). */
    bool start(const QStringList &moreArguments = {});
    /** The port of the last start, kept by a restart so that clients find the server again. */
    bool restart();

    /** SIGKILL, and waits for the end. */
    void kill();
    /** SIGTERM, and waits for at most @p milliseconds. True where it ended in time with status 0. */
    bool terminate(int milliseconds = 5'000);

    QUrl url() const { return m_url; }
    QUrl webSocketUrl() const;
    QString dataDirectory() const { return m_dataDirectory; }
    QByteArray standardError();
    qint64 processId() const { return m_process->processId(); }

    struct Outcome {
        int status = -1;
        QByteArray output;
        QByteArray error;
    };
    /** Runs another command of the same binary to its end, with @p input on its standard input. */
    static Outcome runCommand(const QStringList &arguments, const QByteArray &input = {});

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_dataDirectory;
    World m_world;
    QStringList m_moreArguments;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_output;
    QUrl m_url;
};

} // namespace plexi::test
