// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/slack_markup.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/** Where the pair of the mark at @p start ends, within its line; -1 where it is no mark. */
qsizetype closingMark(QStringView text, qsizetype start)
{
    const QChar mark = text[start];
    if (start > 0 && (isWord(text[start - 1]) || text[start - 1] == mark))
        return -1;
    if (start + 1 >= text.size() || text[start + 1].isSpace() || text[start + 1] == mark)
        return -1;
    for (qsizetype at = start + 2; at < text.size() && text[at] != u'\n'; ++at) {
        if (text[at] != mark || text[at - 1].isSpace())
            continue;
        const bool ends = at + 1 == text.size() || (!isWord(text[at + 1]) && text[at + 1] != mark);
        if (ends)
            return at;
    }
    return -1;
}

struct Entity {
    QLatin1StringView name;
    QChar character;
};
constexpr Entity kEntities[] = {{"&lt;"_L1, u'<'}, {"&gt;"_L1, u'>'}, {"&amp;"_L1, u'&'}};

/** The character that an entity at the front of @p text stands for, and its size; else the front as it is. */
std::pair<QChar, qsizetype> frontCharacter(QStringView text)
{
    for (const Entity &entity : kEntities) {
        if (text.startsWith(entity.name))
            return {entity.character, entity.name.size()};
    }
    return {text.front(), 1};
}

QString plain(QStringView text)
{
    QString result;
    while (!text.isEmpty()) {
        const auto [character, size] = frontCharacter(text);
        result += character;
        text = text.sliced(size);
    }
    return result;
}

/** What a part in angle brackets means, its brackets taken away. */
QString bracketed(QStringView part)
{
    const qsizetype bar = part.indexOf(u'|');
    const QString target = plain(bar < 0 ? part : part.first(bar));
    const QString label = bar < 0 ? QString() : plain(part.sliced(bar + 1));
    if (target.startsWith(u'@') || target.startsWith(u'#')) {
        // Slack's ids mean nothing here: the label is what people read.
        return label.isEmpty() || label.startsWith(target[0]) ? (label.isEmpty() ? target : label) : target[0] + label;
    }
    if (target == "!channel"_L1 || target == "!everyone"_L1)
        return u"@channel"_s;
    if (target == "!here"_L1)
        return u"@here"_s;
    if (target.startsWith(u'!'))
        return label.isEmpty() ? target.sliced(1) : label;
    return markdownLink(target, label);
}

/** The size of the code at the front of @p text; 0 where there is none. */
qsizetype codeSize(QStringView text)
{
    const QStringView fence = text.startsWith(u"```") ? QStringView(u"```") : QStringView(u"`");
    const qsizetype end = text.indexOf(fence, fence.size());
    if (end < 0 || (fence.size() == 1 && text.first(end).contains(u'\n')))
        return 0;
    return end + fence.size();
}

} // namespace

QString markdownLink(const QString &address, const QString &label)
{
    const bool leads = address.startsWith("https://"_L1) || address.startsWith("http://"_L1)
        || address.startsWith("mailto:"_L1);
    if (!leads)
        return label.isEmpty() ? address : label;
    if (label.isEmpty() || label == address)
        return address;
    QString text = label;
    text.replace(u'[', "\\["_L1).replace(u']', "\\]"_L1).replace(u'\n', u' ');
    QString target = address;
    target.replace(u'(', "%28"_L1).replace(u')', "%29"_L1).replace(u' ', "%20"_L1);
    return u"[%1](%2)"_s.arg(text, target);
}

QString markdownFromSlack(QStringView text)
{
    QString result;
    qsizetype at = 0;
    while (at < text.size()) {
        const QStringView rest = text.sliced(at);
        const QChar c = rest.front();
        if (c == u'`') {
            const qsizetype size = codeSize(rest);
            result += size > 0 ? plain(rest.first(size)) : u"`"_s;
            at += std::max<qsizetype>(size, 1);
        } else if (const qsizetype end = c == u'<' ? rest.indexOf(u'>') : -1; end > 1) {
            result += bracketed(rest.sliced(1, end - 1));
            at += end + 1;
        } else if (const qsizetype close = c == u'*' || c == u'~' ? closingMark(text, at) : -1; close > 0) {
            const QString mark(2, c);
            result += mark + markdownFromSlack(text.sliced(at + 1, close - at - 1)) + mark;
            at = close + 1;
        } else {
            const auto [character, size] = frontCharacter(rest);
            result += character;
            at += size;
        }
    }
    return result;
}

} // namespace plexi::protocol
