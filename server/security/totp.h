// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/timestamp.h"

#include <QByteArray>
#include <QString>

#include <optional>

/** Time-based one-time passwords as authenticator apps make them: RFC 6238 with SHA-1, 6 digits, steps of 30 s. */
namespace plexi::security::totp {

/** 20 random bytes; RFC 4226, section 4, R6. */
QByteArray newSecret();

/** How many steps of 30 s have begun since 1970. */
qint64 stepAt(Timestamp moment);

/** The six digits for @p step. */
QByteArray code(const QByteArray &secret, qint64 step);

/**
 * The step that @p code is of, where it is the one of @p now or of a neighbour (RFC 6238, section 5.2). Takes as long
 * for a near miss as for a far one.
 */
std::optional<qint64> matchingStep(const QByteArray &secret, const QByteArray &code, Timestamp now);

/** RFC 4648, section 6, without padding: what a person types into an authenticator. */
QString base32(const QByteArray &bytes);

/** The text of the QR code: "otpauth://totp/PlexiChat:ann?secret=…". */
QString uri(const QByteArray &secret, const QString &username);

} // namespace plexi::security::totp
