// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/passkeys_service.h"

#include "tests/support/accounts_world.h"
#include "tests/support/software_authenticator.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** Passkeys from the options to the session, by an authenticator of the test's own; most of it as a thief. */
class PasskeysServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_passkeys = make(QUrl(u"https://chat.example.com/"_s));
        m_ann = m_world->person(u"ann"_s);
        m_caller = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
    }

    void cleanup()
    {
        m_passkeys.reset();
        m_world.reset();
    }

    void signsInWithNothingElse()
    {
        SoftwareAuthenticator device;
        const auto options = m_passkeys->creationOptions(m_caller);
        QCOMPARE((*options)["rp"_L1]["id"_L1].toString(), u"chat.example.com"_s);
        QCOMPARE((*options)["attestation"_L1].toString(), u"none"_s);
        const auto added = add(device, *options);
        QVERIFY2(added, added ? "" : qPrintable(added.error().details["reason"_L1].toString()));
        QVERIFY(added->name.startsWith("Passkey 2025-"_L1));
        const auto signedIn = signIn(device, *m_passkeys->requestOptions());
        QVERIFY(signedIn);
        QCOMPARE(m_world->principal(signedIn->tokens.accessToken).userId, m_ann);
        QVERIFY(m_world->auth->requireRecentProof(m_world->principal(signedIn->tokens.accessToken)));
        QCOMPARE(m_passkeys->list(m_caller)->first().lastUsedAt->ms, m_world->now().ms);
        QCOMPARE(m_world->secondFactors->overview(m_caller)->passkeys, 1);
        // The next registration tells the browser what is there already.
        QCOMPARE((*m_passkeys->creationOptions(m_caller))["excludeCredentials"_L1].toArray().size(), 1);
    }

    void challengeIsAnsweredOnce()
    {
        SoftwareAuthenticator device;
        QVERIFY(add(device, *m_passkeys->creationOptions(m_caller)));
        const auto options = *m_passkeys->requestOptions();
        const QJsonObject captured = device.assertion(options);
        QVERIFY(present(captured));
        QCOMPARE(present(captured).error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(signIn(device, options).error().code, ErrorCode::InvalidCredentials);
        // Nor do two at the same moment both count.
        const auto decoded = protocol::PasskeySignIn::fromJson(
            {{"credential"_L1, device.assertion(*m_passkeys->requestOptions())}});
        auto one = m_passkeys->signIn(*decoded, {});
        auto other = m_passkeys->signIn(*decoded, {});
        QCOMPARE(int(m_world->run(std::move(one)).has_value()) + int(m_world->run(std::move(other)).has_value()), 1);
    }

    void challengeIsOursAndFresh()
    {
        SoftwareAuthenticator device;
        QVERIFY(add(device, *m_passkeys->creationOptions(m_caller)));
        QJsonObject options = *m_passkeys->requestOptions();
        m_world->advance(300);
        QCOMPARE(signIn(device, options).error().code, ErrorCode::InvalidCredentials);
        options.insert("challenge"_L1, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_L1);
        QCOMPARE(signIn(device, options).error().code, ErrorCode::InvalidCredentials);
        // One for registering does not sign in, nor the other way round, nor in another session.
        QCOMPARE(signIn(device, *m_passkeys->creationOptions(m_caller)).error().code, ErrorCode::InvalidCredentials);
        SoftwareAuthenticator second(SoftwareAuthenticator::Kind::EdDsa, "two");
        QJsonObject creation = *m_passkeys->creationOptions(m_caller);
        creation.insert("challenge"_L1, (*m_passkeys->requestOptions())["challenge"_L1]);
        QCOMPARE(add(second, creation).error().code, ErrorCode::ValidationError);
        const auto elsewhere = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        QCOMPARE(add(second, *m_passkeys->creationOptions(elsewhere)).error().code, ErrorCode::ValidationError);
        QVERIFY(add(second, *m_passkeys->creationOptions(m_caller)));
    }

    void personMustBeVerified()
    {
        SoftwareAuthenticator device;
        device.behaviour.flags = 0x01;
        QCOMPARE(add(device, *m_passkeys->creationOptions(m_caller)).error().code, ErrorCode::ValidationError);
        device.behaviour.flags = 0x05;
        QVERIFY(add(device, *m_passkeys->creationOptions(m_caller)));
        device.behaviour.flags = 0x01;
        QCOMPARE(signIn(device, *m_passkeys->requestOptions()).error().code, ErrorCode::InvalidCredentials);
    }

    void counterThatDoesNotGrowIsACopy()
    {
        SoftwareAuthenticator device;
        device.behaviour.signCount = 5;
        QVERIFY(add(device, *m_passkeys->creationOptions(m_caller)));
        for (const quint32 count : {5U, 4U, 0U}) {
            device.behaviour.signCount = count;
            QCOMPARE(signIn(device, *m_passkeys->requestOptions()).error().code, ErrorCode::InvalidCredentials);
        }
        device.behaviour.signCount = 6;
        QVERIFY(signIn(device, *m_passkeys->requestOptions()));
        QCOMPARE(signIn(device, *m_passkeys->requestOptions()).error().code, ErrorCode::InvalidCredentials);
    }

    void keysAreOfOnePersonAlone()
    {
        m_world->person(u"eve"_s);
        const auto eve = m_world->principal(m_world->signIn(u"eve"_s).tokens.accessToken);
        SoftwareAuthenticator device;
        QVERIFY(add(device, *m_passkeys->creationOptions(m_caller)));
        // Eve registers Ann's credential id with a key of her own.
        SoftwareAuthenticator hers(SoftwareAuthenticator::Kind::EdDsa, device.credentialId());
        QCOMPARE(add(hers, *m_passkeys->creationOptions(eve), eve).error().code, ErrorCode::Conflict);
        hers.userHandle = device.userHandle;
        QCOMPARE(signIn(hers, *m_passkeys->requestOptions()).error().code, ErrorCode::InvalidCredentials);
        // And says that her key is Ann's.
        SoftwareAuthenticator own(SoftwareAuthenticator::Kind::EdDsa, "hers");
        QVERIFY(add(own, *m_passkeys->creationOptions(eve), eve));
        own.userHandle = device.userHandle;
        QCOMPARE(signIn(own, *m_passkeys->requestOptions()).error().code, ErrorCode::InvalidCredentials);
        const auto ids = m_passkeys->list(m_caller);
        QCOMPARE(m_world->run(m_passkeys->remove(eve, ids->first().id)).error().code, ErrorCode::NotFound);
        QVERIFY(signIn(device, *m_passkeys->requestOptions()));
    }

    void removedKeysAndPeopleSignInNoMore()
    {
        SoftwareAuthenticator device;
        const auto added = add(device, *m_passkeys->creationOptions(m_caller));
        QVERIFY(m_world->administration->setActive(u"ann"_s, false));
        QCOMPARE(signIn(device, *m_passkeys->requestOptions()).error().code, ErrorCode::InvalidCredentials);
        QVERIFY(m_world->administration->setActive(u"ann"_s, true));
        m_caller = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        QVERIFY(m_world->run(m_passkeys->remove(m_caller, added->id)));
        QCOMPARE(signIn(device, *m_passkeys->requestOptions()).error().code, ErrorCode::InvalidCredentials);

        // An admin's reset takes them too.
        QVERIFY(add(device, *m_passkeys->creationOptions(m_caller)));
        m_world->person(u"root"_s, u"admin"_s);
        const auto root = m_world->principal(m_world->signIn(u"root"_s).tokens.accessToken);
        QVERIFY(m_world->run(m_world->secondFactors->reset(root, m_ann)));
        QVERIFY(m_passkeys->list(m_caller)->isEmpty());
    }

    void registeringNeedsARecentProofOfASession()
    {
        SoftwareAuthenticator device;
        const auto options = *m_passkeys->creationOptions(m_caller);
        security::Principal key = m_caller;
        key.sessionId.reset();
        QCOMPARE(m_passkeys->creationOptions(key).error().code, ErrorCode::InsufficientPermissions);
        QCOMPARE(m_passkeys->list(key).error().code, ErrorCode::InsufficientPermissions);
        QCOMPARE(add(device, options, key).error().code, ErrorCode::InsufficientPermissions);
        m_world->advance(15 * 60 + 1);
        QCOMPARE(m_passkeys->creationOptions(m_caller).error().code, ErrorCode::ReauthenticationRequired);
        QCOMPARE(add(device, options).error().code, ErrorCode::ReauthenticationRequired);
        QCOMPARE(m_world->run(m_passkeys->remove(m_caller, PasskeyId(1))).error().code,
                 ErrorCode::ReauthenticationRequired);
    }

    void needsAPublicUrlWithADomain()
    {
        for (const QUrl &url : {QUrl(), QUrl(u"http://127.0.0.1:8000"_s), QUrl(u"http://[::1]:8000"_s)}) {
            const auto none = make(url);
            QCOMPARE(none->creationOptions(m_caller).error().code, ErrorCode::ServiceUnavailable);
            QCOMPARE(none->requestOptions().error().code, ErrorCode::ServiceUnavailable);
            QCOMPARE(m_world->run(none->signIn({}, {})).error().code, ErrorCode::ServiceUnavailable);
            QCOMPARE(m_world->run(none->add(m_caller, {})).error().code, ErrorCode::ServiceUnavailable);
        }
        m_passkeys = make(QUrl(u"http://localhost:8000"_s));
        SoftwareAuthenticator device;
        device.behaviour.origin = u"http://localhost:8000"_s;
        device.behaviour.rpId = u"localhost"_s;
        QVERIFY(add(device, *m_passkeys->creationOptions(m_caller)));
        m_passkeys = make(QUrl(u"https://chat.example.com:443"_s));
        SoftwareAuthenticator usual(SoftwareAuthenticator::Kind::Es256, "usual port");
        QVERIFY(add(usual, *m_passkeys->creationOptions(m_caller)));
    }

    void bodiesAreReadStrictly()
    {
        SoftwareAuthenticator device;
        const QJsonObject good = device.registration(*m_passkeys->creationOptions(m_caller));
        QVERIFY(protocol::NewPasskey::fromJson({{"credential"_L1, good}}));
        const auto fieldOf = [](const auto &result) {
            return result ? QString() : result.error().details["field"_L1].toString();
        };
        QCOMPARE(fieldOf(protocol::NewPasskey::fromJson({})), u"credential"_s);
        QCOMPARE(fieldOf(protocol::NewPasskey::fromJson({{"credential"_L1, 7}})), u"credential"_s);
        QCOMPARE(fieldOf(protocol::NewPasskey::fromJson({{"credential"_L1, QJsonObject{}}})), u"credential.response"_s);
        QJsonObject bent = good;
        bent.insert("response"_L1, QJsonObject{{"clientDataJSON"_L1, "a+b"_L1}, {"attestationObject"_L1, "AA"_L1}});
        QCOMPARE(fieldOf(protocol::NewPasskey::fromJson({{"credential"_L1, bent}})),
                 u"credential.response.clientDataJSON"_s);
        QCOMPARE(fieldOf(protocol::PasskeySignIn::fromJson({{"credential"_L1, good}})),
                 u"credential.response.authenticatorData"_s);
    }

private:
    std::unique_ptr<services::PasskeysService> make(const QUrl &publicUrl)
    {
        auto keys = security::KeyRing::loadOrCreate(m_world->directory() + "/secret.key"_L1);
        return std::make_unique<services::PasskeysService>(m_world->database(), *m_world->auth, m_world->audit(),
                                                           security::Challenges(std::move(*keys)), publicUrl,
                                                           [this] { return m_world->now(); });
    }

    Result<protocol::Passkey> add(SoftwareAuthenticator &device, const QJsonObject &options)
    {
        return add(device, options, m_caller);
    }

    Result<protocol::Passkey> add(SoftwareAuthenticator &device, const QJsonObject &options,
                                  const security::Principal &caller)
    {
        const auto body = protocol::NewPasskey::fromJson({{"credential"_L1, device.registration(options)}});
        if (!body)
            return fail(body.error());
        return m_world->run(m_passkeys->add(caller, *body));
    }

    Result<services::AuthService::SignedIn> present(const QJsonObject &credential)
    {
        const auto body = protocol::PasskeySignIn::fromJson({{"credential"_L1, credential}});
        if (!body)
            return fail(body.error());
        return m_world->run(m_passkeys->signIn(*body, {}));
    }

    Result<services::AuthService::SignedIn> signIn(const SoftwareAuthenticator &device, const QJsonObject &options)
    {
        return present(device.assertion(options));
    }

    std::unique_ptr<AccountsWorld> m_world;
    std::unique_ptr<services::PasskeysService> m_passkeys;
    UserId m_ann;
    security::Principal m_caller;
};

QTEST_GUILESS_MAIN(PasskeysServiceTest)
#include "passkeys_service_test.moc"
