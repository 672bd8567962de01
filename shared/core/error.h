// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <expected>
#include <optional>

namespace plexi {

/** What went wrong, in the API's vocabulary (reference, "Error Handling"; the contract's section 1). */
enum class ErrorCode {
    BadRequest,
    AuthenticationRequired,
    InvalidCredentials,
    InvalidToken,
    TokenExpired,
    InsufficientPermissions,
    ReauthenticationRequired,
    NotFound,
    MethodNotAllowed,
    Conflict,
    /** It was there, and is over: an upload that has expired. */
    Gone,
    PreconditionFailed,
    PayloadTooLarge,
    UnsupportedMediaType,
    RangeNotSatisfiable,
    MisdirectedRequest,
    ValidationError,
    /** What came is not what its sender says it is. */
    ChecksumMismatch,
    RateLimitExceeded,
    Internal,
    ServiceUnavailable,
};

/** The code's name on the wire, such as "RESOURCE_NOT_FOUND". */
QLatin1StringView errorName(ErrorCode code);

/** The code of a name on the wire; Internal for one we don't know. */
ErrorCode errorCodeFromName(QStringView name);

/** A refusal or a fault. @c message is one English sentence for developers; it never holds a secret or message content. */
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QJsonObject details = {};
    /** Seconds until trying again makes sense; for RateLimitExceeded and ServiceUnavailable. */
    std::optional<int> retryAfter = std::nullopt;

    /** 422: @p field is the dotted path of the field, @p reason says what it must be. */
    static Error validation(const QString &field, const QString &reason);
    /** 404: "@p what not found". */
    static Error notFound(QStringView what);
    static Error forbidden(const QString &message);
    static Error internal(const QString &message);
};

/** Shorthand for `return std::unexpected(Error{…})`. */
inline std::unexpected<Error> fail(Error error)
{
    return std::unexpected<Error>(std::move(error));
}

} // namespace plexi
