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

/**
 * Takes what the scanner says as soon as it comes: it may have had enough before all was sent, says so and hangs up, and
 * a socket whose write has failed forgets what it had received.
 */
class Conversation
{
public:
    explicit Conversation(std::unique_ptr<QIODevice> socket) : m_socket(std::move(socket))
    {
        QObject::connect(m_socket.get(), &QIODevice::readyRead, m_socket.get(),
                         [this] { m_heard += m_socket->readAll(); });
    }

    /** False where the scanner has hung up, or has said something already. */
    bool write(const QByteArray &bytes)
    {
        m_socket->write(bytes);
        while (m_socket->bytesToWrite() > 0 && m_heard.isEmpty()) {
            if (!m_socket->waitForBytesWritten(kConnectPatience))
                return false;
        }
        return m_heard.isEmpty();
    }

    /** What stands behind "stream: ". */
    Result<QByteArray> answer(const std::function<bool()> &isStopping)
    {
        const QDeadlineTimer deadline(kAnswerPatience);
        while (!m_heard.contains('\0')) {
            if (deadline.hasExpired() || isStopping() || m_heard.size() > kPart)
                return fail(silent(u"no verdict came"_s));
            if (!m_socket->waitForReadyRead(kStep) && !isConnected() && !m_heard.contains('\0'))
                return fail(silent(m_socket->errorString()));
        }
        m_heard.truncate(m_heard.indexOf('\0'));
        constexpr QByteArrayView kPrefix = "stream: ";
        return m_heard.startsWith(kPrefix) ? m_heard.sliced(kPrefix.size()) : m_heard;
    }

private:
    bool isConnected() const
    {
        if (const auto *local = qobject_cast<const QLocalSocket *>(m_socket.get()))
            return local->state() == QLocalSocket::ConnectedState;
        const auto *remote = qobject_cast<const QTcpSocket *>(m_socket.get());
        return remote && remote->state() == QTcpSocket::ConnectedState;
    }

    const std::unique_ptr<QIODevice> m_socket;
    QByteArray m_heard;
};

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
    auto socket = connected(m_address);
    if (!socket)
        return fail(socket.error());
    Conversation conversation(std::move(*socket));
    bool isTaken = conversation.write(QByteArray("zINSTREAM\0", 10));
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
        isTaken = conversation.write(length + *part);
        offset += part->size();
    }
    if (isTaken)
        conversation.write(QByteArray(4, '\0'));
    const auto answer = conversation.answer(isStopping);
    return answer ? verdictOf(*answer) : Result<ScanVerdict>(fail(answer.error()));
}

} // namespace plexi::files
