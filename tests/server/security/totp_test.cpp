// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/totp.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::security;

class TotpTest : public QObject
{
    Q_OBJECT

private slots:
    /** RFC 6238, appendix B, the rows of SHA-1; its eight digits end with our six. */
    void vectorsOfRfc6238_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("1970") << 59LL << QByteArray("287082");
        QTest::newRow("2005-03-18") << 1'111'111'109LL << QByteArray("081804");
        QTest::newRow("two seconds later") << 1'111'111'111LL << QByteArray("050471");
        QTest::newRow("2009") << 1'234'567'890LL << QByteArray("005924");
        QTest::newRow("2033") << 2'000'000'000LL << QByteArray("279037");
        QTest::newRow("2603") << 20'000'000'000LL << QByteArray("353130");
    }

    void vectorsOfRfc6238()
    {
        QFETCH(qint64, seconds);
        QFETCH(QByteArray, code);
        const Timestamp moment{seconds * 1000};
        QCOMPARE(totp::code(kSecret, totp::stepAt(moment)), code);
        QCOMPARE(totp::matchingStep(kSecret, code, moment), totp::stepAt(moment));
    }

    void neighboursAreAcceptedAndNothingElse()
    {
        const Timestamp now{1'760'000'000'000};
        const qint64 step = totp::stepAt(now);
        for (qint64 away = -3; away <= 3; ++away) {
            const auto matching = totp::matchingStep(kSecret, totp::code(kSecret, step + away), now);
            QCOMPARE(matching, std::abs(away) <= 1 ? std::optional(step + away) : std::nullopt);
        }
        const QByteArray right = totp::code(kSecret, step);
        for (const QByteArray &wrong : {QByteArray(), right.left(5), right + '0', '0' + right, QByteArray("abcdef")})
            QVERIFY(!totp::matchingStep(kSecret, wrong, now));
        QVERIFY(!totp::matchingStep(kSecret + 'x', right, now));
    }

    /** RFC 4648, section 10, without the padding. */
    void base32OfRfc4648()
    {
        const std::pair<QByteArray, QString> vectors[] = {{"", u""_s},
                                                          {"f", u"MY"_s},
                                                          {"fo", u"MZXQ"_s},
                                                          {"foo", u"MZXW6"_s},
                                                          {"foob", u"MZXW6YQ"_s},
                                                          {"fooba", u"MZXW6YTB"_s},
                                                          {"foobar", u"MZXW6YTBOI"_s}};
        for (const auto &[bytes, text] : vectors)
            QCOMPARE(totp::base32(bytes), text);
        QCOMPARE(totp::base32(QByteArray(3, '\xff')), u"77776"_s);
    }

    void uriIsWhatAuthenticatorsRead()
    {
        const QUrl uri(totp::uri(kSecret, u"ann.b-c"_s));
        QCOMPARE(uri.scheme(), u"otpauth"_s);
        QCOMPARE(uri.host(), u"totp"_s);
        QCOMPARE(uri.path(), u"/PlexiChat:ann.b-c"_s);
        QCOMPARE(QUrlQuery(uri).queryItemValue(u"secret"_s), u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s);
        QCOMPARE(QUrlQuery(uri).queryItemValue(u"issuer"_s), u"PlexiChat"_s);
    }

    void secretsDiffer()
    {
        QCOMPARE(totp::newSecret().size(), 20);
        QVERIFY(totp::newSecret() != totp::newSecret());
    }

private:
    const QByteArray kSecret = "12345678901234567890";
};

QTEST_GUILESS_MAIN(TotpTest)
#include "totp_test.moc"
