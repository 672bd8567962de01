// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/services/custom_emoji_service.h"

namespace plexi::api {

/** Emoji of the workspace's own. */
class CustomEmojiApi
{
public:
    /** Not owned; outlives this. */
    explicit CustomEmojiApi(services::CustomEmojiService &emoji) : m_emoji(emoji) { }

    void addRoutes(http::Router &router);

private:
    QCoro::Task<Result<http::Response>> list(http::Request request);
    QCoro::Task<Result<http::Response>> add(http::Request request);
    QCoro::Task<Result<http::Response>> remove(http::Request request);
    QCoro::Task<Result<http::Response>> show(http::Request request);

    services::CustomEmojiService &m_emoji;
};

} // namespace plexi::api
