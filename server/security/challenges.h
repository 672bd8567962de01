// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/key_ring.h"
#include "shared/core/timestamp.h"

namespace plexi::security {

/**
 * Challenges that need no memory until they are answered, so that asking for them cannot fill anything: random bytes
 * and an end, authenticated under a key of their own purpose. Whoever accepts one sees that it is accepted once.
 * Thread-safe.
 */
class Challenges
{
public:
    static constexpr qint64 kLifetimeSeconds = 300;

    explicit Challenges(KeyRing keys) : m_keys(std::move(keys)) { }

    /** @p context says for what and for whom. */
    QByteArray make(const QByteArray &context, Timestamp now) const;
    /** When @p challenge ends; nothing where it is none of ours, was made in another context or is over. */
    std::optional<Timestamp> check(const QByteArray &challenge, const QByteArray &context, Timestamp now) const;

private:
    QByteArray tag(const QByteArray &body, const QByteArray &context) const;

    KeyRing m_keys;
};

} // namespace plexi::security
