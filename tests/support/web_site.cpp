// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/web_site.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace plexi::test {

WebSite::WebSite(Handler handler) : m_handler(std::move(handler)), m_server(std::make_unique<QTcpServer>())
{
    listen();
}

WebSite::WebSite(Handler handler, const QSslConfiguration &tls) : m_handler(std::move(handler))
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    listen();
}

void WebSite::listen()
{
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("No port for a web site");
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &WebSite::serve);
}

void WebSite::serve()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++m_connections;
        auto received = std::make_shared<QByteArray>();
        const auto take = [this, socket, received] {
            *received += socket->readAll();
            if (takeRequest(received.get(), *socket))
                socket->disconnectFromHost();
        };
        connect(socket, &QTcpSocket::readyRead, this, take);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        // TLS may have decrypted something before we were told of the connection.
        take();
    }
}

bool WebSite::takeRequest(QByteArray *received, QIODevice &socket)
{
    const qsizetype end = received->indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    Request request;
    const QList<QByteArray> lines = received->first(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    request.body = received->sliced(end + 4);
    if (request.body.size() < request.headers.value("content-length").toLongLong())
        return false;
    received->clear();
    m_requests.append(request);
    const QByteArray answer = m_handler(request);
    socket.write(answer);
    return !answer.isEmpty();
}

QUrl WebSite::url(const QString &path, const QString &host) const
{
    const bool isTls = qobject_cast<QSslServer *>(m_server.get()) != nullptr;
    return QUrl(u"%1://%2:%3%4"_s.arg(isTls ? "https"_L1 : "http"_L1, host).arg(m_server->serverPort()).arg(path));
}

QByteArray WebSite::answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Fine\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

QByteArray WebSite::redirect(const QUrl &target, int status)
{
    return answer(status, {}, "Location: " + target.toEncoded() + "\r\n");
}

QSslConfiguration selfSignedTls(const QTemporaryDir &directory, const QString &name)
{
    const QString certificate = directory.filePath(u"certificate.pem"_s);
    const QString key = directory.filePath(u"key.pem"_s);
    const int status = QProcess::execute(u"openssl"_s,
                                         {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                          u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, key, u"-out"_s,
                                          certificate, u"-days"_s, u"2"_s, u"-subj"_s, "/CN="_L1 + name, u"-addext"_s,
                                          "subjectAltName=DNS:"_L1 + name});
    if (status != 0)
        qFatal("openssl made no certificate");
    QFile keyFile(key);
    if (!keyFile.open(QIODevice::ReadOnly))
        qFatal("openssl made no key");
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
    tls.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

} // namespace plexi::test
