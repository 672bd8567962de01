// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of AuthService that every request passes: from a credential to who it stands for.
#include "server/security/crypto.h"
#include "server/security/permissions.h"
#include "server/services/auth_service.h"
#include "server/store/credentials_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace api_keys = store::api_keys;
namespace sessions = store::sessions;
using security::Credential;
using security::Principal;

namespace {

// Seconds between two notes of when a session or a key was used.
constexpr qint64 kUseInterval = 60;
constexpr qsizetype kMaxRecordedUses = 10'000;
// Longer than any cookie or key of ours; not worth hashing.
constexpr qsizetype kMaxSecretSize = 200;

std::unexpected<Error> invalid(const QString &message)
{
    return fail({.code = ErrorCode::InvalidToken, .message = message});
}

std::unexpected<Error> expired(const QString &message)
{
    return fail({.code = ErrorCode::TokenExpired, .message = message});
}

} // namespace

Result<Principal> AuthService::authenticate(const Credential &presented)
{
    Credential credential = presented;
    if (credential.kind == Credential::Kind::AccessTokenOrApiKey)
        credential.kind = credential.secret.startsWith("plx_"_L1) ? Credential::Kind::ApiKey : Credential::Kind::Bearer;
    // Asked before the rows are: should they change in between, what is remembered is of the past, and is not believed.
    const auto version = store::credentials::version(m_database.reader());
    if (!version)
        return fail(version.error());
    if (auto known = m_cache.find(credential, *version, m_options.clock()))
        return std::move(*known);

    auto found = [&] {
        switch (credential.kind) {
        case Credential::Kind::ApiKey:
            return authenticateKey(credential.secret);
        case Credential::Kind::Cookie:
            return authenticateCookie(credential.secret);
        case Credential::Kind::Bearer:
        case Credential::Kind::AccessTokenOrApiKey:
            break;
        }
        return authenticateToken(credential.secret);
    }();
    if (!found)
        return fail(std::move(found.error()));
    m_cache.insert(credential, *version, found->until, found->principal);
    return std::move(found->principal);
}

Result<AuthService::Authenticated> AuthService::authenticateToken(const QString &token)
{
    const auto claims = m_signer.verify(security::KeyPurpose::AccessToken, token, m_options.clock());
    if (!claims)
        return fail(claims.error());
    auto found = authenticateSession(sessions::caller(m_database.reader(), claims->sessionId),
                                     Credential::Kind::Bearer);
    if (!found)
        return found;
    if (found->principal.userId != claims->userId)
        return invalid(u"The token is not valid"_s);
    found->until = std::min(found->until, claims->expiresAt);
    return found;
}

Result<AuthService::Authenticated> AuthService::authenticateCookie(const QString &value)
{
    if (value.isEmpty() || value.size() > kMaxSecretSize)
        return invalid(u"The session cookie is not valid"_s);
    const QByteArray hash = security::sha256(value.toUtf8());
    return authenticateSession(sessions::callerByCookie(m_database.reader(), hash), Credential::Kind::Cookie);
}

Result<AuthService::Authenticated> AuthService::authenticateSession(
    const Result<std::optional<sessions::Caller>> &found, Credential::Kind kind)
{
    if (!found)
        return fail(found.error());
    if (!*found || !(*found)->user.isActive)
        return invalid(u"The session has ended"_s);
    const sessions::Caller &caller = **found;
    if (m_options.clock() >= caller.expiresAt)
        return expired(u"The session has expired"_s);
    const SessionId session = caller.sessionId;
    const Timestamp useIsDue = recordUse(session.value(), caller.lastUsedAt,
                                         [session](store::Connection &connection, Timestamp now) {
                                             return sessions::setLastUsedAt(connection, session, now);
                                         });
    return Authenticated{.principal = {.userId = caller.user.id,
                                       .username = caller.user.username,
                                       .roles = caller.user.roles,
                                       .permissions = security::permissionsOf(caller.user.roles),
                                       .kind = kind,
                                       .sessionId = session,
                                       .apiKeyId = std::nullopt,
                                       .mayWrite = true},
                         .until = std::min(caller.expiresAt, useIsDue)};
}

Result<AuthService::Authenticated> AuthService::authenticateKey(const QString &key)
{
    if (key.size() > kMaxSecretSize)
        return invalid(u"The API key is not valid"_s);
    const auto found = api_keys::caller(m_database.reader(), security::sha256(key.toUtf8()));
    if (!found)
        return fail(found.error());
    if (!*found || !(*found)->user.isActive)
        return invalid(u"The API key is not valid"_s);
    const api_keys::Caller &caller = **found;
    if (caller.expiresAt && m_options.clock() >= *caller.expiresAt)
        return expired(u"The API key has expired"_s);
    const auto scopes = security::Scopes::fromNames(caller.scopes);
    if (!scopes)
        return invalid(u"The API key is not valid"_s);
    const ApiKeyId id = caller.keyId;
    const Timestamp useIsDue = recordUse(
        id.value(), caller.lastUsedAt,
        [id](store::Connection &connection, Timestamp now) { return api_keys::setLastUsedAt(connection, id, now); });
    return Authenticated{
        .principal = {.userId = caller.user.id,
                      .username = caller.user.username,
                      .roles = security::rolesWithin(*scopes, caller.user.roles),
                      .permissions = security::permissionsWithin(*scopes, security::permissionsOf(caller.user.roles)),
                      .kind = Credential::Kind::ApiKey,
                      .sessionId = std::nullopt,
                      .apiKeyId = id,
                      .mayWrite = scopes->write,
                      .expiresAt = caller.expiresAt},
        .until = caller.expiresAt ? std::min(*caller.expiresAt, useIsDue) : useIsDue};
}

Timestamp AuthService::recordUse(qint64 id, std::optional<Timestamp> lastUsedAt,
                                 std::function<Result<>(store::Connection &, Timestamp)> write)
{
    const Timestamp now = m_options.clock();
    const Timestamp nextOfRow = lastUsedAt ? lastUsedAt->plusSeconds(kUseInterval) : now;
    if (now < nextOfRow)
        return nextOfRow;
    {
        const QMutexLocker lock(&m_usesMutex);
        const auto recorded = m_recordedUses.constFind(id);
        if (recorded != m_recordedUses.constEnd() && now < recorded->plusSeconds(kUseInterval))
            return recorded->plusSeconds(kUseInterval);
        if (m_recordedUses.size() >= kMaxRecordedUses)
            m_recordedUses.clear();
        m_recordedUses.insert(id, now);
    }
    m_database.write([write = std::move(write), now](store::WriteTransaction &transaction) {
        return write(transaction.connection(), now);
    });
    return now.plusSeconds(kUseInterval);
}

} // namespace plexi::services
