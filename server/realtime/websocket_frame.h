// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/**
 * Frames as a server writes them (RFC 6455, section 5.2): unmasked, final, whole. They go straight to the TCP socket
 * under a QWebSocket, each in one write on that socket's thread, and so never mix with what QWebSocket writes itself.
 */
namespace plexi::realtime {

/** Close codes that the contract names (section 6) beside those of RFC 6455, section 7.4. */
enum class CloseCode : quint16 {
    GoingAway = 1001,
    UnsupportedData = 1003,
    PolicyViolation = 1008,
    MessageTooBig = 1009,
    InternalError = 1011,
    Unauthorized = 4401,
    TooSlow = 4408,
};

/** @p payload is UTF-8. */
QByteArray textFrame(QByteArrayView payload);
QByteArray pingFrame();
/** @p reason is for developers; at most 123 bytes of ASCII. */
QByteArray closeFrame(CloseCode code, QByteArrayView reason);

} // namespace plexi::realtime
