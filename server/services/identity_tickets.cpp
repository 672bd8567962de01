// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/identity_tickets.h"

#include "server/security/crypto.h"

#include <QCborArray>
#include <QCborValue>

namespace plexi::services {

namespace {

constexpr auto kFlowContext = "oidc flow";
constexpr auto kIdentityContext = "oidc identity";

QByteArray sealed(const security::SecretBox &box, const QCborArray &fields, const char *context)
{
    return security::toBase64Url(box.seal(fields.toCborValue().toCbor(), context));
}

/** Who made it can be trusted for its form. */
QCborArray opened(const security::SecretBox &box, const QByteArray &text, const char *context)
{
    const auto bytes = security::fromBase64Url(text);
    const auto plain = bytes ? box.open(*bytes, context) : std::nullopt;
    return plain ? QCborValue::fromCbor(*plain).toArray() : QCborArray();
}

} // namespace

QByteArray IdentityTickets::seal(const IdentityFlow &flow) const
{
    return sealed(m_box,
                  {flow.expiresAt.ms, flow.provider, flow.state, flow.nonce, flow.codeVerifier, flow.redirectUri,
                   flow.rememberMe, flow.returnTo, flow.appRedirectUri, flow.appCodeChallenge, flow.appState},
                  kFlowContext);
}

std::optional<IdentityFlow> IdentityTickets::openFlow(const QByteArray &text, Timestamp now) const
{
    const QCborArray fields = opened(m_box, text, kFlowContext);
    const Timestamp end{fields.at(0).toInteger()};
    if (now >= end)
        return std::nullopt;
    return IdentityFlow{.provider = fields.at(1).toString(),
                        .state = fields.at(2).toString(),
                        .nonce = fields.at(3).toString(),
                        .codeVerifier = fields.at(4).toString(),
                        .redirectUri = fields.at(5).toString(),
                        .rememberMe = fields.at(6).toBool(),
                        .returnTo = fields.at(7).toString(),
                        .appRedirectUri = fields.at(8).toString(),
                        .appCodeChallenge = fields.at(9).toString(),
                        .appState = fields.at(10).toString(),
                        .expiresAt = end};
}

QByteArray IdentityTickets::seal(const ProvenIdentity &identity) const
{
    return sealed(m_box,
                  {identity.expiresAt.ms, identity.provider, identity.issuer, identity.subject, identity.verifiedEmail,
                   identity.preferredUsername, identity.name, identity.codeChallenge},
                  kIdentityContext);
}

std::optional<ProvenIdentity> IdentityTickets::openIdentity(const QByteArray &text, Timestamp now) const
{
    const QCborArray fields = opened(m_box, text, kIdentityContext);
    const Timestamp end{fields.at(0).toInteger()};
    if (now >= end)
        return std::nullopt;
    return ProvenIdentity{.provider = fields.at(1).toString(),
                          .issuer = fields.at(2).toString(),
                          .subject = fields.at(3).toString(),
                          .verifiedEmail = fields.at(4).toString(),
                          .preferredUsername = fields.at(5).toString(),
                          .name = fields.at(6).toString(),
                          .codeChallenge = fields.at(7).toString(),
                          .expiresAt = end};
}

} // namespace plexi::services
