// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/api_keys_service.h"

#include "server/security/crypto.h"
#include "server/security/permissions.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace api_keys = store::api_keys;
using security::Principal;
using store::WriteTransaction;

ApiKeysService::ApiKeysService(store::Database &database, realtime::EventPublisher &publisher, AuthService &auth,
                               const AuditService &audit, std::function<Timestamp()> clock)
    : m_database(database), m_publisher(publisher), m_auth(auth), m_audit(audit), m_clock(std::move(clock))
{
}

protocol::ApiKey ApiKeysService::shown(const api_keys::Row &row) const
{
    return {.id = row.id,
            .name = row.name,
            .permissions = row.scopes,
            .createdAt = row.createdAt,
            .expiresAt = row.expiresAt,
            .lastUsedAt = row.lastUsedAt,
            .isExpired = row.expiresAt && m_clock() >= *row.expiresAt,
            .key = std::nullopt};
}

QCoro::Task<Result<protocol::ApiKey>> ApiKeysService::create(Principal caller, protocol::NewApiKey request)
{
    const UserId self = caller.userId;
    return createFor(std::move(caller), self, {}, std::move(request));
}

QCoro::Task<Result<protocol::ApiKey>> ApiKeysService::createFor(Principal caller, UserId holder, Admission admission,
                                                                protocol::NewApiKey request)
{
    if (const auto proven = m_auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    const auto scopes = security::Scopes::fromNames(request.permissions);
    if (!scopes)
        co_return fail(Error::validation(u"permissions"_s, u"Must be some of read, write and admin"_s));
    if (scopes->admin && !caller.isAdmin())
        co_return fail(Error::forbidden(u"Only an admin can make a key with the admin scope"_s));

    const QString key = "plx_"_L1 + QString::fromLatin1(security::base62(security::randomBytes(32)));
    const api_keys::Row row{.id = m_database.ids().next<ApiKeyId>(),
                            .userId = holder,
                            .name = request.name,
                            .keyHash = security::sha256(key.toLatin1()),
                            .scopes = request.permissions,
                            .createdAt = m_clock(),
                            .expiresAt = request.expiresAt};
    auto job = [this, row, admission = std::move(admission),
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<> {
        if (auto admitted = admission ? admission(transaction.connection()) : Result<>(); !admitted)
            return admitted;
        const auto count = api_keys::count(transaction.connection(), row.userId);
        if (!count)
            return fail(count.error());
        if (*count >= kMaxKeysPerPerson)
            return fail({.code = ErrorCode::Conflict,
                         .message = u"At most %1 API keys; delete one first"_s.arg(kMaxKeysPerPerson)});
        if (auto inserted = api_keys::insert(transaction.connection(), row); !inserted)
            return inserted;
        return m_audit.record(transaction, origin, audit_action::kApiKeyMade, row.id, row.scopes.join(u' '));
    };
    const Result<> inserted = co_await m_database.write(std::move(job));
    if (!inserted)
        co_return fail(inserted.error());
    protocol::ApiKey made = shown(row);
    made.key = key;
    co_return made;
}

Result<QList<protocol::ApiKey>> ApiKeysService::listOf(UserId holder)
{
    const auto rows = api_keys::list(m_database.reader(), holder);
    if (!rows)
        return fail(rows.error());
    QList<protocol::ApiKey> keys;
    for (const api_keys::Row &row : *rows)
        keys.append(shown(row));
    return keys;
}

QCoro::Task<Result<>> ApiKeysService::remove(Principal caller, ApiKeyId id)
{
    const UserId self = caller.userId;
    return removeOf(std::move(caller), self, {}, id);
}

QCoro::Task<Result<>> ApiKeysService::removeOf(Principal caller, UserId holder, Admission admission, ApiKeyId id)
{
    if (!caller.sessionId)
        co_return fail(Error::forbidden(u"API keys cannot do this"_s));
    auto job = [this, id, holder, admission = std::move(admission),
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<> {
        if (auto admitted = admission ? admission(transaction.connection()) : Result<>(); !admitted)
            return admitted;
        const auto removed = api_keys::remove(transaction.connection(), id, holder);
        if (!removed)
            return fail(removed.error());
        if (!*removed)
            return fail(Error::notFound(u"API key"));
        if (auto told = m_audit.record(transaction, origin, audit_action::kApiKeyDeleted, id); !told)
            return told;
        transaction.afterCommit([this, id] { m_publisher.endApiKey(id); });
        return {};
    };
    Result<> removed = co_await m_database.write(std::move(job));
    co_return removed;
}

} // namespace plexi::services
