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

const QString kOwn = u"/api/v1/users/me/avatar"_s;
const QString kOfJohn = u"/api/v1/users/user_456/avatar"_s;

QByteArray picture(QColor color, const char *format = "png")
{
    QImage image(700, 600, QImage::Format_RGB32);
    image.fill(color);
    image.setText(u"Comment"_s, u"taken at home"_s);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace

/** People's pictures through the real server and its helper. */
class AvatarsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        m_admin = std::make_unique<RestClient>(m_server->url());
        m_john = std::make_unique<RestClient>(m_server->url());
        QCOMPARE(m_admin->signIn(u"admin"_s, u"admin123"_s).status, 200);
        QCOMPARE(m_john->signIn(u"john"_s, u"john12345"_s).status, 200);
    }

    void isSetShownAndTakenAway()
    {
        QCOMPARE(m_admin->get(kOfJohn).status, 404);
        const Answer set = m_john->sendRaw("PUT", kOwn, picture(Qt::red), {{"Content-Type", "image/png"}});
        QCOMPARE(set.status, 200);
        const QString url = set.json.value("avatar_url"_L1).toString();
        QVERIFY(url.startsWith(kOfJohn + "?v="_L1));
        QCOMPARE(m_admin->get(u"/api/v1/users/user_456"_s).json.value("avatar_url"_L1).toString(), url);

        const Answer shown = m_admin->get(url);
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.header("Content-Type"), "image/jpeg");
        QCOMPARE(shown.header("X-Content-Type-Options"), "nosniff");
        const QImage image = QImage::fromData(shown.body);
        QCOMPARE(image.size(), QSize(512, 512));
        QVERIFY(image.pixelColor(256, 256).red() > 240);
        QVERIFY(!shown.body.contains("taken at home"));
        QCOMPARE(m_john->get(kOwn).body, shown.body);

        const QByteArray tag = shown.header("ETag");
        const Answer unchanged = m_admin->sendRaw("GET", url, {}, {{"If-None-Match", tag}});
        QCOMPARE(unchanged.status, 304);
        QVERIFY(unchanged.body.isEmpty());

        QCOMPARE(m_john->remove(kOwn).status, 204);
        QCOMPARE(m_john->remove(kOwn).status, 204);
        QCOMPARE(m_admin->get(url).status, 404);
        QVERIFY(m_admin->get(u"/api/v1/users/user_456"_s).json.value("avatar_url"_L1).isNull());
    }

    void comesInAForm()
    {
        const QByteArray body = "--limit\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nmine\r\n"
                                "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"me.png\"\r\n"
                                "Content-Type: image/png\r\n\r\n"
            + picture(Qt::blue) + "\r\n--limit--\r\n";
        const QList<QNetworkReply::RawHeaderPair> form{{"Content-Type", "multipart/form-data; boundary=limit"}};
        QCOMPARE(m_john->sendRaw("PUT", kOwn, body, form).status, 200);
        QVERIFY(QImage::fromData(m_admin->get(kOfJohn).body).pixelColor(9, 9).blue() > 240);
        QCOMPARE(m_john->sendRaw("PUT", kOwn, body.first(body.size() - 20), form).status, 400);
        const Answer noFile = m_john->sendRaw(
            "PUT", kOwn, "--limit\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n--limit--", form);
        QCOMPARE(noFile.status, 422);
        QCOMPARE(noFile.json.value("error"_L1)["details"_L1]["field"_L1].toString(), u"file"_s);
    }

    void badOnesChangeNothing()
    {
        QCOMPARE(m_john->sendRaw("PUT", kOwn, picture(Qt::green), {{"Content-Type", "image/png"}}).status, 200);
        const QByteArray before = m_admin->get(kOfJohn).body;
        const auto put = [this](const QByteArray &body, const QByteArray &type) {
            return m_john->sendRaw("PUT", kOwn, body, {{"Content-Type", type}});
        };
        QCOMPARE(put("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml").status, 415);
        QCOMPARE(put({}, "image/png").status, 415);
        QCOMPARE(put(picture(Qt::red).first(300), "image/png").errorCode(), u"VALIDATION_ERROR"_s);
        QCOMPARE(put(QByteArray(9 << 20, 'x'), "image/png").status, 413);
        QCOMPARE(put(picture(Qt::red), "multipart/form-data").status, 415);
        QCOMPARE(m_admin->get(kOfJohn).body, before);
        QCOMPARE(RestClient(m_server->url()).get(kOfJohn).status, 401);
        QCOMPARE(m_admin->get(u"/api/v1/users/user_999/avatar"_s).status, 404);
        QCOMPARE(m_admin->get(u"/api/v1/users/nonsense/avatar"_s).status, 404);
    }

private:
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<RestClient> m_admin;
    std::unique_ptr<RestClient> m_john;
};

QTEST_GUILESS_MAIN(AvatarsTest)
#include "avatars_test.moc"
