// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/browser.h"
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

/**
 * Swagger UI and ReDoc as a person gets them: in a browser, from the real server. With PLEXICHAT_SCREENSHOTS=FOLDER it
 * leaves pictures of what it saw.
 */
class DocsPagesTest : public QObject
{
    Q_OBJECT

private:
    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PLEXICHAT_SCREENSHOTS");
        if (!folder.isEmpty())
            QVERIFY(m_browser.saveScreenshot(QDir(folder).filePath(name)));
    }

    void verifyQuiet()
    {
        QCOMPARE(m_browser.errors(), QStringList());
        QVERIFY(!m_browser.requests().isEmpty());
        for (const QUrl &url : m_browser.requests()) {
            if (url.scheme() != "blob"_L1)
                QCOMPARE(url.authority(), m_server.url().authority());
        }
    }

    int operationCount() const
    {
        qsizetype operations = 0;
        const QJsonObject paths = m_document.value("paths"_L1).toObject();
        for (const auto &path : paths)
            operations += path.toObject().size();
        return static_cast<int>(operations);
    }

    /** Of so many, the page holds those that are in sight: so down to the end, noting what there was on the way. */
    bool showsEveryOperation()
    {
        m_browser.evaluate(u"window.seen = new Set(); window.scrollTo(0, 0)"_s);
        const QString look = u"(() => { document.querySelectorAll('.opblock').forEach(block => seen.add(block.id)); "
                             "window.scrollBy(0, 400); return seen.size == %1; })()"_s;
        return m_browser.becomesTrue(look.arg(operationCount()), 60'000);
    }

    /** Scrolls until the operation of that id is there, and to it. */
    bool bringsIntoSight(const QString &id)
    {
        m_browser.evaluate(u"window.scrollTo(0, 0)"_s);
        const QString look = u"(() => { const block = document.getElementById('%1'); "
                             "if (block) block.scrollIntoView(); else window.scrollBy(0, 400); return !!block; })()"_s;
        return m_browser.becomesTrue(look.arg(id), 60'000);
    }

    QUrl page(const QString &path) const { return m_server.url().resolved(QUrl(path)); }

    ServerProcess m_server;
    Browser m_browser;
    QJsonObject m_document;

private slots:
    void initTestCase()
    {
        QVERIFY2(m_server.start({u"--rate-limits"_s, u"off"_s}), m_server.standardError().constData());
        QVERIFY2(m_browser.start(), qPrintable(m_browser.fault()));
        RestClient anybody(m_server.url());
        m_document = anybody.get(u"/openapi.json"_s).json;
        QVERIFY(!m_document.isEmpty());
    }

    void swaggerShowsEveryOperation()
    {
        m_browser.open(page(u"/docs"_s));
        QVERIFY(showsEveryOperation());
        keepPicture(u"swagger.png"_s);
        verifyQuiet();
    }

    void swaggerTriesAnOperationWithAToken()
    {
        RestClient person(m_server.url());
        QCOMPARE(person.signIn(u"john"_s, u"john12345"_s).status, 200);
        m_browser.open(page(u"/docs"_s));
        QVERIFY(m_browser.becomesTrue(u"document.querySelectorAll('.opblock').length > 0"_s));
        // The way of a person: Authorize, the token, then Try it out and Execute.
        m_browser.evaluate(u"document.querySelector('.btn.authorize').click()"_s);
        QVERIFY(m_browser.becomesTrue(u"!!document.querySelector('.auth-container input')"_s));
        m_browser.evaluate(uR"((() => {
                const input = [...document.querySelectorAll('.auth-container')]
                    .find(form => form.textContent.includes('bearer')).querySelector('input');
                // React hears of a value only by its own setter and an event.
                Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, '%1');
                input.dispatchEvent(new Event('input', {bubbles: true}));
                input.closest('.auth-container').querySelector('button.authorize').click();
            })())"_s.arg(person.accessToken()));
        QVERIFY(m_browser.becomesTrue(
            u"[...document.querySelectorAll('.auth-container button')].some(b => b.textContent == 'Logout')"_s));
        keepPicture(u"swagger-authorized.png"_s);
        m_browser.evaluate(u"document.querySelector('.close-modal').click()"_s);

        QVERIFY(bringsIntoSight(u"operations-Users-getOwnProfile"_s));
        const QString operation = u"document.getElementById('operations-Users-getOwnProfile')"_s;
        m_browser.evaluate(operation + ".querySelector('.opblock-summary-control').click()"_L1);
        QVERIFY(m_browser.becomesTrue("!!"_L1 + operation + ".querySelector('.try-out__btn')"_L1));
        m_browser.evaluate(operation + ".querySelector('.try-out__btn').click()"_L1);
        QVERIFY(m_browser.becomesTrue("!!"_L1 + operation + ".querySelector('.execute')"_L1));
        m_browser.evaluate(operation + ".querySelector('.execute').click()"_L1);
        const QString status = operation
            + ".querySelector('.live-responses-table tr.response .response-col_status')"_L1;
        QVERIFY(m_browser.becomesTrue("!!"_L1 + status));
        m_browser.evaluate(operation + ".scrollIntoView()"_L1);
        keepPicture(u"swagger-tried.png"_s);
        QCOMPARE(m_browser.evaluate(status + ".textContent"_L1).toString(), u"200"_s);
        const QString shown = m_browser.evaluate(operation + ".querySelector('.live-responses-table').textContent"_L1)
                                  .toString();
        QVERIFY2(shown.contains("user_456"_L1) && shown.contains("john"_L1), qPrintable(shown));
        verifyQuiet();
    }

    void redocShowsTheOperations()
    {
        m_browser.open(page(u"/redoc"_s));
        QVERIFY(m_browser.becomesTrue(u"document.body.innerText.includes('/api/v1/auth/login')"_s));
        const QString text = m_browser.evaluate(u"document.body.innerText"_s).toString();
        for (const auto &tag : m_document.value("tags"_L1).toArray())
            QVERIFY(text.contains(tag.toObject().value("name"_L1).toString()));
        keepPicture(u"redoc.png"_s);
        // Long lists are cut until one asks for more, and come as the page gets to them.
        const QString all = uR"((() => {
            for (const element of document.querySelectorAll('*')) {
                if (/^Show \d+ more/.test(element.textContent) && element.children.length == 0)
                    element.click();
            }
            const links = [...document.querySelectorAll('a')].map(link => link.getAttribute('href'));
            return new Set(links.filter(link => /^#\/\w+\/\w+$/.test(link))).size;
        })())"_s;
        QVERIFY2(m_browser.becomesTrue(u"%1 == %2"_s.arg(all).arg(operationCount())),
                 qPrintable(QString::number(m_browser.evaluate(all).toInt())));
        // One operation with all that it has: fields, examples, answers.
        m_browser.evaluate(u"document.querySelector('a[href=\"#/messages/sendmessage\"]').click()"_s);
        QVERIFY(m_browser.becomesTrue(u"document.body.innerText.includes('client_message_id')"_s));
        keepPicture(u"redoc-messages.png"_s);
        verifyQuiet();
    }

    void assetsAreKept()
    {
        RestClient anybody(m_server.url());
        const QString html = QString::fromUtf8(anybody.get(u"/docs"_s).body);
        const QString path = u'/' + html.section(u"<script defer src=\""_s, 1, 1).section(u'"', 0, 0);
        const Answer plain = anybody.send("GET", path, {}, {{"Accept-Encoding", "identity"}});
        QCOMPARE(plain.status, 200);
        QVERIFY(plain.header("Content-Encoding").isEmpty());
        QVERIFY(plain.header("Cache-Control").contains("immutable"));
        QCOMPARE(plain.header("Vary"), "Accept-Encoding");
        // QNetworkAccessManager asks for gzip by itself and takes it apart.
        const Answer packed = anybody.get(path);
        QCOMPARE(packed.status, 200);
        QVERIFY(packed.body == plain.body);
        QVERIFY(packed.header("ETag") != plain.header("ETag"));
        const Answer again = anybody.send("GET", path, {}, {{"If-None-Match", packed.header("ETag")}});
        QCOMPARE(again.status, 304);
        QCOMPARE(anybody.get(u"/docs/0000000000000000/swagger-ui.css"_s).status, 404);
        QCOMPARE(anybody.get(path.section(u'/', 0, 2) + "/nothing.js"_L1).status, 404);
    }

    void pagesRunNothingForeign_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("Swagger UI") << u"/docs"_s;
        QTest::newRow("ReDoc") << u"/redoc"_s;
    }

    void pagesRunNothingForeign()
    {
        QFETCH(const QString, path);
        RestClient anybody(m_server.url());
        const Answer answer = anybody.get(path);
        const QByteArray policy = answer.header("Content-Security-Policy");
        QVERIFY(policy.startsWith("default-src 'none'"));
        QVERIFY(policy.contains("frame-ancestors 'none'"));
        QVERIFY(!policy.contains("unsafe"));
        QVERIFY(!policy.contains('*'));
        QVERIFY(!policy.contains("http"));
        QCOMPARE(answer.header("X-Content-Type-Options"), "nosniff");
        QCOMPARE(answer.header("X-Frame-Options"), "DENY");
        QVERIFY(!QString::fromUtf8(answer.body).contains("://"_L1));
    }
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::DocsPagesTest)
#include "docs_pages_test.moc"
