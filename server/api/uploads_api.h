// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/uploads_service.h"

namespace plexi::api {

/**
 * Resumable uploads over HTTP: tus 1.0.0 (https://tus.io/protocols/resumable-upload) with the extensions creation,
 * creation-with-upload, termination, checksum and expiration. A finished upload answers with `Plexichat-File-Id`.
 */
class UploadsApi
{
public:
    /** @p uploads is not owned and outlives the routes. */
    explicit UploadsApi(services::UploadsService &uploads) : m_uploads(uploads) { }

    void addRoutes(http::Router &router);

private:
    using Handling = QCoro::Task<Result<http::Response>> (UploadsApi::*)(http::Request request);

    void addPartRoutes(http::Router &router);
    /** Checks the protocol's version first, and gives every answer its headers, refusals too. */
    QCoro::Task<Result<http::Response>> handle(http::Request request, Handling handling);
    QCoro::Task<Result<http::Response>> options(http::Request request);
    QCoro::Task<Result<http::Response>> create(http::Request request);
    QCoro::Task<Result<http::Response>> show(http::Request request);
    QCoro::Task<Result<http::Response>> append(http::Request request);
    QCoro::Task<Result<http::Response>> end(http::Request request);
    QCoro::Task<Result<http::Response>> overridden(http::Request request);
    /** Takes the body of @p request into the upload, from @p offset on. */
    QCoro::Task<Result<store::uploads::Row>> take(http::Request request, UploadId id, qint64 offset);
    QCoro::Task<Result<store::uploads::Row>> receive(http::Request request,
                                                     std::shared_ptr<services::UploadsService::Appending> appending);

    services::UploadsService &m_uploads;
};

} // namespace plexi::api
