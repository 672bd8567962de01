// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/request_generator.h"

#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

/** Ids that the reference's world has, and some that it has not. */
const QStringList kNumbers{u"123"_s, u"456"_s, u"789"_s, u"1"_s, u"999"_s, u"9223372036854775807"_s};

const QStringList kChannels{u"general"_s, u"channel_123"_s, u"channel_456"_s, u"channel_9"_s, u"no-such-channel"_s};

const QStringList kOddities{
    u""_s,
    u" "_s,
    u"null"_s,
    u"-1"_s,
    u"1e308"_s,
    u"../../etc/passwd"_s,
    u"' OR 1=1 --"_s,
    u"<script>alert(1)</script>"_s,
    u"%00%0d%0a"_s,
    u"\u202Etfel ot thgir"_s,
    u"e\u0301\u0323\u200D\uFEFF"_s,
    u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s,
    u"\uFFFF\uFFFE"_s,
    u"line\nbreak\ttab\u0001"_s,
    u"user_"_s,
    u"msg_00"_s,
    u"channel_99999999999999999999"_s,
};

const QByteArray kPixel = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                                                 "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

constexpr auto kJson = "application/json"_L1;

/** The slow ones: passwords are hashed, pictures are read by another process. */
bool isSlow(const QJsonObject &operation)
{
    const QByteArray body = QJsonDocument(operation.value("requestBody"_L1).toObject()).toJson();
    return body.contains("multipart") || operation.value("operationId"_L1).toString().contains("assword"_L1)
        || QStringList{u"login"_s, u"reauthenticate"_s, u"removeTotp"_s}.contains(
            operation.value("operationId"_L1).toString());
}

} // namespace

QString GeneratedRequest::toString() const
{
    return u"%1: %2 %3 [%4] %5"_s.arg(operationId, QString::fromLatin1(method), target,
                                      QString::fromLatin1(contentType), QString::fromUtf8(body.left(600)));
}

RequestGenerator::RequestGenerator(const QJsonObject &document, quint32 seed) : m_random(seed), m_validator(document)
{
    const QJsonObject paths = document.value("paths"_L1).toObject();
    for (auto path = paths.constBegin(); path != paths.constEnd(); ++path) {
        const QJsonObject methods = path.value().toObject();
        for (auto method = methods.constBegin(); method != methods.constEnd(); ++method) {
            const Operation operation{path.key(), method.key().toUpper(), method.value().toObject()};
            m_weighted.insert(m_weighted.size(), isSlow(operation.description) ? 1 : 8, m_operations.size());
            m_operations.append(operation);
        }
    }
}

GeneratedRequest RequestGenerator::next()
{
    const Operation operation = m_operations.at(oneOf(m_weighted));
    GeneratedRequest request{.operationId = operation.description.value("operationId"_L1).toString(),
                             .method = operation.method.toLatin1(),
                             .target = pathOf(operation) + queryOf(operation),
                             .body = {},
                             .contentType = {},
                             .answers = {},
                             .bodySchema = {}};
    const QJsonObject answers = operation.description.value("responses"_L1).toObject();
    for (auto answer = answers.constBegin(); answer != answers.constEnd(); ++answer)
        request.answers.insert(answer.key(), m_validator.resolved(answer.value().toObject()));
    const QJsonObject body = operation.description.value("requestBody"_L1).toObject();
    if (!body.isEmpty())
        addBody(request, body.value("content"_L1).toObject());
    return request;
}

QString RequestGenerator::text(int min, int max)
{
    const int size = min + below(max - min + 1);
    QList<char32_t> points;
    while (points.size() < size) {
        switch (below(8)) {
        case 0:
            points.append(static_cast<char32_t>(0x1F300 + below(0x200))); // beyond 16 bits
            break;
        case 1:
            points.append(static_cast<char32_t>(0x0400 + below(0x400)));
            break;
        default:
            points.append(static_cast<char32_t>('a' + below(26)));
        }
    }
    return QString::fromUcs4(points.constData(), points.size());
}

