// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/request_parser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::net;

namespace {

using Status = RequestParser::Status;

const QByteArray kRequest =
    "POST /a%20b/c?x=1&y=%C3%A9+z HTTP/1.1\r\nHost: chat.example.org:8000\r\nContent-Length: 5\r\n"
    "X-Long: "
    + QByteArray(300, 'v') + "\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n\r\n";

/** Feeds @p request in pieces of random lengths; the status after the last, or at the first that is not Incomplete. */
Status feedInPieces(RequestParser &parser, QByteArrayView request, QRandomGenerator &random)
{
    Status status = Status::Incomplete;
    while (!request.isEmpty() && status == Status::Incomplete) {
        const qsizetype size = std::min<qsizetype>(request.size(), random.bounded(1, 40));
        status = parser.feedHead(request.first(size));
        request = request.sliced(size);
    }
    return status;
}

/** One to three changes: a byte replaced, bytes removed, something suspicious put in, a part repeated. */
void mutate(QByteArray &request, QRandomGenerator &random)
{
    static const QList<QByteArray> kSplices{"\r",
                                            "\n",
                                            "\r\n",
                                            "\r\n\r\n",
                                            " ",
                                            ":",
                                            "\t",
                                            QByteArray(1, '\0'),
                                            "Content-Length: 1\r\n",
                                            "Transfer-Encoding: chunked\r\n",
                                            "Host: b\r\n",
                                            "%",
                                            "%00",
                                            "\x80",
                                            "-",
                                            ",",
                                            "HTTP/1.1"};
    for (int changes = random.bounded(1, 4); changes > 0; --changes) {
        const qsizetype at = random.bounded(request.size());
        switch (random.bounded(4)) {
        case 0:
            request[at] = static_cast<char>(random.bounded(256));
            break;
        case 1:
            request.remove(at, random.bounded(1, 9));
            break;
        case 2:
            request.insert(at, kSplices[random.bounded(kSplices.size())]);
            break;
        default:
            request.insert(at,
                           QByteArrayView(request)
                               .sliced(at, std::min<qsizetype>(random.bounded(30), request.size() - at))
                               .toByteArray());
            break;
        }
        if (request.isEmpty())
            request = "x";
    }
}

/** What a reader that trusts nobody would say must never pass. */
bool isUnambiguous(const RequestHead &head)
{
    using Known = QHttpHeaders::WellKnownHeader;
    const auto count = [&](Known name) {
        return head.headers.values(name).size();
    };
    return count(Known::Host) <= 1 && count(Known::ContentLength) <= 1 && count(Known::TransferEncoding) <= 1
        && !(count(Known::ContentLength) && count(Known::TransferEncoding)) && head.contentLength >= 0
        && (head.path.startsWith(u'/') || head.path == "*"_L1) && !head.path.contains(QChar(u'\0'))
        && (head.minorVersion == 0 || head.minorVersion == 1);
}

} // namespace

class RequestParserTest : public QObject
{
    Q_OBJECT
private slots:
    void readsAHead()
    {
        RequestParser parser;
        QCOMPARE(parser.feedHead(kRequest + "12345GET /"), Status::Complete);
        const RequestHead &head = parser.head();
        QCOMPARE(head.method, "POST");
        QCOMPARE(head.path, u"/a b/c"_s);
        QCOMPARE(head.query.queryItemValue(u"y"_s, QUrl::FullyDecoded), u"é z"_s);
        QCOMPARE(head.authority, "chat.example.org:8000");
        QCOMPARE(head.contentLength, 5);
        QCOMPARE(head.size, kRequest.size());
        QCOMPARE(head.header("X-Long").size(), 300);
        QVERIFY(head.keepAlive);
        QVERIFY(head.isWebSocketUpgrade);
    }

    void readsTheSameInAnyPieces()
    {
        for (qsizetype offset = 1; offset < kRequest.size(); ++offset) {
            RequestParser parser;
            QCOMPARE(parser.feedHead(kRequest.first(offset)), Status::Incomplete);
            QCOMPARE(parser.feedHead(kRequest.sliced(offset) + "more"), Status::Complete);
            QCOMPARE(parser.head().size, kRequest.size());
            QCOMPARE(parser.head().header("X-Long").size(), 300);
            QCOMPARE(parser.head().headers.size(), 5);
        }
    }

