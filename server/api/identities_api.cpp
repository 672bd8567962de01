// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/identities_api.h"

#include "server/api/session_cookie.h"
#include "server/http/query_reader.h"
#include "shared/protocol/pagination.h"
#include "shared/protocol/session.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace plexi::api {

using http::jsonAnswer;
using http::jsonBody;
using http::Method;
using http::noContentAnswer;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;
using services::IdentitiesService;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

constexpr auto kFlowCookie = "plexichat_oidc";
constexpr protocol::LengthRange kAddress{.min = 1, .max = 512};
constexpr protocol::LengthRange kChallenge{.min = 43, .max = 43};
constexpr protocol::LengthRange kState{.min = 1, .max = 256};
constexpr protocol::LengthRange kAnswer{.min = 1, .max = 4'096};

/** Lax: it comes along when the provider sends the browser back. @p maxAge in seconds; 0: it ends now. */
QByteArray flowCookie(const QByteArray &value, qint64 maxAge, bool isSecure)
{
    QByteArray cookie = kFlowCookie + ('=' + value)
        + "; Path=/api/v1/auth/oidc; HttpOnly; SameSite=Lax; Max-Age=" + QByteArray::number(maxAge);
    if (isSecure)
        cookie += "; Secure";
    return cookie;
}

Response redirectTo(const QUrl &url)
{
    Response response{.status = 303, .body = {}, .contentType = {}};
    response.headers.append(Header::Location, url.toEncoded());
    return response;
}

std::vector<http::QueryParameter> startQuery()
{
    return {{"redirect_uri"_L1, Schema::string(kAddress), "Of an app that waits on 127.0.0.1 or [::1]"_L1},
            {"code_challenge"_L1, Schema::string(kChallenge), "Of that app: RFC 7636, S256"_L1},
            {"state"_L1, Schema::string(kState), "Comes back to that app as it is"_L1},
            {"return_to"_L1, Schema::string(kAddress), "A path here that a browser goes on to, instead of tokens"_L1},
            {"remember_me"_L1, Schema::boolean(), "For a browser; an app says it at the exchange"_L1}};
}

std::vector<http::QueryParameter> callbackQuery()
{
    return {{"state"_L1, Schema::string(kState), "As it was sent to the provider"_L1, true},
            {"code"_L1, Schema::string(kAnswer), "Where the person has agreed"_L1},
            {"error"_L1, Schema::string(kAnswer), "Where not"_L1},
            {"iss"_L1, Schema::string(kAddress), "Who answers: RFC 9207"_L1}};
}

} // namespace

IdentitiesApi::IdentitiesApi(IdentitiesService &identities, const QUrl &publicUrl)
    : m_identities(identities), m_publicUrl(publicUrl.toString(QUrl::StripTrailingSlash))
{
}

void IdentitiesApi::addSignInRoutes(http::Router &router)
{
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/auth/oidc"_s,
                .handler = [this](Request request) { return providers(std::move(request)); },
                .access = http::Access::Public,
                .summary = "The OpenID providers that one may sign in with"_L1,
                .operation = {.id = "listIdentityProviders"_L1,
                              .tag = Tag::Authentication,
                              .answers = {jsonAnswer(
                                  Schema::object("IdentityProviders"_L1)
                                      .with("providers"_L1, Schema::array(protocol::IdentityProvider::schema())))}}});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/auth/oidc/{provider}/start"_s,
                .handler = [this](Request request) { return start(std::move(request)); },
                .access = http::Access::Public,
                .summary = "Begin to sign in: sends the browser to the provider"_L1,
                .operation = {.id = "startIdentitySignIn"_L1,
                              .tag = Tag::Authentication,
                              .query = startQuery(),
                              .answers = {{.status = 303, .description = "To the provider"_L1}},
                              .errors = {ErrorCode::ServiceUnavailable}}});
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/auth/oidc/{provider}/callback"_s,
                .handler = [this](Request request) { return callback(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Authentication,
                .summary = "Where the provider sends the browser back to"_L1,
                .operation = {.id = "finishIdentitySignIn"_L1,
                              .tag = Tag::Authentication,
                              .query = callbackQuery(),
                              .answers = {jsonAnswer(protocol::Tokens::schema()),
                                          {.status = 303, .description = "To the app, or to return_to"_L1}},
                              .errors = {ErrorCode::InvalidCredentials, ErrorCode::InsufficientPermissions,
                                         ErrorCode::ServiceUnavailable}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/oidc/exchange"_s,
                .handler = [this](Request request) { return exchange(std::move(request)); },
                .access = http::Access::Public,
                .rate = http::RateCategory::Authentication,
                .changes = true,
                .summary = "End an app's sign-in with the code that came to its redirect_uri"_L1,
                .operation = {.id = "exchangeIdentityCode"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(protocol::IdentityProof::signInSchema()),
                              .answers = {jsonAnswer(protocol::Tokens::schema())},
                              .errors = {ErrorCode::InvalidCredentials, ErrorCode::InsufficientPermissions}}});
}

