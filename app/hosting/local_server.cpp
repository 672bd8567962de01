// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hosting/local_server.h"

#include "app/hosting/child_process.h"

#include <QCoreApplication>
#include <QCoroSignal>
#include <QDeadlineTimer>
#include <QDir>
#include <QPointer>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr std::chrono::seconds kAddPatience{30};
constexpr std::chrono::seconds kStartPatience{30};
/** The server ends within 5 s of being asked. */
constexpr std::chrono::milliseconds kStopPatience{6000};
constexpr int kSpawnMilliseconds = 5000;

} // namespace

LocalServer::LocalServer(QString dataDirectory, QString program, QObject *parent)
    : QObject(parent), m_dataDirectory(std::move(dataDirectory)),
      m_program(program.isEmpty() ? findProgram() : std::move(program))
{
    endWithParent(m_process);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &LocalServer::readOutput);
    connect(&m_process, &QProcess::finished, this, [this] {
        const bool wasServing = m_url.isValid();
        m_url.clear();
        emit progressed();
        if (wasServing && !m_isStopping)
            emit died();
    });
}

LocalServer::~LocalServer()
{
    m_process.disconnect(this);
    stop();
}

QString LocalServer::findProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    return QStandardPaths::findExecutable(
        u"plexichat-server"_s,
        {here, here + "/../libexec"_L1, here + "/../libexec/plexichat"_L1, here + "/../lib/plexichat"_L1});
}

Result<> LocalServer::prepare()
{
    if (m_program.isEmpty())
        return fail(Error::internal(tr("The server program is missing. Install PlexiChat again.")));
    QDir directory(m_dataDirectory);
    const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!directory.mkpath(u"."_s) || !QFile::setPermissions(m_dataDirectory, ownerOnly))
        return fail(
            Error::internal(tr("The folder %1 cannot be written to.").arg(QDir::toNativeSeparators(m_dataDirectory))));
    return {};
}

Error LocalServer::describe(const QString &what, const QString &said)
{
    // One sentence, after the program's name.
    QString reason = said.trimmed().section(u'\n', -1);
    if (reason.startsWith("plexichat-server: "_L1))
        reason = reason.sliced(18);
    return Error::internal(reason.isEmpty() ? what : what + u' ' + tr("It says: %1").arg(reason));
}

QCoro::Task<Result<>> LocalServer::addAdmin(FirstAccount account)
{
    QProcess process;
    QStringList arguments{u"user"_s, u"add"_s, u"--data-dir"_s, m_dataDirectory, u"--username"_s, account.username};
    if (!account.displayName.isEmpty())
        arguments << u"--display-name"_s << account.displayName;
    arguments << u"--role"_s << u"admin"_s;
    process.start(m_program, arguments);
    if (!process.waitForStarted(kSpawnMilliseconds))
        co_return fail(describe(tr("The server program does not start."), process.errorString()));
    // Never on the command line, which every user of the computer can read.
    process.write(account.password.toUtf8() + '\n');
    process.closeWriteChannel();
    co_await qCoro(&process, &QProcess::finished, kAddPatience);
    const bool done = process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
    if (!done)
        co_return fail(
            describe(tr("Your account could not be made."), QString::fromUtf8(process.readAllStandardError())));
    co_return Result<>{};
}

QCoro::Task<Result<QUrl>> LocalServer::start(quint16 port)
{
    const QPointer<LocalServer> self(this);
    // QCoro 0.12 moves out of what is returned where the types differ, so copies are returned.
    if (isRunning())
        co_return QUrl(m_url);
    m_isStopping = false;
    m_output.clear();
    const QString log = m_dataDirectory + "/server.log"_L1;
    m_process.setStandardErrorFile(log);
    m_process.start(m_program,
                    {u"serve"_s, u"--data-dir"_s, m_dataDirectory, u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)});
    if (!m_process.waitForStarted(kSpawnMilliseconds))
        co_return fail(describe(tr("The server program does not start."), m_process.errorString()));
    const QDeadlineTimer deadline(kStartPatience);
    while (!m_url.isValid() && m_process.state() != QProcess::NotRunning && !deadline.hasExpired()) {
        const std::chrono::milliseconds left(std::max<qint64>(1, deadline.remainingTime()));
        co_await qCoro(this, &LocalServer::progressed, left);
        if (!self)
            co_return fail(Error::internal(tr("The server was stopped.")));
    }
    if (m_url.isValid())
        co_return QUrl(m_url);
    stop();
    QFile said(log);
    const QString reason = said.open(QIODevice::ReadOnly) ? QString::fromUtf8(said.readAll()) : QString();
    co_return fail(describe(tr("The server does not start."), reason));
}

void LocalServer::readOutput()
{
    // Read on while it serves as well: a full pipe would stop it.
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (m_url.isValid())
        return;
    m_output += bytes;
    constexpr QByteArrayView kReady = "listening on ";
    // Whole lines only: the rest of the address may still be on its way.
    for (qsizetype end = m_output.indexOf('\n'); end >= 0; end = m_output.indexOf('\n')) {
        const QByteArray line = m_output.first(end);
        m_output.remove(0, end + 1);
        if (line.startsWith(kReady))
            m_url = QUrl(QString::fromUtf8(line.sliced(kReady.size()).trimmed()));
    }
    if (m_url.isValid())
        emit progressed();
}

void LocalServer::stop()
{
    m_isStopping = true;
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(static_cast<int>(kStopPatience.count()))) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
    m_url.clear();
}

} // namespace plexi::app
