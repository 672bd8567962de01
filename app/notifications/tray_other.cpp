// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing yet on this platform.
#include "app/notifications/tray.h"

namespace plexi::app {

struct Tray::Desktop {
};

Tray::Tray(QObject *parent) : QObject(parent) { }
Tray::~Tray() = default;

void Tray::setMentions(int) { }
void Tray::setShown(bool) { }

} // namespace plexi::app
