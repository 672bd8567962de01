// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/event.h"
#include "shared/protocol/message.h"

namespace plexi::app::cache {

/** Frames that say what changed about a message, done to the message; its seq is the caller's to set. */
void change(protocol::Message &message, const protocol::ReactionChanged &event);
void change(protocol::Message &message, const protocol::PinChanged &event);

/** What is left of a deleted message. */
protocol::Message tombstone(protocol::Message message);

} // namespace plexi::app::cache
