// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/link_previews_service.h"

#include "server/services/links.h"
#include "tests/support/conversation_world.h"
#include "tests/support/web_site.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::LinkPreview;
using protocol::Message;

/** From a link in a message to what its readers see under it, with a real web server. */
class LinkPreviewsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_channel = m_world->makeChannel(m_ann, u"links"_s).id;
    }

    void cleanup()
    {
        m_previews.reset();
        m_client.reset();
        m_world.reset();
    }

    void findsLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("links");
        QTest::newRow("none") << u"no link, ftp://a.example, http:// and https"_s << QStringList();
        QTest::newRow("sentence") << u"See https://a.example/x?y=1, or (http://b.example)."_s
                                  << QStringList{u"https://a.example/x?y=1"_s, u"http://b.example"_s};
        QTest::newRow("brackets") << u"(https://a.example/w_(x))"_s << QStringList{u"https://a.example/w_(x)"_s};
        QTest::newRow("markdown") << u"**[x](https://a.example/x)** <https://b.example/y>"_s
                                  << QStringList{u"https://a.example/x"_s, u"https://b.example/y"_s};
        QTest::newRow("code") << u"`https://a.example` ```\nhttps://b.example\n``` HTTPS://c.example"_s
                              << QStringList{u"HTTPS://c.example"_s};
        QTest::newRow("twice") << u"https://a.example https://a.example"_s << QStringList{u"https://a.example"_s};
        QTest::newRow("many") << u"http://a.x http://b.x http://c.x http://d.x"_s
                              << QStringList{u"http://a.x"_s, u"http://b.x"_s, u"http://c.x"_s};
        QTest::newRow("long") << u"http://a.x/"_s + QString(3'000, u'x') << QStringList();
    }

    void findsLinks()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, links);
        QCOMPARE(services::linksIn(text, 3), links);
    }

    void addsWhatThePageSaysUnderTheNextSeq()
    {
        WebSite site([](const WebSite::Request &request) {
            if (request.target == "/broken")
                return WebSite::answer(404, "<title>Not found</title>", "Content-Type: text/html\r\n");
            if (request.target == "/picture")
                return WebSite::answer(200, "<title>x</title>", "Content-Type: image/png\r\n");
            return WebSite::html("<head><meta property='og:title' content='A page'><meta property='og:description'"
                                 " content='About it'><meta property='og:image' content='/p.png'></head>");
        });
        start({u"127.0.0.1"_s});
        const QString link = site.url(u"/page"_s).toString();
        const Message sent = post(link + u' ' + site.url(u"/broken"_s).toString() + u' '
                                  + site.url(u"/picture"_s).toString());
        QVERIFY(sent.linkPreviews.isEmpty());
        const Message updated = nextUpdate();
        QCOMPARE(updated.id, sent.id);
        QCOMPARE(updated.seq, sent.seq + 1);
        QVERIFY(!updated.isEdited);
        const LinkPreview expected{.url = link,
                                   .title = u"A page"_s,
                                   .description = u"About it"_s,
                                   .siteName = u"127.0.0.1"_s,
                                   .imageUrl = site.url(u"/p.png"_s).toString()};
        QCOMPARE(updated.linkPreviews, QList{expected});
        QCOMPARE(stored(sent.id), updated);
        QCOMPARE(m_world->findings(), QStringList());

        // What does not change the links keeps what was found, and asks nobody.
        const auto asked = site.connections();
        const Message edited = edit(sent.id, u"Look: "_s + sent.content);
        QCOMPARE(edited.linkPreviews, QList{expected});
        QCOMPARE(edit(sent.id, u"No link"_s).linkPreviews, QList<LinkPreview>());
        QCOMPARE(stored(sent.id).linkPreviews, QList<LinkPreview>());
        QCOMPARE(site.connections(), asked);
        edit(sent.id, link);
        QTRY_COMPARE(stored(sent.id).linkPreviews, QList{expected});

        m_world->await(m_world->messages->remove(m_ann, sent.id));
        QCOMPARE(stored(sent.id).linkPreviews, QList<LinkPreview>());
        QCOMPARE(m_world->findings(), QStringList());
    }

    void doesNotEvenConnectToThisMachine()
    {
        WebSite secret([](const WebSite::Request &) { return WebSite::html("<title>secret</title>"); });
        WebSite known([](const WebSite::Request &) { return WebSite::html("<title>known</title>"); });
        // The other is on an address of loopback that nobody excepted; the one behind it shows when it was passed over.
        start({u"localhost"_s}, {.running = 1});
        post(secret.url().toString());
        const Message later = post(known.url(u"/"_s, u"localhost"_s).toString());
        QCOMPARE(nextUpdate().id, later.id);
        QCOMPARE(secret.connections(), 0);
    }

    void whatChangedMeanwhileGetsNothing()
    {
        WebSite site([this](const WebSite::Request &request) {
            if (request.target == "/edited")
                edit(withLinkTo(request.target), u"Something else"_s);
            else if (request.target == "/deleted")
                m_world->await(m_world->messages->remove(m_ann, withLinkTo(request.target)));
            return WebSite::html("<title>late</title>");
        });
        start({u"127.0.0.1"_s}, {.running = 1});
        for (const QString &path : {u"/edited"_s, u"/deleted"_s}) {
            const MessageId changed = post(site.url(path).toString()).id;
            QCOMPARE(nextUpdateWithPreviews(post(site.url(u"/next"_s).toString()).id).linkPreviews.size(), 1);
            QCOMPARE(stored(changed).linkPreviews, QList<LinkPreview>());
        }
    }

    void onePersonCannotFillTheQueue()
    {
        QAtomicInt asked = 0;
        WebSite site([&](const WebSite::Request &) {
            ++asked;
            return WebSite::html("<title>page</title>");
        });
        start({u"127.0.0.1"_s}, {.running = 1, .maxPerMinute = 2});
        const security::Principal bob = m_world->person(u"bob"_s);
        m_world->await(m_world->members->join(bob, m_channel.toString()));
        for (int i = 0; i < 5; ++i)
            post(site.url(u"/%1"_s.arg(i)).toString());
        const Message other = m_world->post(bob, m_channel, site.url(u"/bob"_s).toString());
        nextUpdateWithPreviews(other.id);
        QCOMPARE(asked.loadRelaxed(), 3);
    }

    void stopsWhileSomebodyIsSilent()
    {
        WebSite silent([](const WebSite::Request &) { return QByteArray(); });
        start({u"127.0.0.1"_s});
        post(silent.url().toString());
        QTRY_COMPARE(silent.requests().size(), 1);
        m_client->stop();
        m_previews->stop();
        post(silent.url().toString());
    }

