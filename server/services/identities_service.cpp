// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/identities_service.h"

#include "server/security/crypto.h"
#include "server/services/identity_accounts.h"
#include "server/store/passkeys_store.h"
#include "server/store/used_challenges_store.h"
#include "server/store/users_store.h"

#include <QHostAddress>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace identities = store::identities;
using security::Principal;
using store::Connection;
using store::WriteTransaction;

namespace {

constexpr qsizetype kSecretSize = 32;

QString secret()
{
    return QString::fromLatin1(security::toBase64Url(security::randomBytes(kSecretSize)));
}

/** RFC 7636, section 4.2: S256. */
QString challengeOf(const QString &verifier)
{
    return QString::fromLatin1(security::toBase64Url(security::sha256(verifier.toUtf8())));
}

bool areEqual(const QString &a, const QString &b)
{
    return security::equalInConstantTime(a.toUtf8(), b.toUtf8());
}

std::unexpected<Error> identityRefused()
{
    return fail({.code = ErrorCode::InvalidCredentials,
                 .message = u"The sign-in was not confirmed, took too long, or began in another browser"_s});
}

/** RFC 8252, section 7.3: a literal, since a name can be made to mean another machine. */
bool isLoopbackRedirect(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "http"_L1 && (url.host() == "127.0.0.1"_L1 || url.host() == "::1"_L1)
        && url.port() > 0 && url.userInfo().isEmpty() && !url.hasFragment();
}

/** Nothing that a browser could take for an address elsewhere. */
bool isPathOfOurs(const QString &text)
{
    return text.startsWith(u'/') && !text.startsWith("//"_L1) && !text.contains(u'\\')
        && QUrl(text, QUrl::StrictMode).isValid() && QUrl(text).isRelative();
}

Result<> checkStart(const IdentitiesService::Start &start)
{
    if (!start.returnTo.isEmpty() && !isPathOfOurs(start.returnTo))
        return fail(Error::validation(u"return_to"_s, u"Must be a path of this server"_s));
    if (start.appRedirectUri.isEmpty() && start.appCodeChallenge.isEmpty())
        return {};
    if (!isLoopbackRedirect(start.appRedirectUri))
        return fail(Error::validation(u"redirect_uri"_s, u"Must be http://127.0.0.1:PORT/… or http://[::1]:PORT/…"_s));
    const auto digest = security::fromBase64Url(start.appCodeChallenge.toLatin1());
    if (!digest || digest->size() != kSecretSize)
        return fail(Error::validation(u"code_challenge"_s, u"Must be the SHA-256 of code_verifier in base64url"_s));
    return {};
}

/** To the app that waits, with what came of it. */
QUrl appUrl(const IdentityFlow &flow, const std::pair<QString, QString> &outcome)
{
    QUrl url(flow.appRedirectUri);
    QUrlQuery query(url);
    query.addQueryItem(outcome.first, outcome.second);
    if (!flow.appState.isEmpty())
        query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(flow.appState)));
    url.setQuery(query);
    return url;
}

/** RFC 6749, section 4.1.2.1. */
QString appError(const Error &error)
{
    return error.code == ErrorCode::InvalidCredentials ? u"access_denied"_s : u"temporarily_unavailable"_s;
}

QString labelOf(const ProvenIdentity &identity)
{
    for (const QString &text : {identity.verifiedEmail, identity.preferredUsername, identity.name}) {
        if (!text.isEmpty())
            return text;
    }
    return identity.subject;
}

} // namespace

IdentitiesService::IdentitiesService(const Parts &parts, security::SecretBox box, Options options)
    : d(parts), m_tickets(std::move(box)), m_options(std::move(options))
{
    for (const OpenIdProvider::Settings &settings : m_options.providers)
        m_providers.push_back(std::make_unique<OpenIdProvider>(settings, d.client, m_options.clock));
}

OpenIdProvider *IdentitiesService::find(const QString &name) const
{
    for (const auto &provider : m_providers) {
        if (provider->settings().name == name)
            return provider.get();
    }
    return nullptr;
}

