// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/consistency.h"

#include "server/store/message_index_check.h"
#include "server/store/rows.h"

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::store {

namespace {

// A broken database may have a finding for each of a million rows; nobody reads past the first.
constexpr int kMaxFindingsOfACheck = 20;

/** A query whose every row is a finding: what the first columns name, with what is kept and what was counted last. */
struct Recount {
    /** With %1 for the row's first column. */
    QLatin1StringView finding;
    const char *sql;
};

constexpr std::array<Recount, 26> kRecounts{{
    {"channel_%1: member_count is %2, counted %3"_L1,
     "SELECT id, member_count, n FROM (SELECT c.id, c.member_count,"
     " (SELECT count(*) FROM members m WHERE m.channel_id = c.id) AS n FROM channels c) WHERE member_count <> n"},
    {"channel_%1: message_count is %2, counted %3"_L1,
     "SELECT id, message_count, n FROM (SELECT c.id, c.message_count, (SELECT count(*) FROM messages x"
     " WHERE x.channel_id = c.id AND x.thread_id IS NULL AND x.is_deleted = 0) AS n"
     " FROM channels c WHERE c.deleted_at IS NULL) WHERE message_count <> n"},
    {"channel_%1: last_ordinal is %2, counted %3"_L1,
     "SELECT id, last_ordinal, n FROM (SELECT c.id, c.last_ordinal, c.expired_ordinals + (SELECT count(*)"
     " FROM messages x WHERE x.channel_id = c.id AND x.thread_id IS NULL) AS n"
     " FROM channels c WHERE c.deleted_at IS NULL) WHERE last_ordinal <> n"},
    {"channel_%1: last_seq is %2, the highest is %3"_L1,
     // Messages that have expired took their seq along.
     "SELECT id, last_seq, n FROM (SELECT c.id, c.last_seq, c.expired_through, (SELECT coalesce(max(x.seq), 0)"
     " FROM messages x WHERE x.channel_id = c.id) AS n FROM channels c WHERE c.deleted_at IS NULL)"
     " WHERE last_seq < n OR (last_seq > n AND expired_through IS NULL)"},
    {"channel_%1: last_message_id is %2, the newest is %3"_L1,
     "SELECT id, last, n FROM (SELECT c.id, coalesce(c.last_message_id, 0) AS last, c.expired_through,"
     " (SELECT coalesce(max(x.id), 0) FROM messages x WHERE x.channel_id = c.id AND x.thread_id IS NULL) AS n"
     " FROM channels c WHERE c.deleted_at IS NULL) WHERE last <> n AND NOT (n = 0 AND last <= coalesce(expired_through, 0))"},
    {"msg_%1: ordinal is %2, counted %3"_L1,
     "SELECT id, ordinal, n FROM (SELECT x.id, x.ordinal, c.expired_ordinals +"
     " row_number() OVER (PARTITION BY x.channel_id ORDER BY x.id) AS n FROM messages x"
     " JOIN channels c ON c.id = x.channel_id AND c.deleted_at IS NULL WHERE x.thread_id IS NULL) WHERE ordinal <> n"},
    {"msg_%1: reply_count is %2, counted %3"_L1,
     "SELECT id, reply_count, n FROM (SELECT x.id, x.reply_count, (SELECT count(*) FROM messages r"
     " WHERE r.thread_id = x.id AND r.is_deleted = 0) AS n FROM messages x) WHERE reply_count <> n"},
    {"msg_%1: last_reply_at is %2, the last reply is of %3"_L1,
     "SELECT id, last, n FROM (SELECT x.id, coalesce(x.last_reply_at, 0) AS last,"
     " coalesce((SELECT r.created_at FROM messages r WHERE r.thread_id = x.id AND r.is_deleted = 0"
     "  ORDER BY r.id DESC LIMIT 1), 0) AS n"
     " FROM messages x WHERE x.thread_id IS NULL) WHERE last <> n"},
    {"msg_%1: its thread's root msg_%2 is no message outside threads of channel_%3"_L1,
     "SELECT x.id, x.thread_id, x.channel_id FROM messages x LEFT JOIN messages root ON root.id = x.thread_id"
     " AND root.channel_id = x.channel_id AND root.thread_id IS NULL"
     " JOIN channels c ON c.id = x.channel_id AND c.deleted_at IS NULL"
     " WHERE x.thread_id IS NOT NULL AND root.id IS NULL"},
    {"msg_%1: it replies to msg_%2, which is not in channel_%3"_L1,
     "SELECT x.id, x.reply_to, x.channel_id FROM messages x LEFT JOIN messages other ON other.id = x.reply_to"
     " AND other.channel_id = x.channel_id JOIN channels c ON c.id = x.channel_id AND c.deleted_at IS NULL"
     " WHERE x.reply_to IS NOT NULL AND other.id IS NULL AND x.reply_to > coalesce(c.expired_through, 0)"},
    {"msg_%1: deleted, but %2 characters and %3 mentions are left"_L1,
     "SELECT id, length(content), coalesce(length(mentions), 0) FROM messages"
     " WHERE is_deleted = 1 AND (content <> '' OR mentions IS NOT NULL OR mentions_channel = 1)"},
    {"msg_%1: emoji_count is %2, counted %3"_L1,
     "SELECT id, emoji_count, n FROM (SELECT x.id, x.emoji_count, coalesce(r.n, 0) AS n FROM messages x LEFT JOIN"
     " (SELECT message_id, count(DISTINCT emoji) AS n FROM reactions GROUP BY message_id) r ON r.message_id = x.id)"
     " WHERE emoji_count <> n"},
    {"msg_%1: deleted, but with %2 emoji and pinned at %3"_L1,
     "SELECT id, emoji_count, coalesce(pinned_at, 0) FROM messages"
     " WHERE is_deleted = 1 AND (emoji_count > 0 OR pinned_at IS NOT NULL)"},
    {"msg_%1: attachment_count is %2, counted %3"_L1,
     "SELECT id, attachment_count, n FROM (SELECT x.id, x.attachment_count, coalesce(a.n, 0) AS n FROM messages x"
     " LEFT JOIN (SELECT message_id, count(*) AS n FROM attachments GROUP BY message_id) a ON a.message_id = x.id)"
     " WHERE attachment_count <> n"},
    {"msg_%1: deleted, but it carries %2 files"_L1,
     "SELECT id, attachment_count, 0 FROM messages WHERE is_deleted = 1 AND attachment_count > 0"},
    {"msg_%1: it carries file_%2, which is not in channel_%3"_L1,
     "SELECT a.message_id, a.file_id, x.channel_id FROM attachments a JOIN messages x ON x.id = a.message_id"
     " JOIN files f ON f.id = a.file_id WHERE f.channel_id IS NOT x.channel_id"},
    {"file content %1: reference_count is %2, counted %3"_L1,
     "SELECT hex(sha256), reference_count, n FROM (SELECT b.sha256, b.reference_count,"
     " (SELECT count(*) FROM files f WHERE f.sha256 = b.sha256)"
     " + (SELECT count(*) FROM previews p WHERE p.preview = b.sha256) AS n FROM blobs b) WHERE reference_count <> n"},
    {"channel_%1: read_ordinal of user_%4 is %2, its marker's is %3"_L1,
     "SELECT channel_id, read_ordinal, n, user_id FROM (SELECT m.channel_id, m.user_id, m.read_ordinal,"
     " coalesce((SELECT x.ordinal FROM messages x WHERE x.id = m.last_read_message_id"
     "  AND x.channel_id = m.channel_id), 0) AS n FROM members m JOIN channels c ON c.id = m.channel_id"
     "  WHERE coalesce(m.last_read_message_id, 0) = 0 OR m.last_read_message_id > coalesce(c.expired_through, 0))"
     " WHERE read_ordinal <> n"},
    {"channel_%1: own_unread of user_%4 is %2, counted %3"_L1,
     // One pass over the messages: a count for each member would walk a busy channel once for everybody in it.
     "SELECT m.channel_id, m.own_unread, coalesce(own.n, 0), m.user_id FROM members m LEFT JOIN"
     " (SELECT x.channel_id, x.user_id, count(*) AS n FROM messages x"
     "  JOIN members a ON a.channel_id = x.channel_id AND a.user_id = x.user_id"
     "  WHERE x.thread_id IS NULL AND x.is_deleted = 0 AND x.id > coalesce(a.last_read_message_id, 0)"
     "  GROUP BY x.channel_id, x.user_id) own ON own.channel_id = m.channel_id AND own.user_id = m.user_id"
     " WHERE m.own_unread <> coalesce(own.n, 0)"},
    {"msg_%1: unread_count of its follower user_%4 is %2, counted %3"_L1,
     "SELECT root_id, unread_count, n, user_id FROM (SELECT f.root_id, f.user_id, f.unread_count, (SELECT count(*)"
     " FROM messages r WHERE r.thread_id = f.root_id AND r.id > f.last_read_id AND r.is_deleted = 0"
     " AND r.user_id <> f.user_id) AS n FROM thread_followers f) WHERE unread_count <> n"},
    {"msg_%1: active_id of its follower user_%4 is %2, the newest reply is %3"_L1,
     "SELECT root_id, active_id, n, user_id FROM (SELECT f.root_id, f.user_id, f.active_id,"
     " coalesce((SELECT max(r.id) FROM messages r WHERE r.thread_id = f.root_id), f.root_id) AS n"
     " FROM thread_followers f) WHERE active_id <> n"},
    {"msg_%1: user_%2 follows it, but it is no undeleted root in channel_%3"_L1,
     "SELECT f.root_id, f.user_id, f.channel_id FROM thread_followers f LEFT JOIN messages root ON root.id = f.root_id"
     " AND root.channel_id = f.channel_id AND root.thread_id IS NULL AND root.is_deleted = 0 WHERE root.id IS NULL"},
    {"msg_%1: user_%2 is kept as mentioned, but msg_%3 does not name them"_L1,
     "SELECT n.message_id, n.user_id, n.message_id FROM mentions n JOIN messages x ON x.id = n.message_id"
     " WHERE x.is_deleted = 1 OR x.thread_id IS NOT NULL OR x.mentions_channel = 1 OR x.channel_id <> n.channel_id"
     " OR x.user_id = n.user_id OR instr(' ' || coalesce(x.mentions, '') || ' ', ' ' || n.user_id || ' ') = 0"},
    {"user_%1: a bot, but with %2 sessions and %3 passkeys"_L1,
     "SELECT id, s, p FROM (SELECT u.id, (SELECT count(*) FROM sessions x WHERE x.user_id = u.id) AS s,"
     " (SELECT count(*) FROM passkeys k WHERE k.user_id = u.id) AS p FROM users u WHERE u.is_bot = 1)"
     " WHERE s > 0 OR p > 0"},
    {"hook_%1: user_%2, as whom it posts into channel_%3, is no bot"_L1,
     "SELECT h.id, h.bot_id, h.channel_id FROM incoming_webhooks h JOIN users u ON u.id = h.bot_id WHERE u.is_bot = 0"},
    {"webhook_%1: not active, but of %3 deliveries %2 wait"_L1,
     "SELECT w.id, sum(d.state = 0) AS waiting, count(*) FROM webhooks w JOIN webhook_deliveries d"
     " ON d.webhook_id = w.id WHERE w.is_active = 0 GROUP BY w.id HAVING waiting > 0"},
}};

Result<> runRecount(Connection &connection, const Recount &recount, QStringList &findings)
{
    const auto query = connection.run(recount.sql);
    if (!query)
        return fail(query.error());
    QSqlQuery &row = **query;
    for (int found = 0; row.next(); ++found) {
        if (found == kMaxFindingsOfACheck) {
            findings.append(u"… and more of the same"_s);
            break;
        }
        QString line(recount.finding);
        // %1 to %4 at once, so that a value is never taken for a place.
        line = line.arg(row.value(0).toString(), row.value(1).toString(), row.value(2).toString())
                   .replace("%4"_L1, row.value(3).toString());
        findings.append(line);
    }
    row.finish();
    return {};
}

/** Of the people whom undeleted messages outside threads name, those that mentions does not have. */
Result<> checkMissingMentions(Connection &connection, QStringList &findings)
{
    const auto query = connection.run(
        "SELECT x.id, x.user_id, x.mentions,"
        " (SELECT group_concat(n.user_id, ' ') FROM mentions n WHERE n.message_id = x.id) FROM messages x"
        " WHERE x.mentions IS NOT NULL AND x.mentions_channel = 0 AND x.thread_id IS NULL AND x.is_deleted = 0");
    if (!query)
        return fail(query.error());
    QSqlQuery &row = **query;
    int found = 0;
    while (row.next() && found < kMaxFindingsOfACheck) {
        const QList<UserId> kept = splitIds(row.value(3).toString(), u' ');
        for (const UserId named : splitIds(row.value(2).toString(), u' ')) {
            if (named != UserId(integer(row, 1)) && !kept.contains(named)) {
                findings.append(
                    u"msg_%1: names %2, who is not kept as mentioned"_s.arg(integer(row, 0)).arg(named.toString()));
                ++found;
            }
        }
    }
    row.finish();
    return {};
}

Result<> checkBySqlite(Connection &connection, QStringList &findings)
{
    const auto integrity = connection.run("PRAGMA integrity_check(20)");
    if (!integrity)
        return fail(integrity.error());
    while ((*integrity)->next()) {
        const QString line = (*integrity)->value(0).toString();
        if (line != "ok"_L1)
            findings.append("integrity: "_L1 + line);
    }
    (*integrity)->finish();

    const auto keys = connection.run("PRAGMA foreign_key_check");
    if (!keys)
        return fail(keys.error());
    for (int found = 0; found < kMaxFindingsOfACheck && (*keys)->next(); ++found) {
        findings.append(u"foreign key: row %2 of %1 refers to a row of %3 that is not there"_s.arg(
            (*keys)->value(0).toString(), (*keys)->value(1).toString(), (*keys)->value(2).toString()));
    }
    (*keys)->finish();
    return {};
}

Result<> runChecks(Connection &connection, QStringList &findings)
{
    if (auto checked = checkBySqlite(connection, findings); !checked)
        return checked;
    for (const Recount &recount : kRecounts) {
        if (auto counted = runRecount(connection, recount, findings); !counted)
            return counted;
    }
    if (auto checked = checkMissingMentions(connection, findings); !checked)
        return checked;
    return checkMessageIndex(connection, findings);
}

} // namespace

Result<QStringList> checkConsistency(Connection &connection)
{
    // One snapshot for all of it: else what is posted between two queries would look like a wrong counter.
    if (const auto begun = connection.execute("BEGIN"); !begun)
        return fail(begun.error());
    QStringList findings;
    const auto checked = runChecks(connection, findings);
    (void)connection.execute("ROLLBACK");
    if (!checked)
        return fail(checked.error());
    return findings;
}

} // namespace plexi::store
