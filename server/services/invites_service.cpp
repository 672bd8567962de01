// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/invites_service.h"

#include "server/security/crypto.h"
#include "server/security/permissions.h"
#include "server/services/account_rights.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace invites = store::invites;
using security::Principal;
using store::WriteTransaction;

namespace {

// 96 bits in 17 characters: short enough to read out, and nobody guesses it.
constexpr qsizetype kCodeBytes = 12;
constexpr qint64 kDefaultSeconds = qint64{7} * 24 * 3600;

/** One answer for all: whoever guesses learns nothing. */
std::unexpected<Error> notGood()
{
    return fail(Error::validation(u"invite_code"_s, u"This invitation is not valid"_s));
}

bool seesAll(const Principal &caller)
{
    return caller.can(security::permission::kUsersCreate);
}

} // namespace

InvitesService::InvitesService(store::Database &database, const AuditService &audit, std::function<Timestamp()> clock)
    : m_database(database), m_audit(audit), m_clock(std::move(clock))
{
}

protocol::Invite InvitesService::shown(const invites::Row &row) const
{
    return {.id = row.id,
            .code = row.code,
            .createdBy = row.createdBy,
            .createdAt = row.createdAt,
            .expiresAt = row.expiresAt,
            .maxUses = row.maxUses,
            .uses = row.uses,
            .isExpired = m_clock() >= row.expiresAt};
}

Result<Timestamp> InvitesService::end(const protocol::NewInvite &request, Timestamp now) const
{
    if (!request.expiresAt)
        return now.plusSeconds(request.expiresIn.value_or(kDefaultSeconds));
    if (*request.expiresAt <= now || *request.expiresAt > now.plusSeconds(protocol::kMaxInviteSeconds))
        return fail(Error::validation(u"expires_at"_s, u"Must be within a year from now"_s));
    return *request.expiresAt;
}

QCoro::Task<Result<protocol::Invite>> InvitesService::create(Principal caller, protocol::NewInvite request)
{
    const Timestamp now = m_clock();
    const auto expiresAt = end(request, now);
    if (!expiresAt)
        co_return fail(expiresAt.error());
    const invites::Row row{.id = m_database.ids().next<InviteId>(),
                           .code = QString::fromLatin1(security::base62(security::randomBytes(kCodeBytes))),
                           .createdBy = caller.userId,
                           .createdAt = now,
                           .expiresAt = *expiresAt,
                           .maxUses = request.maxUses};
    auto job = [this, caller, row, now](WriteTransaction &transaction) -> Result<> {
        store::Connection &connection = transaction.connection();
        if (const auto rights = requireRight(connection, caller, security::permission::kInvitesCreate); !rights)
            return fail(rights.error());
        if (auto swept = invites::removeEnded(connection, row.createdBy, now); !swept)
            return swept;
        const auto count = invites::count(connection, row.createdBy);
        if (!count)
            return fail(count.error());
        if (*count >= kMaxInvitesPerPerson)
            return fail({.code = ErrorCode::Conflict,
                         .message = u"At most %1 invitations; delete one first"_s.arg(kMaxInvitesPerPerson)});
        if (auto inserted = invites::insert(connection, row); !inserted)
            return inserted;
        return m_audit.record(transaction, AuditOrigin::of(caller), audit_action::kInviteMade, row.id);
    };
    const Result<> made = co_await m_database.write(std::move(job));
    if (!made)
        co_return fail(made.error());
    co_return shown(row);
}

Result<InvitesService::Page> InvitesService::list(const Principal &caller, qint64 page, qint64 limit)
{
    store::Connection &connection = m_database.reader();
    const auto maker = seesAll(caller) ? std::nullopt : std::optional(caller.userId);
    const auto count = invites::count(connection, maker);
    if (!count)
        return fail(count.error());
    const auto rows = invites::page(connection, maker, limit, (page - 1) * limit);
    if (!rows)
        return fail(rows.error());
    Page found{.invites = {}, .totalCount = *count};
    for (const invites::Row &row : *rows)
        found.invites.append(shown(row));
    return found;
}

QCoro::Task<Result<>> InvitesService::remove(Principal caller, QString code)
{
    auto job = [this, caller, code](WriteTransaction &transaction) -> Result<> {
        store::Connection &connection = transaction.connection();
        const auto found = invites::find(connection, code);
        if (!found)
            return fail(found.error());
        if (!*found || ((*found)->createdBy != caller.userId && !seesAll(caller)))
            return fail(Error::notFound(u"Invitation"));
        if (auto removed = invites::remove(connection, (*found)->id); !removed)
            return removed;
        return m_audit.record(transaction, AuditOrigin::of(caller), audit_action::kInviteDeleted, (*found)->id);
    };
    Result<> removed = co_await m_database.write(std::move(job));
    co_return removed;
}

Result<invites::Row> InvitesService::usable(store::Connection &connection, const QString &code) const
{
    const auto found = invites::find(connection, code);
    if (!found)
        return fail(found.error());
    if (!*found || m_clock() >= (*found)->expiresAt)
        return notGood();
    if ((*found)->maxUses && (*found)->uses >= *(*found)->maxUses)
        return notGood();
    const auto maker = store::users::find(connection, (*found)->createdBy);
    if (!maker)
        return fail(maker.error());
    if (!*maker || !(*maker)->isActive)
        return notGood();
    const auto rights = permissionsOf(connection, **maker);
    if (!rights)
        return fail(rights.error());
    if (!rights->contains(security::permission::kInvitesCreate))
        return notGood();
    return **found;
}

Result<> InvitesService::use(WriteTransaction &transaction, InviteId invite, UserId newcomer,
                             const QHostAddress &address) const
{
    const auto used = invites::use(transaction.connection(), invite, m_clock());
    if (!used)
        return fail(used.error());
    if (!*used)
        return notGood();
    return m_audit.record(transaction, {.actor = newcomer, .address = address}, audit_action::kInviteUsed, invite);
}

} // namespace plexi::services
