// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/api_client.h"

#include "shared/protocol/json_reader.h"

#include <QCoroSignal>
#include <QDateTime>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** An access token that ends sooner than this is replaced before it is used. */
constexpr qint64 kFreshMilliseconds = 15'000;
/** Of one answer, so that a wrong address cannot fill the memory. */
constexpr qint64 kMaxAnswer = 32LL * 1024 * 1024;

Failure failureOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return Failure::HostNotFound;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError:
        return Failure::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return Failure::Insecure;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Failure::NotPlexiChat;
    default:
        return Failure::Unreachable;
    }
}

/** The error of an answer that is not 2xx. */
ApiError refusalOf(int status, const Result<QJsonObject> &body)
{
    ApiError refusal{.failure = Failure::Refused, .status = status};
    refusal.error.code = status >= 500 ? ErrorCode::ServiceUnavailable : ErrorCode::BadRequest;
    if (!body) {
        // A proxy's page, or another program. A 404 of ours has an envelope.
        refusal.failure = status >= 500 ? Failure::Refused : Failure::NotPlexiChat;
        return refusal;
    }
    const QJsonValue error = body->value("error"_L1);
    if (const auto step = protocol::MfaRequired::fromJson(*body)) {
        refusal.error.code = ErrorCode::AuthenticationRequired;
        refusal.secondStep = *step;
        return refusal;
    }
    if (!error.isObject()) {
        refusal.failure = Failure::NotPlexiChat;
        return refusal;
    }
    const QJsonObject envelope = error.toObject();
    refusal.error = {.code = errorCodeFromName(envelope.value("code"_L1).toString()),
                     .message = envelope.value("message"_L1).toString(),
                     .details = envelope.value("details"_L1).toObject()};
    if (envelope.value("retry_after"_L1).isDouble())
        refusal.error.retryAfter = std::clamp(envelope.value("retry_after"_L1).toInt(), 0, 3600);
    return refusal;
}

} // namespace

ApiClient::ApiClient(const QUrl &server, QObject *parent) : QObject(parent), m_server(server)
{
    QString path = m_server.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    m_server.setPath(path);
}

ApiClient::~ApiClient()
{
    close();
}

void ApiClient::close()
{
    m_isClosed = true;
    endRefresh(ApiError{.failure = Failure::Cancelled});
    // abort() ends calls, which take their replies out of the set.
    const QSet<QNetworkReply *> replies = m_replies;
    for (QNetworkReply *reply : replies)
        reply->abort();
}

void ApiClient::setTokens(const protocol::Tokens &tokens)
{
    m_tokens = tokens;
    m_expiresAt = QDateTime::currentMSecsSinceEpoch() + tokens.expiresIn * 1000;
    m_isOver = false;
}

bool ApiClient::mustRefresh() const
{
    return m_expiresAt - QDateTime::currentMSecsSinceEpoch() < kFreshMilliseconds;
}

QNetworkReply *ApiClient::start(const Call &call, const QString &accessToken)
{
    QUrl url = m_server;
    url.setPath(url.path() + "/api/v1"_L1 + call.path, QUrl::TolerantMode);
    url.setQuery(call.query);
    QNetworkRequest request(url);
    request.setTransferTimeout(m_timeout);
    // Tokens go nowhere but to the address that the person gave; the session cookie is not ours to use.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    if (!accessToken.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + accessToken.toLatin1());
    for (const auto &[name, value] : call.headers)
        request.setRawHeader(name, value);
    if (call.bytes)
        return m_network.sendCustomRequest(request, call.verb, *call.bytes);
    if (call.body) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        const QByteArray body = QJsonDocument(*call.body).toJson(QJsonDocument::Compact);
        return m_network.sendCustomRequest(request, call.verb, body);
    }
    if (call.verb == "GET")
        return m_network.get(request);
    if (call.verb == "HEAD")
        return m_network.head(request);
    if (call.verb == "DELETE")
        return m_network.deleteResource(request);
    return m_network.sendCustomRequest(request, call.verb, QByteArray());
}

ApiResult<ApiClient::Answer> ApiClient::readAnswer(QNetworkReply &reply, bool isClosed, Form form)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isClosed)
        return cancelled();
    if (status == 0)
        return std::unexpected(ApiError{.failure = failureOf(reply.error())});
    // read() would first make room for as much as is asked for.
    const QByteArray bytes = reply.read(std::min(reply.bytesAvailable(), kMaxAnswer));
    if (status == 204)
        return Answer{.status = status, .headers = reply.headers()};
    const bool isGood = status >= 200 && status < 300;
    if (form == Form::Bytes && isGood && reply.error() == QNetworkReply::NoError)
        return Answer{.status = status, .headers = reply.headers(), .bytes = bytes};
    const Result<QJsonObject> body = protocol::parseObject(bytes);
    // Where nobody said why, the status must do: an answer to HEAD has no body.
    if (!isGood && form == Form::Bytes && bytes.isEmpty())
        return std::unexpected(refusalOf(status, QJsonObject{{"error"_L1, QJsonObject()}}));
    if (!isGood)
        return std::unexpected(refusalOf(status, body));
    // The head came, the body did not.
    if (reply.error() != QNetworkReply::NoError)
        return std::unexpected(ApiError{.failure = failureOf(reply.error())});
    if (!body)
        return notOurs(status);
    return Answer{.status = status, .body = *body};
}

