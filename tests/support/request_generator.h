// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/schema_validator.h"

#include <QJsonObject>
#include <QList>
#include <QRandomGenerator>
#include <QStringList>

namespace plexi::test {

/** A request made of an OpenAPI document. */
struct GeneratedRequest {
    QString operationId;
    QByteArray method;
    /** Percent-encoded, with the query. */
    QString target;
    QByteArray body;
    /** Empty: none is sent. */
    QByteArray contentType;
    /** Whether the body is JSON that fits its schema. */
    bool fits = true;
    /** The operation's answers, references resolved at the first level. */
    QJsonObject answers;
    /** Of the JSON body; empty where there is none. */
    QJsonObject bodySchema;

    /** What one needs to do it again by hand. */
    QString toString() const;
};

/**
 * Makes requests that fit an OpenAPI document, and ones that are wrong in all the ways that come to mind: missing, extra
 * and mistyped fields, numbers out of range, empty and huge texts, odd Unicode, cut JSON, another Content-Type. The same
 * seed makes the same requests.
 */
class RequestGenerator
{
public:
    RequestGenerator(const QJsonObject &document, quint32 seed);

    GeneratedRequest next();
    qsizetype operationCount() const { return m_operations.size(); }
    /** A value that fits @p schema. */
    QJsonValue fitting(const QJsonObject &schema, const QString &name = {});

private:
    struct Operation {
        QString pattern;
        QString method;
        QJsonObject description;
    };

    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename T>
    T oneOf(const QList<T> &list)
    {
        return list.at(below(static_cast<int>(list.size())));
    }

    QString text(int min, int max);
    QString fittingText(const QJsonObject &schema, const QString &name);
    QJsonObject fittingObject(const QJsonObject &schema);
    QJsonValue anything();
    QJsonObject spoiled(QJsonObject object, const QJsonObject &schema);
    QString pathOf(const Operation &operation);
    QString queryOf(const Operation &operation);
    void addBody(GeneratedRequest &request, const QJsonObject &content);
    void addJson(GeneratedRequest &request, const QJsonObject &schema);

    QRandomGenerator m_random;
    SchemaValidator m_validator;
    QList<Operation> m_operations;
    /** Operations by how often they come; what hashes passwords or reads pictures comes less often. */
    QList<qsizetype> m_weighted;
};

} // namespace plexi::test
