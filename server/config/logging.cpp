// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/logging.h"

#include "shared/core/timestamp.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace plexi::config {

namespace {

std::atomic<LogFormat> logFormat = LogFormat::Text;
std::atomic<LogLevel> logLevel = LogLevel::Info;

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return LogLevel::Error;
}

QLatin1StringView levelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return "debug"_L1;
    case LogLevel::Info:
        return "info"_L1;
    case LogLevel::Warning:
        return "warning"_L1;
    case LogLevel::Error:
        break;
    }
    return "error"_L1;
}

QByteArray jsonLine(LogLevel level, const char *category, const QString &message)
{
    QJsonObject line{{"time"_L1, Timestamp::now().toIso()},
                     {"level"_L1, levelName(level)},
                     {"category"_L1, QString::fromUtf8(category)}};
    const QJsonDocument fields = message.startsWith(u'{') ? QJsonDocument::fromJson(message.toUtf8()) : QJsonDocument();
    if (fields.isObject()) {
        const QJsonObject object = fields.object();
        for (auto field = object.begin(); field != object.end(); ++field)
            line.insert(field.key(), field.value());
    } else {
        line.insert("message"_L1, message);
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

QByteArray textLine(LogLevel level, const char *category, QString message)
{
    // One event is one line: a newline inside would let a crafted value pass for a line of its own.
    message.replace(u'\n', "\\n"_L1).replace(u'\r', "\\r"_L1);
    return u"%1 %2 %3: %4"_s.arg(Timestamp::now().toIso(), levelName(level), QString::fromUtf8(category), message)
        .toUtf8();
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const LogLevel level = levelOf(type);
    if (level < logLevel.load(std::memory_order_relaxed) && type != QtFatalMsg)
        return;
    const char *category = context.category ? context.category : "default";
    const bool json = logFormat.load(std::memory_order_relaxed) == LogFormat::Json;
    QByteArray line = json ? jsonLine(level, category, message) : textLine(level, category, message);
    line += '\n';
    // One write, so that lines of several threads never mix.
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

} // namespace

void installLogging(LogFormat format, LogLevel level)
{
    logFormat = format;
    logLevel = level;
    qInstallMessageHandler(handle);
}

} // namespace plexi::config
