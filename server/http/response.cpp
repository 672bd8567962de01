// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/response.h"

#include "shared/core/timestamp.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plexi::http {

Response Response::json(const QJsonObject &object, int status)
{
    return json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Response Response::json(QByteArray json, int status)
{
    return {.status = status, .body = std::move(json)};
}

Response Response::noContent()
{
    return {.status = 204, .body = {}, .contentType = {}};
}

Response Response::error(const Error &error, const QString &requestId)
{
    QJsonObject fields{{"code"_L1, errorName(error.code)},
                       {"message"_L1, error.message},
                       {"details"_L1, error.details},
                       {"request_id"_L1, requestId},
                       {"timestamp"_L1, Timestamp::now().toIso()}};
    if (error.retryAfter)
        fields.insert("retry_after"_L1, *error.retryAfter);
    Response response = json({{"error"_L1, fields}}, httpStatus(error.code));
    if (error.retryAfter)
        response.headers.append(QHttpHeaders::WellKnownHeader::RetryAfter, QByteArray::number(*error.retryAfter));
    if (response.status == 401)
        response.headers.append(QHttpHeaders::WellKnownHeader::WWWAuthenticate, "Bearer");
    return response;
}

int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadRequest:
        return 400;
    case ErrorCode::AuthenticationRequired:
    case ErrorCode::InvalidCredentials:
    case ErrorCode::InvalidToken:
    case ErrorCode::TokenExpired:
        return 401;
    case ErrorCode::InsufficientPermissions:
    case ErrorCode::ReauthenticationRequired:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::MethodNotAllowed:
        return 405;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::Gone:
        return 410;
    case ErrorCode::PreconditionFailed:
        return 412;
    case ErrorCode::PayloadTooLarge:
        return 413;
    case ErrorCode::UnsupportedMediaType:
        return 415;
    case ErrorCode::RangeNotSatisfiable:
        return 416;
    case ErrorCode::MisdirectedRequest:
        return 421;
    case ErrorCode::ValidationError:
        return 422;
    case ErrorCode::RateLimitExceeded:
        return 429;
    case ErrorCode::ChecksumMismatch:
        // tus 1.0.0, "Checksum".
        return 460;
    case ErrorCode::Internal:
        return 500;
    case ErrorCode::ServiceUnavailable:
        return 503;
    }
    return 500;
}

} // namespace plexi::http
