// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files from this disk to the real server, which is killed in between, and back.
#include "app/session/session.h"
#include "tests/app/support/await.h"
#include "tests/support/server_process.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;

namespace {

constexpr RealtimeTiming kFast{.firstRetry = std::chrono::milliseconds(50),
                               .longestRetry = std::chrono::milliseconds(300),
                               .handshake = std::chrono::milliseconds(5000),
                               .quiet = std::chrono::milliseconds(25'000),
                               .pongWait = std::chrono::milliseconds(10'000)};
constexpr int kPatience = 30'000;
constexpr qsizetype kLarge = qsizetype(24) * 1024 * 1024;

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(7);
    generator.fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return bytes;
}

} // namespace

class UploadsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::ServerProcess> m_server;
    std::unique_ptr<Session> m_admin;
    std::unique_ptr<Session> m_john;
    protocol::Tokens m_johnsTokens;
    const QByteArray m_key = Cache::newKey();

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("No file could be written");
        return file.fileName();
    }

    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<Session> open(ApiClient *api, std::unique_ptr<Cache> cache, const protocol::User &user)
    {
        auto session = std::make_unique<Session>(
            api, std::move(cache),
            Session::Account{.self = user, .serverName = u"Test"_s, .serverAddress = m_server->url().toString()},
            kFast);
        session->start();
        return session;
    }

    std::unique_ptr<Session> signIn(const QString &username, const QString &password)
    {
        auto *api = new ApiClient(m_server->url());
        if (!await(api->signIn(username, password, true)))
            qFatal("The sign-in failed");
        const protocol::User user = *await(api->me());
        if (username == "john"_L1)
            m_johnsTokens = api->tokens();
        return open(api, Cache::open(m_folder->filePath(username + ".db"_L1), m_key, user.id), user);
    }

    static bool enter(Session *session)
    {
        if (!QTest::qWaitFor([&] { return session->channelsState() == Session::Ready; }, kPatience))
            return false;
        for (int row = 0; row < session->channels()->count(); ++row) {
            const QModelIndex index = session->channels()->index(row);
            if (index.data(ChannelListModel::NameRole).toString() == "general"_L1)
                session->openChannel(index.data(ChannelListModel::ChannelIdRole).toString());
        }
        return QTest::qWaitFor(
            [&] {
                return session->currentChannelName() == "general"_L1 && session->timeline()->timeline()->isLoaded()
                    && session->line() == Session::Online;
            },
            kPatience);
    }

    /** The cards of all messages with files, in order. */
    /** The stage of a download. */
    int saved(int row) const { return m_admin->downloads()->index(row).data(Downloads::StageRole).toInt(); }

    static QList<FileCard> cards(Session *session)
    {
        QList<FileCard> list;
        for (int row = 0; row < session->timeline()->rowCount(); ++row)
            list += session->timeline()->index(row).data(TimelineModel::AttachmentsRole).value<QList<FileCard>>();
        return list;
    }

    QVariant upload(int role, int row = 0) const { return m_john->uploads()->index(row).data(role); }
    int stage(int row = 0) const { return upload(UploadListModel::StageRole, row).toInt(); }
    void attach(const QString &path) { m_john->attach({QUrl::fromLocalFile(path)}, false); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        // Where downloads go.
        qputenv("HOME", m_folder->path().toLocal8Bit());
        m_server = std::make_unique<test::ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        m_admin = signIn(u"admin"_s, u"admin123"_s);
        m_john = signIn(u"john"_s, u"john12345"_s);
        QVERIFY(enter(m_admin.get()));
        QVERIFY(enter(m_john.get()));
    }

    void cleanup()
    {
        m_admin.reset();
        m_john.reset();
        m_server.reset();
    }

