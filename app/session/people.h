// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/user.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <limits>
#include <optional>

namespace plexi::app {

/** "AO" for "Amara Okafor", one letter for one word; "?" for nothing. */
QString initialsOf(QStringView name);

/**
 * Everybody this session has heard of. Lives on the main thread, owned by the session's reducer.
 * A person that a frame names before their profile arrived is announced by missing(), once.
 */
class People : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** Null while nothing but the id is known. The pointer is good until the next change. */
    const protocol::User *find(UserId id) const;
    /** Who has this user name, whatever its case; null for nobody who is known. */
    const protocol::User *named(const QString &username) const;
    /** The display name, or an empty text while it is unknown (then missing() is emitted, once for each id). */
    QString nameOf(UserId id);
    protocol::PresenceStatus presenceOf(UserId id) const;
    /** The address of the picture for an Image; empty where there is none. */
    QString avatarOf(UserId id) const;
    /** What the addresses of this account's pictures begin with; see ServerImages::address(). */
    const QString &pictures() const { return m_pictures; }
    void setPictures(const QString &address) { m_pictures = address; }
    QList<UserId> ids() const { return m_users.keys(); }

    /** Counts what was heard of people's presence. */
    using Moment = quint64;
    Moment now() const { return m_now; }

    /** @p asked is when the server was asked: what was heard of the person's presence since is newer than the answer. */
    void put(const protocol::User &user, Moment asked = std::numeric_limits<Moment>::max());
    void setPresence(UserId id, protocol::PresenceStatus status, std::optional<Timestamp> lastSeen);
    /** The line is down: nobody's presence is known. */
    void forgetPresence();
    /** The profile could not be fetched: a later nameOf() asks again. */
    void allowRetry(UserId id) { m_asked.remove(id); }

signals:
    void added(plexi::UserId id);
    /** Name or presence. */
    void changed(plexi::UserId id);
    void missing(plexi::UserId id);
    /** A profile arrived, be it the one that was known. */
    void heard(plexi::UserId id);

private:
    QHash<UserId, protocol::User> m_users;
    /** By user name, in small letters. */
    QHash<QString, UserId> m_names;
    /** What arrived before the profile. */
    QHash<UserId, protocol::PresenceStatus> m_earlyPresence;
    Moment m_now = 0;
    QHash<UserId, Moment> m_presenceHeard;
    QSet<UserId> m_asked;
    QString m_pictures;
};

} // namespace plexi::app