QList<protocol::IdentityProvider> IdentitiesService::providers() const
{
    QList<protocol::IdentityProvider> all;
    for (const auto &provider : m_providers) {
        const OpenIdProvider::Settings &settings = provider->settings();
        all.append({.name = settings.name,
                    .issuer = settings.issuer,
                    .startUrl = u"/api/v1/auth/oidc/%1/start"_s.arg(settings.name)});
    }
    return all;
}

QCoro::Task<Result<IdentitiesService::Departure>> IdentitiesService::start(Start request)
{
    OpenIdProvider *provider = find(request.provider);
    if (!provider)
        co_return fail(Error::notFound(u"Identity provider"));
    if (const auto checked = checkStart(request); !checked)
        co_return fail(checked.error());
    const IdentityFlow flow{.provider = request.provider,
                            .state = secret(),
                            .nonce = secret(),
                            .codeVerifier = secret(),
                            .redirectUri = request.callbackUrl,
                            .rememberMe = request.rememberMe,
                            .returnTo = request.returnTo,
                            .appRedirectUri = request.appRedirectUri,
                            .appCodeChallenge = request.appCodeChallenge,
                            .appState = request.appState,
                            .expiresAt = m_options.clock().plusSeconds(IdentityFlow::kLifetimeSeconds)};
    OpenIdProvider::Question question{.redirectUri = flow.redirectUri,
                                      .state = flow.state,
                                      .nonce = flow.nonce,
                                      .codeChallenge = challengeOf(flow.codeVerifier)};
    const Result<QUrl> target = co_await provider->authorizationUrl(std::move(question));
    if (!target)
        co_return fail(target.error());
    co_return Departure{*target, m_tickets.seal(flow)};
}

Result<> IdentitiesService::useOnce(Connection &connection, const QByteArray &secret, Timestamp expiresAt) const
{
    auto used = store::used_challenges::use(connection, security::sha256(secret), expiresAt, m_options.clock());
    if (!used && used.error().code == ErrorCode::Conflict)
        return identityRefused();
    return used;
}

QCoro::Task<Result<ProvenIdentity>> IdentitiesService::prove(OpenIdProvider *provider, IdentityFlow flow,
                                                             Return request)
{
    auto job = [this, state = flow.state.toLatin1(), end = flow.expiresAt](WriteTransaction &transaction) {
        return useOnce(transaction.connection(), state, end);
    };
    const Result<> first = co_await d.database.write(std::move(job));
    if (!first)
        co_return fail(first.error());
    if (!request.code)
        co_return identityRefused();
    OpenIdProvider::Answer answer{.code = *request.code,
                                  .issuer = request.issuer,
                                  .redirectUri = flow.redirectUri,
                                  .nonce = flow.nonce,
                                  .codeVerifier = flow.codeVerifier};
    const Result<security::IdToken> token = co_await provider->redeem(std::move(answer));
    if (!token)
        co_return fail(token.error());
    co_return ProvenIdentity{.provider = flow.provider,
                             .issuer = provider->settings().issuer,
                             .subject = token->subject,
                             .verifiedEmail = token->verifiedEmail,
                             .preferredUsername = token->preferredUsername,
                             .name = token->name,
                             .codeChallenge = flow.appCodeChallenge,
                             .expiresAt = m_options.clock().plusSeconds(ProvenIdentity::kLifetimeSeconds)};
}

