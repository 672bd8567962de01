// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/term_reader.h"

namespace plexi::search {

bool TermReader::peek(FoldedCharacter &character)
{
    while (m_at < m_text.size()) {
        character = foldedAt(m_text, m_at);
        if (character.kind != CharacterKind::Ignored)
            return true;
        m_at += character.length;
    }
    return false;
}

bool TermReader::next()
{
    m_term.resize(0);
    FoldedCharacter character;
    while (peek(character)) {
        if (character.kind == CharacterKind::Separator) {
            m_at += character.length;
            continue;
        }
        m_start = m_at;
        if (character.kind == CharacterKind::Unspaced) {
            readUnspaced();
        } else if (character.kind == CharacterKind::Word) {
            readWord();
        } else {
            m_kind = TermKind::Word;
            m_term += character.text();
            m_at += character.length;
            m_end = m_at;
        }
        return true;
    }
    return false;
}

void TermReader::readWord()
{
    m_kind = TermKind::Word;
    FoldedCharacter character;
    while (peek(character) && character.kind == CharacterKind::Word) {
        if (m_term.size() + character.size <= kMaxTerm)
            m_term += character.text();
        m_at += character.length;
        m_end = m_at;
    }
}

void TermReader::readUnspaced()
{
    FoldedCharacter character;
    (void)peek(character);
    m_term += character.text();
    m_at += character.length;
    m_end = m_at;
    m_kind = TermKind::Single;
    // The second one is only looked at: it is the first of the next pair.
    const qsizetype second = m_at;
    if (peek(character) && character.kind == CharacterKind::Unspaced) {
        m_term += character.text();
        m_end = m_at + character.length;
        m_kind = TermKind::Pair;
    } else {
        m_at = second;
    }
}

QList<Term> termsOf(QStringView text)
{
    QList<Term> terms;
    for (TermReader reader(text); reader.next();) {
        terms.append({.kind = reader.kind(),
                      .text = reader.text().toString(),
                      .start = reader.start(),
                      .length = reader.end() - reader.start()});
    }
    return terms;
}

QString joinedTerms(QStringView text)
{
    QString joined;
    joined.reserve(text.size() + 16);
    for (TermReader reader(text); reader.next();) {
        if (!joined.isEmpty())
            joined += u' ';
        joined += reader.text();
    }
    return joined;
}

} // namespace plexi::search
