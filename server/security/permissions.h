// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringList>

#include <optional>

/** What each role may do, and what an API key's scopes leave of it. */
namespace plexi::security {

enum class Role { User, Moderator, Admin };

/** "user", "moderator", "admin" */
QLatin1StringView roleName(Role role);
std::optional<Role> roleFromName(QStringView name);

namespace permission {
/** Settings, status, audit and backups. */
inline constexpr QLatin1StringView kSystemManage{"system.manage"};
inline constexpr QLatin1StringView kUsersCreate{"users.create"};
/** List everybody with what only they and admins see. */
inline constexpr QLatin1StringView kUsersRead{"users.read"};
inline constexpr QLatin1StringView kUsersUpdate{"users.update"};
inline constexpr QLatin1StringView kUsersDelete{"users.delete"};
inline constexpr QLatin1StringView kChannelsCreate{"channels.create"};
/** Change and delete channels of others. */
inline constexpr QLatin1StringView kChannelsManage{"channels.manage"};
inline constexpr QLatin1StringView kMessagesSend{"messages.send"};
/** Delete messages of others, in channels that one may read. */
inline constexpr QLatin1StringView kMessagesModerate{"messages.moderate"};
/** Make bots of one's own, and keys for them. */
inline constexpr QLatin1StringView kBotsManage{"bots.manage"};
inline constexpr QLatin1StringView kFilesUpload{"files.upload"};
/** Let newcomers make an account, by a code. */
inline constexpr QLatin1StringView kInvitesCreate{"invites.create"};
} // namespace permission

/** The rights of all of @p roles together, each once, in a fixed order. Names that are no role give nothing. */
QStringList permissionsOf(const QStringList &roles);

/** An API key's scopes. */
struct Scopes {
    bool read = false;
    bool write = false;
    bool admin = false;

    /** Nothing where a name is unknown or the list is empty. `write` and `admin` bring `read` with them. */
    static std::optional<Scopes> fromNames(const QStringList &names);
};

/** Without the `admin` scope the rights over system and users are gone, and the role of admin with them. */
QStringList permissionsWithin(const Scopes &scopes, const QStringList &permissions);
QStringList rolesWithin(const Scopes &scopes, const QStringList &roles);

} // namespace plexi::security
