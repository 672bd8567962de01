// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/messages_cache.h"

#include "app/cache/message_changes.h"
#include "shared/protocol/json_reader.h"

using namespace Qt::StringLiterals;

namespace plexi::app::cache {

namespace {

Result<QList<protocol::Message>> read(Database &database, const char *sql, const Values &values)
{
    QList<protocol::Message> messages;
    const auto done = database.each(sql, values, [&messages](const Row &row) {
        const auto object = protocol::parseObject(row.bytes(0));
        auto message = object ? protocol::Message::fromJson(*object) : fail(object.error());
        if (message)
            messages.append(std::move(*message));
    });
    if (!done)
        return std::unexpected(done.error());
    return messages;
}

template <typename Event>
Result<> applyChange(Database &database, const Event &event)
{
    auto known = readMessage(database, event.messageId);
    if (!known)
        return std::unexpected(known.error());
    if (!*known || (*known)->seq >= event.seq)
        return {};
    protocol::Message message = std::move(**known);
    change(message, event);
    message.seq = event.seq;
    return writeMessage(database, message);
}

/** In the language of FTS5: each word as a text of its own, so that nothing in it is an operator. */
QString wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar letter : text + u' ') {
        if (letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate()) {
            word += letter;
        } else if (!word.isEmpty()) {
            words.append(u'"' + word + u'"');
            word.clear();
        }
    }
    return words.isEmpty() ? QString() : words.join(u' ') + u'*';
}

} // namespace

Result<> writeMessage(Database &database, const protocol::Message &message)
{
    const Value thread = message.threadId ? Value(message.threadId->value()) : Value(nullptr);
    auto done = database.run("INSERT INTO messages (id, channel_id, thread_id, seq, body) VALUES (?, ?, ?, ?, ?)"
                             " ON CONFLICT (id) DO UPDATE SET thread_id = excluded.thread_id, seq = excluded.seq,"
                             " body = excluded.body WHERE excluded.seq >= messages.seq",
                             {message.id.value(), message.channelId.value(), thread, message.seq, message.toJson()});
    if (!done || database.changes() == 0)
        return done;
    if (message.content.isEmpty())
        return database.run("DELETE FROM message_words WHERE rowid = ?", {message.id.value()});
    return database.run("INSERT OR REPLACE INTO message_words (rowid, content) VALUES (?, ?)",
                        {message.id.value(), message.content});
}

Result<> applyReaction(Database &database, const protocol::ReactionChanged &event)
{
    return applyChange(database, event);
}

Result<> applyPin(Database &database, const protocol::PinChanged &event)
{
    return applyChange(database, event);
}

Result<std::optional<protocol::Message>> readMessage(Database &database, MessageId id)
{
    const auto found = read(database, "SELECT body FROM messages WHERE id = ?", {id.value()});
    if (!found)
        return std::unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QList<protocol::Message>> readBefore(Database &database, ChannelId channel, MessageId oldest,
                                            std::optional<MessageId> before, qint64 limit)
{
    const qint64 end = before ? before->value() : std::numeric_limits<qint64>::max();
    return read(database,
                "SELECT body FROM messages WHERE channel_id = ? AND thread_id IS NULL AND id >= ? AND id < ?"
                " ORDER BY id DESC LIMIT ?",
                {channel.value(), oldest.value(), end, limit});
}

Result<QList<protocol::Message>> readAfter(Database &database, ChannelId channel, MessageId after, qint64 limit)
{
    return read(database,
                "SELECT body FROM messages WHERE channel_id = ? AND thread_id IS NULL AND id > ? ORDER BY id LIMIT ?",
                {channel.value(), after.value(), limit});
}

Result<QList<protocol::Message>> readThread(Database &database, MessageId root)
{
    return read(database, "SELECT body FROM messages WHERE thread_id = ? ORDER BY id", {root.value()});
}

Result<QList<protocol::Message>> searchMessages(Database &database, const Wanted &wanted, qint64 limit)
{
    const QString words = wordsOf(wanted.text);
    const bool isFiltered = !wanted.filter.isEmpty();
    if (words.isEmpty() && !isFiltered)
        return QList<protocol::Message>();
    const qint64 looked = isFiltered ? kMostLookedAt : limit;
    auto found = words.isEmpty()
        ? read(database, "SELECT body FROM messages WHERE ?1 = 0 OR channel_id = ?1 ORDER BY id DESC LIMIT ?2",
               {wanted.channel.value(), looked})
        : read(database,
               "SELECT body FROM message_words JOIN messages ON messages.id = message_words.rowid"
               " WHERE message_words MATCH ?1 AND (?2 = 0 OR channel_id = ?2)"
               " ORDER BY message_words.rowid DESC LIMIT ?3",
               {words, wanted.channel.value(), looked});
    if (found && isFiltered)
        found->removeIf([&wanted](const protocol::Message &message) { return !wanted.filter.fits(message); });
    if (found && found->size() > limit)
        found->resize(limit);
    return found;
}

Result<qint64> countMessages(Database &database)
{
    return database.integer("SELECT COUNT(*) FROM messages");
}

Result<> removeAllMessages(Database &database)
{
    for (const char *sql : {"UPDATE channels SET oldest_id = NULL, at_start = 0, synced_seq = 0",
                            "DELETE FROM message_words", "DELETE FROM messages"}) {
        if (auto done = database.run(sql); !done)
            return done;
    }
    return {};
}

namespace {

Result<> trimChannel(Database &database, qint64 channel, qint64 keep)
{
    const auto cut = database.integer(
        "SELECT id FROM messages WHERE channel_id = ? AND thread_id IS NULL ORDER BY id DESC LIMIT 1 OFFSET ?",
        {channel, keep - 1});
    if (!cut)
        return std::unexpected(cut.error());
    // Only replies in threads are so many.
    if (*cut == 0)
        return {};
    Result<> done = database.run("DELETE FROM message_words WHERE rowid IN"
                                 " (SELECT id FROM messages WHERE channel_id = ? AND id < ?)",
                                 {channel, *cut});
    if (done)
        done = database.run("DELETE FROM messages WHERE channel_id = ? AND id < ?", {channel, *cut});
    if (done)
        done = database.run("UPDATE channels SET oldest_id = ?1, at_start = 0 WHERE id = ?2 AND oldest_id < ?1",
                            {*cut, channel});
    return done;
}

} // namespace

Result<> trimMessages(Database &database, const Keep &keep)
{
    for (qint64 limit = keep.channel;; limit /= 2) {
        QList<qint64> large;
        const auto read = database.each("SELECT channel_id FROM messages GROUP BY channel_id HAVING COUNT(*) > ?",
                                        {limit}, [&large](const Row &row) { large.append(row.integer(0)); });
        Result<> done = read ? Result<>() : std::unexpected(read.error());
        for (const qint64 channel : std::as_const(large))
            done = done ? trimChannel(database, channel, limit) : done;
        if (!done)
            return done;
        const auto left = database.integer("SELECT COUNT(*) FROM messages");
        if (!left)
            return std::unexpected(left.error());
        if (*left <= keep.all || limit / 2 < Keep::kLeast)
            return {};
    }
}

} // namespace plexi::app::cache
