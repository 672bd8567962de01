// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/search/pattern.h"
#include "server/store/database.h"
#include "server/store/messages_store.h"

#include <QStringList>

/**
 * Finding messages by what is in them. Reads take any connection and belong into one transaction where they are to fit
 * together; each function fails as Connection::run does and on no other ground. For the pool of readers: a search takes
 * milliseconds, not microseconds.
 */
namespace plexi::store::message_search {

/** What is looked for. */
struct Question {
    /** Only what this person may read is found: public channels, and those it is a member of. */
    UserId viewer;
    /** A message, or a file that it carries, has all of the first; the message has none of the second. */
    QList<search::Pattern> wanted;
    QList<search::Pattern> unwanted;
    /** Of each list a message carries one mark at least (server/search/marks.h); an empty list finds nothing. */
    QList<QStringList> marks;
    QStringList unwantedMarks;
    /** Only messages with ids between the two. */
    MessageId before = messages::kNewest;
    MessageId after = messages::kOldest;
};

struct Hits {
    /** Undeleted messages, newest first. */
    QList<MessageId> ids;
    /** False while an older database is being indexed: older messages may be missing. */
    bool isComplete = true;
};

/** The newest @p limit messages that answer. */
Result<Hits> find(Connection &connection, const Question &question, qint64 limit);

/** What a message says, in the order of @p messages; those that are not there are left out. */
struct Text {
    MessageId id;
    QString content;
};
Result<QList<Text>> texts(Connection &connection, const QList<MessageId> &messages);

/** The position such that what was written at @p moment or later has ids from it on. Messages are in the order of time. */
Result<MessageId> firstSince(Connection &connection, Timestamp moment);

/** Who has that id or user name. */
Result<std::optional<UserId>> author(Connection &connection, const QString &name);

/** The channels that @p viewer can see of that id, slug or, where the viewer is a member, name (ASCII case folded). */
Result<QList<ChannelId>> channelsNamed(Connection &connection, const QString &name, UserId viewer);

} // namespace plexi::store::message_search
