// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Started with "--write-forever FILE" this program is the victim: it writes rows and says which ones were acknowledged.
#include "server/store/database.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::store;

namespace {

QCoro::Task<> writeForever(Database *database, qint64 first, qint64 step)
{
    for (qint64 id = first;; id += step) {
        auto job = [id](WriteTransaction &transaction) {
            return transaction.connection().execute("INSERT INTO acknowledged (id, text) VALUES (?, ?)",
                                                    {id, QString(300, u'x')});
        };
        const Result<qint64> written = co_await database->write(std::move(job));
        if (!written) {
            std::fprintf(stderr, "%s\n", qPrintable(written.error().message));
            ::_exit(1);
        }
        const QByteArray line = QByteArray::number(id) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
            ::_exit(1);
    }
}

int runVictim(const QString &path)
{
    const auto database = Database::open({.path = path});
    if (!database)
        return 1;
    (void)(*database)->writeAndWait([](WriteTransaction &transaction) {
        return transaction.connection().execute(
            "CREATE TABLE IF NOT EXISTS acknowledged (id INTEGER PRIMARY KEY, text TEXT)");
    });
    constexpr qint64 kWriters = 16;
    const qint64 from =
        (*database)->reader().valueOnce(u"SELECT coalesce(max(id), 0) FROM acknowledged"_s)->toLongLong();
    for (qint64 i = 1; i <= kWriters; ++i)
        writeForever(database->get(), from + i, kWriters);
    return QCoreApplication::exec();
}

} // namespace

class DurabilityTest : public QObject
{
    Q_OBJECT

private slots:
    void killedServerKeepsWhatItAcknowledged()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"test.db"_s);
        QSet<qint64> acknowledged;
        // Killed at another point of its work each time, and started on what the last one left.
        for (const int enough : {1, 500, 3'000}) {
            QProcess victim;
            victim.start(QCoreApplication::applicationFilePath(), {u"--write-forever"_s, path});
            QByteArray output;
            while (output.count('\n') < enough) {
                QVERIFY2(victim.waitForReadyRead(30'000), victim.readAllStandardError().constData());
                output += victim.readAllStandardOutput();
            }
            victim.kill();
            QVERIFY(victim.waitForFinished());
            QCOMPARE(victim.exitStatus(), QProcess::CrashExit);
            output += victim.readAllStandardOutput();
            // A line without its end was cut by the kill; its number may be cut too.
            output.truncate(output.lastIndexOf('\n'));
            for (const QByteArray &line : output.split('\n'))
                acknowledged.insert(line.toLongLong());

            const auto database = Database::open({.path = path});
            QVERIFY(database);
            QCOMPARE((*database)->reader().valueOnce(u"PRAGMA integrity_check"_s)->toString(), u"ok"_s);
            const auto rows = (*database)->reader().run("SELECT id FROM acknowledged");
            QVERIFY(rows);
            QSet<qint64> stored;
            while ((*rows)->next())
                stored.insert((*rows)->value(0).toLongLong());
            QVERIFY(acknowledged.size() >= enough);
            QVERIFY2(stored.contains(acknowledged), qPrintable(u"lost: %1"_s.arg((acknowledged - stored).size())));
        }
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--write-forever"_L1)
        return runVictim(arguments[2]);
    DurabilityTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "store_durability_test.moc"
