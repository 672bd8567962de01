// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/pattern.h"

#include <algorithm>

namespace plexi::search {

namespace {

// The parameters of BM25, and the length of a text of which nothing is said; messages are short.
constexpr double kSaturation = 1.2;
constexpr double kLengthInfluence = 0.75;
constexpr double kUsualLength = 20;

double worthOf(Closeness closeness)
{
    switch (closeness) {
    case Closeness::None:
        return 0;
    case Closeness::Inner:
        return 0.35;
    case Closeness::Beginning:
        return 0.6;
    case Closeness::Whole:
        return 1;
    }
    return 0;
}

double rankOf(Closeness closeness)
{
    return closeness == Closeness::Whole ? 2 : closeness == Closeness::Beginning ? 1 : 0;
}

/** The part of @p term that is @p word, where folding has left every unit in its place; else all of it. */
Span spanOf(const Term &term, QStringView word)
{
    if (term.text.size() != term.length)
        return {term.start, term.length};
    return {term.start + term.text.indexOf(word), word.size()};
}

} // namespace

std::optional<Pattern> Pattern::fromText(QStringView text, Mode mode)
{
    QList<Term> terms = termsOf(text);
    if (terms.isEmpty())
        return std::nullopt;
    // The last character of a run stands alone where the run ends, but a text may go on after what was asked for.
    if (terms.size() > 1 && terms.last().kind == TermKind::Single && terms[terms.size() - 2].kind == TermKind::Pair)
        terms.removeLast();
    Pattern pattern;
    for (const Term &term : std::as_const(terms))
        pattern.m_terms.append(term.text);
    pattern.m_isOpen = terms.last().kind == TermKind::Single;
    pattern.m_isLooseWord = mode == Mode::Loose && terms.size() == 1 && terms.first().kind == TermKind::Word;
    return pattern;
}

Closeness Pattern::closenessOf(QStringView word) const
{
    const QString &wanted = m_terms.first();
    if (word == wanted)
        return Closeness::Whole;
    if (wanted.size() >= kMinBeginning && word.startsWith(wanted))
        return Closeness::Beginning;
    if (wanted.size() >= kMinInner && word.contains(wanted))
        return Closeness::Inner;
    return Closeness::None;
}

Pattern::Occurrences Pattern::find(const QList<Term> &text) const
{
    return m_isLooseWord ? findWord(text) : findSequence(text);
}

Pattern::Occurrences Pattern::findWord(const QList<Term> &text) const
{
    Occurrences found;
    for (const Term &term : text) {
        if (term.kind != TermKind::Word)
            continue;
        const Closeness closeness = closenessOf(term.text);
        if (closeness == Closeness::None)
            continue;
        found.spans.append(spanOf(term, m_terms.first()));
        found.best = std::max(found.best, closeness);
        found.weight += worthOf(closeness);
    }
    return found;
}

bool Pattern::standsAt(const QList<Term> &text, qsizetype position) const
{
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        const QString &there = text[position + i].text;
        const bool isBeginning = m_isOpen && i == m_terms.size() - 1;
        if (isBeginning ? !there.startsWith(m_terms[i]) : there != m_terms[i])
            return false;
    }
    return true;
}

Pattern::Occurrences Pattern::findSequence(const QList<Term> &text) const
{
    Occurrences found;
    for (qsizetype at = 0; at + m_terms.size() <= text.size(); ++at) {
        if (!standsAt(text, at))
            continue;
        const Term &last = text[at + m_terms.size() - 1];
        // Of a pair of which only the first character is wanted, only that one is shown.
        const bool isCut = m_isOpen && last.kind == TermKind::Pair && last.text.size() == last.length;
        const qsizetype end = isCut ? last.start + m_terms.last().size() : last.end();
        found.spans.append({text[at].start, end - text[at].start});
        found.best = Closeness::Whole;
        found.weight += worthOf(Closeness::Whole);
    }
    return found;
}

QList<Span> joined(QList<Span> spans)
{
    std::ranges::sort(spans, {}, &Span::start);
    QList<Span> result;
    for (const Span &span : std::as_const(spans)) {
        if (!result.isEmpty() && span.start <= result.last().end())
            result.last().length = std::max(result.last().end(), span.end()) - result.last().start;
        else
            result.append(span);
    }
    return result;
}

double score(const QList<Pattern> &patterns, const QList<Term> &text)
{
    const double length = 1 - kLengthInfluence + kLengthInfluence * static_cast<double>(text.size()) / kUsualLength;
    double sum = 0;
    for (const Pattern &pattern : patterns) {
        const Pattern::Occurrences found = pattern.find(text);
        if (found.best == Closeness::None)
            return 0;
        // The fraction is below 1: however often parts of words are there, whole words are more.
        sum += rankOf(found.best) + found.weight / (found.weight + kSaturation * length);
    }
    return sum;
}

} // namespace plexi::search
