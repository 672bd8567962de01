// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Channel;
using protocol::ChannelType;
using protocol::Message;

/** In an archived channel everything can be read and nothing said. */
class ChannelsArchiveTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_channel = m_world->makeChannel(m_ann, u"Room"_s);
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        m_message = m_world->post(m_ann, m_channel.id, u"hello"_s);
        m_world->publisher.take();
    }

    void nothingIsSaidInAnArchivedChannel()
    {
        m_world->await(m_world->reactions->add(m_bob, m_message.id, u"👍"_s));
        const Message before = *m_world->messages->get(m_bob, m_message.id);
        m_world->publisher.take();
        const Channel archived = m_world->await(m_world->channels->setArchived(m_ann, u"room"_s, true));
        QVERIFY(archived.archivedAt);
        QCOMPARE(m_world->await(m_world->channels->setArchived(m_ann, u"room"_s, true)).archivedAt,
                 archived.archivedAt);
        QCOMPARE(m_world->publisher.takeNames(), u"channel_updated"_s);

        const auto forbidden = std::optional(ErrorCode::InsufficientPermissions);
        const auto draft = ConversationWorld::draft(m_channel.id, u"more"_s);
        auto reply = draft;
        reply.threadId = m_message.id;
        QCOMPARE(m_world->refusal(m_world->messages->send(m_bob, draft)), forbidden);
        QCOMPARE(m_world->refusal(m_world->messages->send(m_bob, reply)), forbidden);
        QCOMPARE(m_world->refusal(m_world->messages->edit(m_ann, m_message.id, {.content = u"x"_s})), forbidden);
        QCOMPARE(m_world->refusal(m_world->reactions->add(m_bob, m_message.id, u"🎉"_s)), forbidden);
        QCOMPARE(m_world->refusal(m_world->reactions->remove(m_bob, m_message.id, u"👍"_s)), forbidden);
        QCOMPARE(m_world->refusal(m_world->pins->add(m_bob, m_message.id)), forbidden);
        QCOMPARE(m_world->publisher.takeNames(), QString());
        QCOMPARE(m_world->messages->page(m_bob, u"room"_s, {})->messages, QList{before});
        QCOMPARE(m_world->channels->get(m_bob, u"room"_s)->seq, before.seq);
        // What ought not to stand there can go.
        m_world->await(m_world->messages->remove(m_ann, m_message.id));

        QVERIFY(!m_world->await(m_world->channels->setArchived(m_ann, u"room"_s, false)).archivedAt);
        QVERIFY(m_world->await(m_world->messages->send(m_bob, draft)).isNew);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void itsOwnerOrAnAdminDecides()
    {
        const auto admin = m_world->person(u"admin"_s, {u"admin"_s});
        QCOMPARE(m_world->refusal(m_world->channels->setArchived(m_bob, u"room"_s, true)),
                 ErrorCode::InsufficientPermissions);
        QVERIFY(m_world->await(m_world->channels->setArchived(admin, u"room"_s, true)).archivedAt);
        QCOMPARE(m_world->refusal(m_world->channels->setArchived(m_bob, u"room"_s, false)),
                 ErrorCode::InsufficientPermissions);
        const Channel secret = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
        QCOMPARE(m_world->refusal(m_world->channels->setArchived(admin, secret.id.toString(), true)),
                 ErrorCode::NotFound);
        QVERIFY(m_world->channels->ensureGeneral());
        QCOMPARE(m_world->refusal(m_world->channels->setArchived(admin, u"general"_s, true)),
                 ErrorCode::InsufficientPermissions);
        const auto direct = m_world->await(m_world->channels->openDirect(m_ann, {m_bob.userId})).channel;
        QCOMPARE(m_world->refusal(m_world->channels->setArchived(m_ann, direct.id.toString(), true)),
                 ErrorCode::InsufficientPermissions);
    }

private:
    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    Channel m_channel;
    Message m_message;
};

QTEST_GUILESS_MAIN(ChannelsArchiveTest)
#include "channels_archive_test.moc"
