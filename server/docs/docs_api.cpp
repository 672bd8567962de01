// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/docs/docs_api.h"

#include "server/docs/openapi_document.h"
#include "server/security/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plexi::docs {

using http::jsonAnswer;
using http::Request;
using http::Response;
using http::Tag;
using protocol::Schema;

namespace {

/** RFC 9110, section 8.8.3; strong. */
QByteArray entityTag(const QByteArray &content)
{
    return '"' + security::sha256(content).toHex().first(32) + '"';
}

} // namespace

void DocsApi::addRoutes(http::Router &router)
{
    router.add({.method = http::Method::Get,
                .pattern = u"/openapi.json"_s,
                .handler = [this](Request request) { return document(std::move(request)); },
                .access = http::Access::Public,
                .summary = "This description of the API, in OpenAPI 3.1"_L1,
                .operation = {.id = "getDescription"_L1,
                              .tag = Tag::System,
                              .answers = {jsonAnswer(Schema::anyObject()), {.status = 304}}}});
}

QCoro::Task<Result<Response>> DocsApi::document(Request request)
{
    std::call_once(m_isMade, [this] {
        m_document = QJsonDocument(openApiDocument(m_router.routes())).toJson(QJsonDocument::Compact);
        m_documentTag = entityTag(m_document);
    });
    Response response{.body = m_document};
    if (request.header("If-None-Match").contains(m_documentTag))
        response = {.status = 304, .body = {}, .contentType = {}};
    response.headers.append(QHttpHeaders::WellKnownHeader::ETag, m_documentTag);
    response.headers.append(QHttpHeaders::WellKnownHeader::CacheControl, "no-cache");
    co_return response;
}

} // namespace plexi::docs
