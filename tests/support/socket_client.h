// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QNetworkRequest>
#include <QUrl>
#include <QWebSocket>

namespace plexi::test {

/** A person who talks over /ws and remembers every frame. */
class SocketClient : public QObject
{
    Q_OBJECT

public:
    SocketClient();

    /** Connects with `Authorization: Bearer` and waits for `ready`. */
    bool signIn(const QUrl &url, const QString &accessToken);
    /** Connects and waits until the socket is open. */
    bool open(const QUrl &url, const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    /** Waits for the answer too. */
    bool subscribe(const QStringList &channels);

    void send(const QJsonObject &frame);
    void sendText(const QString &text) { m_socket.sendTextMessage(text); }

    /** Waits for the next frame of @p type that no earlier call returned; an empty object after @p milliseconds. */
    QJsonObject next(const QString &type, int milliseconds = 5'000);
    /** Waits for the answer to the frame that was sent with @p id; an empty object after @p milliseconds. */
    QJsonObject answer(const QString &id, int milliseconds = 5'000);
    /** All frames of @p type so far. */
    QList<QJsonObject> all(const QString &type) const;
    bool waitForClose(int milliseconds = 5'000);
    int closeCode() const { return static_cast<int>(m_socket.closeCode()); }
    QWebSocket &socket() { return m_socket; }

private:
    QWebSocket m_socket;
    QList<QJsonObject> m_frames;
    QHash<QString, qsizetype> m_taken;
};

} // namespace plexi::test
