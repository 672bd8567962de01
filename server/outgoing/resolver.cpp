// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outgoing/resolver.h"

#include <QHostInfo>

namespace plexi::outgoing {

void SystemResolver::resolve(const QString &host, QObject *context, Found found)
{
    QHostInfo::lookupHost(host, context,
                          [found = std::move(found)](const QHostInfo &info) { found(info.addresses()); });
}

} // namespace plexi::outgoing
