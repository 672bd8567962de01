// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/channels_store.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Channel;
using protocol::ChannelChange;
using protocol::ChannelType;
using protocol::NewChannel;

/** Channels are made, seen, changed and deleted by whom the contract lets, and everybody concerned is told. */
class ChannelsServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_admin = m_world->person(u"root"_s, {u"admin"_s});
        m_world->publisher.take();
    }

    void theCreatorOwnsIt()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Release Planning"_s);
        QCOMPARE(channel.slug, u"release-planning"_s);
        QCOMPARE(channel.createdBy, m_ann.userId);
        QCOMPARE(channel.memberCount, 1);
        QVERIFY(channel.viewer->isMember);
        const auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 1U);
        const auto &publication = std::get<realtime::Publication>(entries.front());
        QVERIFY(std::holds_alternative<realtime::EveryoneAudience>(publication.audience));
        const auto &event = std::get<protocol::ChannelCreated>(publication.event);
        QCOMPARE(event.channel.id, channel.id);
        QVERIFY(!event.channel.viewer);
        QCOMPARE(event.channel.memberCount, 1);
        QVERIFY(m_world->channels->get(m_bob, u"release-planning"_s));
        QCOMPARE(m_world->channels->get(m_bob, u"nowhere"_s).error().code, ErrorCode::NotFound);
    }

    void slugsAreUnique()
    {
        QCOMPARE(m_world->makeChannel(m_ann, u"Team"_s).slug, u"team"_s);
        QCOMPARE(m_world->makeChannel(m_bob, u"Team!"_s).slug, u"team-2"_s);
        QCOMPARE(m_world->makeChannel(m_bob, u"TEAM"_s).slug, u"team-3"_s);
        QCOMPARE(m_world->makeChannel(m_bob, u"Direct"_s).slug, u"direct-2"_s);
        NewChannel draft;
        draft.name = u"Other"_s;
        draft.slug = u"team"_s;
        QCOMPARE(m_world->refusal(m_world->channels->create(m_ann, draft)), ErrorCode::Conflict);
        draft.slug = u"Not a slug"_s;
        QCOMPARE(m_world->refusal(m_world->channels->create(m_ann, draft)), ErrorCode::ValidationError);
        draft.slug = u"chosen"_s;
        QCOMPARE(m_world->await(m_world->channels->create(m_ann, draft)).slug, u"chosen"_s);
        draft.type = ChannelType::Private;
        const Channel hidden = m_world->await(m_world->channels->create(m_ann, draft));
        QVERIFY(!hidden.slug);
    }

    void privateChannelsAreNowhereForOthers()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
        const auto entries = m_world->publisher.take();
        const auto &publication = std::get<realtime::Publication>(entries.front());
        QCOMPARE(std::get<realtime::PeopleAudience>(publication.audience).userIds, QList<UserId>{m_ann.userId});
        const QString id = channel.id.toString();
        for (const auto &stranger : {m_bob, m_admin}) {
            QCOMPARE(m_world->channels->get(stranger, id).error().code, ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->channels->update(stranger, id, {})), ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->channels->remove(stranger, id)), ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->members->join(stranger, id)), ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->members->leave(stranger, id)), ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->members->add(stranger, id, {stranger.userId})), ErrorCode::NotFound);
            QCOMPARE(m_world->refusal(m_world->members->remove(stranger, id, m_ann.userId)), ErrorCode::NotFound);
            QCOMPARE(m_world->members->list(stranger, id, 1, 50).error().code, ErrorCode::NotFound);
            QCOMPARE(m_world->channels->list(stranger, 1, 50)->totalCount, 0);
            QVERIFY(m_world->channels->list(stranger, 1, 50)->channels.isEmpty());
        }
        QCOMPARE(m_world->channels->list(m_ann, 1, 50)->totalCount, 1);
        QVERIFY(m_world->publisher.take().empty());
    }

    void listsArePagedOldestFirst()
    {
        QList<ChannelId> made;
        for (int i = 0; i < 5; ++i)
            made.append(m_world->makeChannel(m_ann, u"Room %1"_s.arg(i)).id);
        QList<ChannelId> seen;
        for (int page = 1; page <= 3; ++page) {
            const auto list = m_world->channels->list(m_bob, page, 2);
            QVERIFY(list);
            QCOMPARE(list->totalCount, 5);
            for (const Channel &channel : list->channels)
                seen.append(channel.id);
        }
        QCOMPARE(seen, made);
    }

    void ownersAndAdminsChangeIt()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Team"_s);
        const QString id = channel.id.toString();
        m_world->publisher.take();
        ChannelChange changes;
        changes.topic = u"About us"_s;
        QCOMPARE(m_world->refusal(m_world->channels->update(m_bob, id, changes)), ErrorCode::InsufficientPermissions);
        QVERIFY(m_world->publisher.take().empty());
        const Channel changed = m_world->await(m_world->channels->update(m_ann, id, changes));
        QCOMPARE(changed.topic, u"About us"_s);
        QCOMPARE(changed.name, u"Team"_s);
        changes.slug = u"we"_s;
        QCOMPARE(m_world->await(m_world->channels->update(m_admin, id, changes)).slug, u"we"_s);
        QCOMPARE(m_world->publisher.takeNames(), u"channel_updated channel_updated"_s);
        QCOMPARE(m_world->channels->get(m_bob, u"team"_s).error().code, ErrorCode::NotFound);
    }

    void aDeletedChannelIsGoneAtOnceAndForGood()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Team"_s);
        const QString id = channel.id.toString();
        const auto message = m_world->post(m_ann, channel.id, u"hello"_s);
        m_world->post(m_ann, channel.id, u"reply"_s, message.id);
        m_world->publisher.take();
        QCOMPARE(m_world->refusal(m_world->channels->remove(m_bob, id)), ErrorCode::InsufficientPermissions);
        QVERIFY(!m_world->refusal(m_world->channels->remove(m_ann, id)));
        QCOMPARE(m_world->publisher.takeNames(), u"channel_deleted revoke"_s);
        QCOMPARE(m_world->channels->get(m_ann, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->messages->get(m_ann, message.id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->makeChannel(m_bob, u"Team"_s).slug, u"team"_s);
        const auto left = store::channels::deleted(m_world->database().reader());
        QVERIFY(left);
        QVERIFY(left->isEmpty());
        QCOMPARE(m_world->findings(), QStringList());
    }

    void aRemovalThatWasCutShortIsFinishedLater()
    {
        const Channel kept = m_world->makeChannel(m_ann, u"Kept"_s);
        const Channel channel = m_world->makeChannel(m_ann, u"Team"_s);
        m_world->post(m_ann, kept.id, u"stays"_s);
        for (int i = 0; i < 7; ++i)
            m_world->post(m_ann, channel.id, u"message"_s);
        const auto step = m_world->database().writeAndWait([&](store::WriteTransaction &transaction) -> Result<bool> {
            const auto hidden = store::channels::markDeleted(transaction.connection(), channel.id, Timestamp::now());
            if (!hidden)
                return fail(hidden.error());
            return store::channels::purge(transaction.connection(), channel.id, 5);
        });
        QVERIFY(step);
        QVERIFY(!*step);
        QCOMPARE(m_world->findings(), QStringList());
        QVERIFY(m_world->channels->purgeDeleted());
        QVERIFY(store::channels::deleted(m_world->database().reader())->isEmpty());
        QCOMPARE(m_world->messages->page(m_ann, u"kept"_s, {})->totalCount, 1);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void purgingLeavesLivingChannelsAlone()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Team"_s);
        m_world->post(m_ann, channel.id, u"message"_s);
        QVERIFY(!m_world->refusal(m_world->channels->purge(channel.id)));
        QCOMPARE(m_world->messages->page(m_ann, u"team"_s, {})->messages.size(), 1);
    }

    void oneDirectChannelForTheSamePeople()
    {
        const auto first = m_world->await(m_world->channels->openDirect(m_ann, {m_bob.userId}));
        QVERIFY(first.isNew);
        QCOMPARE(first.channel.type, ChannelType::Direct);
        QCOMPARE(first.channel.memberIds, (QList<UserId>{m_ann.userId, m_bob.userId}));
        QVERIFY(!first.channel.slug);
        QCOMPARE(m_world->publisher.takeNames(), u"channel_created"_s);
        const auto again = m_world->await(m_world->channels->openDirect(m_bob, {m_ann.userId, m_bob.userId}));
        QVERIFY(!again.isNew);
        QCOMPARE(again.channel.id, first.channel.id);
        QVERIFY(m_world->publisher.take().empty());
        const auto three = m_world->await(m_world->channels->openDirect(m_ann, {m_bob.userId, m_admin.userId}));
        QVERIFY(three.isNew);

        const QString id = first.channel.id.toString();
        QCOMPARE(m_world->channels->get(m_admin, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->members->leave(m_ann, id)), ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->members->add(m_ann, id, {m_admin.userId})),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->channels->remove(m_ann, id)), ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->channels->openDirect(m_ann, {})), ErrorCode::ValidationError);
        QCOMPARE(m_world->refusal(m_world->channels->openDirect(m_ann, {UserId(5)})), ErrorCode::NotFound);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void generalIsMadeOnceAndStays()
    {
        const auto general = m_world->channels->ensureGeneral();
        QVERIFY(general);
        QCOMPARE(*m_world->channels->ensureGeneral(), *general);
        QCOMPARE(m_world->channels->get(m_bob, u"general"_s)->id, *general);
        QCOMPARE(m_world->refusal(m_world->channels->remove(m_admin, u"general"_s)),
                 ErrorCode::InsufficientPermissions);
        ChannelChange changes;
        changes.slug = u"other"_s;
        QCOMPARE(m_world->refusal(m_world->channels->update(m_admin, u"general"_s, changes)),
                 ErrorCode::InsufficientPermissions);
    }

private:
    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    security::Principal m_admin;
};

QTEST_GUILESS_MAIN(ChannelsServiceTest)
#include "channels_service_test.moc"
