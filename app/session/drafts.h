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
        const QString kept = text.trimmed().isEmpty() ? QString() : text;
        if (kept == m_texts.value(channel))
            return;
        if (kept.isEmpty())
            m_texts.remove(channel);
        else
            m_texts.insert(channel, kept);
        emit edited(channel);
        if (before != has(channel))
            emit changed(channel);
    }

signals:
    /** There is a draft now, or there is none any more. */
    void changed(plexi::ChannelId channel);
    /** The text is another one. */
    void edited(plexi::ChannelId channel);

private:
    QHash<ChannelId, QString> m_texts;
};

} // namespace plexi::app
