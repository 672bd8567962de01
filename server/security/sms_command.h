// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/workers/worker_pool.h"

#include <QStringList>

#include <chrono>

namespace plexi::security {

/**
 * Sends a code by text message through a program of the administrator's (setting `auth.sms.command`), one process for
 * each message. The program reads two lines, the telephone number and the code, from its standard input: the command
 * line of a process is everybody's to see. It is started without a shell, with the server's environment but for the
 * server's own settings, which may be secrets, and has sent the message when it ends with 0. Thread-safe.
 */
class SmsCommand
{
public:
    struct Options {
        /** The program and its arguments; empty: no message can be sent. */
        QStringList command;
        /** Processes at once, and those that may wait for their turn. */
        int processes = 2;
        int maxWaiting = 32;
        /** After which a process is killed. */
        std::chrono::milliseconds deadline = std::chrono::seconds(10);
    };

    explicit SmsCommand(Options options);

    bool isConfigured() const { return !m_options.command.isEmpty(); }

    /**
     * @p phoneNumber in E.164. ServiceUnavailable where nothing is configured, too many wait, or the program failed or
     * took too long. The caller's thread needs a running event loop.
     */
    QCoro::Task<Result<>> send(QString phoneNumber, QString code);

private:
    Result<> runProgram(const QByteArray &input) const;

    const Options m_options;
    workers::WorkerPool m_pool;
};

} // namespace plexi::security
