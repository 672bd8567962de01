// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <functional>

namespace plexi::outgoing {

/** Where the addresses of names come from. */
class Resolver
{
public:
    Resolver() = default;
    virtual ~Resolver() = default;
    Q_DISABLE_COPY_MOVE(Resolver)

    using Found = std::function<void(QList<QHostAddress> addresses)>;

    /**
     * Calls @p found once, on the calling thread and never within this call, with the addresses of @p host in the order
     * in which they are to be tried; none where there are none. Not at all once @p context is gone.
     */
    virtual void resolve(const QString &host, QObject *context, Found found) = 0;
};

/** The machine's own resolver. The calling thread needs a running event loop. */
class SystemResolver final : public Resolver
{
public:
    void resolve(const QString &host, QObject *context, Found found) override;
};

} // namespace plexi::outgoing
