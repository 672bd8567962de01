// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/identities_service.h"

#include "server/security/crypto.h"
#include "server/store/audit_store.h"
#include "tests/support/accounts_world.h"
#include "tests/support/token_issuer.h"
#include "tests/support/web_site.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using services::AuthService;
using services::IdentitiesService;

namespace {

constexpr auto kAppRedirect = "http://127.0.0.1:5000/done?x=1";
constexpr auto kVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
// RFC 7636, appendix B.
constexpr auto kChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/** An OpenID provider that says what the test wants it to say, signed with its own keys. */
class SmallProvider
{
public:
    explicit SmallProvider(const AccountsWorld &world)
        : m_world(world), site([this](const WebSite::Request &request) { return answer(request); })
    {
    }

    QString issuer() const { return site.url(QString()).toString(); }

    /** The claims of the next tokens, but for these. */
    QJsonObject changes;
    QJsonObject metadataChanges;
    QByteArray token;
    QString nonce;
    TokenIssuer key = TokenIssuer::es256(u"one"_s);
    int keyRequests = 0;

private:
    QByteArray answer(const WebSite::Request &request)
    {
        if (request.target == "/.well-known/openid-configuration") {
            QJsonObject metadata{{"issuer"_L1, issuer()},
                                 {"authorization_endpoint"_L1, issuer() + "/authorize?tenant=1"_L1},
                                 {"token_endpoint"_L1, issuer() + "/token"_L1},
                                 {"jwks_uri"_L1, issuer() + "/keys"_L1}};
            for (auto change = metadataChanges.begin(); change != metadataChanges.end(); ++change)
                metadata.insert(change.key(), change.value());
            return WebSite::json(QJsonDocument(metadata).toJson());
        }
        if (request.target == "/keys") {
            ++keyRequests;
            return WebSite::json(TokenIssuer::keySet({key}));
        }
        const QByteArray signedToken = token.isEmpty() ? key.sign(claims()) : token;
        return WebSite::json(R"({"token_type":"Bearer","access_token":"x","id_token":")" + signedToken + "\"}");
    }

    QJsonObject claims() const
    {
        QJsonObject all{{"iss"_L1, issuer()},
                        {"sub"_L1, "1"_L1},
                        {"aud"_L1, "plexichat"_L1},
                        {"nonce"_L1, nonce},
                        {"iat"_L1, m_world.now().seconds()},
                        {"exp"_L1, m_world.now().seconds() + 300},
                        {"preferred_username"_L1, u"Jané Doe"_s},
                        {"name"_L1, u"Jané Doe"_s},
                        {"email"_L1, "jane@example.org"_L1},
                        {"email_verified"_L1, true}};
        for (auto change = changes.begin(); change != changes.end(); ++change)
            all.insert(change.key(), change.value());
        return all;
    }

    const AccountsWorld &m_world;

public:
    WebSite site;
};

} // namespace

