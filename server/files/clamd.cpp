// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/clamd.h"

#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QTcpSocket>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

constexpr qint64 kPart = qint64(256) * 1024;
constexpr int kConnectPatience = 5'000;
/** It unpacks archives before it answers. */
constexpr int kAnswerPatience = 120'000;
constexpr int kStep = 200;

Error silent(const QString &why)
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"The virus scanner does not answer: "_s + why};
}

Result<std::unique_ptr<QIODevice>> connected(const QString &address)
{
    if (address.startsWith(u'/')) {
        auto local = std::make_unique<QLocalSocket>();
        local->connectToServer(address);
        if (!local->waitForConnected(kConnectPatience))
            return fail(silent(local->errorString()));
        return local;
    }
    const qsizetype colon = address.lastIndexOf(u':');
    auto remote = std::make_unique<QTcpSocket>();
    remote->connectToHost(address.first(colon), address.sliced(colon + 1).toUShort());
    if (!remote->waitForConnected(kConnectPatience))
        return fail(silent(remote->errorString()));
    return remote;
}

bool writeAll(QIODevice &socket, const QByteArray &bytes)
{
    socket.write(bytes);
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(kConnectPatience))
            return false;
    }
    return true;
}

/** What stands behind "stream: ". */
Result<QByteArray> readAnswer(QIODevice &socket, const std::function<bool()> &isStopping)
{
    QByteArray answer;
    const QDeadlineTimer deadline(kAnswerPatience);
    while (!answer.contains('\0')) {
        if (deadline.hasExpired() || isStopping() || answer.size() > kPart)
            return fail(silent(u"no verdict came"_s));
        if (!socket.waitForReadyRead(kStep) && socket.bytesAvailable() == 0 && !socket.isOpen())
            return fail(silent(socket.errorString()));
        answer += socket.readAll();
    }
    answer.truncate(answer.indexOf('\0'));
    constexpr QByteArrayView kPrefix = "stream: ";
    return answer.startsWith(kPrefix) ? answer.sliced(kPrefix.size()) : answer;
}

Result<ScanVerdict> verdictOf(const QByteArray &answer)
{
    if (answer == "OK")
        return ScanVerdict{};
    constexpr QByteArrayView kFound = " FOUND";
    if (answer.endsWith(kFound))
        return ScanVerdict{.kind = ScanVerdict::Kind::Infected,
                           .finding = QString::fromUtf8(answer.chopped(kFound.size())).left(200)};
    if (answer.contains("size limit exceeded"))
        return ScanVerdict{.kind = ScanVerdict::Kind::TooLarge, .finding = {}};
    return fail(silent(QString::fromUtf8(answer.left(200))));
}

} // namespace

Result<ScanVerdict> Clamd::scan(BlobReader &reader, const std::function<bool()> &isStopping) const
{
    const auto socket = connected(m_address);
    if (!socket)
        return fail(socket.error());
    bool isTaken = writeAll(**socket, QByteArray("zINSTREAM\0", 10));
    for (qint64 offset = 0; isTaken && offset < reader.size();) {
        if (isStopping())
            return fail(silent(u"the server stops"_s));
        const auto part = reader.read(offset, kPart);
        if (!part)
            return fail(part.error());
        if (part->isEmpty())
            break;
        QByteArray length(4, Qt::Uninitialized);
        qToBigEndian(static_cast<quint32>(part->size()), length.data());
        // Where it has had enough, it says so and closes: that is an answer too.
        isTaken = writeAll(**socket, length + *part);
        offset += part->size();
    }
    if (isTaken)
        writeAll(**socket, QByteArray(4, '\0'));
    const auto answer = readAnswer(**socket, isStopping);
    return answer ? verdictOf(*answer) : Result<ScanVerdict>(fail(answer.error()));
}

} // namespace plexi::files
