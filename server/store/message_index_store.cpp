// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/message_index_store.h"

#include "server/search/marks.h"
#include "server/search/pattern.h"
#include "server/search/term_reader.h"
#include "server/store/rows.h"

#include <algorithm>

namespace plexi::store::message_index {

namespace {

// The columns of sourceFromRow().
#define SOURCE                                                                                                         \
    "SELECT x.id, x.channel_id, x.user_id, c.type = 0, x.is_deleted, x.content, x.attachment_count > 0"                \
    " FROM messages x"                                                                                                 \
    " JOIN channels c ON c.id = x.channel_id"

Result<QList<Source>> sources(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QSqlQuery &row = **query;
    QList<Source> found;
    while (row.next()) {
        found.append(sourceFromRow(row));
    }
    row.finish();
    return found;
}

/** A word that search_terms did not have. */
struct NewTerm {
    qint64 id = 0;
    QString text;
};

/** Adds the word where it is not there, and then to @p added. */
Result<> keepTerm(Connection &connection, qint64 scope, const QString &term, QList<NewTerm> &added)
{
    const auto inserted = scope == 0
        ? connection.execute("INSERT OR IGNORE INTO search_terms (scope, term) VALUES (0, ?)", {term})
        : connection.execute("INSERT OR IGNORE INTO search_terms (scope, term) SELECT ?, ? WHERE NOT EXISTS"
                             " (SELECT 1 FROM search_terms WHERE scope = 0 AND term = ?)",
                             {scope, term, term});
    if (!inserted)
        return fail(inserted.error());
    if (*inserted == 0)
        return {};
    const auto id = firstInteger(connection.run("SELECT last_insert_rowid()"));
    if (!id)
        return fail(id.error());
    added.append({.id = *id, .text = term});
    return {};
}

Result<> addParts(Connection &connection, const QList<NewTerm> &terms)
{
    for (const NewTerm &term : terms) {
        const auto added = connection.execute("INSERT INTO search_term_parts (rowid, term) VALUES (?, ?)",
                                              {term.id, term.text});
        if (!added)
            return fail(added.error());
    }
    return {};
}

/** Short words are not looked for by their parts, and pairs of characters are parts themselves. */
bool isKept(const search::TermReader &reader)
{
    return reader.kind() == search::TermKind::Word && reader.text().size() >= search::kMinInner;
}

/** A word of a public channel is known to everybody. */
bool isKnown(const KnownTerms &known, qint64 scope, QStringView term)
{
    return known.contains(0, term) || (scope != 0 && known.contains(scope, term));
}

Result<> keepTerms(Connection &connection, const Source &source, KnownTerms *known, QList<NewTerm> &added)
{
    const qint64 scope = source.scope();
    for (search::TermReader reader(source.content); reader.next();) {
        if (!isKept(reader) || (known && isKnown(*known, scope, reader.text())))
            continue;
        if (auto kept = keepTerm(connection, scope, reader.text().toString(), added); !kept)
            return kept;
        if (known)
            known->add(scope, reader.text());
    }
    return {};
}

} // namespace

Source sourceFromRow(const QSqlQuery &row)
{
    return {.id = MessageId(integer(row, 0)),
            .channel = ChannelId(integer(row, 1)),
            .author = UserId(integer(row, 2)),
            .isPublic = integer(row, 3) != 0,
            .isDeleted = integer(row, 4) != 0,
            .content = row.value(5).toString(),
            .hasFiles = integer(row, 6) != 0};
}

QString indexedTerms(const Source &source)
{
    QStringList terms{search::channelMark(source.channel), search::authorMark(source.author)};
    if (source.isPublic)
        terms.append(search::publicMark());
    if (search::hasLink(source.content))
        terms.append(search::linkMark());
    if (source.hasFiles)
        terms.append(search::fileMark());
    if (const QString words = search::joinedTerms(source.content); !words.isEmpty())
        terms.append(words);
    return terms.join(u' ');
}

Result<bool> lacksWord(Connection &connection, const Source &source, KnownTerms &known)
{
    for (search::TermReader reader(source.content); reader.next();) {
        if (!isKept(reader) || isKnown(known, source.scope(), reader.text()))
            continue;
        const auto found = firstInteger(
            connection.run("SELECT count(*) FROM search_terms WHERE scope IN (0, ?) AND term = ?",
                           {source.scope(), reader.text().toString()}));
        if (!found)
            return fail(found.error());
        if (*found == 0)
            return true;
        known.add(source.scope(), reader.text());
    }
    return false;
}

quint64 KnownTerms::hashOf(qint64 scope, QStringView term)
{
    // Never zero, which is an empty slot.
    return qHash(term, static_cast<size_t>(scope) * 0x9E3779B97F4A7C15ULL) | 1;
}

bool KnownTerms::contains(qint64 scope, QStringView term) const
{
    const quint64 hash = hashOf(scope, term);
    return m_hashes[(hash >> 1) % kSlots] == hash;
}

void KnownTerms::add(qint64 scope, QStringView term)
{
    const quint64 hash = hashOf(scope, term);
    m_hashes[(hash >> 1) % kSlots] = hash;
}

void KnownTerms::clear()
{
    std::ranges::fill(m_hashes, 0);
}

Result<qint64> advance(Connection &connection, qint64 count, KnownTerms &known)
{
    const auto next = sources(connection.run(
        SOURCE " WHERE x.id > (SELECT message_id FROM message_index_mark) ORDER BY x.id LIMIT ?", {count}));
    if (!next)
        return fail(next.error());
    if (next->size() < count)
        return 0;
    for (const Source &source : *next) {
        if (source.isDeleted)
            continue;
        const auto indexed = connection.execute("INSERT INTO message_index (rowid, terms) VALUES (?, ?)",
                                                {source.id.value(), indexedTerms(source)});
        if (!indexed)
            return fail(indexed.error());
    }
    QList<NewTerm> added;
    for (const Source &source : *next) {
        if (source.isDeleted)
            continue;
        if (auto kept = keepTerms(connection, source, &known, added); !kept)
            return fail(std::move(kept.error()));
    }
    if (auto parts = addParts(connection, added); !parts)
        return fail(std::move(parts.error()));
    const auto moved = connection.execute("UPDATE message_index_mark SET message_id = ?", {next->last().id.value()});
    if (!moved)
        return fail(moved.error());
    return next->size();
}

Result<bool> join(Connection &connection)
{
    // https://www.sqlite.org/fts5.html#the_merge_command: there was nothing to do where fewer than two rows changed.
    constexpr qint64 kPages = 50;
    constexpr auto kChanges = "SELECT total_changes()";
    const auto before = firstInteger(connection.run(kChanges));
    if (!before)
        return fail(before.error());
    const auto joined = connection.execute("INSERT INTO message_index (message_index, rank) VALUES ('merge', ?)",
                                           {kPages});
    if (!joined)
        return fail(joined.error());
    const auto after = firstInteger(connection.run(kChanges));
    if (!after)
        return fail(after.error());
    return *after - *before >= 2;
}

Result<> update(Connection &connection, MessageId message)
{
    const auto found = sources(connection.run(SOURCE " WHERE x.id = ? AND x.is_deleted = 0"
                                                     " AND x.id <= (SELECT message_id FROM message_index_mark)",
                                              {message.value()}));
    if (!found)
        return fail(found.error());
    if (found->isEmpty())
        return {};
    const Source &source = found->first();
    const auto indexed = connection.execute("INSERT OR REPLACE INTO message_index (rowid, terms) VALUES (?, ?)",
                                            {source.id.value(), indexedTerms(source)});
    if (!indexed)
        return fail(indexed.error());
    QList<NewTerm> added;
    if (auto kept = keepTerms(connection, source, nullptr, added); !kept)
        return kept;
    return addParts(connection, added);
}

} // namespace plexi::store::message_index
