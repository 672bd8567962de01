// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/channels.h"
#include "app/session/drafts.h"
#include "app/session/favourites.h"
#include "app/session/people.h"

#include <QAbstractListModel>
#include <QCollator>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plexi::app {

/**
 * Channels as a sorted list: favourites, channels, direct messages, each by name. Rows move and change, the model never
 * resets.
 */
class ChannelListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum class Show {
        /** Those the person is a member of. */
        Joined,
        /** Public ones the person could join. */
        Browse,
    };
    enum Role {
        ChannelIdRole = Qt::UserRole,
        NameRole,
        TypeRole,
        SectionRole,
        TopicRole,
        MemberCountRole,
        UnreadCountRole,
        MentionCountRole,
        HasUnreadRole,
        IsCurrentRole,
        IsMutedRole,
        HasDraftRole,
        PresenceRole,
        InitialsRole,
        /** The other person's, for an Image. */
        AvatarRole,
        IsFavouriteRole,
    };
    Q_ENUM(Role)

    /** All of the sources must outlive the model. */
    ChannelListModel(Show show, Channels *channels, People *people, Drafts *drafts, Favourites *favourites, UserId self,
                     QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_rows.size()); }
    ChannelId channelAt(int row) const { return m_rows[static_cast<size_t>(row)].id; }
    int rowOf(ChannelId id) const;
    void setCurrent(ChannelId id);
    /** Only names that contain @p text, whatever its case. */
    void setFilter(const QString &text);

    /** The name for people: of a direct channel, its other people's names. */
    static QString displayName(const protocol::Channel &channel, People &people, UserId self);
    /** The one other person of a direct channel of two, or nobody. */
    static UserId partnerOf(const protocol::Channel &channel, UserId self);

signals:
    void countChanged();

private:
    struct Row {
        ChannelId id;
        bool isFavourite = false;
        bool isDirect = false;
        QString name;
    };

    bool isShown(const protocol::Channel &channel, const QString &name) const;
    bool isBefore(const Row &a, const Row &b) const;
    /** Adds, moves, removes or refreshes the row of @p id, as the sources have it now. */
    void update(ChannelId id);
    void updateAll();
    void updateWithPerson(UserId person);
    void removeRow(int row);

    Show m_show;
    Channels *m_channels;
    People *m_people;
    Drafts *m_drafts;
    Favourites *m_favourites;
    UserId m_self;
    ChannelId m_current;
    QString m_filter;
    QCollator m_collator;
    std::vector<Row> m_rows;
};

} // namespace plexi::app
