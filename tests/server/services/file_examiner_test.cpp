// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/local_blob_store.h"
#include "server/services/file_collector.h"
#include "server/services/files_service.h"
#include "tests/support/conversation_world.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** What is found in new files by the real helper, and what a helper costs that is broken by them. */
class FileExaminerTest : public QObject
{
    Q_OBJECT

private:
    struct World : ConversationWorld {
        explicit World(const QString &helper = QString::fromUtf8(PLEXI_INSPECTOR), const QStringList &office = {})
            : storage(directory.filePath(u"incoming"_s), std::make_unique<files::LocalBlobStore>(directory.path())),
              inspector({.program = helper, .officeCommand = office, .deadline = std::chrono::seconds(10)}),
              examiner(database(), storage, inspector), service(database(), storage, publisher, {}),
              collector(database(), storage)
        {
            if (!storage.prepare())
                qFatal("no folder");
            service.setExaminer(&examiner);
        }

        protocol::File add(const security::Principal &caller, const QString &name, const QByteArray &bytes)
        {
            const auto file = await(service.receive());
            if (!file->append(bytes))
                qFatal("cannot write");
            return await(service.add(caller, {.filename = name}, file));
        }

        QTemporaryDir directory;
        files::FileStorage storage;
        files::Inspector inspector;
        services::FileExaminer examiner;
        services::FilesService service;
        services::FileCollector collector;
    };

