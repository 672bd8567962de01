// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/** Slugs name public channels in addresses: [a-z0-9-]{1,80} (contract, section 3). */
namespace plexi::services {

inline constexpr qsizetype kMaxSlug = 80;

bool isSlug(const QString &text);

/** Paths under /channels that are no channels: a channel with such a slug could not be reached by it. */
bool isReservedSlug(const QString &slug);

/** What a name makes: lower case, accents dropped, everything else between letters and digits a hyphen; "channel" of nothing. */
QString slugFromName(const QString &name);

/** @p slug with "-2" and so on behind it, cut so that the whole still fits. */
QString numberedSlug(const QString &slug, int number);

} // namespace plexi::services
