// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/sms_command.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

Q_LOGGING_CATEGORY(lcSms, "plexichat.sms")

QProcessEnvironment environmentWithoutOurs()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("PLEXICHAT_"_L1))
            environment.remove(name);
    }
    return environment;
}

std::unexpected<Error> notSent()
{
    return fail({.code = ErrorCode::ServiceUnavailable, .message = u"The text message could not be sent"_s});
}

} // namespace

SmsCommand::SmsCommand(Options options)
    : m_options(std::move(options)), m_pool({.name = u"sms"_s,
                                             .threads = m_options.processes,
                                             .maxWaiting = m_options.maxWaiting,
                                             .busyMessage = u"Too many text messages wait to be sent"_s})
{
}

QCoro::Task<Result<>> SmsCommand::send(QString phoneNumber, QString code)
{
    if (!isConfigured())
        co_return fail({.code = ErrorCode::ServiceUnavailable, .message = u"This server sends no text messages"_s});
    std::function<Result<>()> work = [this, input = (phoneNumber + u'\n' + code + u'\n').toUtf8()] {
        return runProgram(input);
    };
    Result<> sent = co_await m_pool.run<void>(std::move(work));
    co_return sent;
}

Result<> SmsCommand::runProgram(const QByteArray &input) const
{
    QProcess program;
    program.setProcessEnvironment(environmentWithoutOurs());
    program.setStandardOutputFile(QProcess::nullDevice());
    program.setStandardErrorFile(QProcess::nullDevice());
    program.start(m_options.command.first(), m_options.command.sliced(1));
    const QDeadlineTimer deadline(m_options.deadline);
    if (!program.waitForStarted(static_cast<int>(deadline.remainingTime()))) {
        qCWarning(lcSms) << "The command of auth.sms cannot be started:" << program.errorString();
        return notSent();
    }
    program.write(input);
    program.closeWriteChannel();
    if (!program.waitForFinished(static_cast<int>(deadline.remainingTime()))) {
        program.kill();
        program.waitForFinished();
        qCWarning(lcSms) << "The command of auth.sms took too long and was ended";
        return notSent();
    }
    if (program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0)
        return {};
    qCWarning(lcSms) << "The command of auth.sms failed with" << program.exitCode();
    return notSent();
}

} // namespace plexi::security
