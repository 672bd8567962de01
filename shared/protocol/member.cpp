// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/member.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

QJsonObject Member::toJson() const
{
    QJsonObject object = user.toJson();
    object.insert("user_id"_L1, user.id.toString());
    object.insert("role"_L1, channelRoleName(role));
    object.insert("joined_at"_L1, joinedAt.toIso());
    return object;
}

Result<Member> Member::fromJson(const QJsonObject &object)
{
    auto user = User::fromJson(object);
    if (!user)
        return fail(user.error());
    JsonReader reader(object);
    const QString role = reader.string("role"_L1);
    Member member{
        .user = std::move(*user),
        .role = role == channelRoleName(ChannelRole::Owner) ? ChannelRole::Owner : ChannelRole::Member,
        .joinedAt = reader.timestamp("joined_at"_L1),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return member;
}

Schema Member::schema()
{
    return User::schema()
        .named("Member"_L1)
        .with("user_id"_L1, Schema::id<UserId>())
        .with("role"_L1, Schema::names({"member"_L1, "owner"_L1}))
        .with("joined_at"_L1, Schema::timestamp());
}

} // namespace plexi::protocol
