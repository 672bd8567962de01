// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/route_table.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::http;

/** Which route a path leads to. */
class RouteTableTest : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_table = std::make_unique<RouteTable>();
        const QStringList patterns{u"/users"_s,         u"/users/me"_s,
                                   u"/users/{id}"_s,    u"/users/{id}/avatar"_s,
                                   u"/users/me/keys"_s, u"/files/{file}/{name}"_s,
                                   u"/{any}/list"_s};
        for (int i = 0; i < patterns.size(); ++i)
            m_table->add(Method::Get, patterns[i], i);
        m_table->add(Method::Put, u"/users/{id}"_s, 7);
        m_table->add(Method::Head, u"/users"_s, 8);
    }

    void finds_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("route");
        QTest::addColumn<QStringList>("parameters");
        const auto row = [](const QString &path, int route, const QStringList &parameters = {},
                            Method method = Method::Get) {
            QTest::newRow(qPrintable(path)) << static_cast<int>(method) << path << route << parameters;
        };
        row(u"/users"_s, 0);
        row(u"/users/me"_s, 1);
        row(u"/users/you"_s, 2, {u"id=you"_s});
        row(u"/users/you/avatar"_s, 3, {u"id=you"_s});
        // The fixed "me" leads nowhere here, so braces take it.
        row(u"/users/me/avatar"_s, 3, {u"id=me"_s});
        row(u"/users/me/keys"_s, 4);
        row(u"/files/a/b c"_s, 5, {u"file=a"_s, u"name=b c"_s});
        row(u"/users/list"_s, 2, {u"id=list"_s});
        row(u"/teams/list"_s, 6, {u"any=teams"_s});
        row(u"/users/"_s, RouteTable::kNone);
        row(u"/users/me/"_s, RouteTable::kNone);
        row(u"/files//b"_s, RouteTable::kNone);
        row(u"users"_s, RouteTable::kNone);
        row(u"/"_s, RouteTable::kNone);
        QTest::newRow("braces know the method")
            << static_cast<int>(Method::Put) << u"/users/me"_s << 7 << QStringList{u"id=me"_s};
        QTest::newRow("own HEAD") << static_cast<int>(Method::Head) << u"/users"_s << 8 << QStringList();
        QTest::newRow("HEAD of GET") << static_cast<int>(Method::Head) << u"/users/me"_s << 1 << QStringList();
    }

    void finds()
    {
        QFETCH(const int, method);
        QFETCH(const QString, path);
        QFETCH(const QStringList, parameters);
        const auto match = m_table->find(static_cast<Method>(method), path);
        QTEST(match.route, "route");
        QCOMPARE(match.parameters.size(), parameters.size());
        for (const QString &parameter : parameters) {
            const qsizetype equals = parameter.indexOf(u'=');
            QCOMPARE(match.parameters.value(parameter.first(equals)), parameter.sliced(equals + 1));
        }
    }

    void saysWhatIsAllowed()
    {
        QCOMPARE(m_table->find(Method::Delete, u"/users/you").allowed,
                 (QList<Method>{Method::Get, Method::Head, Method::Put}));
        QCOMPARE(m_table->find(Method::Delete, u"/nowhere").allowed, QList<Method>());
    }

private:
    std::unique_ptr<RouteTable> m_table;
};

QTEST_GUILESS_MAIN(RouteTableTest)
#include "route_table_test.moc"
