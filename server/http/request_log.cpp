// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/request_log.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace plexi::http {

namespace {

/** One write, so that lines of several threads never mix. */
void writeToStandardError(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

QByteArray milliseconds(qint64 microseconds)
{
    return QByteArray::number(static_cast<double>(microseconds) / 1000.0, 'f', 3);
}

// Put together by hand, since no value here needs escaping: ids, patterns of our own and numbers.
QByteArray jsonLine(const RequestRecord &record)
{
    QByteArray line;
    line.reserve(320);
    line += R"({"time":")" + record.time.toIso().toLatin1();
    line += R"(","level":"info","category":"plexi.request","request_id":")" + record.requestId.toLatin1();
    line.append(R"(","method":")").append(QByteArrayView(record.method));
    line += R"(","route":)";
    line += record.route.isEmpty() ? QByteArray("null") : '"' + record.route.toUtf8() + '"';
    line += R"(,"status":)" + QByteArray::number(record.status);
    line += R"(,"duration_ms":)" + milliseconds(record.microseconds);
    line += R"(,"bytes":)" + QByteArray::number(record.bytes);
    line += R"(,"user_id":)";
    line += record.user ? '"' + record.user->toString().toLatin1() + '"' : QByteArray("null");
    line += R"(,"client":")" + record.client.toString().toLatin1();
    line += "\"}\n";
    return line;
}

QByteArray textLine(const RequestRecord &record)
{
    QByteArray line;
    line.reserve(240);
    line += record.time.toIso().toLatin1() + " info plexi.request: " + record.requestId.toLatin1() + ' ';
    line.append(QByteArrayView(record.method));
    line += ' ' + (record.route.isEmpty() ? QByteArray("-") : record.route.toUtf8());
    line += ' ' + QByteArray::number(record.status) + ' ' + milliseconds(record.microseconds) + "ms ";
    line += QByteArray::number(record.bytes) + "B ";
    line += record.user ? record.user->toString().toLatin1() : QByteArray("-");
    line += ' ' + record.client.toString().toLatin1() + '\n';
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
