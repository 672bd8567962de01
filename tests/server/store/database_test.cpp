// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"
#include "tests/support/leaks_allowed.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <semaphore>
#include <thread>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::store;

namespace {

Result<qint64> insertNote(WriteTransaction &transaction, qint64 id, const QString &text)
{
    return transaction.connection().execute("INSERT INTO notes (id, text) VALUES (?, ?)", {id, text});
}

/** What a coroutine of a test saw, in the order in which things happened. */
struct Log {
    /** Written by the writer and, after each resumption, by the caller: to be read once all callers are in threads. */
    QStringList lines;
    QList<QThread *> threads;
};

QCoro::Task<> insertAndLog(Database *database, qint64 id, std::shared_ptr<Log> log)
{
    auto job = [id, log](WriteTransaction &transaction) -> Result<qint64> {
        transaction.afterCommit([id, log] { log->lines.append(u"committed %1"_s.arg(id)); });
        return insertNote(transaction, id, u"note"_s);
    };
    const Result<qint64> inserted = co_await database->write(std::move(job));
    log->lines.append(u"%1 %2"_s.arg(inserted ? "resumed"_L1 : errorName(inserted.error().code)).arg(id));
    log->threads.append(QThread::currentThread());
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = open();
        QVERIFY(m_database);
        const auto made = m_database->writeAndWait([](WriteTransaction &transaction) -> Result<qint64> {
            return transaction.connection().execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        });
        QVERIFY(made);
    }

    void cleanup()
    {
        m_database.reset();
        m_folder.reset();
    }

