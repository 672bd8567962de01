// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/frames_handler.h"
#include "tests/support/conversation_world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Channel;
using protocol::ChannelType;

/** Sockets are answered by the rules of the REST twins of their frames. */
class FramesHandlerTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        auto keys = security::KeyRing::loadOrCreate(m_directory.filePath(u"secret.key"_s));
        QVERIFY(keys);
        m_audit = std::make_unique<services::AuditService>(m_world->database(), std::move(*keys));
        m_users = std::make_unique<services::UsersService>(m_world->database(), *m_audit);
        m_frames = std::make_unique<api::FramesHandler>(*m_users, *m_world->channels, *m_world->members,
                                                        *m_world->messages);
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_public = m_world->makeChannel(m_ann, u"Room"_s);
        m_private = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
    }

    void subscribableIsWhatMayBeRead()
    {
        m_world->post(m_ann, m_public.id, u"hello"_s);
        const QStringList names{u"room"_s, m_private.id.toString(), u"nowhere"_s, m_public.id.toString()};
        const auto bobs = m_frames->readableChannels(m_bob, names);
        QVERIFY(bobs);
        QCOMPARE(bobs->channels.size(), 1);
        QCOMPARE(bobs->channels.first().channelId, m_public.id);
        QCOMPARE(bobs->channels.first().seq, 1);
        QCOMPARE(bobs->denied, (QStringList{m_private.id.toString(), u"nowhere"_s}));
        QCOMPARE(m_frames->readableChannels(m_ann, names)->channels.size(), 2);
    }

    void writingNeedsMembershipAndScope()
    {
        QCOMPARE(*m_frames->writableChannel(m_ann, u"room"_s), m_public.id);
        QCOMPARE(m_frames->writableChannel(m_bob, u"room"_s).error().code, ErrorCode::InsufficientPermissions);
        QCOMPARE(m_frames->writableChannel(m_bob, m_private.id.toString()).error().code, ErrorCode::NotFound);
        security::Principal reader = m_ann;
        reader.mayWrite = false;
        QCOMPARE(m_frames->writableChannel(reader, u"room"_s).error().code, ErrorCode::InsufficientPermissions);
        const auto draft = ConversationWorld::draft(m_public.id, u"hello"_s);
        QCOMPARE(m_world->refusal(m_frames->sendMessage(reader, draft)), ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_frames->sendMessage(m_bob, draft)), ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->await(m_frames->sendMessage(m_ann, draft)).content, u"hello"_s);
        QCOMPARE(m_world->messages->page(m_ann, u"room"_s, {})->totalCount, 1);
    }

    void theOwnProfileIsWhole()
    {
        const auto profile = m_frames->ownProfile(m_ann);
        QVERIFY(profile);
        QCOMPARE(profile->id, m_ann.userId);
        QVERIFY(profile->own);
    }

    void lastSeenIsKept()
    {
        const Timestamp moment = Timestamp::now();
        m_frames->storeLastSeen(m_ann.userId, moment);
        QTRY_COMPARE(m_users->profile(m_ann.userId)->lastSeen, moment);
    }

    void peersAreToldOfPresence()
    {
        QVERIFY(m_frames->presencePeers(m_ann.userId).isEmpty());
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        QCOMPARE(m_frames->presencePeers(m_ann.userId), QList<UserId>{m_bob.userId});
    }

private:
    std::unique_ptr<ConversationWorld> m_world;
    QTemporaryDir m_directory;
    std::unique_ptr<services::AuditService> m_audit;
    std::unique_ptr<services::UsersService> m_users;
    std::unique_ptr<api::FramesHandler> m_frames;
    security::Principal m_ann;
    security::Principal m_bob;
    Channel m_public;
    Channel m_private;
};

QTEST_GUILESS_MAIN(FramesHandlerTest)
#include "frames_handler_test.moc"
