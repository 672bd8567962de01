// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/query_parser.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::search;

namespace {

QString placeOf(const Position &position)
{
    if (const auto *message = std::get_if<MessageId>(&position))
        return message->toString();
    return std::get<Timestamp>(position).toIso();
}

/** One line for all that was understood. */
QString told(const Query &query)
{
    QStringList parts;
    const auto sign = [](bool isUnwanted) {
        return isUnwanted ? u"-"_s : QString();
    };
    for (const Query::Text &text : query.texts)
        parts.append(sign(text.isUnwanted) + (text.isQuoted ? u"<%1>"_s : u"%1"_s).arg(text.text));
    for (const Query::Name &name : query.authors)
        parts.append(sign(name.isUnwanted) + "from="_L1 + name.name);
    for (const Query::Name &name : query.channels)
        parts.append(sign(name.isUnwanted) + "in="_L1 + name.name);
    for (const Query::Possession &possession : query.possessions)
        parts.append(sign(possession.isUnwanted) + "has="_L1
                     + (possession.thing == Thing::File ? "file"_L1 : "link"_L1));
    for (const Position &position : query.before)
        parts.append("before="_L1 + placeOf(position));
    for (const Position &position : query.after)
        parts.append("after="_L1 + placeOf(position));
    return parts.join(u" | "_s);
}

} // namespace

/** What people type, taken apart; and nothing that they could type does harm. */
class QueryParserTest : public QObject
{
    Q_OBJECT

private slots:
    void queries_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("understood");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("words") << u"  green\ttea "_s << u"green | tea"_s;
        QTest::newRow("phrase") << u"\"green tea\" milk"_s << u"<green tea> | milk"_s;
        QTest::newRow("typographic quotes") << u"„grüner Tee“ “green tea”"_s << u"<grüner Tee> | <green tea>"_s;
        QTest::newRow("open quote") << u"a \"b c"_s << u"a | <b c>"_s;
        QTest::newRow("quote in a word") << u"a\"b c\"d"_s << u"a | <b c> | d"_s;
        QTest::newRow("empty quotes") << u"\"\""_s << u"<>"_s;
        QTest::newRow("minus") << u"tea -milk -\"no sugar\""_s << u"tea | -milk | -<no sugar>"_s;
        QTest::newRow("lone minus") << u"a - b well-known"_s << u"a | - | b | well-known"_s;
        QTest::newRow("filters") << u"from:@ann in:#general has:link HAS:File x"_s
                                 << u"x | from=ann | in=general | has=link | has=file"_s;
        QTest::newRow("unwanted filters")
            << u"-from:bob -in:random -has:link"_s << u"-from=bob | -in=random | -has=link"_s;
        QTest::newRow("quoted value") << u"in:\"Big Room\" from:\"ann\""_s << u"from=ann | in=Big Room"_s;
        QTest::newRow("quoted filter is text") << u"\"from:ann\""_s << u"<from:ann>"_s;
        QTest::newRow("no value") << u"from: in:"_s << u"from | in"_s;
        QTest::newRow("no filter") << u"https://a.example/x to:ann 12:30"_s
                                   << u"https://a.example/x | to:ann | 12:30"_s;
        QTest::newRow("colon in a value") << u"in:a:b"_s << u"in=a:b"_s;
        QTest::newRow("day") << u"before:2025-01-31 after:2025-01-31"_s
                             << u"before=2025-01-31T00:00:00Z | after=2025-02-01T00:00:00Z"_s;
        QTest::newRow("month and year") << u"after:2024-12 before:2025"_s
                                        << u"before=2025-01-01T00:00:00Z | after=2025-01-01T00:00:00Z"_s;
        QTest::newRow("moment") << u"before:2025-01-31T10:00:00Z after:2025-01-31T12:00:00+02:00"_s
                                << u"before=2025-01-31T10:00:00Z | after=2025-01-31T10:00:00.001Z"_s;
        QTest::newRow("ids") << u"before:msg_12 after:msg_3"_s << u"before=msg_12 | after=msg_3"_s;
    }

    void queries()
    {
        QFETCH(QString, typed);
        const auto query = parseQuery(typed);
        QVERIFY2(query, qPrintable(query ? QString() : query.error().message));
        QTEST(told(*query), "understood");
    }

    void whatMeansNothingIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("has") << u"has:money"_s;
        QTest::newRow("date") << u"before:yesterday"_s;
        QTest::newRow("no such day") << u"after:2025-02-30"_s;
        QTest::newRow("another id") << u"after:channel_1"_s;
        QTest::newRow("unwanted place") << u"-before:2025"_s;
        QTest::newRow("too many") << u"a "_s.repeated(Query::kMaxParts + 1);
    }

    void whatMeansNothingIsRefused()
    {
        QFETCH(QString, typed);
        const auto query = parseQuery(typed);
        QVERIFY(!query);
        QCOMPARE(query.error().code, ErrorCode::ValidationError);
        QCOMPARE(query.error().details.value("field"_L1).toString(), u"q"_s);
    }

    void anythingCanBeTyped()
    {
        QRandomGenerator random(11);
        const QStringList pieces{u"\""_s,       u"-"_s,       u":"_s,  u" "_s,           u"from"_s,  u"in:"_s,
                                 u"has:link"_s, u"before:"_s, u"“"_s,  u"2025"_s,        u"msg_1"_s, u"*"_s,
                                 u"("_s,        u"NEAR"_s,    u"東"_s, QString(QChar(0))};
        for (int round = 0; round < 5'000; ++round) {
            QString typed;
            for (int i = 0; i < 10; ++i)
                typed += pieces[random.bounded(pieces.size())];
            const auto query = parseQuery(typed);
            QVERIFY(query || query.error().code == ErrorCode::ValidationError);
        }
    }
};

QTEST_GUILESS_MAIN(QueryParserTest)
#include "query_parser_test.moc"
