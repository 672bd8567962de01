// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/descriptor.h"

#include <sys/socket.h>
#include <unistd.h>

namespace plexi::net {

Descriptor::~Descriptor()
{
    if (m_value >= 0)
        ::close(static_cast<int>(m_value));
}

void shutDownListener(qintptr descriptor)
{
    ::shutdown(static_cast<int>(descriptor), SHUT_RDWR);
}

void shutDownWriting(qintptr descriptor)
{
    ::shutdown(static_cast<int>(descriptor), SHUT_WR);
}

} // namespace plexi::net
