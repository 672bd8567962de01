// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/websocket_frame.h"

#include <QtEndian>

namespace plexi::realtime {

namespace {

constexpr char kFinal = static_cast<char>(0x80);
constexpr char kText = 0x1;
constexpr char kClose = 0x8;
constexpr char kPing = 0x9;
constexpr qsizetype kMaxShortLength = 125;
constexpr qsizetype kMaxControlLength = 125;

template <typename Number>
void appendBigEndian(QByteArray &bytes, Number number)
{
    char buffer[sizeof(Number)];
    qToBigEndian(number, buffer);
    bytes.append(buffer, sizeof(Number));
}

} // namespace

QByteArray textFrame(QByteArrayView payload)
{
    constexpr qsizetype kMaxHeader = 10;
    QByteArray frame;
    frame.reserve(kMaxHeader + payload.size());
    frame.append(static_cast<char>(kFinal | kText));
    if (payload.size() <= kMaxShortLength) {
        frame.append(static_cast<char>(payload.size()));
    } else if (payload.size() <= 0xffff) {
        frame.append(char(126));
        appendBigEndian(frame, static_cast<quint16>(payload.size()));
    } else {
        frame.append(char(127));
        appendBigEndian(frame, static_cast<quint64>(payload.size()));
    }
    frame.append(payload);
    return frame;
}

QByteArray pingFrame()
{
    static const QByteArray frame = QByteArray(1, static_cast<char>(kFinal | kPing)) + char(0);
    return frame;
}

QByteArray closeFrame(CloseCode code, QByteArrayView reason)
{
    const QByteArrayView text = reason.first(std::min(reason.size(), kMaxControlLength - 2));
    QByteArray frame;
    frame.append(static_cast<char>(kFinal | kClose));
    frame.append(static_cast<char>(2 + text.size()));
    appendBigEndian(frame, static_cast<quint16>(code));
    frame.append(text);
    return frame;
}

} // namespace plexi::realtime
