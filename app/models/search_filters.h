// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/channels.h"
#include "app/session/people.h"
#include "shared/protocol/message_filter.h"

#include <QDate>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/**
 * What a search is narrowed to, beside its words. It is chosen, or typed as the server has it: "from:ann", "in:#general",
 * "has:file", "before:2025-01-31", "after:2025-01". Days are those of this computer. Main thread, owned by the session.
 */
class SearchFilters : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    /** Each for people; empty where it does not narrow anything. */
    Q_PROPERTY(QString fromText READ fromText NOTIFY changed FINAL)
    Q_PROPERTY(QString channelText READ channelText NOTIFY changed FINAL)
    Q_PROPERTY(QString sinceText READ sinceText NOTIFY changed FINAL)
    Q_PROPERTY(QString untilText READ untilText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasFile READ hasFile WRITE setHasFile NOTIFY changed FINAL)
    Q_PROPERTY(bool hasLink READ hasLink WRITE setHasLink NOTIFY changed FINAL)
    /** There is one of them. */
    Q_PROPERTY(bool any READ isAny NOTIFY changed FINAL)

public:
    /** Both must outlive this. */
    SearchFilters(Channels *channels, People *people, UserId self, QObject *parent = nullptr)
        : QObject(parent), m_channels(channels), m_people(people), m_self(self)
    {
    }

    /** Null for wherever the search is. */
    ChannelId channel() const { return m_channel; }
    protocol::MessageFilter filter() const;

    QString fromText() const;
    QString channelText() const;
    QString sinceText() const;
    QString untilText() const;
    bool hasFile() const { return m_hasFile; }
    void setHasFile(bool has);
    bool hasLink() const { return m_hasLink; }
    void setHasLink(bool has);
    bool isAny() const { return !m_channel.isNull() || !filter().isEmpty(); }

    Q_INVOKABLE void setFrom(const QString &userId);
    /** The day that was so many days ago, and what came after it. */
    Q_INVOKABLE void setSince(int daysAgo) { setDays(QDate::currentDate().addDays(-daysAgo), m_until); }
    /** That day, and what came before it. */
    Q_INVOKABLE void setUntil(int daysAgo) { setDays(m_since, QDate::currentDate().addDays(-daysAgo)); }
    Q_INVOKABLE void clearFrom() { setFrom({}); }
    Q_INVOKABLE void clearChannel() { setChannel({}); }
    Q_INVOKABLE void clearSince() { setDays({}, m_until); }
    Q_INVOKABLE void clearUntil() { setDays(m_since, {}); }
    Q_INVOKABLE void clear();
    /** One of them, the last as they are shown. */
    Q_INVOKABLE void clearLast();
    /**
     * Takes out of @p text what is a filter and has a blank behind it, and gives back the rest. What means nothing here (nobody
     * of that name, no such day) stays: the server may know.
     */
    Q_INVOKABLE QString take(const QString &text);

signals:
    void changed();

private:
    bool apply(const QString &name, const QString &value);
    bool applyFrom(const QString &value);
    bool applyChannel(const QString &value);
    bool applyDay(const QString &value, bool isBefore);
    void setChannel(ChannelId channel);
    void setDays(QDate since, QDate until);

    Channels *m_channels;
    People *m_people;
    UserId m_self;
    UserId m_from;
    ChannelId m_channel;
    bool m_hasFile = false;
    bool m_hasLink = false;
    /** Both within; invalid for no limit. */
    QDate m_since;
    QDate m_until;
};

} // namespace plexi::app
