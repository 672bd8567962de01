// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/incoming_webhooks_service.h"
#include "server/store/consistency.h"
#include "server/store/users_store.h"
#include "tests/support/accounts_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::ChannelType;
using protocol::IncomingWebhook;
using security::Principal;

/** Webhooks that post into a channel: who makes them, what they make of their bot, and who is refused. */
class IncomingWebhooksServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_messages = std::make_unique<services::MessagesService>(m_world->database(), m_world->publisher);
        m_wait.reset();
        m_hooks = std::make_unique<services::IncomingWebhooksService>(
            services::IncomingWebhooksService::Parts{m_world->database(), m_world->audit(), *m_world->accounts,
                                                     *m_world->bots, *m_world->members, *m_messages},
            [this](UserId) { return m_wait; });
        for (const auto &name : {u"ann"_s, u"bob"_s})
            m_world->person(name);
        m_world->person(u"root"_s, u"admin"_s);
        m_ann = signIn(u"ann"_s);
        m_bob = signIn(u"bob"_s);
        m_root = signIn(u"root"_s);
        m_room = makeChannel(u"room"_s, ChannelType::Public);
        m_secret = makeChannel(u"secret"_s, ChannelType::Private);
        QVERIFY(m_world->run(m_world->members->join(m_bob, u"room"_s)));
    }

    void cleanup()
    {
        m_hooks.reset();
        m_messages.reset();
        m_world.reset();
    }

    void itPostsAsABotOfItsOwn()
    {
        m_hooks->setPublicUrl(QUrl(u"https://chat.example/"_s));
        const IncomingWebhook hook = *make(m_ann, m_secret, u"Jenkins CI"_s);
        QCOMPARE(*hook.url, "https://chat.example/api/v1/hooks/"_L1 + *hook.token);
        QVERIFY(hook.token->size() > 40);
        const auto bot = store::users::find(m_world->database().reader(), hook.botId);
        QVERIFY((*bot)->isBot);
        QCOMPARE((*bot)->username, u"jenkins-ci"_s);
        QCOMPARE((*bot)->displayName, u"Jenkins CI"_s);
        QCOMPARE((*bot)->botOwner, m_ann.userId);

        QVERIFY(post(hook, u"*passed*"_s));
        const auto page = m_messages->page(m_ann, m_secret.toString(), {});
        QCOMPARE(page->messages.size(), 1);
        QCOMPARE(page->messages.first().userId, hook.botId);
        QCOMPARE(page->messages.first().content, u"**passed**"_s);
        const auto listed = m_hooks->list(m_ann, m_secret.toString());
        QCOMPARE(listed->size(), 1);
        QVERIFY(!listed->first().token && !listed->first().url);
        QVERIFY(listed->first().lastUsedAt);
        // Another of that name gets another bot.
        const auto second = store::users::find(m_world->database().reader(),
                                               make(m_ann, m_room, u"Jenkins CI"_s)->botId);
        QCOMPARE((*second)->username, u"jenkins-ci-2"_s);
        const auto third = store::users::find(m_world->database().reader(), make(m_ann, m_room, u"！"_s)->botId);
        QCOMPARE((*third)->username, u"webhook"_s);
        QCOMPARE(findings(), QStringList());
    }

    void onlyWhoManagesTheChannelManagesThem()
    {
        const IncomingWebhook hook = *make(m_ann, m_room, u"hook"_s);
        const IncomingWebhook hidden = *make(m_ann, m_secret, u"hidden"_s);
        const auto codes = [&](const Principal &caller, const IncomingWebhook &which) {
            return QList<ErrorCode>{m_hooks->list(caller, which.channelId.toString()).error().code,
                                    make(caller, which.channelId, u"x"_s).error().code,
                                    m_world->run(m_hooks->rename(caller, which.id, u"x"_s)).error().code,
                                    m_world->run(m_hooks->renewToken(caller, which.id)).error().code,
                                    m_world->run(m_hooks->remove(caller, which.id)).error().code};
        };
        QCOMPARE(codes(m_bob, hook), QList<ErrorCode>(5, ErrorCode::InsufficientPermissions));
        QCOMPARE(codes(m_bob, hidden), QList<ErrorCode>(5, ErrorCode::NotFound));
        QCOMPARE(codes(m_root, hidden), QList<ErrorCode>(5, ErrorCode::NotFound));
        QCOMPARE(m_world->run(m_hooks->rename(m_root, hook.id, u"by an admin"_s))->name, u"by an admin"_s);
        const auto direct = m_world->run(m_world->channels->openDirect(m_ann, {m_bob.userId}));
        QCOMPARE(make(m_ann, direct->channel.id, u"x"_s).error().code, ErrorCode::InsufficientPermissions);
    }

    void aNewAddressEndsTheOldOne()
    {
        const IncomingWebhook hook = *make(m_ann, m_room, u"hook"_s);
        const auto renewed = m_world->run(m_hooks->renewToken(m_ann, hook.id));
        QVERIFY(renewed && renewed->token != hook.token);
        QCOMPARE(post(hook, u"old"_s).error().code, ErrorCode::NotFound);
        QVERIFY(post(*renewed, u"new"_s));
        QCOMPARE(m_hooks->require(u"plh_nothing"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(m_hooks->require(QString(100'000, u'x')).error().code, ErrorCode::NotFound);
    }

    void deletionStopsItsOwnBotAndNoOther()
    {
        const IncomingWebhook own = *make(m_ann, m_room, u"own"_s);
        const UserId bot = m_world->run(m_world->bots->create(m_ann, {.username = u"shared"_s}))->id;
        const IncomingWebhook shared = *make(m_ann, m_room, u"shared hook"_s, bot);
        QCOMPARE(make(m_root, m_room, u"x"_s, m_bob.userId).error().code, ErrorCode::NotFound);
        QVERIFY(m_world->run(m_world->members->setRole(m_ann, u"room"_s, m_bob.userId, protocol::ChannelRole::Owner)));
        QCOMPARE(make(m_bob, m_room, u"x"_s, bot).error().code, ErrorCode::InsufficientPermissions);
        const qint64 before = m_world->channels->get(m_ann, u"room"_s)->memberCount;
        QVERIFY(post(own, u"said"_s));
        QVERIFY(m_world->run(m_hooks->remove(m_ann, own.id)));
        QVERIFY(m_world->run(m_hooks->remove(m_ann, shared.id)));
        QCOMPARE(post(own, u"x"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->channels->get(m_ann, u"room"_s)->memberCount, before - 1);
        QVERIFY(!m_world->users->profile(own.botId)->isActive);
        QCOMPARE(m_world->users->profile(own.botId)->displayName, u"own"_s);
        QVERIFY(m_world->users->profile(bot)->isActive);
        QCOMPARE(findings(), QStringList());
    }

    void itIsRefused()
    {
        const IncomingWebhook hook = *make(m_ann, m_room, u"hook"_s);
        m_wait = 7;
        const auto limited = post(hook, u"x"_s);
        QCOMPARE(limited.error().code, ErrorCode::RateLimitExceeded);
        QCOMPARE(limited.error().retryAfter, 7);
        m_wait.reset();
        QVERIFY(m_world->run(m_world->channels->setArchived(m_ann, u"room"_s, true)));
        QCOMPARE(post(hook, u"x"_s).error().code, ErrorCode::InsufficientPermissions);
        QVERIFY(m_world->run(m_world->channels->setArchived(m_ann, u"room"_s, false)));
        QVERIFY(m_world->run(m_world->members->remove(m_ann, u"room"_s, hook.botId)));
        QCOMPARE(post(hook, u"x"_s).error().code, ErrorCode::InsufficientPermissions);
        QVERIFY(m_world->run(m_world->bots->update(m_ann, hook.botId, {.isActive = false})));
        QCOMPARE(post(hook, u"x"_s).error().code, ErrorCode::NotFound);
        QVERIFY(m_world->run(m_world->bots->remove(m_ann, hook.botId)));
        QVERIFY(m_hooks->list(m_ann, m_room.toString())->isEmpty());

        const IncomingWebhook other = *make(m_ann, m_room, u"other"_s);
        QVERIFY(m_world->run(m_world->channels->remove(m_ann, u"room"_s)));
        QCOMPARE(post(other, u"x"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(findings(), QStringList());
    }

    void numberIsBounded()
    {
        const UserId bot = m_world->run(m_world->bots->create(m_ann, {.username = u"shared"_s}))->id;
        for (qint64 i = 0; i < services::IncomingWebhooksService::kMaxPerChannel; ++i)
            QVERIFY(make(m_ann, m_room, u"hook"_s, bot));
        QCOMPARE(make(m_ann, m_room, u"hook"_s, bot).error().code, ErrorCode::Conflict);
    }

private:
    Principal signIn(const QString &name) { return m_world->principal(m_world->signIn(name).tokens.accessToken); }

    ChannelId makeChannel(const QString &name, ChannelType type)
    {
        const protocol::NewChannel draft{.name = name, .type = type, .topic = {}, .slug = std::nullopt};
        return m_world->run(m_world->channels->create(m_ann, draft))->id;
    }

    Result<IncomingWebhook> make(const Principal &caller, ChannelId channel, const QString &name,
                                 std::optional<UserId> bot = {})
    {
        return m_world->run(m_hooks->create(caller, channel.toString(), {.name = name, .botId = bot}));
    }

    Result<> post(const IncomingWebhook &hook, const QString &text)
    {
        return m_world->run(m_hooks->post(*hook.token, *protocol::SlackPayload::fromJson({{"text"_L1, text}})));
    }

    QStringList findings()
    {
        const auto found = store::checkConsistency(m_world->database().reader());
        return found ? *found : QStringList{found.error().message};
    }

    std::unique_ptr<AccountsWorld> m_world;
    std::unique_ptr<services::MessagesService> m_messages;
    std::unique_ptr<services::IncomingWebhooksService> m_hooks;
    std::optional<int> m_wait;
    Principal m_ann;
    Principal m_bob;
    Principal m_root;
    ChannelId m_room;
    ChannelId m_secret;
};

QTEST_GUILESS_MAIN(IncomingWebhooksServiceTest)
#include "incoming_webhooks_service_test.moc"
