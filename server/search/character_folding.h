// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace plexi::search {

/** What a character is to somebody who looks for words. */
enum class CharacterKind {
    /** Between words. */
    Separator,
    /** Part of a word: a letter, a digit, a vowel sign. */
    Word,
    /** Of a script that is written without spaces between words, or (Korean) with endings that grow onto them. */
    Unspaced,
    /** Stands for itself: emoji and such. */
    Symbol,
    /** Seen by nobody who searches: accents, joiners, soft hyphens. */
    Ignored,
};

/** A character as it is indexed, and where it stood. */
struct FoldedCharacter {
    CharacterKind kind = CharacterKind::Separator;
    /** Of the text, in UTF-16 units. */
    qsizetype length = 1;
    /** How many units of @c units count. */
    int size = 0;
    std::array<char16_t, 3> units = {};

    QStringView text() const { return {units.data(), size}; }
};

/**
 * The character of @p text at @p position, without what people do not type when they search: case (Unicode's case folding,
 * "ß" as "ss"), accents and other diacritics ("é" as "e", "ñ" as "n"; by canonical decomposition), width ("Ａ" as "A", "ｶﾞ"
 * as "ガ"). Voice marks of kana and vowel signs of other scripts are letters and stay.
 */
FoldedCharacter foldedAt(QStringView text, qsizetype position);

} // namespace plexi::search
