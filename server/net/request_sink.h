// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/refusal.h"
#include "server/net/request_head.h"

#include <memory>
#include <optional>

namespace plexi::net {

class StreamConnection;

/** What becomes of a request's body. */
struct BodyPlan {
    /** Bytes; more is 413. */
    qint64 limit = 0;
    /** The route reads the body itself, as it comes. */
    bool isStreamed = false;
};

/** What the connection guard asks of the layer above; one for each loop, called on its thread. */
class RequestSink
{
public:
    virtual ~RequestSink() = default;

    virtual BodyPlan plan(const RequestHead &head) = 0;

    /** Nothing where @p head may go to the UpgradeHandler. */
    virtual std::optional<Refusal> checkUpgrade(const RequestHead &head) = 0;

    /** The whole answer, from status line to body. Of @p head, only what was understood is set; the addresses are. */
    virtual QByteArray refuse(const Refusal &refusal, const RequestHead &head) = 0;

    /** A request whose body is read as it comes: chunked, or for a route that streams. */
    virtual void stream(std::shared_ptr<StreamConnection> connection) = 0;
};

} // namespace plexi::net
