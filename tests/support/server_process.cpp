// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server_process.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>

#include <csignal>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

constexpr int kStartTimeout = 60'000;

QString binary()
{
    const QString named = qEnvironmentVariable("PLEXICHAT_SERVER");
    return named.isEmpty() ? QDir(QCoreApplication::applicationDirPath()).filePath(u"../bin/plexichat-server"_s)
                           : named;
}

} // namespace

ServerProcess::ServerProcess(World world, const QString &dataDirectory) : m_dataDirectory(dataDirectory), m_world(world)
{
    if (m_dataDirectory.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_dataDirectory = m_temporary->filePath(u"data"_s);
    }
}

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start(const QStringList &moreArguments)
{
    m_moreArguments = moreArguments;
    const int port = m_url.port(0);
    QStringList arguments{u"serve"_s, u"--data-dir"_s, m_dataDirectory, u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)};
    if (m_world == World::Dev)
        arguments.append(u"--dev"_s);
    arguments += moreArguments;

    m_process = std::make_unique<QProcess>();
    m_process->start(binary(), arguments);
    m_output.clear();
    const QDeadlineTimer deadline(kStartTimeout);
    while (!deadline.hasExpired()) {
        if (!m_process->waitForReadyRead(1'000) && m_process->state() == QProcess::NotRunning)
            return false;
        m_output += m_process->readAllStandardOutput();
        const qsizetype begin = m_output.indexOf("listening on ");
        const qsizetype end = begin < 0 ? -1 : m_output.indexOf('\n', begin);
        if (end > 0) {
            m_url = QUrl(QString::fromLatin1(m_output.sliced(begin + 13, end - begin - 13)));
            return true;
        }
    }
    return false;
}

bool ServerProcess::restart()
{
    kill();
    return start(m_moreArguments);
}

void ServerProcess::kill()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    m_process->kill();
    m_process->waitForFinished();
}

bool ServerProcess::terminate(int milliseconds)
{
    m_process->terminate();
    return m_process->waitForFinished(milliseconds) && m_process->exitStatus() == QProcess::NormalExit
        && m_process->exitCode() == 0;
}

QUrl ServerProcess::webSocketUrl() const
{
    QUrl url = m_url.resolved(QUrl(u"/ws"_s));
    url.setScheme(m_url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    return url;
}

QByteArray ServerProcess::standardError()
{
    return m_process ? m_process->readAllStandardError() : QByteArray();
}

ServerProcess::Outcome ServerProcess::runCommand(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(binary(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kStartTimeout))
        process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

} // namespace plexi::test
