// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/character_folding.h"

#include <QList>
#include <QString>

namespace plexi::search {

namespace {

struct Range {
    char32_t first;
    char32_t last;

    constexpr bool contains(char32_t c) const { return c >= first && c <= last; }
};

constexpr Range kCombiningMarks{0x0300, 0x036F};
constexpr Range kHebrewPoints{0x0591, 0x05C7};
constexpr Range kArabicMarks{0x064B, 0x065F};
constexpr Range kConjoiningJamo{0x1100, 0x11FF};
constexpr Range kVariationSelectors{0xFE00, 0xFE0F};
constexpr Range kLigatures{0xFB00, 0xFB06};
constexpr Range kWidthForms{0xFF01, 0xFF9F};
constexpr Range kHalfWidthVoiceMarks{0xFF9E, 0xFF9F};
constexpr Range kKanaVoiceMarks{0x3099, 0x309A};
constexpr char32_t kArabicTatweel = 0x0640;
constexpr char32_t kSuperscriptAlef = 0x0670;
constexpr char32_t kSoftHyphen = 0x00AD;
constexpr char32_t kNonJoiner = 0x200C;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kProlongedSound = 0x30FC;

bool isIgnored(char32_t c)
{
    return kCombiningMarks.contains(c) || c == kSoftHyphen || c == kNonJoiner || c == kJoiner
        || kVariationSelectors.contains(c) || kArabicMarks.contains(c) || c == kArabicTatweel || c == kSuperscriptAlef
        || (kHebrewPoints.contains(c) && QChar::category(c) == QChar::Mark_NonSpacing);
}

bool isUnspaced(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return QChar::isLetterOrNumber(c) || QChar::isMark(c);
    default:
        return c == kProlongedSound || kKanaVoiceMarks.contains(c);
    }
}

CharacterKind kindOf(char32_t c)
{
    if (c < 0x80) {
        const bool isWord = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
        return isWord ? CharacterKind::Word : CharacterKind::Separator;
    }
    if (isIgnored(c))
        return CharacterKind::Ignored;
    // The first of these scripts is Thai.
    if (c >= 0x0E00 && isUnspaced(c))
        return CharacterKind::Unspaced;
    if (QChar::isLetterOrNumber(c) || QChar::isMark(c))
        return CharacterKind::Word;
    return QChar::category(c) == QChar::Symbol_Other ? CharacterKind::Symbol : CharacterKind::Separator;
}

/** Letters that people type as others although Unicode does not take them apart. */
std::u16string_view expansionOf(char32_t c)
{
    switch (c) {
    case 0x00DF:
        return u"ss";
    case 0x00E6:
        return u"ae";
    case 0x00F0:
        return u"d";
    case 0x00F8:
        return u"o";
    case 0x00FE:
        return u"th";
    case 0x0111:
        return u"d";
    case 0x0127:
        return u"h";
    case 0x0131:
        return u"i";
    case 0x0142:
        return u"l";
    case 0x0153:
        return u"oe";
    default:
        return {};
    }
}

/** Without case and without what canonical decomposition takes off. */
char32_t baseOf(char32_t c)
{
    c = QChar::toCaseFolded(c);
    while (QChar::decompositionTag(c) == QChar::Canonical) {
        const QString parts = QChar::decomposition(c);
        c = QChar::toCaseFolded(parts.toUcs4().first());
    }
    return c;
}

/** The letters of Latin, Greek, Cyrillic and Arabic, worked out once: their decompositions are asked for at every word. */
class FoldingTable
{
public:
    FoldingTable()
    {
        for (const Range range : kRanges) {
            for (char32_t c = range.first; c <= range.last; ++c)
                m_folded[c] = static_cast<char16_t>(baseOf(c));
        }
    }

    bool knows(char32_t c) const
    {
        return std::ranges::any_of(kRanges, [c](Range range) { return range.contains(c); });
    }
    char16_t folded(char32_t c) const { return m_folded[c]; }

private:
    static constexpr std::array kRanges{Range{0x00C0, 0x052F}, Range{0x0620, 0x06D3}, Range{0x1E00, 0x1FFF}};
    std::array<char16_t, 0x2000> m_folded = {};
};

void append(FoldedCharacter &character, char32_t c)
{
    for (const char16_t unit : QChar::fromUcs4(c)) {
        if (character.size < static_cast<int>(character.units.size()))
            character.units[static_cast<std::size_t>(character.size++)] = unit;
    }
}

void appendFolded(FoldedCharacter &character, char32_t c)
{
    static const FoldingTable table;
    if (c < 0x80) {
        append(character, c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c);
        return;
    }
    const char32_t folded = table.knows(c) ? table.folded(c) : QChar::toCaseFolded(c);
    if (const auto expansion = expansionOf(folded); !expansion.empty()) {
        for (const char16_t unit : expansion)
            append(character, unit);
    } else {
        append(character, folded);
    }
}

/** For what is written in another width or with a mark of its own: as Unicode's NFKC has it. */
FoldedCharacter foldedByNormalization(QStringView written)
{
    const QList<uint> composed = written.toString().normalized(QString::NormalizationForm_KC).toUcs4();
    FoldedCharacter character{.kind = kindOf(composed.first()), .length = written.size()};
    for (const uint c : composed)
        appendFolded(character, c);
    return character;
}

} // namespace

FoldedCharacter foldedAt(QStringView text, qsizetype position)
{
    char32_t c = text[position].unicode();
    qsizetype length = 1;
    if (QChar::isHighSurrogate(c) && position + 1 < text.size() && text[position + 1].isLowSurrogate()) {
        c = QChar::surrogateToUcs4(static_cast<char16_t>(c), text[position + 1].unicode());
        length = 2;
    }
    if (c >= 0x3040 && position + 1 < text.size()) {
        const char32_t next = text[position + 1].unicode();
        if (kKanaVoiceMarks.contains(next) || (kHalfWidthVoiceMarks.contains(next) && kWidthForms.contains(c)))
            return foldedByNormalization(text.sliced(position, 2));
    }
    if (kWidthForms.contains(c) || kLigatures.contains(c))
        return foldedByNormalization(text.sliced(position, 1));
    if (kConjoiningJamo.contains(c)) {
        // Korean that was taken apart, as some file systems do: a syllable is two or three of them.
        qsizetype end = position + 1;
        while (end < text.size() && end < position + 3 && kConjoiningJamo.contains(text[end].unicode())
               && text[end].unicode() >= 0x1160)
            ++end;
        return foldedByNormalization(text.sliced(position, end - position));
    }
    FoldedCharacter character{.kind = kindOf(c), .length = length};
    if (character.kind != CharacterKind::Separator && character.kind != CharacterKind::Ignored)
        appendFolded(character, c);
    return character;
}

} // namespace plexi::search
