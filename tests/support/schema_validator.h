// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace plexi::test {

/**
 * Holds JSON against the part of JSON Schema (draft 2020-12) that our OpenAPI document uses. A keyword beyond that part is
 * a fault too, so that nothing is passed over.
 */
class SchemaValidator
{
public:
    /** What fields that a schema does not name are. */
    enum class Unknown { Allowed, Fault };

    /** @p document is where references lead. */
    explicit SchemaValidator(QJsonObject document) : m_document(std::move(document)) { }

    /** The first fault, as "path: what is wrong"; nothing where @p value fits. */
    std::optional<QString> fault(const QJsonValue &value, const QJsonObject &schema, Unknown unknown,
                                 const QString &path = {}) const;

    /** @p object itself, or what its `$ref` leads to. */
    QJsonObject resolved(const QJsonObject &object) const;

private:
    std::optional<QString> objectFault(const QJsonObject &object, const QJsonObject &schema, Unknown unknown,
                                       const QString &path) const;
    std::optional<QString> arrayFault(const QJsonArray &array, const QJsonObject &schema, Unknown unknown,
                                      const QString &path) const;

    QJsonObject m_document;
};

} // namespace plexi::test
