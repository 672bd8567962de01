// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "shared/core/ids.h"

namespace plexi::api {

/** The `{message_id}` of the address. Fails with NotFound where no message can have it. */
inline Result<MessageId> messageIdOf(const http::Request &request)
{
    return request.pathId<MessageId>(QLatin1StringView("message_id"), u"Message");
}

} // namespace plexi::api
