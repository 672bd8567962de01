// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/direct_write.h"

namespace plexi::realtime {

qsizetype writeDirectly(qintptr, QByteArrayView)
{
    return 0;
}

} // namespace plexi::realtime
