// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/crypto.h"
#include "server/security/key_ring.h"
#include "server/security/token_signer.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::security;

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const Timestamp kNow{1'760'000'000'000};

TokenClaims someClaims()
{
    return {.userId = UserId(123),
            .sessionId = SessionId(7),
            .issuedAt = kNow,
            .expiresAt = kNow.plusSeconds(1800),
            .tokenId = {}};
}

QByteArray part(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(kBase64);
}

} // namespace

class TokenSignerTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_ring = KeyRing::loadOrCreate(path());
        QVERIFY(m_ring);
    }

    void signedTokenVerifies()
    {
        const TokenSigner signer(*m_ring);
        const auto claims = signer.verify(KeyPurpose::AccessToken, signer.sign(KeyPurpose::AccessToken, someClaims()),
                                          kNow);
        QVERIFY(claims);
        QCOMPARE(claims->userId, UserId(123));
        QCOMPARE(claims->sessionId, SessionId(7));
        QCOMPARE(claims->issuedAt.ms, kNow.ms);
        QCOMPARE(claims->expiresAt.ms, kNow.ms + 1'800'000);
        QVERIFY(!claims->tokenId.isEmpty());
    }

    void tokenIsAnOrdinaryJwt()
    {
        const QString token = TokenSigner(*m_ring).sign(KeyPurpose::AccessToken, someClaims());
        const QStringList parts = token.split(u'.');
        QCOMPARE(parts.size(), 3);
        const auto object = [&](int i) {
            return QJsonDocument::fromJson(QByteArray::fromBase64(parts[i].toLatin1(), kBase64)).object();
        };
        QCOMPARE(object(0).value("alg"_L1), "HS256"_L1);
        QCOMPARE(object(0).value("typ"_L1), "JWT"_L1);
        const QStringList keys{u"exp"_s, u"iat"_s, u"jti"_s, u"sid"_s, u"sub"_s};
        QCOMPARE(object(1).keys(), keys);
        QCOMPARE(object(1).value("sub"_L1), "user_123"_L1);
        QCOMPARE(object(1).value("exp"_L1).toInteger() - object(1).value("iat"_L1).toInteger(), 1800);
    }

    void equalClaimsMakeDifferentTokens()
    {
        const TokenSigner signer(*m_ring);
        QVERIFY(signer.sign(KeyPurpose::AccessToken, someClaims())
                != signer.sign(KeyPurpose::AccessToken, someClaims()));
    }

    void expiryIsToldApartFromForgery()
    {
        const TokenSigner signer(*m_ring);
        const QString token = signer.sign(KeyPurpose::AccessToken, someClaims());
        QVERIFY(signer.verify(KeyPurpose::AccessToken, token, kNow.plusSeconds(1799)));
        QCOMPARE(signer.verify(KeyPurpose::AccessToken, token, kNow.plusSeconds(1800)).error().code,
                 ErrorCode::TokenExpired);
        // Expired and tampered with: not ours, so nothing is said about its time.
        QCOMPARE(signer.verify(KeyPurpose::AccessToken, token + u'A', kNow.plusSeconds(1800)).error().code,
                 ErrorCode::InvalidToken);
    }

    void purposesDoNotCross()
    {
        const TokenSigner signer(*m_ring);
        const QList purposes{KeyPurpose::AccessToken, KeyPurpose::RefreshToken, KeyPurpose::SecondFactorToken,
                             KeyPurpose::Link};
        for (const KeyPurpose made : purposes) {
            const QString token = signer.sign(made, someClaims());
            for (const KeyPurpose used : purposes)
                QCOMPARE(signer.verify(used, token, kNow).has_value(), made == used);
        }
    }

    void everyChangedCharacterIsNoticed()
    {
        const TokenSigner signer(*m_ring);
        const QString token = signer.sign(KeyPurpose::AccessToken, someClaims());
        for (qsizetype i = 0; i < token.size(); ++i) {
            for (const QChar other : {QChar(u'A'), QChar(u'b'), QChar(u'.'), QChar(u'=')}) {
                QString changed = token;
                changed[i] = other;
                if (changed == token)
                    continue;
                const auto verified = signer.verify(KeyPurpose::AccessToken, changed, kNow);
                QVERIFY2(!verified, qPrintable(u"position %1"_s.arg(i)));
                QCOMPARE(verified.error().code, ErrorCode::InvalidToken);
            }
        }
    }

    void otherAlgorithmsAreRefused_data()
    {
        QTest::addColumn<QString>("algorithm");
        for (const char *name : {"none", "None", "NONE", "", "HS384", "HS512", "RS256", "hs256"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void otherAlgorithmsAreRefused()
    {
        QFETCH(QString, algorithm);
        const QString kid = QString::fromLatin1(m_ring->signingKeyId());
        const QByteArray payload = part({{"sub"_L1, "user_123"_L1},
                                         {"sid"_L1, "session_7"_L1},
                                         {"iat"_L1, kNow.seconds()},
                                         {"exp"_L1, kNow.seconds() + 60}});
        const auto token = [&](const QString &alg) {
            const QByteArray signedPart = part({{"alg"_L1, alg}, {"kid"_L1, kid}}) + '.' + payload;
            return QString::fromLatin1(
                signedPart + '.'
                + hmacSha256(m_ring->key(m_ring->signingKeyId(), KeyPurpose::AccessToken), signedPart)
                      .toBase64(kBase64));
        };
        const TokenSigner signer(*m_ring);
        QVERIFY(signer.verify(KeyPurpose::AccessToken, token(u"HS256"_s), kNow));
        QCOMPARE(signer.verify(KeyPurpose::AccessToken, token(algorithm), kNow).error().code, ErrorCode::InvalidToken);
        const QString unsignedToken = token(algorithm).section(u'.', 0, 1) + u'.';
        QCOMPARE(signer.verify(KeyPurpose::AccessToken, unsignedToken, kNow).error().code, ErrorCode::InvalidToken);
    }

    void rubbishIsRefused()
    {
        const TokenSigner signer(*m_ring);
        for (const QString &rubbish :
             {QString(), u"."_s, u".."_s, u"a.b.c"_s, u"....."_s, QString(100'000, u'a'), u"\u00e9.\u00e9.\u00e9"_s})
            QCOMPARE(signer.verify(KeyPurpose::AccessToken, rubbish, kNow).error().code, ErrorCode::InvalidToken);
    }

    void keyFileIsPrivateAndKept()
    {
        QCOMPARE(QFile::permissions(path())
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        const QString token = TokenSigner(*m_ring).sign(KeyPurpose::AccessToken, someClaims());
        const auto again = KeyRing::loadOrCreate(path());
        QVERIFY(again);
        QVERIFY(TokenSigner(*again).verify(KeyPurpose::AccessToken, token, kNow));
        QTemporaryDir elsewhere;
        const auto other = KeyRing::loadOrCreate(elsewhere.filePath(u"secret.key"_s));
        QVERIFY(!TokenSigner(*other).verify(KeyPurpose::AccessToken, token, kNow));
    }

    void looseKeyFileIsTightened()
    {
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(KeyRing::loadOrCreate(path()));
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void rotatedKeyStillVerifies()
    {
        const QString token = TokenSigner(*m_ring).sign(KeyPurpose::AccessToken, someClaims());
        QFile file(path());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray old = file.readAll();
        file.close();
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("new " + QByteArray(32, 'n').toBase64(kBase64) + '\n' + old);
        file.close();
        const auto rotated = KeyRing::loadOrCreate(path());
        QVERIFY(rotated);
        QCOMPARE(rotated->signingKeyId(), QByteArray("new"));
        QVERIFY(TokenSigner(*rotated).verify(KeyPurpose::AccessToken, token, kNow));
        const QString fresh = TokenSigner(*rotated).sign(KeyPurpose::AccessToken, someClaims());
        QVERIFY(!TokenSigner(*m_ring).verify(KeyPurpose::AccessToken, fresh, kNow));
    }

    void damagedKeyFileIsNotReplaced()
    {
        for (const QByteArray &content :
             {QByteArray(), QByteArray("kid c2hvcnQ\n"), QByteArray("nonsense\n"), QByteArray("a b c\n")}) {
            QFile file(path());
            QVERIFY(file.open(QFile::WriteOnly));
            file.write(content);
            file.close();
            const auto ring = KeyRing::loadOrCreate(path());
            QVERIFY(!ring);
            QCOMPARE(ring.error().code, ErrorCode::ServiceUnavailable);
            QVERIFY(ring.error().message.contains(path()));
            QVERIFY(file.open(QFile::ReadOnly));
            QCOMPARE(file.readAll(), content);
        }
    }

private:
    QString path() const { return m_folder->filePath(u"secret.key"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Result<KeyRing> m_ring;
};

QTEST_GUILESS_MAIN(TokenSignerTest)
#include "token_signer_test.moc"
