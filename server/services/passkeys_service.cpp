// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/passkeys_service.h"

#include "server/security/crypto.h"
#include "server/store/used_challenges_store.h"
#include "server/store/users_store.h"

#include <QHostAddress>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace passkeys = store::passkeys;
namespace webauthn = security::webauthn;
using security::Principal;
using store::Connection;
using store::WriteTransaction;

namespace {

constexpr auto kSignInContext = "passkey sign-in";
constexpr int kTimeoutMilliseconds = 300'000;

QByteArray registrationContext(const Principal &caller)
{
    return "passkey registration " + caller.sessionId->toString().toLatin1();
}

/** What an authenticator gives back to say whose key it has; section 5.4.3: opaque, no name of a person. */
QByteArray userHandle(UserId user)
{
    return user.toString().toLatin1();
}

std::unexpected<Error> passkeyRefused()
{
    return fail({.code = ErrorCode::InvalidCredentials, .message = u"The passkey was not accepted"_s});
}

QString base64Url(const QByteArray &bytes)
{
    return QString::fromLatin1(security::toBase64Url(bytes));
}

QJsonArray algorithms()
{
    QJsonArray array;
    // COSE: ES256, EdDSA, RS256, the one we would rather have first.
    for (const int algorithm : {-7, -8, -257})
        array.append(QJsonObject{{"type"_L1, "public-key"_L1}, {"alg"_L1, algorithm}});
    return array;
}

protocol::Passkey shown(const passkeys::Row &row)
{
    return {.id = row.id,
            .name = row.name,
            .isBackedUp = row.isBackedUp,
            .createdAt = row.createdAt,
            .lastUsedAt = row.lastUsedAt};
}

/** "https://chat.example.com" without a port that is the scheme's own (RFC 6454, section 6.2). */
QString originOf(const QUrl &url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    QString origin = url.scheme() + "://"_L1 + url.host(QUrl::FullyEncoded);
    if (url.port(usual) != usual)
        origin += u':' + QString::number(url.port());
    return origin;
}

} // namespace

PasskeysService::PasskeysService(store::Database &database, AuthService &auth, const AuditService &audit,
                                 security::Challenges challenges, const QUrl &publicUrl,
                                 std::function<Timestamp()> clock)
    : m_database(database), m_auth(auth), m_audit(audit), m_challenges(std::move(challenges)), m_clock(std::move(clock))
{
    // A passkey belongs to a domain; an address is none (section 5.1.3, step 7).
    if (!publicUrl.isEmpty() && QHostAddress(publicUrl.host()).isNull())
        m_party = {.id = publicUrl.host(QUrl::FullyEncoded), .origin = originOf(publicUrl)};
}

Result<> PasskeysService::requirePublicUrl() const
{
    if (m_party.id.isEmpty())
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"Passkeys need a server.public_url with a domain name"_s});
    return {};
}

Result<QJsonObject> PasskeysService::creationOptions(const Principal &caller)
{
    if (const auto possible = requirePublicUrl(); !possible)
        return fail(possible.error());
    if (const auto proven = m_auth.requireRecentProof(caller); !proven)
        return fail(proven.error());
    const auto user = store::users::find(m_database.reader(), caller.userId);
    if (!user)
        return fail(user.error());
    const auto known = passkeys::list(m_database.reader(), caller.userId);
    if (!known)
        return fail(known.error());
    QJsonArray excluded;
    for (const passkeys::Row &row : *known)
        excluded.append(QJsonObject{{"type"_L1, "public-key"_L1}, {"id"_L1, base64Url(row.credentialId)}});
    const QString displayName = *user ? (*user)->displayName : caller.username;
    return QJsonObject{
        {"rp"_L1, QJsonObject{{"id"_L1, m_party.id}, {"name"_L1, "PlexiChat"_L1}}},
        {"user"_L1,
         QJsonObject{{"id"_L1, base64Url(userHandle(caller.userId))},
                     {"name"_L1, caller.username},
                     {"displayName"_L1, displayName}}},
        {"challenge"_L1, base64Url(m_challenges.make(registrationContext(caller), m_clock()))},
        {"pubKeyCredParams"_L1, algorithms()},
        {"timeout"_L1, kTimeoutMilliseconds},
        {"excludeCredentials"_L1, excluded},
        {"authenticatorSelection"_L1,
         QJsonObject{{"residentKey"_L1, "required"_L1},
                     {"requireResidentKey"_L1, true},
                     {"userVerification"_L1, "required"_L1}}},
        {"attestation"_L1, "none"_L1},
    };
}

