// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

QT_BEGIN_NAMESPACE
class QAbstractEventDispatcher;
QT_END_NAMESPACE

namespace plexi::net {

/**
 * The dispatcher for a thread with many sockets, for QThread::setEventDispatcher: on Linux one that does not look at
 * every descriptor at every wake-up. Null where Qt's own is to be used.
 */
std::unique_ptr<QAbstractEventDispatcher> makeEventDispatcher();

} // namespace plexi::net
