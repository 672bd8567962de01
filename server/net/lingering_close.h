// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/timer_wheel.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace plexi::net {

/**
 * Closes a connection so that its last answer arrives: writes what waits and, where the client may still be sending,
 * says that nothing more comes and reads it out for a moment. Closing with bytes unread would reset the connection and
 * may take the answer with it (RFC 9112, section 9.6). Deletes itself and the socket.
 */
class LingeringClose final : public QObject
{
    Q_OBJECT
public:
    enum class Unread { None, Expected };

    /**
     * @p socket becomes its child. It has @p seconds to read out, once all is written; until then it must not stall.
     */
    LingeringClose(QTcpSocket *socket, Unread unread, TimerWheel &timers, int seconds, QObject *parent);

private:
    void writeOut();
    void discard();

    QTcpSocket *m_socket;
    const Unread m_unread;
    const int m_seconds;
    bool m_isFinished = false;
    Deadline m_deadline;
};

} // namespace plexi::net
