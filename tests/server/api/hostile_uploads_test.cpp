// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/form.h"
#include "tests/support/rest_client.h"
#include "tests/support/whole_server.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace plexi::test {

namespace {

/** The PDF of the development world. */
QByteArray devDocument()
{
    QFile document(u":/plexi/dev_world/document.pdf"_s);
    return document.open(QIODevice::ReadOnly) ? document.readAll() : QByteArray();
}

QByteArray noise()
{
    QRandomGenerator random(5);
    QByteArray bytes(2'000, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

/** A form with one file, of which anything may be wrong. */
QByteArray hostileForm(QRandomGenerator &random)
{
    const auto one = [&random](const QByteArrayList &of) {
        return of.at(random.bounded(of.size()));
    };
    static const QByteArrayList kContents{
        devDocument(),
        QByteArray::fromHex("89504e470d0a1a0a0000000d494844520000ffff0000ffff08060000"),
        "GIF89a\xff\xff\xff\xff\xf7\x00\x00,",
        QByteArray("\xff\xd8\xff\xe1\xff\xff") + "Exif",
        "<svg onload='alert(1)'>",
        "words and words\n",
        "RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff",
        QByteArray("OggS\0\2", 6) + QByteArray(60, '\xff'),
        QByteArray::fromHex("1a45dfa3ffffffffffffffff4282847765626d"),
        QByteArray("\0\0\0\x18"
                   "ftypmp42\xff\xff\xff\xffmoov",
                   20),
        "PK\3\4 mimetypeapplication/vnd.oasis.opendocument.text",
        noise()};
    static const QByteArrayList kNames{
        "../../../../etc/passwd", "..\\..\\boot.ini",     "a\\\"b", "%2e%2e%2f", "",      "con.pdf", "../escaped.txt",
        "\xe2\x80\xaegpj.exe",    QByteArray(3'000, 'n'), "a;b=c",  "\xff\xfe",  "a.docx"};
    static const QByteArrayList kTypes{
        "application/octet-stream",     "text/html",           "image/svg+xml;base64", "", "a/b/c", "\xff",
        "text/html\r\nX-Injected: yes", QByteArray(3'000, 't')};
    QByteArray bytes = one(kContents);
    for (int change = random.bounded(8); change > 0; --change)
        bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
    // Most are no picture any more, so that few need the helper.
    if (random.bounded(8) > 0)
        bytes.prepend('\0');
    QByteArray body = Form().file(one(kNames), bytes).body().replace(kTypes.first(), one(kTypes));
    if (random.bounded(3) == 0) {
        for (int change = 0; change < 4; ++change)
            body[random.bounded(body.size())] = static_cast<char>(random.bounded(256));
    }
    if (random.bounded(10) == 0)
        body.truncate(random.bounded(body.size()));
    return body;
}

} // namespace

/** Uploads that want to be dangerous: seeded names, types, contents and forms of all kinds. */
class HostileUploadsTest : public QObject
{
    Q_OBJECT

private:
    WholeServer m_server;
    std::unique_ptr<RestClient> m_john;

private slots:
    void initTestCase() { m_john = std::make_unique<RestClient>(m_server.url(), u"john"_s, u"john12345"_s); }

    void areNoDanger()
    {
        QRandomGenerator random(20261127);
        const auto entries = [this](const QString &folder) {
            return QDir(m_server.dataFilePath(folder)).entryList(QDir::AllEntries | QDir::Hidden);
        };
        const QStringList before = entries(u""_s) + entries(u".."_s);
        int taken = 0;
        for (int round = 0; round < 1'000; ++round) {
            const QByteArray body = hostileForm(random);
            const Answer answer = m_john->sendRaw("POST", u"/api/v1/files/upload"_s, body,
                                                  {{"Content-Type", Form::contentType()}});
            QVERIFY2(answer.status > 0 && answer.status < 500, (body + answer.body).constData());
            if (answer.status != 201)
                continue;
            ++taken;
            const QString name = answer.json.value("filename"_L1).toString();
            QVERIFY2(!name.isEmpty() && !name.contains(u'/') && !name.contains(u'\\'), qPrintable(name));
            const QUrl url(answer.json.value("url"_L1).toString());
            const Answer opened = m_john->get(url.path(QUrl::FullyEncoded) + u'?' + url.query(QUrl::FullyEncoded));
            QCOMPARE(opened.status, 200);
            QCOMPARE(opened.body.size(), answer.json.value("size"_L1).toInteger());
            QCOMPARE(m_john->remove("/api/v1/files/"_L1 + answer.json.value("id"_L1).toString()).status, 204);
        }
        QVERIFY2(taken > 300, qPrintable(QString::number(taken)));
        QCOMPARE(entries(u""_s) + entries(u".."_s), before);
    }
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::HostileUploadsTest)
#include "hostile_uploads_test.moc"
