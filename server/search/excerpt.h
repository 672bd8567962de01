// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/search/pattern.h"

namespace plexi::search {

/** The most code points of an excerpt. */
inline constexpr qsizetype kMaxExcerpt = 200;

/** The part of @p text to show of a long one: it has the first of @p spans (in order), begins and ends between words. */
Span excerptOf(QStringView text, const QList<Span> &spans);

/** How many code points @p text has; a lone surrogate counts as one. */
qsizetype codePoints(QStringView text);

} // namespace plexi::search