QCoro::Task<Result<protocol::Passkey>> PasskeysService::add(Principal caller, protocol::NewPasskey passkey)
{
    if (const auto possible = requirePublicUrl(); !possible)
        co_return fail(possible.error());
    if (const auto proven = m_auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    const Timestamp now = m_clock();
    const QByteArray challenge = webauthn::claimedChallenge(passkey.clientDataJson);
    const auto ends = m_challenges.check(challenge, registrationContext(caller), now);
    if (!ends)
        co_return fail(Error::validation(u"credential"_s, u"The challenge is another, or too old"_s));
    const auto registration = webauthn::verifyRegistration(m_party, challenge,
                                                           {passkey.clientDataJson, passkey.attestationObject});
    if (!registration)
        co_return fail(registration.error());
    if (!registration->flags.isUserVerified)
        co_return fail(Error::validation(u"credential"_s, u"The authenticator did not verify the person"_s));

    const passkeys::Row row{.id = m_database.ids().next<PasskeyId>(),
                            .userId = caller.userId,
                            .credentialId = registration->credentialId,
                            .publicKey = registration->publicKey,
                            .signCount = registration->signCount,
                            .name = passkey.name.isEmpty() ? "Passkey "_L1 + now.toIso().left(10) : passkey.name,
                            .isBackedUp = registration->flags.isBackedUp,
                            .createdAt = now};
    auto job = [this, row, challenge, ends = *ends,
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<protocol::Passkey> {
        if (const auto told = m_audit.record(transaction, origin, audit_action::kPasskeyAdded, row.id); !told)
            return fail(told.error());
        return insert(transaction.connection(), row, challenge, ends);
    };
    Result<protocol::Passkey> added = co_await m_database.write(std::move(job));
    co_return added;
}

Result<protocol::Passkey> PasskeysService::insert(Connection &connection, passkeys::Row row,
                                                  const QByteArray &challenge, Timestamp challengeEnds) const
{
    const auto known = passkeys::list(connection, row.userId);
    if (!known)
        return fail(known.error());
    if (known->size() >= kMaxPasskeysPerPerson)
        return fail({.code = ErrorCode::Conflict,
                     .message = u"At most %1 passkeys; delete one first"_s.arg(kMaxPasskeysPerPerson)});
    if (const auto used = store::used_challenges::use(connection, security::sha256(challenge), challengeEnds,
                                                      m_clock());
        !used)
        return fail(used.error());
    if (const auto inserted = passkeys::insert(connection, row); !inserted)
        return fail(inserted.error());
    return shown(row);
}

Result<QList<protocol::Passkey>> PasskeysService::list(const Principal &caller)
{
    if (!caller.sessionId)
        return fail(Error::forbidden(u"API keys cannot do this"_s));
    const auto rows = passkeys::list(m_database.reader(), caller.userId);
    if (!rows)
        return fail(rows.error());
    QList<protocol::Passkey> all;
    for (const passkeys::Row &row : *rows)
        all.append(shown(row));
    return all;
}

QCoro::Task<Result<>> PasskeysService::remove(Principal caller, PasskeyId id)
{
    if (const auto proven = m_auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    auto job = [this, id, user = caller.userId,
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<> {
        const auto removed = passkeys::remove(transaction.connection(), id, user);
        if (!removed)
            return fail(removed.error());
        if (!*removed)
            return fail(Error::notFound(u"Passkey"));
        return m_audit.record(transaction, origin, audit_action::kPasskeyRemoved, id);
    };
    Result<> removed = co_await m_database.write(std::move(job));
    co_return removed;
}

Result<QJsonObject> PasskeysService::requestOptions()
{
    if (const auto possible = requirePublicUrl(); !possible)
        return fail(possible.error());
    // No list of credentials: the authenticator offers what it has, and nobody learns who has an account.
    return QJsonObject{
        {"challenge"_L1, base64Url(m_challenges.make(kSignInContext, m_clock()))},
        {"rpId"_L1, m_party.id},
        {"timeout"_L1, kTimeoutMilliseconds},
        {"allowCredentials"_L1, QJsonArray()},
        {"userVerification"_L1, "required"_L1},
    };
}

QCoro::Task<Result<AuthService::SignedIn>> PasskeysService::signIn(protocol::PasskeySignIn request,
                                                                   AuthService::Client client)
{
    if (const auto possible = requirePublicUrl(); !possible)
        co_return fail(possible.error());
    auto job = [this, request, client](WriteTransaction &transaction) {
        return finish(transaction, request, client);
    };
    Result<AuthService::SignedIn> signedIn = co_await m_database.write(std::move(job));
    if (!signedIn && signedIn.error().code == ErrorCode::InvalidCredentials) {
        const auto row = passkeys::findByCredential(m_database.reader(), request.credentialId);
        const auto user = row && *row ? std::optional((*row)->userId) : std::nullopt;
        co_await m_auth.recordFailure({.address = client.address}, user, u"passkey"_s);
    }
    co_return signedIn;
}

Result<AuthService::SignedIn> PasskeysService::finish(WriteTransaction &transaction,
                                                      const protocol::PasskeySignIn &request,
                                                      const AuthService::Client &client)
{
    Connection &connection = transaction.connection();
    const Timestamp now = m_clock();
    const QByteArray challenge = webauthn::claimedChallenge(request.clientDataJson);
    const auto ends = m_challenges.check(challenge, kSignInContext, now);
    if (!ends)
        return passkeyRefused();
    const auto row = passkeys::findByCredential(connection, request.credentialId);
    if (!row)
        return fail(row.error());
    if (!*row || request.userHandle != userHandle((*row)->userId))
        return passkeyRefused();
    const auto assertion = webauthn::verifyAssertion(
        m_party, challenge, (*row)->publicKey, {request.clientDataJson, request.authenticatorData, request.signature});
    if (!assertion || !assertion->flags.isUserVerified)
        return passkeyRefused();
    // Section 7.2, step 21: a counter that does not grow is that of a copy.
    const bool counts = assertion->signCount != 0 || (*row)->signCount != 0;
    if (counts && assertion->signCount <= (*row)->signCount)
        return passkeyRefused();
    const auto used = store::used_challenges::use(connection, security::sha256(challenge), *ends, now);
    if (!used)
        return used.error().code == ErrorCode::Conflict ? passkeyRefused() : fail(used.error());
    if (const auto kept = passkeys::setUsed(connection, (*row)->id, assertion->signCount, assertion->flags.isBackedUp,
                                            now);
        !kept)
        return fail(kept.error());
    return m_auth.startSession(transaction, client, (*row)->userId);
}

} // namespace plexi::services
