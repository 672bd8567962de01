// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/multipart_parser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using http::MultipartParser;
using http::MultipartPart;

namespace {

/** Writes down what it is given, one line for each part: name, file name, type, content. */
class Notes final : public http::MultipartSink
{
public:
    Result<> beginPart(const MultipartPart &part) override
    {
        parts.append(QStringList{part.name, part.fileName.value_or(u"-"_s), QString::fromLatin1(part.contentType), {}});
        return {};
    }
    Result<> partData(QByteArrayView bytes) override
    {
        parts.last().last() += QString::fromLatin1(bytes);
        return {};
    }
    Result<> endPart() override
    {
        ++ended;
        return {};
    }

    QList<QStringList> parts;
    int ended = 0;
};

QByteArray form()
{
    return "preamble\r\n--b\r\nContent-Disposition: form-data; name=\"channel_id\"\r\n\r\ngeneral\r\n"
           "--b  \r\ncontent-disposition: form-data; name=\"file\"; filename=\"C:\\docs\\a \\\"b\\\".txt\"\r\n"
           "Content-Type: text/plain\r\n\r\nline\r\n--b is not alone here\r\n--\r\n\r\n--b\r\n"
           "Content-Disposition: form-data; name=empty\r\n\r\n\r\n--b--\r\nepilogue";
}

} // namespace

class MultipartParserTest : public QObject
{
    Q_OBJECT

private slots:
    void partsComeOut_data()
    {
        QTest::addColumn<int>("piece");
        QTest::newRow("whole") << 10'000;
        QTest::newRow("byte by byte") << 1;
        QTest::newRow("seven") << 7;
    }

    void partsComeOut()
    {
        QFETCH(int, piece);
        // A line that begins like the delimiter is content as long as it is not one.
        QByteArray body = form();
        body.replace("--b is not alone here", "--c is not it");
        Notes notes;
        MultipartParser parser("b", notes);
        for (qsizetype at = 0; at < body.size(); at += piece)
            QVERIFY(parser.feed(QByteArrayView(body).sliced(at, std::min<qsizetype>(piece, body.size() - at))));
        QVERIFY(parser.finish());
        QCOMPARE(notes.ended, 3);
        QCOMPARE(
            notes.parts,
            (QList<QStringList>{{u"channel_id"_s, u"-"_s, QString(), u"general"_s},
                                {u"file"_s, u"a \"b\".txt"_s, u"text/plain"_s, u"line\r\n--c is not it\r\n--\r\n"_s},
                                {u"empty"_s, u"-"_s, QString(), QString()}}));
    }

    void isRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QByteArray head = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n";
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no last delimiter") << head + "\r\nx\r\n--b\r\n";
        QTest::newRow("no head") << QByteArray("--b\r\n\r\nx\r\n--b--");
        QTest::newRow("no name") << QByteArray("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--");
        QTest::newRow("attachment") << QByteArray("--b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b--");
        QTest::newRow("no colon") << head + "nonsense\r\n\r\nx\r\n--b--";
        QTest::newRow("open quote") << QByteArray("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--b--");
        QTest::newRow("behind a quote") << QByteArray(
            "--b\r\nContent-Disposition: form-data; name=\"a\"b\r\n\r\nx\r\n--b--");
        QTest::newRow("base64") << head + "Content-Transfer-Encoding: base64\r\n\r\nx\r\n--b--";
        QTest::newRow("behind a delimiter") << form();
        QTest::newRow("long head") << head + "X: " + QByteArray(9000, 'x') + "\r\n\r\nx\r\n--b--";
        QTest::newRow("endless head") << head + QByteArray(9000, 'x');
        QTest::newRow("many parts") << (head + "\r\nx\r\n").repeated(33) + "--b--";
    }

    void isRefused()
    {
        QFETCH(QByteArray, body);
        for (const qsizetype piece : {qsizetype(1), body.size() + 1}) {
            Notes notes;
            MultipartParser parser("b", notes);
            Result<> result;
            for (qsizetype at = 0; at < body.size() && result; at += piece)
                result = parser.feed(QByteArrayView(body).sliced(at, std::min(piece, body.size() - at)));
            if (result)
                result = parser.finish();
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::BadRequest);
        }
    }

    void anyBytesAreContent()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 50; ++round) {
            QByteArray content;
            // Bytes that make up delimiters come often.
            for (int i = random.bounded(400); i > 0; --i)
                content += random.bounded(3) > 0 ? "\r\n-b"[random.bounded(4)] : static_cast<char>(random.bounded(256));
            const QByteArray boundary = "bb-b" + QByteArray::number(round);
            if (content.contains("--" + boundary))
                continue;
            const QByteArray body = "--" + boundary + "\r\nContent-Disposition: form-data; name=a\r\n\r\n" + content
                + "\r\n--" + boundary + "--\r\n";
            Notes notes;
            MultipartParser parser(boundary, notes);
            for (qsizetype at = 0; at < body.size();) {
                const qsizetype piece = std::min<qsizetype>(1 + random.bounded(20), body.size() - at);
                QVERIFY(parser.feed(QByteArrayView(body).sliced(at, piece)));
                at += piece;
            }
            QVERIFY(parser.finish());
            QCOMPARE(notes.parts.first().last().toLatin1(), content);
        }
    }

    void boundaries_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("boundary");
        QTest::newRow("plain") << QByteArray("multipart/form-data; boundary=abc") << QByteArray("abc");
        QTest::newRow("quoted") << QByteArray("Multipart/Form-Data; charset=utf-8; Boundary=\"a b;c\"")
                                << QByteArray("a b;c");
        QTest::newRow("none") << QByteArray("multipart/form-data") << QByteArray();
        QTest::newRow("mixed") << QByteArray("multipart/mixed; boundary=abc") << QByteArray();
        QTest::newRow("long") << "multipart/form-data; boundary=" + QByteArray(71, 'a') << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }

    void boundaries()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, boundary);
        const auto found = MultipartParser::boundaryOf(type);
        QCOMPARE(found.value_or(QByteArray()), boundary);
        if (boundary.isEmpty())
            QCOMPARE(found.error().code, ErrorCode::UnsupportedMediaType);
    }
};

QTEST_GUILESS_MAIN(MultipartParserTest)
#include "multipart_parser_test.moc"
