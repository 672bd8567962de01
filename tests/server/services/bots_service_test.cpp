// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/users_store.h"
#include "tests/support/accounts_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using security::Credential;
using security::Principal;

/** Bots: who makes them and their keys, that they sign in nowhere, and that they stop with their owner. */
class BotsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_world->person(u"ann"_s);
        m_world->person(u"bob"_s);
        m_world->person(u"root"_s, u"admin"_s);
        m_ann = signIn(u"ann"_s);
        m_bob = signIn(u"bob"_s);
        m_root = signIn(u"root"_s);
    }

    void cleanup() { m_world.reset(); }

    void itComesByItsKeyAndByNothingElse()
    {
        const auto bot = make(m_ann, u"deployer"_s);
        QVERIFY(bot && bot->bot);
        QCOMPARE(bot->bot->ownerId, m_ann.userId);
        QCOMPARE(bot->bot->description, u"Tells of deployments"_s);
        QCOMPARE(bot->displayName, u"deployer"_s);
        QCOMPARE(bot->roles, QStringList{u"user"_s});
        const QString key = makeKey(m_ann, bot->id);
        QCOMPARE(m_world->principal(key).userId, bot->id);
        QCOMPARE(m_world->trySignIn(m_world->signInRequest(u"deployer"_s)).error().code, ErrorCode::InvalidCredentials);
        // Not even where something else has proven who it is, as a passkey or another provider would.
        const auto session = m_world->database().writeAndWait([&](store::WriteTransaction &transaction) {
            return m_world->auth->startSession(transaction, {}, bot->id);
        });
        QCOMPARE(session.error().code, ErrorCode::InvalidCredentials);
        QCOMPARE(m_world->run(m_world->accounts->resetPassword(m_root, bot->id, {})).error().code, ErrorCode::Conflict);
        QCOMPARE(m_world->administration->setPassword(u"deployer"_s, u"a good long password"_s).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(m_world->run(m_world->bots->create(m_world->principal(key), {.username = u"child"_s})).error().code,
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->users->profile(bot->id)->bot->ownerId, m_ann.userId);
        QVERIFY(!m_world->users->profile(m_ann.userId)->bot);
    }

    void onlyItsOwnerAndAdminsLookAfterIt()
    {
        const UserId bot = make(m_ann, u"deployer"_s)->id;
        const ApiKeyId key = m_world->principal(makeKey(m_ann, bot)).apiKeyId.value();
        const auto refused = [&](const Principal &caller, UserId which) {
            const std::array codes{
                m_world->run(m_world->bots->update(caller, which, {.description = u"x"_s})).error().code,
                m_world->run(m_world->bots->remove(caller, which)).error().code,
                m_world->bots->keys(caller, which).error().code,
                m_world->run(m_world->bots->createKey(caller, which, keyRequest())).error().code,
                m_world->run(m_world->bots->removeKey(caller, which, key)).error().code,
            };
            return std::ranges::all_of(codes, [&](ErrorCode code) { return code == codes[0]; })
                ? std::optional(codes[0])
                : std::nullopt;
        };
        QCOMPARE(refused(m_bob, bot), ErrorCode::InsufficientPermissions);
        QCOMPARE(refused(m_bob, m_ann.userId), ErrorCode::NotFound);
        QCOMPARE(refused(m_ann, m_ann.userId), ErrorCode::NotFound);
        QCOMPARE(m_world->bots->list(m_bob, 1, 50)->totalCount, 0);
        QCOMPARE(m_world->bots->list(m_ann, 1, 50)->users.first().id, bot);
        QCOMPARE(m_world->bots->list(m_root, 1, 50)->totalCount, 1);
        QCOMPARE(m_world->bots->keys(m_root, bot)->size(), 1);
        // A key of the owner's changes the bot, but makes and ends no keys.
        const auto own = m_world->run(m_world->apiKeys->create(m_ann, keyRequest()));
        const Principal byKey = m_world->principal(*own->key);
        const auto changed = m_world->run(m_world->bots->update(byKey, bot, {.description = u"y"_s}));
        QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().message));
        QCOMPARE(m_world->run(m_world->bots->createKey(byKey, bot, keyRequest())).error().code,
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->run(m_world->bots->removeKey(byKey, bot, key)).error().code,
                 ErrorCode::InsufficientPermissions);
        m_world->publisher.takeEnds();
        QVERIFY(m_world->run(m_world->bots->removeKey(m_ann, bot, key)));
        QCOMPARE(m_world->publisher.takeEnds(), QStringList{key.toString()});
    }

    /** Else an owner could do by the bot's key what an admin has trusted the bot alone with. */
    void whoMayLessMakesNoKeyOfABotThatMayMore()
    {
        const UserId bot = make(m_ann, u"deployer"_s)->id;
        QVERIFY(m_world->run(m_world->accounts->update(m_root, bot, {.roles = QStringList{u"admin"_s}})));
        QCOMPARE(m_world->run(m_world->bots->createKey(m_ann, bot, keyRequest())).error().code,
                 ErrorCode::InsufficientPermissions);
        QVERIFY(m_world->run(m_world->bots->createKey(m_root, bot, keyRequest())));
        // It is nobody who could sign in as the last admin.
        QCOMPARE(m_world->run(m_world->accounts->update(m_root, m_root.userId, {.isActive = false})).error().code,
                 ErrorCode::Conflict);
    }

    void itStopsWithItsOwner_data()
    {
        QTest::addColumn<QString>("way");
        QTest::newRow("deactivated") << u"deactivate"_s;
        QTest::newRow("deleted") << u"delete"_s;
        QTest::newRow("by the command line") << u"command"_s;
    }

    void itStopsWithItsOwner()
    {
        QFETCH(const QString, way);
        const UserId bot = make(m_ann, u"deployer"_s)->id;
        const UserId other = make(m_bob, u"other"_s)->id;
        const QString key = makeKey(m_ann, bot);
        m_world->publisher.takeEnds();
        if (way == "delete"_L1)
            QVERIFY(m_world->run(m_world->accounts->remove(m_root, m_ann.userId)));
        else if (way == "command"_L1)
            QVERIFY(m_world->administration->setActive(u"ann"_s, false));
        else
            QVERIFY(m_world->run(m_world->accounts->update(m_root, m_ann.userId, {.isActive = false})));
        QCOMPARE(m_world->refusal(Credential::Kind::ApiKey, key), ErrorCode::InvalidToken);
        if (way != "command"_L1)
            QVERIFY(m_world->publisher.takeEnds().contains(bot.toString()));
        QVERIFY(m_world->users->profile(other)->isActive);
        // Somebody else takes it over.
        QVERIFY(m_world->run(m_world->bots->update(m_root, bot, {.isActive = true, .ownerId = m_bob.userId})));
        QCOMPARE(m_world->principal(key).userId, bot);
        QVERIFY(m_world->run(m_world->bots->update(m_bob, bot, {.displayName = u"Deployments"_s})));
        QCOMPARE(m_world->run(m_world->bots->update(m_bob, bot, {.ownerId = other})).error().code, ErrorCode::NotFound);
    }

    void deletionLeavesNothingToComeBy()
    {
        const UserId bot = make(m_ann, u"deployer"_s)->id;
        const QString key = makeKey(m_ann, bot);
        m_world->publisher.takeEnds();
        QVERIFY(m_world->run(m_world->bots->remove(m_ann, bot)));
        QVERIFY(m_world->publisher.takeEnds().contains(bot.toString()));
        QCOMPARE(m_world->refusal(Credential::Kind::ApiKey, key), ErrorCode::InvalidToken);
        QCOMPARE(m_world->users->profile(bot)->displayName, u"Deleted user"_s);
        QCOMPARE(m_world->run(m_world->bots->update(m_ann, bot, {.isActive = true})).error().code, ErrorCode::NotFound);
        QVERIFY(make(m_ann, u"deployer"_s));
    }

    void numberIsBounded()
    {
        for (qint64 i = 0; i < services::BotsService::kMaxBotsPerPerson; ++i)
            QVERIFY(make(m_ann, u"bot%1"_s.arg(i)));
        QCOMPARE(make(m_ann, u"one-more"_s).error().code, ErrorCode::Conflict);
        QVERIFY(make(m_bob, u"one-more"_s));
        QCOMPARE(make(m_bob, u"ann"_s).error().code, ErrorCode::Conflict);
    }

private:
    Principal signIn(const QString &name) { return m_world->principal(m_world->signIn(name).tokens.accessToken); }

    static protocol::NewApiKey keyRequest()
    {
        return {.name = u"key"_s, .permissions = {u"read"_s, u"write"_s}, .expiresAt = std::nullopt};
    }

    Result<protocol::User> make(const Principal &owner, const QString &username)
    {
        return m_world->run(
            m_world->bots->create(owner, {.username = username, .description = u"Tells of deployments"_s}));
    }

    QString makeKey(const Principal &caller, UserId bot)
    {
        return m_world->run(m_world->bots->createKey(caller, bot, keyRequest()))->key.value_or(QString());
    }

    std::unique_ptr<AccountsWorld> m_world;
    Principal m_ann;
    Principal m_bob;
    Principal m_root;
};

QTEST_GUILESS_MAIN(BotsServiceTest)
#include "bots_service_test.moc"
