// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outgoing/outgoing_client.h"

#include "tests/support/web_site.h"

#include <QSslConfiguration>
#include <QTest>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace plexi;
using outgoing::Answer;
using outgoing::OutgoingClient;
using test::WebSite;

namespace {

/** Names say what the test wants, each time the next of what was given, the last again and again. */
class GivenNames final : public outgoing::Resolver
{
public:
    using Answers = QHash<QString, QList<QStringList>>;

    GivenNames(Answers answers, std::shared_ptr<std::atomic<int>> lookups)
        : m_answers(std::move(answers)), m_lookups(std::move(lookups))
    {
    }

    void resolve(const QString &host, QObject *context, Found found) override
    {
        ++*m_lookups;
        QList<QStringList> &answers = m_answers[host];
        QList<QHostAddress> addresses;
        for (const QString &address : answers.value(0))
            addresses.append(QHostAddress(address));
        if (answers.size() > 1)
            answers.removeFirst();
        QMetaObject::invokeMethod(context, [found, addresses] { found(addresses); }, Qt::QueuedConnection);
    }

private:
    Answers m_answers;
    std::shared_ptr<std::atomic<int>> m_lookups;
};

/** A client that may ask the names a.test and b.test, which are on this machine, and knows of c.test, which is too. */
struct Client {
    explicit Client(GivenNames::Answers more = {})
    {
        GivenNames::Answers answers{
            {u"a.test"_s, {{u"127.0.0.1"_s}}}, {u"b.test"_s, {{u"127.0.0.1"_s}}}, {u"c.test"_s, {{u"127.0.0.1"_s}}}};
        answers.insert(more);
        client = std::make_unique<OutgoingClient>(
            OutgoingClient::Options{.policy = outgoing::AddressPolicy({u"a.test"_s, u"b.test"_s})},
            std::make_unique<GivenNames>(std::move(answers), lookups));
    }

    Result<Answer> get(const QUrl &url) { return send({.url = url}); }
    Result<Answer> send(outgoing::Request request) { return QCoro::waitFor(client->send(std::move(request))); }

    std::shared_ptr<std::atomic<int>> lookups = std::make_shared<std::atomic<int>>(0);
    std::unique_ptr<OutgoingClient> client;
};

ErrorCode codeOf(const Result<Answer> &answer)
{
    return answer ? ErrorCode::NotFound : answer.error().code;
}

QByteArray gzip(const QByteArray &plain)
{
    z_stream stream{};
    // 16 more than the window: with the header of gzip.
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QCoro::Task<> keep(OutgoingClient *client, QUrl url, std::shared_ptr<std::optional<Result<Answer>>> kept)
{
    Result<Answer> answer = co_await client->send({.url = url});
    kept->emplace(std::move(answer));
}

} // namespace

/** The one way to other servers, against real ones: where it goes, where it does not, and that it always comes back. */
class OutgoingClientTest : public QObject
{
    Q_OBJECT

private slots:
    void asksByNameAndConnectsToTheCheckedAddress()
    {
        WebSite site([](const WebSite::Request &) { return WebSite::html("hello"); });
        // The second answer is what an attacker's name server would say once the first one was found good.
        Client client({{u"a.test"_s, {{u"10.0.0.1"_s, u"127.0.0.1"_s}, {u"127.0.0.9"_s}}}});
        const auto answer = client.get(site.url(u"/p%20q?x=1&y=%2F#part"_s, u"a.test"_s));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "hello");
        QCOMPARE(answer->url.host(), u"a.test"_s);
        QVERIFY(!answer->isTruncated);
        QCOMPARE(site.requests().first().target, "/p%20q?x=1&y=%2F");
        QCOMPARE(site.requests().first().headers.value("host"), "a.test:" + QByteArray::number(site.url().port()));
        QCOMPARE(client.lookups->load(), 1);
    }

    void triesTheNextAddressWhereTheFirstDoesNotListen()
    {
        WebSite site([](const WebSite::Request &) { return WebSite::html("hello"); });
        Client client({{u"a.test"_s, {{u"127.0.0.2"_s, u"127.0.0.1"_s}}}});
        QVERIFY(client.get(site.url(u"/"_s, u"a.test"_s)));
    }

    void doesNotEvenConnectToWhatIsNotOnTheInternet_data()
    {
        QTest::addColumn<QString>("host");
        for (const char *host : {"127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0",
                                 "[::ffff:127.0.0.1]", "[::]", "c.test", "mapped.test", "many.test"})
            QTest::newRow(host) << QString::fromLatin1(host);
    }

    void doesNotEvenConnectToWhatIsNotOnTheInternet()
    {
        QFETCH(QString, host);
        WebSite site([](const WebSite::Request &) { return WebSite::html("secret"); });
        // What of these Qt does not read as an address, the machine's resolver would.
        const QList<QStringList> here{{u"127.0.0.1"_s}};
        Client client({{u"mapped.test"_s, {{u"::ffff:127.0.0.1"_s}}},
                       {u"many.test"_s, {{u"10.0.0.1"_s, u"169.254.169.254"_s, u"127.0.0.1"_s, u"::1"_s}}},
                       {u"127.1"_s, here},
                       {u"2130706433"_s, here},
                       {u"0x7f000001"_s, here},
                       {u"0177.0.0.1"_s, here}});
        QCOMPARE(codeOf(client.get(site.url(u"/"_s, host))), ErrorCode::InsufficientPermissions);
        QCOMPARE(site.connections(), 0);
    }

