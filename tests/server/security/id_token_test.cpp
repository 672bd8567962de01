// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/crypto.h"
#include "server/security/id_token.h"
#include "tests/support/token_issuer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using security::IdTokenFault;
using security::JsonWebKeySet;
using test::TokenIssuer;

namespace {

constexpr Timestamp kNow{1'760'000'000'000};
constexpr qint64 kSeconds = kNow.ms / 1'000;

QJsonObject claims(const QJsonObject &changes = {})
{
    QJsonObject all{{"iss"_L1, "https://login.example"_L1}, {"sub"_L1, "248289761001"_L1}, {"aud"_L1, "plexichat"_L1},
                    {"nonce"_L1, "n-0S6_WzA2Mj"_L1},        {"iat"_L1, kSeconds - 5},      {"exp"_L1, kSeconds + 300},
                    {"email"_L1, "jane@example.com"_L1},    {"email_verified"_L1, true}};
    for (auto change = changes.begin(); change != changes.end(); ++change)
        all.insert(change.key(), change.value());
    return all;
}

QJsonObject without(const QString &name)
{
    QJsonObject all = claims();
    all.remove(name);
    return all;
}

JsonWebKeySet keySet(const QList<TokenIssuer> &issuers)
{
    return JsonWebKeySet::fromJson(QJsonDocument::fromJson(TokenIssuer::keySet(issuers)).object());
}

QByteArray encoded(const QJsonObject &object)
{
    return security::toBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

/** What an OpenID provider may say, and all that somebody else might say in its name. */
class IdTokenTest : public QObject
{
    Q_OBJECT

private:
    const TokenIssuer m_rsa = TokenIssuer::rs256(u"one"_s);
    const TokenIssuer m_curve = TokenIssuer::es256(u"two"_s);
    const JsonWebKeySet m_keys = keySet({m_rsa, m_curve});

    std::expected<security::IdToken, IdTokenFault> read(const QByteArray &token) const
    {
        return security::readIdToken(token, m_keys,
                                     {.issuer = u"https://login.example"_s,
                                      .clientId = u"plexichat"_s,
                                      .nonce = u"n-0S6_WzA2Mj"_s,
                                      .now = kNow});
    }

private slots:
    void takesWhatIsRight()
    {
        for (const TokenIssuer &issuer : {m_rsa, m_curve}) {
            const auto token = read(issuer.sign(claims({{"name"_L1, "Jane Doe"_L1}})));
            QVERIFY(token);
            QCOMPARE(token->subject, u"248289761001"_s);
            QCOMPARE(token->verifiedEmail, u"jane@example.com"_s);
            QCOMPARE(token->name, u"Jane Doe"_s);
            QVERIFY(token->preferredUsername.isEmpty());
        }
        QVERIFY(read(m_rsa.sign({{"alg"_L1, "RS256"_L1}}, claims())));
        QVERIFY(read(m_rsa.sign(claims({{"aud"_L1, QJsonArray{"plexichat"_L1}}}))));
        QVERIFY(
            read(m_rsa.sign(claims({{"aud"_L1, QJsonArray{"other"_L1, "plexichat"_L1}}, {"azp"_L1, "plexichat"_L1}}))));
        QVERIFY(read(m_rsa.sign(claims({{"exp"_L1, kSeconds - 30}, {"iat"_L1, kSeconds + 30}}))));
        QVERIFY(read(m_rsa.sign(claims({{"email_verified"_L1, false}})))->verifiedEmail.isEmpty());
        QVERIFY(read(m_rsa.sign(without(u"email_verified"_s)))->verifiedEmail.isEmpty());
    }

    void refusesWhatIsNotForUsAndNow_data()
    {
        QTest::addColumn<QJsonObject>("claims");
        QTest::addColumn<IdTokenFault>("fault");
        using enum IdTokenFault;
        QTest::newRow("other issuer") << claims({{"iss"_L1, "https://login.example.com"_L1}}) << Issuer;
        QTest::newRow("nearly the issuer") << claims({{"iss"_L1, "https://login.example/"_L1}}) << Issuer;
        QTest::newRow("no issuer") << without(u"iss"_s) << Issuer;
        QTest::newRow("other audience") << claims({{"aud"_L1, "other"_L1}}) << Audience;
        QTest::newRow("no audience") << without(u"aud"_s) << Audience;
        QTest::newRow("several, and no party")
            << claims({{"aud"_L1, QJsonArray{"other"_L1, "plexichat"_L1}}}) << Audience;
        QTest::newRow("other party") << claims({{"azp"_L1, "other"_L1}}) << Audience;
        QTest::newRow("party of another kind") << claims({{"azp"_L1, 7}}) << Audience;
        QTest::newRow("over") << claims({{"exp"_L1, kSeconds - 61}}) << Time;
        QTest::newRow("no end") << without(u"exp"_s) << Time;
        QTest::newRow("end in words") << claims({{"exp"_L1, "tomorrow"_L1}}) << Time;
        QTest::newRow("of tomorrow") << claims({{"iat"_L1, kSeconds + 61}}) << Time;
        QTest::newRow("of long ago") << claims({{"iat"_L1, kSeconds - 601}}) << Time;
        QTest::newRow("of no time") << without(u"iat"_s) << Time;
        QTest::newRow("other nonce") << claims({{"nonce"_L1, "n-0S6_WzA2Mk"_L1}}) << Nonce;
        QTest::newRow("no nonce") << without(u"nonce"_s) << Nonce;
        QTest::newRow("nobody") << without(u"sub"_s) << Malformed;
        QTest::newRow("number for a person") << claims({{"sub"_L1, 7}}) << Malformed;
        QTest::newRow("long person") << claims({{"sub"_L1, QString(256, u'x')}}) << Malformed;
    }

    void refusesWhatIsNotForUsAndNow()
    {
        QFETCH(QJsonObject, claims);
        QFETCH(IdTokenFault, fault);
        for (const TokenIssuer &issuer : {m_rsa, m_curve}) {
            const auto token = read(issuer.sign(claims));
            QVERIFY(!token);
            QCOMPARE(token.error(), fault);
        }
    }

    void refusesWhatTheProviderDidNotSign()
    {
        using enum IdTokenFault;
        const auto faultOf = [this](const QByteArray &token) {
            const auto read_ = read(token);
            return read_ ? std::nullopt : std::optional(read_.error());
        };
        const QByteArray body = encoded(claims());
        const QByteArray good = m_rsa.sign(claims());
        const QList<QByteArray> parts = good.split('.');

        QCOMPARE(faultOf(encoded({{"alg"_L1, "none"_L1}}) + '.' + body + '.'), Algorithm);
        QCOMPARE(faultOf(encoded({{"alg"_L1, "None"_L1}, {"kid"_L1, "one"_L1}}) + '.' + body + '.'), Algorithm);
        // The public key taken for a shared secret: the oldest trick with JWT.
        const QByteArray mac = encoded({{"alg"_L1, "HS256"_L1}, {"kid"_L1, "one"_L1}}) + '.' + body;
        const QByteArray key = m_rsa.publicKey().value("n"_L1).toString().toLatin1();
        QCOMPARE(faultOf(mac + '.' + security::toBase64Url(security::hmacSha256(key, mac))), Algorithm);
        QCOMPARE(faultOf(m_rsa.sign({{"alg"_L1, "RS512"_L1}, {"kid"_L1, "one"_L1}}, claims())), Algorithm);
        const QJsonObject critical{
            {"alg"_L1, "RS256"_L1}, {"kid"_L1, "one"_L1}, {"crit"_L1, QJsonArray{"x"_L1}}, {"x"_L1, 1}};
        QCOMPARE(faultOf(m_rsa.sign(critical, claims())), Algorithm);

        QCOMPARE(faultOf(TokenIssuer::rs256(u"three"_s).sign(claims())), UnknownKey);
        QCOMPARE(faultOf(TokenIssuer::rs256(u"one"_s).sign(claims())), Signature);
        QCOMPARE(faultOf(TokenIssuer::es256(u"two"_s).sign(claims())), Signature);
        QCOMPARE(faultOf(m_curve.sign({{"alg"_L1, "RS256"_L1}, {"kid"_L1, "two"_L1}}, claims())), UnknownKey);
        const QByteArray other = encoded(claims({{"sub"_L1, "somebody else"_L1}}));
        QCOMPARE(faultOf(parts[0] + '.' + other + '.' + parts[2]), Signature);
        QCOMPARE(faultOf(parts[0] + '.' + parts[1] + '.'), Signature);

        for (const QByteArray &junk : {""_ba, "."_ba, ".."_ba, "a.b.c"_ba, parts[0] + '.' + parts[1], good + ".x",
                                       good + '=', QByteArray(100'000, 'x')})
            QVERIFY2(faultOf(junk) == Malformed, junk.left(50).constData());
    }

    void keysThatCannotBeUsedAreLeftOut()
    {
        const QJsonObject good = m_rsa.publicKey();
        const auto with = [&](const QString &name, const QJsonValue &value) {
            QJsonObject key = good;
            key.insert(name, value);
            return JsonWebKeySet::fromJson({{"keys"_L1, QJsonArray{key}}});
        };
        QVERIFY(!with(u"alg"_s, u"RS256"_s).isEmpty());
        QVERIFY(with(u"use"_s, u"enc"_s).isEmpty());
        QVERIFY(with(u"alg"_s, u"RS512"_s).isEmpty());
        QVERIFY(with(u"kty"_s, u"oct"_s).isEmpty());
        QVERIFY(with(u"n"_s, u"AQAB"_s).isEmpty());
        QVERIFY(with(u"n"_s, 5).isEmpty());
        QVERIFY(JsonWebKeySet::fromJson({{"keys"_L1, QJsonArray{1, "x"_L1, QJsonObject()}}}).isEmpty());
        QVERIFY(JsonWebKeySet::fromJson({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(IdTokenTest)
#include "id_token_test.moc"
