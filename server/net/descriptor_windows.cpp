// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/descriptor.h"

#include <winsock2.h>

namespace plexi::net {

Descriptor::~Descriptor()
{
    if (m_value >= 0)
        ::closesocket(static_cast<SOCKET>(m_value));
}

/** Winsock cannot shut down a listener: it keeps its loopback port, where nobody accepts. */
void shutDownListener(qintptr) { }

void shutDownWriting(qintptr descriptor)
{
    ::shutdown(static_cast<SOCKET>(descriptor), SD_SEND);
}

} // namespace plexi::net
