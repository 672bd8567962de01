// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/emoji.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;

/** What passes for one emoji, and what does not. */
class EmojiTest : public QObject
{
    Q_OBJECT

private slots:
    void oneEmoji_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("face") << u"😀"_s;
        QTest::newRow("thumb with skin tone") << u"👍🏽"_s;
        QTest::newRow("heart with style") << u"❤️"_s;
        QTest::newRow("heart") << u"❤"_s;
        QTest::newRow("flag") << u"🇩🇪"_s;
        QTest::newRow("flag of Scotland") << QString::fromUcs4(U"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063"
                                                               U"\U000E0074\U000E007F");
        QTest::newRow("rainbow flag") << u"🏳️‍🌈"_s;
        QTest::newRow("family") << u"👨‍👩‍👧‍👦"_s;
        QTest::newRow("couple with skin tones") << u"👩🏻‍❤️‍💋‍👨🏿"_s;
        QTest::newRow("keycap") << u"1️⃣"_s;
        QTest::newRow("star keycap") << u"*️⃣"_s;
        QTest::newRow("copyright") << u"©️"_s;
        QTest::newRow("skin tone") << u"🏽"_s;
        QTest::newRow("new in Unicode 15") << QString::fromUcs4(U"\U0001FAE8");
    }

    void oneEmoji()
    {
        QFETCH(QString, text);
        QVERIFY(isEmoji(text));
        QVERIFY(!isEmoji(text + text));
        QVERIFY(!isEmoji(text + u'x'));
        QVERIFY(!isEmoji(u'x' + text));
        QVERIFY(!isEmoji(u' ' + text));
        QVERIFY(!isEmoji(text + QChar(0x200D)));
    }

    void noEmoji_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("word") << u"ok"_s;
        QTest::newRow("digit") << u"1"_s;
        QTest::newRow("styled digit") << u"1️"_s;
        QTest::newRow("letter") << u"ä"_s;
        QTest::newRow("line") << u"─"_s;
        QTest::newRow("half a flag") << u"🇩"_s;
        QTest::newRow("half a character") << QString(QChar(0xD83D));
        QTest::newRow("unfinished tags") << QString::fromUcs4(U"\U0001F3F4\U000E0067\U000E0062");
        QTest::newRow("joiner alone") << QString(QChar(0x200D));
        QTest::newRow("style alone") << QString(QChar(0xFE0F));
        QTest::newRow("two") << u"😀😀"_s;
        QTest::newRow("endless family") << QString(u"👩‍"_s).repeated(30) + u"👩"_s;
        QTest::newRow("control") << QString(QChar(7));
    }

    void noEmoji()
    {
        QFETCH(QString, text);
        QVERIFY(!isEmoji(text));
    }

    void names()
    {
        for (const auto &good : {u":+1:"_s, u":party_parrot:"_s, u":a:"_s, u":non-potable_water:"_s})
            QVERIFY2(isEmojiName(good), qPrintable(good));
        QVERIFY(isEmojiName(u':' + QString(64, u'x') + u':'));
        for (const auto &bad :
             {u""_s, u":"_s, u"::"_s, u":A:"_s, u"a"_s, u":a"_s, u"a:"_s, u":a b:"_s, u":a:b:"_s, u":ä:"_s})
            QVERIFY2(!isEmojiName(bad), qPrintable(bad));
        QVERIFY(!isEmojiName(u':' + QString(65, u'x') + u':'));
    }
};

QTEST_GUILESS_MAIN(EmojiTest)
#include "emoji_test.moc"
