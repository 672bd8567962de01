// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/ids.h"

#include <QSqlQuery>
#include <QString>

#include <vector>

/**
 * The full-text index of messages. It has every undeleted message up to a mark, which moves in the transaction that indexes
 * what it passes; messages behind the mark are the newest ones and are searched in their own rows. So a message can be found
 * from its commit on, posting costs the index nothing, and FTS5, for which a transaction of one message is the dearest, gets
 * hundreds at once. Edits and deletions up to the mark change the index in their own transaction.
 *
 * What changes the index takes the writer's connection, inside a job. Each function fails as Connection::run does and on no
 * other ground.
 */
namespace plexi::store::message_index {

/** Remembers words that search_terms is known to have: most words of a message. Used by one thread at a time. */
class KnownTerms
{
public:
    KnownTerms() : m_hashes(kSlots) { }

    /** Whether it was told of the word before; a wrong yes is as improbable as a collision of 64-bit hashes. */
    bool contains(qint64 scope, QStringView term) const;
    void add(qint64 scope, QStringView term);
    /** After a transaction that failed, since its words were not kept. */
    void clear();

private:
    static constexpr std::size_t kSlots = std::size_t(1) << 15;
    static quint64 hashOf(qint64 scope, QStringView term);

    std::vector<quint64> m_hashes;
};

/** Of a message, what is indexed. */
struct Source {
    MessageId id;
    ChannelId channel;
    UserId author;
    bool isPublic = false;
    bool isDeleted = false;
    QString content;
    bool hasFiles = false;

    /** Under which scope of search_terms its words are kept. */
    qint64 scope() const { return isPublic ? 0 : channel.value(); }
};
/** From a row that begins with x.id, x.channel_id, x.user_id, c.type = 0, x.is_deleted, x.content, x.attachment_count > 0. */
Source sourceFromRow(const QSqlQuery &row);
/** The marks and words under which it is found, with a space between. */
QString indexedTerms(const Source &source);
/** Whether search_terms lacks one of its words. Any connection. */
Result<bool> lacksWord(Connection &connection, const Source &source, KnownTerms &known);

/** Indexes @p count messages behind the mark, where there are so many; how many that were. */
Result<qint64> advance(Connection &connection, qint64 count, KnownTerms &known);

/**
 * Joins the parts that steps have left of the index, some pages of them: a search looks into one part after the other.
 * Whether there may be more to join.
 */
Result<bool> join(Connection &connection);

/** The message's text has changed. Does nothing where the mark has not come to it. */
Result<> update(Connection &connection, MessageId message);

} // namespace plexi::store::message_index
