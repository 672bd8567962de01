// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/json_writer.h"
#include "shared/protocol/message.h"

namespace plexi::protocol {

/** Writes what Message::write() does into an object that the caller opened, and may add to. */
void writeMembers(JsonWriter &writer, const Message &message);

} // namespace plexi::protocol
