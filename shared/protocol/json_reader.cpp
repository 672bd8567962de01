// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_reader.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

/** Unicode code points: surrogate pairs count as one. */
qsizetype codePoints(const QString &text)
{
    qsizetype count = text.size();
    for (const QChar c : text) {
        if (c.isLowSurrogate())
            --count;
    }
    return count;
}

/** A lone surrogate cannot be written as UTF-8, so it would come back as something else. */
bool isWellFormed(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate()) {
            if (i + 1 == text.size() || !text[i + 1].isLowSurrogate())
                return false;
            ++i;
        } else if (text[i].isLowSurrogate()) {
            return false;
        }
    }
    return true;
}

/** The deepest nesting in @p json, brackets inside strings left out. QJsonDocument's own limit is 1,024 levels. */
int nesting(const QByteArray &json)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

constexpr int kMaxNesting = 64;

} // namespace

JsonReader::JsonReader(QJsonObject object, QString path) : m_object(std::move(object)), m_path(std::move(path)) { }

QJsonValue JsonReader::value(QLatin1StringView name) const
{
    return m_object.value(name);
}

bool JsonReader::has(QLatin1StringView name) const
{
    return m_object.contains(name);
}

bool JsonReader::isNull(QLatin1StringView name) const
{
    return value(name).isNull();
}

QString JsonReader::qualified(QLatin1StringView name) const
{
    return m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
}

void JsonReader::addFault(QLatin1StringView name, const QString &reason)
{
    const QJsonObject fault{{"field"_L1, qualified(name)}, {"reason"_L1, reason}};
    // Several wrong elements of one list are one fault.
    if (m_faults.isEmpty() || m_faults.last() != fault)
        m_faults.append(fault);
}

void JsonReader::addFaultsOf(const JsonReader &part)
{
    for (const auto &fault : part.m_faults)
        m_faults.append(fault);
}

std::optional<QJsonValue> JsonReader::required(QLatin1StringView name)
{
    QJsonValue found = value(name);
    if (found.isUndefined() || found.isNull()) {
        addFault(name, u"This field is required"_s);
        return std::nullopt;
    }
    return found;
}

std::optional<QString> JsonReader::checkedString(QLatin1StringView name, const QJsonValue &found, LengthRange length)
{
    if (!found.isString()) {
        addFault(name, u"Must be a string"_s);
        return std::nullopt;
    }
    QString text = found.toString();
    if (!isWellFormed(text) || text.contains(QChar(u'\0'))) {
        addFault(name, u"Must be well-formed Unicode without NUL"_s);
        return std::nullopt;
    }
    const qsizetype count = codePoints(text);
    if (count < length.min || count > length.max) {
        addFault(name,
                 length.min == 0 ? u"Must be at most %1 characters"_s.arg(length.max)
                                 : u"Must be %1 to %2 characters"_s.arg(length.min).arg(length.max));
        return std::nullopt;
    }
    return text;
}

QString JsonReader::string(QLatin1StringView name, LengthRange length)
{
    const auto found = required(name);
    return found ? checkedString(name, *found, length).value_or(QString()) : QString();
}

std::optional<QString> JsonReader::optionalString(QLatin1StringView name, LengthRange length)
{
    const QJsonValue found = value(name);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    return checkedString(name, found, length);
}

std::optional<bool> JsonReader::optionalBoolean(QLatin1StringView name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    if (!found.isBool()) {
        addFault(name, u"Must be true or false"_s);
        return std::nullopt;
    }
    return found.toBool();
}

bool JsonReader::boolean(QLatin1StringView name)
{
    return required(name) ? optionalBoolean(name).value_or(false) : false;
}

std::optional<qint64> JsonReader::optionalInteger(QLatin1StringView name, qint64 min, qint64 max)
{
    const QJsonValue found = value(name);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    const double number = found.toDouble(std::nan(""));
    if (!found.isDouble() || number != std::floor(number)) {
        addFault(name, u"Must be an integer"_s);
        return std::nullopt;
    }
    // Beyond 64 bits toInteger() gives back its default. In double alone 2^63 and the highest 64-bit number are the same.
    const bool isRepresentable = found.toInteger(0) == found.toInteger(1);
    if (number < static_cast<double>(min) || number > static_cast<double>(max) || !isRepresentable) {
        addFault(name, u"Must be from %1 to %2"_s.arg(min).arg(max));
        return std::nullopt;
    }
    return found.toInteger();
}

