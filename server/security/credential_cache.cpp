// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/credential_cache.h"

namespace plexi::security {

std::optional<Principal> CredentialCache::find(const Credential &credential, qint64 version, Timestamp now) const
{
    const QMutexLocker lock(&m_mutex);
    const auto entry = m_entries.constFind({credential.kind, credential.secret});
    if (entry == m_entries.constEnd() || entry->version != version || now >= entry->until)
        return std::nullopt;
    return entry->principal;
}

void CredentialCache::insert(const Credential &credential, qint64 version, Timestamp until, const Principal &principal)
{
    const QMutexLocker lock(&m_mutex);
    if (m_entries.size() >= kMaxEntries)
        m_entries.clear();
    m_entries.insert({credential.kind, credential.secret},
                     {.version = version, .until = until, .principal = principal});
}

} // namespace plexi::security
