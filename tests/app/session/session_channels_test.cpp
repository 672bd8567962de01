// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/session/session_fixture.h"

#include <QSignalSpy>

using namespace plexi;
using namespace plexi::test;

class SessionChannelsTest : public SessionFixture
{
    Q_OBJECT

private slots:
    void countsUnreadAndMarksRead()
    {
        start();
        m_session->timeline()->markReadTo(0);
        QTRY_COMPARE(m_server->world.room(m_general).read.value(m_ann), m_server->world.timeline(m_general).last().id);
        QCOMPARE(m_session->unreadTotal(), 0);
        m_server->world.post(m_bob, m_quiet, u"one"_s);
        m_server->world.post(m_bob, m_quiet, u"two @ann"_s);
        m_server->world.post(m_ann, m_quiet, u"from my other device"_s);
        QTRY_COMPARE(inList(m_quiet, ChannelListModel::UnreadCountRole).toInt(), 2);
        QCOMPARE(inList(m_quiet, ChannelListModel::MentionCountRole).toInt(), 1);
        QVERIFY(m_session->hasUnreadElsewhere());
        QCOMPARE(m_session->mentionTotal(), 1);
        m_session->openNextUnread();
        QCOMPARE(m_session->currentChannelId(), m_quiet.toString());
        QTRY_COMPARE(m_session->timeline()->rowCount(), 3);
        QCOMPARE(m_session->timeline()->firstUnreadRow(), 0);
        QCOMPARE(m_session->timeline()->unreadBelow(), 2);
        for (int row = 0; row < 3; ++row)
            m_session->timeline()->markReadTo(row);
        QCOMPARE(m_session->unreadTotal(), 0);
        QTRY_COMPARE(m_server->world.room(m_quiet).read.value(m_ann), m_server->world.timeline(m_quiet).last().id);
        // Throttled: three moves within a second are two requests at most.
        QVERIFY(m_server->count("PUT", u"/api/v1/channels/%1/read"_s.arg(m_quiet.toString())) <= 2);
    }

    void tellsTheMarkerWhenTheLineIsBack()
    {
        start();
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        m_session->timeline()->markReadTo(0);
        QCOMPARE(m_session->unreadTotal(), 0);
        QVERIFY(m_server->listen());
        QTRY_COMPARE(m_server->world.room(m_general).read.value(m_ann), m_server->world.timeline(m_general).last().id);
        QTRY_COMPARE(m_session->channelsState(), Session::Ready);
        QCOMPARE(m_session->unreadTotal(), 0);
    }

    void followsTheMarkerOfAnotherDevice()
    {
        start();
        m_server->world.post(m_bob, m_quiet, u"one"_s);
        const protocol::Message second = m_server->world.post(m_bob, m_quiet, u"two"_s);
        m_server->world.post(m_bob, m_quiet, u"three"_s);
        QTRY_COMPARE(inList(m_quiet, ChannelListModel::UnreadCountRole).toInt(), 3);
        m_server->world.markRead(m_ann, m_quiet, second.id);
        QTRY_COMPARE(inList(m_quiet, ChannelListModel::UnreadCountRole).toInt(), 1);
    }