    static QByteArray picture()
    {
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "png");
        return bytes;
    }

    /** A helper that does what @p line says. */
    QString script(const QString &line)
    {
        const QString path = m_directory.filePath(u"helper"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("no helper");
        file.write("#!/bin/sh\n" + line.toUtf8() + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

    /** What the command of files.office_text_command says of "a.docx"; nothing where it says nothing. */
    std::optional<QString> officeText(const QString &line)
    {
        World world(QString::fromUtf8(PLEXI_INSPECTOR), {script(line), u"an argument"_s});
        bool isAwake = false;
        world.service.onReleased([&isAwake] { isAwake = true; });
        const auto ann = world.person(u"ann"_s);
        const protocol::File file = world.add(ann, u"a.docx"_s, "PK\3\4 the document's bytes");
        if (!file.contentType.endsWith("wordprocessingml.document"_L1) || !isAwake)
            qFatal("it is not what it should be");
        // Nobody who uploads waits for the command: that is the collector's chore.
        if (!world.examiner.examineRest([] { return false; })
            || !store::blobs::unexamined(world.database().reader(), 10)->isEmpty())
            qFatal("it was not looked into");
        const auto content = world.await(world.service.open(ann.userId, file.id));
        return *store::blobs::text(world.database().reader(), content.sha256);
    }

    QTemporaryDir m_directory;

private slots:
    void findsWhatIsThere()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        const protocol::File shown = world.add(ann, u"a.png"_s, picture());
        QCOMPARE(shown.metadata.width, 640);
        QCOMPARE(shown.metadata.height, 480);
        QVERIFY(shown.hasThumbnail);
        const auto small = world.await(world.service.openThumbnail(ann.userId, shown.id, store::blobs::Variant::Small));
        QCOMPARE(QImage::fromData(*small.reader->read(0, small.reader->size())).size(), QSize(320, 240));
        QCOMPARE(small.contentType, u"image/jpeg"_s);

        const protocol::File text = world.add(ann, u"a.txt"_s, "one\ntwo\n");
        QCOMPARE(text.metadata.lines, 2);
        const auto content = world.await(world.service.open(ann.userId, text.id));
        QCOMPARE(*store::blobs::text(world.database().reader(), content.sha256), u"one\ntwo\n"_s);
        QCOMPARE(world.add(ann, u"a.bin"_s, QByteArray(100, '\0')).metadata, protocol::FileMetadata());
        QFile clip(QStringLiteral(PLEXI_MEDIA) + u"clip.webm"_s);
        QVERIFY(clip.open(QIODevice::ReadOnly));
        QCOMPARE(world.add(ann, u"a.webm"_s, clip.readAll()).metadata.duration, 2.4);

        // With the file, its small pictures go too.
        world.await(world.service.remove(ann, shown.id));
        QVERIFY(world.collector.collect());
        QCOMPARE(world.refusal(world.service.openThumbnail(ann.userId, shown.id, store::blobs::Variant::Small)),
                 ErrorCode::NotFound);
        qsizetype blobs = 0;
        (void)world.storage.blobs().forEach([&](const QByteArray &, qint64) {
            ++blobs;
            return true;
        });
        QCOMPARE(blobs, 3);
        QCOMPARE(world.findings(), QStringList());
    }

    void aBrokenHelperCostsOnlyTheMetadata_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("crashes") << u"kill -SEGV $$"_s;
        QTest::newRow("nonsense") << u"echo nonsense"_s;
        QTest::newRow("lies about sizes") << u"echo '{\"metadata\":{},\"text\":99999}'"_s;
        QTest::newRow("lies about types") << u"echo '{\"metadata\":{\"pages\":\"x\"},\"previews\":[],\"text\":0}'"_s;
    }

    void aBrokenHelperCostsOnlyTheMetadata()
    {
        QFETCH(const QString, line);
        World world(script(line));
        const auto ann = world.person(u"ann"_s);
        const protocol::File file = world.add(ann, u"a.png"_s, picture());
        QCOMPARE(file.metadata, protocol::FileMetadata());
        QVERIFY(!file.hasThumbnail);
        const auto content = world.await(world.service.open(ann.userId, file.id));
        QVERIFY(*content.reader->read(0, content.reader->size()) == picture());
        // It is not tried again and again.
        QCOMPARE(*store::blobs::unexamined(world.database().reader(), 10), QList<QByteArray>());
    }

    void officeDocumentsAreReadByACommand()
    {
        qputenv("PLEXICHAT_TEST_SECRET", "swordfish");
        const QString said = officeText(u"cat; echo; echo \"$1, $CONTENT_TYPE\"; /usr/bin/env"_s).value_or(QString());
        QVERIFY2(said.contains("the document's bytes\nan argument, application/vnd.openxml"_L1), qPrintable(said));
        QVERIFY2(!said.contains("swordfish"_L1) && said.contains("PATH="_L1), qPrintable(said));
    }

    void aBrokenCommandCostsOnlyTheText()
    {
        QVERIFY(!officeText(u"echo words; exit 1"_s));
        QVERIFY(!officeText(u"kill -SEGV $$"_s));
        QVERIFY(!officeText(u"exec yes"_s));
        QVERIFY(!officeText(u"exit 0"_s));
        QCOMPARE(officeText(u"head -c 3000000 /dev/zero | tr '\\0' x"_s)->size(), files::Inspector::kMaxText);
    }

    void withoutACommandOfficeDocumentsAreNotRead()
    {
        World world;
        const auto ann = world.person(u"ann"_s);
        world.add(ann, u"a.docx"_s, "PK\3\4 the document's bytes");
        QCOMPARE(*store::blobs::unexamined(world.database().reader(), 10), QList<QByteArray>());
    }

    void whatCouldNotBeFoundIsFoundLater()
    {
        World world(m_directory.filePath(u"no such program"_s));
        const auto ann = world.person(u"ann"_s);
        const protocol::File file = world.add(ann, u"a.png"_s, picture());
        QCOMPARE(file.metadata, protocol::FileMetadata());
        files::Inspector working({.program = QString::fromUtf8(PLEXI_INSPECTOR)});
        services::FileExaminer examiner(world.database(), world.storage, working);
        QVERIFY(examiner.examineRest([] { return false; }));
        QCOMPARE(world.service.get(ann.userId, file.id)->metadata.width, 640);
    }
};

QTEST_GUILESS_MAIN(FileExaminerTest)
#include "file_examiner_test.moc"
