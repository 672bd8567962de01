// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/file_storage.h"
#include "server/files/s3_blob_store.h"
#include "server/security/crypto.h"
#include "tests/s3_server/s3_server.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace std::chrono_literals;
using files::FileStorage;
using files::S3BlobStore;
using files::S3Timing;
using test::S3Server;

/** What differs from a disk: a server in between, which may be slow, gone or of another mind. */
class S3BlobStoreTest : public QObject
{
    Q_OBJECT

private:
    /** Patient with the server as such, and quick to take silence for a fault. */
    static constexpr S3Timing kPatient{.patience = 60s, .silence = 500ms, .pause = 10ms};
    static constexpr S3Timing kImpatient{.patience = 300ms, .silence = 200ms, .pause = 10ms};
    /** What is bounded ends long before; a slow machine does not meet this. */
    static constexpr qint64 kBounded = 10'000;

    QTemporaryDir m_directory;
    std::unique_ptr<S3Server> m_server;

    /** Each test has a place of its own. */
    S3BlobStore::Options options(const S3Timing &timing = kPatient) const
    {
        const files::S3Credentials credentials{S3Server::accessKey(), S3Server::secretKey(), "us-east-1"};
        return {.server = {.endpoint = m_server->endpoint(), .credentials = credentials, .timing = timing},
                .bucket = S3Server::bucket(),
                .prefix = QTest::currentTestFunction()};
    }

    QString write(const QByteArray &bytes) const
    {
        const QString path = m_directory.filePath(u"to_put"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return path;
    }

    static void isUnavailable(const Result<> &outcome, const QString &words)
    {
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::ServiceUnavailable);
        QVERIFY2(outcome.error().message.contains(words), qPrintable(outcome.error().message));
    }

private slots:
    void initTestCase() { m_server = std::make_unique<S3Server>(); }
    void init() { m_server->setFault(S3Server::Fault::Refuse, 0); }

