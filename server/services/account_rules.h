// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

/** What names, addresses and preferences of accounts may be. Each returns the form to store, or ValidationError. */
namespace plexi::services {

/** `[a-z0-9._-]{2,32}`, folded to lower case. "channel" and "here" are taken: @channel means everybody, @here who is online. */
Result<QString> checkedUsername(const QString &username);

/** local@domain; at most 254 characters (RFC 5321, section 4.5.3.1). Whether it exists is not looked at. */
Result<QString> checkedEmail(const QString &email);

/** What security::passwordFault() finds, as the fault of @p field. @p ownWords: user name and address. */
Result<> checkNewPassword(const QString &password, const QStringList &ownWords,
                          const QString &field = QStringLiteral("password"));

/** 1 to 80 code points without the blanks around them; no line breaks, control or direction-changing characters. */
Result<QString> checkedDisplayName(const QString &displayName);

/** @p changes merged key by key into @p stored; null takes a key away. At most 200 keys and 16 KiB as JSON. */
Result<QJsonObject> mergedPreferences(QJsonObject stored, const QJsonObject &changes);

} // namespace plexi::services
