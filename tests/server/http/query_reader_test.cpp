// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/query_reader.h"
#include "server/net/percent_encoding.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::http;

namespace {

QueryReader reader(QByteArrayView query)
{
    return QueryReader(*net::decodeQuery(query));
}

} // namespace

class QueryReaderTest : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatIsThere()
    {
        auto query = reader("limit=20&q=caf%C3%A9+au%20lait%2B%26&id=msg_7&all=true&off=0&at=2025-01-15T10:30:00Z");
        QCOMPARE(query.integer("limit"_L1, 1, 100, 50), 20);
        QCOMPARE(query.string("q"_L1), u"café au lait+&"_s);
        QCOMPARE(query.id<MessageId>("id"_L1), MessageId(7));
        QVERIFY(query.boolean("all"_L1));
        QVERIFY(!query.boolean("off"_L1, true));
        QCOMPARE(query.optionalTimestamp("at"_L1)->toIso(), u"2025-01-15T10:30:00Z"_s);
        QVERIFY(query.ok());
        QVERIFY(!query.error());
    }

    void fallsBackWhereNothingIs()
    {
        auto query = reader("empty=");
        QCOMPARE(query.integer("limit"_L1, 1, 100, 50), 50);
        QVERIFY(query.boolean("flag"_L1, true));
        QVERIFY(!query.optionalString("q"_L1));
        QVERIFY(!query.optionalString("empty"_L1));
        QVERIFY(!query.optionalId<MessageId>("id"_L1));
        QVERIFY(query.ok());
    }

    void namesFaults_data()
    {
        QTest::addColumn<QByteArray>("query");
        for (const char *bad : {"limit=0", "limit=101", "limit=x", "limit=1.5", "limit=%2B5", "limit=+5", "limit=5+",
                                "limit=99999999999999999999", "limit=1&limit=2", "limit=0x10"})
            QTest::newRow(bad) << QByteArray(bad);
    }

    void namesFaults()
    {
        QFETCH(const QByteArray, query);
        auto faulty = reader(query);
        QCOMPARE(faulty.integer("limit"_L1, 1, 100, 50), 50);
        const auto error = faulty.error();
        QVERIFY(error);
        QCOMPARE(error->code, ErrorCode::ValidationError);
        QCOMPARE(error->details[u"field"].toString(), u"limit"_s);
        QVERIFY(!error->details[u"reason"].toString().isEmpty());
    }

    void namesAllFaultsAtOnce()
    {
        auto query = reader("id=user_1&flag=maybe&q=%F0%9F%98%80%F0%9F%98%80");
        query.id<MessageId>("id"_L1);
        query.boolean("flag"_L1);
        query.string("missing"_L1);
        QCOMPARE(query.string("q"_L1, {1, 2}), u"😀😀"_s);
        query.string("q"_L1, {1, 1});
        query.id<MessageId>("needed"_L1);
        const auto error = query.error();
        QVERIFY(error);
        QCOMPARE(error->details[u"errors"].toArray().size(), 5);
    }
};

QTEST_GUILESS_MAIN(QueryReaderTest)
#include "query_reader_test.moc"
