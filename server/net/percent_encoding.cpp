// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/percent_encoding.h"

#include <QStringDecoder>

namespace plexi::net {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<QByteArray> decodeBytes(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            bytes.append(text[i]);
            continue;
        }
        if (i + 2 >= text.size())
            return std::nullopt;
        const int high = hexValue(text[i + 1]);
        const int low = hexValue(text[i + 2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.append(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return bytes;
}

std::optional<QString> decodeText(QByteArrayView text)
{
    const auto bytes = decodeBytes(text);
    if (!bytes || bytes->contains('\0'))
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded = decoder.decode(*bytes);
    if (decoder.hasError())
        return std::nullopt;
    return decoded;
}

} // namespace

std::optional<QString> decodePath(QByteArrayView path)
{
    if (!path.contains('%'))
        return QString::fromLatin1(path);
    auto decoded = decodeText(path);
    // An encoded slash would become a separator: which of the two did the sender mean?
    if (decoded && decoded->count(u'/') != path.count('/'))
        return std::nullopt;
    return decoded;
}

std::optional<QUrlQuery> decodeQuery(QByteArrayView query)
{
    if (query.isEmpty())
        return QUrlQuery();
    if (query.contains('%') && !decodeText(query))
        return std::nullopt;
    QString text = QString::fromLatin1(query);
    text.replace(u'+', QLatin1StringView("%20"));
    return QUrlQuery(text);
}

} // namespace plexi::net