std::optional<double> JsonReader::optionalNumber(QLatin1StringView name, qint64 min, qint64 max)
{
    const QJsonValue found = value(name);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    if (!found.isDouble()) {
        addFault(name, u"Must be a number"_s);
        return std::nullopt;
    }
    const double number = found.toDouble();
    if (number < static_cast<double>(min) || number > static_cast<double>(max)) {
        addFault(name, u"Must be from %1 to %2"_s.arg(min).arg(max));
        return std::nullopt;
    }
    return number;
}

qint64 JsonReader::integer(QLatin1StringView name, qint64 min, qint64 max)
{
    return required(name) ? optionalInteger(name, min, max).value_or(0) : 0;
}

std::optional<QJsonObject> JsonReader::optionalObject(QLatin1StringView name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    if (!found.isObject()) {
        addFault(name, u"Must be an object"_s);
        return std::nullopt;
    }
    return found.toObject();
}

QJsonObject JsonReader::object(QLatin1StringView name)
{
    return required(name) ? optionalObject(name).value_or(QJsonObject()) : QJsonObject();
}

std::optional<QJsonArray> JsonReader::optionalArray(QLatin1StringView name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    if (!found.isArray()) {
        addFault(name, u"Must be a list"_s);
        return std::nullopt;
    }
    return found.toArray();
}

QJsonArray JsonReader::array(QLatin1StringView name)
{
    return required(name) ? optionalArray(name).value_or(QJsonArray()) : QJsonArray();
}

std::optional<QStringList> JsonReader::optionalStrings(QLatin1StringView name, qsizetype maxCount)
{
    const auto found = optionalArray(name);
    if (!found)
        return std::nullopt;
    if (found->size() > maxCount) {
        addFault(name, u"Must have at most %1 elements"_s.arg(maxCount));
        return std::nullopt;
    }
    QStringList strings;
    for (qsizetype i = 0; i < found->size(); ++i) {
        const QByteArray element = QByteArray(name.data(), name.size()) + '.' + QByteArray::number(i);
        if (const auto text = checkedString(QLatin1StringView(element), found->at(i), {}))
            strings.append(*text);
    }
    return strings;
}

QStringList JsonReader::strings(QLatin1StringView name, qsizetype maxCount)
{
    return required(name) ? optionalStrings(name, maxCount).value_or(QStringList()) : QStringList();
}

std::optional<Timestamp> JsonReader::optionalTimestamp(QLatin1StringView name)
{
    const auto text = optionalString(name);
    if (!text)
        return std::nullopt;
    const auto moment = Timestamp::fromIso(*text);
    if (!moment)
        addFault(name, u"Must be an ISO-8601 time with a zone"_s);
    return moment;
}

Timestamp JsonReader::timestamp(QLatin1StringView name)
{
    return required(name) ? optionalTimestamp(name).value_or(Timestamp()) : Timestamp();
}

std::optional<Error> JsonReader::error() const
{
    if (m_faults.isEmpty())
        return std::nullopt;
    const QJsonObject first = m_faults.first().toObject();
    Error error = Error::validation(first.value("field"_L1).toString(), first.value("reason"_L1).toString());
    if (m_faults.size() > 1)
        error.details.insert("errors"_L1, m_faults);
    return error;
}

Result<QJsonObject> parseObject(const QByteArray &json)
{
    if (nesting(json) > kMaxNesting) {
        return fail({.code = ErrorCode::BadRequest,
                     .message = u"The JSON is nested more than %1 levels deep"_s.arg(kMaxNesting)});
    }
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return fail(
            {.code = ErrorCode::BadRequest,
             .message = u"The body is not valid JSON: %1 at offset %2"_s.arg(fault.errorString()).arg(fault.offset)});
    }
    if (!document.isObject())
        return fail(Error::validation(QString(), u"The body must be a JSON object"_s));
    return document.object();
}

QJsonValue isoOrNull(const std::optional<Timestamp> &moment)
{
    return nullable(moment, [](Timestamp known) { return known.toIso(); });
}

} // namespace plexi::protocol
