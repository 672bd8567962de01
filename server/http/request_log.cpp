// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_log.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <array>
#include <charconv>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace plexi::http {

namespace {

/** Past that the lines of a turn are written without waiting for its end; bytes. */
constexpr qsizetype kMaxPending = 32'768;

/** The lines of one thread that wait for the end of its event loop's turn: a system call for each would be dear. */
struct PendingLines {
    QByteArray lines;
    bool flushesByItself = false;

    PendingLines() = default;
    Q_DISABLE_COPY_MOVE(PendingLines)
    ~PendingLines() { flush(); }

    /** One write, so that lines of several threads never mix. */
    void flush()
    {
        if (lines.isEmpty())
            return;
        std::fwrite(lines.constData(), 1, static_cast<std::size_t>(lines.size()), stderr);
        lines.resize(0);
    }
};

void writeToStandardError(const QByteArray &line)
{
    thread_local PendingLines pending;
    pending.lines += line;
    if (!pending.flushesByItself) {
        QAbstractEventDispatcher *dispatcher = QThread::currentThread()->eventDispatcher();
        if (dispatcher) {
            // The dispatcher belongs to this thread and is gone before what is local to it.
            QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher,
                             [lines = &pending] { lines->flush(); });
            pending.flushesByItself = true;
        }
    }
    if (!pending.flushesByItself || pending.lines.size() >= kMaxPending)
        pending.flush();
}

void appendNumber(QByteArray &line, qint64 number)
{
    std::array<char, 20> digits; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    const auto [end, fault] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    line.append(digits.data(), end - digits.data());
}

void appendMilliseconds(QByteArray &line, qint64 microseconds)
{
    appendNumber(line, microseconds / 1000);
    line += '.';
    const qint64 rest = microseconds % 1000;
    for (const qint64 digit : {rest / 100, rest / 10 % 10, rest % 10})
        line += static_cast<char>('0' + digit);
}

/** QHostAddress::toString() formats by way of a QString for each number. */
void appendAddress(QByteArray &line, const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 number = address.toIPv4Address(&isIpv4);
    if (!isIpv4 || address.protocol() != QAbstractSocket::IPv4Protocol) {
        line += address.toString().toLatin1();
        return;
    }
    for (int shift = 24; shift >= 0; shift -= 8) {
        appendNumber(line, (number >> shift) & 0xff);
        if (shift > 0)
            line += '.';
    }
}

void appendUser(QByteArray &line, UserId user)
{
    line += QByteArrayView(UserTag::kPrefix);
    appendNumber(line, user.value());
}

// Put together by hand, since no value here needs escaping: ids, patterns of our own and numbers.
QByteArray jsonLine(const RequestRecord &record)
{
    QByteArray line;
    line.reserve(320);
    line += R"({"time":")";
    record.time.appendIso(line);
    line += R"(","level":"info","category":"plexi.request","request_id":")";
    line += record.requestId.toLatin1();
    line += R"(","method":")";
    line += QByteArrayView(record.method);
    line += R"(","route":)";
    line += record.route.isEmpty() ? QByteArray("null") : '"' + record.route.toUtf8() + '"';
    line += R"(,"status":)";
    appendNumber(line, record.status);
    line += R"(,"duration_ms":)";
    appendMilliseconds(line, record.microseconds);
    line += R"(,"bytes":)";
    appendNumber(line, record.bytes);
    line += R"(,"user_id":)";
    if (record.user) {
        line += '"';
        appendUser(line, *record.user);
        line += '"';
    } else {
        line += "null";
    }
    line += R"(,"client":")";
    appendAddress(line, record.client);
    line += "\"}\n";
    return line;
}

QByteArray textLine(const RequestRecord &record)
{
    QByteArray line;
    line.reserve(240);
    record.time.appendIso(line);
    line += " info plexi.request: ";
    line += record.requestId.toLatin1();
    line += ' ';
    line += QByteArrayView(record.method);
    line += ' ';
    line += record.route.isEmpty() ? QByteArray("-") : record.route.toUtf8();
    line += ' ';
    appendNumber(line, record.status);
    line += ' ';
    appendMilliseconds(line, record.microseconds);
    line += "ms ";
    appendNumber(line, record.bytes);
    line += "B ";
    if (record.user)
        appendUser(line, *record.user);
    else
        line += '-';
    line += ' ';
    appendAddress(line, record.client);
    line += '\n';
    return line;
}

} // namespace

LineRequestLog::LineRequestLog(Format format, Write write)
    : m_format(format), m_write(write ? std::move(write) : Write(writeToStandardError))
{
}

void LineRequestLog::record(const RequestRecord &record)
{
    m_write(m_format == Format::Json ? jsonLine(record) : textLine(record));
}

} // namespace plexi::http