    void connectionsAreSetUp()
    {
        const auto pragma = [](Connection &connection, const QString &name) {
            return connection.valueOnce(u"PRAGMA "_s + name)->toString();
        };
        const auto checked = m_database->writeAndWait([&](WriteTransaction &transaction) -> Result<QStringList> {
            Connection &writer = transaction.connection();
            return QStringList{pragma(writer, u"journal_mode"_s), pragma(writer, u"synchronous"_s),
                               pragma(writer, u"foreign_keys"_s)};
        });
        QCOMPARE(*checked, (QStringList{u"wal"_s, u"2"_s, u"1"_s}));
        QCOMPARE(pragma(m_database->reader(), u"query_only"_s), u"1"_s);
        QCOMPARE(pragma(m_database->reader(), u"foreign_keys"_s), u"1"_s);
        const auto written = m_database->reader().execute("INSERT INTO notes VALUES (1, 'x')");
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Internal);
    }

    void fileIsPrivate()
    {
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1}) {
            QVERIFY(QFile::exists(path() + suffix));
            QCOMPARE(QFile::permissions(path() + suffix) & others, QFile::Permissions());
        }
    }

    void readersSeeWhatIsCommitted()
    {
        QCOMPARE(count(), 0);
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 1, u"ünïcode 🎉"_s); }));
        QCOMPARE(count(), 1);
        const auto rows = m_database->reader().run("SELECT text FROM notes WHERE id = ?", {1});
        QVERIFY(rows && (*rows)->next());
        QCOMPARE((*rows)->value(0).toString(), u"ünïcode 🎉"_s);
        (*rows)->finish();
    }

    void errorsAreTranslated()
    {
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 1, u"secret"_s); }));
        const auto twice = m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 1, u"secret"_s); });
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
        QVERIFY(!twice.error().message.contains("secret"_L1));
        const auto null = m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 2, QString()); });
        QVERIFY(!null);
        QCOMPARE(null.error().code, ErrorCode::Internal);
        const auto wrong = m_database->reader().run("SELECT nothing FROM notes");
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::Internal);
    }

    void failedJobTakesNothingElseWithIt()
    {
        // All in one group: the first job holds the writer until the others are queued.
        auto log = std::make_shared<Log>();
        std::binary_semaphore go(0);
        auto blocked = holdWriter(go);
        insertAndLog(m_database.get(), 1, log);
        insertAndLog(m_database.get(), 2, log);
        insertAndLog(m_database.get(), 1, log);
        insertAndLog(m_database.get(), 3, log);
        go.release();
        QTRY_COMPARE(log->threads.size(), 4);
        QCOMPARE(log->lines,
                 (QStringList{u"committed 1"_s, u"committed 2"_s, u"committed 3"_s, u"resumed 1"_s, u"resumed 2"_s,
                              u"CONFLICT 1"_s, u"resumed 3"_s}));
        for (const QThread *thread : std::as_const(log->threads))
            QCOMPARE(thread, QThread::currentThread());
        QCOMPARE(count(), 3);
        blocked.join();
    }

    void jobsErrorRollsItBack()
    {
        const auto refused = m_database->writeAndWait([](WriteTransaction &t) -> Result<> {
            (void)insertNote(t, 1, u"half"_s);
            return fail(Error::forbidden(u"no"_s));
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InsufficientPermissions);
        QCOMPARE(count(), 0);
    }

    void failedCommitFailsTheWholeGroup()
    {
        // A deferred foreign key is only checked by COMMIT.
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) -> Result<qint64> {
            return t.connection().execute(
                "CREATE TABLE pins (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)");
        }));
        auto log = std::make_shared<Log>();
        std::binary_semaphore go(0);
        auto blocked = holdWriter(go);
        insertAndLog(m_database.get(), 1, log);
        Result<qint64> broken;
        std::jthread breaker([&] {
            broken = m_database->writeAndWait(
                [](WriteTransaction &t) { return t.connection().execute("INSERT INTO pins VALUES (77)"); });
        });
        // Without this the second job could miss the group; whether it did shows in the log.
        insertAndLog(m_database.get(), 2, log);
        go.release();
        breaker.join();
        QVERIFY(!broken);
        QCOMPARE(broken.error().code, ErrorCode::ServiceUnavailable);
        QVERIFY(broken.error().message.startsWith("The change could not be written to disk"_L1));
        QTRY_COMPARE(log->threads.size(), 2);
        blocked.join();
        // Whoever was told of success is there, whoever was not is not.
        const auto resumed = log->lines.filter(u"resumed"_s);
        const auto committed = log->lines.filter(u"committed"_s);
        QCOMPARE(resumed.size(), committed.size());
        QCOMPARE(count(), resumed.size());
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 9, u"after"_s); }));
    }

    void openTransactionLostInsideAJobFailsTheGroup()
    {
        // What SQLite does by itself when the disk is full: the transaction is gone under the savepoint.
        auto log = std::make_shared<Log>();
        std::binary_semaphore go(0);
        auto blocked = holdWriter(go);
        insertAndLog(m_database.get(), 1, log);
        auto lose = [](WriteTransaction &t) -> Result<qint64> {
            (void)t.connection().execute("ROLLBACK");
            return 0;
        };
        auto lost = m_database->write(std::move(lose));
        insertAndLog(m_database.get(), 2, log);
        go.release();
        QTRY_COMPARE(log->threads.size(), 2);
        QCOMPARE(log->lines, (QStringList{u"SERVICE_UNAVAILABLE 1"_s, u"SERVICE_UNAVAILABLE 2"_s}));
        QCOMPARE(count(), 0);
        blocked.join();
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 9, u"after"_s); }));
    }

    void fullQueueRefuses()
    {
        m_database.reset();
        m_database = open(2);
        std::binary_semaphore go(0);
        auto blocked = holdWriter(go);
        auto log = std::make_shared<Log>();
        for (qint64 id = 1; id <= 3; ++id)
            insertAndLog(m_database.get(), id, log);
        QCOMPARE(log->lines, QStringList{u"SERVICE_UNAVAILABLE 3"_s});
        go.release();
        QTRY_COMPARE(log->threads.size(), 3);
        blocked.join();
    }

    void resumesOnTheCallersThread()
    {
        auto log = std::make_shared<Log>();
        QThread loop;
        loop.start();
        QObject context;
        context.moveToThread(&loop);
        QMetaObject::invokeMethod(
            &context, [&] { insertAndLog(m_database.get(), 1, log); }, Qt::BlockingQueuedConnection);
        QTRY_COMPARE(count(), 1);
        // Queued behind the resumption, so that the log is complete and this thread may read it.
        qsizetype entries = 0;
        while (entries == 0)
            QMetaObject::invokeMethod(&context, [&] { entries = log->threads.size(); }, Qt::BlockingQueuedConnection);
        QCOMPARE(log->threads.first(), &loop);
        loop.quit();
        loop.wait();
    }

    void callerWhoseThreadIsGoneIsDropped()
    {
        auto log = std::make_shared<Log>();
        std::binary_semaphore go(0);
        auto blocked = holdWriter(go);
        std::jthread caller([&] {
            // Nobody is left to finish this coroutine: what it holds is lost, and that is no finding.
            const test::LeaksAllowed allowed;
            insertAndLog(m_database.get(), 1, log);
        });
        caller.join();
        go.release();
        blocked.join();
        QTRY_COMPARE(count(), 1);
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 2, u"x"_s); }));
        QCOMPARE(log->threads.size(), 0);
    }

    void destructorCommitsWhatIsQueued()
    {
        auto log = std::make_shared<Log>();
        for (qint64 id = 1; id <= 100; ++id)
            insertAndLog(m_database.get(), id, log);
        m_database.reset();
        m_database = open();
        QCOMPARE(count(), 100);
        QTRY_COMPARE(log->threads.size(), 100);
    }

    void connectionsEndWithTheirThreads()
    {
        const auto before = QSqlDatabase::connectionNames().size();
        std::jthread thread([&] { QCOMPARE(count(), 0); });
        thread.join();
        QCOMPARE(QSqlDatabase::connectionNames().size(), before);
        QCOMPARE(count(), 0);
        m_database.reset();
        QCOMPARE(QSqlDatabase::connectionNames().size(), 0);
        m_database = open();
        QCOMPARE(count(), 0);
    }

    void forgottenRowsDoNotFreezeTheSnapshot()
    {
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 1, u"a"_s); }));
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 2, u"b"_s); }));
        const auto rows = m_database->reader().run("SELECT id FROM notes");
        QVERIFY(rows && (*rows)->next());
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, 3, u"c"_s); }));
        QCOMPARE(count(), 2);
        QCoreApplication::processEvents();
        QCOMPARE(count(), 3);
    }

    void idsGoOnAboveTheHighest()
    {
        const qint64 far = Q_INT64_C(8'000'000'000'000'000'000);
        QVERIFY(m_database->ids().next() < far);
        QVERIFY(m_database->writeAndWait([](WriteTransaction &t) { return insertNote(t, far, u"from the future"_s); }));
        m_database.reset();
        m_database = open();
        QCOMPARE(m_database->ids().next(), far + 1);
    }

    void whatIsNoDatabaseIsRefused()
    {
        QFile file(m_folder->filePath(u"other.db"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto opened = Database::open({.path = file.fileName()});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::ServiceUnavailable);
        QVERIFY(!Database::open({.path = m_folder->filePath(u"no/such/folder.db"_s)}));
    }

private:
    QString path() const { return m_folder->filePath(u"test.db"_s); }

    std::unique_ptr<Database> open(int maxQueuedJobs = 1000)
    {
        auto opened = Database::open({.path = path(), .maxQueuedJobs = maxQueuedJobs});
        return opened ? std::move(*opened) : nullptr;
    }

    /** Returns once the writer is busy with a job that waits for @p go: what is queued until then is one group. */
    std::jthread holdWriter(std::binary_semaphore &go)
    {
        std::binary_semaphore busy(0);
        std::jthread thread([this, &busy, &go] {
            (void)m_database->writeAndWait([&busy, &go](WriteTransaction &) -> Result<> {
                busy.release();
                go.acquire();
                return {};
            });
        });
        busy.acquire();
        return thread;
    }

    int count()
    {
        const auto rows = m_database->reader().run("SELECT count(*) FROM notes");
        if (!rows || !(*rows)->next())
            return -1;
        const int number = (*rows)->value(0).toInt();
        (*rows)->finish();
        return number;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
