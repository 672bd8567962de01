// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/open_id_provider.h"

#include "shared/protocol/json_reader.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

Q_LOGGING_CATEGORY(lcOidc, "plexichat.oidc")

constexpr qint64 kKeptSeconds = 3'600;
constexpr qint64 kKeysPauseSeconds = 10;
constexpr qint64 kMaxDocument = 256 << 10;

/** As in an HTML form (RFC 6749, appendix B). */
QByteArray formEncoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray form(std::initializer_list<std::pair<QLatin1StringView, QString>> fields)
{
    QByteArray encoded;
    for (const auto &[name, value] : fields) {
        if (!encoded.isEmpty())
            encoded += '&';
        encoded += QByteArrayView(name);
        encoded += '=' + formEncoded(value);
    }
    return encoded;
}

/** What is sent there stays between us and the provider. */
bool isConfidential(const QUrl &url)
{
    const bool isLoopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    return url.isValid() && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback));
}

} // namespace

OpenIdProvider::OpenIdProvider(Settings settings, outgoing::OutgoingClient &client, std::function<Timestamp()> clock)
    : m_settings(std::move(settings)), m_client(client), m_clock(std::move(clock))
{
}

std::unexpected<Error> OpenIdProvider::unavailable(const QString &reason) const
{
    qCWarning(lcOidc).noquote() << "The provider" << m_settings.name << "is of no use now:" << reason;
    return fail({.code = ErrorCode::ServiceUnavailable,
                 .message = u"The identity provider cannot be asked at this moment"_s,
                 .retryAfter = 10});
}

std::unexpected<Error> OpenIdProvider::refused(QLatin1StringView reason) const
{
    qCWarning(lcOidc).noquote() << "A sign-in by the provider" << m_settings.name << "was refused:" << reason;
    return fail(
        {.code = ErrorCode::InvalidCredentials, .message = u"The identity provider did not confirm who you are"_s});
}

QCoro::Task<Result<QByteArray>> OpenIdProvider::get(QUrl url)
{
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::Accept, "application/json");
    outgoing::Request request{.url = std::move(url),
                              .headers = std::move(headers),
                              .trust = outgoing::Trust::Configuration,
                              .maxBytes = kMaxDocument};
    const Result<outgoing::Answer> answer = co_await m_client.send(std::move(request));
    if (!answer)
        co_return unavailable(answer.error().message);
    if (answer->status != 200)
        co_return unavailable(u"it answered %1"_s.arg(answer->status));
    co_return answer->body;
}

QCoro::Task<Result<OpenIdProvider::Metadata>> OpenIdProvider::metadata()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_metadata && m_clock() < m_metadata->fetchedAt.plusSeconds(kKeptSeconds))
            co_return Result<Metadata>(*m_metadata); // QCoro would move out of an lvalue
    }
    QString base = m_settings.issuer;
    if (base.endsWith(u'/'))
        base.chop(1);
    const Result<QByteArray> json = co_await get(QUrl(base + "/.well-known/openid-configuration"_L1));
    if (!json)
        co_return fail(json.error());
    auto read = readMetadata(*json);
    if (!read)
        co_return fail(read.error());
    const QMutexLocker lock(&m_mutex);
    m_metadata = *read;
    co_return *read;
}

Result<OpenIdProvider::Metadata> OpenIdProvider::readMetadata(const QByteArray &json) const
{
    const auto object = protocol::parseObject(json);
    if (!object)
        return unavailable(u"what it says of itself is no JSON"_s);
    // Section 4.3: else one provider could speak for another.
    if (object->value("issuer"_L1) != m_settings.issuer)
        return unavailable(u"it says that it is another issuer"_s);
    const auto url = [&](QLatin1StringView name) {
        return QUrl(object->value(name).toString(), QUrl::StrictMode);
    };
    Metadata read{.authorizationEndpoint = url("authorization_endpoint"_L1),
                  .tokenEndpoint = url("token_endpoint"_L1),
                  .keysUrl = url("jwks_uri"_L1),
                  .fetchedAt = m_clock()};
    for (const QUrl &endpoint : {read.authorizationEndpoint, read.tokenEndpoint, read.keysUrl}) {
        if (!isConfidential(endpoint))
            return unavailable(u"an address that it names is missing, or not https"_s);
    }
    const QJsonArray methods = object->value("token_endpoint_auth_methods_supported"_L1).toArray();
    read.takesBasic = methods.isEmpty() || methods.contains("client_secret_basic"_L1);
    read.namesIssuer = object->value("authorization_response_iss_parameter_supported"_L1).toBool();
    return read;
}

