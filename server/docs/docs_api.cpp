// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/docs/docs_api.h"

#include "server/docs/openapi_document.h"
#include "server/security/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plexi::docs {

using http::Answer;
using http::jsonAnswer;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;

namespace {

using Known = QHttpHeaders::WellKnownHeader;

/** The pages run our own scripts and ask our own server, nothing else. @p styles are sources beside our own. */
QByteArray pagePolicy(QByteArrayView styles)
{
    QByteArray policy =
        "default-src 'none'; script-src 'self'; img-src 'self' data:; font-src data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'self'";
    return policy.append(styles);
}

/** ReDoc makes empty style elements and fills them by script, which is allowed; this is the hash of nothing. */
constexpr QByteArrayView kEmptyStyle = " 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

constexpr QByteArrayView kHtml = "text/html; charset=utf-8";

/** RFC 9110, section 8.8.3; strong. */
QByteArray entityTag(const QByteArray &content)
{
    return '"' + security::sha256(content).toHex().first(32) + '"';
}

/** @p content, or 304 where the client has it already; to be asked for again each time. */
Response revalidated(const Request &request, const QByteArray &content, QByteArrayView type)
{
    const QByteArray tag = entityTag(content);
    Response response{.body = content, .contentType = type.toByteArray()};
    if (request.header("If-None-Match").contains(tag))
        response = {.status = 304, .body = {}, .contentType = {}};
    response.headers.append(Known::ETag, tag);
    response.headers.append(Known::CacheControl, "no-cache");
    return response;
}

Response pageResponse(const Request &request, const QByteArray &page, QByteArrayView styles)
{
    Response response = revalidated(request, page, kHtml);
    response.headers.append(Known::ContentSecurityPolicy, pagePolicy(styles));
    return response;
}

std::vector<Answer> pageAnswers()
{
    return {{.schema = Schema::string(), .contentType = "text/html"_L1}, {.status = 304}};
}

std::vector<Answer> assetAnswers()
{
    std::vector<Answer> answers;
    for (const auto type : {"text/javascript"_L1, "text/css"_L1, "image/svg+xml"_L1})
        answers.push_back({.schema = Schema::string(), .contentType = type});
    answers.push_back({.status = 304});
    return answers;
}

bool takesGzip(const Request &request)
{
    const QByteArray accepted = request.header("Accept-Encoding");
    return accepted.contains("gzip") && !accepted.contains("gzip;q=0");
}

} // namespace

DocsApi::Made::Made(const std::vector<http::Route> &routes)
    : document(QJsonDocument(openApiDocument(routes)).toJson(QJsonDocument::Compact)),
      swagger(assets.page(u"swagger.html"_s)), redoc(assets.page(u"redoc.html"_s))
{
}

const DocsApi::Made &DocsApi::made()
{
    std::call_once(m_isMade, [this] { m_made.emplace(m_router.routes()); });
    return *m_made;
}

void DocsApi::addRoutes(http::Router &router)
{
    const auto add = [&router](const QString &pattern, http::Handler handler, QLatin1StringView summary,
                               QLatin1StringView id, std::vector<Answer> answers) {
        router.add({.method = http::Method::Get,
                    .pattern = pattern,
                    .handler = std::move(handler),
                    .access = http::Access::Public,
                    .summary = summary,
                    .operation = {.id = id, .tag = Tag::System, .answers = std::move(answers)}});
    };
    add(u"/openapi.json"_s, [this](Request request) { return document(std::move(request)); },
        "This description of the API, in OpenAPI 3.1"_L1, "getDescription"_L1,
        {jsonAnswer(Schema::anyObject()), {.status = 304}});
    add(
        u"/docs"_s, [this](Request request) { return swagger(std::move(request)); },
        "The description to read and to try, in Swagger UI"_L1, "getSwaggerPage"_L1, pageAnswers());
    add(
        u"/redoc"_s, [this](Request request) { return redoc(std::move(request)); },
        "The description to read, in ReDoc"_L1, "getRedocPage"_L1, pageAnswers());
    add(
        u"/docs/{version}/{asset}"_s, [this](Request request) { return asset(std::move(request)); },
        "A file that those two pages load"_L1, "getDocsAsset"_L1, assetAnswers());
}

QCoro::Task<Result<Response>> DocsApi::document(Request request)
{
    co_return revalidated(request, made().document, "application/json");
}

QCoro::Task<Result<Response>> DocsApi::swagger(Request request)
{
    co_return pageResponse(request, made().swagger, {});
}

QCoro::Task<Result<Response>> DocsApi::redoc(Request request)
{
    co_return pageResponse(request, made().redoc, kEmptyStyle);
}

QCoro::Task<Result<Response>> DocsApi::asset(Request request)
{
    const DocsAssets &assets = made().assets;
    const Asset *const asset = assets.find(request.pathParameter("asset"_L1));
    if (!asset || request.pathParameter("version"_L1) != QLatin1StringView(assets.version()))
        co_return fail(Error::notFound(u"Asset"));
    // One address names one content, so the address is a tag; the two codings are two representations (RFC 9110, 8.8.3).
    const bool isGzip = takesGzip(request);
    const QByteArray tag = '"' + assets.version() + (isGzip ? "-gzip\"" : "\"");
    Response response{.body = {}, .contentType = asset->contentType};
    if (request.header("If-None-Match").contains(tag)) {
        response = {.status = 304, .body = {}, .contentType = {}};
    } else if (isGzip) {
        response.body = asset->gzip;
        response.headers.append(Known::ContentEncoding, "gzip");
    } else {
        const auto plain = decompressed(asset->gzip);
        if (!plain)
            co_return fail(Error::internal(u"An embedded file is damaged"_s));
        response.body = *plain;
    }
    response.headers.append(Known::Vary, "Accept-Encoding");
    response.headers.append(Known::ETag, tag);
    response.headers.append(Known::CacheControl, "public, max-age=31536000, immutable");
    co_return response;
}

} // namespace plexi::docs
