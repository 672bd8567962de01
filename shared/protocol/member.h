// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/user.h"

#include <QJsonObject>

namespace plexi::protocol {

class Schema;

/** A person in a channel: written as the person's own fields plus `user_id`, `role` ("member", "owner") and `joined_at`. */
struct Member {
    User user;
    ChannelRole role = ChannelRole::Member;
    Timestamp joinedAt;

    QJsonObject toJson() const;
    static Result<Member> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
