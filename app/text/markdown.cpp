// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/markdown.h"

#include <QRegularExpression>
#include <QUrl>

#include <md4c.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr unsigned kFlags = MD_FLAG_NOHTML | MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_STRIKETHROUGH | MD_FLAG_TABLES
    | MD_FLAG_HARD_SOFT_BREAKS | MD_FLAG_NOINDENTEDCODEBLOCKS;

/** The address, or nothing where it is of a kind that a message must not lead to. */
QString safeLink(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    // Those of people and channels, which have no host, are written by the app alone.
    const bool isOurs = scheme == "plexichat"_L1 && !url.host().isEmpty();
    const bool isSafe = url.isValid()
        && (isOurs || scheme == "http"_L1 || scheme == "https"_L1 || scheme == "mailto"_L1);
    return isSafe ? address : QString();
}

/** Where they end, a full stop or a bracket is the sentence's. */
QString linkPattern(const QString &schemes)
{
    return u"\\b(?:%1)://[^\\s<>\"]+[^\\s<>\"'.,;:!?)\\]]"_s.arg(schemes);
}

/** Those of the web, MD4C finds. */
const QRegularExpression &appLinks()
{
    static const QRegularExpression links(linkPattern(u"plexichat"_s));
    return links;
}

const QRegularExpression &bareLinks()
{
    static const QRegularExpression links(linkPattern(u"https?|plexichat"_s));
    return links;
}

/** Text that is nothing but names, short codes and these links. */
QString linkedHtml(const QString &text, const NameBook &names, const QRegularExpression &links)
{
    QString html;
    qsizetype done = 0;
    const QStringView view(text);
    for (auto matches = links.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString address = safeLink(match.captured());
        if (address.isEmpty())
            continue;
        html += inlineHtml(view.sliced(done, match.capturedStart() - done), names)
            + u"<a href=\"%1\">%1</a>"_s.arg(escaped(address));
        done = match.capturedEnd();
    }
    return html + inlineHtml(view.sliced(done), names);
}

QString textOf(const MD_ATTRIBUTE &attribute)
{
    return QString::fromUtf8(attribute.text, static_cast<qsizetype>(attribute.size));
}

/** Follows MD4C through a text and writes the parts. */
class Builder
{
public:
    Builder(const NameBook &names, Highlighter *highlighter) : m_names(names), m_highlighter(highlighter) { }

    QList<TextPart> build(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        const MD_PARSER parser{
            .abi_version = 0,
            .flags = kFlags,
            .enter_block = [](MD_BLOCKTYPE type, void *detail,
                              void *self) { return static_cast<Builder *>(self)->enterBlock(type, detail); },
            .leave_block = [](MD_BLOCKTYPE type, void *detail,
                              void *self) { return static_cast<Builder *>(self)->leaveBlock(type, detail); },
            .enter_span = [](MD_SPANTYPE type, void *detail,
                             void *self) { return static_cast<Builder *>(self)->enterSpan(type, detail); },
            .leave_span = [](MD_SPANTYPE type, void *,
                             void *self) { return static_cast<Builder *>(self)->leaveSpan(type); },
            .text =
                [](MD_TEXTTYPE type, const MD_CHAR *chars, MD_SIZE size, void *self) {
                    const auto length = static_cast<qsizetype>(size);
                    return static_cast<Builder *>(self)->addText(type, QString::fromUtf8(chars, length));
                },
            .debug_log = nullptr,
            .syntax = nullptr};
        md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, this);
        flush(TextPart::Kind::Text);
        return std::move(m_parts);
    }