private:
    void start(const QStringList &excepted, const services::LinkPreviewsService::Options &options = {})
    {
        m_client = std::make_unique<outgoing::OutgoingClient>(
            outgoing::OutgoingClient::Options{.policy = outgoing::AddressPolicy(excepted)});
        m_previews = std::make_unique<services::LinkPreviewsService>(m_world->database(), m_world->publisher, *m_client,
                                                                     options);
        m_world->messages->setLinkPreviews(m_previews.get());
    }

    Message post(const QString &text) { return m_world->post(m_ann, m_channel, text); }

    Message edit(MessageId message, const QString &text)
    {
        return m_world->await(m_world->messages->edit(m_ann, message, {.content = text}));
    }

    /** The message with a link to `path`: it need not be the newest any more when its page is asked for. */
    MessageId withLinkTo(const QByteArray &path)
    {
        const QList<Message> messages = m_world->messages->page(m_ann, m_channel.toString(), {})->messages;
        const auto found = std::ranges::find_if(
            messages, [&](const Message &message) { return message.content.endsWith(QLatin1StringView(path)); });
        return found == messages.end() ? MessageId() : found->id;
    }

    Message stored(MessageId message) { return *m_world->messages->get(m_ann, message); }

    /** Waits for a `message_updated`. */
    Message nextUpdate()
    {
        Message updated;
        const bool came = QTest::qWaitFor([&] {
            for (const auto &entry : m_world->publisher.take()) {
                const auto *publication = std::get_if<realtime::Publication>(&entry);
                if (const auto *event = publication ? std::get_if<protocol::MessageUpdated>(&publication->event)
                                                    : nullptr)
                    updated = event->message;
            }
            return !updated.id.isNull();
        });
        if (!came)
            qFatal("No message was updated");
        return updated;
    }

    Message nextUpdateWithPreviews(MessageId message)
    {
        Message updated = nextUpdate();
        while (updated.id != message || updated.linkPreviews.isEmpty())
            updated = nextUpdate();
        return updated;
    }

    std::unique_ptr<ConversationWorld> m_world;
    std::unique_ptr<outgoing::OutgoingClient> m_client;
    std::unique_ptr<services::LinkPreviewsService> m_previews;
    security::Principal m_ann;
    ChannelId m_channel;
};

QTEST_GUILESS_MAIN(LinkPreviewsServiceTest)
#include "link_previews_service_test.moc"
