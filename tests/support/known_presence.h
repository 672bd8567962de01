// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"

#include <QHash>

namespace plexi::test {

/** Who is there, as a test says; everybody else is not. Changed only while nothing is being written. */
class KnownPresence final : public realtime::PresenceDirectory
{
public:
    QHash<UserId, protocol::PresenceStatus> statuses;

    protocol::PresenceStatus status(UserId user) const override
    {
        return statuses.value(user, protocol::PresenceStatus::Offline);
    }
};

} // namespace plexi::test