QCoro::Task<Result<IdentitiesService::Arrival>> IdentitiesService::arrive(Return request, AuthService::Client client)
{
    OpenIdProvider *provider = find(request.provider);
    if (!provider)
        co_return fail(Error::notFound(u"Identity provider"));
    const auto flow = m_tickets.openFlow(request.flow, m_options.clock());
    if (!flow || flow->provider != request.provider || !areEqual(flow->state, request.state))
        co_return identityRefused();
    const Result<ProvenIdentity> proven = co_await prove(provider, *flow, request);
    if (!proven && proven.error().code == ErrorCode::InvalidCredentials)
        co_await d.auth.recordFailure({.address = client.address}, std::nullopt, u"oidc"_s);
    if (flow->isApp() && proven)
        co_return appUrl(*flow, {u"code"_s, QString::fromLatin1(m_tickets.seal(*proven))});
    if (flow->isApp())
        co_return appUrl(*flow, {u"error"_s, appError(proven.error())});
    if (!proven)
        co_return fail(proven.error());
    client.rememberMe = flow->rememberMe;
    auto job = [this, identity = *proven, client](WriteTransaction &transaction) {
        return finish(transaction, identity, client);
    };
    Result<AuthService::SignedIn> signedIn = co_await d.database.write(std::move(job));
    if (!signedIn)
        co_return fail(signedIn.error());
    co_return BrowserSignIn{std::move(*signedIn), flow->returnTo};
}

Result<ProvenIdentity> IdentitiesService::openProof(const protocol::IdentityProof &proof) const
{
    auto identity = m_tickets.openIdentity(proof.code.toLatin1(), m_options.clock());
    if (!identity || identity->codeChallenge.isEmpty()
        || !areEqual(identity->codeChallenge, challengeOf(proof.codeVerifier)))
        return identityRefused();
    return std::move(*identity);
}

QCoro::Task<Result<AuthService::SignedIn>> IdentitiesService::signIn(protocol::IdentityProof proof,
                                                                     AuthService::Client client)
{
    const auto identity = openProof(proof);
    if (!identity) {
        co_await d.auth.recordFailure({.address = client.address}, std::nullopt, u"oidc"_s);
        co_return fail(identity.error());
    }
    auto job = [this, identity = *identity, code = proof.code.toLatin1(),
                client](WriteTransaction &transaction) -> Result<AuthService::SignedIn> {
        if (const auto used = useOnce(transaction.connection(), code, identity.expiresAt); !used)
            return fail(used.error());
        return finish(transaction, identity, client);
    };
    Result<AuthService::SignedIn> signedIn = co_await d.database.write(std::move(job));
    co_return signedIn;
}

Result<AuthService::SignedIn> IdentitiesService::finish(WriteTransaction &transaction, const ProvenIdentity &identity,
                                                        const AuthService::Client &client)
{
    const auto known = identities::find(transaction.connection(), identity.issuer, identity.subject);
    if (!known)
        return fail(known.error());
    if (*known) {
        if (const auto kept = identities::setUsed(transaction.connection(), (*known)->id, labelOf(identity),
                                                  m_options.clock());
            !kept)
            return fail(kept.error());
        return d.auth.startSession(transaction, client, (*known)->userId);
    }
    const OpenIdProvider *provider = find(identity.provider);
    if (!m_options.isRegistrationOpen && !(provider && provider->settings().createsAccounts))
        return fail(Error::forbidden(u"No account has this identity; sign in to yours and link it"_s));
    const AuditOrigin origin{.address = client.address};
    auto account = accountFor(transaction.connection(), identity);
    if (!account)
        return fail(account.error());
    account->origin = origin;
    const auto user = d.users.insertAccount(transaction, *account);
    if (!user)
        return fail(user.error());
    if (const auto linked = insert(transaction, identity, *user, origin); !linked)
        return fail(linked.error());
    return d.auth.startSession(transaction, client, *user);
}

Result<protocol::Identity> IdentitiesService::insert(WriteTransaction &transaction, const ProvenIdentity &identity,
                                                     UserId user, const AuditOrigin &origin)
{
    const Timestamp now = m_options.clock();
    const identities::Row row{.id = d.database.ids().next<IdentityId>(),
                              .userId = user,
                              .issuer = identity.issuer,
                              .subject = identity.subject,
                              .label = labelOf(identity),
                              .createdAt = now};
    if (const auto inserted = identities::insert(transaction.connection(), row); !inserted) {
        if (inserted.error().code != ErrorCode::Conflict)
            return fail(inserted.error());
        return fail({.code = ErrorCode::Conflict, .message = u"That identity is linked to an account already"_s});
    }
    if (const auto told = d.audit.record(transaction, origin, audit_action::kIdentityLinked, row.id, identity.provider);
        !told)
        return fail(told.error());
    return shown(row);
}

