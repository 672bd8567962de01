// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/key_ring.h"
#include "server/security/principal.h"
#include "server/store/audit_store.h"
#include "server/store/database.h"
#include "shared/protocol/audit_entry.h"

#include <QHostAddress>

#include <functional>

namespace plexi::services {

/** What the audit log tells of. Part of what is sealed and of the API: none is ever renamed. */
namespace audit_action {
inline constexpr QLatin1StringView kSignedIn{"sign_in.succeeded"};
/** The detail: "password", "code" or what else was wrong. */
inline constexpr QLatin1StringView kSignInFailed{"sign_in.failed"};
/** Further tries of that account from that address are refused for a while. */
inline constexpr QLatin1StringView kSignInLocked{"sign_in.locked_out"};
inline constexpr QLatin1StringView kSecondFactorLocked{"second_factor.locked_out"};
inline constexpr QLatin1StringView kSessionEnded{"session.ended"};
/** A refresh token was presented again: the session ended, since nobody can tell the thief from the owner. */
inline constexpr QLatin1StringView kRefreshReused{"session.refresh_reused"};
inline constexpr QLatin1StringView kPasswordChanged{"password.changed"};
inline constexpr QLatin1StringView kPasswordReset{"password.reset"};
inline constexpr QLatin1StringView kTotpAdded{"totp.added"};
inline constexpr QLatin1StringView kTotpRemoved{"totp.removed"};
inline constexpr QLatin1StringView kSmsAdded{"sms.added"};
inline constexpr QLatin1StringView kSmsRemoved{"sms.removed"};
inline constexpr QLatin1StringView kSmsSent{"sms.code_sent"};
inline constexpr QLatin1StringView kRecoveryCodesRenewed{"recovery_codes.renewed"};
inline constexpr QLatin1StringView kSecondFactorsReset{"second_factors.reset"};
inline constexpr QLatin1StringView kPasskeyAdded{"passkey.added"};
inline constexpr QLatin1StringView kPasskeyRemoved{"passkey.removed"};
/** The detail names the scopes. */
inline constexpr QLatin1StringView kApiKeyMade{"api_key.created"};
inline constexpr QLatin1StringView kApiKeyDeleted{"api_key.deleted"};
inline constexpr QLatin1StringView kInviteMade{"invite.created"};
inline constexpr QLatin1StringView kInviteDeleted{"invite.deleted"};
/** By the account that was made with it. */
inline constexpr QLatin1StringView kInviteUsed{"invite.used"};
/** The detail names the roles. */
inline constexpr QLatin1StringView kUserMade{"user.created"};
inline constexpr QLatin1StringView kUserRegistered{"user.registered"};
/** The detail names the fields. */
inline constexpr QLatin1StringView kUserChanged{"user.updated"};
/** The detail names the roles from then on. */
inline constexpr QLatin1StringView kRolesChanged{"user.roles_changed"};
inline constexpr QLatin1StringView kUserDeactivated{"user.deactivated"};
inline constexpr QLatin1StringView kUserActivated{"user.activated"};
inline constexpr QLatin1StringView kUserDeleted{"user.deleted"};
/** The detail names the roles. */
inline constexpr QLatin1StringView kBotMade{"bot.created"};
/** The detail names the fields. */
inline constexpr QLatin1StringView kBotChanged{"bot.updated"};
/** The detail names the channel. */
inline constexpr QLatin1StringView kIncomingWebhookMade{"incoming_webhook.created"};
inline constexpr QLatin1StringView kIncomingWebhookRenewed{"incoming_webhook.renewed"};
inline constexpr QLatin1StringView kIncomingWebhookDeleted{"incoming_webhook.deleted"};
/** The detail names the channel, or "public" for all public ones. */
inline constexpr QLatin1StringView kWebhookMade{"webhook.created"};
/** The detail names the fields. */
inline constexpr QLatin1StringView kWebhookChanged{"webhook.updated"};
inline constexpr QLatin1StringView kWebhookDeleted{"webhook.deleted"};
/** Nothing that was sent to it arrived for a long time. */
inline constexpr QLatin1StringView kWebhookDisabled{"webhook.disabled"};
/** The detail: days, "forever" or "default". */
inline constexpr QLatin1StringView kRetentionChanged{"channel.retention_changed"};
/** Messages were removed because of their age; the detail names the newest of them. */
inline constexpr QLatin1StringView kMessagesExpired{"channel.messages_expired"};
/** The detail is what the virus scanner calls it. */
inline constexpr QLatin1StringView kFileInfected{"file.infected"};
inline constexpr QLatin1StringView kChannelExported{"channel.exported"};
} // namespace audit_action

/** Who does something, and from where. */
struct AuditOrigin {
    /** Nobody: not signed in, or the command line. */
    std::optional<UserId> actor = std::nullopt;
    QHostAddress address = {};

    static AuditOrigin of(const security::Principal &caller)
    {
        return {.actor = caller.userId, .address = caller.address};
    }
};

/**
 * The log of what was done to accounts and settings: rows that are only added, each sealed by an HMAC together with the
 * one before it, under a key of its own purpose (contract, section 9). Who can write to the database alone can neither
 * change a row nor take one away without `doctor` finding it; that the whole file was set back to an earlier state cannot
 * be seen from within it. Thread-safe.
 */
class AuditService
{
public:
    /** @p database is not owned and outlives the service. @p clock: for tests. */
    AuditService(store::Database &database, security::KeyRing keys, std::function<Timestamp()> clock = Timestamp::now);

    /** Adds an entry, in the transaction of the change that it tells of. @p detail holds nothing that a person typed. */
    Result<> record(store::WriteTransaction &transaction, const AuditOrigin &origin, QLatin1StringView action,
                    const store::audit::Target &target = {}, const QString &detail = {}) const;

    template <typename Tag>
    Result<> record(store::WriteTransaction &transaction, const AuditOrigin &origin, QLatin1StringView action,
                    Id<Tag> target, const QString &detail = {}) const
    {
        return record(transaction, origin, action,
                      store::audit::Target{QString(Tag::kPrefix.chopped(1)), target.value()}, detail);
    }

    /** ValidationError for a target that is no id. */
    Result<protocol::AuditPage> list(const protocol::AuditQuery &query) const;

    /** What is wrong with the chain, a line for each finding; for `doctor`. Keys that are missing are findings too. */
    static Result<QStringList> check(store::Connection &connection, const Result<security::KeyRing> &keys);

private:
    store::Database &m_database;
    const security::KeyRing m_keys;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