/** Signing in at a provider, and everything that others could do with it; the provider is the test's own. */
class IdentitiesServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_provider = std::make_unique<SmallProvider>(*m_world);
        m_client = std::make_unique<outgoing::OutgoingClient>(outgoing::OutgoingClient::Options{});
        m_identities = make(true);
    }

    void cleanup()
    {
        m_identities.reset();
        m_client.reset();
        m_provider.reset();
        m_world.reset();
    }

    void makesAnAccountAndKnowsItAgainByIssuerAndSubjectAlone()
    {
        const auto departure = start();
        const QUrlQuery query(departure.target);
        QCOMPARE(departure.target.path(), u"/authorize"_s);
        QCOMPARE(query.queryItemValue(u"tenant"_s), u"1"_s);
        QCOMPARE(query.queryItemValue(u"response_type"_s), u"code"_s);
        QCOMPARE(query.queryItemValue(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(query.queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), u"https://chat.example/callback"_s);
        const auto signedIn = signedInBy(arrive(departure));
        QVERIFY2(signedIn, signedIn ? "" : qPrintable(signedIn.error().message));
        const security::Principal jane = m_world->principal(signedIn->tokens.accessToken);
        QCOMPARE(jane.username, u"jane.doe"_s);
        QCOMPARE(m_world->users->ownProfile(jane)->own->email, u"jane@example.org"_s);
        QVERIFY(m_world->auth->requireRecentProof(jane));

        const WebSite::Request asked = m_provider->site.requests().at(1);
        QCOMPARE(asked.target, "/token");
        QCOMPARE(asked.headers.value("authorization"), "Basic " + "plexichat:a%20%2F%20secret"_ba.toBase64());
        const QUrlQuery form(QString::fromLatin1(asked.body));
        QCOMPARE(form.queryItemValue(u"code"_s), u"the code"_s);
        const QByteArray verifier = form.queryItemValue(u"code_verifier"_s).toLatin1();
        QCOMPARE(security::toBase64Url(security::sha256(verifier)),
                 query.queryItemValue(u"code_challenge"_s).toLatin1());

        // Another name and address is the same person; the same name and address under another subject is somebody else.
        m_provider->changes = {{"preferred_username"_L1, "smith"_L1}, {"email"_L1, "smith@example.org"_L1}};
        const auto again = signedInBy(arrive(start()));
        QVERIFY(again);
        QCOMPARE(m_world->principal(again->tokens.accessToken).userId, jane.userId);
        m_provider->changes = {{"sub"_L1, "2"_L1}};
        const auto other = signedInBy(arrive(start()));
        QVERIFY(other);
        const security::Principal namesake = m_world->principal(other->tokens.accessToken);
        QVERIFY(namesake.userId != jane.userId);
        QCOMPARE(namesake.username, u"jane.doe-2"_s);
        QCOMPARE(m_world->users->ownProfile(namesake)->own->email, QString());
        QCOMPARE(audited(services::audit_action::kIdentityLinked), 2);
        QCOMPARE(audited(services::audit_action::kUserRegistered), 2);
        // Nobody knows a password of it.
        QCOMPARE(m_world->trySignIn(m_world->signInRequest(u"jane.doe"_s, QString())).error().code,
                 ErrorCode::InvalidCredentials);
    }

    void whoIsUnknownNeedsAnOpenDoor()
    {
        m_identities = make(false);
        QCOMPARE(codeOf(arrive(start())), ErrorCode::InsufficientPermissions);
        QCOMPARE(audited(services::audit_action::kSignedIn), 0);
        m_identities = make(false, true);
        QVERIFY(signedInBy(arrive(start())));
        m_identities = make(false);
        QVERIFY(signedInBy(arrive(start())));
    }

    void anAddressIsNoIdentity()
    {
        const UserId ann = m_world->person(u"ann"_s);
        m_provider->changes = {{"email"_L1, "ann@example.com"_L1}, {"preferred_username"_L1, "ann"_L1}};
        const auto signedIn = signedInBy(arrive(start()));
        QVERIFY(signedIn);
        const security::Principal other = m_world->principal(signedIn->tokens.accessToken);
        QVERIFY(other.userId != ann);
        QCOMPARE(other.username, u"ann-2"_s);
        QCOMPARE(m_world->users->ownProfile(other)->own->email, QString());
    }

    void stateBelongsToTheBrowserIsFreshAndUsedOnce()
    {
        const auto departure = start();
        IdentitiesService::Return good = returnOf(departure);
        IdentitiesService::Return bad = good;
        bad.state.back() = bad.state.endsWith(u'A') ? u'B' : u'A';
        QCOMPARE(codeOf(arrive(bad)), ErrorCode::InvalidCredentials);
        bad = good;
        bad.flow.clear();
        QCOMPARE(codeOf(arrive(bad)), ErrorCode::InvalidCredentials);
        // Another browser's cookie: the attacker's own sign-in, slipped to somebody else.
        bad.flow = start().flow;
        QCOMPARE(codeOf(arrive(bad)), ErrorCode::InvalidCredentials);
        bad.flow = good.flow;
        bad.flow[20] = static_cast<char>(bad.flow[20] ^ 1);
        QCOMPARE(codeOf(arrive(bad)), ErrorCode::InvalidCredentials);
        bad = good;
        bad.provider = u"nobody"_s;
        QCOMPARE(codeOf(arrive(bad)), ErrorCode::NotFound);
        bad.provider = u"twin"_s;
        QCOMPARE(codeOf(arrive(bad)), ErrorCode::InvalidCredentials);
        QCOMPARE(m_provider->site.requests().size(), 1);

        m_provider->nonce = nonceOf(departure);
        QVERIFY(signedInBy(arrive(departure)));
        QCOMPARE(codeOf(arrive(good)), ErrorCode::InvalidCredentials);
        const auto late = start();
        m_world->advance(600);
        QCOMPARE(codeOf(arrive(returnOf(late))), ErrorCode::InvalidCredentials);
        QCOMPARE(audited(services::audit_action::kSignedIn), 1);
    }

    void tokensThatProveNothing_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        QTest::newRow("nonce") << QJsonObject{{"nonce"_L1, "of another sign-in"_L1}};
        QTest::newRow("issuer") << QJsonObject{{"iss"_L1, "https://login.example"_L1}};
        QTest::newRow("audience") << QJsonObject{{"aud"_L1, "another client"_L1}};
        QTest::newRow("over") << QJsonObject{{"exp"_L1, 1}};
        QTest::newRow("none") << QJsonObject{{"alg"_L1, "none"_L1}};
        QTest::newRow("foreign key") << QJsonObject{{"alg"_L1, "foreign"_L1}};
    }

    void tokensThatProveNothing()
    {
        QFETCH(QJsonObject, changes);
        const QString algorithm = changes.take("alg"_L1).toString();
        m_provider->changes = changes;
        const auto departure = start();
        const QJsonObject claims{{"iss"_L1, m_provider->issuer()},     {"sub"_L1, "1"_L1},
                                 {"aud"_L1, "plexichat"_L1},           {"nonce"_L1, nonceOf(departure)},
                                 {"iat"_L1, m_world->now().seconds()}, {"exp"_L1, m_world->now().seconds() + 300}};
        const TokenIssuer foreign = TokenIssuer::es256(u"one"_s);
        if (algorithm == "none"_L1)
            m_provider->token = foreign.sign({{"alg"_L1, "none"_L1}}, claims);
        else if (algorithm == "foreign"_L1)
            m_provider->token = foreign.sign(claims);
        QCOMPARE(codeOf(arrive(departure)), ErrorCode::InvalidCredentials);
        QCOMPARE(audited(services::audit_action::kSignedIn), 0);
        QCOMPARE(audited(services::audit_action::kUserRegistered), 0);
        QCOMPARE(audited(services::audit_action::kSignInFailed), 1);
    }

    void newKeysAreFetchedButNotAgainAndAgain()
    {
        QVERIFY(signedInBy(arrive(start())));
        QCOMPARE(m_provider->keyRequests, 1);
        QVERIFY(signedInBy(arrive(start())));
        QCOMPARE(m_provider->keyRequests, 1);
        m_world->advance(60);
        m_provider->key = TokenIssuer::rs256(u"two"_s);
        QVERIFY(signedInBy(arrive(start())));
        QCOMPARE(m_provider->keyRequests, 2);
        for (int i = 0; i < 3; ++i) {
            const auto departure = start();
            m_provider->token = TokenIssuer::es256(u"made up %1"_s.arg(i)).sign({{"sub"_L1, "1"_L1}});
            QCOMPARE(codeOf(arrive(departure)), ErrorCode::InvalidCredentials);
        }
        QCOMPARE(m_provider->keyRequests, 2);
    }

    void answersOfAnotherProviderAreNotRedeemed()
    {
        IdentitiesService::Return mixed = returnOf(start());
        mixed.issuer = u"https://evil.example"_s;
        QCOMPARE(codeOf(arrive(mixed)), ErrorCode::InvalidCredentials);
        QCOMPARE(m_provider->site.requests().size(), 1);
        IdentitiesService::Return named = returnOf(start());
        named.issuer = m_provider->issuer();
        QVERIFY(signedInBy(arrive(named)));
        m_provider->metadataChanges = {{"authorization_response_iss_parameter_supported"_L1, true}};
        m_identities = make(true);
        QCOMPARE(codeOf(arrive(start())), ErrorCode::InvalidCredentials);
    }

    void aProviderMustSayWhoItIsAndKeepThingsConfidential()
    {
        for (const QJsonObject &changes : {QJsonObject{{"issuer"_L1, "https://login.example"_L1}},
                                           QJsonObject{{"token_endpoint"_L1, "http://login.example/token"_L1}},
                                           QJsonObject{{"jwks_uri"_L1, "ftp://127.0.0.1/keys"_L1}},
                                           QJsonObject{{"authorization_endpoint"_L1, "javascript:alert(1)"_L1}},
                                           QJsonObject{{"token_endpoint"_L1, QJsonValue::Null}}}) {
            m_provider->metadataChanges = changes;
            const auto refused = m_world->run(
                m_identities->start({.provider = u"corp"_s, .callbackUrl = u"https://x"_s}));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::ServiceUnavailable);
        }
        m_provider->metadataChanges = {
            {"token_endpoint_auth_methods_supported"_L1, QJsonArray{"client_secret_post"_L1}}};
        QVERIFY(signedInBy(arrive(start())));
        QVERIFY(
            m_provider->site.requests().at(m_provider->site.requests().size() - 2).body.contains("client_secret=a%20"));
    }

    void anAppWaitsOnLoopbackAndNowhereElse()
    {
        for (const char *address :
             {"https://127.0.0.1:5000/", "http://localhost:5000/", "http://127.0.0.1/", "http://127.0.0.2:5000/",
              "http://evil.example:5000/", "http://127.0.0.1:5000@evil.example/", "http://u:p@127.0.0.1:5000/",
              "http://127.0.0.1:5000/#x", "plexichat://done", "//127.0.0.1:5000/", ""})
            QCOMPARE(refusedStart({.provider = {},
                                   .callbackUrl = {},
                                   .appRedirectUri = QString::fromLatin1(address),
                                   .appCodeChallenge = QString::fromLatin1(kChallenge)}),
                     ErrorCode::ValidationError);
        QCOMPARE(refusedStart({.provider = {}, .callbackUrl = {}, .appRedirectUri = QString::fromLatin1(kAppRedirect)}),
                 ErrorCode::ValidationError);
        QCOMPARE(refusedStart({.provider = {},
                               .callbackUrl = {},
                               .appRedirectUri = QString::fromLatin1(kAppRedirect),
                               .appCodeChallenge = u"short"_s}),
                 ErrorCode::ValidationError);
        for (const char *path : {"https://evil.example/", "//evil.example/", "/\\evil.example", "docs", "javascript:x"})
            QCOMPARE(refusedStart({.provider = {}, .callbackUrl = {}, .returnTo = QString::fromLatin1(path)}),
                     ErrorCode::ValidationError);
    }

    void anAppExchangesItsCodeOnce()
    {
        const QUrl done = appArrival(startApp());
        QVERIFY(done.toString().startsWith(QLatin1StringView(kAppRedirect)));
        QCOMPARE(QUrlQuery(done).queryItemValue(u"state"_s, QUrl::FullyDecoded), u"a&b %25"_s);
        const QString code = QUrlQuery(done).queryItemValue(u"code"_s);
        QVERIFY(!code.isEmpty());
        QCOMPARE(audited(services::audit_action::kSignedIn), 0);
        QCOMPARE(codeOf(exchange(code, QString(43, u'x'))), ErrorCode::InvalidCredentials);
        const auto signedIn = exchange(code);
        QVERIFY(signedIn);
        QCOMPARE(m_world->principal(signedIn->tokens.accessToken).username, u"jane.doe"_s);
        QCOMPARE(codeOf(exchange(code)), ErrorCode::InvalidCredentials);

        const QString late = QUrlQuery(appArrival(startApp())).queryItemValue(u"code"_s);
        m_world->advance(60);
        QCOMPARE(codeOf(exchange(late)), ErrorCode::InvalidCredentials);

        IdentitiesService::Return denied = returnOf(startApp());
        denied.code.reset();
        QCOMPARE(QUrlQuery(appArrival(denied)).queryItemValue(u"error"_s), u"access_denied"_s);
    }

    void identitiesAreLinkedBySomebodyWhoIsSignedIn()
    {
        m_identities = make(false);
        const UserId ann = m_world->person(u"ann"_s);
        const security::Principal caller = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        const protocol::IdentityProof proof{QUrlQuery(appArrival(startApp())).queryItemValue(u"code"_s),
                                            QString::fromLatin1(kVerifier)};
        m_world->advance(901);
        QCOMPARE(m_world->run(m_identities->link(caller, proof)).error().code, ErrorCode::ReauthenticationRequired);
        QVERIFY(m_world->run(m_world->auth->reauthenticate(caller, QString(AccountsWorld::kPassword), {})));
        QCOMPARE(m_world->run(m_identities->link(caller, proof)).error().code, ErrorCode::ValidationError);
        const auto fresh = [this] {
            return protocol::IdentityProof{QUrlQuery(appArrival(startApp())).queryItemValue(u"code"_s),
                                           QString::fromLatin1(kVerifier)};
        };
        const auto linked = m_world->run(m_identities->link(caller, fresh()));
        QVERIFY2(linked, linked ? "" : qPrintable(linked.error().message));
        QCOMPARE(linked->provider, u"corp"_s);
        QCOMPARE(linked->label, u"jane@example.org"_s);
        QCOMPARE(m_world->run(m_identities->link(caller, fresh())).error().code, ErrorCode::Conflict);

        const auto signedIn = signedInBy(arrive(start()));
        QVERIFY(signedIn);
        QCOMPARE(m_world->principal(signedIn->tokens.accessToken).userId, ann);
        const auto list = m_identities->list(caller);
        QVERIFY(list);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().lastUsedAt->ms, m_world->now().ms);
        QVERIFY(m_world->administration->setActive(u"ann"_s, false));
        QCOMPARE(codeOf(arrive(start())), ErrorCode::InvalidCredentials);
        QVERIFY(m_world->administration->setActive(u"ann"_s, true));

        m_world->person(u"bob"_s);
        const security::Principal bob = m_world->principal(m_world->signIn(u"bob"_s).tokens.accessToken);
        QCOMPARE(m_world->run(m_identities->unlink(bob, linked->id)).error().code, ErrorCode::NotFound);
        const security::Principal again = m_world->principal(m_world->signIn(u"ann"_s).tokens.accessToken);
        QVERIFY(m_world->run(m_identities->unlink(again, linked->id)));
        QCOMPARE(codeOf(arrive(start())), ErrorCode::InsufficientPermissions);
    }

    void theOnlyWayInStays()
    {
        const auto signedIn = signedInBy(arrive(start()));
        QVERIFY(signedIn);
        const security::Principal jane = m_world->principal(signedIn->tokens.accessToken);
        const IdentityId only = m_identities->list(jane)->first().id;
        QCOMPARE(m_world->run(m_identities->unlink(jane, only)).error().code, ErrorCode::Conflict);
        QCOMPARE(m_identities->list(jane)->size(), 1);
        QVERIFY(m_world->administration->setPassword(jane.username, QString(AccountsWorld::kPassword)));
        const security::Principal again = m_world->principal(m_world->signIn(jane.username).tokens.accessToken);
        QVERIFY(m_world->run(m_identities->unlink(again, only)));
    }