QString RequestGenerator::fittingText(const QJsonObject &schema, const QString &name)
{
    const QString pattern = schema.value("pattern"_L1).toString();
    if (!pattern.isEmpty()) // "^msg_[1-9]…"
        return pattern.sliced(1, pattern.indexOf(u'[') - 1) + oneOf(kNumbers);
    if (schema.value("format"_L1) == "date-time"_L1)
        return u"20%1-12-31T23:59:59Z"_s.arg(10 + below(80));
    if (name == "channel_id"_L1)
        return oneOf(kChannels);
    if (name == "emoji"_L1)
        return oneOf(QStringList{u"\U0001F44D"_s, u"\U0001F389"_s, u"\u2764\uFE0F"_s});
    const int min = schema.value("minLength"_L1).toInt();
    const int max = schema.value("maxLength"_L1).toInt(200);
    // Mostly short ones: long texts are slow to make, and one is enough.
    return text(min, chance(3) ? max : std::min(max, min + 12));
}

QJsonObject RequestGenerator::fittingObject(const QJsonObject &schema)
{
    QJsonObject object;
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (auto property = properties.constBegin(); property != properties.constEnd(); ++property) {
        if (required.contains(property.key()) || chance(40))
            object.insert(property.key(), fitting(property.value().toObject(), property.key()));
    }
    if (properties.isEmpty())
        object.insert(text(1, 8), text(0, 20));
    return object;
}

QJsonValue RequestGenerator::fitting(const QJsonObject &given, const QString &name)
{
    const QJsonObject schema = m_validator.resolved(given);
    if (schema.contains("anyOf"_L1))
        return fitting(schema.value("anyOf"_L1).toArray().at(0).toObject(), name);
    if (schema.contains("enum"_L1)) {
        const QJsonArray names = schema.value("enum"_L1).toArray();
        return names.at(below(static_cast<int>(names.size())));
    }
    QString type = schema.value("type"_L1).toString();
    if (schema.value("type"_L1).isArray()) {
        const QJsonArray types = schema.value("type"_L1).toArray();
        type = chance(20) ? u"null"_s : types.at(0).toString();
    }
    if (type == "string"_L1)
        return fittingText(schema, name);
    if (type == "boolean"_L1)
        return chance(50);
    if (type == "integer"_L1 || type == "number"_L1) {
        const double min = schema.value("minimum"_L1).toDouble();
        const double max = schema.value("maximum"_L1).toDouble(1'000'000);
        return std::floor(min + m_random.generateDouble() * (max - min));
    }
    if (type == "array"_L1) {
        QJsonArray array;
        const int min = schema.value("minItems"_L1).toInt();
        const int size = min + below(std::max(1, std::min(4, schema.value("maxItems"_L1).toInt(4) - min)));
        while (array.size() < size)
            array.append(fitting(schema.value("items"_L1).toObject()));
        return array;
    }
    if (type == "object"_L1)
        return fittingObject(schema);
    return QJsonValue::Null;
}

