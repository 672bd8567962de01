// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/inline_text.h"

#include "app/text/emoji_catalogue.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** User names and slugs by the contract's grammar; a full stop at the end is the sentence's. */
const QRegularExpression &marks()
{
    static const QRegularExpression pattern(
        u"(?<![\\w@#:/])(?:@(?<person>[A-Za-z0-9._-]*[A-Za-z0-9_-])|#(?<channel>[a-z0-9-]{1,80})|:(?<emoji>[a-z0-9_+-]{1,64}):)"_s);
    return pattern;
}

QString chip(const NameBook::Named &named, QChar sign)
{
    const QLatin1StringView kind = named.isSelf ? "me"_L1 : "m"_L1;
    const QString label = u"<span class=\"%1\">&nbsp;%2%3&nbsp;</span>"_s.arg(kind, QString(sign), escaped(named.name));
    return named.link.isEmpty() ? label : u"<a href=\"%1\">%2</a>"_s.arg(escaped(named.link), label);
}

/** What this match stands for; empty where it is but text. */
QString replacementOf(const QRegularExpressionMatch &match, const NameBook &names)
{
    if (match.hasCaptured(u"emoji"))
        return emojiNamed(match.captured(u"emoji"));
    if (match.hasCaptured(u"channel")) {
        const auto channel = names.channel(match.captured(u"channel"));
        return channel ? chip(*channel, u'#') : QString();
    }
    const QString name = match.captured(u"person");
    if (name == "channel"_L1 || name == "here"_L1)
        return chip({.name = name, .link = {}, .isSelf = true}, u'@');
    const auto person = names.person(name);
    return person ? chip(*person, u'@') : QString();
}

} // namespace

QString escaped(QStringView text)
{
    QString html;
    html.reserve(text.size());
    for (const QChar letter : text) {
        switch (letter.unicode()) {
        case u'<':
            html += "&lt;"_L1;
            break;
        case u'>':
            html += "&gt;"_L1;
            break;
        case u'&':
            html += "&amp;"_L1;
            break;
        case u'"':
            html += "&quot;"_L1;
            break;
        case u'\'':
            html += "&#39;"_L1;
            break;
        default:
            html += letter;
        }
    }
    return html;
}

QString inlineHtml(QStringView text, const NameBook &names)
{
    QString html;
    qsizetype done = 0;
    for (auto matches = marks().globalMatchView(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString replacement = replacementOf(match, names);
        if (replacement.isEmpty())
            continue;
        html += escaped(text.sliced(done, match.capturedStart() - done)) + replacement;
        done = match.capturedEnd();
    }
    return html + escaped(text.sliced(done));
}

bool hasInlineMarkup(QStringView text, const NameBook &names)
{
    for (auto matches = marks().globalMatchView(text); matches.hasNext();) {
        if (!replacementOf(matches.next(), names).isEmpty())
            return true;
    }
    return false;
}

} // namespace plexi::app
