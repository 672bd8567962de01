// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/search/character_folding.h"

#include <QList>
#include <QString>

namespace plexi::search {

/** What a term was made of. */
enum class TermKind {
    Word,
    /** Two characters, next to each other, of a script without spaces; the last of a run stands alone once more. */
    Pair,
    Single,
};

/** A term in a text. */
struct Term {
    TermKind kind = TermKind::Word;
    /** Folded; of letters and digits (or one symbol), so that it needs no escaping anywhere. */
    QString text;
    /** In UTF-16 units of the text that was read. */
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
};

/**
 * Cuts a text into the terms under which it is found: words, and for scripts that are written without spaces (Chinese,
 * Japanese, Thai …) and for Korean every two characters that stand together: "東京都" is 東京, 京都 and 都. So any two
 * characters are found wherever they stand, and one character as the beginning of a term. One and the same reader cuts what
 * is indexed, what is asked for and what is highlighted.
 *
 *     for (TermReader reader(text); reader.next();)
 *         use(reader.term());
 */
class TermReader
{
public:
    /** @p text stays the caller's, and lives as long as the reader. */
    explicit TermReader(QStringView text) : m_text(text) { }

    /** Goes to the next term; false where there is none. */
    bool next();

    TermKind kind() const { return m_kind; }
    /** Good until the next call of next(). */
    QStringView text() const { return m_term; }
    qsizetype start() const { return m_start; }
    qsizetype end() const { return m_end; }

    /** A longer word is found by its beginning; UTF-16 units. */
    static constexpr qsizetype kMaxTerm = 64;

private:
    void readWord();
    void readUnspaced();
    /** The next character that is not ignored, at or after m_at, which is moved to it; nothing at the end. */
    bool peek(FoldedCharacter &character);

    const QStringView m_text;
    qsizetype m_at = 0;
    TermKind m_kind = TermKind::Word;
    QString m_term;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
};

QList<Term> termsOf(QStringView text);

/** The terms of @p text with a space between: what SQLite's "ascii" tokenizer cuts again in the same places. */
QString joinedTerms(QStringView text);

} // namespace plexi::search
