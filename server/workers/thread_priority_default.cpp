// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/workers/thread_priority.h"

#include <QThread>

namespace plexi::workers {

void giveWayToOtherThreads()
{
    QThread::currentThread()->setPriority(QThread::LowPriority);
}

} // namespace plexi::workers
