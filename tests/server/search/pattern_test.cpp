// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/excerpt.h"
#include "server/search/pattern.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::search;

namespace {

Pattern patternOf(const QString &text, Pattern::Mode mode = Pattern::Mode::Loose)
{
    auto pattern = Pattern::fromText(text, mode);
    if (!pattern)
        qFatal("no terms in %ls", qUtf16Printable(text));
    return *pattern;
}

/** @p text with what was found in brackets. */
QString marked(const QString &text, const Pattern &pattern)
{
    QString result = text;
    QList<Span> spans = joined(pattern.find(termsOf(text)).spans);
    std::ranges::reverse(spans);
    for (const Span &span : std::as_const(spans)) {
        result.insert(span.end(), u']');
        result.insert(span.start, u'[');
    }
    return result;
}

} // namespace

/** What a word or a phrase finds in a text, and how much that is worth. */
class PatternTest : public QObject
{
    Q_OBJECT

private slots:
    void occurrences_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isExact");
        QTest::addColumn<QString>("marked");
        QTest::newRow("word") << u"release"_s << false << u"the [Release]: [release]d, un[release]d"_s;
        QTest::newRow("whole word") << u"release"_s << true << u"the [Release]: released"_s;
        QTest::newRow("compound") << u"schiff"_s << false << u"Donaudampf[schiff]fahrt"_s;
        QTest::newRow("two letters begin") << u"go"_s << false << u"[go] [go]ogle cargo"_s;
        QTest::newRow("one letter stands alone") << u"a"_s << false << u"[a] an ba"_s;
        QTest::newRow("accents") << u"accion"_s << false << u"la [acción] [Accion]es"_s;
        QTest::newRow("accents the other way") << u"ACCIÓN"_s << false << u"[accion]"_s;
        QTest::newRow("sharp s is two") << u"strasse"_s << false << u"[Straße] Haupt[strasse]"_s;
        QTest::newRow("Chinese") << u"北京大学"_s << false << u"在[北京大学]学习, 北京 大学"_s;
        QTest::newRow("one character") << u"茶"_s << false << u"喝[茶]吧, [茶]"_s;
        QTest::newRow("Japanese") << u"タワー"_s << false << u"東京[タワー]へ"_s;
        QTest::newRow("Korean ending") << u"한국"_s << false << u"[한국]어를"_s;
        QTest::newRow("phrase") << u"green tea"_s << true << u"[Green tea], tea green [green, TEA]. green teas"_s;
        QTest::newRow("address") << u"user@example.com"_s << false << u"to [user@example.com] or example.com"_s;
        QTest::newRow("mixed scripts") << u"Qt開発"_s << false << u"[Qt開発]者"_s;
        QTest::newRow("symbol") << u"🎉"_s << false << u"done[🎉] yes"_s;
    }

    void occurrences()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isExact);
        QFETCH(QString, marked);
        QString text = marked;
        text.remove(u'[').remove(u']');
        const auto mode = isExact ? Pattern::Mode::Exact : Pattern::Mode::Loose;
        QCOMPARE(::marked(text, patternOf(pattern, mode)), marked);
    }

    void nothingIsNoPattern()
    {
        QVERIFY(!Pattern::fromText(u"", Pattern::Mode::Loose));
        QVERIFY(!Pattern::fromText(u"?!", Pattern::Mode::Exact));
    }

    void betterTextsScoreHigher()
    {
        const auto scoreOf = [](const QString &text) {
            return score({patternOf(u"tea"_s)}, termsOf(text));
        };
        // Each is better than the next.
        const QStringList texts{u"tea, more tea"_s, u"some tea"_s, u"some tea "_s + u"and so on "_s.repeated(40),
                                u"teapot"_s,        u"steam"_s,    u"coffee"_s};
        for (qsizetype i = 0; i + 1 < texts.size(); ++i)
            QVERIFY2(scoreOf(texts[i]) > scoreOf(texts[i + 1]), qPrintable(texts[i]));
        QCOMPARE(scoreOf(texts.last()), 0);
        QCOMPARE(score({patternOf(u"tea"_s), patternOf(u"milk"_s)}, termsOf(u"tea")), 0);
    }

    void excerpts()
    {
        const QString word = u"needle"_s;
        const QString hay = u"häystack 🎉 "_s;
        const auto excerpt = [&](const QString &text) {
            const Span span = excerptOf(text, patternOf(word).find(termsOf(text)).spans);
            return text.sliced(span.start, span.length);
        };
        QCOMPARE(excerpt(u"a needle here"_s), u"a needle here"_s);
        for (const int before : {0, 1, 5, 20, 300}) {
            for (const int after : {0, 3, 300}) {
                const QString text = hay.repeated(before) + word + u' ' + hay.repeated(after);
                const QString shown = excerpt(text);
                QVERIFY(shown.contains(word));
                QVERIFY(codePoints(shown) <= kMaxExcerpt);
                QVERIFY(codePoints(shown) >= std::min<qsizetype>(kMaxExcerpt - 10, codePoints(text)));
                for (const QString &part : shown.split(u' ', Qt::SkipEmptyParts))
                    QVERIFY2((QStringList{u"häystack"_s, u"🎉"_s, word}.contains(part)), qPrintable(part));
            }
        }
        QCOMPARE(codePoints(excerpt(QString(5'000, u'x'))), kMaxExcerpt);
        QCOMPARE(excerpt(u""_s), u""_s);
        QCOMPARE(codePoints(u"a🎉b"), 3);
    }
};

QTEST_GUILESS_MAIN(PatternTest)
#include "pattern_test.moc"
