// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/descriptor.h"

#include <cstddef>
#include <cstdint>

namespace plexi::bench {

/** A non-blocking TCP connection to a port of 127.0.0.1, with TCP_NODELAY. */
Descriptor connectTo(std::uint16_t port);

/** Whether somebody takes connections to a port of 127.0.0.1 at this moment. */
bool isListening(std::uint16_t port);

/** A non-blocking listener on a free port of 127.0.0.1. */
Descriptor listenOnLoopback();
std::uint16_t portOf(const Descriptor &listener);

/** Raises this process's limit of open descriptors (children inherit it), or says that the machine allows too few. */
void allowDescriptors(std::size_t count);

} // namespace plexi::bench
