// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outgoing/fetch.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace plexi::outgoing {

namespace {

/** Of one name; those after the first are tried where nothing could be sent. */
constexpr qsizetype kMaxAddresses = 4;
constexpr qint64 kPieceSize = 16 << 10;
/** Compressed bytes that wait for us. */
constexpr qint64 kReadBufferSize = 64 << 10;

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == "https"_L1 ? 443 : 80);
    };
    return a.scheme() == b.scheme() && a.host() == b.host() && port(a) == port(b);
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/** An answer came to its end; that it says 404 is the caller's business. */
bool isWhole(const QNetworkReply &reply)
{
    const auto error = reply.error();
    // Qt makes errors of statuses; below these stand the faults of connections.
    const bool isOfStatus = error >= QNetworkReply::ContentAccessDenied
        || error == QNetworkReply::ProxyAuthenticationRequiredError;
    return error == QNetworkReply::NoError || (statusOf(reply) >= 400 && isOfStatus);
}

/** What Qt would like to do for us, and must not. */
void setPlain(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Its requests are addressed by the URL, where we have a number, and not by Host.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // We count what comes out, and stop there.
    request.setDecompressedSafetyCheckThreshold(-1);
}

} // namespace

Fetch::Fetch(const Tools &tools, Request request, Done done, QObject *parent)
    : QObject(parent), m_tools(tools), m_request(std::move(request)), m_done(std::move(done)),
      m_method(m_request.method), m_headers(m_request.headers), m_body(m_request.body)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { refuse(ErrorCode::ServiceUnavailable, u"The other server did not answer in time"_s); });
}

Fetch::~Fetch()
{
    leaveReply();
    if (m_done)
        m_done(fail({.code = ErrorCode::ServiceUnavailable, .message = u"This server is stopping"_s}));
}

void Fetch::start()
{
    m_deadline.start(m_request.deadline);
    open(m_request.url);
}

void Fetch::open(const QUrl &url)
{
    m_url = url;
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.port(1) == 0)
        return refuse(ErrorCode::ValidationError, u"Not an http or https address"_s);
    const QHostAddress literal(url.host());
    if (!literal.isNull())
        return choose({literal});
    m_tools.resolver.resolve(url.host(QUrl::FullyEncoded), this,
                             [this](const QList<QHostAddress> &addresses) { choose(addresses); });
}

bool Fetch::isTrusted() const
{
    return m_request.trust == Trust::Configuration && isSameOrigin(m_url, m_request.url);
}

void Fetch::choose(const QList<QHostAddress> &addresses)
{
    m_addresses.clear();
    for (const QHostAddress &address : addresses) {
        const QHostAddress plain = plainAddress(address);
        if (m_addresses.size() < kMaxAddresses && (isTrusted() || m_tools.policy.permits(m_url.host(), plain)))
            m_addresses.append(plain);
    }
    if (addresses.isEmpty())
        return refuse(ErrorCode::ServiceUnavailable, u"The name of the other server is not known"_s);
    if (m_addresses.isEmpty())
        return refuse(ErrorCode::InsufficientPermissions, u"This server may not ask that address"_s);
    attempt();
}

void Fetch::attempt()
{
    leaveReply();
    m_wasSent = false;
    QUrl target = m_url.adjusted(QUrl::RemoveFragment);
    target.setHost(m_addresses.takeFirst().toString());
    QNetworkRequest request(target);
    QHttpHeaders headers = m_headers;
    if (!headers.contains(QHttpHeaders::WellKnownHeader::UserAgent))
        headers.append(QHttpHeaders::WellKnownHeader::UserAgent, "PlexiChat");
    headers.replaceOrAppend(QHttpHeaders::WellKnownHeader::Host, m_url.authority(QUrl::FullyEncoded).toLatin1());
    request.setHeaders(std::move(headers));
    request.setPeerVerifyName(m_url.host(QUrl::FullyEncoded));
    setPlain(request);
    QNetworkReply *reply = m_method == "GET" ? m_tools.manager.get(request)
                                             : m_tools.manager.sendCustomRequest(request, m_method, m_body);
    reply->setReadBufferSize(kReadBufferSize);
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_wasSent = true; });
    connect(reply, &QNetworkReply::readyRead, this, &Fetch::readSome);
    connect(reply, &QNetworkReply::finished, this, &Fetch::endOfReply);
    m_reply = reply;
}

void Fetch::readSome()
{
    if (followsRedirect())
        return;
    while (m_reply) {
        const QByteArray piece = m_reply->read(kPieceSize);
        if (piece.isEmpty())
            return;
        m_received += piece;
        if (m_received.size() <= m_request.maxBytes)
            continue;
        if (m_request.overflow == Overflow::Refuse)
            return refuse(ErrorCode::PayloadTooLarge, u"The other server's answer is too large"_s);
        m_received.truncate(m_request.maxBytes);
        return finish(Answer{statusOf(*m_reply), m_reply->headers(), m_received, m_url, true});
    }
}

void Fetch::endOfReply()
{
    readSome();
    // Reading may have come to an end of its own, or have gone elsewhere.
    if (!m_reply || !m_reply->isFinished())
        return;
    if (isWhole(*m_reply))
        return finish(Answer{statusOf(*m_reply), m_reply->headers(), m_received, m_url, false});
    if (!m_wasSent && !m_addresses.isEmpty())
        return attempt();
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError)
        return refuse(ErrorCode::ServiceUnavailable, u"The other server did not prove its name"_s);
    refuse(ErrorCode::ServiceUnavailable, u"The other server cannot be reached, or broke off"_s);
}

bool Fetch::followsRedirect()
{
    const int status = statusOf(*m_reply);
    const bool isRedirect = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    const QByteArray location = m_reply->headers().value(QHttpHeaders::WellKnownHeader::Location).toByteArray();
    if (!isRedirect || location.isEmpty() || m_request.maxRedirects == 0)
        return false;
    leaveReply();
    if (++m_redirects > m_request.maxRedirects)
        refuse(ErrorCode::ServiceUnavailable, u"The other server redirects too often"_s);
    else
        redirect(status, m_url.resolved(QUrl::fromEncoded(location)));
    return true;
}

void Fetch::redirect(int status, const QUrl &target)
{
    if (m_url.scheme() == "https"_L1 && target.scheme() == "http"_L1)
        return refuse(ErrorCode::ServiceUnavailable, u"The other server redirects to one without encryption"_s);
    // RFC 9110, section 15.4: 307 and 308 repeat the request, with the others browsers turn to GET.
    if (status != 307 && status != 308 && m_method != "GET" && m_method != "HEAD") {
        m_method = "GET";
        m_body.clear();
        m_headers.removeAll(QHttpHeaders::WellKnownHeader::ContentType);
    }
    if (!isSameOrigin(target, m_request.url)) {
        // What was meant for one server, and may prove who we are, is nothing for another.
        if (!m_body.isEmpty())
            return refuse(ErrorCode::ServiceUnavailable, u"The other server redirects what was meant for it alone"_s);
        m_headers.clear();
    }
    open(target);
}

void Fetch::leaveReply()
{
    m_received.clear();
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void Fetch::refuse(ErrorCode code, const QString &message)
{
    finish(fail({.code = code, .message = message}));
}

void Fetch::finish(Result<Answer> result)
{
    leaveReply();
    m_deadline.stop();
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
    deleteLater();
}

} // namespace plexi::outgoing
