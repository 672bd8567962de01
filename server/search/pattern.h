// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/search/term_reader.h"

#include <optional>

namespace plexi::search {

/** A part of a text, in UTF-16 units. */
struct Span {
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    friend bool operator==(const Span &, const Span &) = default;
};

/** How near a word comes to the one that was asked for. */
enum class Closeness { None, Inner, Beginning, Whole };

/** The least characters of a word that is also looked for at the beginning of others, and within them. */
inline constexpr qsizetype kMinBeginning = 2;
inline constexpr qsizetype kMinInner = 3;

/**
 * One thing that a search wants in a text: a word, also as the beginning or the inside of another ("schiff" in
 * "Donaudampfschifffahrt"), or terms that follow each other.
 */
class Pattern
{
public:
    enum class Mode {
        /** A single word is looked for in others too. */
        Loose,
        /** Whole words only. */
        Exact,
    };

    /** Nothing where @p text has no terms. */
    static std::optional<Pattern> fromText(QStringView text, Mode mode);

    /** Never empty; following each other. */
    const QStringList &terms() const { return m_terms; }
    /** Whether the only term is a word that may stand at the beginning of others or within them. */
    bool isLooseWord() const { return m_isLooseWord; }
    /** Whether the last term is only the beginning of one: a character of a script without spaces. */
    bool isOpen() const { return m_isOpen; }

    /** How near @p word comes to the only term; for loose words. */
    Closeness closenessOf(QStringView word) const;

    struct Occurrences {
        /** In the order of the text; they may touch or overlap. */
        QList<Span> spans;
        Closeness best = Closeness::None;
        /** The occurrences, each for what its closeness is worth. */
        double weight = 0;
    };
    Occurrences find(const QList<Term> &text) const;

private:
    Occurrences findWord(const QList<Term> &text) const;
    Occurrences findSequence(const QList<Term> &text) const;
    bool standsAt(const QList<Term> &text, qsizetype position) const;

    QStringList m_terms;
    bool m_isLooseWord = false;
    bool m_isOpen = false;
};

/** The spans in order, with those that touch made one. */
QList<Span> joined(QList<Span> spans);

/**
 * How well a text answers: whole words before beginnings of words, these before insides; among equals how often they are
 * there for its length, as Okapi BM25 has it (Robertson and Zaragoza, 2009; k1 = 1.2, b = 0.75), without the weight of rare
 * words, which would tell of texts that the asker may not read. Zero where a pattern is missing.
 */
double score(const QList<Pattern> &patterns, const QList<Term> &text);

} // namespace plexi::search
