// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/form_browser.h"
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/web_site.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

// RFC 7636, appendix B.
constexpr auto kVerifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_L1;
constexpr auto kChallenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_L1;

/** The provider of tests/oidc_provider. */
class RealProvider
{
public:
    RealProvider()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(PLEXI_NODE), {QStringLiteral(PLEXI_OIDC_PROVIDER)});
        const QByteArray line = nextLine();
        if (!line.startsWith("issuer "))
            qFatal("The provider did not start: %s", line.constData());
        issuer = QString::fromLatin1(line.sliced(7));
    }
    ~RealProvider()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(RealProvider)

    bool serve(const QUrl &redirectUri)
    {
        m_process.write(redirectUri.toEncoded() + '\n');
        return nextLine() == "ready";
    }

    QString issuer;

private:
    QByteArray nextLine()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return m_process.errorString().toUtf8();
        }
        return m_process.readLine().trimmed();
    }

    QProcess m_process;
};

} // namespace

/** Signing in at a real OpenID provider, on the real server, through the provider's own pages. */
class IdentitiesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile config(m_folder.filePath(u"config.toml"_s));
        QVERIFY(config.open(QFile::WriteOnly));
        config.write("[auth.oidc.real]\nissuer = \"" + m_provider.issuer.toLatin1()
                     + "\"\nclient_id = \"plexichat\"\nclient_secret = \"a secret/with: signs\"\n");
        config.close();
        QVERIFY2(m_server.start({u"--config"_s, config.fileName(), u"--rate-limits"_s, u"off"_s}),
                 m_server.standardError().constData());
        QVERIFY(m_provider.serve(url(u"/api/v1/auth/oidc/real/callback"_s)));
    }

    void aBrowserSignsIn()
    {
        RestClient stranger(m_server.url());
        const QJsonObject listed = stranger.get(u"/api/v1/auth/oidc"_s).json["providers"_L1][0].toObject();
        QCOMPARE(listed["name"_L1].toString(), u"real"_s);
        QCOMPARE(listed["issuer"_L1].toString(), m_provider.issuer);

        FormBrowser browser;
        const auto end = agree(browser, url(listed["start_url"_L1].toString() + "?return_to=/docs"_L1), u"jane"_s);
        QCOMPARE(end.status, 200);
        QCOMPARE(end.url.path(), u"/docs"_s);
        const auto me = browser.open(url(u"/api/v1/users/me"_s));
        QCOMPARE(me.status, 200);
        const QJsonObject jane = QJsonDocument::fromJson(me.body).object();
        QCOMPARE(jane["username"_L1].toString(), u"jane"_s);
        QCOMPARE(jane["email"_L1].toString(), u"jane@provider.example"_s);
        QCOMPARE(jane["display_name"_L1].toString(), u"jane of the provider"_s);

        // The same address again, as from the browser's history, and in a browser that never began.
        const QUrl callback = end.redirects.at(end.redirects.size() - 2);
        QCOMPARE(callback.path(), u"/api/v1/auth/oidc/real/callback"_s);
        QCOMPARE(browser.open(callback).status, 401);
        QCOMPARE(FormBrowser().open(callback).status, 401);

        // Without return_to the answer is that of every sign-in.
        const auto tokens = agree(browser, url(u"/api/v1/auth/oidc/real/start"_s), u"jane"_s);
        QCOMPARE(tokens.status, 200);
        stranger.setAccessToken(QJsonDocument::fromJson(tokens.body).object()["access_token"_L1].toString());
        QCOMPARE(stranger.get(u"/api/v1/users/me"_s).json["id"_L1], jane["id"_L1]);
    }

    void anAppSignsInAndLinks()
    {
        WebSite app([](const WebSite::Request &) { return WebSite::html("You can close this window."); });
        const auto codeFor = [&](const QString &name) {
            FormBrowser browser;
            const auto end = agree(browser, startFor(app), name);
            return QUrlQuery(end.url).queryItemValue(u"code"_s);
        };
        const auto body = [](const QString &code) {
            return QJsonObject{{"code"_L1, code}, {"code_verifier"_L1, kVerifier}};
        };
        RestClient karl(m_server.url());
        const QString code = codeFor(u"karl"_s);
        const Answer signedIn = karl.post(u"/api/v1/auth/oidc/exchange"_s, body(code));
        QCOMPARE(signedIn.status, 200);
        QVERIFY(signedIn.header("Set-Cookie").startsWith("plexichat_session="));
        QCOMPARE(karl.post(u"/api/v1/auth/oidc/exchange"_s, body(code)).status, 401);
        karl.setAccessToken(signedIn.json["access_token"_L1].toString());
        QCOMPARE(karl.get(u"/api/v1/users/me"_s).json["username"_L1].toString(), u"karl"_s);

        RestClient john(m_server.url(), u"john"_s, u"john12345"_s);
        const Answer linked = john.post(u"/api/v1/auth/oidc/identities"_s, body(codeFor(u"johnny"_s)));
        QCOMPARE(linked.status, 201);
        QCOMPARE(linked.json["label"_L1].toString(), u"johnny@provider.example"_s);
        QCOMPARE(john.post(u"/api/v1/auth/oidc/identities"_s, body(codeFor(u"karl"_s))).status, 409);
        RestClient other(m_server.url());
        const Answer byIdentity = other.post(u"/api/v1/auth/oidc/exchange"_s, body(codeFor(u"johnny"_s)));
        other.setAccessToken(byIdentity.json["access_token"_L1].toString());
        QCOMPARE(other.get(u"/api/v1/users/me"_s).json["username"_L1].toString(), u"john"_s);

        const Answer list = john.get(u"/api/v1/auth/oidc/identities"_s);
        QCOMPARE(list.json["identities"_L1].toArray().size(), 1);
        const QString path = u"/api/v1/auth/oidc/identities/"_s + linked.json["id"_L1].toString();
        QCOMPARE(john.remove(path).status, 204);
        QCOMPARE(john.remove(path).status, 404);
    }

    void whoDeclinesIsToldTheApp()
    {
        WebSite app([](const WebSite::Request &) { return WebSite::html("You can close this window."); });
        FormBrowser browser;
        const auto page = browser.open(startFor(app));
        const auto end = browser.open(QUrl(page.url.toString() + "/abort"_L1));
        QCOMPARE(end.url.port(), app.url().port());
        QCOMPARE(QUrlQuery(end.url).queryItemValue(u"error"_s), u"access_denied"_s);
        QCOMPARE(QUrlQuery(end.url).queryItemValue(u"state"_s), u"of the app"_s);
    }

private:
    QUrl url(const QString &path) const { return m_server.url().resolved(QUrl(path)); }

    QUrl startFor(const WebSite &app) const
    {
        QUrl start = url(u"/api/v1/auth/oidc/real/start"_s);
        start.setQuery({{u"redirect_uri"_s, app.url(u"/done"_s).toString()},
                        {u"code_challenge"_s, kChallenge},
                        {u"state"_s, u"of the app"_s}});
        return start;
    }

    /** The login page, where the provider does not know the browser, and the one that asks for consent. */
    static FormBrowser::Page agree(FormBrowser &browser, const QUrl &start, const QString &name)
    {
        FormBrowser::Page page = browser.open(start);
        if (page.body.contains("name=\"login\""))
            page = browser.submit(page, {{u"login"_s, name}, {u"password"_s, u"any"_s}});
        QList<QUrl> redirects = page.redirects;
        if (page.body.contains("value=\"consent\"")) {
            page = browser.submit(page);
            redirects += page.redirects;
        }
        page.redirects = std::move(redirects);
        return page;
    }

    QTemporaryDir m_folder;
    RealProvider m_provider;
    ServerProcess m_server;
};

QTEST_GUILESS_MAIN(IdentitiesTest)
#include "identities_test.moc"
