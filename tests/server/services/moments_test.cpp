// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/moments.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::services;

/** How people name moments. */
class MomentsTest : public QObject
{
    Q_OBJECT

private slots:
    void timesAreRead_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("moment");
        const auto row = [](const QString &words, const QString &text, const QString &moment) {
            QTest::newRow(qPrintable(words)) << words << text << moment;
        };
        // It is Wednesday, 15 January 2025, 10:30 in UTC and 11:30 in Berlin.
        row(u"drink water in 20 minutes"_s, u"drink water"_s, u"2025-01-15T10:50:00Z"_s);
        row(u"drink water in 2h"_s, u"drink water"_s, u"2025-01-15T12:30:00Z"_s);
        row(u"stand up in an hour."_s, u"stand up"_s, u"2025-01-15T11:30:00Z"_s);
        row(u"pay in 1 week"_s, u"pay"_s, u"2025-01-22T10:30:00Z"_s);
        row(u"In 3 days, look at it"_s, u"look at it"_s, u"2025-01-18T10:30:00Z"_s);
        row(u"go home at 17:30"_s, u"go home"_s, u"2025-01-15T16:30:00Z"_s);
        row(u"go home at 5pm"_s, u"go home"_s, u"2025-01-15T16:00:00Z"_s);
        row(u"have lunch at 12 am"_s, u"have lunch"_s, u"2025-01-15T23:00:00Z"_s);
        // That time is past today.
        row(u"get up at 7:00"_s, u"get up"_s, u"2025-01-16T06:00:00Z"_s);
        row(u"call Ann tomorrow at 9:00"_s, u"call Ann"_s, u"2025-01-16T08:00:00Z"_s);
        row(u"call Ann tomorrow"_s, u"call Ann"_s, u"2025-01-16T08:00:00Z"_s);
        row(u"at 17:30 go home"_s, u"go home"_s, u"2025-01-15T16:30:00Z"_s);
        row(u"meet in the hall in 5 minutes"_s, u"meet in the hall"_s, u"2025-01-15T10:35:00Z"_s);
        row(u"review on 2025-02-01T08:00:00Z"_s, u"review"_s, u"2025-02-01T08:00:00Z"_s);
        row(u"two\nlines in 5 min"_s, u"two\nlines"_s, u"2025-01-15T10:35:00Z"_s);
    }

    void timesAreRead()
    {
        QFETCH(QString, words);
        QFETCH(QString, text);
        QFETCH(QString, moment);
        const auto read = readTimedText(words, kNow, QTimeZone("Europe/Berlin"));
        QVERIFY(read);
        QCOMPARE(read->text, text);
        QCOMPARE(read->moment.toIso(), moment);
    }

    void otherWordsAreNot()
    {
        for (const auto &words :
             {u""_s, u"in 5 minutes"_s, u"drink water"_s, u"drink at 25:00"_s, u"drink at 13pm"_s,
              u"drink in 999999 minutes"_s, u"drink in five minutes"_s, u"drink on 2025-99-01T00:00:00Z"_s})
            QVERIFY2(!readTimedText(words, kNow, QTimeZone::utc()), qPrintable(words));
    }

private:
    static constexpr Timestamp kNow{1'736'937'000'000};
};

QTEST_GUILESS_MAIN(MomentsTest)
#include "moments_test.moc"
