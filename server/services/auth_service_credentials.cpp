// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The half of AuthService that every request passes: from a credential to who it stands for.
#include "server/security/crypto.h"
#include "server/security/permissions.h"
#include "server/services/auth_service.h"

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

Result<Principal> AuthService::authenticate(const Credential &credential)
{
    switch (credential.kind) {
    case Credential::Kind::Bearer:
        return authenticateToken(credential.secret);
    case Credential::Kind::ApiKey:
        return authenticateKey(credential.secret);
    case Credential::Kind::Cookie:
        return authenticateCookie(credential.secret);
    case Credential::Kind::AccessTokenOrApiKey:
        break;
    }
    return credential.secret.startsWith("plx_"_L1) ? authenticateKey(credential.secret)
                                                   : authenticateToken(credential.secret);
}

Result<Principal> AuthService::authenticateToken(const QString &token)
{
    const auto claims = m_signer.verify(security::KeyPurpose::AccessToken, token, m_options.clock());
    if (!claims)
        return fail(claims.error());
    auto principal = sessionPrincipal(sessions::caller(m_database.reader(), claims->sessionId),
                                      Credential::Kind::Bearer);
    if (principal && principal->userId != claims->userId)
        return invalid(u"The token is not valid"_s);
    return principal;
}

Result<Principal> AuthService::authenticateCookie(const QString &value)
{
    if (value.isEmpty() || value.size() > kMaxSecretSize)
        return invalid(u"The session cookie is not valid"_s);
    const QByteArray hash = security::sha256(value.toUtf8());
    return sessionPrincipal(sessions::callerByCookie(m_database.reader(), hash), Credential::Kind::Cookie);
}

Result<Principal> AuthService::sessionPrincipal(const Result<std::optional<sessions::Caller>> &found,
                                                Credential::Kind kind)
{
    if (!found)
        return fail(found.error());
    if (!*found || !(*found)->user.isActive)
        return invalid(u"The session has ended"_s);
    const sessions::Caller &caller = **found;
    if (m_options.clock() >= caller.expiresAt)
        return expired(u"The session has expired"_s);
    const SessionId session = caller.sessionId;
    recordUse(session.value(), caller.lastUsedAt, [session](store::Connection &connection, Timestamp now) {
        return sessions::setLastUsedAt(connection, session, now);
    });
    return Principal{.userId = caller.user.id,
                     .username = caller.user.username,
                     .roles = caller.user.roles,
                     .permissions = security::permissionsOf(caller.user.roles),
                     .kind = kind,
                     .sessionId = session,
                     .apiKeyId = std::nullopt,
                     .mayWrite = true};
}

Result<Principal> AuthService::authenticateKey(const QString &key)
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
    recordUse(id.value(), caller.lastUsedAt, [id](store::Connection &connection, Timestamp now) {
        return api_keys::setLastUsedAt(connection, id, now);
    });
    return Principal{.userId = caller.user.id,
                     .username = caller.user.username,
                     .roles = security::rolesWithin(*scopes, caller.user.roles),
                     .permissions = security::permissionsWithin(*scopes, security::permissionsOf(caller.user.roles)),
                     .kind = Credential::Kind::ApiKey,
                     .sessionId = std::nullopt,
                     .apiKeyId = id,
                     .mayWrite = scopes->write,
                     .expiresAt = caller.expiresAt};
}

void AuthService::recordUse(qint64 id, std::optional<Timestamp> lastUsedAt,
                            std::function<Result<>(store::Connection &, Timestamp)> write)
{
    const Timestamp now = m_options.clock();
    if (lastUsedAt && now < lastUsedAt->plusSeconds(kUseInterval))
        return;
    {
        const QMutexLocker lock(&m_usesMutex);
        const auto recorded = m_recordedUses.constFind(id);
        if (recorded != m_recordedUses.constEnd() && now < recorded->plusSeconds(kUseInterval))
            return;
        if (m_recordedUses.size() >= kMaxRecordedUses)
            m_recordedUses.clear();
        m_recordedUses.insert(id, now);
    }
    m_database.write([write = std::move(write), now](store::WriteTransaction &transaction) {
        return write(transaction.connection(), now);
    });
}

} // namespace plexi::services
