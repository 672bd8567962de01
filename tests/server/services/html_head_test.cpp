// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/html_head.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::services;

namespace {

const QUrl kBase(u"https://site.example/a/page"_s);

HtmlHead read(const QByteArray &page, const QByteArray &contentType = "text/html")
{
    return readHtmlHead(page, contentType, kBase);
}

} // namespace

/** What pages say of themselves: well written, badly written, cut off, and meant to do harm. */
class HtmlHeadTest : public QObject
{
    Q_OBJECT

private slots:
    void prefersOpenGraph()
    {
        const HtmlHead head = read(
            R"(<!DOCTYPE html><html><head prefix="og: https://ogp.me/ns#"><!-- <title>no</title> -->
            <title>Plain</title><script>var x = "<meta property='og:title' content='no'>";</script>
            <META content='A &amp; B &#8212; &#x43; &unknown; &' PROPERTY=og:title />
            <meta property="og:description" content="Two
              lines"><meta property="og:site_name" content=Site><meta name="description" content="other">
            <meta property="og:image" content="../p.png?a=1&amp;b=2"></head>
            <body><meta property="og:title" content="no"></body></html>)");
        QCOMPARE(head.title, u"A & B — C &unknown; &"_s);
        QCOMPARE(head.description, u"Two lines"_s);
        QCOMPARE(head.siteName, u"Site"_s);
        QCOMPARE(head.image, QUrl(u"https://site.example/p.png?a=1&b=2"_s));
    }

    void takesTitleAndDescriptionWhereThereIsNoMore()
    {
        const HtmlHead head = read("<title lang=en>  The\n title </TITLE><meta name=description content='What it is'>");
        QCOMPARE(head.title, u"The title"_s);
        QCOMPARE(head.description, u"What it is"_s);
        QVERIFY(head.siteName.isEmpty());
        QVERIFY(!head.image.isValid());
        QVERIFY(read("").title.isEmpty());
        QVERIFY(read("no page at all").title.isEmpty());
        QCOMPARE(read("<title>cut of").title, u"cut of"_s);
        QCOMPARE(read("<title>one</title><meta property=\"og:title\" content=\"cut of").title, u"cut of"_s);
    }

    void decodesWhatThePageIsWrittenIn()
    {
        QCOMPARE(read("<title>\xe4\xb8\xad</title>").title, u"中"_s);
        QCOMPARE(read("<title>caf\xe9</title>", "text/html; charset=ISO-8859-1").title, u"café"_s);
        QCOMPARE(read("<meta charset='iso-8859-1'><title>caf\xe9</title>").title, u"café"_s);
        QVERIFY(!read("<title>caf\xe9</title>", "text/html; charset=nonsense").title.isEmpty());
    }

    void textStaysOnItsLineAndAddressesAreOfTheWeb()
    {
        QCOMPARE(read("<title>a&#x202E;b&#10;c&#0;d&#xD800;e&#x110000;</title>").title,
                 u"ab c&#0;d&#xD800;e&#x110000;"_s);
        QCOMPARE(read("<title>&lt;script&gt;</title>").title, u"<script>"_s);
        for (const char *image : {"javascript:alert(1)", "data:image/png;base64,AAAA", "file:///etc/passwd", "",
                                  "http://", "https://me:secret@site.example/"})
            QVERIFY(!read("<meta property=og:image content=\"" + QByteArray(image) + "\">").image.isValid());
    }

    void takesTimeByTheByte_data()
    {
        QTest::addColumn<QByteArray>("page");
        const qsizetype many = 100'000;
        QTest::newRow("tags") << QByteArray("<").repeated(5 * many);
        QTest::newRow("comments") << QByteArray("<!--").repeated(many);
        QTest::newRow("titles") << QByteArray("<title>").repeated(many);
        QTest::newRow("quotes") << QByteArray("<meta content=\"").repeated(many);
        QTest::newRow("attributes") << "<meta " + QByteArray("a='").repeated(many);
        QTest::newRow("references") << "<title>" + QByteArray("&").repeated(5 * many);
        QTest::newRow("slashes") << "<meta " + QByteArray("/=").repeated(2 * many);
        QTest::newRow("metas") << QByteArray("<meta name=a content=b>").repeated(many / 4);
        QTest::newRow("bytes") << QByteArray("\xff\x00<\xc3=\"", 6).repeated(many);
    }

    void takesTimeByTheByte()
    {
        QFETCH(QByteArray, page);
        QElapsedTimer timer;
        timer.start();
        read(page);
        // Proportional time is some ten milliseconds; squared it would be minutes.
        QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
    }
};

QTEST_GUILESS_MAIN(HtmlHeadTest)
#include "html_head_test.moc"
