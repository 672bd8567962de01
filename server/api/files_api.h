// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/file_links.h"
#include "server/services/files_service.h"

namespace plexi::api {

/** Files: the upload in one form, what is known of them, their bytes by credentials and by signed addresses. */
class FilesApi
{
public:
    /** @p maxMultipart: bytes of a file in a form. The references are not owned and outlive the routes. */
    FilesApi(services::FilesService &files, const services::FileLinks &links, qint64 maxMultipart);

    void addRoutes(http::Router &router);

private:
    struct Reception;

    void addReadingRoutes(http::Router &router);
    void addContentRoutes(http::Router &router);

    /** Takes the bytes that have come to the disk. */
    QCoro::Task<Result<>> flush(std::shared_ptr<Reception> reception, security::Principal caller);
    QCoro::Task<Result<http::Response>> upload(http::Request request);
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> get(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> download(http::Request request);
    QCoro::Task<Result<http::Response>> thumbnail(http::Request request);
    QCoro::Task<Result<http::Response>> openLink(http::Request request);

    services::FilesService &m_files;
    const services::FileLinks &m_links;
    const qint64 m_maxMultipart;
};

} // namespace plexi::api
