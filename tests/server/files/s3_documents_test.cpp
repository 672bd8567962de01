// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/s3_documents.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;

/** What S3 servers write, and what is no such thing. */
class S3DocumentsTest : public QObject
{
    Q_OBJECT

private slots:
    void readsAPage()
    {
        const auto page = files::parseS3Listing(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>chat</Name><Prefix/>\n"
            "<Contents><Key>a%2Fb+c</Key><Size>5</Size><Owner><ID>x</ID></Owner></Contents>\n"
            "<Contents><Key>a/d</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>0</Size></Contents>"
            "<EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>"
            "<NextContinuationToken>1/+=&amp;</NextContinuationToken></ListBucketResult>");
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->objects.size(), 2);
        QCOMPARE(page->objects.first().key, "a/b+c");
        QCOMPARE(page->objects.first().size, 5);
        QCOMPARE(page->objects.last().key, "a/d");
        QCOMPARE(page->continuation, "1/+=&");
    }

    void readsTheLastPageAsItStands()
    {
        const auto page = files::parseS3Listing("<ListBucketResult><Contents><Key>a%2Fb</Key><Size>1</Size></Contents>"
                                                "<IsTruncated>false</IsTruncated></ListBucketResult>");
        QVERIFY(page);
        QCOMPARE(page->objects.first().key, "a%2Fb");
        QCOMPARE(page->continuation, "");
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a page of the web") << QByteArray("<html><body>Sign in</body></html>");
        QTest::newRow("half") << QByteArray("<ListBucketResult><Contents><Key>a</Key>");
        QTest::newRow("no size") << QByteArray(
            "<ListBucketResult><Contents><Key>a</Key><Size>x</Size></Contents></ListBucketResult>");
        QTest::newRow("no way on") << QByteArray(
            "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>");
    }

    void refusesTheRest()
    {
        QFETCH(const QByteArray, xml);
        const auto page = files::parseS3Listing(xml);
        QVERIFY(!page);
        QCOMPARE(page.error().code, ErrorCode::ServiceUnavailable);
    }

    void readsCodesAndNothingElse()
    {
        QCOMPARE(files::s3ErrorCode("<Error><Message>m</Message><Code>NoSuchKey</Code></Error>"), u"NoSuchKey"_s);
        QCOMPARE(files::s3ErrorCode("<Error><Code>two words</Code></Error>"), QString());
        QCOMPARE(files::s3ErrorCode("<Error><Code>" + QByteArray(65, 'x') + "</Code></Error>"), QString());
        QCOMPARE(files::s3ErrorCode("<html/>"), QString());
        QCOMPARE(files::s3ErrorCode({}), QString());
    }
};

QTEST_GUILESS_MAIN(S3DocumentsTest)
#include "s3_documents_test.moc"
