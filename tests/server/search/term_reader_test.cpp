// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/marks.h"
#include "server/search/term_reader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::search;

/** Under which terms a text is found, and where in it they stand. */
class TermReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAreCut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("terms");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("signs") << u" -- … !? "_s << u""_s;
        QTest::newRow("English") << u"Don't PANIC, it's 42nd!"_s << u"don t panic it s 42nd"_s;
        QTest::newRow("German") << u"Größe, Fußgängerübergang, STRASSE"_s << u"grosse fussgangerubergang strasse"_s;
        QTest::newRow("Spanish") << u"¿Mañana? ¡Acción, pingüino!"_s << u"manana accion pinguino"_s;
        QTest::newRow("taken apart") << u"Man\u0303ana acc\u0069o\u0301n"_s << u"manana accion"_s;
        QTest::newRow("French") << u"L'Œuvre déjà-vu"_s << u"l oeuvre deja vu"_s;
        QTest::newRow("Polish") << u"Łódź"_s << u"lodz"_s;
        QTest::newRow("Turkish") << u"İstanbul ısı"_s << u"istanbul isi"_s;
        QTest::newRow("Vietnamese") << u"Việt Nam đẹp"_s << u"viet nam dep"_s;
        QTest::newRow("Greek") << u"Ὀδυσσεύς ΟΔΟΣ"_s << u"οδυσσευσ οδοσ"_s;
        QTest::newRow("Russian") << u"Ёлка Йод"_s << u"елка иод"_s;
        QTest::newRow("Arabic") << u"مُحَمَّد أَحمد"_s << u"محمد احمد"_s;
        QTest::newRow("Hebrew") << u"שָׁלוֹם"_s << u"שלום"_s;
        QTest::newRow("Hindi") << u"हिन्दी भाषा"_s << u"हिन्दी भाषा"_s;
        QTest::newRow("Chinese") << u"我喜欢喝茶。"_s << u"我喜 喜欢 欢喝 喝茶 茶"_s;
        QTest::newRow("one character") << u"茶!"_s << u"茶"_s;
        QTest::newRow("Japanese") << u"東京タワーへ行く"_s << u"東京 京タ タワ ワー ーへ へ行 行く く"_s;
        QTest::newRow("voiced kana taken apart") << u"か\u3099く"_s << u"がく く"_s;
        QTest::newRow("half width") << u"ｶﾞｲﾄﾞ ＡＢＣ１"_s << u"ガイ イド ド abc1"_s;
        QTest::newRow("Korean") << u"한국어를 배워요"_s << u"한국 국어 어를 를 배워 워요 요"_s;
        QTest::newRow("Korean taken apart") << u"\u1112\u1161\u11AB\u1100\u116E\u11A8"_s << u"한국 국"_s;
        QTest::newRow("Thai") << u"ที่นี่"_s << u"ท\u0E35 \u0E35\u0E48 \u0E48น น\u0E35 \u0E35\u0E48 \u0E48"_s;
        QTest::newRow("beyond the first plane") << u"𠮷野家"_s << u"𠮷野 野家 家"_s;
        QTest::newRow("mixed") << u"Qt6で開発"_s << u"qt6 で開 開発 発"_s;
        QTest::newRow("names") << u"user_name@example.com: 3.14"_s << u"user name example com 3 14"_s;
        QTest::newRow("emoji") << u"fertig🎉👍🏽 ❤️"_s << u"fertig 🎉 👍 ❤"_s;
        QTest::newRow("ligature") << u"ﬁn oﬃce"_s << u"fin office"_s;
        QTest::newRow("soft hyphen") << u"Donau\u00ADdampf"_s << u"donaudampf"_s;
        QTest::newRow("lone surrogates") << QString(QChar(0xD83C)) + u"a"_s + QChar(0xDF89) << u"a"_s;
        QTest::newRow("long") << QString(200, u'x') + u" y"_s << QString(64, u'x') + u" y"_s;
    }

    void textsAreCut()
    {
        QFETCH(QString, text);
        QFETCH(QString, terms);
        QCOMPARE(joinedTerms(text), terms);
    }

    void termsTellWhereTheyStood()
    {
        const QString text = u"a Größe🎉 東京都 e\u0301t"_s;
        QStringList parts;
        for (const Term &term : termsOf(text))
            parts.append(text.sliced(term.start, term.length));
        QCOMPARE(parts, (QStringList{u"a"_s, u"Größe"_s, u"🎉"_s, u"東京"_s, u"京都"_s, u"都"_s, u"e\u0301t"_s}));
    }

    /** Whatever comes in, it ends, stands in order within the text, and holds nothing that SQLite would cut once more. */
    void anyTextIsCut()
    {
        QRandomGenerator random(7);
        static constexpr std::array<std::array<uint, 2>, 8> kRanges{{{0, 0x7F},
                                                                     {0xA0, 0x52F},
                                                                     {0x590, 0x6FF},
                                                                     {0xE00, 0xE7F},
                                                                     {0x1100, 0x11FF},
                                                                     {0x3040, 0x9FFF},
                                                                     {0xD800, 0xFFFF},
                                                                     {0x1F300, 0x1FAFF}}};
        for (int round = 0; round < 3'000; ++round) {
            QString text;
            for (int i = 0; i < 12; ++i) {
                const auto &range = kRanges[random.bounded(static_cast<quint32>(kRanges.size()))];
                const uint c = range[0] + random.bounded(range[1] - range[0] + 1);
                text += c < 0x10000 ? QString(QChar(c)) : QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1);
            }
            qsizetype last = 0;
            for (const Term &term : termsOf(text)) {
                QVERIFY(term.start >= last);
                QVERIFY(term.length > 0 && term.end() <= text.size());
                QVERIFY(!term.text.isEmpty());
                for (const QChar c : term.text)
                    QVERIFY(c.unicode() >= 0x80 || c.isLetterOrNumber());
                QVERIFY(!term.text.contains(u'\uE000'));
                last = term.start;
            }
        }
    }

    void linksAreSeen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("http") << u"see http://a.example/x"_s << true;
        QTest::newRow("https, upper case") << u"(HTTPS://a.example)"_s << true;
        QTest::newRow("the second") << u"ftp://a https://b"_s << true;
        QTest::newRow("no address") << u"http:// is how they begin"_s << false;
        QTest::newRow("another scheme") << u"ssh://a.example"_s << false;
        QTest::newRow("none") << u"http is a protocol"_s << false;
        QTest::newRow("end") << u"https://"_s << false;
    }

    void linksAreSeen()
    {
        QFETCH(QString, text);
        QTEST(hasLink(text), "isThere");
    }
};

QTEST_GUILESS_MAIN(TermReaderTest)
#include "term_reader_test.moc"
