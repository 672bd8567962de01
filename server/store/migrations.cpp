// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrations.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plexi::store {

namespace {

Result<> applyOne(Connection &connection, const Migration &migration)
{
    if (const auto begun = connection.executeOnce(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    const auto rolledBack = [&](const Error &error) {
        (void)connection.executeOnce(u"ROLLBACK"_s);
        return fail(Error::internal(
            u"Migration %1 (%2) failed: %3"_s.arg(migration.version).arg(migration.name, error.message)));
    };
    for (const QString &statement : splitStatements(migration.sql)) {
        if (const auto done = connection.executeOnce(statement); !done)
            return rolledBack(done.error());
    }
    if (const auto done = connection.executeOnce(u"PRAGMA user_version=%1"_s.arg(migration.version)); !done)
        return rolledBack(done.error());
    if (const auto committed = connection.executeOnce(u"COMMIT"_s); !committed)
        return rolledBack(committed.error());
    return {};
}

/** Walks through a script and notices where statements end. */
class Splitter
{
public:
    explicit Splitter(const QString &script) : m_script(script) { }

    QStringList split()
    {
        while (m_at < m_script.size()) {
            const QChar c = m_script[m_at];
            if (c == u'\'' || c == u'"' || c == u'`')
                take(closing(m_at + 1, QString(c)));
            else if (rest().startsWith("--"_L1))
                skip(closing(m_at, u"\n"_s));
            else if (rest().startsWith("/*"_L1))
                skip(closing(m_at + 2, u"*/"_s));
            else if (c.isLetter() || c == u'_')
                takeWord();
            else if (c == u';' && m_depth == 0)
                endStatement();
            else
                take(m_at + 1);
        }
        endStatement();
        return m_statements;
    }

private:
    QStringView rest() const { return QStringView(m_script).sliced(m_at); }

    /** Just past the next @p mark at or after @p from. */
    qsizetype closing(qsizetype from, const QString &mark) const
    {
        const qsizetype found = m_script.indexOf(mark, from);
        return found < 0 ? m_script.size() : found + mark.size();
    }

    void take(qsizetype end)
    {
        m_current += QStringView(m_script).sliced(m_at, end - m_at);
        m_at = end;
    }

    void skip(qsizetype end)
    {
        m_current += u' ';
        m_at = end;
    }

    void takeWord()
    {
        qsizetype end = m_at;
        while (end < m_script.size() && (m_script[end].isLetterOrNumber() || m_script[end] == u'_'))
            ++end;
        const QString word = m_script.sliced(m_at, end - m_at).toUpper();
        m_words.append(word);
        // A trigger's body is BEGIN … END with semicolons in it, and CASE … END may stand inside.
        const bool isTrigger = m_words.first() == "CREATE"_L1
            && m_words.first(std::min<qsizetype>(3, m_words.size())).contains("TRIGGER"_L1);
        if (isTrigger && (word == "BEGIN"_L1 || (word == "CASE"_L1 && m_depth > 0)))
            ++m_depth;
        else if (isTrigger && word == "END"_L1 && m_depth > 0)
            --m_depth;
        take(end);
    }

    void endStatement()
    {
        if (const QString statement = m_current.trimmed(); !statement.isEmpty())
            m_statements.append(statement);
        m_current.clear();
        m_words.clear();
        m_depth = 0;
        ++m_at;
    }

    const QString &m_script;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_current;
    QStringList m_words;
    QStringList m_statements;
};

} // namespace

Result<QList<Migration>> embeddedMigrations()
{
    static const QRegularExpression pattern(u"^(\\d{4})_([a-z0-9_]+)\\.sql$"_s);
    QList<Migration> migrations;
    const QDir folder(u":/plexi/migrations"_s);
    for (const QString &fileName : folder.entryList(QDir::Files, QDir::Name)) {
        const auto match = pattern.match(fileName);
        QFile file(folder.filePath(fileName));
        if (!match.hasMatch() || !file.open(QIODevice::ReadOnly))
            return fail(Error::internal(u"Not a migration: "_s + fileName));
        migrations.append({.version = match.captured(1).toInt(),
                           .name = match.captured(2),
                           .sql = QString::fromUtf8(file.readAll())});
        if (migrations.last().version != migrations.size())
            return fail(Error::internal(u"Migrations are not numbered one by one: "_s + fileName));
    }
    if (migrations.isEmpty())
        return fail(Error::internal(u"This program carries no migrations"_s));
    return migrations;
}

Result<> migrate(Connection &connection, const QList<Migration> &migrations)
{
    const auto stored = connection.valueOnce(u"PRAGMA user_version"_s);
    if (!stored)
        return fail(stored.error());
    const int current = stored->toInt();
    const int newest = migrations.isEmpty() ? 0 : migrations.last().version;
    if (current > newest) {
        return fail(
            {.code = ErrorCode::ServiceUnavailable,
             .message = u"The database was written by a newer PlexiChat (schema %1; this program knows up to %2): "
                        "run that version, or restore a backup made by this one."_s.arg(current)
                            .arg(newest)});
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= current)
            continue;
        if (const auto applied = applyOne(connection, migration); !applied)
            return applied;
    }
    return {};
}

QStringList splitStatements(const QString &script)
{
    return Splitter(script).split();
}

} // namespace plexi::store