    void aFileGoesWithItsMessage()
    {
        const QByteArray bytes = noise(700'000);
        attach(write(u"plan.bin"_s, bytes));
        QCOMPARE(m_john->uploads()->count(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(stage(), UploadListModel::Done, kPatience);
        // Nothing is sent before the person does it.
        QCOMPARE(m_admin->timeline()->rowCount(), 0);
        m_john->send(u"The plan"_s);
        QCOMPARE(m_john->uploads()->count(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(cards(m_admin.get()).size(), 1, kPatience);
        QCOMPARE(m_admin->timeline()->index(0).data(TimelineModel::ContentRole).toString(), u"The plan"_s);
        const FileCard card = cards(m_admin.get()).first();
        QCOMPARE(card.name, u"plan.bin"_s);
        m_admin->saveFile(card.fileId, card.name);
        QTRY_COMPARE_WITH_TIMEOUT(saved(0), Downloads::Done, kPatience);
        QCOMPARE(read(m_folder->filePath(u"Downloads/plan.bin"_s)), bytes);
        // A second one takes nothing's place.
        m_admin->saveFile(card.fileId, card.name);
        QTRY_COMPARE_WITH_TIMEOUT(saved(1), Downloads::Done, kPatience);
        QCOMPARE(read(m_folder->filePath(u"Downloads/plan (2).bin"_s)), bytes);
        m_admin->loadFiles();
        QTRY_COMPARE_WITH_TIMEOUT(m_admin->files()->count(), 1, kPatience);
    }

    void filesWithoutWords()
    {
        attach(write(u"a.txt"_s, "one"));
        attach(write(u"b.txt"_s, "two"));
        // Sent before they are there: the message waits for them.
        m_john->send(QString());
        QTRY_COMPARE_WITH_TIMEOUT(cards(m_admin.get()).size(), 2, kPatience);
        QCOMPARE(cards(m_admin.get()).last().name, u"b.txt"_s);
        QCOMPARE(m_john->outbox().waitingCount(), 0);
    }

    void goesOnWhereAKilledServerStopped()
    {
        const QByteArray bytes = noise(kLarge);
        attach(write(u"large.bin"_s, bytes));
        QSignalSpy stored(&m_john->uploading(), &Uploads::stored);
        QTRY_VERIFY_WITH_TIMEOUT(upload(UploadListModel::ShareRole).toDouble() > 0, kPatience);
        m_server->kill();
        const UploadId begun = m_john->uploading().find(upload(UploadListModel::UploadIdRole).toString())->item.upload;
        QVERIFY(!begun.isNull());
        QString said;
        connect(m_john->timeline(), &QAbstractItemModel::dataChanged, this,
                [&] { said += m_john->timeline()->index(0).data(TimelineModel::StateTextRole).toString(); });
        m_john->send(u"with a large one"_s);
        QTRY_COMPARE(m_john->line(), Session::Offline);
        QVERIFY2(m_server->restart(), m_server->standardError().constData());
        QTRY_COMPARE_WITH_TIMEOUT(cards(m_admin.get()).size(), 1, 60'000);
        for (const auto &change : std::as_const(stored)) {
            const UploadId known = change.first().value<cache::UploadItem>().upload;
            QVERIFY(known.isNull() || known == begun);
        }
        m_john->timeline()->disconnect(this);
        QVERIFY2(said.contains(u'%'), qPrintable(said));
        const FileCard card = cards(m_admin.get()).first();
        m_admin->saveFile(card.fileId, card.name);
        QTRY_COMPARE_WITH_TIMEOUT(saved(0), Downloads::Done, kPatience);
        QVERIFY(read(m_folder->filePath(u"Downloads/large.bin"_s)) == bytes);
    }

    void aDiscardedMessageIsNotSent()
    {
        attach(write(u"large.bin"_s, noise(kLarge)));
        m_john->send(u"never mind"_s);
        QCOMPARE(m_john->timeline()->rowCount(), 1);
        const QString id = m_john->timeline()->index(0).data(TimelineModel::MessageIdRole).toString();
        QTRY_VERIFY_WITH_TIMEOUT(m_john->uploading().of(id).first()->sent > 0, kPatience);
        m_john->timeline()->discard(id);
        QCOMPARE(m_john->timeline()->rowCount(), 0);
        m_john->send(u"this instead"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_admin->timeline()->rowCount(), 1, kPatience);
        QCOMPARE(m_admin->timeline()->index(0).data(TimelineModel::ContentRole).toString(), u"this instead"_s);
        QTRY_COMPARE(m_john->outbox().waitingCount(), 0);
        QCOMPARE(m_admin->timeline()->rowCount(), 1);
    }

    void pauses()
    {
        attach(write(u"large.bin"_s, noise(kLarge)));
        QTRY_VERIFY_WITH_TIMEOUT(upload(UploadListModel::ShareRole).toDouble() > 0, kPatience);
        const QString id = upload(UploadListModel::UploadIdRole).toString();
        m_john->uploads()->pause(id);
        QCOMPARE(stage(), UploadListModel::Paused);
        // What comes after it goes past it.
        attach(write(u"small.txt"_s, "small"));
        QTRY_COMPARE_WITH_TIMEOUT(stage(1), UploadListModel::Done, kPatience);
        QCOMPARE(stage(), UploadListModel::Paused);
        QVERIFY(upload(UploadListModel::ShareRole).toDouble() < 1);
        m_john->uploads()->resume(id);
        QTRY_COMPARE_WITH_TIMEOUT(stage(), UploadListModel::Done, kPatience);
        m_john->uploads()->remove(id);
        QCOMPARE(m_john->uploads()->count(), 1);
    }

    void outlivesTheProgram()
    {
        m_server->kill();
        QTRY_COMPARE(m_john->line(), Session::Offline);
        attach(write(u"late.txt"_s, "later"));
        m_john->send(u"while away"_s);
        attach(write(u"draft.txt"_s, "not sent"));
        const QString userId = m_john->userId();
        m_john.reset();
        QVERIFY2(m_server->restart(), m_server->standardError().constData());
        auto *api = new ApiClient(m_server->url());
        api->setTokens(m_johnsTokens);
        protocol::User user;
        user.id = *UserId::fromString(userId);
        user.username = u"john"_s;
        m_john = open(api, Cache::open(m_folder->filePath(u"john.db"_s), m_key, user.id), user);
        QVERIFY(enter(m_john.get()));
        QTRY_COMPARE_WITH_TIMEOUT(cards(m_admin.get()).size(), 1, kPatience);
        QCOMPARE(cards(m_admin.get()).first().name, u"late.txt"_s);
        QCOMPARE(m_john->uploads()->count(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(stage(), UploadListModel::Done, kPatience);
        QCOMPARE(upload(UploadListModel::NameRole).toString(), u"draft.txt"_s);
    }

    void aFileThatChangedIsNotSent()
    {
        m_server->kill();
        QTRY_COMPARE(m_john->line(), Session::Offline);
        const QString path = write(u"notes.txt"_s, "as it was");
        attach(path);
        m_john->send(u"notes"_s);
        write(u"notes.txt"_s, "and now it is longer");
        QVERIFY2(m_server->restart(), m_server->standardError().constData());
        const auto state = [this] {
            return m_john->timeline()->index(0).data(TimelineModel::StateRole).toInt();
        };
        QTRY_COMPARE_WITH_TIMEOUT(state(), TimelineModel::Failed, kPatience);
        QVERIFY(m_john->timeline()->index(0).data(TimelineModel::StateTextRole).toString().contains(u"notes.txt"_s));
        m_john->timeline()->discard(m_john->timeline()->index(0).data(TimelineModel::MessageIdRole).toString());
        QCOMPARE(m_john->timeline()->rowCount(), 0);
        // Others are not held up by it.
        m_john->send(u"next"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_admin->timeline()->rowCount(), 1, kPatience);
    }

    void pastesPicturesAndFiles()
    {
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        QGuiApplication::clipboard()->setImage(picture);
        QVERIFY(m_john->pasteFiles(false));
        QTRY_COMPARE_WITH_TIMEOUT(stage(), UploadListModel::Done, kPatience);
        m_john->send(QString());
        QTRY_COMPARE_WITH_TIMEOUT(cards(m_admin.get()).size(), 1, kPatience);
        const FileCard card = cards(m_admin.get()).first();
        QVERIFY(card.hasPicture);
        QCOMPARE(QSize(card.width, card.height), picture.size());
        QImage taken;
        m_admin->images().take(u"file/"_s + card.fileId, [&](const QByteArray &bytes) { taken.loadFromData(bytes); });
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), picture.size(), kPatience);

        QGuiApplication::clipboard()->setText(u"words"_s);
        QVERIFY(!m_john->pasteFiles(false));
        auto *files = new QMimeData;
        files->setUrls({QUrl::fromLocalFile(write(u"copied.txt"_s, "copied"))});
        QGuiApplication::clipboard()->setMimeData(files);
        QVERIFY(m_john->pasteFiles(false));
        QCOMPARE(upload(UploadListModel::NameRole).toString(), u"copied.txt"_s);
    }

    void refusesWhatIsNoFile()
    {
        attach(m_folder->path());
        QVERIFY(!m_john->notice().isEmpty());
        QCOMPARE(m_john->uploads()->count(), 0);
    }
};

QTEST_MAIN(UploadsTest)
#include "uploads_test.moc"
