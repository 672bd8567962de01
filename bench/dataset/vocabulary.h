// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/dataset/random.h"

#include <string>
#include <vector>

namespace plexi::bench {

/** A word as it is written, and as a search engine has it: without accents and in lower case. UTF-8. */
struct Word {
    std::string text;
    std::string folded;
};

/**
 * The words of a made-up workspace in English, German (with compounds), Spanish (with accents), Chinese and Japanese: the
 * commonest are real, the others are made of syllables, each as often as a word of its rank. The same for every run.
 */
class Vocabulary
{
public:
    enum Language { English, German, Spanish, Chinese, Japanese };

    Vocabulary();

    /** By rank, the commonest first. Of Chinese and Japanese single characters. */
    const std::vector<Word> &words(Language language) const { return m_words[language]; }
    /** What German compounds are made of. */
    const std::vector<Word> &germanParts() const { return m_germanParts; }

    /** The text of a message. */
    std::string sentence(Random &random) const;
    /** Two characters that often stand together. */
    std::string pair(Language language, Random &random) const;

private:
    std::string characters(Language language, std::size_t count, Random &random) const;

    std::vector<Word> m_words[5];
    std::vector<Word> m_germanParts;
    Zipf m_wordRanks;
    Zipf m_characterRanks;
};

} // namespace plexi::bench
