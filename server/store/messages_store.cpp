// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/messages_store.h"

#include "server/store/files_store.h"
#include "server/store/message_index_store.h"
#include "server/store/rows.h"

#include <QJsonDocument>

#include <algorithm>

namespace plexi::store::messages {

namespace {

using protocol::ChannelRole;
using protocol::ChannelType;
using protocol::ContentType;
using protocol::LinkPreview;
using protocol::Message;
using protocol::Reaction;

// The columns of messageFromRow().
#define MESSAGE_COLUMNS                                                                                                \
    "x.id, x.channel_id, x.user_id, x.content, x.content_type, x.created_at, x.updated_at, x.mentions,"                \
    " x.mentions_channel, x.thread_id, x.reply_to, x.is_edited, x.is_deleted, x.reply_count, x.last_reply_at, x.seq,"  \
    " x.client_message_id, x.pinned_at IS NOT NULL,"                                                                   \
    " CASE WHEN x.emoji_count > 0 THEN (SELECT group_concat(r.emoji || ' ' || r.user_id, ' ') FROM"                    \
    "  (SELECT emoji, user_id FROM reactions WHERE message_id = x.id ORDER BY id) r) END, x.link_previews,"            \
    " x.attachment_count"
constexpr int kAttachmentCount = 20;
constexpr int kColumns = 21;

// The two halves of a channel's page, each as its partial index has it.
#define LIVE                                                                                                           \
    "SELECT " MESSAGE_COLUMNS " FROM messages x WHERE x.channel_id = ? AND x.thread_id IS NULL AND x.is_deleted = 0"
#define TOMBSTONES                                                                                                     \
    "SELECT " MESSAGE_COLUMNS " FROM messages x WHERE x.channel_id = ? AND x.thread_id IS NULL AND x.is_deleted = 1"
#define REPLIES "SELECT " MESSAGE_COLUMNS " FROM messages x WHERE x.thread_id = ? AND x.is_deleted <= ?"

/** From pairs of an emoji and a person with spaces between, who reacted first first. */
QList<Reaction> reactionsFrom(const QString &text)
{
    QList<Reaction> reactions;
    const auto parts = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        auto reaction = std::ranges::find(reactions, parts[i], &Reaction::emoji);
        if (reaction == reactions.end())
            reaction = reactions.insert(reactions.end(), {.emoji = parts[i].toString(), .userIds = {}});
        if (reaction->userIds.size() < Reaction::kMaxListed)
            reaction->userIds.append(UserId(parts[i + 1].toLongLong()));
        else
            ++reaction->unlisted;
    }
    return reactions;
}

QList<LinkPreview> linkPreviewsFrom(const QString &json)
{
    return LinkPreview::listFromJson(QJsonDocument::fromJson(json.toUtf8()).array());
}

Message messageFromRow(const QSqlQuery &row)
{
    return {
        .id = MessageId(integer(row, 0)),
        .channelId = ChannelId(integer(row, 1)),
        .userId = UserId(integer(row, 2)),
        .content = row.value(3).toString(),
        .contentType = static_cast<ContentType>(integer(row, 4)),
        .createdAt = moment(row, 5),
        .updatedAt = optionalMoment(row, 6),
        .mentions = splitIds(row.value(7).toString(), u' '),
        .mentionsChannel = integer(row, 8) != 0,
        .reactions = row.isNull(18) ? QList<Reaction>() : reactionsFrom(row.value(18).toString()),
        .threadId = optionalId<MessageId>(row, 9),
        .replyTo = optionalId<MessageId>(row, 10),
        .isEdited = integer(row, 11) != 0,
        .isDeleted = integer(row, 12) != 0,
        .isPinned = integer(row, 17) != 0,
        .replyCount = integer(row, 13),
        .lastReplyAt = optionalMoment(row, 14),
        .seq = integer(row, 15),
        .clientMessageId = optionalText(row, 16),
        .linkPreviews = row.isNull(19) ? QList<LinkPreview>() : linkPreviewsFrom(row.value(19).toString()),
    };
}

/** Reads what the messages carry that are said to carry something. */
Result<> loadAttachments(Connection &connection, QList<Message> &messages, const QList<MessageId> &carriers)
{
    for (Message &message : messages) {
        if (!carriers.contains(message.id))
            continue;
        auto attached = files::attachedTo(connection, message.id);
        if (!attached)
            return fail(std::move(attached.error()));
        message.attachments = std::move(*attached);
    }
    return {};
}

Result<QList<Message>> allMessages(Connection &connection, const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<Message> messages;
    QList<MessageId> carriers;
    while ((*query)->next()) {
        messages.append(messageFromRow(**query));
        if (integer(**query, kAttachmentCount) > 0)
            carriers.append(messages.last().id);
    }
    (*query)->finish();
    if (!carriers.isEmpty()) {
        if (auto loaded = loadAttachments(connection, messages, carriers); !loaded)
            return fail(std::move(loaded.error()));
    }
    return messages;
}

Result<std::optional<Message>> oneMessage(Connection &connection, const Result<QSqlQuery *> &query)
{
    auto messages = allMessages(connection, query);
    if (!messages)
        return fail(std::move(messages.error()));
    return messages->isEmpty() ? std::nullopt : std::optional(std::move(messages->first()));
}

/** The channel's counters after @p counted. (UPDATE … RETURNING would put its row in a temporary table first.) */
Result<std::optional<Step>> stepAfter(Connection &connection, ChannelId channel, const Result<qint64> &counted)
{
    if (!counted)
        return fail(counted.error());
    if (*counted == 0)
        return std::nullopt;
    const auto query = connection.run(
        "SELECT last_seq, last_ordinal, member_count, type, archived_at FROM channels WHERE id = ?", {channel.value()});
    if (!query)
        return fail(query.error());
    std::optional<Step> step;
    if ((*query)->next()) {
        step = Step{.seq = integer(**query, 0),
                    .ordinal = integer(**query, 1),
                    .memberCount = integer(**query, 2),
                    .channelType = static_cast<ChannelType>(integer(**query, 3)),
                    .isArchived = !(*query)->isNull(4)};
    }
    (*query)->finish();
    return step;
}

QVariant mentionsColumn(const Message &message)
{
    return message.mentions.isEmpty() ? QVariant() : QVariant(joinedIds(message.mentions, u' '));
}

QVariant momentOrNull(const std::optional<Timestamp> &moment)
{
    return moment ? QVariant(moment->ms) : QVariant();
}

int lastFlag(Deleted deleted)
{
    return deleted == Deleted::Include ? 1 : 0;
}

} // namespace

