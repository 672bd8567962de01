// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace plexi::protocol {

class Schema;

/** The body of the making of an account, by an admin or by whoever registers. Holds a secret: never log it. */
struct NewUser {
    QString username;
    /** Empty for none. */
    QString email;
    QString password;
    /** Empty: the user name. */
    QString displayName;
    /** By an admin only; empty: an ordinary user. */
    QStringList roles = {};
    /** By whoever registers only. */
    std::optional<QString> inviteCode = std::nullopt;

    static Result<NewUser> fromJson(const QJsonObject &object);
    static Schema schema();
    /** Without roles, with an invitation, and with an address. */
    static Result<NewUser> fromRegistration(const QJsonObject &object);
    static Schema registrationSchema();
};

/** The body of an admin's change of somebody's account: only what is there is changed. */
struct AccountChange {
    std::optional<QString> displayName = std::nullopt;
    std::optional<QString> email = std::nullopt;
    /** As `roles`, or as a single `role`. */
    std::optional<QStringList> roles = std::nullopt;
    std::optional<bool> isActive = std::nullopt;

    static Result<AccountChange> fromJson(const QJsonObject &object);
    static Schema schema();
};

} // namespace plexi::protocol
