// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace plexi::realtime {

/**
 * Hands @p bytes to the kernel without waiting and returns how many it took: 0 where it takes none now, where the
 * connection is broken (its owner will notice by itself), and on platforms where this is not done. For a connected TCP
 * socket without TLS whose owner has nothing buffered; what is left goes through the owner.
 *
 * A QTcpSocket copies into its buffer, switches a notifier on and off and tells of bytes written; for a frame that
 * goes out at once, to each of many sockets, that is most of the work.
 */
qsizetype writeDirectly(qintptr descriptor, QByteArrayView bytes);

} // namespace plexi::realtime
