// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace plexi::protocol {

class Schema;

/** What others see of a person's availability. */
enum class PresenceStatus { Offline, Online, Away, Dnd };

QLatin1StringView presenceName(PresenceStatus status);
std::optional<PresenceStatus> presenceFromName(QStringView name);

/** A person, as the API shows it. Others than the person and admins get no email, permissions, last login or preferences. */
struct User {
    UserId id;
    QString username;
    QString displayName;
    std::optional<QString> avatarUrl;
    QStringList roles;
    Timestamp createdAt;
    bool isActive = true;
    PresenceStatus status = PresenceStatus::Offline;
    std::optional<Timestamp> lastSeen;

    /** What there is to say of a program that takes part like a person. */
    struct Bot {
        /** Nothing where its owner is gone, and admins look after it. */
        std::optional<UserId> ownerId;
        QString description;
    };
    /** Nothing for a person. */
    std::optional<Bot> bot = std::nullopt;

    /** Only in the person's own profile and for admins. */
    struct Private {
        QString email;
        QStringList permissions;
        std::optional<Timestamp> lastLogin;
        QJsonObject preferences;
    };
    std::optional<Private> own;

    QJsonObject toJson() const;
    static Result<User> fromJson(const QJsonObject &object);
    static Schema schema();
};

/** The body of a change of one's own profile: only what is there is changed. */
struct ProfileChange {
    std::optional<QString> displayName;
    std::optional<QString> email;
    /** Merged key by key into what is stored; null takes a key away. */
    std::optional<QJsonObject> preferences;

    QJsonObject toJson() const;
    static Result<ProfileChange> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
