// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing yet on this platform.
#include "app/notifications/notifier.h"

namespace plexi::app {

struct Notifier::Desktop {
};

Notifier::Notifier(QObject *parent) : QObject(parent) { }
Notifier::~Notifier() = default;

void Notifier::show(const Notice &) { }
void Notifier::withdraw(ChannelId) { }

} // namespace plexi::app
