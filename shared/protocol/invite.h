// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace plexi {

struct InviteTag {
    static constexpr QLatin1StringView kPrefix{"invite_"};
};
using InviteId = Id<InviteTag>;

} // namespace plexi

namespace plexi::protocol {

class Schema;

/** How long an invitation can be good for, in seconds: a year. */
inline constexpr qint64 kMaxInviteSeconds = qint64{366} * 24 * 3600;

/** The body of the making of an invitation. At most one of the two times is there. */
struct NewInvite {
    /** Nothing: any number. */
    std::optional<qint64> maxUses = std::nullopt;
    std::optional<Timestamp> expiresAt = std::nullopt;
    /** Seconds from now. */
    std::optional<qint64> expiresIn = std::nullopt;

    static Result<NewInvite> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** An invitation, as its maker and admins see it: whoever has the code may make an account. */
struct Invite {
    InviteId id;
    QString code;
    UserId createdBy;
    Timestamp createdAt;
    Timestamp expiresAt;
    /** Nothing: any number. */
    std::optional<qint64> maxUses;
    qint64 uses = 0;
    bool isExpired = false;

    QJsonObject toJson() const;
    static Schema schema();
};

} // namespace plexi::protocol
