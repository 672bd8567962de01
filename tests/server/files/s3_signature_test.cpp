// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/s3_signature.h"
#include "server/security/crypto.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace plexi;
using files::S3Request;

/**
 * The examples of "Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk (AWS
 * Signature Version 4)", Amazon S3 API Reference.
 */
class S3SignatureTest : public QObject
{
    Q_OBJECT

private:
    static constexpr auto kScope =
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,";

    static QByteArray headerOf(const S3Request::Fields &headers, const QByteArray &name)
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }

private slots:
    void publishedExamples_data()
    {
        QTest::addColumn<S3Request>("request");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("signature");
        const std::pair<QByteArray, QByteArray> host("host", "examplebucket.s3.amazonaws.com");
        const QByteArray nothing = security::sha256({});

        QTest::newRow("GET object")
            << S3Request{.method = "GET",
                         .path = "/test.txt",
                         .headers = {host, {"range", "bytes=0-9"}},
                         .bodyDigest = nothing}
            << QByteArray("/test.txt")
            << QByteArray("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                          "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        QTest::newRow("PUT object")
            << S3Request{.method = "PUT",
                         .path = "/test$file.text",
                         .headers = {host,
                                     {"date", "Fri, 24 May 2013 00:00:00 GMT"},
                                     {"x-amz-storage-class", "REDUCED_REDUNDANCY"}},
                         .bodyDigest = security::sha256("Welcome to Amazon S3.")}
            << QByteArray("/test%24file.text")
            << QByteArray("SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,"
                          "Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
        QTest::newRow("GET bucket lifecycle")
            << S3Request{.method = "GET",
                         .path = "/",
                         .query = {{"lifecycle", ""}},
                         .headers = {host},
                         .bodyDigest = nothing}
            << QByteArray("/?lifecycle=")
            << QByteArray("SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                          "Signature=fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        QTest::newRow("GET bucket (list objects)")
            << S3Request{.method = "GET",
                         .path = "/",
                         .query = {{"prefix", "J"}, {"max-keys", "2"}},
                         .headers = {host},
                         .bodyDigest = nothing}
            << QByteArray("/?max-keys=2&prefix=J")
            << QByteArray("SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                          "Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    void publishedExamples()
    {
        QFETCH(const S3Request, request);
        QFETCH(const QByteArray, target);
        QFETCH(const QByteArray, signature);
        const files::S3Credentials credentials{.accessKey = "AKIAIOSFODNN7EXAMPLE",
                                               .secretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                                               .region = "us-east-1"};
        const QDateTime moment(QDate(2013, 5, 24), QTime(0, 0), QTimeZone::UTC);
        const auto headers = files::s3SignedHeaders(request, credentials, moment);
        QCOMPARE(headerOf(headers, "authorization"), kScope + signature);
        QCOMPARE(headerOf(headers, "x-amz-date"), "20130524T000000Z");
        QCOMPARE(headerOf(headers, "x-amz-content-sha256"), request.bodyDigest.toHex());
        QCOMPARE(files::s3Target(request), target);
    }

    void encodesWhatIsNotUnreserved()
    {
        const S3Request request{
            .method = "GET", .path = "/b/\xC3\xA4 ~-._/x", .query = {{"a/b", "c+d=/"}, {"a", "~"}}, .bodyDigest = {}};
        QCOMPARE(files::s3Target(request), "/b/%C3%A4%20~-._/x?a=~&a%2Fb=c%2Bd%3D%2F");
    }
};

QTEST_GUILESS_MAIN(S3SignatureTest)
#include "s3_signature_test.moc"
