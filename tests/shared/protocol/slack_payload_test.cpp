// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_reader.h"
#include "shared/protocol/slack_markup.h"
#include "shared/protocol/slack_payload.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::protocol;

namespace {

/** JSON with its quotation marks written as apostrophes; moc does not get through many raw strings. */
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

} // namespace

/** What other programs send to Slack's incoming webhooks, as our messages say it. */
class SlackPayloadTest : public QObject
{
    Q_OBJECT

private slots:
    void markup_data()
    {
        QTest::addColumn<QString>("slack");
        QTest::addColumn<QString>("markdown");
        QTest::newRow("plain") << u"Build 42 passed"_s << u"Build 42 passed"_s;
        QTest::newRow("bold") << u"a *b c* d"_s << u"a **b c** d"_s;
        QTest::newRow("struck") << u"~gone~, *kept*"_s << u"~~gone~~, **kept**"_s;
        QTest::newRow("italic") << u"_so_"_s << u"_so_"_s;
        QTest::newRow("markdown already") << u"**b** and ~~s~~"_s << u"**b** and ~~s~~"_s;
        QTest::newRow("a product") << u"2*3*4 and a * b * c"_s << u"2*3*4 and a * b * c"_s;
        QTest::newRow("two lines") << u"*a\nb*"_s << u"*a\nb*"_s;
        QTest::newRow("bold in quotes") << u"'*a*'"_s << u"'**a**'"_s;
        QTest::newRow("nested") << u"*a ~b~*"_s << u"**a ~~b~~**"_s;
        QTest::newRow("link") << u"<https://a.example/x?a=1&amp;b=2|the log>"_s
                              << u"[the log](https://a.example/x?a=1&b=2)"_s;
        QTest::newRow("bare link") << u"see <https://a.example>."_s << u"see https://a.example."_s;
        QTest::newRow("brackets in a label")
            << u"<https://a.example/(1)|[x]>"_s << u"[\\[x\\]](https://a.example/%281%29)"_s;
        QTest::newRow("address that runs") << u"<javascript:alert(1)|click>"_s << u"click"_s;
        QTest::newRow("everybody") << u"<!channel> <!everyone> <!here>"_s << u"@channel @channel @here"_s;
        QTest::newRow("here with a label") << u"<!here|here>"_s << u"@here"_s;
        QTest::newRow("somebody") << u"<@john> <@U123|ann>"_s << u"@john @ann"_s;
        QTest::newRow("channel") << u"<#C123|general>"_s << u"#general"_s;
        QTest::newRow("date") << u"<!date^1392734382^{date}|Feb 18>"_s << u"Feb 18"_s;
        QTest::newRow("entities") << u"a &lt; b &amp;&amp; c &gt; d &copy;"_s << u"a < b && c > d &copy;"_s;
        QTest::newRow("escaped once") << u"&amp;lt;"_s << u"&lt;"_s;
        QTest::newRow("no mention") << u"&lt;!channel&gt;"_s << u"<!channel>"_s;
        QTest::newRow("no bracket") << u"1 < 2"_s << u"1 < 2"_s;
        QTest::newRow("empty brackets") << u"<>"_s << u"<>"_s;
        QTest::newRow("code") << u"`a *b* &lt;` *c*"_s << u"`a *b* <` **c**"_s;
        QTest::newRow("fence") << u"```*a*\n<b>```"_s << u"```*a*\n<b>```"_s;
        QTest::newRow("open code") << u"`a *b*"_s << u"`a **b**"_s;
        QTest::newRow("umlauts") << u"*größer*x"_s << u"*größer*x"_s;
    }

    void markup()
    {
        QFETCH(const QString, slack);
        QFETCH(const QString, markdown);
        QCOMPARE(markdownFromSlack(slack), markdown);
    }

