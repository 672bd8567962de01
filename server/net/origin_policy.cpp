// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/origin_policy.h"

#include <QHostAddress>
#include <QUrl>

namespace plexi::net {

namespace {

/** "[::1]:8000" to "::1", "chat.example.org:443" to "chat.example.org". */
QByteArrayView hostOf(QByteArrayView authority)
{
    if (authority.startsWith('[')) {
        const qsizetype end = authority.indexOf(']');
        return end < 0 ? QByteArrayView() : authority.sliced(1, end - 1);
    }
    const qsizetype colon = authority.indexOf(':');
    return colon < 0 ? authority : authority.first(colon);
}

QByteArray lowerCase(QByteArrayView text)
{
    return text.toByteArray().toLower();
}

/** An origin as browsers write it: lower case, without the scheme's default port. */
QByteArray canonicalOrigin(QByteArrayView origin)
{
    QByteArray canonical = lowerCase(origin);
    while (canonical.endsWith('/'))
        canonical.chop(1);
    if (canonical.startsWith("http://") && canonical.endsWith(":80"))
        canonical.chop(3);
    else if (canonical.startsWith("https://") && canonical.endsWith(":443"))
        canonical.chop(4);
    return canonical;
}

} // namespace

OriginPolicy::OriginPolicy(const QString &publicUrl, const QStringList &allowedOrigins)
{
    if (!publicUrl.isEmpty()) {
        const QUrl url(publicUrl);
        m_publicHost = url.host(QUrl::FullyEncoded).toLatin1().toLower();
        m_publicOrigin = originOf(url.toEncoded());
    }
    for (const QString &origin : allowedOrigins)
        m_allowed.insert(canonicalOrigin(origin.toLatin1()));
}

bool OriginPolicy::isKnownHost(QByteArrayView authority) const
{
    const QByteArrayView host = hostOf(authority);
    if (host.isEmpty())
        return false;
    if (host.compare("localhost", Qt::CaseInsensitive) == 0)
        return true;
    if (!m_publicHost.isEmpty() && host.compare(m_publicHost, Qt::CaseInsensitive) == 0)
        return true;
    QHostAddress address;
    return address.setAddress(QString::fromLatin1(host));
}

bool OriginPolicy::isTrusted(QByteArrayView origin, const RequestHead &head) const
{
    return isTrusted(origin, head.authority, head.isSecure);
}

bool OriginPolicy::isTrusted(QByteArrayView origin, QByteArrayView authority, bool isSecure) const
{
    const QByteArray canonical = canonicalOrigin(origin);
    if (canonical.isEmpty() || canonical == "null")
        return false;
    if (canonical == m_publicOrigin || m_allowed.contains(canonical))
        return true;
    const QByteArray own = (isSecure ? "https://" : "http://") + authority.toByteArray();
    return isKnownHost(authority) && canonical == canonicalOrigin(own);
}

bool OriginPolicy::isAllowed(QByteArrayView origin) const
{
    return !m_allowed.isEmpty() && m_allowed.contains(canonicalOrigin(origin));
}

QByteArray OriginPolicy::originOf(QByteArrayView url)
{
    const qsizetype scheme = url.indexOf("://");
    if (scheme <= 0)
        return {};
    qsizetype end = scheme + 3;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')
        ++end;
    // "https://chat.example.org@evil.example" is evil's.
    const QByteArrayView authority = url.sliced(scheme + 3, end - scheme - 3);
    if (authority.isEmpty() || authority.contains('@'))
        return {};
    return canonicalOrigin(url.first(end));
}

} // namespace plexi::net