    void aFileGoesThereAndComesBack()
    {
        FileStorage storage(m_directory.filePath(u"incoming"_s), std::make_unique<S3BlobStore>(options()));
        QVERIFY(storage.prepare());
        const QByteArray bytes = security::randomBytes(5'000'001);
        auto file = QCoro::waitFor(storage.receive(u"one"_s));
        QVERIFY(file);
        QVERIFY(QCoro::waitFor(storage.append(*file, bytes)));
        const auto blob = QCoro::waitFor(storage.store(*file));
        QVERIFY2(blob, blob ? "" : qPrintable(blob.error().message));
        QCOMPARE(blob->sha256, security::sha256(bytes));
        QCOMPARE(storage.incoming(), QStringList());

        const auto reader = QCoro::waitFor(storage.open(blob->sha256));
        QVERIFY(reader);
        QCOMPARE((*reader)->size(), bytes.size());
        QCOMPARE((*reader)->localPath(), QString());
        QByteArray read;
        while (read.size() < bytes.size()) {
            const auto part = QCoro::waitFor(storage.read(*reader, read.size(), 300'000));
            QVERIFY(part && !part->isEmpty());
            read += *part;
        }
        QVERIFY(read == bytes);
        // Over more than is asked for at once, backwards, at the end and behind it.
        QVERIFY(*(*reader)->read(1'000, 3'000'000) == bytes.sliced(1'000, 3'000'000));
        QVERIFY(*(*reader)->read(0, 1) == bytes.first(1));
        QVERIFY(*(*reader)->read(5'000'000, 100) == bytes.last(1));
        QCOMPARE(*(*reader)->read(5'000'001, 100), "");
        QCOMPARE(*(*reader)->read(6'000'000, 100), "");
    }

    void aReaderOfWhatIsRemovedSaysSo()
    {
        S3BlobStore store(options());
        const QByteArray bytes = security::randomBytes(2'000'000);
        const QByteArray digest = security::sha256(bytes);
        QVERIFY(store.put(digest, write(bytes)));
        const auto reader = store.open(digest);
        QVERIFY(reader);
        QVERIFY((*reader)->read(0, 10));
        QVERIFY(store.remove(digest));
        QCOMPARE((*reader)->read(1'500'000, 10).error().code, ErrorCode::NotFound);
    }

    void refusalsAreToldWithoutSecrets()
    {
        S3BlobStore::Options wrong = options();
        wrong.server.credentials.secretKey = "not the secret";
        S3BlobStore store(wrong);
        const QString path = write("x");
        isUnavailable(store.prepare(), u"SignatureDoesNotMatch"_s);
        isUnavailable(store.put(security::sha256("x"), path), u"SignatureDoesNotMatch"_s);
        isUnavailable(store.remove(security::sha256("x")), u"SignatureDoesNotMatch"_s);
        QVERIFY(!store.prepare().error().message.contains("not the secret"_L1));
        QCOMPARE(store.open(security::sha256("x")).error().code, ErrorCode::ServiceUnavailable);
        QVERIFY(QFile::exists(path));

        wrong = options();
        wrong.bucket = "elsewhere";
        isUnavailable(S3BlobStore(wrong).prepare(), u"NoSuchBucket"_s);
        isUnavailable(S3BlobStore(wrong).remove(security::sha256("x")), u"NoSuchBucket"_s);
    }

    void otherBytesThanTheDigestsAreNotTaken()
    {
        S3BlobStore store(options());
        const QString path = write("other bytes");
        isUnavailable(store.put(security::sha256("some bytes"), path), u"BadDigest"_s);
        QVERIFY(QFile::exists(path));
        QCOMPARE(store.open(security::sha256("some bytes")).error().code, ErrorCode::NotFound);
    }

    void passingFaultsAreNotNoticed_data()
    {
        QTest::addColumn<S3Server::Fault>("fault");
        QTest::newRow("503") << S3Server::Fault::Refuse;
        QTest::newRow("closed connection") << S3Server::Fault::Cut;
        QTest::newRow("silence") << S3Server::Fault::Silence;
    }

    void passingFaultsAreNotNoticed()
    {
        QFETCH(const S3Server::Fault, fault);
        S3BlobStore store(options());
        const QByteArray bytes = security::randomBytes(300'000);
        const QByteArray digest = security::sha256(bytes);
        const QString path = write(bytes);
        m_server->setFault(fault, 2);
        QVERIFY(store.put(digest, path));
        QVERIFY(!QFile::exists(path));
        m_server->setFault(fault, 2);
        const auto reader = store.open(digest);
        QVERIFY(reader);
        m_server->setFault(fault, 2);
        const auto read = (*reader)->read(0, bytes.size());
        QVERIFY(read && *read == bytes);
        m_server->setFault(fault, 2);
        int count = 0;
        QVERIFY(store.forEach([&](const QByteArray &, qint64) { return ++count > 0; }));
        QCOMPARE(count, 1);
        m_server->setFault(fault, 2);
        QVERIFY(store.remove(digest));
        QCOMPARE(store.open(digest).error().code, ErrorCode::NotFound);
    }

    void lastingFaultsEndInBoundedTime_data() { passingFaultsAreNotNoticed_data(); }

    void lastingFaultsEndInBoundedTime()
    {
        QFETCH(const S3Server::Fault, fault);
        S3BlobStore store(options(kImpatient));
        m_server->setFault(fault, 1'000'000);
        everythingFailsInBoundedTime(store);
    }

    void aServerThatIsGoneIsUnavailable()
    {
        S3Server other;
        S3BlobStore::Options away = options(kImpatient);
        away.server.endpoint = other.endpoint();
        S3BlobStore store(away);
        other.kill();
        everythingFailsInBoundedTime(store);
        // It may come later.
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^The S3 server does not answer: "_s));
        QVERIFY(store.prepare());
    }

    void stoppingEndsWhatWaits()
    {
        S3BlobStore store(options({.patience = 1h, .silence = 1h}));
        m_server->setFault(S3Server::Fault::Silence, 1'000'000);
        std::atomic<bool> hasBegun = false;
        ErrorCode code{};
        std::thread waiting([&] {
            hasBegun = true;
            code = store.open(security::sha256("x")).error().code;
        });
        while (!hasBegun)
            std::this_thread::yield();
        store.stop();
        waiting.join();
        QCOMPARE(code, ErrorCode::ServiceUnavailable);
        QCOMPARE(store.open(security::sha256("x")).error().code, ErrorCode::ServiceUnavailable);
    }

private:
    void everythingFailsInBoundedTime(S3BlobStore &store)
    {
        const QByteArray digest = security::sha256("x");
        const QString path = write("x");
        QElapsedTimer age;
        age.start();
        isUnavailable(store.put(digest, path), u"does not answer"_s);
        QVERIFY(QFile::exists(path));
        isUnavailable(store.remove(digest), u"does not answer"_s);
        isUnavailable(store.forEach([](const QByteArray &, qint64) { return true; }), u"does not answer"_s);
        QCOMPARE(store.open(digest).error().code, ErrorCode::ServiceUnavailable);
        QVERIFY(age.elapsed() < kBounded);
    }
};

QTEST_GUILESS_MAIN(S3BlobStoreTest)
#include "s3_blob_store_test.moc"
