// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/emoji.h"

#include <QList>

#include <algorithm>
#include <array>

namespace plexi {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Extended_Pictographic, ascending. Places that Unicode keeps free for emoji to come are in it, so that new ones need no
// new server.
constexpr std::array kPictographs = std::to_array<Range>({
    {0x00A9, 0x00A9},   {0x00AE, 0x00AE},   {0x203C, 0x203C},   {0x2049, 0x2049},   {0x2122, 0x2122},
    {0x2139, 0x2139},   {0x2194, 0x2199},   {0x21A9, 0x21AA},   {0x231A, 0x231B},   {0x2328, 0x2328},
    {0x2388, 0x2388},   {0x23CF, 0x23CF},   {0x23E9, 0x23F3},   {0x23F8, 0x23FA},   {0x24C2, 0x24C2},
    {0x25AA, 0x25AB},   {0x25B6, 0x25B6},   {0x25C0, 0x25C0},   {0x25FB, 0x25FE},   {0x2600, 0x2605},
    {0x2607, 0x2612},   {0x2614, 0x2685},   {0x2690, 0x2705},   {0x2708, 0x2712},   {0x2714, 0x2714},
    {0x2716, 0x2716},   {0x271D, 0x271D},   {0x2721, 0x2721},   {0x2728, 0x2728},   {0x2733, 0x2734},
    {0x2744, 0x2744},   {0x2747, 0x2747},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},
    {0x2757, 0x2757},   {0x2763, 0x2767},   {0x2795, 0x2797},   {0x27A1, 0x27A1},   {0x27B0, 0x27B0},
    {0x27BF, 0x27BF},   {0x2934, 0x2935},   {0x2B05, 0x2B07},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},
    {0x2B55, 0x2B55},   {0x3030, 0x3030},   {0x303D, 0x303D},   {0x3297, 0x3297},   {0x3299, 0x3299},
    {0x1F000, 0x1F0FF}, {0x1F10D, 0x1F10F}, {0x1F12F, 0x1F12F}, {0x1F16C, 0x1F171}, {0x1F17E, 0x1F17F},
    {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F1AD, 0x1F1E5}, {0x1F201, 0x1F20F}, {0x1F21A, 0x1F21A},
    {0x1F22F, 0x1F22F}, {0x1F232, 0x1F23A}, {0x1F23C, 0x1F23F}, {0x1F249, 0x1F3FA}, {0x1F400, 0x1F53D},
    {0x1F546, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F774, 0x1F77F}, {0x1F7D5, 0x1F7FF}, {0x1F80C, 0x1F80F},
    {0x1F848, 0x1F84F}, {0x1F85A, 0x1F85F}, {0x1F888, 0x1F88F}, {0x1F8AE, 0x1F8FF}, {0x1F90C, 0x1F93A},
    {0x1F93C, 0x1F945}, {0x1F947, 0x1FAFF}, {0x1FC00, 0x1FFFD},
});

constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kKeycap = 0x20E3;
constexpr char32_t kCancelTag = 0xE007F;

bool isPictograph(char32_t c)
{
    const auto range = std::ranges::lower_bound(kPictographs, c, {}, &Range::last);
    return range != kPictographs.end() && c >= range->first;
}

bool isSkinTone(char32_t c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

bool isFlagLetter(char32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool isTag(char32_t c)
{
    return c >= 0xE0020 && c <= 0xE007E;
}

bool isKeycapBase(char32_t c)
{
    return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*';
}

/** Walks over code points by the grammar; each step says whether it could be taken. */
class Walk
{
public:
    explicit Walk(QList<uint> text) : m_text(std::move(text)) { }

    bool isAtEnd() const { return m_at == m_text.size(); }

    /** zwj_element: a flag, or a pictograph with what may follow it. */
    bool element()
    {
        if (take(isFlagLetter))
            return take(isFlagLetter);
        if (take(isSkinTone))
            return true;
        if (!take(isPictograph))
            return false;
        if (take(isSkinTone))
            return true;
        if (take(kEmojiStyle)) {
            (void)take(kKeycap);
            return true;
        }
        if (!take(isTag))
            return true;
        while (take(isTag)) { }
        return take(kCancelTag);
    }

    bool keycap()
    {
        if (!take(isKeycapBase))
            return false;
        (void)take(kEmojiStyle);
        return take(kKeycap);
    }

    bool joiner() { return take(kJoiner); }

private:
    bool take(char32_t wanted)
    {
        const bool isThere = !isAtEnd() && m_text[m_at] == wanted;
        m_at += isThere;
        return isThere;
    }

    bool take(bool (*isWanted)(char32_t))
    {
        const bool isThere = !isAtEnd() && isWanted(m_text[m_at]);
        m_at += isThere;
        return isThere;
    }

    QList<uint> m_text;
    qsizetype m_at = 0;
};

} // namespace

bool isEmoji(QStringView text)
{
    if (text.isEmpty() || text.size() > kMaxEmoji || !text.isValidUtf16())
        return false;
    Walk walk(text.toUcs4());
    if (walk.keycap())
        return walk.isAtEnd();
    do {
        if (!walk.element())
            return false;
    } while (walk.joiner());
    return walk.isAtEnd();
}

bool isEmojiName(QStringView text)
{
    constexpr qsizetype kMaxName = 64;
    if (text.size() < 3 || text.size() > kMaxName + 2 || text.front() != u':' || text.back() != u':')
        return false;
    return std::ranges::all_of(text.sliced(1, text.size() - 2), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-' || c == u'+';
    });
}

} // namespace plexi
