// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/docs/openapi_document.h"
#include "tests/support/rest_client.h"
#include "tests/support/whole_server.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

using http::Method;
using http::Route;

namespace {

QJsonObject objectAt(const QJsonObject &object, const QStringList &path)
{
    QJsonObject found = object;
    for (const QString &key : path)
        found = found.value(key).toObject();
    return found;
}

/** Each `$ref` in @p value that leads nowhere in @p document. */
QStringList danglingReferences(const QJsonValue &value, const QJsonObject &document)
{
    QStringList dangling;
    if (value.isArray()) {
        for (const auto &element : value.toArray())
            dangling += danglingReferences(element, document);
    }
    const QJsonObject object = value.toObject();
    for (auto field = object.constBegin(); field != object.constEnd(); ++field) {
        if (field.key() == "$ref"_L1) {
            const QString target = field.value().toString();
            if (!target.startsWith("#/"_L1) || objectAt(document, target.sliced(2).split(u'/')).isEmpty())
                dangling.append(target);
        } else {
            dangling += danglingReferences(field.value(), document);
        }
    }
    return dangling;
}

QString nameOf(const Route &route)
{
    return http::methodName(route.method) + u' ' + route.pattern;
}

} // namespace

class OpenApiDocumentTest : public QObject
{
    Q_OBJECT

private:
    QJsonObject operation(const Route &route) const
    {
        return objectAt(m_document, {u"paths"_s, route.pattern, http::methodName(route.method).toString().toLower()});
    }

    WholeServer m_server;
    QJsonObject m_document;

private slots:
    void initTestCase()
    {
        RestClient anybody(m_server.url());
        const Answer answer = anybody.get(u"/openapi.json"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Type"), "application/json");
        m_document = answer.json;
        QVERIFY(m_document.value("openapi"_L1).toString().startsWith("3.1."_L1));
    }

    void everyRouteIsDescribed_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; const Route &route : m_server.routes())
            QTest::newRow(qPrintable(nameOf(route))) << i++;
    }

    void everyRouteIsDescribed()
    {
        QFETCH(const int, index);
        const Route &route = m_server.routes()[static_cast<std::size_t>(index)];
        const QJsonObject described = operation(route);
        QVERIFY2(!described.isEmpty(), "it is not in the document");
        QVERIFY2(!described.value("operationId"_L1).toString().isEmpty(), "Operation::id is missing");
        QVERIFY2(!described.value("summary"_L1).toString().isEmpty(), "Route::summary is missing");
        QVERIFY2(route.operation.tag != http::Tag::None, "Operation::tag is missing");
        QVERIFY2(!route.operation.answers.empty(), "Operation::answers is empty");
        QCOMPARE(described.value("security"_L1).toArray().isEmpty(), route.access == http::Access::Public);
        // The operation's schemas: those of parameters, of bodies and of all answers that have a body.
        QStringList pathNames;
        for (const auto &element : described.value("parameters"_L1).toArray()) {
            const QJsonObject parameter = element.toObject();
            const QString name = parameter.value("name"_L1).toString();
            QVERIFY2(!parameter.value("schema"_L1).toObject().isEmpty(), qPrintable(name + " has no schema"_L1));
            QVERIFY2(!parameter.value("description"_L1).toString().isEmpty(),
                     qPrintable(name + " is not in kPathParameters, or has no description"_L1));
            if (parameter.value("in"_L1) == "path"_L1)
                pathNames.append(name);
        }
        QCOMPARE(pathNames.size(), route.pattern.count(u'{'));
        if (!route.operation.body.empty())
            QVERIFY(!objectAt(described, {u"requestBody"_s, u"content"_s}).isEmpty());
        const bool mayHaveBody = route.method != Method::Get && route.method != Method::Head;
        QVERIFY2(route.operation.body.empty() || mayHaveBody, "a GET has no body");
    }

    void changesAreMarked()
    {
        // The scope of API keys and the Origin rule stand on Route::changes. What asks too much for an address is a POST.
        const QStringList asked{u"/api/v1/sync"_s};
        for (const Route &route : m_server.routes()) {
            const bool reads = route.method == Method::Get || route.method == Method::Head
                || route.method == Method::Options || asked.contains(route.pattern);
            QVERIFY2(route.changes || reads, qPrintable(nameOf(route) + " is no GET and has no `changes`"_L1));
        }
    }

    void idsAreUnique()
    {
        QSet<QString> seen;
        for (const Route &route : m_server.routes()) {
            const QString id = route.operation.id;
            QVERIFY2(!seen.contains(id), qPrintable(id + " is there twice"_L1));
            seen.insert(id);
        }
    }

    void nothingElseIsDescribed()
    {
        qsizetype operations = 0;
        const QJsonObject paths = m_document.value("paths"_L1).toObject();
        for (const auto &path : paths)
            operations += path.toObject().size();
        QCOMPARE(operations, static_cast<qsizetype>(m_server.routes().size()));
    }

    void referencesLeadSomewhere() { QCOMPARE(danglingReferences(m_document, m_document), QStringList()); }

    void isNotSentTwice()
    {
        RestClient anybody(m_server.url());
        const QByteArray tag = anybody.get(u"/openapi.json"_s).header("ETag");
        QVERIFY(!tag.isEmpty());
        const Answer again = anybody.send("GET", u"/openapi.json"_s, {}, {{"If-None-Match", tag}});
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty());
    }
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::OpenApiDocumentTest)
#include "openapi_document_test.moc"
