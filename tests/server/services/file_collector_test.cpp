// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/local_blob_store.h"
#include "server/services/file_check.h"
#include "server/services/file_collector.h"
#include "server/services/uploads_service.h"
#include "tests/support/conversation_world.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using services::FileCollector;

/** What nobody needs goes, and nothing else ever does. */
class FileCollectorTest : public QObject
{
    Q_OBJECT

private:
    struct World : ConversationWorld {
        World()
            : storage(directory.filePath(u"incoming"_s), std::make_unique<files::LocalBlobStore>(directory.path())),
              service(database(), storage, publisher, {}), uploads(database(), service, [this] { return now; }),
              collector(database(), storage, [this] { return now; })
        {
            if (!storage.prepare())
                qFatal("no folder");
        }

        protocol::File add(const security::Principal &caller, const QByteArray &bytes)
        {
            const auto file = await(service.receive());
            if (!file->append(bytes))
                qFatal("cannot write");
            return await(service.add(caller, {.filename = u"a.bin"_s}, file));
        }

        qsizetype blobs()
        {
            qsizetype count = 0;
            (void)storage.blobs().forEach([&](const QByteArray &, qint64) {
                ++count;
                return true;
            });
            return count;
        }

        QTemporaryDir directory;
        Timestamp now = Timestamp::now();
        files::FileStorage storage;
        services::FilesService service;
        services::UploadsService uploads;
        FileCollector collector;
    };

private slots:
    void takesWhatNothingRefersTo()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        const auto first = world.add(ann, "same");
        const auto second = world.add(ann, "same");
        world.add(ann, "other");
        QCOMPARE(world.blobs(), 2);
        world.await(world.service.remove(ann, first.id));
        QVERIFY(world.collector.collect());
        QCOMPARE(world.blobs(), 2);
        world.await(world.service.remove(ann, second.id));
        QVERIFY(world.collector.collect());
        QCOMPARE(world.blobs(), 1);
        QCOMPARE(world.findings(), QStringList());
    }

    void sweepsWhatACrashLeftBehind()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        world.add(ann, "known");
        {
            const auto file = files::IncomingFile::open(world.storage.incomingPath(u"x"_s),
                                                        files::IncomingFile::Fate::Removed);
            QVERIFY((*file)->append("stored, and never committed"));
            const auto blob = world.storage.storeAndWait(*file);
            QVERIFY(blob);
            // As long as somebody is about to commit, it stays.
            QVERIFY(world.collector.sweep());
            QCOMPARE(world.blobs(), 2);
        }
        QVERIFY(world.collector.sweep());
        QCOMPARE(world.blobs(), 1);

        QFile(world.storage.incomingPath(u"form_1"_s)).open(QIODevice::WriteOnly);
        const auto upload = world.await(world.uploads.create(ann, {.filename = u"a"_s}, {}, 10));
        const auto part = world.await(world.uploads.append(ann, upload.id, 0, std::nullopt, {}));
        world.await(world.uploads.write(part, "12345"));
        world.await(world.uploads.finish(part));
        QVERIFY(world.collector.clearIncoming());
        QCOMPARE(world.storage.incoming(), QStringList{upload.id.toString()});
    }

    void uploadsExpire()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        const auto upload = world.await(world.uploads.create(ann, {.filename = u"a"_s}, {}, 10));
        {
            const auto part = world.await(world.uploads.append(ann, upload.id, 0, std::nullopt, {}));
            world.await(world.uploads.write(part, "12345"));
            world.await(world.uploads.finish(part));
        }
        world.now = world.now.plusSeconds(services::UploadsService::kLifeSeconds - 1);
        QVERIFY(world.collector.collect());
        QCOMPARE(world.await(world.uploads.find(ann, upload.id)).received, 5);
        world.now = world.now.plusSeconds(2);
        QVERIFY(world.collector.collect());
        QCOMPARE(world.storage.incoming(), QStringList());
        QCOMPARE(world.refusal(world.uploads.find(ann, upload.id)), ErrorCode::Gone);
        world.now = world.now.plusSeconds(FileCollector::kRememberedSeconds + 1);
        QVERIFY(world.collector.collect());
        QCOMPARE(world.refusal(world.uploads.find(ann, upload.id)), ErrorCode::NotFound);
    }

    void aCrashBeforeTheCommitCostsNoUpload()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        const auto upload = world.await(world.uploads.create(ann, {.filename = u"a.txt"_s}, {}, 5));
        {
            // All bytes are received, and then the process dies: nothing but finish() is missing.
            const auto part = world.await(world.uploads.append(ann, upload.id, 0, std::nullopt, {}));
            world.await(world.uploads.write(part, "12345"));
            world.await(world.uploads.breakOff(part));
        }
        services::UploadsService reborn(world.database(), world.service);
        const auto found = world.await(reborn.find(ann, upload.id));
        QVERIFY(found.file);
        QCOMPARE(world.service.get(ann.userId, *found.file)->size, 5);
    }

    /** The same bytes are added and removed all the time while the collector works: what is there can be read. */
    void neverTakesALiveFile()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        std::atomic<bool> isDone = false;
        std::atomic<int> rounds = 0;
        std::thread collecting([&] {
            while (!isDone) {
                if (!world.collector.collect() || !world.collector.sweep())
                    qFatal("the collector fails");
                ++rounds;
            }
        });
        QByteArray content;
        for (int i = 0; i < 150; ++i) {
            const auto file = world.add(ann, i % 3 == 0 ? QByteArray("the other") : QByteArray("the same bytes"));
            const auto bytes = world.await(world.service.open(ann.userId, file.id));
            content = *bytes.reader->read(0, 100);
            QVERIFY(content == (i % 3 == 0 ? "the other" : "the same bytes"));
            world.await(world.service.remove(ann, file.id));
        }
        isDone = true;
        collecting.join();
        QVERIFY(rounds > 1);
        QVERIFY(world.collector.collect());
        QCOMPARE(world.blobs(), 0);
        QCOMPARE(world.findings(), QStringList());
    }

    void doctorReadsEveryByte()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        world.add(ann, "healthy");
        world.add(ann, "to be changed");
        world.add(ann, "to be lost");
        const auto connection = store::Connection::open(world.databasePath(), store::Connection::Mode::ReadOnly);
        QCOMPARE(*services::checkFiles(**connection, world.storage.blobs()), QStringList());
        (void)world.storage.blobs().forEach([&](const QByteArray &sha256, qint64 size) {
            const QString hex = QString::fromLatin1(sha256.toHex());
            QFile file(world.directory.filePath(hex.first(2) + u'/' + hex));
            if (size == 13 && file.open(QIODevice::ReadWrite))
                file.write("T");
            else if (size == 10)
                file.remove();
            return true;
        });
        const QStringList findings = *services::checkFiles(**connection, world.storage.blobs());
        QCOMPARE(findings.size(), 2);
        QVERIFY(findings.join(u' ').contains("is missing"_L1));
        QVERIFY(findings.join(u' ').contains("has been changed"_L1));
    }

    void everybodyHasTheirQuota()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        const auto bob = world.person(u"bob"_s);
        services::FilesService files(world.database(), world.storage, world.publisher,
                                     {.maxFileSize = 60, .quota = 100});
        services::UploadsService uploads(world.database(), files);
        QCOMPARE(files.admit(ann, {}, 61).error().code, ErrorCode::PayloadTooLarge);
        world.await(uploads.create(ann, {.filename = u"a"_s}, {}, 60));
        QCOMPARE(files.admit(ann, {}, 41).error().code, ErrorCode::PayloadTooLarge);
        QCOMPARE(world.refusal(uploads.create(ann, {.filename = u"b"_s}, {}, 41)), ErrorCode::PayloadTooLarge);
        QVERIFY(files.admit(ann, {}, 40));
        QVERIFY(files.admit(bob, {}, 60));
        // An upload that is counted already can be finished.
        const auto upload = world.await(uploads.create(bob, {.filename = u"a"_s}, {}, 60));
        const auto part = world.await(uploads.append(bob, upload.id, 0, std::nullopt, {}));
        world.await(uploads.write(part, QByteArray(60, 'x')));
        QVERIFY(world.await(uploads.finish(part)).file);
        QCOMPARE(files.admit(bob, {}, 41).error().code, ErrorCode::PayloadTooLarge);
    }
};

QTEST_GUILESS_MAIN(FileCollectorTest)
#include "file_collector_test.moc"
