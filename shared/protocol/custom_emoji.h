// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>

#include <optional>

namespace plexi::protocol {

class Schema;

/** A picture that stands for a name such as ":party_parrot:". */
struct CustomEmoji {
    /** Without colons. */
    QString name;
    /** Path on the server; another one for another picture, so that it may be kept for ever. */
    QString imageUrl;
    std::optional<UserId> createdBy;
    Timestamp createdAt;

    QJsonObject toJson() const;
    static Result<CustomEmoji> fromJson(const QJsonObject &object);
    static Schema schema();

    friend bool operator==(const CustomEmoji &, const CustomEmoji &) = default;
};

} // namespace plexi::protocol
