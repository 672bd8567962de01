// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/** Random secrets, digests and derived keys. Randomness is libsodium's, the rest OpenSSL's. Thread-safe. */
namespace plexi::security {

/** @p count bytes that nobody can guess. */
QByteArray randomBytes(qsizetype count);

/** The bytes as one big-endian number in the digits 0-9A-Za-z, padded so that equal sizes give equal lengths. */
QByteArray base62(const QByteArray &bytes);

/** RFC 4648, section 5, without padding. */
QByteArray toBase64Url(const QByteArray &bytes);
/** Nothing where @p text is not exactly what toBase64Url() makes of some bytes. */
std::optional<QByteArray> fromBase64Url(const QByteArray &text);

/** 32 bytes. */
QByteArray sha256(QByteArrayView data);

/** 32 bytes; RFC 2104. */
QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);

/** 32 bytes for one purpose, of which the key cannot be told; HKDF-SHA256, RFC 5869. */
QByteArray derivedKey(QByteArrayView key, QByteArrayView purpose);

/** Takes as long for a near miss as for a far one. */
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace plexi::security
