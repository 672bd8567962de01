// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/dataset/vocabulary.h"

#include <format>
#include <sstream>
#include <unordered_set>

namespace plexi::bench {

namespace {

constexpr std::size_t kWords = 30'000;
constexpr std::size_t kCharacters = 2'500;
constexpr std::size_t kGermanParts = 1'500;

using Syllables = std::vector<Word>;

std::vector<Word> listed(const char *text)
{
    std::vector<Word> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        // "niño/nino": as it is written, and folded.
        const std::size_t slash = word.find('/');
        words.push_back({word.substr(0, slash), slash == std::string::npos ? word : word.substr(slash + 1)});
    }
    return words;
}

std::vector<Word> commonWords(Vocabulary::Language language)
{
    if (language == Vocabulary::German) {
        return listed(
            "die der und in zu den das nicht von sie ist des sich mit dem dass er es ein ich auf so eine auch als "
            "an nach wie im für/fur man aber aus durch wenn nur war noch werden bei hat wir was wird sein einen "
            "welche sind oder zur um haben einer mir über/uber ihm diese einem ihr uns da zum kann doch vor "
            "dieser mich ihn du hatte seine mehr am denn nun unter sehr selbst schon hier bis habe ihre dann");
    }
    if (language == Vocabulary::Spanish) {
        return listed(
            "de la que el en y a los se del las un por con no una su para es al lo como más/mas pero sus le ya o "
            "este sí/si porque esta entre cuando muy sin sobre también/tambien me hasta hay donde quien desde "
            "todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí/mi antes algunos "
            "qué/que unos yo otro otras otra él/el tanto esa estos mucho quienes nada muchos cual poco ella");
    }
    return listed(
        "the of and to a in is that it was for on are with as be at one have this from or had by but what some we "
        "can out other were all there when up use your how said an each she which do their time if will way about "
        "many then them write would like so these her long make thing see him two has look more day could go "
        "come did number sound no most people my over know water than call first who may down side been now");
}

Syllables syllablesOf(Vocabulary::Language language)
{
    if (language == Vocabulary::German) {
        return listed(
            "schiff fahrt kraft werk haus bau zeit ung heit keit lich ver be ent aus ein zug bahn hof stadt land "
            "arbeit geber nehmer versicherung Größe/grosse Übung/ubung Prüf/pruf schluss tür/tur schlüssel/schlussel "
            "platz straße/strasse brücke/brucke berg tal wald licht rechen zentrum netz speicher daten");
    }
    if (language == Vocabulary::Spanish) {
        return listed(
            "ción/cion mente ar er ir ado ido ez anza año/ano niño/nino cora zón/zon cami no pala bra tiem po "
            "ver dad liber tad mon taña/tana ciu tra ba jo es cri tor so ñar/nar lla ma da pe que ña/na");
    }
    return listed(
        "ter con pre ment tion er al re in de pro com ver sta tic form port ject spec duct scrib graph log net work "
        "ser vice build test deploy data base cloud team plan road map mee ting view ing ly ness ful able");
}

void append(Word &word, const Word &syllable)
{
    word.text += syllable.text;
    word.folded += syllable.folded;
}

std::vector<Word> wordsOf(const Syllables &syllables, std::vector<Word> words, std::size_t count, Random &random)
{
    std::unordered_set<std::string> known;
    for (const Word &word : words)
        known.insert(word.folded);
    while (words.size() < count) {
        Word word;
        for (std::size_t left = 2 + random.below(3); left > 0; --left)
            append(word, random.of(syllables));
        if (known.insert(word.folded).second)
            words.push_back(std::move(word));
    }
    return words;
}

std::string utf8(char32_t c)
{
    // Of the three bytes that all characters used here have.
    return {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
}

std::vector<Word> charactersFrom(std::vector<Word> characters, char32_t first, std::size_t count, Random &random)
{
    while (characters.size() < count) {
        const std::string character = utf8(first + static_cast<char32_t>(random.below(8'000)));
        characters.push_back({character, character});
    }
    return characters;
}

std::vector<Word> kana()
{
    std::vector<Word> characters;
    for (char32_t c = 0x3042; c <= 0x308D; ++c)
        characters.push_back({utf8(c), utf8(c)});
    return characters;
}

} // namespace

Vocabulary::Vocabulary() : m_wordRanks(kWords), m_characterRanks(kCharacters, 1.0)
{
    Random random(1);
    for (const Language language : {English, Spanish}) {
        m_words[language] = wordsOf(syllablesOf(language), commonWords(language), kWords, random);
    }
    m_germanParts = wordsOf(syllablesOf(German), {}, kGermanParts, random);
    // Parts alone are in common use, and compounds of them make the long tail.
    std::vector<Word> german = commonWords(German);
    german.insert(german.end(), m_germanParts.begin(), m_germanParts.end());
    m_words[German] = std::move(german);
    while (m_words[German].size() < kWords) {
        Word compound = random.of(m_germanParts);
        append(compound, random.of(m_germanParts));
        m_words[German].push_back(std::move(compound));
    }
    m_words[Chinese] = charactersFrom({}, 0x4E00, kCharacters, random);
    m_words[Japanese] = charactersFrom(kana(), 0x5E00, kCharacters, random);
}

std::string Vocabulary::characters(Language language, std::size_t count, Random &random) const
{
    std::string text;
    for (; count > 0; --count)
        text += m_words[language][m_characterRanks.next(random)].text;
    return text;
}

std::string Vocabulary::pair(Language language, Random &random) const
{
    return characters(language, 2, random);
}

std::string Vocabulary::sentence(Random &random) const
{
    // Most messages are short, a few are long.
    const std::size_t count = 1 + random.below(random.below(8) == 0 ? 60 : 18);
    const std::size_t share = random.below(100);
    std::string text;
    if (share >= 85) {
        text = characters(share >= 93 ? Japanese : Chinese, 2 * count, random);
    } else {
        const Language language = share < 45 ? English : share < 70 ? German : Spanish;
        for (std::size_t i = 0; i < count; ++i)
            text.append(text.empty() ? "" : " ").append(m_words[language][m_wordRanks.next(random)].text);
    }
    if (random.below(30) == 0)
        text += std::format(" https://git.example/{}/issues/{}", m_words[English][random.below(500)].folded,
                            random.below(20'000));
    else if (random.below(20) == 0)
        text += std::format(" PX-{}", random.below(50'000));
    return text;
}

} // namespace plexi::bench
