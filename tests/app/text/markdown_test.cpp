// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/emoji_catalogue.h"
#include "app/text/markdown.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::app;

namespace {

struct Names : NameBook {
    std::optional<Named> person(const QString &username) const override
    {
        if (username == "bob"_L1)
            return Named{.name = u"Bob <Stone>"_s, .link = u"plexichat:user_2"_s};
        if (username == "ann"_L1)
            return Named{.name = u"Ann"_s, .link = u"plexichat:user_1"_s, .isSelf = true};
        return std::nullopt;
    }
    std::optional<Named> channel(const QString &slug) const override
    {
        return slug == "general"_L1 ? std::optional(Named{.name = u"general"_s, .link = u"plexichat:channel_3"_s})
                                    : std::nullopt;
    }
};

} // namespace

class MarkdownTest : public QObject
{
    Q_OBJECT

    Markdown m_markdown;
    Names m_names;

    QString html(const QString &text)
    {
        QString all;
        for (const TextPart &part : m_markdown.parts(text, m_names))
            all += part.html;
        return all;
    }

private slots:
    void writesWhatPeopleMean_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("bold and italics") << u"**a** *b* ~~c~~"_s << u"<p><b>a</b> <i>b</i> <s>c</s></p>"_s;
        QTest::newRow("code") << u"`a < b`"_s << u"<p><span class=\"code\">&nbsp;a &lt; b&nbsp;</span></p>"_s;
        QTest::newRow("lines") << u"a\nb\n\nc"_s << u"<p>a<br>b</p><p>c</p>"_s;
        QTest::newRow("list") << u"- a\n- b"_s << u"<ul><li>a</li><li>b</li></ul>"_s;
        QTest::newRow("numbers") << u"3. a\n4. b"_s << u"<ol start=\"3\"><li>a</li><li>b</li></ol>"_s;
        QTest::newRow("heading") << u"# a"_s << u"<p class=\"h\">a</p>"_s;
        QTest::newRow("link") << u"[a](https://b.example/?x=1&y=2)"_s
                              << u"<p><a href=\"https://b.example/?x=1&amp;y=2\">a</a></p>"_s;
        QTest::newRow("bare link") << u"see https://b.example."_s
                                   << u"<p>see <a href=\"https://b.example\">https://b.example</a>.</p>"_s;
        QTest::newRow("link to a message")
            << u"see plexichat://b.example:8000/channels/channel_3/messages/msg_4, *please*"_s
            << u"<p>see <a href=\"plexichat://b.example:8000/channels/channel_3/messages/msg_4\">"
               "plexichat://b.example:8000/channels/channel_3/messages/msg_4</a>, <i>please</i></p>"_s;
        QTest::newRow("link that looks like a name") << u"[@Bob](plexichat:user_66)"_s << u"<p>@Bob</p>"_s;
        QTest::newRow("table") << u"|a|b|\n|-|-|\n|c|d|"_s
                               << u"<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"_s;
        QTest::newRow("person")
            << u"hi @bob."_s
            << u"<p>hi <a href=\"plexichat:user_2\"><span class=\"m\">&nbsp;@Bob &lt;Stone&gt;&nbsp;</span></a>.</p>"_s;
        QTest::newRow("oneself")
            << u"@ann"_s << u"<p><a href=\"plexichat:user_1\"><span class=\"me\">&nbsp;@Ann&nbsp;</span></a></p>"_s;
        QTest::newRow("nobody") << u"@zoe a@bob #other"_s << u"<p>@zoe a@bob #other</p>"_s;
        QTest::newRow("everybody") << u"@channel"_s << u"<p><span class=\"me\">&nbsp;@channel&nbsp;</span></p>"_s;
        QTest::newRow("channel")
            << u"in #general"_s
            << u"<p>in <a href=\"plexichat:channel_3\"><span class=\"m\">&nbsp;#general&nbsp;</span></a></p>"_s;
        QTest::newRow("emoji") << u":tada: at 10:30:45 :nothing:"_s << u"<p>🎉 at 10:30:45 :nothing:</p>"_s;
        QTest::newRow("no names in code")
            << u"`@bob :tada:`"_s << u"<p><span class=\"code\">&nbsp;@bob :tada:&nbsp;</span></p>"_s;
    }

    void writesWhatPeopleMean()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(html(text), expected);
    }

    void letsNothingIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("tag") << u"<img src=x onerror=alert(1)>"_s;
        QTest::newRow("block") << u"<script>\nalert(1)\n</script>"_s;
        QTest::newRow("style") << u"<style>p{color:red}</style>"_s;
        QTest::newRow("in bold") << u"**<b onclick=x>**"_s;
        QTest::newRow("in code") << u"`<img src=x>`"_s;
        QTest::newRow("in a fence") << u"```\n<img src=x>\n```"_s;
        QTest::newRow("in a fence with colours") << u"```cpp\nint a = \"<img src=x>\";\n```"_s;
        QTest::newRow("in a table") << u"|<img>|\n|-|\n|<img src=x>|"_s;
        QTest::newRow("script link") << u"[a](javascript:alert(1))"_s;
        QTest::newRow("file link") << u"[a](file:///etc/passwd)"_s;
        QTest::newRow("our own scheme") << u"[a](plexichat:user_9)"_s;
        QTest::newRow("data") << u"[a](data:text/html,<img src=x>)"_s;
        QTest::newRow("quote in a link") << u"[a](https://b.example/\"onclick=\"x)"_s;
        QTest::newRow("picture") << u"![a](https://b.example/p.png)"_s;
        QTest::newRow("picture of a file") << u"![a](file:///etc/passwd)"_s;
        QTest::newRow("language") << u"```<img src=x>\na\n```"_s;
        QTest::newRow("entity") << u"&lt;img src=x&gt;"_s;
    }

    void letsNothingIn()
    {
        QFETCH(QString, text);
        static const QRegularExpression tags(u"<([^>]*)>"_s);
        // Only what the app itself writes: known tags, classes, and links to the web.
        static const QRegularExpression allowed(
            u"\\A/?(p|b|i|s|br|ul|li|pre|blockquote|table|tr|td|th)\\z|\\A(p|span) class=\"[a-z]+\"\\z|\\A/?(span|a|ol)\\z|"
            "\\Aa href=\"(https?://|mailto:|plexichat://)[^\"<>]*\"\\z"_s);
        const QList<TextPart> parts = m_markdown.parts(text, m_names);
        QVERIFY(!parts.isEmpty());
        for (const TextPart &part : parts) {
            for (auto found = tags.globalMatch(part.html); found.hasNext();) {
                const QString tag = found.next().captured(1);
                QVERIFY2(allowed.match(tag).hasMatch(), qPrintable(tag));
            }
        }
    }

    void cutsIntoParts()
    {
        const QList<TextPart> parts = m_markdown.parts(
            u"before\n\n> quoted\n> > deeper\n\n```python\nreturn 1  # one\n```\n\n---\nafter"_s, m_names);
        QCOMPARE(parts.size(), 5);
        QCOMPARE(parts[0], (TextPart{.kind = TextPart::Kind::Text, .html = u"<p>before</p>"_s, .plain = u"before"_s}));
        QCOMPARE(parts[1].kind, TextPart::Kind::Quote);
        QCOMPARE(parts[1].html, u"<p>quoted</p><blockquote><p>deeper</p></blockquote>"_s);
        QCOMPARE(parts[2].kind, TextPart::Kind::Code);
        QCOMPARE(parts[2].language, u"Python"_s);
        QCOMPARE(parts[2].plain, u"return 1  # one"_s);
        QVERIFY2(parts[2].html.contains("<span class=\"k\">return</span>"_L1), qPrintable(parts[2].html));
        QVERIFY(parts[2].html.contains("class=\"c\""_L1));
        QCOMPARE(parts[3].kind, TextPart::Kind::Rule);
        QCOMPARE(parts[4].plain, u"after"_s);
    }

    void keepsTheCodesLines()
    {
        const QList<TextPart> parts = m_markdown.parts(u"```\na\n\n  b\n```"_s, m_names);
        QCOMPARE(parts.size(), 1);
        QCOMPARE(parts[0].plain, u"a\n\n  b"_s);
        QCOMPARE(parts[0].html, u"a<br><br>  b"_s);
    }

    void knowsWhatIsPlain()
    {
        for (const QString &text :
             {u"Just words. 2 + 2 = 4, isn't it?"_s, u"a:b at 10:30"_s, u"two\nlines"_s, u"mail #12"_s})
            QVERIFY2(Markdown::isPlain(text, m_names), qPrintable(text));
        for (const QString &text : {u"**a**"_s, u"hi @bob"_s, u":tada:"_s, u"https://a.example"_s,
                                    u"plexichat://a.example"_s, u"- a"_s, u"1. a"_s, u"# a"_s, u"a\n---"_s, u"`a`"_s})
            QVERIFY2(!Markdown::isPlain(text, m_names), qPrintable(text));
    }

    void leavesPlainTextAlone()
    {
        const QList<TextPart> parts = m_markdown.plainParts(u"**a** <b> @bob https://b.example/x."_s, m_names);
        QCOMPARE(parts.size(), 1);
        QVERIFY2(parts[0].html.startsWith("<p>**a** &lt;b&gt; <a href=\"plexichat:user_2\">"_L1),
                 qPrintable(parts[0].html));
        QVERIFY(m_markdown.plainParts(u"plexichat://b.example/x"_s, m_names)[0].html.contains(
            "<a href=\"plexichat://b.example/x\">"_L1));
        QVERIFY(parts[0].html.endsWith("<a href=\"https://b.example/x\">https://b.example/x</a>.</p>"_L1));
    }

    void isQuickWithLongTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"**word** @bob :tada: `code` "_s.repeated(360).left(10'000);
        QTest::newRow("brackets") << u"["_s.repeated(10'000);
        QTest::newRow("stars") << u"*a **b "_s.repeated(1'400);
        QTest::newRow("quotes") << u">"_s.repeated(10'000);
        QTest::newRow("code") << u"```cpp\n"_s + u"for (int i = 0; i < 10; ++i) { f(\"a\"); } // x\n"_s.repeated(200)
                + u"```"_s;
    }

    void isQuickWithLongTexts()
    {
        QFETCH(QString, text);
        (void)m_markdown.parts(u"```cpp\nint a;\n```"_s, m_names);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!m_markdown.parts(text, m_names).isEmpty());
        // Far above what it takes, far below what a text that makes it quadratic would.
        QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    }

    void findsEmoji()
    {
        QCOMPARE(emojiNamed(u"tada"_s), u"🎉"_s);
        QCOMPARE(emojiNamed(u"no such thing"_s), QString());
        QVERIFY(emojiCatalogue().size() > 1800);
        QCOMPARE(findEmoji(QString()).size(), emojiCatalogue().size());
        QCOMPARE(findEmoji(u"Tada"_s).first()->emoji, u"🎉"_s);
        // By a word that is no name, after those whose name begins so.
        const auto found = findEmoji(u"party"_s);
        QVERIFY(std::ranges::any_of(found, [](const NamedEmoji *one) { return one->emoji == u"🎉"_s; }));
        QVERIFY(found.first()->names.first().startsWith("party"_L1)
                || found.first()->names.join(u' ').contains("party"_L1));
        QVERIFY(findEmoji(u"zzzz"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(MarkdownTest)
#include "markdown_test.moc"
