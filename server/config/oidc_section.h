// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

/** The keys of `[auth.oidc.NAME]`, of which there may be any number. */
namespace plexi::config {

/** Whether @p key ("auth.oidc.NAME.issuer") belongs to such a section. */
bool isOidcKey(const QString &key);
/** The key that "auth_oidc_NAME_ISSUER" of the environment means, in lower case; nothing for another variable. */
std::optional<QString> oidcKeyOfVariable(const QString &variable);
/** Sets one key of @p auth, or says what is wrong with it: "must be …". */
std::optional<QString> setOidcKey(Auth &auth, const QString &key, const QString &value);
/** What is missing; nothing where the sections are whole. */
std::optional<QString> oidcFault(const Auth &auth);

} // namespace plexi::config