private:
    /** What stands at the top level becomes a part; deeper down it stays in its part's text. */
    bool isTop() const { return m_depth == 1; }

    int enterBlock(MD_BLOCKTYPE type, void *detail)
    {
        ++m_depth;
        switch (type) {
        case MD_BLOCK_QUOTE:
            if (m_depth == 2)
                flush(TextPart::Kind::Text);
            else
                m_html += "<blockquote>"_L1;
            break;
        case MD_BLOCK_UL:
            m_html += "<ul>"_L1;
            break;
        case MD_BLOCK_OL:
            m_html += u"<ol start=\"%1\">"_s.arg(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start);
            break;
        case MD_BLOCK_LI:
            m_html += "<li>"_L1;
            break;
        case MD_BLOCK_H:
            m_html += "<p class=\"h\">"_L1;
            break;
        case MD_BLOCK_P:
            m_html += "<p>"_L1;
            break;
        case MD_BLOCK_CODE:
            m_isCode = true;
            m_code.clear();
            m_language = textOf(static_cast<MD_BLOCK_CODE_DETAIL *>(detail)->lang);
            break;
        case MD_BLOCK_TABLE:
            if (m_depth == 2)
                flush(TextPart::Kind::Text);
            m_html += "<table>"_L1;
            break;
        case MD_BLOCK_TR:
            m_html += "<tr>"_L1;
            break;
        case MD_BLOCK_TH:
            m_html += "<th>"_L1;
            break;
        case MD_BLOCK_TD:
            m_html += "<td>"_L1;
            break;
        default:
            break;
        }
        return 0;
    }

    int leaveBlock(MD_BLOCKTYPE type, void *)
    {
        --m_depth;
        switch (type) {
        case MD_BLOCK_QUOTE:
            if (isTop())
                flush(TextPart::Kind::Quote);
            else
                m_html += "</blockquote>"_L1;
            break;
        case MD_BLOCK_UL:
            m_html += "</ul>"_L1;
            break;
        case MD_BLOCK_OL:
            m_html += "</ol>"_L1;
            break;
        case MD_BLOCK_LI:
            m_html += "</li>"_L1;
            endLine();
            break;
        case MD_BLOCK_H:
        case MD_BLOCK_P:
            m_html += "</p>"_L1;
            endLine();
            break;
        case MD_BLOCK_CODE:
            leaveCode();
            break;
        case MD_BLOCK_HR:
            if (isTop()) {
                flush(TextPart::Kind::Text);
                m_parts.append({.kind = TextPart::Kind::Rule});
            }
            break;
        case MD_BLOCK_TABLE:
            m_html += "</table>"_L1;
            if (isTop())
                flush(TextPart::Kind::Table);
            break;
        case MD_BLOCK_TR:
            m_html += "</tr>"_L1;
            endLine();
            break;
        case MD_BLOCK_TH:
            m_html += "</th>"_L1;
            m_plain += u'\t';
            break;
        case MD_BLOCK_TD:
            m_html += "</td>"_L1;
            m_plain += u'\t';
            break;
        default:
            break;
        }
        return 0;
    }

    void leaveCode()
    {
        m_isCode = false;
        if (m_code.endsWith(u'\n'))
            m_code.chop(1);
        if (!isTop()) {
            // In a list or a quote it has no frame of its own.
            m_html += "<pre>"_L1 + escaped(m_code) + "</pre>"_L1;
            m_plain += m_code;
            endLine();
            return;
        }
        flush(TextPart::Kind::Text);
        const Highlighter::Code code = m_highlighter->highlight(m_code, m_language);
        m_parts.append({.kind = TextPart::Kind::Code, .html = code.html, .plain = m_code, .language = code.language});
    }

    int enterSpan(MD_SPANTYPE type, void *detail)
    {
        switch (type) {
        case MD_SPAN_EM:
            m_html += "<i>"_L1;
            break;
        case MD_SPAN_STRONG:
            m_html += "<b>"_L1;
            break;
        case MD_SPAN_DEL:
            m_html += "<s>"_L1;
            break;
        case MD_SPAN_CODE:
            m_html += "<span class=\"code\">&nbsp;"_L1;
            break;
        case MD_SPAN_A:
            enterLink(textOf(static_cast<MD_SPAN_A_DETAIL *>(detail)->href));
            break;
        case MD_SPAN_IMG:
            enterLink(textOf(static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src));
            break;
        default:
            break;
        }
        return 0;
    }

    int leaveSpan(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_EM:
            m_html += "</i>"_L1;
            break;
        case MD_SPAN_STRONG:
            m_html += "</b>"_L1;
            break;
        case MD_SPAN_DEL:
            m_html += "</s>"_L1;
            break;
        case MD_SPAN_CODE:
            m_html += "&nbsp;</span>"_L1;
            break;
        case MD_SPAN_A:
        case MD_SPAN_IMG:
            if (m_links.takeLast())
                m_html += "</a>"_L1;
            break;
        default:
            break;
        }
        return 0;
    }

    void enterLink(const QString &address)
    {
        // A link within a link leads nowhere: HTML knows no such thing.
        const QString safe = m_links.contains(true) ? QString() : safeLink(address);
        m_links.append(!safe.isEmpty());
        if (!safe.isEmpty())
            m_html += u"<a href=\"%1\">"_s.arg(escaped(safe));
    }

    int addText(MD_TEXTTYPE type, const QString &text)
    {
        if (m_isCode) {
            m_code += text;
            return 0;
        }
        switch (type) {
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            m_html += "<br>"_L1;
            m_plain += u'\n';
            break;
        case MD_TEXT_NULLCHAR:
            break;
        case MD_TEXT_CODE:
            m_html += escaped(text);
            m_plain += text;
            break;
        case MD_TEXT_ENTITY:
            // As it was written: "&amp;", "&#8364;". MD4C lets nothing else through here.
            m_html += text;
            m_plain += text;
            break;
        default:
            m_html += m_links.contains(true) ? escaped(text) : linkedHtml(text, m_names, appLinks());
            m_plain += text;
        }
        return 0;
    }

    void endLine()
    {
        if (!m_plain.isEmpty() && !m_plain.endsWith(u'\n'))
            m_plain += u'\n';
    }

    void flush(TextPart::Kind kind)
    {
        if (!m_html.isEmpty())
            m_parts.append({.kind = kind, .html = m_html, .plain = m_plain.trimmed()});
        m_html.clear();
        m_plain.clear();
    }

    const NameBook &m_names;
    Highlighter *m_highlighter;
    QList<TextPart> m_parts;
    QString m_html;
    QString m_plain;
    QString m_code;
    QString m_language;
    bool m_isCode = false;
    /** For each link that is open, whether it leads anywhere. */
    QList<bool> m_links;
    int m_depth = 0;
};

} // namespace

QList<TextPart> Markdown::parts(const QString &text, const NameBook &names)
{
    return Builder(names, &m_highlighter).build(text);
}

QList<TextPart> Markdown::plainParts(const QString &text, const NameBook &names)
{
    QString html = linkedHtml(text, names, bareLinks());
    return {
        {.kind = TextPart::Kind::Text, .html = "<p>"_L1 + html.replace(u'\n', "<br>"_L1) + "</p>"_L1, .plain = text}};
}

bool Markdown::isPlain(const QString &text, const NameBook &names)
{
    // Anything that Markdown could mean something by; wrong guesses cost a moment, never a wrong picture.
    static const QRegularExpression marks(
        u"[*_`~\\[\\]<>&\\\\|]|https?:|plexichat:|www\\.|\\S@\\S|^\\s*(?:#{1,6}\\s|[-+]\\s|\\d+[.)]\\s|[-=]{3,})"_s,
        QRegularExpression::MultilineOption);
    return !marks.match(text).hasMatch() && !hasInlineMarkup(text, names);
}

} // namespace plexi::app
