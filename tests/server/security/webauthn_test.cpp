// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/webauthn.h"

#include "server/security/cose_key.h"
#include "tests/support/software_authenticator.h"

#include <QCborMap>
#include <QCborValue>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::security;
using plexi::test::SoftwareAuthenticator;

/** Responses of authenticators as the specification's own vectors have them, and as somebody bends them. */
class WebauthnTest : public QObject
{
    Q_OBJECT

private slots:
    /** Web Authentication, level 3, section 16.2: "ES256 Credential with No Attestation". */
    void vectorOfTheSpecification()
    {
        const webauthn::RelyingParty party{u"example.org"_s, u"https://example.org"_s};
        const auto registered = webauthn::verifyRegistration(party, kSpecChallenge,
                                                             {kSpecClientData, kSpecAttestation});
        QVERIFY2(registered, registered ? "" : qPrintable(reason(registered.error())));
        QCOMPARE(registered->credentialId.toHex(),
                 QByteArray("f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3ec330084be4"));
        QCOMPARE(registered->signCount, 0U);
        QVERIFY(!registered->flags.isUserVerified && registered->flags.isBackedUp);
        const auto asserted = webauthn::verifyAssertion(party, kSpecSecondChallenge, registered->publicKey,
                                                        kSpecAssertion);
        QVERIFY2(asserted, asserted ? "" : qPrintable(reason(asserted.error())));

        // Every bit of it counts.
        for (QByteArray webauthn::AssertionResponse::*part :
             {&webauthn::AssertionResponse::authenticatorData, &webauthn::AssertionResponse::signature,
              &webauthn::AssertionResponse::clientDataJson}) {
            for (qsizetype i = 0; i < (kSpecAssertion.*part).size(); ++i) {
                webauthn::AssertionResponse bent = kSpecAssertion;
                (bent.*part)[i] = static_cast<char>((bent.*part)[i] ^ 1);
                QVERIFY(!webauthn::verifyAssertion(party, kSpecSecondChallenge, registered->publicKey, bent));
            }
        }
        QVERIFY(!webauthn::verifyAssertion(party, kSpecChallenge, registered->publicKey, kSpecAssertion));
        QVERIFY(!webauthn::verifyAssertion(party, {}, registered->publicKey, kSpecAssertion));
    }

    void everyKindOfKey_data()
    {
        QTest::addColumn<SoftwareAuthenticator::Kind>("kind");
        QTest::newRow("ES256") << SoftwareAuthenticator::Kind::Es256;
        QTest::newRow("RS256") << SoftwareAuthenticator::Kind::Rs256;
        QTest::newRow("EdDSA") << SoftwareAuthenticator::Kind::EdDsa;
    }

    void everyKindOfKey()
    {
        QFETCH(SoftwareAuthenticator::Kind, kind);
        SoftwareAuthenticator device(kind);
        const auto registered = registration(device);
        QVERIFY2(registered, registered ? "" : qPrintable(reason(registered.error())));
        QCOMPARE(registered->credentialId, device.credentialId());
        QCOMPARE(registered->publicKey, device.coseKey());
        device.behaviour.signCount = 7;
        const auto asserted = assertion(device, registered->publicKey);
        QVERIFY(asserted);
        QCOMPARE(asserted->signCount, 7U);
        QVERIFY(asserted->flags.isUserVerified);
        QVERIFY(!assertion(device, SoftwareAuthenticator(kind).coseKey()));
        QVERIFY(!assertion(device, {}));
    }

    void selfAttestationIsVerified()
    {
        SoftwareAuthenticator device;
        device.behaviour.format = "packed";
        QVERIFY(registration(device));
        QByteArray clientData = device.clientData("webauthn.create", kChallenge);
        const QByteArray attestation = device.attestationObject(clientData);
        clientData.replace("\"crossOrigin\":false", "\"crossOrigin\":null ");
        QVERIFY(!webauthn::verifyRegistration(kParty, kChallenge, {clientData, attestation}));
        device.behaviour.format = "tpm";
        QVERIFY(!registration(device));
    }

