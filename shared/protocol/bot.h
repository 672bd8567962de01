// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace plexi::protocol {

class Schema;

/** The body of the making of a bot. */
struct NewBot {
    QString username;
    /** Empty: the user name. */
    QString displayName = {};
    /** What it is for; may be empty. */
    QString description = {};

    static Result<NewBot> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body of a change of a bot: only what is there is changed. */
struct BotChange {
    std::optional<QString> displayName = std::nullopt;
    std::optional<QString> description = std::nullopt;
    std::optional<bool> isActive = std::nullopt;
    /** Who looks after it from then on. */
    std::optional<UserId> ownerId = std::nullopt;

    static Result<BotChange> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