private:
    using Departure = IdentitiesService::Departure;
    using Arrival = Result<IdentitiesService::Arrival>;

    std::unique_ptr<IdentitiesService> make(bool isOpen, bool createsAccounts = false)
    {
        auto keys = security::KeyRing::load(m_world->directory() + "/secret.key"_L1);
        const auto settings = [&](const QString &name) {
            return services::OpenIdProvider::Settings{.name = name,
                                                      .issuer = m_provider->issuer(),
                                                      .clientId = u"plexichat"_s,
                                                      .clientSecret = u"a / secret"_s,
                                                      .createsAccounts = createsAccounts};
        };
        return std::make_unique<IdentitiesService>(
            IdentitiesService::Parts{m_world->database(), *m_world->auth, *m_world->users, m_world->audit(), *m_client},
            security::SecretBox(*keys),
            IdentitiesService::Options{
                .providers = {settings(u"corp"_s), settings(u"twin"_s)}, .isRegistrationOpen = isOpen, .clock = [this] {
                    return m_world->now();
                }});
    }

    Departure start(IdentitiesService::Start request = {})
    {
        request.provider = u"corp"_s;
        request.callbackUrl = u"https://chat.example/callback"_s;
        auto departure = m_world->run(m_identities->start(std::move(request)));
        if (!departure)
            qFatal("%ls", qUtf16Printable(departure.error().message));
        m_provider->nonce = nonceOf(*departure);
        m_provider->token.clear();
        return std::move(*departure);
    }

    Departure startApp()
    {
        return start({.provider = {},
                      .callbackUrl = {},
                      .appRedirectUri = QString::fromLatin1(kAppRedirect),
                      .appCodeChallenge = QString::fromLatin1(kChallenge),
                      .appState = u"a&b %25"_s});
    }

    ErrorCode refusedStart(IdentitiesService::Start request)
    {
        request.provider = u"corp"_s;
        if (request.returnTo.isEmpty() && request.appRedirectUri.isEmpty() && request.appCodeChallenge.isEmpty())
            return ErrorCode::Internal;
        const auto departure = m_world->run(m_identities->start(std::move(request)));
        return departure ? ErrorCode::Internal : departure.error().code;
    }

    static QString nonceOf(const Departure &departure)
    {
        return QUrlQuery(departure.target).queryItemValue(u"nonce"_s);
    }

    static IdentitiesService::Return returnOf(const Departure &departure)
    {
        return {.provider = u"corp"_s,
                .flow = departure.flow,
                .state = QUrlQuery(departure.target).queryItemValue(u"state"_s),
                .code = u"the code"_s,
                .issuer = std::nullopt};
    }

    Arrival arrive(const IdentitiesService::Return &returned)
    {
        return m_world->run(m_identities->arrive(returned, {.address = QHostAddress(u"192.0.2.1"_s), .userAgent = {}}));
    }
    Arrival arrive(const Departure &departure) { return arrive(returnOf(departure)); }

    QUrl appArrival(const IdentitiesService::Return &returned)
    {
        const Arrival arrival = arrive(returned);
        return arrival && std::holds_alternative<QUrl>(*arrival) ? std::get<QUrl>(*arrival) : QUrl();
    }
    QUrl appArrival(const Departure &departure) { return appArrival(returnOf(departure)); }

    Result<AuthService::SignedIn> exchange(const QString &code,
                                           const QString &verifier = QString::fromLatin1(kVerifier))
    {
        return m_world->run(m_identities->signIn({code, verifier}, {.address = {}, .userAgent = {}}));
    }

    static Result<AuthService::SignedIn> signedInBy(Arrival arrival)
    {
        if (!arrival)
            return fail(arrival.error());
        return std::get<IdentitiesService::BrowserSignIn>(*arrival).signedIn;
    }

    template <typename T>
    static ErrorCode codeOf(const Result<T> &result)
    {
        return result ? ErrorCode::Internal : result.error().code;
    }

    qsizetype audited(QLatin1StringView action)
    {
        const auto page = m_world->audit().list({.action = QString(action), .limit = 100});
        return page ? page->entries.size() : -1;
    }

    std::unique_ptr<AccountsWorld> m_world;
    std::unique_ptr<SmallProvider> m_provider;
    std::unique_ptr<outgoing::OutgoingClient> m_client;
    std::unique_ptr<IdentitiesService> m_identities;
};

QTEST_GUILESS_MAIN(IdentitiesServiceTest)
#include "identities_service_test.moc"
