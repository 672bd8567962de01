// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/oidc_section.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::config {

namespace {

constexpr QLatin1StringView kPrefix = "auth.oidc."_L1;
constexpr std::array kProviderKeys{"issuer"_L1, "client_id"_L1, "client_secret"_L1, "create_accounts"_L1};
// Parts of addresses of ours that stand where the name does.
constexpr std::array kReservedNames{"exchange"_L1, "identities"_L1};

bool isName(const QString &text)
{
    static const QRegularExpression pattern(u"^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$"_s);
    return pattern.match(text).hasMatch() && std::ranges::find(kReservedNames, text) == kReservedNames.end();
}

OidcProvider &provider(Auth &auth, const QString &name)
{
    const auto known = std::ranges::find(auth.oidc, name, &OidcProvider::name);
    if (known != auth.oidc.end())
        return *known;
    return auth.oidc.emplaceBack(OidcProvider{.name = name, .issuer = {}, .clientId = {}, .clientSecret = {}});
}

std::optional<QString> setIssuer(OidcProvider &provider, const QString &value)
{
    // OpenID Connect Core 1.0, section 2: no query, no fragment. Without TLS anybody between could say who people are.
    const QUrl url(value, QUrl::StrictMode);
    const bool isLoopback = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback);
    if (!url.isValid() || url.host().isEmpty() || !isSafe || url.hasQuery() || url.hasFragment()
        || !url.userInfo().isEmpty())
        return u"must be an address such as https://login.example.com (http only on this machine)"_s;
    provider.issuer = value;
    return std::nullopt;
}

} // namespace

bool isOidcKey(const QString &key)
{
    const QString rest = key.startsWith(kPrefix) ? key.sliced(kPrefix.size()) : QString();
    return std::ranges::find(kProviderKeys, rest.section(u'.', 1)) != kProviderKeys.end();
}

std::optional<QString> oidcKeyOfVariable(const QString &variable)
{
    constexpr QLatin1StringView prefix = "auth_oidc_"_L1;
    if (!variable.startsWith(prefix))
        return std::nullopt;
    const QString rest = variable.sliced(prefix.size());
    for (const QLatin1StringView key : kProviderKeys) {
        if (!rest.endsWith(u'_' + QString(key)))
            continue;
        // Shells know no variable with a hyphen.
        const QString name = rest.chopped(key.size() + 1).replace(u'_', u'-');
        return kPrefix + name + u'.' + key;
    }
    return std::nullopt;
}

std::optional<QString> setOidcKey(Auth &auth, const QString &key, const QString &value)
{
    const QString name = key.section(u'.', 2, 2);
    if (!isName(name))
        return u"must have a name of a to z, 0 to 9 and -, other than exchange and identities"_s;
    OidcProvider &changed = provider(auth, name);
    const QString field = key.section(u'.', 3);
    if (field == "issuer"_L1)
        return setIssuer(changed, value);
    if (field == "client_id"_L1) {
        changed.clientId = value;
    } else if (field == "client_secret"_L1) {
        changed.clientSecret = value;
    } else {
        if (value != "true"_L1 && value != "false"_L1)
            return u"must be true or false"_s;
        changed.createAccounts = value == "true"_L1;
    }
    return std::nullopt;
}

std::optional<QString> oidcFault(const Auth &auth)
{
    for (const OidcProvider &provider : auth.oidc) {
        if (provider.issuer.isEmpty() || provider.clientId.isEmpty())
            return u"%1%2 needs an issuer and a client_id"_s.arg(kPrefix, provider.name);
    }
    return std::nullopt;
}

} // namespace plexi::config
