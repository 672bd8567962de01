// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/scheduled_messages_store.h"

#include "server/store/rows.h"

namespace plexi::store::scheduled_messages {

namespace {

using protocol::ScheduledMessage;

// The columns of rowFrom().
#define SELECT_ROWS                                                                                                     \
    "SELECT id, user_id, channel_id, content, content_type, mentions, thread_id, reply_to, client_message_id, send_at," \
    " created_at, failure_code, failure_message FROM scheduled_messages "

Row rowFrom(const QSqlQuery &row)
{
    ScheduledMessage scheduled{
        .id = ScheduledId(integer(row, 0)),
        .channelId = ChannelId(integer(row, 2)),
        .content = row.value(3).toString(),
        .contentType = static_cast<protocol::ContentType>(integer(row, 4)),
        .mentions = splitIds(row.value(5).toString(), u' '),
        .threadId = optionalId<MessageId>(row, 6),
        .replyTo = optionalId<MessageId>(row, 7),
        .clientMessageId = optionalText(row, 8),
        .sendAt = moment(row, 9),
        .createdAt = moment(row, 10),
    };
    if (!row.isNull(11))
        scheduled.failure = Error{.code = errorCodeFromName(row.value(11).toString()),
                                  .message = row.value(12).toString()};
    return {.userId = UserId(integer(row, 1)), .scheduled = std::move(scheduled)};
}

Result<std::optional<Row>> oneRow(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    std::optional<Row> row;
    if ((*query)->next())
        row = rowFrom(**query);
    (*query)->finish();
    return row;
}

QVariant failureCode(const ScheduledMessage &scheduled)
{
    return scheduled.failure ? QVariant(QString(errorName(scheduled.failure->code))) : QVariant();
}

QVariant failureMessage(const ScheduledMessage &scheduled)
{
    return scheduled.failure ? QVariant(notNull(scheduled.failure->message)) : QVariant();
}

} // namespace

Result<std::optional<Row>> find(Connection &connection, ScheduledId id)
{
    return oneRow(connection.run(SELECT_ROWS "WHERE id = ?", {id.value()}));
}

Result<std::optional<Row>> findByClientId(Connection &connection, UserId author, const QString &clientMessageId)
{
    return oneRow(
        connection.run(SELECT_ROWS "WHERE user_id = ? AND client_message_id = ?", {author.value(), clientMessageId}));
}

Result<std::optional<Row>> next(Connection &connection)
{
    return oneRow(connection.run(SELECT_ROWS "WHERE failure_code IS NULL ORDER BY send_at LIMIT 1"));
}

Result<QList<Row>> list(Connection &connection, UserId author, qint64 limit, qint64 offset)
{
    const auto query = connection.run(SELECT_ROWS "WHERE user_id = ? ORDER BY send_at, id LIMIT ? OFFSET ?",
                                      {author.value(), limit, offset});
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    while ((*query)->next())
        rows.append(rowFrom(**query));
    (*query)->finish();
    return rows;
}

Result<qint64> count(Connection &connection, UserId author)
{
    return firstInteger(connection.run("SELECT count(*) FROM scheduled_messages WHERE user_id = ?", {author.value()}));
}

Result<> insert(Connection &connection, const Row &row)
{
    const ScheduledMessage &s = row.scheduled;
    return done(connection.execute(
        "INSERT INTO scheduled_messages (id, user_id, channel_id, content, content_type, mentions, thread_id, reply_to,"
        " client_message_id, send_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {s.id.value(), row.userId.value(), s.channelId.value(), s.content, static_cast<int>(s.contentType),
         s.mentions.isEmpty() ? QVariant() : QVariant(joinedIds(s.mentions, u' ')), orNull(s.threadId),
         orNull(s.replyTo), orNull(s.clientMessageId), s.sendAt.ms, s.createdAt.ms}));
}

Result<> update(Connection &connection, const ScheduledMessage &scheduled)
{
    return done(connection.execute("UPDATE scheduled_messages SET content = ?, content_type = ?, send_at = ?,"
                                   " failure_code = ?, failure_message = ? WHERE id = ?",
                                   {scheduled.content, static_cast<int>(scheduled.contentType), scheduled.sendAt.ms,
                                    failureCode(scheduled), failureMessage(scheduled), scheduled.id.value()}));
}

Result<> remove(Connection &connection, ScheduledId id)
{
    return done(connection.execute("DELETE FROM scheduled_messages WHERE id = ?", {id.value()}));
}

} // namespace plexi::store::scheduled_messages