    void showsWhoTypes()
    {
        start();
        const std::unique_ptr<Session> other = signIn(u"bob"_s);
        other->start();
        QTRY_COMPARE(other->currentChannelId(), m_general.toString());
        QTRY_COMPARE(other->members()->count(), 2);
        for (int i = 0; i < 20; ++i)
            other->composing();
        QTRY_COMPARE(m_session->typingText(), u"Bob Stone is typing…"_s);
        QCOMPARE(std::ranges::count_if(m_server->frames,
                                       [](const protocol::ClientRequest &frame) {
                                           return std::holds_alternative<protocol::TypingRequest>(frame);
                                       }),
                 1);
        other->send(u"done"_s);
        QTRY_COMPARE(m_session->typingText(), QString());
        other->composing();
        QTRY_VERIFY(!m_session->typingText().isEmpty());
        // Lapses by itself.
        QTRY_COMPARE_WITH_TIMEOUT(m_session->typingText(), QString(), 10'000);
    }

    void showsPresence()
    {
        start();
        // As a server has it: lists that are asked for later say so too.
        m_server->world.user(m_bob).status = protocol::PresenceStatus::Dnd;
        m_server->world.publish({}, m_ann, protocol::PresenceChanged{m_bob, protocol::PresenceStatus::Dnd, {}});
        const auto presence = [this] {
            UserListModel *members = m_session->members();
            return members->index(members->userAt(0) == m_bob ? 0 : 1).data(UserListModel::PresenceRole).toString();
        };
        QTRY_COMPARE(presence(), u"dnd"_s);
        m_server->goAway();
        QTRY_COMPARE(presence(), u"offline"_s);
        QVERIFY(m_server->listen());
        QTRY_COMPARE(m_session->line(), Session::Online);
        m_session->setStatus(u"away"_s);
        QCOMPARE(m_session->ownStatus(), u"away"_s);
        QTRY_VERIFY(std::ranges::any_of(m_server->frames, [](const protocol::ClientRequest &frame) {
            const auto *request = std::get_if<protocol::PresenceRequest>(&frame);
            return request && request->status == protocol::PresenceStatus::Away;
        }));
        m_session->setStatus(u"nonsense"_s);
        QCOMPARE(m_session->ownStatus(), u"away"_s);
    }

    void makesJoinsAndLeavesChannels()
    {
        const ChannelId open = m_server->world.addChannel(u"open"_s, protocol::ChannelType::Public, {m_bob});
        start();
        QSignalSpy done(m_session.get(), &Session::actionDone);
        QCOMPARE(m_session->browse()->count(), 1);
        m_session->joinChannel(open.toString());
        QVERIFY(m_session->isActionBusy());
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(m_session->currentChannelId(), open.toString());
        QVERIFY(m_session->currentIsMember());
        QCOMPARE(m_session->browse()->count(), 0);
        m_server->world.post(m_bob, open, u"welcome"_s);
        QTRY_COMPARE(contents(), QStringList{u"welcome"_s});

        m_session->createChannel(u"secret"_s, true, u"Hush"_s);
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(m_session->currentChannelName(), u"secret"_s);
        QCOMPARE(m_session->currentChannelType(), u"private"_s);
        m_session->createChannel(u"taken"_s, false, {});
        QTRY_VERIFY(m_session->actionError().contains("taken"_L1));
        QCOMPARE(done.size(), 2);
        m_session->clearActionError();
        QVERIFY(m_session->actionError().isEmpty());

        m_session->leaveChannel(open.toString());
        QTRY_COMPARE(m_session->browse()->count(), 1);
        m_session->openDirect(m_bob.toString());
        QTRY_COMPARE(done.size(), 3);
        QCOMPARE(m_session->currentChannelName(), u"Bob Stone"_s);
        QCOMPARE(m_session->currentChannelType(), u"direct"_s);
        QCOMPARE(
            inList(*ChannelId::fromString(m_session->currentChannelId()), ChannelListModel::SectionRole).toString(),
            u"direct"_s);
    }

    void leavesAChannelThatIsGone()
    {
        const ChannelId room = m_server->world.addChannel(u"aaa"_s, protocol::ChannelType::Private, {m_ann, m_bob});
        start();
        QCOMPARE(m_session->currentChannelId(), room.toString());
        QSignalSpy current(m_session.get(), &Session::currentChannelChanged);
        m_server->world.leave(m_ann, room);
        QTRY_COMPARE(m_session->currentChannelId(), m_general.toString());
        QVERIFY(!current.isEmpty());
        QCOMPARE(m_session->channels()->rowOf(room), -1);
    }

    void isAddedToAChannel()
    {
        start();
        const ChannelId room = m_server->world.addChannel(u"plans"_s, protocol::ChannelType::Private, {m_ann, m_bob});
        QTRY_VERIFY(m_session->channels()->rowOf(room) >= 0);
        // Subscribed by itself.
        QTRY_VERIFY(std::ranges::any_of(m_server->frames, [room](const protocol::ClientRequest &frame) {
            const auto *subscribe = std::get_if<protocol::SubscribeRequest>(&frame);
            return subscribe && subscribe->channels.contains(room.toString());
        }));
        m_server->world.post(m_bob, room, u"hi"_s);
        QTRY_COMPARE(inList(room, ChannelListModel::UnreadCountRole).toInt(), 1);
    }

    void keepsDrafts()
    {
        start();
        m_session->setDraft(m_quiet.toString(), u"not yet"_s);
        QVERIFY(inList(m_quiet, ChannelListModel::HasDraftRole).toBool());
        QCOMPARE(m_session->draft(m_quiet.toString()), u"not yet"_s);
        m_session->setDraft(m_quiet.toString(), u" "_s);
        QVERIFY(!inList(m_quiet, ChannelListModel::HasDraftRole).toBool());
        m_session->send(QString(10'001, u'x'));
        QVERIFY(!m_session->notice().isEmpty());
        QCOMPARE(m_session->timeline()->rowCount(), 1);
    }
};

QTEST_MAIN(SessionChannelsTest)
#include "session_channels_test.moc"
