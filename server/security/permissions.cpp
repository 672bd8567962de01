// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/permissions.h"

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

using namespace permission;

struct Grant {
    QLatin1StringView permission;
    /** The least role that has it; a higher one has all of a lower one's. */
    Role from;
    /** An API key needs the `admin` scope for it. */
    bool isAdministration;
};

constexpr Grant kGrants[] = {
    {kSystemManage, Role::Admin, true},
    {kUsersCreate, Role::Admin, true},
    {kUsersRead, Role::Admin, true},
    {kUsersUpdate, Role::Admin, true},
    {kUsersDelete, Role::Admin, true},
    {kChannelsManage, Role::Admin, true},
    {kMessagesModerate, Role::Moderator, false},
    {kChannelsCreate, Role::User, false},
    {kMessagesSend, Role::User, false},
    {kFilesUpload, Role::User, false},
    {kInvitesCreate, Role::User, false},
    {kBotsManage, Role::User, false},
};

} // namespace

QLatin1StringView roleName(Role role)
{
    switch (role) {
    case Role::Admin:
        return "admin"_L1;
    case Role::Moderator:
        return "moderator"_L1;
    case Role::User:
        break;
    }
    return "user"_L1;
}

std::optional<Role> roleFromName(QStringView name)
{
    for (const Role role : {Role::User, Role::Moderator, Role::Admin}) {
        if (name == roleName(role))
            return role;
    }
    return std::nullopt;
}

QStringList permissionsOf(const QStringList &roles)
{
    std::optional<Role> highest;
    for (const QString &name : roles) {
        if (const auto role = roleFromName(name); role && (!highest || *role > *highest))
            highest = role;
    }
    QStringList permissions;
    for (const Grant &grant : kGrants) {
        if (highest && *highest >= grant.from)
            permissions.append(grant.permission);
    }
    return permissions;
}

std::optional<Scopes> Scopes::fromNames(const QStringList &names)
{
    Scopes scopes{.read = true};
    for (const QString &name : names) {
        if (name == "write"_L1)
            scopes.write = true;
        else if (name == "admin"_L1)
            scopes.admin = true;
        else if (name != "read"_L1)
            return std::nullopt;
    }
    return names.isEmpty() ? std::nullopt : std::optional(scopes);
}

QStringList permissionsWithin(const Scopes &scopes, const QStringList &permissions)
{
    if (scopes.admin)
        return permissions;
    QStringList left = permissions;
    for (const Grant &grant : kGrants) {
        if (grant.isAdministration)
            left.removeAll(grant.permission);
    }
    return left;
}

QStringList rolesWithin(const Scopes &scopes, const QStringList &roles)
{
    QStringList left = roles;
    if (!scopes.admin)
        left.removeAll(roleName(Role::Admin));
    return left;
}

} // namespace plexi::security
