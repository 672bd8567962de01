// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/last_line_end.h"

#include <QFontMetricsF>
#include <QTest>

using namespace Qt::StringLiterals;
using plexi::LastLineEnd;

class LastLineEndTest : public QObject
{
    Q_OBJECT

private slots:
    void endsAfterTheLastWords()
    {
        LastLineEnd line;
        line.setWidth(400);
        line.setText(u"short"_s);
        const qreal plain = line.end();
        QVERIFY(plain > 0 && plain < 200);
        line.setText(u"something much longer that comes before\nshort"_s);
        QCOMPARE(line.end(), plain);
    }

    void countsOnlyTheLastOfWrappedLines()
    {
        LastLineEnd line;
        line.setText(u"many words that have to be laid out in several lines one below the other"_s);
        line.setWidth(2000);
        const qreal whole = line.end();
        line.setWidth(120);
        QVERIFY(line.end() <= 120);
        QVERIFY(line.end() < whole);
    }

    void takesTheWholeWidthForRightToLeft()
    {
        LastLineEnd line;
        line.setWidth(300);
        line.setText(u"نعم"_s);
        QCOMPARE(line.end(), 300.0);
    }
};

QTEST_MAIN(LastLineEndTest)
#include "last_line_end_test.moc"