    void payloads_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("content");
        QTest::newRow("text") << quoted("{'text':'*hi*'}") << u"**hi**"_s;
        QTest::newRow("plain text") << quoted("{'text':'*hi*','mrkdwn':false}") << u"*hi*"_s;
        QTest::newRow("name and icon") << quoted("{'text':'hi','username':' CI ','icon_emoji':':rocket:'}")
                                       << u"**CI** :rocket:\nhi"_s;
        QTest::newRow("attachment")
            << quoted("{'attachments':[{'fallback':'f','color':'#ff0000','pretext':'new','author_name':'ann',"
                      "'title':'Ticket 1','title_link':'https://t.example/1','text':'It *broke*\\nagain','footer':'CI',"
                      "'fields':[{'title':'Priority','value':'high','short':true},{'title':'Count','value':3}]}]}")
            << u"new\n> ann\n> **[Ticket 1](https://t.example/1)**\n> It **broke**\n> again\n> **Priority**: high\n"
               u"> **Count**: 3\n> CI"_s;
        QTest::newRow("fallback") << quoted("{'attachments':[{'fallback':'nothing else','color':'good'}]}")
                                  << u"> nothing else"_s;
        QTest::newRow("blocks stand for the text")
            << quoted("{'text':'not seen','blocks':[{'type':'header','text':{'type':'plain_text','text':'Deployed'}},"
                      "{'type':'section','text':{'type':'mrkdwn','text':'to *live*'},"
                      "'fields':[{'type':'plain_text','text':'*as it is*'}]},"
                      "{'type':'divider'},{'type':'unheard_of'},"
                      "{'type':'context','elements':[{'type':'mrkdwn','text':'by <@ann>'},"
                      "{'type':'image','image_url':'https://x.example','alt_text':'logo'}]},"
                      "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'Open'},"
                      "'url':'https://d.example'},{'type':'button'}]}]}")
            << u"**Deployed**\n\nto **live**\n*as it is*\n\n---\n\nby @ann · logo\n\n[Open](https://d.example)"_s;
        QTest::newRow("blocks that say nothing") << quoted("{'text':'seen','blocks':[{'type':'file'}]}") << u"seen"_s;
        QTest::newRow("rich text") << quoted(
            "{'blocks':[{'type':'rich_text','elements':["
            "{'type':'rich_text_section','elements':[{'type':'text','text':'go','style':{'bold':true}},"
            "{'type':'text','text':' '},{'type':'emoji','name':'wave'},{'type':'broadcast','range':'here'}]},"
            "{'type':'rich_text_list','style':'bullet','indent':1,'elements':["
            "{'type':'rich_text_section','elements':[{'type':'link','url':'https://a.example','text':'a'}]}]},"
            "{'type':'rich_text_preformatted','elements':[{'type':'text','text':'x = 1'}]}]}]}")
                                   << u"**go** :wave:@here\n  - [a](https://a.example)\n```\nx = 1\n```"_s;
    }

    void payloads()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, content);
        const auto payload = SlackPayload::fromBody(json, false);
        QVERIFY(payload);
        QCOMPARE(payload->content, content);
        const QByteArray form = "unused=1&payload="
            + QUrl::toPercentEncoding(QString::fromUtf8(json)).replace("%20", "+");
        QCOMPARE(SlackPayload::fromBody(form, true)->content, content);
        // As many programs do it.
        QCOMPARE(SlackPayload::fromBody(json, true)->content, content);
    }

    void refusals()
    {
        const auto code = [](const QByteArray &body, bool isForm = false) {
            const auto payload = SlackPayload::fromBody(body, isForm);
            return payload ? std::nullopt : std::optional(payload.error().code);
        };
        QCOMPARE(code("{}"), ErrorCode::ValidationError);
        QCOMPARE(code(quoted("{'text':'  '}")), ErrorCode::ValidationError);
        QCOMPARE(code(quoted("{'text':7}")), ErrorCode::ValidationError);
        QCOMPARE(code(quoted("{'text':'x','attachments':{}}")), ErrorCode::ValidationError);
        QCOMPARE(code(quoted("{'username':'only'}")), ErrorCode::ValidationError);
        QCOMPARE(code("text"), ErrorCode::BadRequest);
        QCOMPARE(code("other=1", true), ErrorCode::BadRequest);
        QCOMPARE(code("payload=%7Bx", true), ErrorCode::BadRequest);
    }

    void whatIsTooLongIsCut()
    {
        // Characters beyond 16 bits: each is one code point and two of QString's.
        const QString text = u"\U0001F600"_s.repeated(12'000);
        const auto payload = SlackPayload::fromJson({{"text"_L1, text}});
        QVERIFY(payload);
        QCOMPARE(payload->content.toUcs4().size(), Message::kMaxContent);
        QVERIFY(payload->content.endsWith(u'…') && payload->content.isValidUtf16());
        const QString fits = u"\U0001F600"_s.repeated(Message::kMaxContent);
        QCOMPARE(SlackPayload::fromJson({{"text"_L1, fits}})->content, fits);
    }
};

QTEST_APPLESS_MAIN(SlackPayloadTest)
#include "slack_payload_test.moc"