    void refusesWhatIsNoWebAddress()
    {
        Client client;
        for (const char *url :
             {"", "/path", "ftp://a.test/", "file:///etc/passwd", "http://", "http://me:secret@a.test/",
              "http://a.test:0/", "data:text/plain,x", "gopher://a.test/"})
            QCOMPARE(codeOf(client.get(QUrl(QString::fromLatin1(url)))), ErrorCode::ValidationError);
        QCOMPARE(codeOf(client.get(QUrl(u"http://nowhere.test/"_s))), ErrorCode::ServiceUnavailable);
    }

    void checksEachRedirect()
    {
        WebSite secret([](const WebSite::Request &) { return WebSite::html("secret"); });
        const QUrl forbidden = secret.url(u"/"_s, u"c.test"_s);
        WebSite site([&](const WebSite::Request &) { return WebSite::redirect(forbidden); });
        Client client;
        QCOMPARE(codeOf(client.get(site.url(u"/"_s, u"a.test"_s))), ErrorCode::InsufficientPermissions);
        QCOMPARE(secret.connections(), 0);

        WebSite scheme([](const WebSite::Request &) { return WebSite::redirect(QUrl(u"file:///etc/passwd"_s)); });
        QCOMPARE(codeOf(client.get(scheme.url(u"/"_s, u"a.test"_s))), ErrorCode::ValidationError);
    }

    void followsThreeRedirects()
    {
        WebSite site([](const WebSite::Request &request) {
            const int left = request.target.sliced(1).toInt();
            return left == 0 ? WebSite::html("there") : WebSite::redirect(QUrl(u"/%1"_s.arg(left - 1)));
        });
        Client client;
        const auto answer = client.get(site.url(u"/3"_s, u"a.test"_s));
        QVERIFY(answer);
        QCOMPARE(answer->body, "there");
        QCOMPARE(answer->url.path(), u"/0"_s);
        QCOMPARE(codeOf(client.get(site.url(u"/4"_s, u"a.test"_s))), ErrorCode::ServiceUnavailable);
        const auto first = client.send({.url = site.url(u"/1"_s, u"a.test"_s), .maxRedirects = 0});
        QVERIFY(first);
        QCOMPARE(first->status, 302);
    }

    void carriesNoCredentialsToAnotherOrigin()
    {
        WebSite other([](const WebSite::Request &) { return WebSite::html("there"); });
        const QUrl elsewhere = other.url(u"/"_s, u"b.test"_s);
        WebSite site([&](const WebSite::Request &request) {
            if (request.target == "/here")
                return WebSite::answer(302, {}, "Set-Cookie: a=1\r\nLocation: /away\r\n");
            return WebSite::redirect(elsewhere, request.target == "/keep" ? 307 : 303);
        });
        Client client;
        QHttpHeaders headers;
        headers.append(QHttpHeaders::WellKnownHeader::Authorization, "Bearer secret");
        QVERIFY(client.send({.url = site.url(u"/here"_s, u"a.test"_s), .headers = headers}));
        QCOMPARE(site.requests().size(), 2);
        QCOMPARE(site.requests().last().headers.value("authorization"), "Bearer secret");
        QVERIFY(!site.requests().last().headers.contains("cookie"));
        QVERIFY(!other.requests().first().headers.contains("authorization"));

        headers.append(QHttpHeaders::WellKnownHeader::ContentType, "application/json");
        QVERIFY(
            client.send({.url = site.url(u"/"_s, u"a.test"_s), .method = "POST", .headers = headers, .body = "{}"}));
        QCOMPARE(site.requests().last().body, "{}");
        QCOMPARE(other.requests().last().method, "GET");
        QVERIFY(other.requests().last().body.isEmpty());
        QCOMPARE(codeOf(client.send(
                     {.url = site.url(u"/keep"_s, u"a.test"_s), .method = "POST", .headers = headers, .body = "{}"})),
                 ErrorCode::ServiceUnavailable);
        QCOMPARE(other.connections(), 2);
    }

    void answersOfAnyStatusAreAnswers()
    {
        WebSite site([](const WebSite::Request &request) {
            return WebSite::answer(request.target.sliced(1).toInt(), "why", "X-Reason: because\r\n");
        });
        Client client;
        for (const int status : {200, 304, 400, 401, 403, 404, 407, 410, 418, 429, 500, 503, 599}) {
            const auto answer = client.get(site.url(u"/%1"_s.arg(status), u"a.test"_s));
            QVERIFY2(answer, qPrintable(QString::number(status)));
            QCOMPARE(answer->status, status);
            QCOMPARE(answer->headers.value("x-reason"), "because");
        }
    }

