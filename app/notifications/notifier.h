// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QObject>

#include <memory>

namespace plexi::app {

/** Something to tell a person who is not looking. */
struct Notice {
    ChannelId channel;
    QString title;
    /** May be empty. */
    QString text;
};

/**
 * Shows notifications by the desktop's own means, one for each channel: a newer one takes the place of the one before. Where the
 * desktop has none, nothing happens. How it is done stands in the file of the platform. Main thread.
 */
class Notifier : public QObject
{
    Q_OBJECT

public:
    explicit Notifier(QObject *parent = nullptr);
    ~Notifier() override;

    void show(const Notice &notice);
    /** The person reads this channel now: what was shown of it goes. */
    void withdraw(ChannelId channel);

signals:
    /** The person wants to see the channel. */
    void activated(plexi::ChannelId channel);
    void markReadRequested(plexi::ChannelId channel);
    /** Written into the notification itself, where the desktop has that. */
    void replied(plexi::ChannelId channel, const QString &text);

private:
    struct Desktop;
    std::unique_ptr<Desktop> m_desktop;
};

} // namespace plexi::app
