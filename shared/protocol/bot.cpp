// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/bot.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr LengthRange kDescriptionLength{.min = 0, .max = 500};

} // namespace

Result<NewBot> NewBot::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewBot bot{
        .username = reader.string("username"_L1, kUsernameLength),
        .displayName = reader.optionalString("display_name"_L1, kDisplayNameLength).value_or(QString()),
        .description = reader.optionalString("description"_L1, kDescriptionLength).value_or(QString()),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return bot;
}

Schema NewBot::schema()
{
    return Schema::object("NewBot"_L1)
        .with("username"_L1,
              Schema::string(kUsernameLength)
                  .about("Of a-z, 0-9, dot, underscore and hyphen"_L1)
                  .example("deploy-bot"_L1))
        .with("display_name"_L1, Schema::string(kDisplayNameLength).optional())
        .with("description"_L1, Schema::string(kDescriptionLength).optional().about("What it is for"_L1));
}

Result<BotChange> BotChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    BotChange change{
        .displayName = reader.optionalString("display_name"_L1, kDisplayNameLength),
        .description = reader.optionalString("description"_L1, kDescriptionLength),
        .isActive = reader.optionalBoolean("is_active"_L1),
        .ownerId = reader.optionalId<UserId>("owner_id"_L1),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return change;
}

Schema BotChange::schema()
{
    return Schema::object("BotChange"_L1)
        .with("display_name"_L1, Schema::string(kDisplayNameLength).optional())
        .with("description"_L1, Schema::string(kDescriptionLength).optional())
        .with("is_active"_L1, Schema::boolean().optional())
        .with("owner_id"_L1, Schema::id<UserId>().optional().about("Who looks after it from then on"_L1));
}

} // namespace plexi::protocol
