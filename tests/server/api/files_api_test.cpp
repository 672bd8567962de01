// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/form.h"
#include "tests/support/rest_client.h"
#include "tests/support/socket_client.h"
#include "tests/support/whole_server.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

const QString kFiles = u"/api/v1/files/"_s;

QByteArray someBytes(qsizetype size, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    random.generate(reinterpret_cast<quint32 *>(bytes.data()),
                    reinterpret_cast<quint32 *>(bytes.data() + size / 4 * 4));
    return bytes;
}

QString idOf(const Answer &answer)
{
    return answer.json.value("id"_L1).toString();
}

QString faultyField(const Answer &answer)
{
    return answer.json.value("error"_L1)["details"_L1]["field"_L1].toString();
}

/** What of an address a client of this server asks for: the public one is not served here. */
QString targetOf(const QJsonValue &address)
{
    const QUrl url(address.toString());
    return url.path(QUrl::FullyEncoded) + u'?' + url.query(QUrl::FullyEncoded);
}

} // namespace

/** Files over HTTP: uploads, who may see them, their bytes, and messages that carry them. */
class FilesApiTest : public QObject
{
    Q_OBJECT

private:
    WholeServer m_server;
    std::unique_ptr<RestClient> m_admin;
    std::unique_ptr<RestClient> m_john;
    std::unique_ptr<RestClient> m_stranger;
    QString m_private;

    Answer upload(RestClient &client, const QByteArray &name, const QByteArray &bytes, const QByteArray &channel = {})
    {
        Form form;
        form.file(name, bytes);
        if (!channel.isEmpty())
            form.field("channel_id", channel);
        return form.post(client);
    }

    Answer send(RestClient &client, const QString &channel, const QStringList &files, const QString &content = u"x"_s)
    {
        return client.post(u"/api/v1/messages"_s,
                           {{"channel_id"_L1, channel},
                            {"content"_L1, content},
                            {"attachments"_L1, QJsonArray::fromStringList(files)}});
    }

    /** Everything below the data directory's files, but folders. */
    int storedFiles() const
    {
        int count = 0;
        QDirIterator files(m_server.dataFilePath(u"files"_s), QDir::Files, QDirIterator::Subdirectories);
        for (; files.hasNext(); files.next())
            ++count;
        return count;
    }

private slots:
    void initTestCase()
    {
        m_admin = std::make_unique<RestClient>(m_server.url(), u"admin"_s, u"admin123"_s);
        m_john = std::make_unique<RestClient>(m_server.url(), u"john"_s, u"john12345"_s);
        RestClient anybody(m_server.url());
        const Answer made = m_admin->post(u"/api/v1/users"_s,
                                          {{"username"_L1, "eve"_L1}, {"password"_L1, "a good long one"_L1}});
        QVERIFY2(made.status == 201, made.body.constData());
        m_stranger = std::make_unique<RestClient>(m_server.url(), u"eve"_s, u"a good long one"_s);
        m_private = idOf(m_admin->post(u"/api/v1/channels"_s, {{"name"_L1, "Hidden"_L1}, {"type"_L1, "private"_L1}}));
        QVERIFY(!m_private.isEmpty());
    }

    void theFileOfTheReference()
    {
        const Answer known = m_admin->get(kFiles + u"file_123"_s);
        QCOMPARE(known.status, 200);
        QCOMPARE(known.json.value("filename"_L1).toString(), u"document.pdf"_s);
        QCOMPARE(known.json.value("content_type"_L1).toString(), u"application/pdf"_s);
        QCOMPARE(known.json.value("channel_id"_L1).toString(), u"channel_123"_s);
        QCOMPARE(known.json.value("uploaded_by"_L1).toString(), u"user_456"_s);
        QTRY_COMPARE(m_admin->get(kFiles + u"file_123"_s).json.value("metadata"_L1)["pages"_L1].toInt(), 1);
        const Answer content = m_admin->get(kFiles + u"file_123/download"_s);
        QCOMPARE(content.status, 200);
        QVERIFY(content.body.startsWith("%PDF-"));
        QCOMPARE(content.body.size(), known.json.value("size"_L1).toInteger());
        QCOMPARE(content.header("Content-Type"), "application/pdf");
        QCOMPARE(content.header("X-Content-Type-Options"), "nosniff");
        QCOMPARE(content.header("Content-Disposition"), "attachment; filename=\"document.pdf\"");
    }

