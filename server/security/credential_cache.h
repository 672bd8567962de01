// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"

#include <QHash>
#include <QMutex>

namespace plexi::security {

/**
 * Who the credentials of late requests stand for, so that a signature and a row need not be looked at again for each
 * request. What it knows is good for as long as the store's version of all credentials stands still: a session that
 * ends, a role that is taken away or a key that is removed raises it, in that transaction. Thread-safe.
 */
class CredentialCache
{
public:
    /** Entries; each takes a few hundred bytes. Past that all is forgotten. */
    static constexpr qsizetype kMaxEntries = 10'000;

    /** Nothing unless it was kept under this very @p version, and @p now is before its end. */
    std::optional<Principal> find(const Credential &credential, qint64 version, Timestamp now) const;

    /**
     * @p version is what the store said before @p principal was read from it. @p until: when the credential has to be
     * looked at again, whatever the version.
     */
    void insert(const Credential &credential, qint64 version, Timestamp until, const Principal &principal);

private:
    struct Entry {
        qint64 version = 0;
        Timestamp until;
        Principal principal;
    };

    /** Kind and secret: a cookie's value passes for no token. */
    using Key = std::pair<Credential::Kind, QString>;

    mutable QMutex m_mutex;
    QHash<Key, Entry> m_entries;
};

} // namespace plexi::security