    void bentResponses_data()
    {
        QTest::addColumn<SoftwareAuthenticator::Behaviour>("behaviour");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QString &why, auto &&bend) {
            SoftwareAuthenticator::Behaviour behaviour;
            bend(behaviour);
            QTest::newRow(name) << behaviour << why;
        };
        row("origin of a phisher", u"origin"_s, [](auto &b) { b.origin = u"https://chat.example.com.evil.net"_s; });
        row("origin with another port", u"origin"_s, [](auto &b) { b.origin = u"https://chat.example.com:8443"_s; });
        row("origin without TLS", u"origin"_s, [](auto &b) { b.origin = u"http://chat.example.com"_s; });
        row("key of another site", u"another server"_s, [](auto &b) { b.rpId = u"example.com"_s; });
        row("nobody present", u"present"_s, [](auto &b) { b.flags = 0x04; });
        row("backed up but cannot be", u"contradict"_s, [](auto &b) { b.flags = 0x15; });
        row("of another type", u"type"_s, [](auto &b) { b.clientData = {{"type"_L1, "payment.get"_L1}}; });
        row("in a frame of another page", u"another origin"_s,
            [](auto &b) { b.clientData = {{"crossOrigin"_L1, true}}; });
        row("with a page around it", u"another origin"_s,
            [](auto &b) { b.clientData = {{"topOrigin"_L1, "https://evil.net"_L1}}; });
        row("challenge that is no text", u"challenge"_s, [](auto &b) { b.clientData = {{"challenge"_L1, 7}}; });
        row("something left over", u"size"_s, [](auto &b) { b.trailing = "x"; });
        row("extensions that are not there", u"size"_s, [](auto &b) { b.flags = 0x85; });
    }

    void bentResponses()
    {
        QFETCH(SoftwareAuthenticator::Behaviour, behaviour);
        QFETCH(QString, why);
        SoftwareAuthenticator device;
        const QByteArray key = device.coseKey();
        QVERIFY(assertion(device, key));
        device.behaviour = behaviour;
        const auto registered = registration(device);
        QVERIFY(!registered);
        QCOMPARE(registered.error().code, ErrorCode::ValidationError);
        QVERIFY2(reason(registered.error()).contains(why), qPrintable(reason(registered.error())));
        QVERIFY(!assertion(device, key));
    }

    void registrationsAreNoAssertions()
    {
        SoftwareAuthenticator device;
        const QByteArray create = device.clientData("webauthn.create", kChallenge);
        const QByteArray get = device.clientData("webauthn.get", kChallenge);
        const QByteArray data = device.authenticatorData(true);
        const auto hash = [](const QByteArray &d) {
            return QCryptographicHash::hash(d, QCryptographicHash::Sha256);
        };
        QVERIFY(!webauthn::verifyAssertion(kParty, kChallenge, device.coseKey(),
                                           {create, data, device.sign(data + hash(create))}));
        QVERIFY(!webauthn::verifyAssertion(kParty, kChallenge, device.coseKey(),
                                           {get, data, device.sign(data + hash(get))}));
        QVERIFY(!webauthn::verifyRegistration(kParty, kChallenge, {get, device.attestationObject(get)}));
    }

    void keysAreReadStrictly()
    {
        const QByteArray good = SoftwareAuthenticator().coseKey();
        QCOMPARE(CoseKey::read(good)->size, good.size());
        QCOMPARE(CoseKey::read(good + "more")->size, good.size());
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(!CoseKey::read(good.first(size)));
        const auto with = [&](qint64 name, const QCborValue &value) {
            QCborMap map = QCborValue::fromCbor(good).toMap();
            map[name] = value;
            return QCborValue(map).toCbor();
        };
        QVERIFY(CoseKey::read(with(1, 2)));
        QVERIFY(!CoseKey::read(with(1, 3)));
        QVERIFY(!CoseKey::read(with(3, -8)));
        QVERIFY(!CoseKey::read(with(3, -47)));
        QVERIFY(!CoseKey::read(with(-1, 2)));
        // Points that are not on the curve, or of a wrong size.
        QVERIFY(!CoseKey::read(with(-2, QByteArray(32, '\x01'))));
        QVERIFY(!CoseKey::read(with(-3, QByteArray(31, '\x01'))));
        QVERIFY(!CoseKey::read(with(-3, true)));
        // A name twice; a number and a length in a longer form than they need; a map without an end.
        QVERIFY(!CoseKey::read("\xa6" + good.sliced(1) + good.sliced(1, 2)));
        QVERIFY(!CoseKey::read("\xa5\x18\x01" + good.sliced(2)));
        QVERIFY(!CoseKey::read("\xbf" + good.sliced(1) + "\xff"));
        // Small and large RSA.
        const auto rsa = [](qsizetype size, const QByteArray &exponent) {
            return QCborValue(QCborMap{{1, 3}, {3, -257}, {-1, QByteArray(size, '\xff')}, {-2, exponent}}).toCbor();
        };
        QVERIFY(!CoseKey::read(rsa(128, QByteArray("\x01\x00\x01", 3))));
        QVERIFY(!CoseKey::read(rsa(2048, QByteArray("\x01\x00\x01", 3))));
        QVERIFY(!CoseKey::read(rsa(256, QByteArray("\x01", 1))));
        QVERIFY(!CoseKey::read(rsa(256, QByteArray("\x02", 1))));
        QVERIFY(!CoseKey::read(rsa(256, {})));
    }

    /** Nothing that somebody sends makes it crash, or is taken for what it is not. */
    void randomBytesAreRefused()
    {
        QRandomGenerator random(20'261'123);
        SoftwareAuthenticator device;
        const QByteArray clientData = device.clientData("webauthn.create", kChallenge);
        const QByteArray good = device.attestationObject(clientData);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bent = good.first(random.bounded(1, int(good.size()) + 1));
            for (int n = random.bounded(4); n >= 0; --n)
                bent[random.bounded(int(bent.size()))] = static_cast<char>(random.bounded(256));
            const auto result = webauthn::verifyRegistration(kParty, kChallenge, {clientData, bent});
            if (result)
                QVERIFY(CoseKey::read(result->publicKey));
        }
        QVERIFY(!webauthn::verifyRegistration(kParty, kChallenge, {clientData, QByteArray(60'000, '\x81')}));
        QVERIFY(!webauthn::verifyRegistration(kParty, kChallenge, {QByteArray(7'000, '['), good}));
        QVERIFY(!webauthn::verifyRegistration(kParty, kChallenge, {clientData, good + '\0'}));
    }

private:
    static QString reason(const Error &error) { return error.details["reason"_L1].toString(); }

    Result<webauthn::Registration> registration(const SoftwareAuthenticator &device)
    {
        const QByteArray data = device.clientData("webauthn.create", kChallenge);
        return webauthn::verifyRegistration(kParty, kChallenge, {data, device.attestationObject(data)});
    }

    Result<webauthn::Assertion> assertion(const SoftwareAuthenticator &device, const QByteArray &key)
    {
        const QByteArray data = device.clientData("webauthn.get", kChallenge);
        const QByteArray authenticator = device.authenticatorData(false);
        const QByteArray hash = QCryptographicHash::hash(data, QCryptographicHash::Sha256);
        return webauthn::verifyAssertion(kParty, kChallenge, key,
                                         {data, authenticator, device.sign(authenticator + hash)});
    }

    const webauthn::RelyingParty kParty{u"chat.example.com"_s, u"https://chat.example.com"_s};
    const QByteArray kChallenge = "a challenge of 32 random bytes..";

    const QByteArray kSpecChallenge = QByteArray::fromHex(
        "00c30fb78531c464d2b6771dab8d7b603c01162f2fa486bea70f283ae556e130");
    const QByteArray kSpecClientData = QByteArray::fromHex(
        "7b2274797065223a22776562617574686e2e637265617465222c226368616c6c656e6765223a22414d4d507434557878475453746e6364"
        "7134313759447742466938767049612d7077386f4f755657345441222c226f726967696e223a2268747470733a2f2f6578616d706c652e"
        "6f7267222c2263726f73734f726967696e223a66616c73652c22657874726144617461223a22636c69656e74446174614a534f4e206d61"
        "7920626520657874656e6465642077697468206164646974696f6e616c206669656c647320696e20746865206675747572652c20737563"
        "6820617320746869733a20426b5165446a646354427258426941774a544c453551227d");
    const QByteArray kSpecAttestation = QByteArray::fromHex(
        "a363666d74646e6f6e656761747453746d74a068617574684461746158a4bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5"
        "e0f01452b2e4b559000000008446ccb9ab1db374750b2367ff6f3a1f0020f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94"
        "ff3ec330084be4a5010203262001215820afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f26df61225820930a56"
        "b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220");
    const QByteArray kSpecSecondChallenge = QByteArray::fromHex(
        "39c0e7521417ba54d43e8dc95174f423dee9bf3cd804ff6d65c857c9abf4d408");
    const webauthn::AssertionResponse kSpecAssertion{
        .clientDataJson = QByteArray::fromHex(
            "7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a224f63446e55685158756c5455506f334a555854"
            "3049393770767a7a59425039745a63685879617630314167222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267"
            "222c2263726f73734f726967696e223a66616c73657d"),
        .authenticatorData = QByteArray::fromHex(
            "bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b51900000000"),
        .signature = QByteArray::fromHex(
            "3046022100f50a4e2e4409249c4a853ba361282f09841df4dd4547a13a87780218deffcd380221008480ac0f0b93538174f575bf11a1dd"
            "5d78c6e486013f937295ea13653e331e87")};
};

QTEST_GUILESS_MAIN(WebauthnTest)
#include "webauthn_test.moc"
