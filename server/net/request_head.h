// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QHttpHeaders>
#include <QString>
#include <QUrlQuery>

namespace plexi::net {

/**
 * The head of one HTTP/1.x request, checked and decoded, with what the connection knows of its sender. A value: every
 * member is implicitly shared.
 */
struct RequestHead {
    /** As sent; one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS. */
    QByteArray method;
    /** Percent-decoded path without query; valid UTF-8 without NUL. Starts with '/', or is "*" for OPTIONS. */
    QString path;
    /** Decoded; '+' reads as a space. Holds secrets (`token`): never to be logged. */
    QUrlQuery query;
    QHttpHeaders headers;
    /** "host" or "host:port" that the request was sent to: from the target where that is absolute, else from `Host`. */
    QByteArray authority;
    /** 1 for HTTP/1.1, 0 for HTTP/1.0. */
    int minorVersion = 1;

    /** Bytes of the body; 0 where there is none or it is chunked. */
    qint64 contentLength = 0;
    bool isChunked = false;
    /** What the client asked for with its version and `Connection`. */
    bool keepAlive = true;
    bool expectsContinue = false;
    /** `Connection: upgrade` with `Upgrade: websocket`. */
    bool isWebSocketUpgrade = false;
    /** Bytes from the method's first letter to the empty line's end. */
    qsizetype size = 0;

    /** The other end of the TCP connection. IPv4 addresses are never written as IPv6. */
    QHostAddress peerAddress;
    /** The client's address after `trusted_proxies` were considered (contract, section 9). */
    QHostAddress clientAddress;
    /** The client is on this machine: its address is a loopback one and no forwarding header was sent. */
    bool isLoopback = false;
    /** Behind TLS, or a trusted proxy says so. */
    bool isSecure = false;

    QByteArray header(QByteArrayView name) const { return headers.value(name).toByteArray(); }
};

} // namespace plexi::net
