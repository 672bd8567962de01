// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

const QString kEmoji = u"/api/v1/emoji"_s;

QByteArray picture()
{
    QImage image(300, 300, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setText(u"Comment"_s, u"taken at home"_s);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

} // namespace

/** Emoji of the workspace's own, through the real server and its helper. */
class CustomEmojiTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        m_admin = std::make_unique<RestClient>(m_server->url(), u"admin"_s, u"admin123"_s);
        m_john = std::make_unique<RestClient>(m_server->url(), u"john"_s, u"john12345"_s);
    }

    void isAddedShownUsedAndRemoved()
    {
        const QString react = u"/api/v1/messages/msg_123/reactions/:party_parrot:"_s;
        QCOMPARE(m_admin->put(react, {}).status, 422);

        const Answer added = add(*m_john, u"party_parrot"_s);
        QVERIFY2(added.status == 201, added.body.constData());
        QCOMPARE(added.json.value("created_by"_L1).toString(), u"user_456"_s);
        const QString url = added.json.value("image_url"_L1).toString();
        const Answer shown = m_admin->get(url);
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.header("Content-Type"), "image/png");
        QVERIFY(shown.header("Cache-Control").contains("immutable"));
        const QImage image = QImage::fromData(shown.body);
        QCOMPARE(image.size(), QSize(128, 128));
        QCOMPARE(image.pixelColor(64, 64).alpha(), 0);
        QVERIFY(!shown.body.contains("taken at home"));
        QCOMPARE(m_admin->sendRaw("GET", url, {}, {{"If-None-Match", shown.header("ETag")}}).status, 304);

        const Answer reacted = m_admin->put(react, {});
        QCOMPARE(reacted.status, 200);
        QCOMPARE(reacted.json.value("reactions"_L1)[0]["emoji"_L1].toString(), u":party_parrot:"_s);

        QCOMPARE(add(*m_admin, u"admins"_s).status, 201);
        const QJsonArray listed = m_john->get(kEmoji).json.value("emoji"_L1).toArray();
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed[1].toObject(), added.json);
        QCOMPARE(m_john->remove(kEmoji + "/admins"_L1).status, 403);
        QCOMPARE(m_admin->remove(kEmoji + "/party_parrot"_L1).status, 204);
        QCOMPARE(m_john->get(url).status, 404);
        QCOMPARE(m_john->remove(kEmoji + "/party_parrot"_L1).status, 404);
        // What was said with it stays, and can be taken back.
        QCOMPARE(m_john->put(react, {}).status, 422);
        QCOMPARE(m_admin->remove(react).status, 204);
    }

    void badOnesAreRefused()
    {
        for (const auto &name : {u""_s, u"Big"_s, u"with space"_s, u":colons:"_s, QString(65, u'a')})
            QCOMPARE(add(*m_john, name).status, 422);
        // Everybody knows what this is.
        QCOMPARE(add(*m_john, u"tada"_s).errorCode(), u"CONFLICT"_s);
        QCOMPARE(add(*m_john, u"twice"_s).status, 201);
        QCOMPARE(add(*m_john, u"twice"_s).status, 409);
        QVERIFY(add(*m_john, u"text"_s, "no picture").status >= 415);
        QCOMPARE(add(*m_john, u"large"_s, QByteArray(3 << 20, 'x')).status, 413);
        QCOMPARE(m_john->post(kEmoji, {{"name"_L1, "x"_L1}}).status, 415);
        QCOMPARE(m_john->get(kEmoji + "/text/image"_L1).status, 404);
    }

private:
    static Answer add(RestClient &client, const QString &name, const QByteArray &original = picture())
    {
        const QByteArray body = "--limit\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name.toUtf8()
            + "\r\n--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"e.png\"\r\n"
              "Content-Type: image/png\r\n\r\n"
            + original + "\r\n--limit--\r\n";
        return client.sendRaw("POST", kEmoji, body, {{"Content-Type", "multipart/form-data; boundary=limit"}});
    }

    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<RestClient> m_admin;
    std::unique_ptr<RestClient> m_john;
};

QTEST_GUILESS_MAIN(CustomEmojiTest)
#include "custom_emoji_test.moc"
