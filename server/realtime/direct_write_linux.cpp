// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/direct_write.h"

#include <sys/socket.h>

#include <algorithm>

namespace plexi::realtime {

qsizetype writeDirectly(qintptr descriptor, QByteArrayView bytes)
{
    const ssize_t taken = ::send(static_cast<int>(descriptor), bytes.data(), static_cast<std::size_t>(bytes.size()),
                                 MSG_DONTWAIT | MSG_NOSIGNAL);
    return std::max<qsizetype>(0, taken);
}

} // namespace plexi::realtime
