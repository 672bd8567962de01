// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/name_match.h"

#include <QTest>

using namespace Qt::StringLiterals;
using plexi::app::matchName;

class NameMatchTest : public QObject
{
    Q_OBJECT

private slots:
    void findsLettersWhateverCaseAndAccents()
    {
        QVERIFY(matchName(u"LUCIA", u"Lucía Fernández"));
        QVERIFY(matchName(u"sø", u"Ingrid Sørensen"));
        QVERIFY(!matchName(u"xyz", u"general"));
        QVERIFY(!matchName(u"generals", u"general"));
    }

    void saysWhichLettersFit()
    {
        QCOMPARE(matchName(u"re", u"store-reviews")->positions, (QList<qsizetype>{6, 7}));
        QCOMPARE(matchName(u"tor", u"store")->positions, (QList<qsizetype>{1, 2, 3}));
        QCOMPARE(matchName(u"gl", u"general")->positions, (QList<qsizetype>{0, 6}));
        QCOMPARE(matchName(u"", u"general")->positions, QList<qsizetype>());
    }

    /** Each name fits "re" better than the next. */
    void ranksBeginningsFirst()
    {
        const QStringList names{u"retro"_s, u"release-2-4"_s, u"store-reviews"_s, u"Ingrid Sorensen"_s,
                                u"winter-race"_s};
        for (qsizetype i = 1; i < names.size(); ++i) {
            const int better = matchName(u"re", names.at(i - 1))->score;
            const int worse = matchName(u"re", names.at(i))->score;
            QVERIFY2(better > worse, qPrintable(names.at(i - 1) + u" before "_s + names.at(i)));
        }
    }
};

QTEST_GUILESS_MAIN(NameMatchTest)
#include "name_match_test.moc"
