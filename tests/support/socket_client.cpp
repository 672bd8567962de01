// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/socket_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::test {

SocketClient::SocketClient()
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { m_frames.append(QJsonDocument::fromJson(text.toUtf8()).object()); });
}

bool SocketClient::open(const QUrl &url, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QNetworkRequest request(url);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    m_socket.open(request);
    return QTest::qWaitFor([this] { return m_socket.isValid(); }, 10'000);
}

bool SocketClient::signIn(const QUrl &url, const QString &accessToken)
{
    return open(url, {{"Authorization", "Bearer " + accessToken.toLatin1()}}) && !next(u"ready"_s).isEmpty();
}

bool SocketClient::subscribe(const QStringList &channels)
{
    send({{"type"_L1, "subscribe"_L1}, {"channels"_L1, QJsonArray::fromStringList(channels)}});
    return next(u"subscribed"_s).value("data"_L1).toObject().value("channels"_L1).toArray().size() == channels.size();
}

void SocketClient::send(const QJsonObject &frame)
{
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

QJsonObject SocketClient::next(const QString &type, int milliseconds)
{
    qsizetype &taken = m_taken[type];
    if (!QTest::qWaitFor([&] { return all(type).size() > taken; }, milliseconds))
        return {};
    return all(type).at(taken++);
}

QJsonObject SocketClient::answer(const QString &id, int milliseconds)
{
    const auto find = [&] {
        return std::ranges::find_if(m_frames, [&](const QJsonObject &frame) { return frame.value("id"_L1) == id; });
    };
    return QTest::qWaitFor([&] { return find() != m_frames.end(); }, milliseconds) ? *find() : QJsonObject();
}

QList<QJsonObject> SocketClient::all(const QString &type) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &frame : m_frames) {
        if (frame.value("type"_L1).toString() == type)
            found.append(frame);
    }
    return found;
}

bool SocketClient::waitForClose(int milliseconds)
{
    return QTest::qWaitFor([this] { return m_socket.state() == QAbstractSocket::UnconnectedState; }, milliseconds);
}

} // namespace plexi::test
