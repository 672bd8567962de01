// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTcpSocket>

#include <memory>
#include <optional>

namespace plexi::test {

/** A GET without a body. @p more: header lines with their CRLF. */
inline QByteArray get(QByteArrayView path, QByteArrayView more = {})
{
    return "GET " + path.toByteArray() + " HTTP/1.1\r\nHost: localhost\r\n" + more.toByteArray() + "\r\n";
}

/** A POST of @p body with its length. */
inline QByteArray post(QByteArrayView path, const QByteArray &body, QByteArrayView more = {})
{
    return "POST " + path.toByteArray() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + more.toByteArray() + "\r\n" + body;
}

/** An answer as it came over the wire. */
struct RawAnswer {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    bool has(QByteArrayView name) const
    {
        return std::ranges::any_of(headers,
                                   [&](const auto &h) { return h.first.compare(name, Qt::CaseInsensitive) == 0; });
    }
    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString errorCode() const { return json()[u"error"].toObject()[u"code"].toString(); }
};

/** Writes what it is told, byte for byte, and reads answers by their Content-Length. Blocks; the server has its own threads. */
class RawClient
{
public:
    static constexpr int kPatienceMs = 5000;

    explicit RawClient(quint16 port, std::unique_ptr<QTcpSocket> socket = std::make_unique<QTcpSocket>())
        : m_socket(std::move(socket))
    {
        m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket->waitForConnected(kPatienceMs);
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }

    QTcpSocket &socket() { return *m_socket; }

    void send(QByteArrayView bytes)
    {
        m_socket->write(bytes.data(), bytes.size());
        m_socket->flush();
    }

    /** The next answer; nothing where the connection closes or falls silent before it is complete. */
    std::optional<RawAnswer> read(bool isHead = false)
    {
        while (!m_buffer.contains("\r\n\r\n")) {
            if (!fill())
                return std::nullopt;
        }
        RawAnswer answer;
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        const QList<QByteArray> lines = m_buffer.first(end).split('\n');
        m_buffer.remove(0, end + 4);
        answer.status = lines.first().split(' ').value(1).toInt();
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            answer.headers.emplaceBack(line.first(colon), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length = isHead ? 0 : answer.header("Content-Length").toLongLong();
        while (m_buffer.size() < length) {
            if (!fill())
                return std::nullopt;
        }
        answer.body = m_buffer.first(length);
        m_buffer.remove(0, length);
        return answer;
    }

    std::optional<RawAnswer> ask(QByteArrayView request, bool isHead = false)
    {
        send(request);
        return read(isHead);
    }

    /** True once the server has closed; bytes that came before stay readable. */
    bool waitForClosed(int ms = kPatienceMs)
    {
        while (m_socket->state() == QAbstractSocket::ConnectedState) {
            if (!m_socket->waitForReadyRead(ms) && m_socket->state() == QAbstractSocket::ConnectedState)
                return false;
            takeAvailable();
        }
        takeAvailable();
        return true;
    }

    /** What came and belongs to no answer that was read. */
    const QByteArray &rest() const { return m_buffer; }

private:
    bool fill()
    {
        if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(kPatienceMs)
            && m_socket->bytesAvailable() == 0)
            return false;
        takeAvailable();
        return true;
    }

    void takeAvailable()
    {
        if (m_socket->bytesAvailable() > 0)
            m_buffer += m_socket->readAll();
    }

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_buffer;
};

} // namespace plexi::test