Result<std::optional<Sighting>> find(Connection &connection, MessageId id, UserId viewer)
{
    const auto query = connection.run("SELECT " MESSAGE_COLUMNS ", c.type, m.role FROM messages x"
                                      " JOIN channels c ON c.id = x.channel_id AND c.deleted_at IS NULL"
                                      " LEFT JOIN members m ON m.channel_id = x.channel_id AND m.user_id = ?"
                                      " WHERE x.id = ? AND (c.type = 0 OR m.user_id IS NOT NULL)",
                                      {viewer.value(), id.value()});
    if (!query)
        return fail(query.error());
    QSqlQuery &row = **query;
    std::optional<Sighting> sighting;
    bool carriesFiles = false;
    if (row.next()) {
        carriesFiles = integer(row, kAttachmentCount) > 0;
        sighting = Sighting{.message = messageFromRow(row),
                            .channelType = static_cast<ChannelType>(integer(row, kColumns)),
                            .viewerRole = std::nullopt};
        if (!row.isNull(kColumns + 1))
            sighting->viewerRole = static_cast<ChannelRole>(integer(row, kColumns + 1));
    }
    row.finish();
    if (carriesFiles) {
        auto attached = files::attachedTo(connection, id);
        if (!attached)
            return fail(std::move(attached.error()));
        sighting->message.attachments = std::move(*attached);
    }
    return sighting;
}

Result<std::optional<Message>> findIn(Connection &connection, ChannelId channel, MessageId id)
{
    return oneMessage(connection,
                      connection.run("SELECT " MESSAGE_COLUMNS " FROM messages x WHERE x.id = ? AND x.channel_id = ?",
                                     {id.value(), channel.value()}));
}

