// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/channels.h"
#include "app/session/people.h"
#include "shared/protocol/message.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** Messages out of their places, such as pinned or found ones, in the order in which they were given. */
class MessageListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a session")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /** They are being asked for. */
    Q_PROPERTY(bool loading READ isLoading NOTIFY stateChanged FINAL)
    /** Why they could not be had, for people; empty where all is well. */
    Q_PROPERTY(QString error READ error NOTIFY stateChanged FINAL)

public:
    enum Role {
        MessageIdRole = Qt::UserRole,
        ChannelIdRole,
        ChannelNameRole,
        AuthorNameRole,
        InitialsRole,
        /** For an Image. */
        AvatarRole,
        TextRole,
        TimeTextRole,
    };
    Q_ENUM(Role)

    /** Both must outlive the model. */
    MessageListModel(Channels *channels, People *people, UserId self, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_messages.size()); }
    bool isLoading() const { return m_isLoading; }
    QString error() const { return m_error; }
    const QList<protocol::Message> &messages() const { return m_messages; }

    /** Rows that stay are not touched: others go, and new ones come where they belong. */
    void setMessages(const QList<protocol::Message> &messages);
    void setState(bool loading, const QString &error = {});

signals:
    void countChanged();
    void stateChanged();

private:
    Channels *m_channels;
    People *m_people;
    UserId m_self;
    QList<protocol::Message> m_messages;
    bool m_isLoading = false;
    QString m_error;
};

} // namespace plexi::app