QCoro::Task<Result<QUrl>> OpenIdProvider::authorizationUrl(Question question)
{
    const Result<Metadata> about = co_await metadata();
    if (!about)
        co_return fail(about.error());
    QUrl url = about->authorizationEndpoint;
    // A query that is there already stays (RFC 6749, section 3.1).
    QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    if (!query.isEmpty())
        query += '&';
    query += form({{"response_type"_L1, u"code"_s},
                   {"scope"_L1, u"openid profile email"_s},
                   {"client_id"_L1, m_settings.clientId},
                   {"redirect_uri"_L1, question.redirectUri},
                   {"state"_L1, question.state},
                   {"nonce"_L1, question.nonce},
                   {"code_challenge"_L1, question.codeChallenge},
                   {"code_challenge_method"_L1, u"S256"_s}});
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    co_return url;
}

QCoro::Task<Result<security::JsonWebKeySet>> OpenIdProvider::keys(QUrl url, Freshness freshness)
{
    const Timestamp now = m_clock();
    {
        const QMutexLocker lock(&m_mutex);
        const qint64 kept = freshness == Freshness::Kept ? kKeptSeconds : kKeysPauseSeconds;
        if (m_keysFetchedAt && now < m_keysFetchedAt->plusSeconds(kept))
            co_return Result<security::JsonWebKeySet>(m_keys); // as above
    }
    const Result<QByteArray> json = co_await get(url);
    if (!json)
        co_return fail(json.error());
    const auto object = protocol::parseObject(*json);
    const auto fetched = security::JsonWebKeySet::fromJson(object.value_or(QJsonObject()));
    if (fetched.isEmpty())
        co_return unavailable(u"it has no key that we can use"_s);
    const QMutexLocker lock(&m_mutex);
    m_keys = fetched;
    m_keysFetchedAt = now;
    co_return fetched;
}

QCoro::Task<Result<QByteArray>> OpenIdProvider::idToken(Metadata metadata, Answer answer)
{
    QByteArray body = form({{"grant_type"_L1, u"authorization_code"_s},
                            {"code"_L1, answer.code},
                            {"redirect_uri"_L1, answer.redirectUri},
                            {"code_verifier"_L1, answer.codeVerifier}});
    QHttpHeaders headers;
    headers.append(QHttpHeaders::WellKnownHeader::Accept, "application/json");
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/x-www-form-urlencoded");
    if (m_settings.clientSecret.isEmpty()) {
        body += '&' + form({{"client_id"_L1, m_settings.clientId}});
    } else if (metadata.takesBasic) {
        const QByteArray pair = formEncoded(m_settings.clientId) + ':' + formEncoded(m_settings.clientSecret);
        headers.append(QHttpHeaders::WellKnownHeader::Authorization, "Basic " + pair.toBase64());
    } else {
        body += '&' + form({{"client_id"_L1, m_settings.clientId}, {"client_secret"_L1, m_settings.clientSecret}});
    }
    outgoing::Request request{.url = metadata.tokenEndpoint,
                              .method = "POST",
                              .headers = std::move(headers),
                              .body = std::move(body),
                              .trust = outgoing::Trust::Configuration,
                              .maxBytes = kMaxDocument,
                              .maxRedirects = 0};
    const Result<outgoing::Answer> got = co_await m_client.send(std::move(request));
    if (!got)
        co_return unavailable(got.error().message);
    if (got->status == 400)
        co_return refused("code"_L1);
    if (got->status != 200)
        co_return unavailable(u"it answered %1 to a code"_s.arg(got->status));
    const auto object = protocol::parseObject(got->body);
    co_return object.value_or(QJsonObject()).value("id_token"_L1).toString().toLatin1();
}

QCoro::Task<Result<security::IdToken>> OpenIdProvider::redeem(Answer answer)
{
    const Result<Metadata> about = co_await metadata();
    if (!about)
        co_return fail(about.error());
    const bool isNamed = answer.issuer.has_value();
    if (isNamed ? *answer.issuer != m_settings.issuer : about->namesIssuer)
        co_return refused("another provider's answer"_L1);
    const Result<QByteArray> token = co_await idToken(*about, answer);
    if (!token)
        co_return fail(token.error());
    for (const Freshness freshness : {Freshness::Kept, Freshness::New}) {
        const Result<security::JsonWebKeySet> known = co_await keys(about->keysUrl, freshness);
        if (!known)
            co_return fail(known.error());
        auto read = security::readIdToken(
            *token, *known,
            {.issuer = m_settings.issuer, .clientId = m_settings.clientId, .nonce = answer.nonce, .now = m_clock()});
        if (read)
            co_return std::move(*read);
        if (read.error() != security::IdTokenFault::UnknownKey)
            co_return refused(security::idTokenFaultName(read.error()));
    }
    co_return refused(security::idTokenFaultName(security::IdTokenFault::UnknownKey));
}

} // namespace plexi::services
