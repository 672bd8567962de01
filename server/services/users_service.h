// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/services/audit_service.h"
#include "server/store/database.h"
#include "server/store/users_store.h"
#include "shared/protocol/user.h"

#include <QCoro/QCoroTask>

#include <QUrl>

#include <functional>

namespace plexi::services {

/** What an account is made from; checked by insertAccount(). */
struct NewAccount {
    /** One with a fixed id belongs to the reference's own world; else an id is made. */
    std::optional<UserId> id = std::nullopt;
    QString username;
    /** Empty for none. */
    QString email;
    /** Empty for the user name. */
    QString displayName;
    /** Argon2id, PHC string. */
    QString passwordHash;
    QStringList roles;
    QJsonObject preferences = {};
    /** Set for a program's account. */
    std::optional<protocol::User::Bot> bot = std::nullopt;
    /** Who makes it, and as what it is written down. */
    AuditOrigin origin = {};
    QLatin1StringView action = audit_action::kUserMade;
};

/** Profiles and the making of accounts. Thread-safe. Coroutines need an event loop on the calling thread. */
class UsersService
{
public:
    /**
     * Runs in the transaction that makes an account, such as for joining channels; where it fails there is no account.
     */
    using AccountHook = std::function<Result<>(store::WriteTransaction &transaction, UserId user)>;

    /** The references are not owned and outlive the service. */
    UsersService(store::Database &database, const AuditService &audit, AccountHook onAccountMade = {});

    /** Where `status` comes from; nobody is online without it. Before serving only; not owned. */
    void setPresence(const realtime::PresenceDirectory *presence) { m_presence = presence; }
    /** What `avatar_url` begins with; empty: it is a path on this server. Before serving only. */
    void setPublicUrl(const QUrl &url) { m_publicUrl = url.toString(QUrl::StripTrailingSlash); }

    /** The caller's own, with the private part; its permissions are those of the credential. */
    Result<protocol::User> ownProfile(const security::Principal &caller);
    /** What everybody may see of a person. NotFound. */
    Result<protocol::User> profile(UserId user);
    /** The same, with what only the person and admins see where @p caller is one of those. */
    Result<protocol::User> profile(const security::Principal &caller, UserId user);
    /** With what only the person and admins see; the permissions are those of the person's roles. */
    Result<protocol::User> wholeProfile(store::Connection &connection, const store::users::Row &row) const;
    /** Active people whose user or display name has @p text in it, the best first. */
    struct Found {
        QList<protocol::User> users;
        qint64 totalCount = 0;
    };
    Result<Found> search(const QString &text, qint64 page, qint64 limit);

    /** ValidationError; Conflict where the address is another's. */
    QCoro::Task<Result<protocol::User>> updateProfile(security::Principal caller, protocol::ProfileChange change);

    /**
     * The same for anybody's, on the writer's thread; who may do that was decided before. The row as it is then.
     */
    Result<store::users::Row> changeProfile(store::WriteTransaction &transaction, const AuditOrigin &origin,
                                            store::users::Row row, const protocol::ProfileChange &change);

    /** When a person was last there before this start of the server; nothing where nobody was, or where there is none. */
    std::optional<Timestamp> storedLastSeen(UserId user);
    /** Keeps when a person was last there. Does not wait. */
    void storeLastSeen(UserId user, Timestamp moment);

    /**
     * The one way to make an account; on the writer's thread. ValidationError for a bad name or address, Conflict where
     * one is taken. The password was checked and hashed before.
     */
    Result<UserId> insertAccount(store::WriteTransaction &transaction, const NewAccount &account);

private:
    std::optional<QString> avatarUrl(const store::users::Row &row) const;
    protocol::User shown(const store::users::Row &row) const;
    Result<protocol::User> applyChange(store::WriteTransaction &transaction, const security::Principal &caller,
                                       const protocol::ProfileChange &change);

    store::Database &m_database;
    const AuditService &m_audit;
    const AccountHook m_onAccountMade;
    const realtime::PresenceDirectory *m_presence = nullptr;
    QString m_publicUrl;
};

} // namespace plexi::services