    void startsAnewAfterReset()
    {
        RequestParser parser;
        QCOMPARE(parser.feedHead(kRequest), Status::Complete);
        parser.reset();
        QCOMPARE(parser.feedHead("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), Status::Complete);
        QCOMPARE(parser.head().headers.size(), 1);
        QCOMPARE(parser.head().contentLength, 0);
        QVERIFY(!parser.head().isWebSocketUpgrade);
        parser.reset();
        QCOMPARE(parser.feedHead("GET / HTTP/1.1\r\nHost : a\r\n\r\n"), Status::Refused);
        parser.reset();
        QCOMPARE(parser.feedHead(kRequest), Status::Complete);
    }

    void unwrapsChunksInAnyPieces()
    {
        const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        const QByteArray body = "5\r\nhello\r\n1;a=b\r\n \r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";
        for (qsizetype piece = 1; piece <= body.size(); ++piece) {
            RequestParser parser;
            QCOMPARE(parser.feedHead(head), Status::Complete);
            QVERIFY(parser.head().isChunked);
            QByteArray content;
            QByteArray rest = body + "GET /next";
            Status status = Status::Incomplete;
            qsizetype total = 0;
            while (status == Status::Incomplete && !rest.isEmpty()) {
                qsizetype consumed = 0;
                const qsizetype size = std::min(piece, rest.size());
                status = parser.feedBody(QByteArrayView(rest).first(size), content, consumed);
                total += consumed;
                rest.remove(0, consumed);
            }
            QCOMPARE(status, Status::Complete);
            QCOMPARE(content, "hello 0123456789");
            QCOMPARE(total, body.size());
        }
    }

    void countsAPlainBody()
    {
        RequestParser parser;
        QCOMPARE(parser.feedHead("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n"), Status::Complete);
        QByteArray content;
        qsizetype consumed = 0;
        QCOMPARE(parser.feedBody("ab", content, consumed), Status::Incomplete);
        QCOMPARE(parser.feedBody("cdef", content, consumed), Status::Complete);
        QCOMPARE(consumed, 1);
        QCOMPARE(content, "abc");
    }

    /** Seeded: the same mutations each time. Nothing ambiguous passes, nothing depends on how the bytes are cut. */
    void survivesMutations()
    {
        QRandomGenerator random(20260101);
        const QList<QByteArray> seeds{
            kRequest, "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n",
            "OPTIONS * HTTP/1.0\r\nConnection: close\r\n\r\n",
            "PUT http://a:1/b?c HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"};
        int complete = 0;
        int refused = 0;
        for (int i = 0; i < 60'000; ++i) {
            QByteArray request = seeds[random.bounded(seeds.size())];
            mutate(request, random);
            RequestParser whole;
            RequestParser pieces;
            const Status status = whole.feedHead(request);
            const Status inPieces = feedInPieces(pieces, request, random);
            QVERIFY2(status == inPieces, request.toPercentEncoding(" \r\n:/").constData());
            if (status == Status::Complete) {
                ++complete;
                QVERIFY2(isUnambiguous(whole.head()), request.constData());
                QCOMPARE(whole.head().size, pieces.head().size);
                QCOMPARE(whole.head().path, pieces.head().path);
                QCOMPARE(whole.head().headers.toListOfPairs(), pieces.head().headers.toListOfPairs());
                QVERIFY(request.first(whole.head().size).endsWith("\r\n\r\n"));
            } else if (status == Status::Refused) {
                ++refused;
                QVERIFY(whole.refusal().status >= 400);
                QVERIFY(!whole.refusal().error.message.isEmpty());
            }
        }
        // Both kinds were met in numbers, or the mutations prove nothing.
        QVERIFY(complete > 5000);
        QVERIFY(refused > 5000);
    }

    void survivesMutatedChunks()
    {
        QRandomGenerator random(20260102);
        const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        int complete = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray body = "5\r\nhello\r\n1;a=b\r\n \r\nA\r\n0123456789\r\n0\r\n\r\n";
            for (int changes = random.bounded(1, 3); changes > 0; --changes)
                body[random.bounded(body.size())] = "0123456789abcdefF;\r\n x"[random.bounded(22)];
            RequestParser parser;
            QCOMPARE(parser.feedHead(head), Status::Complete);
            QByteArray content;
            qsizetype consumed = 0;
            if (parser.feedBody(body, content, consumed) == Status::Complete)
                ++complete;
            QVERIFY(content.size() <= body.size());
            QVERIFY(consumed <= body.size());
        }
        QVERIFY(complete > 1000);
    }
};

QTEST_GUILESS_MAIN(RequestParserTest)
#include "request_parser_test.moc"
