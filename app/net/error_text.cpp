// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/error_text.h"

#include <QCoreApplication>

namespace plexi::app {

namespace {

QString say(const char *sentence)
{
    return QCoreApplication::translate("Errors", sentence);
}

QString refusalText(const ApiError &error)
{
    using enum ErrorCode;
    switch (error.error.code) {
    case InvalidCredentials:
        return say(QT_TRANSLATE_NOOP("Errors", "The user name or the password is wrong. Check both and try again."));
    case AuthenticationRequired:
        if (error.secondStep)
            return say(QT_TRANSLATE_NOOP("Errors", "This account asks for a code as well as the password."));
        [[fallthrough]];
    case InvalidToken:
    case TokenExpired:
        return say(QT_TRANSLATE_NOOP("Errors", "Your session has ended. Sign in again."));
    case InsufficientPermissions:
        return say(
            QT_TRANSLATE_NOOP("Errors", "You are not allowed to do this. Ask an administrator of the workspace."));
    case ReauthenticationRequired:
        return say(QT_TRANSLATE_NOOP("Errors", "Please sign in again before you do this."));
    case NotFound:
    case Gone:
        return say(QT_TRANSLATE_NOOP("Errors", "This does not exist any more, or you may not see it."));
    case Conflict:
        return say(QT_TRANSLATE_NOOP("Errors", "This name is taken. Choose another one."));
    case PayloadTooLarge:
        return say(QT_TRANSLATE_NOOP("Errors", "This is too large for the server."));
    case ValidationError: {
        const QString reason = error.error.details.value(QLatin1StringView("reason")).toString();
        if (reason.isEmpty())
            return say(QT_TRANSLATE_NOOP("Errors", "The server does not accept this."));
        return say(QT_TRANSLATE_NOOP("Errors", "The server does not accept this: %1.")).arg(reason);
    }
    case RateLimitExceeded:
        if (error.error.retryAfter) {
            return QCoreApplication::translate("Errors", "That was too often. Try again in %n second(s).", nullptr,
                                               *error.error.retryAfter);
        }
        return say(QT_TRANSLATE_NOOP("Errors", "That was too often. Try again in a minute."));
    case ServiceUnavailable:
    case Internal:
        return say(QT_TRANSLATE_NOOP("Errors", "The server has a problem of its own. Try again in a while."));
    case BadRequest:
    case ChecksumMismatch:
    case MethodNotAllowed:
    case PreconditionFailed:
    case RangeNotSatisfiable:
    case UnsupportedMediaType:
    case MisdirectedRequest:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Errors", "The server does not understand this version of PlexiChat."));
}

} // namespace

QString errorText(const ApiError &error)
{
    switch (error.failure) {
    case Failure::Refused:
        return refusalText(error);
    case Failure::Unreachable:
        return say(QT_TRANSLATE_NOOP("Errors",
                                     "The server did not answer. Check that it is running and that you are online."));
    case Failure::HostNotFound:
        return say(
            QT_TRANSLATE_NOOP("Errors", "There is no server of this name. Check the address and that you are online."));
    case Failure::TimedOut:
        return say(QT_TRANSLATE_NOOP("Errors", "The server took too long to answer. Try again."));
    case Failure::Insecure:
        return say(QT_TRANSLATE_NOOP(
            "Errors", "A secure connection could not be made. Ask who runs the server about its certificate."));
    case Failure::NotPlexiChat:
        return say(QT_TRANSLATE_NOOP("Errors", "There is no PlexiChat server at this address."));
    case Failure::Cancelled:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Errors", "This was cancelled."));
}

} // namespace plexi::app
