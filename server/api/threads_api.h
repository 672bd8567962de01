// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/file_links.h"
#include "server/services/threads_service.h"

namespace plexi::api {

/** The threads that people follow. What is said in a thread is MessagesApi's. */
class ThreadsApi
{
public:
    /** Neither is owned; both outlive this. */
    ThreadsApi(services::ThreadsService &threads, const services::FileLinks &links) : m_threads(threads), m_links(links)
    {
    }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> show(http::Request request);
    QCoro::Task<Result<http::Response>> follow(http::Request request);
    QCoro::Task<Result<http::Response>> unfollow(http::Request request);
    QCoro::Task<Result<http::Response>> markRead(http::Request request);

    services::ThreadsService &m_threads;
    const services::FileLinks &m_links;
};

} // namespace plexi::api
