// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/message_search_store.h"

#include "server/search/marks.h"
#include "server/store/channels_store.h"
#include "server/store/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::store::message_search {

using search::Pattern;
using search::Term;

namespace {

// Words that stand for one word of a search, those nearest to it in length first. Each costs a look into every part of the
// index, whether it finds anything or not.
constexpr qint64 kMaxWords = 256;
// Messages behind the index's mark that are looked through. There are some hundreds, but while an older database is indexed.
constexpr qint64 kMaxUnindexed = 4'000;
// Up to so many marks the index itself leaves out what the viewer may not read. Each is one more look into every part of the
// index and into every message that matches; who reads more channels may read most of what matches, and the rows tell.
constexpr qsizetype kMaxReadableMarks = 8;

// What a viewer (bound once) may read of the messages x.
#define READABLE                                                                                                       \
    " JOIN channels c ON c.id = x.channel_id AND c.deleted_at IS NULL"                                                 \
    " LEFT JOIN members m ON m.channel_id = x.channel_id AND m.user_id = ?"
#define IS_READABLE " AND x.is_deleted = 0 AND (c.type = 0 OR m.user_id IS NOT NULL)"

// The columns of answering().
#define ROW "SELECT x.id, x.channel_id, x.user_id, x.content, x.attachment_count > 0"

// The same for words: nobody is told of one that only occurs where they may not read.
#define IS_KNOWN_WORD                                                                                                  \
    " AND (t.scope = 0 OR EXISTS (SELECT 1 FROM members m WHERE m.channel_id = t.scope AND m.user_id = ?))"
#define NEAREST_FIRST " GROUP BY t.term ORDER BY length(t.term), t.term LIMIT ?"

QString quoted(const QString &terms)
{
    return u'"' + terms + u'"';
}

/** Every three characters of @p word, as the trigram tokenizer has them. */
QString trigramsOf(const QString &word)
{
    const QList<uint> characters = word.toUcs4();
    QStringList trigrams;
    for (qsizetype i = 0; i + 3 <= characters.size(); ++i)
        trigrams.append(quoted(QString::fromUcs4(reinterpret_cast<const char32_t *>(&characters[i]), 3)));
    trigrams.removeDuplicates();
    return trigrams.join(" AND "_L1);
}

Result<QStringList> words(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QStringList found;
    while ((*query)->next())
        found.append((*query)->value(0).toString());
    (*query)->finish();
    return found;
}

/** The words that @p word is the beginning or a part of, and that the viewer may read somewhere. */
Result<QStringList> relatedWords(Connection &connection, const QString &word, UserId viewer)
{
    if (word.toUcs4().size() >= search::kMinInner) {
        return words(
            connection.run("SELECT t.term FROM search_term_parts p CROSS JOIN search_terms t ON t.id = p.rowid"
                           " WHERE p.search_term_parts MATCH ? AND instr(t.term, ?) > 0" IS_KNOWN_WORD NEAREST_FIRST,
                           {trigramsOf(word), word, viewer.value(), kMaxWords}));
    }
    if (word.size() < search::kMinBeginning)
        return QStringList();
    // No folded word has a character as high as the one that ends the range.
    return words(connection.run("SELECT t.term FROM (SELECT 0 AS scope UNION ALL SELECT channel_id FROM members"
                                " WHERE user_id = ?) s CROSS JOIN search_terms t ON t.scope = s.scope"
                                " AND t.term >= ? AND t.term < ?" NEAREST_FIRST,
                                {viewer.value(), word, word + QString::fromUcs4(U"\U0010FFFF"), kMaxWords}));
}

QString anyOf(const QStringList &terms)
{
    QStringList quotedTerms;
    quotedTerms.reserve(terms.size());
    for (const QString &term : terms)
        quotedTerms.append(quoted(term));
    return u'(' + quotedTerms.join(" OR "_L1) + u')';
}

/** @p pattern in FTS5's query syntax. Terms hold letters, digits and marks only, so that quoting them is enough. */
Result<QString> expressionOf(Connection &connection, const Pattern &pattern, UserId viewer)
{
    if (!pattern.isLooseWord())
        return quoted(pattern.terms().join(u' ')) + (pattern.isOpen() ? "*"_L1 : ""_L1);
    const QString &word = pattern.terms().first();
    const auto related = relatedWords(connection, word, viewer);
    if (!related)
        return fail(related.error());
    QStringList all{word};
    for (const QString &each : *related) {
        if (each != word)
            all.append(each);
    }
    return anyOf(all);
}

/** Public channels, and those that are not and that the viewer is in. */
Result<QStringList> readableMarks(Connection &connection, UserId viewer)
{
    const auto own = ids<ChannelId>(connection.run("SELECT c.id FROM members m JOIN channels c ON c.id = m.channel_id"
                                                   " WHERE m.user_id = ? AND c.type <> 0 AND c.deleted_at IS NULL",
                                                   {viewer.value()}));
    if (!own)
        return fail(own.error());
    QStringList marks{search::publicMark()};
    for (const ChannelId channel : *own)
        marks.append(search::channelMark(channel));
    return marks;
}

Result<QString> matchExpression(Connection &connection, const Question &question)
{
    const auto readable = readableMarks(connection, question.viewer);
    if (!readable)
        return fail(readable.error());
    QStringList all;
    for (const Pattern &pattern : question.wanted) {
        const auto expression = expressionOf(connection, pattern, question.viewer);
        if (!expression)
            return expression;
        all.append(*expression);
    }
    for (const QStringList &marks : question.marks)
        all.append(anyOf(marks));
    // A help, not the check: that is in the query of the rows.
    if (all.isEmpty() || readable->size() <= kMaxReadableMarks)
        all.append(anyOf(*readable));
    QStringList none;
    for (const Pattern &pattern : question.unwanted) {
        const auto expression = expressionOf(connection, pattern, question.viewer);
        if (!expression)
            return expression;
        none.append(*expression);
    }
    if (!question.unwantedMarks.isEmpty())
        none.append(anyOf(question.unwantedMarks));
    QString expression = u'(' + all.join(" AND "_L1) + u')';
    if (!none.isEmpty())
        expression += " NOT ("_L1 + none.join(" OR "_L1) + u')';
    return expression;
}

/** What of a question a message's own row answers, where no index did. */
bool answers(const Question &question, const QStringList &marks, const QString &content)
{
    const auto carries = [&marks](const QString &mark) {
        return marks.contains(mark);
    };
    for (const QStringList &group : question.marks) {
        if (std::ranges::none_of(group, carries))
            return false;
    }
    if (std::ranges::any_of(question.unwantedMarks, carries))
        return false;
    const QList<Term> terms = search::termsOf(content);
    const auto isThere = [&terms](const Pattern &pattern) {
        return pattern.find(terms).best != search::Closeness::None;
    };
    return std::ranges::all_of(question.wanted, isThere) && std::ranges::none_of(question.unwanted, isThere);
}

/** Of at most kMaxUnindexed rows of ROW those that answer. */
Result<Hits> answering(const Result<QSqlQuery *> &query, const Question &question, qint64 limit)
{
    Hits hits;
    if (!query)
        return fail(query.error());
    QSqlQuery &row = **query;
    qint64 seen = 0;
    while (hits.ids.size() < limit && row.next()) {
        ++seen;
        const QString content = row.value(3).toString();
        QStringList marks{search::channelMark(ChannelId(integer(row, 1))), search::authorMark(UserId(integer(row, 2)))};
        if (search::hasLink(content))
            marks.append(search::linkMark());
        if (integer(row, 4) != 0)
            marks.append(search::fileMark());
        if (answers(question, marks, content))
            hits.ids.append(MessageId(integer(row, 0)));
    }
    row.finish();
    hits.isComplete = seen < kMaxUnindexed;
    return hits;
}

/** The hits behind the mark. */
Result<Hits> findUnindexed(Connection &connection, const Question &question, MessageId mark, qint64 limit)
{
    const MessageId oldest = std::max(mark, question.after);
    return answering(connection.run(ROW " FROM messages x" READABLE " WHERE x.id > ? AND x.id < ?" IS_READABLE
                                        " ORDER BY x.id DESC LIMIT ?",
                                    {question.viewer.value(), oldest.value(), question.before.value(), kMaxUnindexed}),
                     question, limit);
}

/** @p pattern in the index of files, where a word is found by its beginning but not by a part: no list of words is kept. */
QString fileExpressionOf(const Pattern &pattern)
{
    const bool isOpen = pattern.isOpen()
        || (pattern.isLooseWord() && pattern.terms().first().size() >= search::kMinBeginning);
    return quoted(pattern.terms().join(u' ')) + (isOpen ? "*"_L1 : ""_L1);
}

/** Messages that carry a file in which all stands that is wanted. What is infected or not scanned yet has no words. */
Result<Hits> findInFiles(Connection &connection, const Question &question, qint64 limit)
{
    QStringList expressions;
    for (const Pattern &pattern : question.wanted)
        expressions.append(fileExpressionOf(pattern));
    Question rest = question;
    rest.wanted.clear();
    return answering(connection.run(ROW " FROM file_text_index f CROSS JOIN file_texts t ON t.id = f.rowid"
                                        " JOIN blobs b ON b.sha256 = t.sha256 AND b.scan_status NOT IN (1, 3)"
                                        " JOIN files g ON g.sha256 = t.sha256 JOIN attachments a ON a.file_id = g.id"
                                        " JOIN messages x ON x.id = a.message_id" READABLE
                                        " WHERE f.file_text_index MATCH ? AND x.id > ? AND x.id < ?" IS_READABLE
                                        " GROUP BY x.id ORDER BY x.id DESC LIMIT ?",
                                    {question.viewer.value(), expressions.join(" AND "_L1), question.after.value(),
                                     question.before.value(), kMaxUnindexed}),
                     rest, limit);
}

Result<Hits> findInMessages(Connection &connection, const Question &question, qint64 limit)
{
    const auto mark = firstInteger(connection.run("SELECT message_id FROM message_index_mark"));
    if (!mark)
        return fail(mark.error());
    auto hits = findUnindexed(connection, question, MessageId(*mark), limit);
    if (!hits || hits->ids.size() >= limit)
        return hits;
    const auto expression = matchExpression(connection, question);
    if (!expression)
        return fail(expression.error());
    const auto indexed = ids<MessageId>(connection.run(
        "SELECT x.id FROM message_index f CROSS JOIN messages x ON x.id = f.rowid" READABLE
        " WHERE f.message_index MATCH ? AND f.rowid > ? AND f.rowid < ?" IS_READABLE " ORDER BY f.rowid DESC LIMIT ?",
        {question.viewer.value(), *expression, question.after.value(), question.before.value(),
         limit - hits->ids.size()}));
    if (!indexed)
        return fail(indexed.error());
    hits->ids += *indexed;
    return hits;
}

} // namespace

