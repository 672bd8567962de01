// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/x_server.h"

#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace plexi::test {

std::unique_ptr<XServer> XServer::start(QSize screen)
{
    std::unique_ptr<XServer> server(new XServer);
    // -displayfd 1: the server picks a free number and writes it to its standard output once it accepts connections.
    server->m_process.start(u"Xvfb"_s,
                            {u"-displayfd"_s, u"1"_s, u"-nolisten"_s, u"tcp"_s, u"-screen"_s, u"0"_s,
                             u"%1x%2x24"_s.arg(screen.width()).arg(screen.height())});
    QByteArray number;
    const QDeadlineTimer deadline(30'000);
    while (!number.endsWith('\n')) {
        if (deadline.hasExpired() || !server->m_process.waitForReadyRead(1'000)) {
            if (deadline.hasExpired() || server->m_process.state() == QProcess::NotRunning)
                return nullptr;
        }
        number += server->m_process.readAllStandardOutput();
    }
    server->m_display = ':' + number.trimmed();
    return server;
}

XServer::~XServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

} // namespace plexi::test
