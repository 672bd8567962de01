// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/blob_pins.h"
#include "server/files/file_storage.h"
#include "server/files/local_blob_store.h"
#include "server/files/s3_blob_store.h"
#include "server/security/crypto.h"
#include "tests/s3_server/s3_server.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace plexi;
using files::BlobPins;
using files::FileStorage;
using files::IncomingFile;
using files::LocalBlobStore;
using files::S3BlobStore;
using test::S3Server;

/** Bytes on their way in, what keeps them from being taken away, and each of the places where they are kept. */
class BlobStoreTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<S3Server> m_server;
    std::unique_ptr<FileStorage> m_storage;

    QString root() const { return m_directory->filePath(u"files"_s); }
    static bool isLocal()
    {
        QFETCH_GLOBAL(const bool, local);
        return local;
    }

    /** In the place that has that name below the one of init(). */
    std::unique_ptr<files::BlobStore> store(const QString &name = {}) const
    {
        if (isLocal())
            return std::make_unique<LocalBlobStore>(root() + name);
        const files::S3Credentials credentials{S3Server::accessKey(), S3Server::secretKey(), "us-east-1"};
        const QByteArray test = QTest::currentTestFunction();
        // Two to a page, so that lists have several.
        return std::make_unique<S3BlobStore>(
            S3BlobStore::Options{.server = {.endpoint = m_server->endpoint(), .credentials = credentials},
                                 .bucket = S3Server::bucket(),
                                 .prefix = test + name.toUtf8(),
                                 .pageSize = 2});
    }

    std::shared_ptr<IncomingFile> incoming(const QByteArray &bytes, const QString &name = u"a"_s,
                                           IncomingFile::Fate fate = IncomingFile::Fate::Removed)
    {
        auto file = IncomingFile::open(m_storage->incomingPath(name), fate);
        if (!file || !(*file)->append(bytes))
            qFatal("no incoming file");
        return *file;
    }

    QList<QByteArray> blobs() const
    {
        QList<QByteArray> found;
        (void)m_storage->blobs().forEach([&](const QByteArray &sha256, qint64) {
            found.append(sha256);
            return true;
        });
        return found;
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("local");
        QTest::newRow("local") << true;
        QTest::newRow("S3") << false;
    }

    void initTestCase() { m_server = std::make_unique<S3Server>(); }

    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_storage = std::make_unique<FileStorage>(m_directory->filePath(u"files/incoming"_s), store());
        const auto prepared = m_storage->prepare();
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().message));
    }

    void cleanup()
    {
        for (const QByteArray &digest : blobs())
            QVERIFY(m_storage->blobs().remove(digest));
    }

    void storesTheSameBytesOnceUnderTheirDigest()
    {
        const QByteArray digest = security::sha256("some bytes");
        for (const QString &name : {u"a"_s, u"b"_s}) {
            const auto blob = m_storage->storeAndWait(incoming("some bytes", name));
            QVERIFY(blob);
            QCOMPARE(blob->sha256, digest);
            QCOMPARE(blob->size, 10);
            QCOMPARE(blob->head, "some bytes");
        }
        QCOMPARE(blobs(), QList<QByteArray>{digest});
        QCOMPARE(m_storage->incoming(), QStringList());
        const QString hex = QString::fromLatin1(digest.toHex());
        QCOMPARE(QFile::exists(root() + u'/' + hex.first(2) + u'/' + hex), isLocal());

        const auto reader = m_storage->blobs().open(digest);
        QVERIFY(reader);
        QCOMPARE((*reader)->size(), 10);
        QCOMPARE(*(*reader)->read(5, 100), "bytes");
        QCOMPARE(*(*reader)->read(50, 100), "");
        QVERIFY(m_storage->blobs().remove(digest));
        // Who reads goes on, with the same bytes or with what was read already.
        QCOMPARE(*(*reader)->read(5, 4), "byte");
        QCOMPARE(m_storage->blobs().open(digest).error().code, ErrorCode::NotFound);
        QVERIFY(m_storage->blobs().remove(digest));
    }

    void listsAndRemovesWhatIsThere()
    {
        QHash<QByteArray, qint64> stored;
        for (qint64 size = 0; size < 7; ++size) {
            const QByteArray bytes(size, 'x');
            QVERIFY(m_storage->storeAndWait(incoming(bytes)));
            stored.insert(security::sha256(bytes), size);
        }
        QHash<QByteArray, qint64> found;
        const auto take = [&](const QByteArray &sha256, qint64 size) {
            found.insert(sha256, size);
            return true;
        };
        QVERIFY(m_storage->blobs().forEach(take));
        QCOMPARE(found, stored);

        int visits = 0;
        QVERIFY(m_storage->blobs().forEach([&](const QByteArray &, qint64) { return ++visits < 4; }));
        QCOMPARE(visits, 4);
        // As the collector does it: while it goes through them.
        QVERIFY(m_storage->blobs().forEach(
            [&](const QByteArray &sha256, qint64) { return m_storage->blobs().remove(sha256).has_value(); }));
        QCOMPARE(blobs(), QList<QByteArray>());
    }

    void leavesWhatIsNotItsOwn()
    {
        QVERIFY(m_storage->storeAndWait(incoming("x")));
        QFile(root() + "/notes.txt"_L1).open(QIODevice::WriteOnly);
        QFile(root() + "/incoming/"_L1 + QString(64, u'a')).open(QIODevice::WriteOnly);
        QCOMPARE(blobs().size(), 1);
        QVERIFY(QDir(root()).mkpath(u"inner"_s));
        FileStorage other(m_directory->filePath(u"other"_s), store(u"/inner"_s));
        QVERIFY(other.prepare());
        const auto file = IncomingFile::open(other.incomingPath(u"y"_s), IncomingFile::Fate::Removed);
        QVERIFY(file && (*file)->append("y") && other.storeAndWait(*file));
        QCOMPARE(blobs(), QList<QByteArray>{security::sha256("x")});
    }

    void givesOthersAPath()
    {
        const QByteArray bytes = security::randomBytes(3'000'000);
        const auto blob = m_storage->storeAndWait(incoming(bytes));
        QVERIFY(blob);
        auto path = m_storage->localPath(blob->sha256);
        QVERIFY(path);
        const QString name = **path;
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == bytes);
        path->reset();
        QCOMPARE(QFile::exists(name), isLocal());
        QCOMPARE(m_storage->incoming(), QStringList());
        QCOMPARE(m_storage->localPath(QByteArray(32, 'n')).error().code, ErrorCode::NotFound);
    }

    void anIncomingFileGoesWithItsObject()
    {
        auto file = incoming("half of");
        QCOMPARE(m_storage->incoming(), QStringList{u"a"_s});
        file.reset();
        QCOMPARE(m_storage->incoming(), QStringList());
    }

    void aKeptOneGoesOnWhereItWas_data()
    {
        QTest::addColumn<bool>("remembers");
        QTest::newRow("progress is known") << true;
        QTest::newRow("read again") << false;
    }

    void aKeptOneGoesOnWhereItWas()
    {
        QFETCH(const bool, remembers);
        const auto open = [&](qint64 received, const IncomingFile::Progress &known = {}) {
            return IncomingFile::open(m_storage->incomingPath(u"b"_s), IncomingFile::Fate::Kept, received, known);
        };
        IncomingFile::Progress progress;
        {
            const auto file = incoming("0123456789", u"b"_s, IncomingFile::Fate::Kept);
            QVERIFY(file->sync());
            progress = file->progress();
            // Written and never said to be received.
            QVERIFY(file->append("garbage"));
        }
        {
            const auto file = *open(10, remembers ? progress : IncomingFile::Progress());
            QVERIFY(file->append("abc"));
            QVERIFY(file->rewind(progress));
            QVERIFY(file->append("ABC"));
            QCOMPARE(file->size(), 13);
            QCOMPARE(file->head(), "0123456789ABC");
            const auto blob = m_storage->storeAndWait(file);
            QVERIFY(blob);
            QCOMPARE(blob->sha256, security::sha256("0123456789ABC"));
            QCOMPARE(*(*m_storage->blobs().open(blob->sha256))->read(0, 100), "0123456789ABC");
        }
        // Until the database knows of it, the upload is not to be lost.
        QCOMPARE(m_storage->incoming(), QStringList{u"b"_s});
        QVERIFY(open(13));
        QVERIFY(!open(14));
    }

    void aFullOrBrokenDiskIsAnError()
    {
        if (QFile(u"/dev/full"_s).exists()) {
            const auto full = IncomingFile::open(u"/dev/full"_s, IncomingFile::Fate::Kept);
            if (full) {
                const auto appended = (*full)->append("x");
                QVERIFY(!appended);
                QCOMPARE(appended.error().code, ErrorCode::ServiceUnavailable);
            }
        }
        const auto nowhere = IncomingFile::open(m_directory->filePath(u"no/such/folder"_s),
                                                IncomingFile::Fate::Removed);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::ServiceUnavailable);
    }

    void pinsAndRemovalExcludeEachOther()
    {
        BlobPins pins;
        const QByteArray digest(32, 'x');
        int removals = 0;
        const auto count = [&]() -> Result<> {
            ++removals;
            return {};
        };
        auto first = pins.pin(digest);
        auto second = pins.pin(digest);
        first.reset();
        QVERIFY(pins.removing(digest, count));
        QCOMPARE(removals, 0);
        QVERIFY(pins.removing(QByteArray(32, 'y'), count));
        QCOMPARE(removals, 1);
        second.reset();
        std::thread pinning;
        std::atomic<bool> isPinned = false;
        QVERIFY(pins.removing(digest, [&]() -> Result<> {
            pinning = std::thread([&] {
                const auto pin = pins.pin(digest);
                isPinned = true;
            });
            // It has to wait, however long this takes.
            for (int i = 0; i < 1'000 && !isPinned; ++i)
                std::this_thread::yield();
            ++removals;
            return isPinned ? Result<>(fail(Error::internal(u"pinned"_s))) : Result<>();
        }));
        pinning.join();
        QVERIFY(isPinned);
        QCOMPARE(removals, 2);
    }
};

QTEST_GUILESS_MAIN(BlobStoreTest)
#include "blob_store_test.moc"
