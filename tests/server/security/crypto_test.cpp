// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/crypto.h"

#include <QTest>

using namespace plexi::security;

class CryptoTest : public QObject
{
    Q_OBJECT

private slots:
    void sha256OfAbc()
    {
        // FIPS 180-2, appendix B.1.
        QCOMPARE(sha256("abc").toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void hmacOfRfc4231()
    {
        // RFC 4231, test case 2.
        QCOMPARE(hmacSha256("Jefe", "what do ya want for nothing?").toHex(),
                 QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    void derivedKeysAreThoseOfHkdf()
    {
        // RFC 5869 has no vector with our salt: extract and expand by hand, from HMAC alone.
        const QByteArray key(32, 'k');
        const QByteArray extracted = hmacSha256("plexichat", key);
        QCOMPARE(derivedKey(key, "link"), hmacSha256(extracted, QByteArray("link") + '\x01'));
        QVERIFY(derivedKey(key, "link") != derivedKey(key, "access token"));
    }

    void base62IsPaddedAndPositional()
    {
        QCOMPARE(base62(QByteArray(32, '\0')), QByteArray(43, '0'));
        QCOMPARE(base62(QByteArray("\x3d", 1)), QByteArray("0z"));
        QCOMPARE(base62(QByteArray("\x01\x00", 2)), QByteArray("048"));
        QCOMPARE(base62(QByteArray(32, '\xff')).size(), 43);
    }

    void randomBytesDiffer()
    {
        QCOMPARE(randomBytes(32).size(), 32);
        QVERIFY(randomBytes(32) != randomBytes(32));
    }

    void comparison()
    {
        QVERIFY(equalInConstantTime("same", "same"));
        QVERIFY(!equalInConstantTime("same", "sane"));
        QVERIFY(!equalInConstantTime("same", "sam"));
        QVERIFY(equalInConstantTime("", ""));
    }
};

QTEST_APPLESS_MAIN(CryptoTest)
#include "crypto_test.moc"
