// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrations.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::store;

class MigrationsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_connection = open(u"a.db"_s);
    }

    void cleanup()
    {
        m_connection.reset();
        m_folder.reset();
    }

    void embeddedOnesAreNumberedAndApply()
    {
        const auto migrations = embeddedMigrations();
        QVERIFY2(migrations, qUtf8Printable(migrations ? QString() : migrations.error().message));
        QCOMPARE(migrations->first().name, u"accounts"_s);
        QVERIFY(migrate(*m_connection, *migrations));
        QCOMPARE(version(*m_connection), migrations->last().version);
        QCOMPARE(m_connection->valueOnce(u"SELECT count(*) FROM users"_s)->toInt(), 0);
    }

    void upgradedEqualsFresh()
    {
        const auto migrations = embeddedMigrations();
        QVERIFY(migrations);
        QVERIFY(migrate(*m_connection, *migrations));
        const QString fresh = schema(*m_connection);
        QVERIFY(fresh.contains("CREATE TABLE users"_L1));

        // One process for each step, as a server that is upgraded release by release.
        for (qsizetype count = 1; count <= migrations->size(); ++count)
            QVERIFY(migrate(*open(u"b.db"_s), migrations->first(count)));
        QCOMPARE(schema(*open(u"b.db"_s)), fresh);
    }

    void runningAgainChangesNothing()
    {
        const QList<Migration> migrations{{.version = 1, .name = u"one"_s, .sql = u"CREATE TABLE a (id INTEGER)"_s}};
        QVERIFY(migrate(*m_connection, migrations));
        QVERIFY(migrate(*m_connection, migrations));
        QCOMPARE(version(*m_connection), 1);
    }

    void halfFailedMigrationLeavesTheVersionBefore()
    {
        QList<Migration> migrations{{.version = 1, .name = u"one"_s, .sql = u"CREATE TABLE a (id INTEGER);"_s}};
        QVERIFY(migrate(*m_connection, migrations));
        const QString before = schema(*m_connection);
        migrations.append(
            {.version = 2, .name = u"two"_s, .sql = u"CREATE TABLE b (id INTEGER); INSERT INTO nowhere VALUES (1);"_s});
        const auto failed = migrate(*m_connection, migrations);
        QVERIFY(!failed);
        QVERIFY2(failed.error().message.contains("Migration 2 (two)"_L1), qUtf8Printable(failed.error().message));
        QVERIFY(failed.error().message.contains("nowhere"_L1));
        QCOMPARE(version(*m_connection), 1);
        QCOMPARE(schema(*m_connection), before);

        // And the connection is not left inside a transaction: the repaired step applies.
        migrations.last().sql = u"CREATE TABLE b (id INTEGER)"_s;
        QVERIFY(migrate(*m_connection, migrations));
        QCOMPARE(version(*m_connection), 2);
    }

    void newerDatabaseIsRefused()
    {
        QVERIFY(m_connection->executeOnce(u"PRAGMA user_version=9999"_s));
        const auto refused = migrate(*m_connection, *embeddedMigrations());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::ServiceUnavailable);
        QVERIFY(refused.error().message.contains("newer PlexiChat (schema 9999"_L1));

        m_connection.reset();
        const auto database = Database::open({.path = m_folder->filePath(u"a.db"_s)});
        QVERIFY(!database);
        QVERIFY(database.error().message.contains("newer"_L1));
    }

    void splitting_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("empty") << u" ;; \n-- nothing\n"_s << QStringList{};
        QTest::newRow("two") << u"SELECT 1; SELECT 2"_s << QStringList{u"SELECT 1"_s, u"SELECT 2"_s};
        QTest::newRow("quoted") << u"SELECT ';', \";\", 'it''s;';SELECT 2;"_s
                                << QStringList{u"SELECT ';', \";\", 'it''s;'"_s, u"SELECT 2"_s};
        QTest::newRow("comments") << u"SELECT 1 -- a; b\n, 2 /* ; */; SELECT '--'"_s
                                  << QStringList{u"SELECT 1  , 2  "_s.trimmed(), u"SELECT '--'"_s};
        QTest::newRow("trigger")
            << u"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN 1 THEN 2 END; DELETE FROM b; END; SELECT 1"_s
            << QStringList{
                   u"CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET x = CASE WHEN 1 THEN 2 END; DELETE FROM b; END"_s,
                   u"SELECT 1"_s};
        QTest::newRow("unclosed") << u"SELECT 'a;"_s << QStringList{u"SELECT 'a;"_s};
    }

    void splitting()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, statements);
        QCOMPARE(splitStatements(script), statements);
    }

private:
    std::unique_ptr<Connection> open(const QString &name)
    {
        auto opened = Connection::open(m_folder->filePath(name), Connection::Mode::ReadWrite);
        return opened ? std::move(*opened) : nullptr;
    }

    static int version(Connection &connection) { return connection.valueOnce(u"PRAGMA user_version"_s)->toInt(); }

    static QString schema(Connection &connection)
    {
        return connection
            .valueOnce(u"SELECT group_concat(type || ' ' || name || ': ' || coalesce(sql, ''), char(10))"
                       " FROM (SELECT * FROM sqlite_schema ORDER BY type, name)"_s)
            ->toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Connection> m_connection;
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
