// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/whole_server.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

using Headers = QList<QNetworkReply::RawHeaderPair>;

const QString kUploads = u"/api/v1/files/uploads"_s;
const QByteArray kPartType = "application/offset+octet-stream";

QByteArray metadata(const QList<std::pair<QByteArray, QByteArray>> &pairs)
{
    QByteArrayList texts;
    for (const auto &[key, value] : pairs)
        texts.append(key + ' ' + value.toBase64());
    return texts.join(',');
}

} // namespace

/** The protocol of resumable uploads, word by word (tus 1.0.0). */
class UploadsApiTest : public QObject
{
    Q_OBJECT

private:
    WholeServer m_server;
    std::unique_ptr<RestClient> m_john;
    std::unique_ptr<RestClient> m_admin;

    static Headers versioned(Headers headers)
    {
        headers.emplaceBack("Tus-Resumable", "1.0.0");
        return headers;
    }

    Answer create(qint64 size, Headers headers = {}, const QByteArray &body = {})
    {
        headers.emplaceBack("Upload-Length", QByteArray::number(size));
        return m_john->sendRaw("POST", kUploads, body, versioned(headers));
    }

    Answer patch(const QString &upload, qint64 offset, const QByteArray &body, Headers headers = {})
    {
        headers.emplaceBack("Upload-Offset", QByteArray::number(offset));
        headers.emplaceBack("Content-Type", kPartType);
        return m_john->sendRaw("PATCH", upload, body, versioned(headers));
    }

    Answer head(const QString &upload) { return m_john->sendRaw("HEAD", upload, {}, versioned({})); }

    /** Its address. */
    QString begun(qint64 size, const Headers &headers = {})
    {
        const Answer answer = create(size, headers);
        if (answer.status != 201)
            qFatal("%d %s", answer.status, answer.body.constData());
        return QString::fromLatin1(answer.header("Location"));
    }

    QStringList incoming() const { return QDir(m_server.dataFilePath(u"files/incoming"_s)).entryList(QDir::Files); }

private slots:
    void initTestCase()
    {
        m_john = std::make_unique<RestClient>(m_server.url(), u"john"_s, u"john12345"_s);
        m_admin = std::make_unique<RestClient>(m_server.url(), u"admin"_s, u"admin123"_s);
    }

