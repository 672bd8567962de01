// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/request_head.h"

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace plexi::net {

class Loop;

/** Takes the connections that ask to become WebSockets on `/ws`. All calls come on the loop's own thread. */
class UpgradeHandler
{
public:
    virtual ~UpgradeHandler() = default;

    /**
     * @p socket becomes the callee's: connected, nothing else is connected to it, and it has no parent. The request's
     * head is still unread in it (head.size bytes, perhaps with frames behind it), so that
     * QWebSocketServer::handleConnection can take it as if it were new; its read buffer has no limit. Host and head are
     * checked already; whether a cookie counts is for the callee to decide (OriginPolicy; contract, section 9). Not
     * called from inside one of the socket's signals.
     */
    virtual void upgrade(Loop &loop, QTcpSocket *socket, RequestHead head) = 0;

    /** The server is stopping: say goodbye (1001) to this loop's WebSockets. No upgrade() follows on this loop. */
    virtual void goingAway(Loop &loop) = 0;

    /** The loop's thread ends after this call: destroy what lives on it, sockets first. */
    virtual void release(Loop &loop) = 0;
};

} // namespace plexi::net
