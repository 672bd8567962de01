// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plexi::test {

/** Every state of the welcome pages, into @p folder; how many things went wrong. */
int shootWelcome(const QString &folder);

} // namespace plexi::test