Result<std::optional<Message>> findByClientId(Connection &connection, UserId author, const QString &clientMessageId)
{
    return oneMessage(connection,
                      connection.run("SELECT " MESSAGE_COLUMNS
                                     " FROM messages x WHERE x.user_id = ? AND x.client_message_id = ?",
                                     {author.value(), clientMessageId}));
}

Result<QList<Message>> before(Connection &connection, ChannelId channel, MessageId position, qint64 limit,
                              Deleted deleted)
{
    if (deleted == Deleted::Leave) {
        return allMessages(connection,
                           connection.run(LIVE " AND x.id < ? ORDER BY x.id DESC LIMIT ?",
                                          {channel.value(), position.value(), limit}));
    }
    return allMessages(connection,
                       connection.run(LIVE " AND x.id < ? UNION ALL " TOMBSTONES
                                           " AND x.id < ? ORDER BY 1 DESC LIMIT ?",
                                      {channel.value(), position.value(), channel.value(), position.value(), limit}));
}

Result<QList<Message>> after(Connection &connection, ChannelId channel, MessageId position, qint64 limit,
                             Deleted deleted)
{
    if (deleted == Deleted::Leave) {
        return allMessages(
            connection,
            connection.run(LIVE " AND x.id > ? ORDER BY x.id LIMIT ?", {channel.value(), position.value(), limit}));
    }
    return allMessages(connection,
                       connection.run(LIVE " AND x.id > ? UNION ALL " TOMBSTONES " AND x.id > ? ORDER BY 1 LIMIT ?",
                                      {channel.value(), position.value(), channel.value(), position.value(), limit}));
}

Result<QList<Message>> repliesBefore(Connection &connection, MessageId root, MessageId position, qint64 limit,
                                     Deleted deleted)
{
    return allMessages(connection,
                       connection.run(REPLIES " AND x.id < ? ORDER BY x.id DESC LIMIT ?",
                                      {root.value(), lastFlag(deleted), position.value(), limit}));
}

Result<QList<Message>> repliesAfter(Connection &connection, MessageId root, MessageId position, qint64 limit,
                                    Deleted deleted)
{
    return allMessages(connection,
                       connection.run(REPLIES " AND x.id > ? ORDER BY x.id LIMIT ?",
                                      {root.value(), lastFlag(deleted), position.value(), limit}));
}

Result<QList<Message>> changes(Connection &connection, ChannelId channel, qint64 seq, qint64 limit)
{
    return allMessages(connection,
                       connection.run("SELECT " MESSAGE_COLUMNS " FROM messages x WHERE x.channel_id = ? AND x.seq > ?"
                                      " ORDER BY x.seq LIMIT ?",
                                      {channel.value(), seq, limit}));
}

Result<QList<Message>> pinned(Connection &connection, ChannelId channel, MessageId position, qint64 limit)
{
    return allMessages(connection,
                       connection.run("SELECT " MESSAGE_COLUMNS " FROM messages x WHERE x.channel_id = ?"
                                      " AND x.pinned_at IS NOT NULL AND x.id < ? ORDER BY x.id DESC LIMIT ?",
                                      {channel.value(), position.value(), limit}));
}

Result<QList<Message>> bookmarked(Connection &connection, UserId user, MessageId position, qint64 limit)
{
    return allMessages(
        connection,
        connection.run("SELECT " MESSAGE_COLUMNS " FROM bookmarks b JOIN messages x ON x.id = b.message_id"
                       " JOIN channels c ON c.id = x.channel_id AND c.deleted_at IS NULL"
                       " LEFT JOIN members m ON m.channel_id = c.id AND m.user_id = b.user_id"
                       " WHERE b.user_id = ? AND b.message_id < ? AND (c.type = 0 OR m.user_id IS NOT NULL)"
                       " ORDER BY b.message_id DESC LIMIT ?",
                       {user.value(), position.value(), limit}));
}

