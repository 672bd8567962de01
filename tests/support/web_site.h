// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QSslConfiguration;
QT_END_NAMESPACE

namespace plexi::test {

/**
 * Somebody else's web server, on a free port of 127.0.0.1 and on the thread of the test: it writes what it is told, byte
 * for byte, and closes. One request for each connection.
 */
class WebSite : public QObject
{
public:
    struct Request {
        QByteArray method;
        /** Path and query, as it was sent. */
        QByteArray target;
        /** Names in lower case. */
        QHash<QByteArray, QByteArray> headers;
        QByteArray body;
    };
    /** All bytes of the answer; none: it stays silent. */
    using Handler = std::function<QByteArray(const Request &request)>;

    explicit WebSite(Handler handler);
    /** Behind TLS with that certificate. */
    WebSite(Handler handler, const QSslConfiguration &tls);

    /** As @p host, which leads here only where a resolver says so. */
    QUrl url(const QString &path = QStringLiteral("/"), const QString &host = QStringLiteral("127.0.0.1")) const;
    int connections() const { return m_connections; }
    const QList<Request> &requests() const { return m_requests; }

    /** "HTTP/1.1 @p status …", a length and the body. @p headers: lines, each with its CRLF. */
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {});
    static QByteArray html(const QByteArray &body) { return answer(200, body, "Content-Type: text/html\r\n"); }
    static QByteArray json(const QByteArray &body) { return answer(200, body, "Content-Type: application/json\r\n"); }
    static QByteArray redirect(const QUrl &target, int status = 302);

private:
    void listen();
    void serve();
    /** Whether @p received is a whole request, which is then answered. */
    bool takeRequest(QByteArray *received, QIODevice &socket);

    const Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    int m_connections = 0;
    QList<Request> m_requests;
};

/** A fresh certificate for @p name that signs itself, and its key; made by the openssl program. */
QSslConfiguration selfSignedTls(const QTemporaryDir &directory, const QString &name);

} // namespace plexi::test
