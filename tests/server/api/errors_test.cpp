// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/docs/openapi_document.h"
#include "tests/support/request_generator.h"
#include "tests/support/rest_client.h"
#include "tests/support/whole_server.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

using http::Method;
using http::Route;

namespace {

const QList<Method> kMethods{Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete};

QString nameOf(const Route &route)
{
    return http::methodName(route.method) + u' ' + route.pattern;
}

/** A value that no schema of @p type takes. */
QJsonValue mistyped(const QJsonObject &schema)
{
    const QJsonValue type = schema.value("type"_L1);
    const QString first = type.isArray() ? type.toArray().first().toString() : type.toString();
    if (first == "string"_L1)
        return QJsonObject{{"a"_L1, 1}};
    return u"neither a number, nor true, nor a list"_s;
}

/** Another pattern may lead to a path too: "options" of "/passkeys/options" is a passkey's name for DELETE. */
bool leadsTo(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(u'/');
    const QStringList given = path.section(u'?', 0, 0).split(u'/');
    for (qsizetype i = 0; i < wanted.size() && wanted.size() == given.size(); ++i) {
        if (!wanted.at(i).startsWith(u'{') && wanted.at(i) != given.at(i))
            return false;
    }
    return wanted.size() == given.size();
}

QStringList fieldsOf(const Answer &answer)
{
    const QJsonObject details = answer.json.value("error"_L1).toObject().value("details"_L1).toObject();
    QStringList fields;
    for (const auto &fault : details.value("errors"_L1).toArray())
        fields.append(fault.toObject().value("field"_L1).toString());
    return fields.isEmpty() ? QStringList{details.value("field"_L1).toString()} : fields;
}

/** "mentions" is named by itself, or by an element: "mentions.3". */
bool names(const QStringList &fields, const QString &name)
{
    return std::ranges::any_of(fields,
                               [&](const QString &field) { return field == name || field.startsWith(name + u'.'); });
}

} // namespace

/** What every route says to requests that are no good: the same, whichever it is. Routes come from the table itself. */
class ErrorsTest : public QObject
{
    Q_OBJECT

private:
    static void addRoutes(const std::vector<Route> &routes, bool (*wanted)(const Route &))
    {
        QTest::addColumn<int>("index");
        for (int i = 0; const Route &route : routes) {
            if (wanted(route))
                QTest::newRow(qPrintable(nameOf(route))) << i;
            ++i;
        }
    }

    /** But for webhooks, which look at the secret in their address first. */
    static bool hasJsonBody(const Route &route)
    {
        return !route.operation.body.empty() && route.operation.body.front().contentType == "application/json"_L1
            && route.operation.id != "postByWebhook"_L1;
    }

    /** Where no body says the same as an empty one. */
    static bool needsNoBody(const Route &route)
    {
        static const QSet<QLatin1StringView> kIds{"resetPassword"_L1, "createInvite"_L1, "markThreadRead"_L1};
        return kIds.contains(route.operation.id);
    }

    const Route &route(int index) const { return m_server.routes()[static_cast<std::size_t>(index)]; }

    /** Its path with well-formed ids of things that there are not. */
    QString pathOf(const Route &route)
    {
        QString path = route.pattern;
        for (const auto &element : described(route).value("parameters"_L1).toArray()) {
            const QJsonObject parameter = element.toObject();
            const QString name = parameter.value("name"_L1).toString();
            const QString value = m_generator->fitting(parameter.value("schema"_L1).toObject(), name).toString();
            if (parameter.value("in"_L1) == "path"_L1)
                path.replace(u'{' + name + u'}', value);
            else if (parameter.value("required"_L1).toBool())
                path += (path.contains(u'?') ? u'&' : u'?') + name + u'=' + value;
        }
        return path;
    }

    QJsonObject described(const Route &route) const
    {
        return m_document.value("paths"_L1)
            .toObject()
            .value(route.pattern)
            .toObject()
            .value(http::methodName(route.method).toString().toLower())
            .toObject();
    }

    Answer send(const Route &route, const QByteArray &body, const QByteArray &type = "application/json")
    {
        // One of the requests before may have ended the session.
        if (m_admin->get(u"/api/v1/users/me"_s).status != 200)
            m_admin->signIn(u"admin"_s, u"admin123"_s);
        return m_admin->sendRaw(http::methodName(route.method).toString().toLatin1(), pathOf(route), body,
                                {{"Content-Type", type}});
    }

