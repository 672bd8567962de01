// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/slugs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

} // namespace

bool isSlug(const QString &text)
{
    return !text.isEmpty() && text.size() <= kMaxSlug
        && std::ranges::all_of(text, [](QChar c) { return isLetterOrDigit(c) || c == u'-'; });
}

bool isReservedSlug(const QString &slug)
{
    return slug == "direct"_L1;
}

QString slugFromName(const QString &name)
{
    QString slug;
    // Decomposed, so that a letter stands apart from its accent, which is a mark and is skipped.
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (isLetterOrDigit(c))
            slug += c;
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    slug.truncate(kMaxSlug);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug.isEmpty() ? u"channel"_s : slug;
}

QString numberedSlug(const QString &slug, int number)
{
    const QString suffix = u'-' + QString::number(number);
    return slug.left(kMaxSlug - suffix.size()) + suffix;
}

} // namespace plexi::services
