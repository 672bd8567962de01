// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/error.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace plexi {

namespace {

constexpr std::array<std::pair<ErrorCode, QLatin1StringView>, 21> kNames{{
    {ErrorCode::BadRequest, "BAD_REQUEST"_L1},
    {ErrorCode::AuthenticationRequired, "AUTHENTICATION_REQUIRED"_L1},
    {ErrorCode::InvalidCredentials, "INVALID_CREDENTIALS"_L1},
    {ErrorCode::InvalidToken, "INVALID_TOKEN"_L1},
    {ErrorCode::TokenExpired, "TOKEN_EXPIRED"_L1},
    {ErrorCode::InsufficientPermissions, "INSUFFICIENT_PERMISSIONS"_L1},
    {ErrorCode::ReauthenticationRequired, "REAUTHENTICATION_REQUIRED"_L1},
    {ErrorCode::NotFound, "RESOURCE_NOT_FOUND"_L1},
    {ErrorCode::MethodNotAllowed, "METHOD_NOT_ALLOWED"_L1},
    {ErrorCode::Conflict, "CONFLICT"_L1},
    {ErrorCode::Gone, "GONE"_L1},
    {ErrorCode::PreconditionFailed, "PRECONDITION_FAILED"_L1},
    {ErrorCode::PayloadTooLarge, "PAYLOAD_TOO_LARGE"_L1},
    {ErrorCode::UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE"_L1},
    {ErrorCode::RangeNotSatisfiable, "RANGE_NOT_SATISFIABLE"_L1},
    {ErrorCode::MisdirectedRequest, "MISDIRECTED_REQUEST"_L1},
    {ErrorCode::ValidationError, "VALIDATION_ERROR"_L1},
    {ErrorCode::ChecksumMismatch, "CHECKSUM_MISMATCH"_L1},
    {ErrorCode::RateLimitExceeded, "RATE_LIMIT_EXCEEDED"_L1},
    {ErrorCode::Internal, "INTERNAL_SERVER_ERROR"_L1},
    {ErrorCode::ServiceUnavailable, "SERVICE_UNAVAILABLE"_L1},
}};

} // namespace

QLatin1StringView errorName(ErrorCode code)
{
    for (const auto &[known, name] : kNames) {
        if (known == code)
            return name;
    }
    return "INTERNAL_SERVER_ERROR"_L1;
}

ErrorCode errorCodeFromName(QStringView name)
{
    for (const auto &[known, text] : kNames) {
        if (name == text)
            return known;
    }
    return ErrorCode::Internal;
}

Error Error::validation(const QString &field, const QString &reason)
{
    return {.code = ErrorCode::ValidationError,
            .message = u"Invalid input data"_s,
            .details = {{"field"_L1, field}, {"reason"_L1, reason}}};
}

Error Error::notFound(QStringView what)
{
    return {.code = ErrorCode::NotFound, .message = what.toString() + " not found"_L1};
}

Error Error::forbidden(const QString &text)
{
    return {.code = ErrorCode::InsufficientPermissions, .message = text};
}

Error Error::internal(const QString &text)
{
    return {.code = ErrorCode::Internal, .message = text};
}

} // namespace plexi