    void answersAnUploadAsTheReferenceDoes()
    {
        Form form;
        form.file("document.pdf", "%PDF-1.4\nnot much of one\n").field("channel_id", "channel_123");
        form.field("description", "Important document");
        const Answer answer = form.post(*m_john);
        QVERIFY2(answer.status == 201, answer.body.constData());
        const QJsonObject file = answer.json;
        for (const auto field : {"id"_L1, "filename"_L1, "original_filename"_L1, "size"_L1, "content_type"_L1, "url"_L1,
                                 "thumbnail_url"_L1, "channel_id"_L1, "uploaded_by"_L1, "uploaded_at"_L1,
                                 "description"_L1, "is_public"_L1, "virus_scan_status"_L1, "metadata"_L1})
            QVERIFY2(file.contains(field), field.data());
        QVERIFY(file.value("id"_L1).toString().startsWith("file_"_L1));
        QCOMPARE(file.value("original_filename"_L1).toString(), u"document.pdf"_s);
        QCOMPARE(file.value("size"_L1).toInteger(), 25);
        QCOMPARE(file.value("content_type"_L1).toString(), u"application/pdf"_s);
        QCOMPARE(file.value("channel_id"_L1).toString(), u"channel_123"_s);
        QCOMPARE(file.value("uploaded_by"_L1).toString(), u"user_456"_s);
        QCOMPARE(file.value("description"_L1).toString(), u"Important document"_s);
        QCOMPARE(file.value("is_public"_L1), QJsonValue(false));
        QCOMPARE(file.value("virus_scan_status"_L1).toString(), u"not_scanned"_s);
        QVERIFY(QUrl(file.value("url"_L1).toString())
                    .path()
                    .endsWith("/files/"_L1 + file.value("id"_L1).toString() + "/document.pdf"_L1));

        const Answer listed = m_admin->get(u"/api/v1/files?channel_id=channel_123&limit=1"_s);
        QCOMPARE(listed.json.value("files"_L1)[0]["id"_L1], file.value("id"_L1));
        QCOMPARE(listed.json.value("pagination"_L1)["has_more"_L1], QJsonValue(true));
        const Answer rest = m_admin->get("/api/v1/files?channel_id=channel_123&before="_L1 + idOf(answer));
        QCOMPARE(rest.json.value("files"_L1)[0]["id"_L1].toString(), u"file_123"_s);
    }

    void tellsWhatIsInAFile()
    {
        QFile document(u":/plexi/dev_world/document.pdf"_s);
        QVERIFY(document.open(QIODevice::ReadOnly));
        const Answer made = upload(*m_john, "mine.pdf", document.readAll() + '\n', "general");
        const QJsonValue metadata = made.json.value("metadata"_L1);
        QCOMPARE(metadata["pages"_L1].toInt(), 1);
        QCOMPARE(metadata["author"_L1].toString(), u"John Doe"_s);
        const Answer small = m_admin->get(kFiles + idOf(made) + u"/thumbnail"_s);
        QCOMPARE(small.status, 200);
        QCOMPARE(small.header("Content-Type"), "image/jpeg");
        QVERIFY(small.body.startsWith("\xff\xd8\xff"));
        QVERIFY(m_admin->get(kFiles + idOf(made) + u"/thumbnail?size=large"_s).body.size() > small.body.size());
        QCOMPARE(m_admin->get(kFiles + idOf(made) + u"/thumbnail?size=huge"_s).status, 422);
        RestClient browser(m_server.url());
        QCOMPARE(browser.get(targetOf(made.json.value("thumbnail_url"_L1))).body, small.body);
        const Answer text = upload(*m_john, "a.txt", "one\ntwo\n", "general");
        QCOMPARE(text.json.value("metadata"_L1)["lines"_L1].toInt(), 2);
        QVERIFY(text.json.value("thumbnail_url"_L1).isNull());
    }

