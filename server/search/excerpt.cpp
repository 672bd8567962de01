// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/excerpt.h"

#include <QTextBoundaryFinder>

namespace plexi::search {

namespace {

// Code points before the first highlight, so that one sees what it is about.
constexpr qsizetype kLead = 60;

bool isSecondHalf(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && text[at].isLowSurrogate() && text[at - 1].isHighSurrogate();
}

/** The position @p count code points after @p from, or the end. */
qsizetype forward(QStringView text, qsizetype from, qsizetype count)
{
    for (; count > 0 && from < text.size(); --count)
        from += isSecondHalf(text, from + 1) ? 2 : 1;
    return from;
}

qsizetype backward(QStringView text, qsizetype from, qsizetype count)
{
    for (; count > 0 && from > 0; --count)
        from -= isSecondHalf(text, from - 1) ? 2 : 1;
    return from;
}

} // namespace

qsizetype codePoints(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < text.size(); at = forward(text, at, 1))
        ++count;
    return count;
}

Span excerptOf(QStringView text, const QList<Span> &spans)
{
    const qsizetype first = spans.isEmpty() ? 0 : spans.first().start;
    qsizetype start = backward(text, first, kLead);
    qsizetype end = forward(text, start, kMaxExcerpt);
    if (end == text.size())
        start = std::min(start, backward(text, end, kMaxExcerpt));
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text.data(), text.size());
    words.setPosition(start);
    if (start > 0 && !words.isAtBoundary()) {
        const qsizetype next = words.toNextBoundary();
        start = next >= 0 && next <= first ? next : start;
    }
    words.setPosition(end);
    if (end < text.size() && !words.isAtBoundary()) {
        const qsizetype previous = words.toPreviousBoundary();
        end = previous > first ? previous : end;
    }
    return {start, end - start};
}

} // namespace plexi::search