    Answer send(const Route &route, const QJsonObject &body)
    {
        return send(route, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    /** The envelope of the reference, whole. */
    void verifyError(const Answer &answer, int status, ErrorCode code)
    {
        QVERIFY2(answer.status == status, answer.body.constData());
        QCOMPARE(answer.errorCode(), errorName(code));
        const QJsonObject error{{"$ref"_L1, "#/components/schemas/Error"_L1}};
        const auto fault = m_validator->fault(answer.json, error, SchemaValidator::Unknown::Fault);
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        QCOMPARE(answer.json.value("error"_L1).toObject().value("request_id"_L1).toString().toLatin1(),
                 answer.header("X-Request-ID"));
    }

    WholeServer m_server;
    std::unique_ptr<RestClient> m_admin;
    QJsonObject m_document;
    std::unique_ptr<SchemaValidator> m_validator;
    std::unique_ptr<RequestGenerator> m_generator;

private slots:
    void initTestCase()
    {
        m_admin = std::make_unique<RestClient>(m_server.url());
        m_document = m_admin->get(u"/openapi.json"_s).json;
        m_validator = std::make_unique<SchemaValidator>(m_document);
        m_generator = std::make_unique<RequestGenerator>(m_document, 1);
    }

    void unknownPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("of the API") << u"/api/v1/nothing"_s;
        QTest::newRow("of a version to come") << u"/api/v2/users/me"_s;
        QTest::newRow("beyond a route") << u"/api/v1/users/me/nothing"_s;
        QTest::newRow("with a slash too many") << u"/api/v1/users/me/"_s;
        QTest::newRow("at the top") << u"/nothing"_s;
    }

    void unknownPaths()
    {
        QFETCH(const QString, path);
        verifyError(m_admin->get(path), 404, ErrorCode::NotFound);
    }

    void otherMethods_data()
    {
        addRoutes(m_server.routes(), [](const Route &) { return true; });
    }

    void otherMethods()
    {
        QFETCH(const int, index);
        const QString path = pathOf(route(index));
        // Those of the pattern itself, and of all that lead to this path.
        QSet<QByteArray> own{"OPTIONS"};
        QSet<QByteArray> known{"OPTIONS"};
        for (const Route &other : m_server.routes()) {
            QSet<QByteArray> methods{http::methodName(other.method).toString().toLatin1()};
            if (other.method == Method::Get)
                methods.insert("HEAD");
            if (other.pattern == route(index).pattern)
                own += methods;
            if (leadsTo(other.pattern, path))
                known += methods;
        }
        for (const Method method : kMethods) {
            const QByteArray name = http::methodName(method).toString().toLatin1();
            if (known.contains(name))
                continue;
            const Answer answer = m_admin->sendRaw(name, path, "{}", {{"Content-Type", "application/json"}});
            verifyError(answer, 405, ErrorCode::MethodNotAllowed);
            QSet<QByteArray> allowed;
            for (const QByteArray &each : answer.header("Allow").split(','))
                allowed.insert(each.trimmed());
            QVERIFY2(allowed.contains(own), answer.header("Allow").constData());
            QVERIFY2(known.contains(allowed), answer.header("Allow").constData());
        }
    }

    void bodiesThatAreNone_data() { addRoutes(m_server.routes(), hasJsonBody); }

    void bodiesThatAreNone()
    {
        QFETCH(const int, index);
        verifyError(send(route(index), R"({"a":)"), 400, ErrorCode::BadRequest);
        const int withoutBody = send(route(index), QByteArray()).status;
        QCOMPARE(withoutBody == 400, !needsNoBody(route(index)));
        verifyError(send(route(index), QByteArray(100, '[') + QByteArray(100, ']')), 400, ErrorCode::BadRequest);
        verifyError(send(route(index), "[]"), 422, ErrorCode::ValidationError);
        verifyError(send(route(index), "{}", "text/plain"), 415, ErrorCode::UnsupportedMediaType);
    }

    void bodiesThatNobodyReads_data()
    {
        addRoutes(m_server.routes(),
                  [](const Route &route) { return route.operation.body.empty() && route.method != Method::Get; });
    }

    void bodiesThatNobodyReads()
    {
        QFETCH(const int, index);
        const Answer answer = send(route(index), R"({"a":)");
        QVERIFY2(answer.status != 400 && answer.status != 415, "it reads a body that Operation::body does not tell of");
    }

    void wrongTypes_data() { addRoutes(m_server.routes(), hasJsonBody); }

    void wrongTypes()
    {
        QFETCH(const int, index);
        const QJsonObject schema = route(index).operation.body.front().schema.json();
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        QJsonObject allWrong;
        for (auto property = properties.constBegin(); property != properties.constEnd(); ++property) {
            QJsonObject body = m_generator->fitting(schema).toObject();
            const QJsonValue wrong = mistyped(property.value().toObject());
            allWrong.insert(property.key(), wrong);
            body.insert(property.key(), wrong);
            const Answer answer = send(route(index), body);
            verifyError(answer, 422, ErrorCode::ValidationError);
            QVERIFY2(names(fieldsOf(answer), property.key()), answer.body.constData());
        }
        // All at once: all are named, and the first is told in the reference's own form.
        const Answer answer = send(route(index), allWrong);
        verifyError(answer, 422, ErrorCode::ValidationError);
        for (const QString &name : properties.keys())
            QVERIFY2(names(fieldsOf(answer), name), answer.body.constData());
        const QJsonObject details = answer.json.value("error"_L1).toObject().value("details"_L1).toObject();
        if (properties.size() > 1) {
            const QJsonObject first = details.value("errors"_L1).toArray().first().toObject();
            QCOMPARE(details.value("field"_L1), first.value("field"_L1));
            QCOMPARE(details.value("reason"_L1), first.value("reason"_L1));
        } else {
            QVERIFY(!details.contains("errors"_L1));
        }
        QVERIFY(!details.value("reason"_L1).toString().isEmpty());
    }

    void missingFields_data()
    {
        addRoutes(m_server.routes(), [](const Route &route) {
            return hasJsonBody(route) && route.operation.body.front().schema.json().contains("required"_L1);
        });
    }

    void missingFields()
    {
        QFETCH(const int, index);
        const Answer answer = send(route(index), QJsonObject());
        verifyError(answer, 422, ErrorCode::ValidationError);
        for (const auto &name : route(index).operation.body.front().schema.json().value("required"_L1).toArray())
            QVERIFY2(names(fieldsOf(answer), name.toString()), answer.body.constData());
    }

    void wrongParameters_data()
    {
        // A provider that is not there is not found, whatever else is wrong.
        addRoutes(m_server.routes(), [](const Route &route) {
            return !route.operation.query.empty() && !route.pattern.contains("{provider}"_L1);
        });
    }

    void wrongParameters()
    {
        QFETCH(const int, index);
        for (const http::QueryParameter &parameter : route(index).operation.query) {
            const QJsonObject schema = parameter.schema.json();
            QStringList wrong{parameter.name + "=a&"_L1 + parameter.name + "=b"_L1};
            if (schema.value("type"_L1) != "string"_L1 || schema.contains("pattern"_L1) || schema.contains("enum"_L1)
                || schema.contains("format"_L1))
                wrong.append(parameter.name + "=%F0%9F%91%8D"_L1);
            for (const auto bound : {"minimum"_L1, "maximum"_L1}) {
                const qint64 step = bound == "minimum"_L1 ? -1 : 1;
                if (schema.contains(bound))
                    wrong.append(u"%1=%2"_s.arg(parameter.name).arg(schema.value(bound).toInteger() + step));
            }
            if (schema.contains("maxLength"_L1))
                wrong.append(parameter.name + u'=' + QString(schema.value("maxLength"_L1).toInt() + 1, u'x'));
            for (const QString &query : std::as_const(wrong)) {
                QString path = pathOf(route(index));
                path += (path.contains(u'?') ? u'&' : u'?') + query;
                const Answer answer = m_admin->send(http::methodName(route(index).method).toString().toLatin1(), path);
                verifyError(answer, 422, ErrorCode::ValidationError);
                QVERIFY2(names(fieldsOf(answer), parameter.name), answer.body.constData());
            }
        }
    }
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::ErrorsTest)
#include "errors_test.moc"