    void refusesWithTheField_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const QByteArray form = Form::contentType();
        QTest::newRow("no form") << QByteArray("application/json") << QByteArray("{}") << 415 << QString();
        QTest::newRow("no boundary") << QByteArray("multipart/form-data") << QByteArray("x") << 415 << QString();
        QTest::newRow("cut off") << form << Form().file("a", "b").body().chopped(10) << 400 << QString();
        QTest::newRow("no file") << form << Form().field("description", "x").body() << 422 << u"file"_s;
        QTest::newRow("two files") << form << Form().file("a", "b").file("c", "d").body() << 422 << u"file"_s;
        QTest::newRow("another name") << form << Form().file("a", "b", "upload").body() << 422 << u"upload"_s;
        QTest::newRow("is_public") << form << Form().file("a", "b").field("is_public", "maybe").body() << 422
                                   << u"is_public"_s;
        QTest::newRow("long description")
            << form << Form().file("a", "b").field("description", QByteArray(2'001, 'x')).body() << 422
            << u"description"_s;
        QTest::newRow("no UTF-8") << form << Form().file("a", "b").field("description", "\xff").body() << 422
                                  << u"description"_s;
        QTest::newRow("unknown channel") << form << Form().field("channel_id", "channel_99").file("a", "b").body()
                                         << 404 << QString();
    }

    void refusesWithTheField()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QString, field);
        const int before = storedFiles();
        const Answer answer = m_john->sendRaw("POST", u"/api/v1/files/upload"_s, body, {{"Content-Type", type}});
        QVERIFY2(answer.status == status, answer.body.constData());
        QCOMPARE(faultyField(answer), field);
        QTRY_COMPARE(storedFiles(), before);
    }

    void keepsTheSameBytesOnce()
    {
        const QByteArray bytes = someBytes(700'000, 7);
        const int before = storedFiles();
        const QString first = idOf(upload(*m_john, "one.bin", bytes));
        const QString second = idOf(upload(*m_admin, "two.bin", bytes, "general"));
        QCOMPARE(storedFiles(), before + 1);
        QCOMPARE(m_john->remove(kFiles + first).status, 204);
        QVERIFY(m_admin->get(kFiles + second + u"/download"_s).body == bytes);
        QCOMPARE(m_admin->remove(kFiles + second).status, 204);
        QTRY_COMPARE(storedFiles(), before);
    }

    void bytesComeBackInEveryWay()
    {
        const QByteArray bytes = someBytes(3'000'000, 3);
        const Answer made = upload(*m_john, "data.bin", bytes, "general");
        const QString download = kFiles + idOf(made) + u"/download"_s;
        for (const QString &target : {download, targetOf(made.json.value("url"_L1))}) {
            const Answer whole = m_john->get(target);
            QCOMPARE(whole.status, 200);
            QVERIFY(whole.body == bytes);
            QCOMPARE(whole.header("Accept-Ranges"), "bytes");
            const QByteArray tag = whole.header("ETag");
            QVERIFY(tag.startsWith('"'));

            const auto part = m_john->send("GET", target, {}, {{"Range", "bytes=1000-1999"}});
            QCOMPARE(part.status, 206);
            QCOMPARE(part.header("Content-Range"), "bytes 1000-1999/3000000");
            QVERIFY(part.body == bytes.sliced(1000, 1000));
            const auto rest = m_john->send("GET", target, {}, {{"Range", "bytes=1000000-"}, {"If-Range", tag}});
            QCOMPARE(rest.status, 206);
            QVERIFY(rest.body == bytes.sliced(1'000'000));
            const auto end = m_john->send("GET", target, {}, {{"Range", "bytes=-5"}});
            QVERIFY(end.body == bytes.last(5));
            QCOMPARE(m_john->send("GET", target, {}, {{"Range", "bytes=5-9"}, {"If-Range", "\"other\""}}).status, 200);
            QCOMPARE(m_john->send("GET", target, {}, {{"Range", "bytes=0-1,5-9"}}).status, 200);
            const auto behind = m_john->send("GET", target, {}, {{"Range", "bytes=3000000-"}});
            QCOMPARE(behind.status, 416);
            QCOMPARE(behind.header("Content-Range"), "bytes */3000000");

            QCOMPARE(m_john->send("GET", target, {}, {{"If-None-Match", tag}}).status, 304);
            QCOMPARE(m_john->send("GET", target, {}, {{"If-None-Match", "\"x\", W/" + tag}}).status, 304);
            const auto head = m_john->send("HEAD", target);
            QCOMPARE(head.status, 200);
            QCOMPARE(head.header("Content-Length"), "3000000");
            QCOMPARE(head.body, "");
        }
    }

    void strangersLearnNothing()
    {
        const QString secret = idOf(upload(*m_admin, "secret.txt", "the secret", m_private.toLatin1()));
        const QString unsent = idOf(upload(*m_admin, "mine.txt", "mine"));
        QVERIFY(!secret.isEmpty() && !unsent.isEmpty());
        for (const QString &hidden : {secret, unsent}) {
            for (const QString &more : {u""_s, u"/download"_s, u"/thumbnail"_s}) {
                const Answer answer = m_john->get(kFiles + hidden + more);
                const Answer unknown = m_john->get(kFiles + u"file_99"_s + more);
                QCOMPARE(answer.status, 404);
                QCOMPARE(answer.json.value("error"_L1)["message"_L1], unknown.json.value("error"_L1)["message"_L1]);
            }
            QCOMPARE(m_john->remove(kFiles + hidden).status, 404);
            QCOMPARE(send(*m_john, u"general"_s, {hidden}).status, 404);
        }
        QCOMPARE(m_admin->get(kFiles + unsent).status, 200);
        QCOMPARE(m_john->get("/api/v1/files?channel_id="_L1 + m_private).status, 404);
        // Of another channel: its own readers cannot take it elsewhere.
        QCOMPARE(send(*m_admin, u"general"_s, {secret}).status, 404);
        // To be read, but not to be added to.
        QCOMPARE(upload(*m_stranger, "a.txt", "a", "channel_123").status, 403);
        QCOMPARE(upload(*m_stranger, "a.txt", "a", m_private.toLatin1()).status, 404);
        QCOMPARE(m_stranger->get(kFiles + u"file_123/download"_s).status, 200);
        QCOMPARE(m_stranger->remove(kFiles + u"file_123"_s).status, 403);
    }

    void linksAreForOneViewerAndAsk()
    {
        const Answer made = upload(*m_admin, "plan.txt", "the plan", m_private.toLatin1());
        const QString link = targetOf(made.json.value("url"_L1));
        RestClient browser(m_server.url());
        const Answer opened = browser.get(link);
        QCOMPARE(opened.status, 200);
        QCOMPARE(opened.body, "the plan");
        QCOMPARE(opened.header("Content-Disposition"), "inline; filename=\"plan.txt\"");
        for (const auto &[from, to] : {std::pair(u"viewer=user_123"_s, u"viewer=user_456"_s),
                                       std::pair(u"expires=1"_s, u"expires=2"_s), std::pair(idOf(made), u"file_123"_s),
                                       std::pair(u"signature="_s, u"signature=A"_s), std::pair(u"?"_s, u"?x&"_s)}) {
            QString other = link;
            QVERIFY2(other.contains(from), qPrintable(other));
            other.replace(from, to);
            QCOMPARE(browser.get(other).status, to == "?x&"_L1 ? 200 : 404);
        }
        QCOMPARE(browser.get(link.section(u'?', 0, 0)).status, 404);
        // Right is asked for again: who has left has no more of it.
        const QString members = "/api/v1/channels/"_L1 + m_private + "/members"_L1;
        QCOMPARE(m_admin->post(members, {{"user_ids"_L1, QJsonArray{"user_456"_L1}}}).status / 100, 2);
        const QString johns = targetOf(m_john->get(kFiles + idOf(made)).json.value("url"_L1));
        QCOMPARE(browser.get(johns).status, 200);
        QCOMPARE(m_admin->remove(members + "/user_456"_L1).status, 204);
        QCOMPARE(browser.get(johns).status, 404);
        QCOMPARE(browser.get(link).status, 200);
    }

    void publicLinksLast()
    {
        const Answer made = Form().file("open.txt", "for all").field("is_public", "true").post(*m_john);
        QCOMPARE(made.json.value("is_public"_L1), QJsonValue(true));
        const QString link = targetOf(made.json.value("url"_L1));
        QVERIFY(!link.contains("expires"_L1));
        RestClient browser(m_server.url());
        QCOMPARE(browser.get(link).body, "for all");
        QCOMPARE(m_john->remove(kFiles + idOf(made)).status, 204);
        QCOMPARE(browser.get(link).status, 404);
    }

    void activeTypesAreNeverInline()
    {
        for (const auto &[name, bytes] :
             {std::pair<QByteArray, QByteArray>("page.html", "<!DOCTYPE html><script>alert(1)</script>"),
              {"picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"},
              {"picture.png", "<!DOCTYPE html><script>alert(1)</script>"}}) {
            const Answer made = upload(*m_john, name, bytes, "general");
            const Answer opened = m_john->get(targetOf(made.json.value("url"_L1)));
            QCOMPARE(opened.status, 200);
            QVERIFY(opened.header("Content-Disposition").startsWith("attachment"));
            QVERIFY(opened.header("Content-Type") != "image/png");
            QCOMPARE(opened.header("X-Content-Type-Options"), "nosniff");
        }
    }

    void messagesCarryFiles()
    {
        SocketClient john;
        QUrl socket = m_server.url();
        socket.setScheme(u"ws"_s);
        socket.setPath(u"/ws"_s);
        QVERIFY(john.signIn(socket, m_john->accessToken()));
        QVERIFY(john.subscribe({u"general"_s}));
        const QString mine = idOf(upload(*m_admin, "mine.txt", "my words"));
        const QString shared = idOf(upload(*m_admin, "shared.txt", "our words", "general"));
        const Answer sent = send(*m_admin, u"general"_s, {shared, mine}, u""_s);
        QVERIFY2(sent.status == 201, sent.body.constData());
        const QString message = idOf(sent);
        for (const QJsonValue &attachments :
             {sent.json.value("attachments"_L1),
              m_john->get("/api/v1/messages/"_L1 + message).json.value("attachments"_L1)}) {
            QCOMPARE(attachments.toArray().size(), 2);
            QCOMPARE(attachments[0]["id"_L1].toString(), shared);
            QCOMPARE(attachments[1]["id"_L1].toString(), mine);
            QCOMPARE(attachments[1]["channel_id"_L1], sent.json.value("channel_id"_L1));
            QCOMPARE(m_stranger->get(targetOf(attachments[1]["url"_L1])).body, "my words");
        }
        const QJsonObject frame = john.next(u"message"_s).value("data"_L1).toObject();
        QCOMPARE(frame.value("attachments"_L1)[1]["id"_L1].toString(), mine);
        QVERIFY(frame.value("attachments"_L1)[1]["url"_L1].isNull());
        // It is the channel's now.
        QCOMPARE(m_john->get(kFiles + mine + u"/download"_s).body, "my words");

        QCOMPARE(m_admin->remove(kFiles + shared).status, 204);
        const QJsonObject updated = john.next(u"message_updated"_s).value("data"_L1).toObject();
        QCOMPARE(updated.value("attachments"_L1).toArray().size(), 1);
        QVERIFY(updated.value("seq"_L1).toInteger() > frame.value("seq"_L1).toInteger());

        const int before = storedFiles();
        QCOMPARE(m_admin->remove("/api/v1/messages/"_L1 + message).status, 204);
        QCOMPARE(john.next(u"message_deleted"_s).value("data"_L1)["attachments"_L1].toArray().size(), 0);
        QCOMPARE(m_admin->get(kFiles + mine).status, 404);
        QVERIFY(storedFiles() <= before);

        john.send({{"type"_L1, "send_message"_L1},
                   {"data"_L1,
                    QJsonObject{{"channel_id"_L1, "general"_L1},
                                {"content"_L1, "by frame"_L1},
                                {"attachments"_L1, QJsonArray{idOf(upload(*m_john, "f.txt", "frame"))}}}}});
        const QJsonObject acknowledged = john.next(u"ack"_s).value("data"_L1)["message"_L1].toObject();
        QCOMPARE(acknowledged.value("attachments"_L1)[0]["filename"_L1].toString(), u"f.txt"_s);
        QVERIFY(acknowledged.value("attachments"_L1)[0]["url"_L1].isNull());
    }

    void refusesAttachmentsByField()
    {
        const QJsonObject message{{"channel_id"_L1, "general"_L1}, {"content"_L1, "x"_L1}};
        for (const QJsonValue &wrong :
             {QJsonValue("file_123"_L1), QJsonValue(QJsonArray{"msg_123"_L1}), QJsonValue(QJsonArray{7})}) {
            QJsonObject body = message;
            body.insert("attachments"_L1, wrong);
            const Answer answer = m_john->post(u"/api/v1/messages"_s, body);
            QCOMPARE(answer.status, 422);
            QVERIFY(faultyField(answer).startsWith("attachments"_L1));
        }
        QCOMPARE(send(*m_john, u"general"_s, {}, u""_s).status, 422);
    }

    void messagesAreFoundByTheirFiles()
    {
        const Answer notes = upload(*m_john, "notes.txt", "the word is xylophonist\n");
        const QString message = idOf(send(*m_john, u"general"_s, {idOf(notes)}));
        const auto found = [](RestClient &client) {
            const Answer answer = client.get(u"/api/v1/messages/search?q=xylophonist"_s);
            return answer.json.value("messages"_L1)[0]["id"_L1].toString();
        };
        QTRY_COMPARE(found(*m_stranger), message);
        QCOMPARE(m_john->remove(kFiles + idOf(notes)).status, 204);
        QCOMPARE(found(*m_john), QString());
    }

    void aDeletedChannelReleasesItsFiles()
    {
        const QString channel = idOf(
            m_admin->post(u"/api/v1/channels"_s, {{"name"_L1, "Short"_L1}, {"type"_L1, "public"_L1}}));
        const int before = storedFiles();
        const Answer made = upload(*m_admin, "gone.bin", someBytes(100'000, 11), channel.toLatin1());
        QCOMPARE(storedFiles(), before + 1);
        QCOMPARE(send(*m_admin, channel, {idOf(made)}).status, 201);
        QCOMPARE(m_admin->remove("/api/v1/channels/"_L1 + channel).status, 204);
        QCOMPARE(m_admin->get(kFiles + idOf(made)).status, 404);
        QCOMPARE(m_admin->get(targetOf(made.json.value("url"_L1))).status, 404);
        QTRY_COMPARE(storedFiles(), before);
    }
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::FilesApiTest)
#include "files_api_test.moc"
