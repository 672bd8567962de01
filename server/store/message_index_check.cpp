// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/message_index_check.h"

#include "server/store/message_index_store.h"
#include "server/store/rows.h"

using namespace Qt::StringLiterals;

namespace plexi::store {

namespace {

// Nobody reads past the first of a broken index.
constexpr int kMaxFindings = 20;

/** The number of terms that FTS5 keeps of a row: the first integer of its column "sz", big-endian in groups of seven bits. */
qint64 termCount(const QByteArray &sizes)
{
    qint64 count = 0;
    for (const char byte : sizes) {
        count = count << 7 | (byte & 0x7F);
        if ((byte & 0x80) == 0)
            break;
    }
    return count;
}

class Check
{
public:
    Check(Connection &connection, QStringList &findings) : m_connection(connection), m_findings(findings) { }

    Result<> run()
    {
        if (auto checked = findStrangers(); !checked)
            return checked;
        const auto mark = firstInteger(m_connection.run("SELECT message_id FROM message_index_mark"));
        if (!mark)
            return fail(mark.error());
        const auto query = m_connection.run(
            "SELECT x.id, x.channel_id, x.user_id, c.type = 0, x.is_deleted, x.content,"
            " x.attachment_count > 0, d.sz FROM messages x"
            " JOIN channels c ON c.id = x.channel_id LEFT JOIN message_index_docsize d ON d.id = x.id"
            " WHERE x.is_deleted = 0 AND x.id <= ? ORDER BY x.id",
            {*mark});
        if (!query)
            return fail(query.error());
        QSqlQuery &row = **query;
        while (m_found < kMaxFindings && row.next()) {
            if (auto checked = check(message_index::sourceFromRow(row), row.value(7)); !checked)
                return checked;
        }
        row.finish();
        return {};
    }

private:
    void find(const QString &finding)
    {
        ++m_found;
        m_findings.append(finding);
    }

    Result<> findStrangers()
    {
        const auto query = m_connection.run(
            "SELECT d.id FROM message_index_docsize d LEFT JOIN messages x ON x.id = d.id"
            " WHERE x.id IS NULL OR x.is_deleted = 1 LIMIT 20");
        if (!query)
            return fail(query.error());
        while ((*query)->next())
            find(u"msg_%1: the full-text index has it, though it is not there"_s.arg(integer(**query, 0)));
        (*query)->finish();
        return {};
    }

    Result<> check(const message_index::Source &source, const QVariant &sizes)
    {
        const qint64 expected = message_index::indexedTerms(source).count(u' ') + 1;
        if (sizes.isNull())
            find(u"msg_%1: the full-text index does not have it"_s.arg(source.id.value()));
        else if (const qint64 count = termCount(sizes.toByteArray()); count != expected)
            find(u"msg_%1: the full-text index has %2 terms of it, counted %3"_s.arg(source.id.value())
                     .arg(count)
                     .arg(expected));
        const auto missing = message_index::lacksWord(m_connection, source, m_known);
        if (!missing)
            return fail(missing.error());
        if (*missing)
            find(u"msg_%1: one of its words cannot be found by its parts"_s.arg(source.id.value()));
        return {};
    }

    Connection &m_connection;
    QStringList &m_findings;
    message_index::KnownTerms m_known;
    int m_found = 0;
};

} // namespace

Result<> checkMessageIndex(Connection &connection, QStringList &findings)
{
    return Check(connection, findings).run();
}

} // namespace plexi::store