    void tellsWhatItKnows()
    {
        RestClient anybody(m_server.url());
        const Answer answer = anybody.send("OPTIONS", kUploads);
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("Tus-Resumable"), "1.0.0");
        QCOMPARE(answer.header("Tus-Version"), "1.0.0");
        QCOMPARE(answer.header("Tus-Extension"), "creation,creation-with-upload,termination,checksum,expiration");
        QCOMPARE(answer.header("Tus-Checksum-Algorithm"), "sha1,sha256");
        QCOMPARE(answer.header("Tus-Max-Size"), "2147483648");
    }

    void takesAFileInParts()
    {
        const QByteArray words = metadata({{"filename", "Bücher.txt"},
                                           {"filetype", "text/plain"},
                                           {"channel_id", "general"},
                                           {"description", "Half by half"}});
        const Answer made = create(10, {{"Upload-Metadata", words}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.header("Tus-Resumable"), "1.0.0");
        QCOMPARE(made.header("Upload-Offset"), "0");
        const QString upload = QString::fromLatin1(made.header("Location"));
        QVERIFY(upload.startsWith(kUploads + u"/upload_"_s));
        const QDateTime expires = QLocale::c().toDateTime(QString::fromLatin1(made.header("Upload-Expires")),
                                                          u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        QVERIFY(expires.isValid());

        Answer state = head(upload);
        QCOMPARE(state.status, 200);
        QCOMPARE(state.header("Upload-Offset"), "0");
        QCOMPARE(state.header("Upload-Length"), "10");
        QCOMPARE(state.header("Upload-Metadata"), words);
        QCOMPARE(state.header("Cache-Control"), "no-store");

        Answer answer = patch(upload, 0, "01234");
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("Upload-Offset"), "5");
        QVERIFY(answer.header("Plexichat-File-Id").isEmpty());
        QCOMPARE(head(upload).header("Upload-Offset"), "5");
        answer = patch(upload, 5, "56789");
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.header("Upload-Offset"), "10");
        const QByteArray file = answer.header("Plexichat-File-Id");
        QVERIFY(file.startsWith("file_"));
        QCOMPARE(head(upload).header("Plexichat-File-Id"), file);
        QCOMPARE(patch(upload, 10, {}).status, 409);

        const Answer known = m_admin->get(u"/api/v1/files/"_s + QString::fromLatin1(file));
        QCOMPARE(known.json.value("filename"_L1).toString(), u"Bücher.txt"_s);
        QCOMPARE(known.json.value("description"_L1).toString(), u"Half by half"_s);
        QVERIFY(!known.json.value("channel_id"_L1).isNull());
        QCOMPARE(m_admin->get(u"/api/v1/files/"_s + QString::fromLatin1(file) + u"/download"_s).body, "0123456789");
        QTRY_COMPARE(incoming(), QStringList());
    }

    void takesTheFirstPartWithTheBeginning()
    {
        Answer answer = create(6, {{"Content-Type", kPartType}}, "abc");
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.header("Upload-Offset"), "3");
        answer = patch(QString::fromLatin1(answer.header("Location")), 3, "def");
        QVERIFY(!answer.header("Plexichat-File-Id").isEmpty());
        answer = create(3, {{"Content-Type", kPartType}}, "abc");
        QCOMPARE(answer.header("Upload-Offset"), "3");
        QVERIFY(!answer.header("Plexichat-File-Id").isEmpty());
        // An empty file is whole at once.
        QVERIFY(!create(0).header("Plexichat-File-Id").isEmpty());
    }

    void keepsNoPartWithAnotherChecksum_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("algorithm");
        QTest::newRow("sha1") << QByteArray("sha1") << int(QCryptographicHash::Sha1);
        QTest::newRow("sha256") << QByteArray("sha256") << int(QCryptographicHash::Sha256);
    }

    void keepsNoPartWithAnotherChecksum()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const int, algorithm);
        const auto checksum = [&](const QByteArray &bytes) {
            const QByteArray digest = QCryptographicHash::hash(bytes,
                                                               static_cast<QCryptographicHash::Algorithm>(algorithm));
            return Headers{{"Upload-Checksum", name + ' ' + digest.toBase64()}};
        };
        const QString upload = begun(8);
        QCOMPARE(patch(upload, 0, "1234", checksum("1234")).status, 204);
        const Answer wrong = patch(upload, 4, "5678", checksum("5679"));
        QCOMPARE(wrong.status, 460);
        QCOMPARE(wrong.errorCode(), u"CHECKSUM_MISMATCH"_s);
        QCOMPARE(head(upload).header("Upload-Offset"), "4");
        const Answer right = patch(upload, 4, "5678", checksum("5678"));
        QCOMPARE(right.status, 204);
        const QString file = QString::fromLatin1(right.header("Plexichat-File-Id"));
        QCOMPARE(m_john->get(u"/api/v1/files/"_s + file + u"/download"_s).body, "12345678");
    }

    void refuses()
    {
        const QString upload = begun(10);
        const auto post = [this](const Headers &headers, const QByteArray &body = {}) {
            return m_john->sendRaw("POST", kUploads, body, headers);
        };
        const Answer other = post({{"Upload-Length", "1"}, {"Tus-Resumable", "0.2.2"}});
        QCOMPARE(other.status, 412);
        QCOMPARE(other.header("Tus-Version"), "1.0.0");
        QCOMPARE(post({{"Upload-Length", "1"}}).status, 412);
        QCOMPARE(post(versioned({})).status, 400);
        QCOMPARE(post(versioned({{"Upload-Length", "-1"}})).status, 400);
        QCOMPARE(post(versioned({{"Upload-Length", "x"}})).status, 400);
        QCOMPARE(post(versioned({{"Upload-Defer-Length", "1"}})).status, 400);
        QCOMPARE(post(versioned({{"Upload-Length", "2147483649"}})).status, 413);
        QCOMPARE(create(1, {{"Upload-Metadata", "filename ???"}}).status, 400);
        QCOMPARE(create(1, {{"Upload-Metadata", metadata({{"channel_id", "channel_99"}})}}).status, 404);
        QCOMPARE(create(1, {{"Upload-Metadata", metadata({{"filename", "\xff\xfe"}})}}).status, 422);
        QCOMPARE(create(1, {{"Upload-Metadata", metadata({{"description", QByteArray(2'001, 'x')}})}}).status, 422);
        QCOMPARE(create(3, {{"Content-Type", "text/plain"}}, "abc").status, 415);

        QCOMPARE(patch(upload, 1, "x").status, 409);
        QCOMPARE(patch(upload, 0, "x", {{"Upload-Checksum", "md5 AAAA"}}).status, 400);
        QCOMPARE(patch(upload, 0, "x", {{"Upload-Checksum", "sha1 ???"}}).status, 400);
        QCOMPARE(patch(upload, 0, "01234567890").status, 413);
        QCOMPARE(head(upload).header("Upload-Offset"), "0");
        const Headers offset{{"Upload-Offset", "0"}};
        QCOMPARE(m_john->sendRaw("PATCH", upload, "x", versioned(offset)).status, 415);
        QCOMPARE(m_john->sendRaw("PATCH", upload, "x", versioned({{"Content-Type", kPartType}})).status, 400);
        QCOMPARE(patch(kUploads + u"/upload_99"_s, 0, "x").status, 404);
        // A part over 8 MiB is refused before it is read.
        QTcpSocket socket;
        socket.connectToHost(m_server.url().host(), static_cast<quint16>(m_server.url().port()));
        QVERIFY(socket.waitForConnected());
        socket.write("PATCH " + upload.toLatin1()
                     + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\nContent-Length: 8388609\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return socket.bytesAvailable() > 20; }));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 413 "));
    }

    void endsWhereItsOwnerSaysSo()
    {
        const QString upload = begun(10);
        QCOMPARE(patch(upload, 0, "01234").status, 204);
        const Answer foreign = m_admin->sendRaw("DELETE", upload, {}, versioned({}));
        QCOMPARE(foreign.status, 404);
        QCOMPARE(m_admin->sendRaw("HEAD", upload, {}, versioned({})).status, 404);
        QCOMPARE(m_john->sendRaw("DELETE", upload, {}, versioned({})).status, 204);
        QCOMPARE(head(upload).status, 410);
        QCOMPARE(patch(upload, 5, "56789").status, 410);
        QTRY_VERIFY(!incoming().contains(upload.section(u'/', -1)));
    }

    void knowsTheMethodThatIsMeant()
    {
        const QString upload = begun(3);
        const auto post = [&](const QByteArray &method, Headers headers, const QByteArray &body) {
            headers.emplaceBack("X-HTTP-Method-Override", method);
            return m_john->sendRaw("POST", upload, body, versioned(headers));
        };
        QCOMPARE(post("PATCH", {{"Upload-Offset", "0"}, {"Content-Type", kPartType}}, "ab").status, 204);
        QCOMPARE(head(upload).header("Upload-Offset"), "2");
        QCOMPARE(post("PUT", {}, {}).status, 400);
        QCOMPARE(post("DELETE", {}, {}).status, 204);
        QCOMPARE(head(upload).status, 410);
    }

    void whatBreaksOffIsKeptAndGoesOn()
    {
        const QString upload = begun(1'000'000);
        const QByteArray bytes(1'000'000, 'x');
        QTcpSocket socket;
        socket.connectToHost(m_server.url().host(), static_cast<quint16>(m_server.url().port()));
        QVERIFY(socket.waitForConnected());
        socket.write("PATCH " + upload.toLatin1() + " HTTP/1.1\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\n"
                     + "Authorization: Bearer " + m_john->accessToken().toLatin1()
                     + "\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
                       "Content-Length: 1000000\r\n\r\n");
        socket.write(bytes.first(300'000));
        const QString path = m_server.dataFilePath(u"files/incoming/"_s + upload.section(u'/', -1));
        QTRY_VERIFY(QFileInfo(path).size() >= 262'144);
        // The connection is still there, as far as the server knows; its client knows better.
        QCOMPARE(patch(upload, 0, bytes).status, 409);
        QTRY_COMPARE(head(upload).header("Upload-Offset"), "300000");
        const Answer answer = patch(upload, 300'000, bytes.sliced(300'000));
        QCOMPARE(answer.status, 204);
        const QString file = QString::fromLatin1(answer.header("Plexichat-File-Id"));
        QVERIFY(m_john->get(u"/api/v1/files/"_s + file + u"/download"_s).body == bytes);
    }
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::UploadsApiTest)
#include "uploads_api_test.moc"