Result<Hits> find(Connection &connection, const Question &question, qint64 limit)
{
    if (std::ranges::any_of(question.marks, &QStringList::isEmpty))
        return Hits();
    auto hits = findInMessages(connection, question, limit);
    if (!hits || question.wanted.isEmpty())
        return hits;
    const auto inFiles = findInFiles(connection, question, limit);
    if (!inFiles || inFiles->ids.isEmpty())
        return inFiles ? std::move(hits) : Result<Hits>(fail(inFiles.error()));
    QList<MessageId> &ids = hits->ids;
    ids += inFiles->ids;
    std::ranges::sort(ids, std::greater());
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    ids.resize(std::min<qsizetype>(ids.size(), limit));
    return hits;
}

Result<QList<Text>> texts(Connection &connection, const QList<MessageId> &messages)
{
    QList<Text> found;
    found.reserve(messages.size());
    for (const MessageId id : messages) {
        const auto query = connection.run("SELECT content FROM messages WHERE id = ?", {id.value()});
        if (!query)
            return fail(query.error());
        if ((*query)->next())
            found.append({.id = id, .content = (*query)->value(0).toString()});
        (*query)->finish();
    }
    return found;
}

Result<MessageId> firstSince(Connection &connection, Timestamp moment)
{
    // A binary search over ids, since there is no index by time: ids are in its order.
    qint64 low = 0;
    auto high = firstInteger(connection.run("SELECT max(id) FROM messages"));
    if (!high)
        return fail(high.error());
    qint64 end = *high + 1;
    while (low < end) {
        const qint64 middle = low + (end - low) / 2;
        const auto query = connection.run("SELECT id, created_at FROM messages WHERE id >= ? ORDER BY id LIMIT 1",
                                          {middle});
        if (!query)
            return fail(query.error());
        const bool isThere = (*query)->next();
        const qint64 id = isThere ? integer(**query, 0) : end;
        const bool isOlder = isThere && store::moment(**query, 1) < moment;
        (*query)->finish();
        if (isOlder)
            low = id + 1;
        else
            end = middle;
    }
    return MessageId(low);
}

Result<std::optional<UserId>> author(Connection &connection, const QString &name)
{
    if (const auto id = UserId::fromString(name))
        return id;
    const auto query = connection.run("SELECT id FROM users WHERE username = ?", {name.toLower()});
    if (!query)
        return fail(query.error());
    std::optional<UserId> id;
    if ((*query)->next())
        id = UserId(integer(**query, 0));
    (*query)->finish();
    return id;
}

Result<QList<ChannelId>> channelsNamed(Connection &connection, const QString &name, UserId viewer)
{
    const auto access = channels::access(connection, name, viewer);
    if (!access)
        return fail(access.error());
    if (*access)
        return QList{(*access)->id};
    return ids<ChannelId>(connection.run("SELECT c.id FROM members m JOIN channels c ON c.id = m.channel_id"
                                         " WHERE m.user_id = ? AND c.deleted_at IS NULL AND c.name = ? COLLATE NOCASE",
                                         {viewer.value(), name}));
}

} // namespace plexi::store::message_search
