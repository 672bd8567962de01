// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/inspector/texts.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace plexi::inspector {

namespace {

bool isText(QStringView text)
{
    return std::ranges::none_of(text, [](QChar character) {
        const char16_t code = character.unicode();
        const bool isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
        return isControl && code != u'\t' && code != u'\n' && code != u'\r' && code != u'\f' && code != u'\x1b';
    });
}

std::optional<TextFacts> decoded(QStringDecoder decoder, const QString &name, QByteArrayView bytes)
{
    const QString text = decoder(bytes);
    if (decoder.hasError() || !isText(text))
        return std::nullopt;
    // A last line without an end is one too.
    const qint64 lines = text.count(u'\n') + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
    return TextFacts{.encoding = name, .lines = lines, .text = text.first(std::min(text.size(), kMaxText))};
}

} // namespace

std::optional<TextFacts> examineText(const QByteArray &bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes))
        return decoded(QStringDecoder(*marked), QString::fromLatin1(QStringConverter::nameForEncoding(*marked)), bytes);
    const auto stateless = QStringConverter::Flag::Stateless;
    if (auto text = decoded(QStringDecoder(QStringConverter::Utf8, stateless), u"UTF-8"_s, bytes))
        return text;
    return decoded(QStringDecoder(QStringConverter::Latin1), u"ISO-8859-1"_s, bytes);
}

} // namespace plexi::inspector
