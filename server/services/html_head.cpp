// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/html_head.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

// HTML, section 4.2.5.5: a charset is named within the first 1024 bytes.
constexpr qsizetype kCharsetReach = 1'024;
constexpr qsizetype kMaxReferenceSize = 10;

QByteArray charsetIn(const QByteArray &text)
{
    static const QRegularExpression pattern(u"charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(QString::fromLatin1(text)).captured(1).toLatin1();
}

QString decoded(const QByteArray &page, const QByteArray &contentType)
{
    for (const QByteArray &charset :
         {charsetIn(contentType), charsetIn(page.first(std::min(page.size(), kCharsetReach)))}) {
        if (QStringDecoder decoder(charset.constData()); !charset.isEmpty() && decoder.isValid())
            return decoder.decode(page);
    }
    return QString::fromUtf8(page);
}

/** What "&name;" stands for; empty where it is none of those that titles have. */
QString characterNamed(QStringView name)
{
    constexpr std::array<std::pair<QLatin1StringView, char16_t>, 16> kNames{{
        {"amp"_L1, u'&'},
        {"lt"_L1, u'<'},
        {"gt"_L1, u'>'},
        {"quot"_L1, u'"'},
        {"apos"_L1, u'\''},
        {"nbsp"_L1, u' '},
        {"hellip"_L1, u'…'},
        {"mdash"_L1, u'—'},
        {"ndash"_L1, u'–'},
        {"lsquo"_L1, u'‘'},
        {"rsquo"_L1, u'’'},
        {"ldquo"_L1, u'“'},
        {"rdquo"_L1, u'”'},
        {"laquo"_L1, u'«'},
        {"raquo"_L1, u'»'},
        {"middot"_L1, u'·'},
    }};
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
        bool isNumber = false;
        const char32_t code = isHex ? name.sliced(2).toUInt(&isNumber, 16) : name.sliced(1).toUInt(&isNumber, 10);
        const bool isSpace = code == u'\t' || code == u'\n' || code == u'\r';
        const bool isCharacter = isNumber && (isSpace || code >= 0x20) && code <= 0x10FFFF
            && (code < 0xD800 || code > 0xDFFF);
        return isCharacter ? QString::fromUcs4(&code, 1) : QString();
    }
    const auto *const known = std::ranges::find_if(kNames, [name](const auto &pair) { return pair.first == name; });
    return known == kNames.end() ? QString() : QString(QChar(known->second));
}

QString withCharacters(QStringView text)
{
    QString out;
    out.reserve(text.size());
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype end = text[at] == u'&'
            ? text.sliced(at, std::min(kMaxReferenceSize, text.size() - at)).indexOf(u';')
            : -1;
        const QString named = end > 1 ? characterNamed(text.sliced(at + 1, end - 1)) : QString();
        if (named.isEmpty()) {
            out += text[at++];
        } else {
            out += named;
            at += end + 1;
        }
    }
    return out;
}

