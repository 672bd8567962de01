// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QUrl>

namespace plexi::test {

/** A WebSocket client that does only what it is told: no pongs, no closing handshake, reading only when asked. */
class RawClient
{
public:
    /** Bytes of a frame as a client sends it: masked. */
    static QByteArray frame(int opcode, const QByteArray &payload, bool isFinal = true);

    /** Connects and waits for the server's 101. @p receiveBuffer: bytes that the kernel may hold for us, 0 for its default. */
    bool open(const QUrl &url, int receiveBuffer = 0);
    /** From now on nothing is taken from the kernel. */
    void stopReading();
    void resumeReading();
    void write(const QByteArray &bytes);
    /** Everything after the 101 so far. */
    const QByteArray &received();
    /** The code of the close frame at the end of what was received; 0 where there is none. */
    int closeCode();
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace plexi::test
