// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace plexi::net {

/** Nothing for a '%' without two hexadecimal digits, for what is not UTF-8 once decoded, for NUL and for "%2F". */
std::optional<QString> decodePath(QByteArrayView path);

/**
 * Names and values of a query; read them with QUrl::FullyDecoded. '+' is a space. Nothing for a broken '%', for what is
 * not UTF-8 once decoded and for NUL.
 */
std::optional<QUrlQuery> decodeQuery(QByteArrayView query);

} // namespace plexi::net
