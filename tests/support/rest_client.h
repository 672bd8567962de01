// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

namespace plexi::test {

/** What a server answered. */
struct Answer {
    int status = 0;
    QByteArray body;
    QJsonObject json;
    QList<QNetworkReply::RawHeaderPair> headers;

    QByteArray header(QByteArrayView name) const;
    /** `error.code` of the envelope. */
    QString errorCode() const;
};

/** A person who talks REST, one request at a time; spins the event loop while waiting. */
class RestClient
{
public:
    explicit RestClient(const QUrl &server) : m_server(server) { }
    /** Somebody who is signed in; fails the program where that fails. */
    RestClient(const QUrl &server, const QString &username, const QString &password);

    /** Signs in and uses the access token from then on. */
    Answer signIn(const QString &username, const QString &password);
    void setAccessToken(const QString &token) { m_token = token; }
    QString accessToken() const { return m_token; }

    Answer get(const QString &path) { return send("GET", path); }
    Answer post(const QString &path, const QJsonObject &body) { return send("POST", path, body); }
    Answer put(const QString &path, const QJsonObject &body) { return send("PUT", path, body); }
    Answer remove(const QString &path) { return send("DELETE", path); }

    /** @p path is "/api/v1" plus the rest, query included; @p headers are added. */
    Answer send(const QByteArray &method, const QString &path, const QJsonObject &body = {},
                const QList<QNetworkReply::RawHeaderPair> &headers = {});
    Answer sendRaw(const QByteArray &method, const QString &path, const QByteArray &body,
                   const QList<QNetworkReply::RawHeaderPair> &headers);

private:
    QUrl m_server;
    QString m_token;
    QNetworkAccessManager m_manager;
};

} // namespace plexi::test
