// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/links.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

constexpr qsizetype kMaxSize = 2'048;

QString withoutCode(QString text)
{
    static const QRegularExpression code(u"(`+)[^`].*?\\1"_s, QRegularExpression::DotMatchesEverythingOption);
    return text.contains(u'`') ? text.replace(code, u" "_s) : text;
}

QString trimmedEnd(QString link)
{
    while (!link.isEmpty()) {
        const QChar last = link.back();
        const bool closesMore = (last == u')' && link.count(u')') > link.count(u'('))
            || (last == u']' && link.count(u']') > link.count(u'['));
        if (!closesMore && !u".,;:!?'\"*_~"_s.contains(last))
            break;
        link.chop(1);
    }
    return link;
}

} // namespace

QStringList linksIn(const QString &text, qsizetype limit)
{
    static const QRegularExpression pattern(u"\\bhttps?://[^\\s<>\"`]+"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList links;
    if (!text.contains("://"_L1))
        return links;
    for (const QRegularExpressionMatch &match : pattern.globalMatch(withoutCode(text))) {
        const QString link = trimmedEnd(match.captured());
        if (link.size() > kMaxSize || links.contains(link) || QUrl(link).host().isEmpty())
            continue;
        links.append(link);
        if (links.size() == limit)
            break;
    }
    return links;
}

} // namespace plexi::services
