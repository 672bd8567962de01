// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QHash>
#include <QObject>

namespace plexi::app {

/** What is written but not sent, for each channel. Main thread. */
class Drafts : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    QString text(ChannelId channel) const { return m_texts.value(channel); }
    bool has(ChannelId channel) const { return m_texts.contains(channel); }

    /** A blank text is no draft. */
    void set(ChannelId channel, const QString &text)
    {
        const bool before = has(channel);
        if (text.trimmed().isEmpty())
            m_texts.remove(channel);
        else
            m_texts.insert(channel, text);
        if (before != has(channel))
            emit changed(channel);
    }

signals:
    /** There is a draft now, or there is none any more. */
    void changed(plexi::ChannelId channel);

private:
    QHash<ChannelId, QString> m_texts;
};

} // namespace plexi::app
