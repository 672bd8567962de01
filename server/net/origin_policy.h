// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/request_head.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

namespace plexi::net {

/**
 * Which hosts this server answers to, and which pages may make a browser's cookies count (contract, sections 1 and 9).
 * A value; immutable once made.
 */
class OriginPolicy
{
public:
    OriginPolicy() = default;
    /** @p publicUrl may be empty. @p allowedOrigins as in the configuration: "https://chat.example.org". */
    OriginPolicy(const QString &publicUrl, const QStringList &allowedOrigins);

    /** The host of public_url, `localhost`, or an address literal; with any port. Else the answer is 421. */
    bool isKnownHost(QByteArrayView authority) const;

    /** @p origin (an `Origin` header) is the server's own, seen from @p head, or an allowed one. "null" never is. */
    bool isTrusted(QByteArrayView origin, const RequestHead &head) const;
    /** The same with what isTrusted() reads from a head. */
    bool isTrusted(QByteArrayView origin, QByteArrayView authority, bool isSecure) const;

    /** @p origin is on the list, so that its pages may read answers (CORS). */
    bool isAllowed(QByteArrayView origin) const;

    /** "scheme://host[:port]" of a URL such as a `Referer`; empty where it has none. */
    static QByteArray originOf(QByteArrayView url);

private:
    QByteArray m_publicHost;
    QByteArray m_publicOrigin;
    QSet<QByteArray> m_allowed;
};

} // namespace plexi::net
