// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Channel;
using protocol::ChannelRole;
using protocol::ChannelType;

/** People join, are added, leave and are removed; each change is told to whom it concerns, and to nobody after it. */
class MembersServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_admin = m_world->person(u"root"_s, {u"admin"_s});
    }

    void joiningStartsAtTheNewestMessage()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Room"_s);
        const auto before = m_world->post(m_ann, channel.id, u"before"_s);
        m_world->publisher.take();
        const Channel joined = m_world->await(m_world->members->join(m_bob, channel.slug.value()));
        QCOMPARE(joined.memberCount, 2);
        QCOMPARE(joined.viewer->unreadCount, 0);
        QCOMPARE(joined.viewer->lastReadMessageId, before.id);
        const auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 1U);
        const auto &publication = std::get<realtime::Publication>(entries.front());
        QCOMPARE(protocol::eventName(publication.event), "member_joined"_L1);
        const auto &audience = std::get<realtime::ChannelAudience>(publication.audience);
        QCOMPARE(audience.channelId, channel.id);
        QCOMPARE(audience.people, QList<UserId>{m_bob.userId});

        m_world->await(m_world->members->join(m_bob, channel.id.toString()));
        QVERIFY(m_world->publisher.take().empty());
        m_world->post(m_ann, channel.id, u"after"_s);
        QCOMPARE(m_world->viewer(m_bob, channel.id).unreadCount, 1);
        QCOMPARE(m_world->viewer(m_ann, channel.id).unreadCount, 0);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void whoIsAddedSeesAPrivateChannelComeIntoBeing()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Room"_s, ChannelType::Private);
        m_world->publisher.take();
        const auto added = m_world->await(
            m_world->members->add(m_ann, channel.id.toString(), {m_bob.userId, m_ann.userId}));
        QCOMPARE(added.size(), 2);
        QCOMPARE(added[0].user.id, m_bob.userId);
        QCOMPARE(added[0].role, ChannelRole::Member);
        QCOMPARE(added[1].role, ChannelRole::Owner);
        const auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 2U);
        const auto &created = std::get<realtime::Publication>(entries[0]);
        QCOMPARE(protocol::eventName(created.event), "channel_created"_L1);
        QCOMPARE(std::get<realtime::PeopleAudience>(created.audience).userIds, QList<UserId>{m_bob.userId});
        QCOMPARE(std::get<protocol::ChannelCreated>(created.event).channel.memberCount, 2);
        QCOMPARE(protocol::eventName(std::get<realtime::Publication>(entries[1]).event), "member_joined"_L1);
        QVERIFY(m_world->channels->get(m_bob, channel.id.toString()));
        QCOMPARE(m_world->refusal(m_world->members->add(m_ann, channel.id.toString(), {m_admin.userId, UserId(9)})),
                 ErrorCode::NotFound);
        QCOMPARE(m_world->channels->get(m_ann, channel.id.toString())->memberCount, 2);
    }

    void whoIsRemovedIsToldAndThenShutOut()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Room"_s, ChannelType::Private);
        const QString id = channel.id.toString();
        m_world->await(m_world->members->add(m_ann, id, {m_bob.userId, m_admin.userId}));
        m_world->publisher.take();
        QCOMPARE(m_world->refusal(m_world->members->remove(m_bob, id, m_ann.userId)),
                 ErrorCode::InsufficientPermissions);
        QVERIFY(!m_world->refusal(m_world->members->remove(m_ann, id, m_bob.userId)));
        QCOMPARE(m_world->publisher.takeNames(), u"member_left revoke"_s);
        QCOMPARE(m_world->channels->get(m_bob, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->members->remove(m_ann, id, m_bob.userId)), ErrorCode::NotFound);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void aPublicChannelStaysReadableForWhoLeft()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Room"_s);
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        m_world->publisher.take();
        QVERIFY(!m_world->refusal(m_world->members->leave(m_bob, u"room"_s)));
        QCOMPARE(m_world->publisher.takeNames(), u"member_left"_s);
        QVERIFY(!m_world->refusal(m_world->members->leave(m_bob, u"room"_s)));
        QVERIFY(m_world->publisher.take().empty());
        const auto seen = m_world->channels->get(m_bob, u"room"_s);
        QVERIFY(seen);
        QVERIFY(!seen->viewer->isMember);
        QCOMPARE(seen->memberCount, 1);
        QCOMPARE(m_world->refusal(m_world->messages->send(m_bob, ConversationWorld::draft(channel.id, u"hi"_s))),
                 ErrorCode::InsufficientPermissions);
    }

    void ownershipPassesOn()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Room"_s, ChannelType::Private);
        const QString id = channel.id.toString();
        m_world->await(m_world->members->add(m_ann, id, {m_bob.userId}));
        QVERIFY(!m_world->refusal(m_world->members->leave(m_ann, id)));
        const auto members = m_world->members->list(m_bob, id, 1, 50);
        QVERIFY(members);
        QCOMPARE(members->totalCount, 1);
        QCOMPARE(members->members.first().role, ChannelRole::Owner);
        m_world->publisher.take();
        QVERIFY(!m_world->refusal(m_world->members->leave(m_bob, id)));
        QCOMPARE(m_world->channels->get(m_bob, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void leavingGeneralMakesNobodyItsOwner()
    {
        QVERIFY(m_world->channels->ensureGeneral());
        for (const auto &person : {m_ann, m_bob}) {
            const auto joined = m_world->database().writeAndWait([&](store::WriteTransaction &transaction) {
                return m_world->members->joinGeneral(transaction, person.userId);
            });
            QVERIFY(joined);
        }
        QVERIFY(!m_world->refusal(m_world->members->leave(m_ann, u"general"_s)));
        const auto members = m_world->members->list(m_bob, u"general"_s, 1, 50);
        QCOMPARE(members->members.first().role, ChannelRole::Member);
    }

    void notificationsAreTheMembersOwn()
    {
        const Channel channel = m_world->makeChannel(m_ann, u"Room"_s);
        const QString id = channel.id.toString();
        using protocol::NotificationLevel;
        QCOMPARE(m_world->refusal(m_world->members->setNotificationLevel(m_bob, id, NotificationLevel::None)),
                 ErrorCode::InsufficientPermissions);
        const Channel set = m_world->await(
            m_world->members->setNotificationLevel(m_ann, id, NotificationLevel::Mentions));
        QCOMPARE(set.viewer->notificationLevel, NotificationLevel::Mentions);
    }

    void peersShareASmallChannel()
    {
        const Channel small = m_world->makeChannel(m_ann, u"Small"_s);
        m_world->await(m_world->members->join(m_bob, small.id.toString()));
        QCOMPARE(*m_world->members->presencePeers(m_ann.userId), QList<UserId>{m_bob.userId});
        QVERIFY(m_world->members->presencePeers(m_admin.userId)->isEmpty());
        for (int i = 0; i < services::MembersService::kMaxPresenceMembers - 2; ++i)
            m_world->await(m_world->members->join(m_world->person(u"guest%1"_s.arg(i)), small.id.toString()));
        QCOMPARE(m_world->members->presencePeers(m_ann.userId)->size(),
                 services::MembersService::kMaxPresenceMembers - 1);
        m_world->await(m_world->members->join(m_admin, small.id.toString()));
        QVERIFY(m_world->members->presencePeers(m_ann.userId)->isEmpty());
    }

    void ownersShareAndHandOn()
    {
        ConversationWorld world;
        const auto ann = world.person(u"ann"_s);
        const auto bob = world.person(u"bob"_s);
        const auto cyd = world.person(u"cyd"_s);
        const auto room = world.makeChannel(ann, u"Room"_s, protocol::ChannelType::Private);
        const QString id = room.id.toString();
        world.await(world.members->add(ann, id, {bob.userId}));
        using protocol::ChannelRole;
        QCOMPARE(world.refusal(world.members->setRole(bob, id, bob.userId, ChannelRole::Owner)),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(world.refusal(world.members->setRole(cyd, id, bob.userId, ChannelRole::Owner)), ErrorCode::NotFound);
        QCOMPARE(world.refusal(world.members->setRole(ann, id, cyd.userId, ChannelRole::Owner)), ErrorCode::NotFound);
        QCOMPARE(world.refusal(world.members->setRole(ann, id, ann.userId, ChannelRole::Member)), ErrorCode::Conflict);
        world.publisher.take();
        QCOMPARE(world.await(world.members->setRole(ann, id, bob.userId, ChannelRole::Owner)).role, ChannelRole::Owner);
        world.await(world.members->setRole(ann, id, bob.userId, ChannelRole::Owner));
        const auto entries = world.publisher.take();
        QCOMPARE(entries.size(), 1U);
        const auto &publication = std::get<realtime::Publication>(entries.front());
        QCOMPARE(std::get<protocol::MemberUpdated>(publication.event).userId, bob.userId);
        QCOMPARE(std::get<realtime::ChannelAudience>(publication.audience).people, QList{bob.userId});
        QCOMPARE(world.await(world.members->setRole(bob, id, ann.userId, ChannelRole::Member)).role,
                 ChannelRole::Member);
        QCOMPARE(world.refusal(world.members->setRole(ann, id, ann.userId, ChannelRole::Owner)),
                 ErrorCode::InsufficientPermissions);
        const auto direct = world.await(world.channels->openDirect(ann, {bob.userId})).channel;
        QCOMPARE(world.refusal(world.members->setRole(ann, direct.id.toString(), bob.userId, ChannelRole::Owner)),
                 ErrorCode::InsufficientPermissions);
    }

private:
    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    security::Principal m_admin;
};

QTEST_GUILESS_MAIN(MembersServiceTest)
#include "members_service_test.moc"
