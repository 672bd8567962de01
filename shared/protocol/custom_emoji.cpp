// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/custom_emoji.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

QJsonObject CustomEmoji::toJson() const
{
    return {{"name"_L1, name},
            {"image_url"_L1, imageUrl},
            {"created_by"_L1, idOrNull(createdBy)},
            {"created_at"_L1, createdAt.toIso()}};
}

Result<CustomEmoji> CustomEmoji::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    CustomEmoji emoji{
        .name = reader.string("name"_L1),
        .imageUrl = reader.string("image_url"_L1),
        .createdBy = reader.optionalId<UserId>("created_by"_L1),
        .createdAt = reader.timestamp("created_at"_L1),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return emoji;
}

Schema CustomEmoji::schema()
{
    return Schema::object("CustomEmoji"_L1)
        .with("name"_L1, Schema::string().about("Without colons"_L1).example("party_parrot"_L1))
        .with("image_url"_L1, Schema::string().about("A path on this server"_L1))
        .with("created_by"_L1, Schema::id<UserId>().orNull())
        .with("created_at"_L1, Schema::timestamp());
}

} // namespace plexi::protocol
