// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/channel.h"
#include "shared/protocol/client_frame.h"
#include "shared/protocol/event.h"
#include "shared/protocol/message.h"
#include "shared/protocol/user.h"

#include <QList>

/** One of everything that goes over the wire, with every field set to something of its own. */
namespace plexi::protocol::test {

User sampleUser();
/** With what only the person sees. */
User sampleOwnUser();
Message sampleMessage();
Message sampleTombstone();
/** As frames carry it: without what depends on who looks. */
Channel sampleChannel();
Channel sampleDirectChannel();

/** Each alternative of Event at least once. */
QList<Event> sampleEvents();
/** Each alternative of ClientRequest at least once. */
QList<ClientRequest> sampleRequests();

} // namespace plexi::protocol::test