QJsonValue RequestGenerator::anything()
{
    switch (below(9)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return chance(50);
    case 2:
        return oneOf(QList<double>{0, -1, 0.5, 1e308, 9.007199254740993e15, -9.3e18});
    case 3:
        return QJsonArray{1, "two"_L1, QJsonObject()};
    case 4:
        return QJsonObject{{u"a"_s, QJsonArray{QJsonValue::Null}}};
    case 5:
        return text(0, 20'000);
    case 6:
        return QJsonArray();
    default:
        return oneOf(kOddities);
    }
}

QJsonObject RequestGenerator::spoiled(QJsonObject object, const QJsonObject &schema)
{
    const QStringList names = schema.value("properties"_L1).toObject().keys();
    for (int faults = 1 + below(3); faults > 0; --faults) {
        const QString name = names.isEmpty() || chance(10) ? text(1, 10) : oneOf(names);
        switch (below(5)) {
        case 0:
            object.remove(name);
            break;
        case 1: { // something deeper
            const QJsonValue inner = object.value(name);
            const QJsonObject innerSchema = schema.value("properties"_L1).toObject().value(name).toObject();
            object.insert(name, inner.isObject() ? QJsonValue(spoiled(inner.toObject(), innerSchema)) : anything());
            break;
        }
        default:
            object.insert(name, anything());
        }
    }
    return object;
}

QString RequestGenerator::pathOf(const Operation &operation)
{
    QString path = operation.pattern;
    for (const auto &element : operation.description.value("parameters"_L1).toArray()) {
        const QJsonObject parameter = element.toObject();
        if (parameter.value("in"_L1) != "path"_L1)
            continue;
        const QString name = parameter.value("name"_L1).toString();
        QString value = chance(85) ? fitting(parameter.value("schema"_L1).toObject(), name).toString()
                                   : oneOf(kOddities) + text(1, 6); // never empty, which would be another path
        path.replace(u'{' + name + u'}', QString::fromLatin1(QUrl::toPercentEncoding(value.left(200))));
    }
    return path;
}

QString RequestGenerator::queryOf(const Operation &operation)
{
    QStringList parts;
    const auto add = [&parts](const QString &name, const QString &value) {
        parts.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value.left(500))));
    };
    for (const auto &element : operation.description.value("parameters"_L1).toArray()) {
        const QJsonObject parameter = element.toObject();
        const QString name = parameter.value("name"_L1).toString();
        if (parameter.value("in"_L1) != "query"_L1 || !chance(parameter.value("required"_L1).toBool() ? 95 : 30))
            continue;
        const bool fits = chance(80);
        const QJsonValue value = fits ? fitting(parameter.value("schema"_L1).toObject(), name) : oneOf(kOddities);
        add(name, value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString());
        if (chance(3))
            add(name, u"again"_s);
    }
    if (chance(5))
        add(u"extra"_s, oneOf(kOddities));
    return parts.isEmpty() ? QString() : u'?' + parts.join(u'&');
}

void RequestGenerator::addJson(GeneratedRequest &request, const QJsonObject &schema)
{
    request.contentType = "application/json";
    request.bodySchema = schema;
    QJsonObject object = fittingObject(schema);
    if (chance(45))
        object = spoiled(object, schema);
    else if (chance(10))
        object.insert(u"unknown_field"_s, anything());
    request.fits = !m_validator.fault(object, schema, SchemaValidator::Unknown::Allowed);
    request.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (chance(90))
        return;
    request.fits = false;
    switch (below(6)) {
    case 5:
        request.body = R"({"padding":")" + QByteArray(1'100'000, 'x') + "\"}";
        break;
    case 0:
        request.body.chop(1 + below(static_cast<int>(request.body.size())));
        break;
    case 1:
        request.body = "[" + request.body + "]";
        break;
    case 2:
        request.body.replace(request.body.size() / 2, 1, QByteArray("\xff\xfe\x00\"", 4));
        break;
    case 3:
        request.contentType = "text/plain";
        break;
    default:
        request.body = QByteArray(200, '[') + request.body;
    }
}

void RequestGenerator::addBody(GeneratedRequest &request, const QJsonObject &content)
{
    if (content.contains(kJson)) {
        addJson(request, m_validator.resolved(content.value(kJson).toObject().value("schema"_L1).toObject()));
        return;
    }
    request.contentType = oneOf(content.keys()).toLatin1();
    request.body = chance(50) ? kPixel : text(0, 300).toUtf8();
    if (request.contentType.startsWith("multipart/")) {
        request.contentType += "; boundary=limit";
        const QByteArray name = chance(80) ? "file" : "other";
        request.body = "--limit\r\nContent-Disposition: form-data; name=\"" + name
            + "\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n" + request.body + "\r\n--limit--\r\n";
        if (chance(20))
            request.body.chop(1 + below(static_cast<int>(request.body.size())));
    }
    request.fits = false; // nobody says here what a picture is
}

} // namespace plexi::test
