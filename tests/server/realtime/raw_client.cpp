// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/raw_client.h"

#include <QTest>
#include <QtEndian>

namespace plexi::test {

QByteArray RawClient::frame(int opcode, const QByteArray &payload, bool isFinal)
{
    Q_ASSERT(payload.size() <= 0xffff);
    const QByteArray mask("\x12\x34\x56\x78", 4);
    constexpr int kMasked = 0x80;
    QByteArray bytes(1, static_cast<char>(opcode | (isFinal ? 0x80 : 0)));
    if (payload.size() <= 125) {
        bytes += static_cast<char>(kMasked | payload.size());
    } else {
        bytes += static_cast<char>(kMasked | 126);
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size() & 0xff);
    }
    bytes += mask;
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes += static_cast<char>(payload[i] ^ mask[i % 4]);
    return bytes;
}

bool RawClient::open(const QUrl &url, int receiveBuffer)
{
    if (receiveBuffer > 0) {
        // Binding makes the descriptor, so that the buffer is small before the connection's window is agreed.
        m_socket.bind(QHostAddress::LocalHost);
        m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, receiveBuffer);
    }
    m_socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    m_socket.write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
                   + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    if (!QTest::qWaitFor([this] { return received().contains("\r\n\r\n"); }))
        return false;
    const bool isUpgraded = m_received.startsWith("HTTP/1.1 101 ");
    m_received.remove(0, m_received.indexOf("\r\n\r\n") + 4);
    return isUpgraded;
}

void RawClient::stopReading()
{
    received();
    m_socket.setReadBufferSize(1);
}

void RawClient::resumeReading()
{
    m_socket.setReadBufferSize(0);
    received();
}

void RawClient::write(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

const QByteArray &RawClient::received()
{
    if (m_socket.readBufferSize() == 0 && m_socket.isOpen())
        m_received += m_socket.readAll();
    return m_received;
}

int RawClient::closeCode()
{
    const QByteArray &bytes = received();
    const qsizetype at = bytes.lastIndexOf(static_cast<char>(0x88));
    return at < 0 || bytes.size() < at + 4 ? 0 : qFromBigEndian<quint16>(bytes.constData() + at + 2);
}

} // namespace plexi::test
