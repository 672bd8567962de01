// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"

#include <QEventLoop>
#include <QJsonDocument>

#include <memory>

using namespace Qt::StringLiterals;

namespace plexi::test {

QByteArray Answer::header(QByteArrayView name) const
{
    for (const auto &[known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString Answer::errorCode() const
{
    return json.value("error"_L1).toObject().value("code"_L1).toString();
}

RestClient::RestClient(const QUrl &server, const QString &username, const QString &password) : m_server(server)
{
    if (const Answer answer = signIn(username, password); answer.status != 200)
        qFatal("%ls cannot sign in: %s", qUtf16Printable(username), answer.body.constData());
}

Answer RestClient::signIn(const QString &username, const QString &password)
{
    m_token.clear();
    Answer answer = post(u"/api/v1/auth/login"_s, {{"username"_L1, username}, {"password"_L1, password}});
    m_token = answer.json.value("access_token"_L1).toString();
    return answer;
}

Answer RestClient::send(const QByteArray &method, const QString &path, const QJsonObject &body,
                        const QList<QNetworkReply::RawHeaderPair> &headers)
{
    const bool hasBody = method == "POST" || method == "PUT" || method == "PATCH";
    QList<QNetworkReply::RawHeaderPair> all = headers;
    if (hasBody)
        all.emplaceBack("Content-Type", "application/json");
    return sendRaw(method, path, hasBody ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray(), all);
}

Answer RestClient::sendRaw(const QByteArray &method, const QString &path, const QByteArray &body,
                           const QList<QNetworkReply::RawHeaderPair> &headers)
{
    QNetworkRequest request(m_server.resolved(QUrl(path)));
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);

    // Of a method that it does not know, Qt waits for a body.
    const std::unique_ptr<QNetworkReply> reply(method == "HEAD" ? m_manager.head(request)
                                                                : m_manager.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();

    Answer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                  .body = reply->readAll(),
                  .json = {},
                  .headers = reply->rawHeaderPairs()};
    answer.json = QJsonDocument::fromJson(answer.body).object();
    return answer;
}

} // namespace plexi::test
