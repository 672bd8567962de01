// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/user.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

QLatin1StringView presenceName(PresenceStatus status)
{
    switch (status) {
    case PresenceStatus::Online:
        return "online"_L1;
    case PresenceStatus::Away:
        return "away"_L1;
    case PresenceStatus::Dnd:
        return "dnd"_L1;
    case PresenceStatus::Offline:
        break;
    }
    return "offline"_L1;
}

std::optional<PresenceStatus> presenceFromName(QStringView name)
{
    using enum PresenceStatus;
    for (const PresenceStatus status : {Offline, Online, Away, Dnd}) {
        if (name == presenceName(status))
            return status;
    }
    return std::nullopt;
}

QJsonObject User::toJson() const
{
    QJsonObject object{
        {"id"_L1, id.toString()},
        {"username"_L1, username},
        {"display_name"_L1, displayName},
        {"avatar_url"_L1, nullable(avatarUrl, [](const QString &url) { return url; })},
        {"roles"_L1, QJsonArray::fromStringList(roles)},
        {"created_at"_L1, createdAt.toIso()},
        {"is_active"_L1, isActive},
        {"status"_L1, presenceName(status)},
        {"last_seen"_L1, isoOrNull(lastSeen)},
        {"is_bot"_L1, bot.has_value()},
    };
    if (bot) {
        object.insert("bot"_L1,
                      QJsonObject{{"owner_id"_L1, idOrNull(bot->ownerId)}, {"description"_L1, bot->description}});
    }
    if (own) {
        object.insert("email"_L1, own->email);
        object.insert("permissions"_L1, QJsonArray::fromStringList(own->permissions));
        object.insert("last_login"_L1, isoOrNull(own->lastLogin));
        object.insert("preferences"_L1, own->preferences);
    }
    return object;
}

Result<User> User::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    User user{
        .id = reader.id<UserId>("id"_L1),
        .username = reader.string("username"_L1),
        .displayName = reader.string("display_name"_L1),
        .avatarUrl = reader.optionalString("avatar_url"_L1),
        .roles = reader.strings("roles"_L1),
        .createdAt = reader.timestamp("created_at"_L1),
        .isActive = reader.optionalBoolean("is_active"_L1).value_or(true),
        .status = presenceFromName(reader.optionalString("status"_L1).value_or(QString()))
                      .value_or(PresenceStatus::Offline),
        .lastSeen = reader.optionalTimestamp("last_seen"_L1),
        .bot = std::nullopt,
        .own = std::nullopt,
    };
    if (reader.optionalBoolean("is_bot"_L1).value_or(false)) {
        JsonReader part(reader.optionalObject("bot"_L1).value_or(QJsonObject()), u"bot"_s);
        user.bot = Bot{.ownerId = part.optionalId<UserId>("owner_id"_L1),
                       .description = part.optionalString("description"_L1).value_or(QString())};
        reader.addFaultsOf(part);
    }
    if (reader.has("email"_L1)) {
        user.own = Private{
            .email = reader.string("email"_L1),
            .permissions = reader.strings("permissions"_L1),
            .lastLogin = reader.optionalTimestamp("last_login"_L1),
            .preferences = reader.optionalObject("preferences"_L1).value_or(QJsonObject()),
        };
    }
    if (const auto fault = reader.error())
        return fail(*fault);
    return user;
}

Schema User::schema()
{
    const Schema bot = Schema::object("BotFacts"_L1)
                           .with("owner_id"_L1, Schema::id<UserId>().orNull().about("null: admins look after it"_L1))
                           .with("description"_L1, Schema::string());
    return Schema::object("User"_L1)
        .with("id"_L1, Schema::id<UserId>())
        .with("username"_L1, Schema::string())
        .with("display_name"_L1, Schema::string())
        .with("avatar_url"_L1, Schema::uri().orNull())
        .with("roles"_L1, Schema::array(Schema::string()))
        .with("created_at"_L1, Schema::timestamp())
        .with("is_active"_L1, Schema::boolean())
        .with("status"_L1, Schema::names({"offline"_L1, "online"_L1, "away"_L1, "dnd"_L1}))
        .with("last_seen"_L1, Schema::timestamp().orNull())
        .with("is_bot"_L1, Schema::boolean())
        .with("bot"_L1, bot.sometimes().about("Of a bot only"_L1))
        .with("email"_L1, Schema::string().sometimes().about("To the person and to admins only"_L1))
        .with("permissions"_L1, Schema::array(Schema::string()).sometimes())
        .with("last_login"_L1, Schema::timestamp().orNull().sometimes())
        .with("preferences"_L1, Schema::anyObject().sometimes());
}

QJsonObject ProfileChange::toJson() const
{
    QJsonObject object;
    if (displayName)
        object.insert("display_name"_L1, *displayName);
    if (email)
        object.insert("email"_L1, *email);
    if (preferences)
        object.insert("preferences"_L1, *preferences);
    return object;
}

Result<ProfileChange> ProfileChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    ProfileChange change{
        .displayName = reader.optionalString("display_name"_L1, {.min = 1, .max = 80}),
        .email = reader.optionalString("email"_L1, kEmailLength),
        .preferences = reader.optionalObject("preferences"_L1),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return change;
}

Schema ProfileChange::schema()
{
    return Schema::object("ProfileChange"_L1)
        .with("display_name"_L1, Schema::string({.min = 1, .max = 80}).optional())
        .with("email"_L1, Schema::string(kEmailLength).optional().example("ada@example.com"_L1))
        .with("preferences"_L1, Schema::anyObject().optional().about("Merged key by key; null takes a key away"_L1));
}

} // namespace plexi::protocol
