// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/schema_validator.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

const QSet<QString> kKeywords{
    u"$ref"_s,      u"additionalProperties"_s,
    u"anyOf"_s,     u"description"_s,
    u"enum"_s,      u"examples"_s,
    u"format"_s,    u"items"_s,
    u"maxItems"_s,  u"maxLength"_s,
    u"maximum"_s,   u"minItems"_s,
    u"minLength"_s, u"minimum"_s,
    u"pattern"_s,   u"properties"_s,
    u"required"_s,  u"title"_s,
    u"type"_s,
};

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "integer"_L1)
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "null"_L1)
        return value.isNull();
    if (type == "array"_L1)
        return value.isArray();
    return type == "object"_L1 && value.isObject();
}

bool isOfTypes(const QJsonValue &value, const QJsonValue &types)
{
    if (types.isString())
        return isOfType(value, types.toString());
    const QJsonArray array = types.toArray();
    return std::ranges::any_of(array, [&](const QJsonValue &type) { return isOfType(value, type.toString()); });
}

bool isWithin(double size, const QJsonObject &schema, QLatin1StringView min, QLatin1StringView max)
{
    return (!schema.contains(min) || size >= schema.value(min).toDouble())
        && (!schema.contains(max) || size <= schema.value(max).toDouble());
}

bool isOfFormat(const QString &text, const QString &format)
{
    if (format == "date-time"_L1)
        return text.endsWith(u'Z') && QDateTime::fromString(text, Qt::ISODateWithMs).isValid();
    if (format == "uri-reference"_L1)
        return QUrl(text, QUrl::StrictMode).isValid();
    return true;
}

std::optional<QString> stringFault(const QString &text, const QJsonObject &schema)
{
    // Code points, of which a surrogate pair is one.
    const auto size = static_cast<double>(text.toUcs4().size());
    if (!isWithin(size, schema, "minLength"_L1, "maxLength"_L1))
        return u"has %1 characters"_s.arg(size);
    const QRegularExpression pattern(schema.value("pattern"_L1).toString());
    if (schema.contains("pattern"_L1) && !pattern.match(text).hasMatch())
        return u"does not match "_s + pattern.pattern();
    if (!isOfFormat(text, schema.value("format"_L1).toString()))
        return u"is no "_s + schema.value("format"_L1).toString();
    return std::nullopt;
}

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)).left(200);
}

} // namespace

QJsonObject SchemaValidator::resolved(const QJsonObject &object) const
{
    const QString reference = object.value("$ref"_L1).toString();
    if (reference.isEmpty())
        return object;
    QJsonObject found = m_document;
    for (const QString &part : reference.sliced(2).split(u'/'))
        found = found.value(part).toObject();
    return found;
}

std::optional<QString> SchemaValidator::fault(const QJsonValue &value, const QJsonObject &given, Unknown unknown,
                                              const QString &path) const
{
    const QJsonObject schema = resolved(given);
    for (const QString &keyword : schema.keys()) {
        if (!kKeywords.contains(keyword))
            return path + ": the validator does not know "_L1 + keyword;
    }
    if (schema.contains("anyOf"_L1)) {
        const QJsonArray forms = schema.value("anyOf"_L1).toArray();
        QStringList faults;
        for (const auto &form : forms) {
            const auto found = fault(value, form.toObject(), unknown, path);
            if (!found)
                return std::nullopt;
            faults.append(*found);
        }
        return faults.join(" | "_L1);
    }
    if (schema.contains("type"_L1) && !isOfTypes(value, schema.value("type"_L1)))
        return path + ": is of another type: "_L1 + shown(value);
    if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
        return path + ": is none of the names: "_L1 + shown(value);
    if (value.isString()) {
        if (const auto found = stringFault(value.toString(), schema))
            return path + ": "_L1 + *found + ": "_L1 + shown(value);
    }
    if (value.isDouble() && !isWithin(value.toDouble(), schema, "minimum"_L1, "maximum"_L1))
        return path + ": is out of range: "_L1 + shown(value);
    if (value.isArray())
        return arrayFault(value.toArray(), schema, unknown, path);
    if (value.isObject())
        return objectFault(value.toObject(), schema, unknown, path);
    return std::nullopt;
}

std::optional<QString> SchemaValidator::arrayFault(const QJsonArray &array, const QJsonObject &schema, Unknown unknown,
                                                   const QString &path) const
{
    if (!isWithin(static_cast<double>(array.size()), schema, "minItems"_L1, "maxItems"_L1))
        return path + u": has %1 elements"_s.arg(array.size());
    const QJsonObject items = schema.value("items"_L1).toObject();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (auto found = fault(array.at(i), items, unknown, u"%1.%2"_s.arg(path).arg(i)))
            return found;
    }
    return std::nullopt;
}

std::optional<QString> SchemaValidator::objectFault(const QJsonObject &object, const QJsonObject &schema,
                                                    Unknown unknown, const QString &path) const
{
    for (const auto &name : schema.value("required"_L1).toArray()) {
        if (!object.contains(name.toString()))
            return path + u'.' + name.toString() + ": is missing"_L1;
    }
    // An object without properties is any object.
    if (!schema.contains("properties"_L1))
        return std::nullopt;
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        const QString name = path + u'.' + field.key();
        if (!properties.contains(field.key())) {
            if (unknown == Unknown::Fault && !schema.value("additionalProperties"_L1).toBool())
                return name + ": is not described"_L1;
            continue;
        }
        if (auto found = fault(field.value(), properties.value(field.key()).toObject(), unknown, name))
            return found;
    }
    return std::nullopt;
}

} // namespace plexi::test
