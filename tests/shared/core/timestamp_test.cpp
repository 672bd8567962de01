// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/timestamp.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace plexi::test {

class TimestampTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void readsWhatItWrote();
    void counts();
};

void TimestampTest::writes()
{
    QCOMPARE(Timestamp{0}.toIso(), u"1970-01-01T00:00:00Z"_s);
    QCOMPARE(Timestamp{1'736'937'000'123}.toIso(), u"2025-01-15T10:30:00.123Z"_s);
    QCOMPARE(Timestamp{-1}.toIso(), u"1969-12-31T23:59:59.999Z"_s);
    // As Qt writes it, over every year and all of the day.
    for (qint64 ms = -62'000'000'000'000; ms < 253'000'000'000'000; ms += 31'536'123'457) {
        const Qt::DateFormat format = ms % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs;
        QCOMPARE(Timestamp{ms}.toIso(), QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC).toString(format));
    }
}

void TimestampTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("seconds") << u"2025-01-15T10:30:00Z"_s << 1'736'937'000'000LL;
    QTest::newRow("milliseconds") << u"2025-01-15T10:30:00.123Z"_s << 1'736'937'000'123LL;
    QTest::newRow("microseconds") << u"2025-01-15T10:30:00.123000Z"_s << 1'736'937'000'123LL;
    QTest::newRow("east") << u"2025-01-15T12:30:00+02:00"_s << 1'736'937'000'000LL;
    QTest::newRow("west") << u"2025-01-15T05:00:00-05:30"_s << 1'736'937'000'000LL;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59Z"_s << -1000LL;
}

void TimestampTest::reads()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, ms);
    QCOMPARE(Timestamp::fromIso(text), Timestamp{ms});
}

void TimestampTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << u"Today"_s;
    QTest::newRow("T alone") << u"T"_s;
    QTest::newRow("T and Z") << u"TZ"_s;
    QTest::newRow("date") << u"2025-01-15"_s;
    QTest::newRow("no zone") << u"2025-01-15T10:30:00"_s;
    QTest::newRow("month 13") << u"2025-13-15T10:30:00Z"_s;
    QTest::newRow("30 February") << u"2025-02-30T10:30:00Z"_s;
    QTest::newRow("25 o'clock") << u"2025-01-15T25:00:00Z"_s;
    QTest::newRow("something behind") << u"2025-01-15T10:30:00Z or so"_s;
}

void TimestampTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!Timestamp::fromIso(text));
}

void TimestampTest::readsWhatItWrote()
{
    for (const qint64 ms : {0LL, 1LL, -1LL, 999LL, 1'736'937'000'123LL, 4'102'444'800'000LL, 253'402'300'799'999LL})
        QCOMPARE(Timestamp::fromIso(Timestamp{ms}.toIso()), Timestamp{ms});
    const Timestamp now = Timestamp::now();
    QCOMPARE(Timestamp::fromIso(now.toIso()), now);
}

void TimestampTest::counts()
{
    QCOMPARE(Timestamp{1500}.seconds(), 1);
    QCOMPARE(Timestamp{1500}.plusSeconds(2), Timestamp{3500});
    QVERIFY(Timestamp{1} < Timestamp{2});
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::TimestampTest)
#include "timestamp_test.moc"
