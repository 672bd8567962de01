// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <charconv>

namespace plexi::protocol {

namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

/** The longest that one UTF-16 unit becomes: a \u escape. */
constexpr qsizetype kLongestUnit = 6;

char *escape(char *out, char16_t unit)
{
    *out++ = '\\';
    switch (unit) {
    case u'"':
    case u'\\':
        *out++ = static_cast<char>(unit);
        return out;
    case u'\b':
        *out++ = 'b';
        return out;
    case u'\f':
        *out++ = 'f';
        return out;
    case u'\n':
        *out++ = 'n';
        return out;
    case u'\r':
        *out++ = 'r';
        return out;
    case u'\t':
        *out++ = 't';
        return out;
    default:
        *out++ = 'u';
        for (int shift = 12; shift >= 0; shift -= 4)
            *out++ = kHexDigits[(unit >> shift) & 0xf];
        return out;
    }
}

/** What is no ASCII, as UTF-8 (RFC 3629); takes the second half of a pair from @p next. */
char *encode(char *out, char16_t unit, const QChar *&next, const QChar *end)
{
    const auto continuation = [](char32_t bits) {
        return static_cast<char>(0x80 | (bits & 0x3f));
    };
    if (unit < 0x800) {
        *out++ = static_cast<char>(0xc0 | (unit >> 6));
        *out++ = continuation(unit);
        return out;
    }
    if (!QChar::isSurrogate(unit)) {
        *out++ = static_cast<char>(0xe0 | (unit >> 12));
        *out++ = continuation(unit >> 6);
        *out++ = continuation(unit);
        return out;
    }
    if (!QChar::isHighSurrogate(unit) || next == end || !next->isLowSurrogate())
        return escape(out, unit);
    const char32_t point = QChar::surrogateToUcs4(QChar(unit), *next++);
    *out++ = static_cast<char>(0xf0 | (point >> 18));
    *out++ = continuation(point >> 12);
    *out++ = continuation(point >> 6);
    *out++ = continuation(point);
    return out;
}

} // namespace

void JsonWriter::separate()
{
    if (!m_isFirst)
        m_bytes += ',';
    m_isFirst = false;
}

void JsonWriter::open(char bracket)
{
    separate();
    m_bytes += bracket;
    m_isFirst = true;
}

void JsonWriter::close(char bracket)
{
    m_bytes += bracket;
    m_isFirst = false;
}

void JsonWriter::name(QLatin1StringView name)
{
    separate();
    m_bytes += '"';
    m_bytes += QByteArrayView(name);
    m_bytes += "\":";
    m_isFirst = true;
}

void JsonWriter::value(QStringView text)
{
    separate();
    const qsizetype before = m_bytes.size();
    m_bytes.resizeForOverwrite(before + text.size() * kLongestUnit + 2);
    char *out = m_bytes.data() + before;
    *out++ = '"';
    for (const QChar *next = text.begin(), *end = text.end(); next != end;) {
        const char16_t unit = (next++)->unicode();
        if (unit >= 0x80)
            out = encode(out, unit, next, end);
        else if (unit < 0x20 || unit == u'"' || unit == u'\\')
            out = escape(out, unit);
        else
            *out++ = static_cast<char>(unit);
    }
    *out++ = '"';
    m_bytes.truncate(out - m_bytes.constData());
}

void JsonWriter::value(QLatin1StringView text)
{
    separate();
    m_bytes += '"';
    m_bytes += QByteArrayView(text);
    m_bytes += '"';
}

void JsonWriter::value(Timestamp moment)
{
    separate();
    m_bytes += '"';
    moment.appendIso(m_bytes);
    m_bytes += '"';
}

void JsonWriter::null()
{
    separate();
    m_bytes += "null";
}

void JsonWriter::value(const QJsonObject &object)
{
    separate();
    m_bytes += QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void JsonWriter::appendJson(const QJsonValue &json)
{
    separate();
    // A document is an object or an array, in Qt 6.8; so any other value goes in an array and sheds its brackets.
    m_bytes += QByteArrayView(QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact)).chopped(1).sliced(1);
}

void JsonWriter::appendNumber(qint64 number)
{
    std::array<char, 20> digits; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    const auto [end, fault] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    m_bytes.append(digits.data(), end - digits.data());
}

} // namespace plexi::protocol