/** One line, without what turns text around or cannot be seen. */
QString plain(QStringView text)
{
    QString out;
    for (const QChar c : withCharacters(text)) {
        const bool turns = (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
        if (c.isSpace() || c.category() == QChar::Other_Control)
            out += u' ';
        else if (!turns)
            out += c;
    }
    return out.simplified();
}

/** Goes through the tags of a head, one after the other. */
class HeadReader
{
public:
    explicit HeadReader(QStringView text) : m_text(text) { }

    /** Names in lower case; the first of several counts. */
    QHash<QString, QString> meta;
    QString title;

    void read()
    {
        while ((m_at = m_text.indexOf(u'<', m_at)) >= 0) {
            if (m_text.sliced(m_at).startsWith("<!--"_L1)) {
                skipPast("-->"_L1);
                continue;
            }
            ++m_at;
            const QString tag = word();
            if (tag == "body"_L1 || tag == "/head"_L1)
                return;
            const QHash<QString, QString> attributes = readAttributes();
            if (tag == "meta"_L1)
                keep(attributes);
            else if (tag == "title"_L1 && title.isEmpty())
                title = textUntil("</title"_L1);
            else if (tag == "script"_L1 || tag == "style"_L1 || tag == "noscript"_L1)
                (void)textUntil(QString("</"_L1 + tag));
        }
    }

private:
    bool isAtEnd() const { return m_at >= m_text.size(); }

    void skipPast(QLatin1StringView end)
    {
        const qsizetype found = m_text.indexOf(end, m_at);
        m_at = found < 0 ? m_text.size() : found + end.size();
    }

    void skipSpace()
    {
        while (!isAtEnd() && (m_text[m_at].isSpace() || m_text[m_at] == u'/'))
            ++m_at;
    }

    /** The name of a tag or of an attribute. */
    QString word()
    {
        const qsizetype start = m_at;
        while (!isAtEnd() && !m_text[m_at].isSpace() && m_text[m_at] != u'>' && m_text[m_at] != u'='
               && (m_text[m_at] != u'/' || m_at == start))
            ++m_at;
        return m_text.sliced(start, m_at - start).toString().toLower();
    }

    QString value()
    {
        const QChar quote = isAtEnd() ? QChar() : m_text[m_at];
        if (quote != u'"' && quote != u'\'') {
            const qsizetype start = m_at;
            while (!isAtEnd() && !m_text[m_at].isSpace() && m_text[m_at] != u'>')
                ++m_at;
            return m_text.sliced(start, m_at - start).toString();
        }
        const qsizetype start = ++m_at;
        const qsizetype end = m_text.indexOf(quote, start);
        m_at = end < 0 ? m_text.size() : end + 1;
        return m_text.sliced(start, (end < 0 ? m_text.size() : end) - start).toString();
    }

    QHash<QString, QString> readAttributes()
    {
        QHash<QString, QString> attributes;
        while (true) {
            skipSpace();
            if (isAtEnd() || m_text[m_at] == u'>')
                return attributes;
            const qsizetype start = m_at;
            const QString name = word();
            skipSpace();
            QString content;
            if (!isAtEnd() && m_text[m_at] == u'=') {
                ++m_at;
                skipSpace();
                content = value();
            }
            if (!name.isEmpty() && !attributes.contains(name))
                attributes.insert(name, content);
            // Whatever stands there, each turn takes something.
            m_at = std::max(m_at, start + 1);
        }
    }

    QString textUntil(const QString &end)
    {
        const qsizetype start = std::min(m_at + 1, m_text.size());
        const qsizetype found = m_text.indexOf(end, start, Qt::CaseInsensitive);
        m_at = found < 0 ? m_text.size() : found;
        return m_text.sliced(start, m_at - start).toString();
    }

    void keep(const QHash<QString, QString> &attributes)
    {
        const QString name = attributes.value(u"property"_s, attributes.value(u"name"_s)).toLower();
        if (!name.isEmpty() && !meta.contains(name))
            meta.insert(name, attributes.value(u"content"_s));
    }

    const QStringView m_text;
    qsizetype m_at = 0;
};

QString firstOf(const QHash<QString, QString> &meta, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString text = plain(meta.value(name)); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

HtmlHead readHtmlHead(const QByteArray &page, const QByteArray &contentType, const QUrl &base)
{
    const QString text = decoded(page, contentType);
    HeadReader reader(text);
    reader.read();
    HtmlHead head{
        .title = firstOf(reader.meta, {"og:title"_L1, "twitter:title"_L1}),
        .description = firstOf(reader.meta, {"og:description"_L1, "twitter:description"_L1, "description"_L1}),
        .siteName = firstOf(reader.meta, {"og:site_name"_L1}),
        .image = {}};
    if (head.title.isEmpty())
        head.title = plain(reader.title);
    const QString image = firstOf(reader.meta, {"og:image:secure_url"_L1, "og:image"_L1, "twitter:image"_L1});
    const QUrl address = image.isEmpty() ? QUrl() : base.resolved(QUrl(image));
    if ((address.scheme() == "http"_L1 || address.scheme() == "https"_L1) && !address.host().isEmpty()
        && address.userInfo().isEmpty())
        head.image = address;
    return head;
}

} // namespace plexi::services
