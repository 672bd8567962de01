// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/used_challenges_store.h"

#include "server/store/rows.h"

namespace plexi::store::used_challenges {

Result<> use(Connection &connection, const QByteArray &digest, Timestamp expiresAt, Timestamp now)
{
    if (const auto swept = connection.execute("DELETE FROM used_challenges WHERE expires_at <= ?", {now.ms}); !swept)
        return fail(swept.error());
    return done(
        connection.execute("INSERT INTO used_challenges (digest, expires_at) VALUES (?, ?)", {digest, expiresAt.ms}));
}

} // namespace plexi::store::used_challenges
