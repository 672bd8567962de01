// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

QJsonObject bounded(QJsonObject object, QLatin1StringView min, QLatin1StringView max, LengthRange range)
{
    if (range.min > 0)
        object.insert(min, range.min);
    if (range.max != Schema::kUnbounded)
        object.insert(max, range.max);
    return object;
}

} // namespace

Schema Schema::string(LengthRange length)
{
    return Schema(bounded({{"type"_L1, "string"_L1}}, "minLength"_L1, "maxLength"_L1, length));
}

Schema Schema::integer(qint64 min, qint64 max)
{
    QJsonObject object{{"type"_L1, "integer"_L1}, {"format"_L1, "int64"_L1}, {"minimum"_L1, min}};
    // The highest 64-bit number is no number of JavaScript's, in which the pages read this.
    if (max != std::numeric_limits<qint64>::max())
        object.insert("maximum"_L1, max);
    return Schema(object);
}

Schema Schema::number()
{
    return Schema({{"type"_L1, "number"_L1}});
}

Schema Schema::boolean()
{
    return Schema({{"type"_L1, "boolean"_L1}});
}

Schema Schema::timestamp()
{
    return Schema({{"type"_L1, "string"_L1}, {"format"_L1, "date-time"_L1}});
}

Schema Schema::uri()
{
    return Schema({{"type"_L1, "string"_L1}, {"format"_L1, "uri-reference"_L1}});
}

Schema Schema::names(const QStringList &names)
{
    return Schema({{"type"_L1, "string"_L1}, {"enum"_L1, QJsonArray::fromStringList(names)}});
}

Schema Schema::array(const Schema &items, LengthRange count)
{
    const QJsonObject object{{"type"_L1, "array"_L1}, {"items"_L1, items.m_json}};
    return Schema(bounded(object, "minItems"_L1, "maxItems"_L1, count));
}

Schema Schema::anyObject()
{
    return Schema({{"type"_L1, "object"_L1}});
}

Schema Schema::bytes()
{
    return Schema({{"type"_L1, "string"_L1}, {"format"_L1, "binary"_L1}});
}

Schema Schema::object(QLatin1StringView name)
{
    const Schema schema({{"type"_L1, "object"_L1}, {"properties"_L1, QJsonObject()}});
    return name.isEmpty() ? schema : schema.named(name);
}

Schema Schema::page(QLatin1StringView list, const Schema &item)
{
    const Schema numbers = object("PageNumbers"_L1)
                               .with("page"_L1, integer(1))
                               .with("limit"_L1, integer(1))
                               .with("total_count"_L1, integer())
                               .with("total_pages"_L1, integer())
                               .with("has_more"_L1, boolean());
    return object().with(list, array(item)).with("pagination"_L1, numbers);
}

Schema Schema::idOf(const QString &example)
{
    const QString prefix = example.first(example.lastIndexOf(u'_') + 1);
    return Schema({{"type"_L1, "string"_L1},
                   {"pattern"_L1, u'^' + prefix + "[1-9][0-9]{0,18}$"_L1},
                   {"examples"_L1, QJsonArray{prefix + "123"_L1}}});
}

Schema Schema::cursorOf(const Schema &id)
{
    QJsonObject object = id.m_json;
    object.insert("type"_L1, QJsonArray{"string"_L1, "integer"_L1, "null"_L1});
    return Schema(object);
}

Schema Schema::with(QLatin1StringView name, const Schema &field) const
{
    Schema schema = *this;
    QJsonObject properties = m_json.value("properties"_L1).toObject();
    properties.insert(name, field.m_json);
    schema.m_json.insert("properties"_L1, properties);
    if (field.m_isRequired) {
        QJsonArray required = m_json.value("required"_L1).toArray();
        required.append(name);
        schema.m_json.insert("required"_L1, required);
    }
    return schema;
}

Schema Schema::named(QLatin1StringView name) const
{
    Schema schema = *this;
    schema.m_json.insert("title"_L1, name);
    return schema;
}

Schema Schema::open() const
{
    Schema schema = *this;
    schema.m_json.insert("additionalProperties"_L1, true);
    return schema;
}

Schema Schema::sometimes() const
{
    Schema schema = *this;
    schema.m_isRequired = false;
    return schema;
}

Schema Schema::orNull() const
{
    Schema schema = *this;
    if (m_json.contains("title"_L1)) {
        // A noun stays one, to be listed once.
        schema.m_json = {{"anyOf"_L1, QJsonArray{m_json, QJsonObject{{"type"_L1, "null"_L1}}}}};
        return schema;
    }
    schema.m_json.insert("type"_L1, QJsonArray{m_json.value("type"_L1), "null"_L1});
    if (m_json.contains("enum"_L1)) {
        QJsonArray names = m_json.value("enum"_L1).toArray();
        names.append(QJsonValue::Null);
        schema.m_json.insert("enum"_L1, names);
    }
    return schema;
}

Schema Schema::about(QLatin1StringView description) const
{
    Schema schema = *this;
    schema.m_json.insert("description"_L1, description);
    return schema;
}

Schema Schema::example(const QJsonValue &value) const
{
    Schema schema = *this;
    schema.m_json.insert("examples"_L1, QJsonArray{value});
    return schema;
}

} // namespace plexi::protocol