Result<std::optional<Step>> countMessage(Connection &connection, ChannelId channel, MessageId id)
{
    return stepAfter(connection, channel,
                     connection.execute("UPDATE channels SET last_seq = last_seq + 1, last_ordinal = last_ordinal + 1,"
                                        " message_count = message_count + 1, last_message_id = ?"
                                        " WHERE id = ? AND deleted_at IS NULL",
                                        {id.value(), channel.value()}));
}

Result<std::optional<Step>> takeSeq(Connection &connection, ChannelId channel, int steps, int countDifference)
{
    return stepAfter(connection, channel,
                     connection.execute("UPDATE channels SET last_seq = last_seq + ?, message_count = message_count + ?"
                                        " WHERE id = ? AND deleted_at IS NULL",
                                        {steps, countDifference, channel.value()}));
}

Result<> insert(Connection &connection, const Message &message, qint64 ordinal)
{
    return done(connection.execute(
        "INSERT INTO messages (id, channel_id, user_id, seq, ordinal, thread_id, reply_to, content, content_type,"
        " mentions, mentions_channel, created_at, client_message_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {message.id.value(), message.channelId.value(), message.userId.value(), message.seq,
         ordinal == 0 ? QVariant() : QVariant(ordinal), orNull(message.threadId), orNull(message.replyTo),
         notNull(message.content), static_cast<int>(message.contentType), mentionsColumn(message),
         message.mentionsChannel ? 1 : 0, message.createdAt.ms, orNull(message.clientMessageId)}));
}

Result<> update(Connection &connection, const Message &message)
{
    const auto updated = connection.execute(
        "UPDATE messages SET content = ?, content_type = ?, mentions = ?, mentions_channel = ?, updated_at = ?,"
        " is_edited = ?, is_deleted = ?, seq = ? WHERE id = ?",
        {notNull(message.content), static_cast<int>(message.contentType), mentionsColumn(message),
         message.mentionsChannel ? 1 : 0, momentOrNull(message.updatedAt), message.isEdited ? 1 : 0,
         message.isDeleted ? 1 : 0, message.seq, message.id.value()});
    if (!updated)
        return fail(updated.error());
    return message_index::update(connection, message.id);
}

Result<> setSeq(Connection &connection, MessageId message, qint64 seq)
{
    return done(connection.execute("UPDATE messages SET seq = ? WHERE id = ?", {seq, message.value()}));
}

Result<> setLinkPreviews(Connection &connection, MessageId message, const QList<LinkPreview> &previews)
{
    const QVariant json = previews.isEmpty() ? QVariant() : QString::fromUtf8(LinkPreview::toJson(previews));
    return done(connection.execute("UPDATE messages SET link_previews = ? WHERE id = ?", {json, message.value()}));
}

Result<Message> countReply(Connection &connection, ChannelId channel, MessageId root, qint64 seq, int difference)
{
    const auto updated = connection.execute(
        "UPDATE messages SET seq = ?, reply_count = reply_count + ?,"
        " last_reply_at = (SELECT r.created_at FROM messages r WHERE r.thread_id = ? AND r.is_deleted = 0"
        "                  ORDER BY r.id DESC LIMIT 1)"
        " WHERE id = ?",
        {seq, difference, root.value(), root.value()});
    if (!updated)
        return fail(updated.error());
    const auto found = findIn(connection, channel, root);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(Error::internal(QStringLiteral("A thread has no root")));
    return **found;
}

Result<> replaceMentions(Connection &connection, const Message &message)
{
    if (const auto cleared = connection.execute("DELETE FROM mentions WHERE message_id = ?", {message.id.value()});
        !cleared)
        return fail(cleared.error());
    if (message.isDeleted || message.threadId || message.mentionsChannel)
        return {};
    for (const UserId user : message.mentions) {
        if (user == message.userId)
            continue;
        const auto added = connection.execute("INSERT INTO mentions (user_id, channel_id, message_id) VALUES (?, ?, ?)",
                                              {user.value(), message.channelId.value(), message.id.value()});
        if (!added)
            return fail(added.error());
    }
    return {};
}

} // namespace plexi::store::messages
