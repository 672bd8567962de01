// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/account.h"

#include "shared/protocol/json_reader.h"
#include "shared/protocol/schema.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

constexpr qsizetype kMaxRoles = 20;
constexpr LengthRange kInviteCodeLength{.min = 1, .max = 64};

Schema usernameSchema()
{
    return Schema::string(kUsernameLength).about("Of a-z, 0-9, dot, underscore and hyphen"_L1).example("newuser"_L1);
}

Schema emailSchema()
{
    return Schema::string(kEmailLength).example("newuser@example.com"_L1);
}

Schema rolesSchema()
{
    return Schema::array(Schema::string().example("user"_L1), {.min = 0, .max = kMaxRoles});
}

} // namespace

Result<NewUser> NewUser::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    NewUser user{
        .username = reader.string("username"_L1, kUsernameLength),
        .email = reader.optionalString("email"_L1, kEmailLength).value_or(QString()),
        .password = reader.string("password"_L1, kPasswordLength),
        .displayName = reader.optionalString("display_name"_L1, kDisplayNameLength).value_or(QString()),
        .roles = reader.optionalStrings("roles"_L1, kMaxRoles).value_or(QStringList()),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    user.roles.removeDuplicates();
    return user;
}

Schema NewUser::schema()
{
    return Schema::object("NewUser"_L1)
        .with("username"_L1, usernameSchema())
        .with("email"_L1, emailSchema().optional())
        .with("password"_L1, Schema::string(kPasswordLength))
        .with("display_name"_L1, Schema::string(kDisplayNameLength).optional())
        .with("roles"_L1, rolesSchema().optional().about("An ordinary user where absent"_L1));
}

Result<NewUser> NewUser::fromRegistration(const QJsonObject &object)
{
    JsonReader reader(object);
    NewUser user{
        .username = reader.string("username"_L1, kUsernameLength),
        .email = reader.string("email"_L1, kEmailLength),
        .password = reader.string("password"_L1, kPasswordLength),
        .displayName = reader.optionalString("display_name"_L1, kDisplayNameLength).value_or(QString()),
        .inviteCode = reader.optionalString("invite_code"_L1, kInviteCodeLength),
    };
    if (const auto fault = reader.error())
        return fail(*fault);
    return user;
}

Schema NewUser::registrationSchema()
{
    return Schema::object("Registration"_L1)
        .with("username"_L1, usernameSchema())
        .with("email"_L1, emailSchema())
        .with("password"_L1, Schema::string(kPasswordLength))
        .with("display_name"_L1, Schema::string(kDisplayNameLength).optional())
        .with("invite_code"_L1, Schema::string(kInviteCodeLength).optional());
}

Result<AccountChange> AccountChange::fromJson(const QJsonObject &object)
{
    JsonReader reader(object);
    AccountChange change{
        .displayName = reader.optionalString("display_name"_L1, kDisplayNameLength),
        .email = reader.optionalString("email"_L1, kEmailLength),
        .roles = reader.optionalStrings("roles"_L1, kMaxRoles),
        .isActive = reader.optionalBoolean("is_active"_L1),
    };
    if (const auto role = reader.optionalString("role"_L1, {.min = 1, .max = 32})) {
        if (change.roles)
            reader.addFault("role"_L1, u"Only one of role and roles"_s);
        change.roles = QStringList{*role};
    }
    if (change.roles && change.roles->isEmpty())
        reader.addFault("roles"_L1, u"Must not be empty"_s);
    if (const auto fault = reader.error())
        return fail(*fault);
    if (change.roles)
        change.roles->removeDuplicates();
    return change;
}

Schema AccountChange::schema()
{
    return Schema::object("AccountChange"_L1)
        .with("display_name"_L1, Schema::string(kDisplayNameLength).optional())
        .with("email"_L1, emailSchema().optional())
        .with("role"_L1, Schema::string({.min = 1, .max = 32}).optional().about("The one role, instead of roles"_L1))
        .with("roles"_L1, rolesSchema().optional())
        .with("is_active"_L1, Schema::boolean().optional());
}

} // namespace plexi::protocol
