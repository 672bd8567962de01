// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// plexichat-inspector TASK: reads what a stranger made from standard input, and writes what came of it. The first line
// of the answer is a JSON object, either {"content_type": …} with the bytes after it, or {"code": …, "message": …,
// "details": …}. Ends with status 0 where there is an answer.
//
// TASK is avatar:SIZE, or examine, whose answer is told in examination.h.

#include "server/inspector/examination.h"
#include "server/inspector/pictures.h"
#include "server/inspector/sandbox.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace plexi;

#if defined(__SANITIZE_ADDRESS__)
/** Looking for leaks needs what the sandbox takes away. */
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "detect_leaks=0";
}
#endif

namespace {

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray answerFor(const Result<inspector::Picture> &picture)
{
    if (picture)
        return line({{"content_type"_L1, QString::fromLatin1(picture->contentType)}}) + picture->bytes;
    return line({{"code"_L1, errorName(picture.error().code)},
                 {"message"_L1, picture.error().message},
                 {"details"_L1, picture.error().details}});
}

bool writeAll(const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout)
        == static_cast<size_t>(bytes.size())
        && std::fflush(stdout) == 0;
}

} // namespace

int main(int count, char **arguments)
{
    const QByteArray task = count == 2 ? QByteArray(arguments[1]) : QByteArray();
    bool isNumber = false;
    const int size = task.startsWith("avatar:") ? task.sliced(7).toInt(&isNumber) : 0;
    const bool examines = task == "examine";
    if (!examines && (!isNumber || size < 1 || size > 4096)) {
        std::fputs("usage: plexichat-inspector avatar:SIZE|examine\n", stderr);
        return kWrongUsage;
    }
    // Large pictures are scaled by threads of Qt's, whose event loop by GLib's means takes more than the sandbox gives.
    qputenv("QT_NO_GLIB", "1");
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return kFailed;
    // Loading takes longer than most files do, so only what this one needs is loaded. Its first bytes are compared with
    // signatures and no more.
    const QByteArray head = examines ? input.read(inspector::kHead) : QByteArray();
    if (examines)
        inspector::loadFor(head);
    else
        inspector::loadDecoders();
    QString error;
    if (!inspector::enterSandbox({}, &error)) {
        std::fprintf(stderr, "the sandbox is not to be had: %s\n", qUtf8Printable(error));
        return kFailed;
    }
    const QByteArray bytes = head + input.readAll();
    return writeAll(examines ? inspector::examine(bytes) : answerFor(inspector::avatar(bytes, size))) ? 0 : kFailed;
}