void IdentitiesApi::addRoutes(http::Router &router)
{
    addSignInRoutes(router);
    router.add({.method = Method::Get,
                .pattern = u"/api/v1/auth/oidc/identities"_s,
                .handler = [this](Request request) { return list(std::move(request)); },
                .sessionOnly = true,
                .summary = "One's identities at OpenID providers"_L1,
                .operation = {.id = "listIdentities"_L1,
                              .tag = Tag::Authentication,
                              .answers = {jsonAnswer(Schema::page("identities"_L1, protocol::Identity::schema()))}}});
    router.add({.method = Method::Post,
                .pattern = u"/api/v1/auth/oidc/identities"_s,
                .handler = [this](Request request) { return link(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Link an identity: with a code as for signing in an app"_L1,
                .operation = {.id = "linkIdentity"_L1,
                              .tag = Tag::Authentication,
                              .body = jsonBody(protocol::IdentityProof::linkSchema()),
                              .answers = {jsonAnswer(protocol::Identity::schema(), 201)},
                              .errors = {ErrorCode::Conflict}}});
    router.add({.method = Method::Delete,
                .pattern = u"/api/v1/auth/oidc/identities/{identity_id}"_s,
                .handler = [this](Request request) { return unlink(std::move(request)); },
                .changes = true,
                .sudo = true,
                .summary = "Sign in by that identity no more"_L1,
                .operation = {.id = "unlinkIdentity"_L1,
                              .tag = Tag::Authentication,
                              .answers = {noContentAnswer()},
                              .errors = {ErrorCode::Conflict}}});
}

QCoro::Task<Result<Response>> IdentitiesApi::providers(Request /*request*/)
{
    QJsonArray array;
    for (const protocol::IdentityProvider &provider : m_identities.providers())
        array.append(provider.toJson());
    co_return Response::json({{"providers"_L1, array}});
}

QCoro::Task<Result<Response>> IdentitiesApi::start(Request request)
{
    http::QueryReader query(request.query);
    const QString provider = request.pathParameter("provider"_L1);
    const bool isSecure = request.isSecure;
    // The router has refused every authority that is neither public_url's nor this machine's.
    const QString base = m_publicUrl.isEmpty()
        ? (isSecure ? u"https://"_s : u"http://"_s) + QString::fromLatin1(request.authority)
        : m_publicUrl;
    IdentitiesService::Start start{.provider = provider,
                                   .callbackUrl = u"%1/api/v1/auth/oidc/%2/callback"_s.arg(base, provider),
                                   .rememberMe = query.boolean("remember_me"_L1)};
    start.returnTo = query.optionalString("return_to"_L1, kAddress).value_or(QString());
    start.appRedirectUri = query.optionalString("redirect_uri"_L1, kAddress).value_or(QString());
    start.appCodeChallenge = query.optionalString("code_challenge"_L1, kChallenge).value_or(QString());
    start.appState = query.optionalString("state"_L1, kState).value_or(QString());
    if (const auto fault = query.error())
        co_return fail(*fault);
    const auto departure = co_await m_identities.start(std::move(start));
    if (!departure)
        co_return fail(departure.error());
    Response response = redirectTo(departure->target);
    response.headers.append(Header::SetCookie,
                            flowCookie(departure->flow, services::IdentityFlow::kLifetimeSeconds, isSecure));
    co_return response;
}

QCoro::Task<Result<Response>> IdentitiesApi::callback(Request request)
{
    http::QueryReader query(request.query);
    IdentitiesService::Return returned{.provider = request.pathParameter("provider"_L1),
                                       .flow = request.cookie(kFlowCookie),
                                       .state = query.string("state"_L1, kState),
                                       .code = query.optionalString("code"_L1, kAnswer),
                                       .issuer = query.optionalString("iss"_L1, kAddress)};
    if (const auto fault = query.error())
        co_return fail(*fault);
    const auto arrival = co_await m_identities.arrive(std::move(returned), clientOf(request));
    if (!arrival)
        co_return fail(arrival.error());
    Response response;
    if (const auto *app = std::get_if<QUrl>(&*arrival)) {
        response = redirectTo(*app);
    } else {
        const auto &[signedIn, returnTo] = std::get<IdentitiesService::BrowserSignIn>(*arrival);
        response = signedInResponse(signedIn, request);
        if (!returnTo.isEmpty()) {
            const QByteArray cookie = response.headers.value(Header::SetCookie).toByteArray();
            response = redirectTo(QUrl(returnTo));
            response.headers.append(Header::SetCookie, cookie);
        }
    }
    response.headers.append(Header::SetCookie, flowCookie({}, 0, request.isSecure));
    co_return response;
}

QCoro::Task<Result<Response>> IdentitiesApi::exchange(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto proof = protocol::IdentityProof::fromJson(*body);
    if (!proof)
        co_return fail(proof.error());
    const auto signedIn = co_await m_identities.signIn(*proof, clientOf(request, proof->rememberMe));
    if (!signedIn)
        co_return fail(signedIn.error());
    co_return signedInResponse(*signedIn, request);
}

QCoro::Task<Result<Response>> IdentitiesApi::list(Request request)
{
    const auto identities = m_identities.list(request.caller());
    if (!identities)
        co_return fail(identities.error());
    QJsonArray array;
    for (const protocol::Identity &identity : *identities)
        array.append(identity.toJson());
    // There are at most so many that one page holds them all.
    const QJsonObject body{
        {"identities"_L1, array},
        {"pagination"_L1, protocol::pageNumbers(1, IdentitiesService::kMaxIdentitiesPerPerson, identities->size())}};
    co_return Response::json(body);
}

QCoro::Task<Result<Response>> IdentitiesApi::link(Request request)
{
    const auto body = request.json();
    if (!body)
        co_return fail(body.error());
    const auto proof = protocol::IdentityProof::fromJson(*body);
    if (!proof)
        co_return fail(proof.error());
    const auto linked = co_await m_identities.link(request.caller(), *proof);
    if (!linked)
        co_return fail(linked.error());
    co_return Response::created(linked->toJson());
}

QCoro::Task<Result<Response>> IdentitiesApi::unlink(Request request)
{
    const auto id = request.pathId<IdentityId>("identity_id"_L1, u"Identity");
    if (!id)
        co_return fail(id.error());
    const auto removed = co_await m_identities.unlink(request.caller(), *id);
    if (!removed)
        co_return fail(removed.error());
    co_return Response::noContent();
}

} // namespace plexi::api
