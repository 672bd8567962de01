// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/error.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

class ErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryCode();
    void takesUnknownNamesAsInternal();
    void makesCommonErrors();
};

void ErrorTest::namesEveryCode()
{
    QSet<QString> names;
    for (int value = 0; value <= static_cast<int>(ErrorCode::ServiceUnavailable); ++value) {
        const auto code = static_cast<ErrorCode>(value);
        const QString name = errorName(code);
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
        QCOMPARE(errorCodeFromName(name), code);
    }
    // The reference's and the contract's own words.
    for (const QString &name :
         {u"AUTHENTICATION_REQUIRED"_s, u"INVALID_CREDENTIALS"_s, u"TOKEN_EXPIRED"_s, u"INSUFFICIENT_PERMISSIONS"_s,
          u"RESOURCE_NOT_FOUND"_s, u"VALIDATION_ERROR"_s, u"RATE_LIMIT_EXCEEDED"_s, u"INTERNAL_SERVER_ERROR"_s,
          u"BAD_REQUEST"_s, u"INVALID_TOKEN"_s, u"METHOD_NOT_ALLOWED"_s, u"CONFLICT"_s, u"PAYLOAD_TOO_LARGE"_s,
          u"UNSUPPORTED_MEDIA_TYPE"_s, u"SERVICE_UNAVAILABLE"_s, u"REAUTHENTICATION_REQUIRED"_s,
          u"MISDIRECTED_REQUEST"_s})
        QVERIFY2(names.contains(name), qPrintable(name));
}

void ErrorTest::takesUnknownNamesAsInternal()
{
    QCOMPARE(errorCodeFromName(u"SOMETHING_NEW"), ErrorCode::Internal);
    QCOMPARE(errorCodeFromName(u""), ErrorCode::Internal);
    QCOMPARE(errorCodeFromName(u"conflict"), ErrorCode::Internal);
}

void ErrorTest::makesCommonErrors()
{
    const Error invalid = Error::validation(u"data.name"_s, u"Too long"_s);
    QCOMPARE(invalid.code, ErrorCode::ValidationError);
    QCOMPARE(invalid.details, (QJsonObject{{"field"_L1, "data.name"_L1}, {"reason"_L1, "Too long"_L1}}));
    QCOMPARE(Error::notFound(u"Channel").code, ErrorCode::NotFound);
    QCOMPARE(Error::notFound(u"Channel").message, u"Channel not found"_s);
    QCOMPARE(Error::forbidden(u"No"_s).code, ErrorCode::InsufficientPermissions);
    QCOMPARE(Error::internal(u"Oh"_s).code, ErrorCode::Internal);
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::ErrorTest)
#include "error_test.moc"
