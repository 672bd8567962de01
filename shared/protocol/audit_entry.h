// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace plexi::protocol {

class Schema;

/** One line of the audit log. Names and addresses are missing where they were never known or had to be forgotten. */
struct AuditEntry {
    AuditId id;
    /** Such as "sign_in.failed". */
    QString action;
    /** Nobody: not signed in, or the command line. */
    std::optional<UserId> actor;
    std::optional<QString> actorName;
    /** "user", "session", … */
    std::optional<QString> targetType = std::nullopt;
    /** "user_5" */
    std::optional<QString> targetId = std::nullopt;
    std::optional<QString> targetName;
    /** More words on the action, such as the roles that somebody has now; often empty. */
    QString detail;
    std::optional<QString> address;
    Timestamp createdAt;

    QJsonObject toJson() const;
    static Schema schema();
};

/** Which entries; nothing where it does not matter. */
struct AuditQuery {
    std::optional<UserId> actor = std::nullopt;
    std::optional<QString> action = std::nullopt;
    /** An id of any kind. */
    std::optional<QString> target = std::nullopt;
    std::optional<AuditId> before = std::nullopt;
    qint64 limit = 50;
};

/** Newest first. */
struct AuditPage {
    QList<AuditEntry> entries;
    bool hasMore = false;

    QJsonObject toJson() const;
    static Schema schema();
};

} // namespace plexi::protocol
