// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace plexi {

/**
 * Whether @p text is exactly one emoji: what a keyboard's one key gives, such as a face with a skin tone, a flag or a
 * family. By the grammar of Unicode's UTS #51 (section 1.4.9), with its Extended_Pictographic characters (emoji-data.txt).
 * At most kMaxEmoji UTF-16 units.
 */
bool isEmoji(QStringView text);
inline constexpr qsizetype kMaxEmoji = 64;

/** Whether @p text is the name of an emoji between colons: ":party_parrot:", 1 to 64 of a-z, 0-9, '_', '-' and '+'. */
bool isEmojiName(QStringView text);

} // namespace plexi