    void boundsWhatItReads()
    {
        const QByteArray bomb = gzip(QByteArray(64 << 20, 'x'));
        const QByteArray text = "a text that is worth packing, packing, packing";
        WebSite site([&](const WebSite::Request &request) {
            if (request.target == "/bomb")
                return WebSite::answer(200, bomb, "Content-Encoding: gzip\r\n");
            if (request.target == "/packed")
                return WebSite::answer(200, gzip(text), "Content-Encoding: gzip\r\n");
            return WebSite::html(QByteArray(300'000, 'x'));
        });
        Client client;
        const QUrl long_ = site.url(u"/long"_s, u"a.test"_s);
        QCOMPARE(codeOf(client.send({.url = long_, .maxBytes = 299'999})), ErrorCode::PayloadTooLarge);
        const auto whole = client.send({.url = long_, .maxBytes = 300'000});
        QVERIFY(whole);
        QCOMPARE(whole->body.size(), 300'000);
        const auto truncated = client.send({.url = long_, .maxBytes = 1'000, .overflow = outgoing::Overflow::Truncate});
        QVERIFY(truncated);
        QVERIFY(truncated->isTruncated);
        QCOMPARE(truncated->body.size(), 1'000);

        QCOMPARE(client.get(site.url(u"/packed"_s, u"a.test"_s)).value_or(Answer()).body, text);
        const QUrl bombUrl = site.url(u"/bomb"_s, u"a.test"_s);
        QVERIFY(bomb.size() < 100'000);
        QCOMPARE(codeOf(client.get(bombUrl)), ErrorCode::PayloadTooLarge);
        const auto splinter = client.send({.url = bombUrl, .overflow = outgoing::Overflow::Truncate});
        QVERIFY(splinter);
        QCOMPARE(splinter->body.size(), 1 << 20);
    }

    void givesUpInTime()
    {
        WebSite silent([](const WebSite::Request &) { return QByteArray(); });
        WebSite broken(
            [](const WebSite::Request &) { return "HTTP/1.1 200 Fine\r\nContent-Length: 9\r\n\r\nhalf"_ba; });
        Client client;
        const QUrl url = silent.url(u"/"_s, u"a.test"_s);
        QCOMPARE(codeOf(client.send({.url = url, .deadline = std::chrono::milliseconds(50)})),
                 ErrorCode::ServiceUnavailable);
        QCOMPARE(silent.connections(), 1);
        QCOMPARE(codeOf(client.get(broken.url(u"/"_s, u"a.test"_s))), ErrorCode::ServiceUnavailable);
    }

    void stoppingAnswersWhoWaits()
    {
        WebSite silent([](const WebSite::Request &) { return QByteArray(); });
        Client client;
        auto kept = std::make_shared<std::optional<Result<Answer>>>();
        keep(client.client.get(), silent.url(u"/"_s, u"a.test"_s), kept);
        QTRY_COMPARE(silent.requests().size(), 1);
        client.client.reset();
        QTRY_VERIFY(kept->has_value());
        QCOMPARE(codeOf(**kept), ErrorCode::ServiceUnavailable);
    }

    void tlsProvesTheNameAndNotTheAddress()
    {
        const QTemporaryDir directory;
        const QSslConfiguration tls = test::selfSignedTls(directory, u"a.test"_s);
        WebSite plain([](const WebSite::Request &) { return WebSite::html("in the clear"); });
        const QUrl clear = plain.url(u"/"_s, u"a.test"_s);
        WebSite site(
            [&](const WebSite::Request &request) {
                return request.target == "/" ? WebSite::html("hello") : WebSite::redirect(clear);
            },
            tls);
        Client client;
        QCOMPARE(codeOf(client.get(site.url(u"/"_s, u"a.test"_s))), ErrorCode::ServiceUnavailable);

        const auto usual = QSslConfiguration::defaultConfiguration();
        auto trusting = usual;
        trusting.addCaCertificates(tls.localCertificateChain());
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(usual); });
        Client trustingClient;
        QCOMPARE(trustingClient.get(site.url(u"/"_s, u"a.test"_s)).value_or(Answer()).body, "hello");
        QCOMPARE(codeOf(trustingClient.get(site.url(u"/"_s, u"b.test"_s))), ErrorCode::ServiceUnavailable);
        QCOMPARE(codeOf(trustingClient.get(site.url(u"/down"_s, u"a.test"_s))), ErrorCode::ServiceUnavailable);
        QCOMPARE(plain.connections(), 0);
    }

    void whatAnAdminConfiguredIsTrustedButNotWhereItLeads()
    {
        WebSite other([](const WebSite::Request &) { return WebSite::html("secret"); });
        WebSite site([&](const WebSite::Request &request) {
            if (request.target == "/away")
                return WebSite::redirect(other.url());
            return request.target == "/" ? WebSite::redirect(QUrl(u"/there"_s)) : WebSite::html("configured");
        });
        Client client;
        const auto configured = outgoing::Trust::Configuration;
        QCOMPARE(client.send({.url = site.url(), .trust = configured}).value_or(Answer()).body, "configured");
        QCOMPARE(codeOf(client.send({.url = site.url(u"/away"_s), .trust = configured})),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(other.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(OutgoingClientTest)
#include "outgoing_client_test.moc"
