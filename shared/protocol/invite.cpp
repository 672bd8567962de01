// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/invite.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr qint64 kMaxUses = 10'000;

} // namespace

Result<NewInvite> NewInvite::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewInvite invite{
        .maxUses = reader.optionalInteger("max_uses"_L1, 1, kMaxUses),
        .expiresAt = reader.optionalTimestamp("expires_at"_L1),
        .expiresIn = reader.optionalInteger("expires_in"_L1, 1, kMaxInviteSeconds),
    };
    if (invite.expiresAt && invite.expiresIn)
        reader.addFault("expires_in"_L1, u"Only one of expires_at and expires_in"_s);
    if (const auto fault = reader.error())
        return fail(*fault);
    return invite;
}

Schema NewInvite::schema()
{
    return Schema::object("NewInvite"_L1)
        .with("max_uses"_L1, Schema::integer(1, kMaxUses).optional().about("Any number where absent"_L1))
        .with("expires_at"_L1, Schema::timestamp().optional().about("Within a year; in a week where absent"_L1))
        .with("expires_in"_L1,
              Schema::integer(1, kMaxInviteSeconds).optional().about("Seconds, instead of expires_at"_L1));
}

QJsonObject Invite::toJson() const
{
    return {
        {"id"_L1, id.toString()},
        {"code"_L1, code},
        {"created_by"_L1, createdBy.toString()},
        {"created_at"_L1, createdAt.toIso()},
        {"expires_at"_L1, expiresAt.toIso()},
        {"max_uses"_L1, nullable(maxUses, [](qint64 count) { return count; })},
        {"uses"_L1, uses},
        {"is_expired"_L1, isExpired},
    };
}

Schema Invite::schema()
{
    return Schema::object("Invite"_L1)
        .with("id"_L1, Schema::id<InviteId>())
        .with("code"_L1, Schema::string())
        .with("created_by"_L1, Schema::id<UserId>())
        .with("created_at"_L1, Schema::timestamp())
        .with("expires_at"_L1, Schema::timestamp())
        .with("max_uses"_L1, Schema::integer(1).orNull().about("null: any number"_L1))
        .with("uses"_L1, Schema::integer())
        .with("is_expired"_L1, Schema::boolean());
}

} // namespace plexi::protocol
