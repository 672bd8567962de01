// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace plexi::security {

/**
 * Why @p password cannot be somebody's password, as an error's `reason`; nothing where it can. 8 to 128 code points,
 * not one of the well-known ones (without regard to case), not one of @p ownWords (user name, address).
 */
std::optional<QString> passwordFault(const QString &password, const QStringList &ownWords = {});

} // namespace plexi::security
