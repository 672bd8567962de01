// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/credentials_store.h"

#include "server/store/rows.h"

namespace plexi::store::credentials {

Result<qint64> version(Connection &connection)
{
    return firstInteger(connection.run("SELECT version FROM credentials_version"));
}

} // namespace plexi::store::credentials