QCoro::Task<Result<protocol::Identity>> IdentitiesService::link(Principal caller, protocol::IdentityProof proof)
{
    if (const auto proven = d.auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    const auto identity = openProof(proof);
    if (!identity)
        co_return fail(Error::validation(u"code"_s, u"Is not good, or not any more"_s));
    auto job = [this, identity = *identity, code = proof.code.toLatin1(), user = caller.userId,
                origin = AuditOrigin::of(caller)](WriteTransaction &transaction) -> Result<protocol::Identity> {
        if (const auto used = useOnce(transaction.connection(), code, identity.expiresAt); !used)
            return fail(Error::validation(u"code"_s, u"Is not good, or not any more"_s));
        const auto known = identities::list(transaction.connection(), user);
        if (!known)
            return fail(known.error());
        if (known->size() >= kMaxIdentitiesPerPerson)
            return fail({.code = ErrorCode::Conflict,
                         .message = u"At most %1 identities; remove one first"_s.arg(kMaxIdentitiesPerPerson)});
        return insert(transaction, identity, user, origin);
    };
    Result<protocol::Identity> linked = co_await d.database.write(std::move(job));
    co_return linked;
}

protocol::Identity IdentitiesService::shown(const identities::Row &row) const
{
    const auto provider = std::ranges::find_if(
        m_providers, [&](const auto &candidate) { return candidate->settings().issuer == row.issuer; });
    return {.id = row.id,
            .provider = provider == m_providers.end() ? QString() : (*provider)->settings().name,
            .issuer = row.issuer,
            .label = row.label,
            .createdAt = row.createdAt,
            .lastUsedAt = row.lastUsedAt};
}

Result<QList<protocol::Identity>> IdentitiesService::list(const Principal &caller)
{
    if (!caller.sessionId)
        return fail(Error::forbidden(u"API keys cannot do this"_s));
    const auto rows = identities::list(d.database.reader(), caller.userId);
    if (!rows)
        return fail(rows.error());
    QList<protocol::Identity> all;
    for (const identities::Row &row : *rows)
        all.append(shown(row));
    return all;
}

QCoro::Task<Result<>> IdentitiesService::unlink(Principal caller, IdentityId id)
{
    if (const auto proven = d.auth.requireRecentProof(caller); !proven)
        co_return fail(proven.error());
    auto job = [this, id, user = caller.userId, origin = AuditOrigin::of(caller)](WriteTransaction &transaction) {
        return remove(transaction, id, user, origin);
    };
    Result<> removed = co_await d.database.write(std::move(job));
    co_return removed;
}

Result<> IdentitiesService::remove(WriteTransaction &transaction, IdentityId id, UserId user, const AuditOrigin &origin)
{
    Connection &connection = transaction.connection();
    const auto removed = identities::remove(connection, id, user);
    if (!removed)
        return fail(removed.error());
    if (!*removed)
        return fail(Error::notFound(u"Identity"));
    const auto person = store::users::find(connection, user);
    if (!person)
        return fail(person.error());
    const bool hasPassword = *person && (*person)->passwordHash != security::PasswordHasher::unmatchableHash();
    const auto others = identities::list(connection, user);
    const auto passkeys = store::passkeys::list(connection, user);
    if (!others || !passkeys)
        return fail(others ? passkeys.error() : others.error());
    if (!hasPassword && others->isEmpty() && passkeys->isEmpty())
        return fail({.code = ErrorCode::Conflict, .message = u"This is the only way in to the account"_s});
    return d.audit.record(transaction, origin, audit_action::kIdentityRemoved, id);
}

} // namespace plexi::services
