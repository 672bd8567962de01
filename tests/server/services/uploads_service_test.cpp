// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/local_blob_store.h"
#include "server/services/uploads_service.h"
#include "tests/support/conversation_world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using services::UploadsService;

/** Who may append to an upload, and when; what is answered is for uploads_api_test. */
class UploadsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        m_storage = std::make_unique<files::FileStorage>(m_folder->filePath(u"incoming"_s),
                                                         std::make_unique<files::LocalBlobStore>(m_folder->path()));
        QVERIFY(m_storage->prepare());
        m_files = std::make_unique<services::FilesService>(m_world->database(), *m_storage, m_world->publisher,
                                                           services::FilesService::Options());
        m_uploads = std::make_unique<UploadsService>(m_world->database(), *m_files);
        m_ann = m_world->person(u"ann"_s);
        m_upload = m_world->await(m_uploads->create(m_ann, {.filename = u"a.bin"_s}, {}, 10)).id;
    }

    void cleanup()
    {
        m_uploads.reset();
        m_files.reset();
        m_storage.reset();
        m_world.reset();
    }

    void oneAtATime()
    {
        const auto first = m_world->await(append(0));
        QVERIFY(first);
        QCOMPARE(m_world->refusal(append(0)), ErrorCode::Conflict);
        QVERIFY(m_wasStopped);
    }

    /** A coroutine's frame keeps what it was given for a moment after it has returned. */
    void theNextMayComeWhileTheLastIsStillHeld()
    {
        const auto first = m_world->await(append(0));
        m_world->await(m_uploads->write(first, "12345"));
        QCOMPARE(m_world->await(m_uploads->finish(first)).received, 5);
        m_uploads->release(first);
        const auto second = m_world->await(append(5));
        QVERIFY(second);
        // The first is over: that it is released once more takes nothing from the second.
        m_uploads->release(first);
        QCOMPARE(m_world->refusal(append(5)), ErrorCode::Conflict);
    }

    void whoIsAtTheWrongOffsetHoldsNothing()
    {
        QCOMPARE(m_world->refusal(append(3)), ErrorCode::Conflict);
        QVERIFY(m_world->await(append(0)));
    }

private:
    using Appending = QCoro::Task<Result<std::shared_ptr<UploadsService::Appending>>>;

    Appending append(qint64 offset)
    {
        return m_uploads->append(m_ann, m_upload, offset, std::nullopt, [this] { m_wasStopped = true; });
    }

    std::unique_ptr<ConversationWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<files::FileStorage> m_storage;
    std::unique_ptr<services::FilesService> m_files;
    std::unique_ptr<UploadsService> m_uploads;
    security::Principal m_ann;
    UploadId m_upload;
    bool m_wasStopped = false;
};

QTEST_GUILESS_MAIN(UploadsServiceTest)
#include "uploads_service_test.moc"