QCoro::Task<ApiResult<ApiClient::Answer>> ApiClient::exchange(Call call, QString accessToken)
{
    if (m_isClosed)
        co_return cancelled();
    const QPointer<ApiClient> self(this);
    const Form form = call.form;
    const QPointer<QNetworkReply> reply(start(call, accessToken));
    m_replies.insert(reply);
    if (!reply->isFinished())
        co_await qCoro(reply.data(), &QNetworkReply::finished);
    if (!self || !reply)
        co_return cancelled();
    m_replies.remove(reply);
    ApiResult<Answer> answer = readAnswer(*reply, m_isClosed, form);
    reply->deleteLater();
    co_return answer;
}

QCoro::Task<ApiResult<ApiClient::Answer>> ApiClient::authorised(Call call)
{
    const QPointer<ApiClient> self(this);
    if (mustRefresh()) {
        const QString stale = m_tokens.accessToken;
        const ApiResult<> fresh = co_await ensureFresh(stale);
        if (!self)
            co_return cancelled();
        if (!fresh)
            co_return std::unexpected(fresh.error());
    }
    const QString used = m_tokens.accessToken;
    Call first = call;
    ApiResult<Answer> answer = co_await exchange(std::move(first), used);
    if (!self)
        co_return cancelled();
    if (answer || answer.error().failure != Failure::Refused || answer.error().status != 401)
        co_return answer;
    const ApiResult<> fresh = co_await ensureFresh(used);
    if (!self)
        co_return cancelled();
    if (!fresh)
        co_return std::unexpected(fresh.error());
    const QString replaced = m_tokens.accessToken;
    ApiResult<Answer> second = co_await exchange(std::move(call), replaced);
    co_return second;
}

QCoro::Task<ApiResult<>> ApiClient::ensureFresh(QString stale)
{
    const QPointer<ApiClient> self(this);
    if (m_isClosed)
        co_return cancelled();
    if (m_tokens.accessToken != stale)
        co_return ApiResult<>{};
    if (m_isOver && m_refreshFault)
        co_return std::unexpected(*m_refreshFault);
    if (!m_isRefreshing) {
        ApiResult<> done = co_await refresh();
        co_return done;
    }
    co_await qCoro(this, &ApiClient::refreshFinished);
    if (!self || m_isClosed)
        co_return cancelled();
    if (m_refreshFault)
        co_return std::unexpected(*m_refreshFault);
    co_return ApiResult<>{};
}

void ApiClient::endRefresh(std::optional<ApiError> fault)
{
    if (!m_isRefreshing)
        return;
    m_isRefreshing = false;
    m_refreshFault = std::move(fault);
    emit refreshFinished();
}

QCoro::Task<ApiResult<>> ApiClient::refresh()
{
    const QPointer<ApiClient> self(this);
    m_isRefreshing = true;
    m_refreshFault.reset();
    Call call{.verb = "POST", .path = u"/auth/refresh"_s};
    call.body = QJsonObject{{"refresh_token"_L1, m_tokens.refreshToken}};
    const ApiResult<Answer> answer = co_await exchange(std::move(call), QString());
    if (!self || m_isClosed)
        co_return cancelled();
    if (!answer) {
        const ApiError &fault = answer.error();
        // Only the server's word ends a session; a rate limit or a fault of its own does not.
        m_isOver = fault.failure == Failure::Refused && (fault.isDefinite() || fault.status == 401);
        endRefresh(fault);
        if (m_isOver)
            emit signedOut(fault);
        co_return std::unexpected(fault);
    }
    const Result<protocol::Tokens> tokens = protocol::Tokens::fromJson(answer->body);
    if (!tokens) {
        const ApiError fault{.failure = Failure::NotPlexiChat, .status = answer->status};
        endRefresh(fault);
        co_return std::unexpected(fault);
    }
    // Kept first: the old refresh token is spent, and a program that ended now would need the new one.
    if (m_keeper) {
        const TokenKeeper keeper = m_keeper;
        protocol::Tokens kept = *tokens;
        co_await keeper(std::move(kept));
        if (!self || m_isClosed)
            co_return cancelled();
    }
    setTokens(*tokens);
    endRefresh(std::nullopt);
    co_return ApiResult<>{};
}

} // namespace plexi::app
