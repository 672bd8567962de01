// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/key_ring.h"
#include "server/services/webhook_sender.h"
#include "server/services/webhooks_service.h"
#include "server/store/webhooks_store.h"
#include "shared/protocol/json_reader.h"
#include "tests/support/conversation_world.h"
#include "tests/support/web_site.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::ChannelType;
using protocol::Webhook;
using protocol::WebhookDelivery;
using security::Principal;
using services::WebhookSender;

/** What other servers are told: kept with the event, signed, tried again, and ended where nobody listens. */
class WebhooksServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_folder = std::make_unique<QTemporaryDir>();
        const auto keys = security::KeyRing::loadOrCreate(m_folder->filePath(u"secret.key"_s));
        QVERIFY(keys);
        store::Database &database = m_world->database();
        m_audit = std::make_unique<services::AuditService>(database, *keys);
        m_secrets = std::make_unique<security::SecretBox>(*keys);
        m_outbox = std::make_unique<services::WebhookOutbox>(database, m_world->publisher);
        m_outbox->setWake([this] {
            if (m_sender)
                m_sender->wake();
        });
        m_webhooks = std::make_unique<services::WebhooksService>(
            services::WebhooksService::Parts{database, *m_audit, *m_secrets, *m_outbox},
            outgoing::AddressPolicy({u"127.0.0.1"_s}));
        m_messages = std::make_unique<services::MessagesService>(database, *m_outbox);
        m_members = std::make_unique<services::MembersService>(
            database, *m_outbox, *m_world->channels, [](UserId) -> Result<protocol::User> { return protocol::User(); });
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_root = m_world->person(u"root"_s, {u"admin"_s});
        m_room = m_world->makeChannel(m_ann, u"room"_s).id;
        m_secret = m_world->makeChannel(m_ann, u"secret"_s, ChannelType::Private).id;
        m_status = 200;
        m_site = std::make_unique<WebSite>(
            [this](const WebSite::Request &) { return m_status == 0 ? QByteArray() : WebSite::answer(m_status, ""); });
    }

    void cleanup()
    {
        m_sender.reset();
        m_world->database().drain();
        m_webhooks.reset();
        m_messages.reset();
        m_members.reset();
        m_outbox.reset();
        m_audit.reset();
        m_world.reset();
        m_site.reset();
    }

    void whatItWantsIsKeptWithTheEvent()
    {
        const Webhook hook = *make(m_ann, m_room, {u"message"_s, u"message_deleted"_s, u"member_joined"_s});
        const protocol::Message message = post(m_ann, m_room, u"hello"_s);
        m_world->await(m_messages->edit(m_ann, message.id, {.content = u"not wanted"_s}));
        post(m_ann, m_secret, u"elsewhere"_s);
        m_world->await(m_members->join(m_bob, u"room"_s));
        m_world->await(m_messages->remove(m_ann, message.id));
        // What is refused did not happen, and is not told.
        QVERIFY(m_world->refusal(m_messages->send(m_root, ConversationWorld::draft(m_room, u"no member"_s))));
        QCOMPARE(eventsFor(hook.id), QStringList({u"message"_s, u"member_joined"_s, u"message_deleted"_s}));

        const auto waiting = store::webhooks::dueFor(m_world->database().reader(), hook.id, Timestamp::now(), 10);
        const auto payload = protocol::parseObject(waiting->first().payload);
        QVERIFY(payload);
        QCOMPARE(payload->value("type"_L1).toString(), u"message"_s);
        QCOMPARE(payload->value("delivery_id"_L1).toString(), waiting->first().id.toString());
        QCOMPARE(payload->value("webhook_id"_L1).toString(), hook.id.toString());
        QCOMPARE(payload->value("data"_L1)["content"_L1].toString(), u"hello"_s);
        QCOMPARE(payload->value("data"_L1)["id"_L1].toString(), message.id.toString());

        QVERIFY(m_world->run(m_webhooks->remove(m_ann, hook.id)));
        post(m_ann, m_room, u"after"_s);
        QCOMPARE(count(), 0);
    }

    void thoseOfAllPublicChannelsHearNothingPrivate()
    {
        const Webhook hook = *make(m_root, std::nullopt, {u"message"_s, u"channel_created"_s});
        post(m_ann, m_room, u"public"_s);
        post(m_ann, m_secret, u"private"_s);
        QCOMPARE(eventsFor(hook.id), QStringList{u"message"_s});
        // A restart knows them again.
        services::WebhookOutbox again(m_world->database(), m_world->publisher);
        QVERIFY(again.load());
        services::MessagesService messages(m_world->database(), again);
        m_world->await(messages.send(m_ann, ConversationWorld::draft(m_room, u"after a restart"_s)));
        QCOMPARE(eventsFor(hook.id).size(), 2);
    }

    void onlyWhoManagesTheChannelManagesThem()
    {
        m_world->await(m_members->join(m_bob, u"room"_s));
        const Webhook hook = *make(m_ann, m_room, {u"message"_s});
        const Webhook hidden = *make(m_ann, m_secret, {u"message"_s});
        const Webhook all = *make(m_root, std::nullopt, {u"message"_s});
        const auto codes = [&](const Principal &caller, const Webhook &which) {
            return QList<ErrorCode>{m_webhooks->get(caller, which.id).error().code,
                                    m_world->run(m_webhooks->update(caller, which.id, {.name = u"x"_s})).error().code,
                                    m_webhooks->deliveries(caller, which.id, {}, 50).error().code,
                                    m_world->run(m_webhooks->sendAgain(caller, which.id, DeliveryId(7))).error().code,
                                    m_world->run(m_webhooks->remove(caller, which.id)).error().code};
        };
        QCOMPARE(codes(m_bob, hook), QList<ErrorCode>(5, ErrorCode::InsufficientPermissions));
        QCOMPARE(codes(m_bob, hidden), QList<ErrorCode>(5, ErrorCode::NotFound));
        QCOMPARE(codes(m_root, hidden), QList<ErrorCode>(5, ErrorCode::NotFound));
        QCOMPARE(codes(m_ann, all), QList<ErrorCode>(5, ErrorCode::NotFound));
        QCOMPARE(make(m_bob, m_room, {u"message"_s}).error().code, ErrorCode::InsufficientPermissions);
        QCOMPARE(make(m_root, m_secret, {u"message"_s}).error().code, ErrorCode::NotFound);
        QCOMPARE(make(m_ann, std::nullopt, {u"message"_s}).error().code, ErrorCode::InsufficientPermissions);
        QVERIFY(m_webhooks->list(m_ann, {})->isEmpty());
        QCOMPARE(m_webhooks->list(m_root, {})->size(), 1);
        QCOMPARE(m_webhooks->list(m_ann, m_room.toString())->size(), 1);
        QVERIFY(!m_webhooks->list(m_ann, m_room.toString())->first().secret);
        // Over the Internet only with TLS.
        const auto plain = m_world->run(m_webhooks->update(m_ann, hook.id, {.url = QUrl(u"http://example.com/"_s)}));
        QCOMPARE(plain.error().details.value("field"_L1).toString(), u"url"_s);
        QVERIFY(m_world->run(m_webhooks->update(m_ann, hook.id, {.url = QUrl(u"https://example.com/"_s)})));
    }

    void deliveriesAreSigned()
    {
        const Webhook hook = *make(m_ann, m_room, {u"message"_s});
        startSender({});
        post(m_ann, m_room, u"hello"_s);
        QTRY_COMPARE(m_site->requests().size(), 1);
        const WebSite::Request request = m_site->requests().first();
        QCOMPARE(request.method, "POST");
        QCOMPARE(request.headers.value("content-type"), "application/json");
        QCOMPARE(request.headers.value("x-plexichat-event"), "message");
        QCOMPARE(request.headers.value("x-plexichat-attempt"), "1");
        // As a receiver checks it.
        const QByteArray signature = request.headers.value("x-plexichat-signature");
        QVERIFY(signature.startsWith("t="));
        const QByteArray seconds = signature.sliced(2, signature.indexOf(',') - 2);
        QVERIFY(qAbs(seconds.toLongLong() - Timestamp::now().seconds()) < 60);
        QCOMPARE(signature.sliced(signature.indexOf(",v1=") + 4),
                 QMessageAuthenticationCode::hash(seconds + '.' + request.body, hook.secret->toLatin1(),
                                                  QCryptographicHash::Sha256)
                     .toHex());
        QTRY_COMPARE(log(hook.id).first().state, WebhookDelivery::State::Delivered);
        QCOMPARE(log(hook.id).first().responseStatus, 200);
        QCOMPARE(log(hook.id).first().id.toString().toLatin1(), request.headers.value("x-plexichat-delivery"));

        QVERIFY(m_world->run(m_webhooks->sendAgain(m_ann, hook.id, log(hook.id).first().id)));
        m_sender->wake();
        QTRY_COMPARE(m_site->requests().size(), 2);
        QCOMPARE(m_site->requests().last().body, request.body);
        QCOMPARE(m_world->run(m_webhooks->sendAgain(m_ann, hook.id, DeliveryId(7))).error().code, ErrorCode::NotFound);
    }

    void whatFailsIsTriedAgain()
    {
        const Webhook hook = *make(m_ann, m_room, {u"message"_s});
        m_status = 500;
        startSender({.firstPause = 0});
        post(m_ann, m_room, u"hello"_s);
        QTRY_VERIFY(m_site->requests().size() >= 3);
        QVERIFY(m_webhooks->get(m_ann, hook.id)->failingSince);
        m_status = 204;
        QTRY_COMPARE(log(hook.id).first().state, WebhookDelivery::State::Delivered);
        QCOMPARE(log(hook.id).first().attempts, m_site->requests().size());
        QVERIFY(!m_webhooks->get(m_ann, hook.id)->failingSince);
        QSet<QByteArray> ids;
        for (const WebSite::Request &request : m_site->requests())
            ids.insert(request.headers.value("x-plexichat-delivery"));
        QCOMPARE(ids.size(), 1);
    }

    void pausesGrowUntilItIsGivenUp()
    {
        const Webhook hook = *make(m_ann, m_room, {u"message"_s});
        m_status = 302;
        m_clock = Timestamp::now().plusSeconds(60).ms;
        startSender({.firstPause = 10, .greatestPause = 100, .maxAttempts = 7, .clock = [this] {
                         return Timestamp{m_clock};
                     }});
        post(m_ann, m_room, u"hello"_s);
        for (const qint64 pause : {10, 20, 40, 80, 100, 100}) {
            const qint64 tried = m_site->requests().size();
            QTRY_COMPARE(log(hook.id).first().attempts, tried == 0 ? 1 : tried);
            const auto next = log(hook.id).first().nextAttemptAt;
            QVERIFY(next);
            const double seconds = static_cast<double>(next->ms - m_clock) / 1000;
            QVERIFY2(seconds >= pause * 0.8 - 1 && seconds <= pause * 1.2 + 1, qPrintable(QString::number(seconds)));
            m_clock = next->ms;
            m_sender->wake();
            QTRY_COMPARE(m_site->requests().size(), std::max<qint64>(tried, 1) + 1);
        }
        QTRY_COMPARE(log(hook.id).first().state, WebhookDelivery::State::GivenUp);
        QCOMPARE(log(hook.id).first().responseStatus, 302);
    }

    /** What was under way when the server ended, and what was still waiting. */
    void nothingIsLostByAStop()
    {
        const Webhook hook = *make(m_ann, m_room, {u"message"_s});
        m_status = 0; // says nothing
        startSender({.perWebhook = 1});
        post(m_ann, m_room, u"one"_s);
        post(m_ann, m_room, u"two"_s);
        QTRY_COMPARE(m_site->requests().size(), 1);
        QElapsedTimer stopping;
        stopping.start();
        m_sender.reset();
        QVERIFY(stopping.elapsed() < 4'000);
        QCOMPARE(log(hook.id).last().attempts, 0);
        m_status = 200;
        startSender({});
        QTRY_COMPARE(m_site->requests().size(), 3);
        QTRY_VERIFY(std::ranges::all_of(
            log(hook.id), [](const WebhookDelivery &each) { return each.state == WebhookDelivery::State::Delivered; }));
        QCOMPARE(m_site->requests()[0].headers.value("x-plexichat-delivery"),
                 log(hook.id).last().id.toString().toLatin1());
    }

    void whoFailsForLongIsDisabled_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<qint64>("patience");
        QTest::newRow("failing") << 500 << qint64{0};
        QTest::newRow("gone") << 410 << qint64{86'400};
    }

    void whoFailsForLongIsDisabled()
    {
        QFETCH(const int, status);
        QFETCH(const qint64, patience);
        const Webhook hook = *make(m_ann, m_room, {u"message"_s});
        post(m_ann, m_room, u"one"_s);
        post(m_ann, m_room, u"two"_s);
        m_status = status;
        startSender({.patience = patience, .perWebhook = 1});
        QTRY_VERIFY(!m_webhooks->get(m_ann, hook.id)->isActive);
        QVERIFY(m_webhooks->get(m_ann, hook.id)->disabledAt);
        m_world->database().drain();
        post(m_ann, m_room, u"three"_s);
        QCOMPARE(log(hook.id).size(), 2);
        QVERIFY(std::ranges::all_of(
            log(hook.id), [](const WebhookDelivery &each) { return each.state == WebhookDelivery::State::GivenUp; }));
        QCOMPARE(m_audit->list({.action = u"webhook.disabled"_s})->entries.size(), 1);
        QCOMPARE(m_world->findings(), QStringList());
        QCOMPARE(m_world->run(m_webhooks->sendAgain(m_ann, hook.id, log(hook.id).first().id)).error().code,
                 ErrorCode::Conflict);
        // Somebody has mended it.
        m_status = 200;
        const auto again = m_world->run(m_webhooks->update(m_ann, hook.id, {.isActive = true}));
        QVERIFY(again->isActive && !again->disabledAt && !again->failingSince);
        const auto before = m_site->requests().size();
        post(m_ann, m_room, u"four"_s);
        QTRY_COMPARE(m_site->requests().size(), before + 1);
    }

    /** Wherever the name leads: nothing is sent to where people may not send the server. */
    void insideAddressesAreNotAsked()
    {
        const Webhook hook = *make(m_ann, m_room, {u"message"_s});
        post(m_ann, m_room, u"hello"_s);
        startSender({}, {});
        QTRY_COMPARE(log(hook.id).first().attempts, 1);
        QCOMPARE(m_site->connections(), 0);
        QVERIFY(log(hook.id).first().fault && !log(hook.id).first().responseStatus);
    }

private:
    Result<Webhook> make(const Principal &caller, std::optional<ChannelId> channel, const QStringList &events)
    {
        protocol::NewWebhook draft{
            .channel = {}, .name = u"archive"_s, .url = m_site->url(u"/hook?key=1"_s), .events = events};
        if (channel)
            draft.channel = channel->toString();
        return m_world->run(m_webhooks->create(caller, draft));
    }

    protocol::Message post(const Principal &author, ChannelId channel, const QString &content)
    {
        return m_world->await(m_messages->send(author, ConversationWorld::draft(channel, content))).message;
    }

    void startSender(WebhookSender::Options options, const QStringList &excepted = {u"127.0.0.1"_s})
    {
        auto client = std::make_unique<outgoing::OutgoingClient>(
            outgoing::OutgoingClient::Options{.policy = outgoing::AddressPolicy(excepted)});
        m_sender = std::make_unique<WebhookSender>(
            WebhookSender::Parts{m_world->database(), *m_outbox, *m_audit, *m_secrets}, std::move(client),
            std::move(options));
        m_sender->start();
    }

    QList<WebhookDelivery> log(WebhookId id)
    {
        return store::webhooks::deliveries(m_world->database().reader(), id, DeliveryId(INT64_MAX), 100).value();
    }

    /** Oldest first. */
    QStringList eventsFor(WebhookId id)
    {
        QStringList events;
        for (const WebhookDelivery &delivery : log(id))
            events.prepend(delivery.event);
        return events;
    }

    qint64 count()
    {
        return m_world->database()
            .reader()
            .valueOnce(u"SELECT count(*) FROM webhook_deliveries"_s)
            .value()
            .toLongLong();
    }

    std::unique_ptr<ConversationWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<services::AuditService> m_audit;
    std::unique_ptr<security::SecretBox> m_secrets;
    std::unique_ptr<services::WebhookOutbox> m_outbox;
    std::unique_ptr<services::WebhooksService> m_webhooks;
    std::unique_ptr<services::MessagesService> m_messages;
    std::unique_ptr<services::MembersService> m_members;
    std::unique_ptr<WebSite> m_site;
    std::unique_ptr<WebhookSender> m_sender;
    std::atomic<qint64> m_clock = 0;
    int m_status = 200;
    Principal m_ann;
    Principal m_bob;
    Principal m_root;
    ChannelId m_room;
    ChannelId m_secret;
};

QTEST_GUILESS_MAIN(WebhooksServiceTest)
#include "webhooks_service_test.moc"
