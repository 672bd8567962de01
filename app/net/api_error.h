// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/error.h"
#include "shared/protocol/second_factor.h"

#include <concepts>
#include <expected>
#include <optional>

namespace plexi::app {

/** Why a request to a server has no good answer. */
enum class Failure {
    /** The server answered with an error: see ApiError::error and ApiError::status. */
    Refused,
    /** Nobody answers at that address, or the connection broke. */
    Unreachable,
    HostNotFound,
    TimedOut,
    /** TLS could not be agreed on, or the certificate is not trusted. */
    Insecure,
    /** An answer that is not PlexiChat's. */
    NotPlexiChat,
    /** The client was closed while the request was under way. */
    Cancelled,
};

struct ApiError {
    Failure failure = Failure::Unreachable;
    /** HTTP status; 0 where there was no answer. */
    int status = 0;
    Error error = {};
    /** The password was right, and a code is asked for: what ends the sign-in. */
    std::optional<protocol::MfaRequired> secondStep = std::nullopt;

    /** The server answered with one of these errors. */
    bool isRefusedFor(std::same_as<ErrorCode> auto... codes) const
    {
        return failure == Failure::Refused && ((error.code == codes) || ...);
    }
    /** What was asked for is not there, or not any more: what was to be deleted is. */
    bool isGone() const { return failure == Failure::Refused && status == 404; }
    /** The server has decided: asking again cannot help. Rate limits, timeouts and missing sign-ins are no decision. */
    bool isDefinite() const
    {
        return failure == Failure::Refused && status >= 400 && status < 500 && status != 401 && status != 408
            && status != 425 && status != 429;
    }
};

inline std::unexpected<ApiError> cancelled()
{
    return std::unexpected(ApiError{.failure = Failure::Cancelled});
}

/** An answer with this HTTP status that PlexiChat would not give. */
inline std::unexpected<ApiError> notOurs(int status)
{
    return std::unexpected(ApiError{.failure = Failure::NotPlexiChat, .status = status});
}

template <typename T = void>
using ApiResult = std::expected<T, ApiError>;

} // namespace plexi::app
