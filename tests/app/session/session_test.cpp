// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "tests/app/support/await.h"
#include "tests/app/support/fake_server.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;

namespace {

constexpr RealtimeTiming kFast{.firstRetry = std::chrono::milliseconds(40),
                               .longestRetry = std::chrono::milliseconds(200),
                               .handshake = std::chrono::milliseconds(3000),
                               .quiet = std::chrono::milliseconds(25'000),
                               .pongWait = std::chrono::milliseconds(10'000)};

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FakeServer> m_server;
    UserId m_ann;
    UserId m_bob;
    ChannelId m_general;
    ChannelId m_quiet;
    std::unique_ptr<Session> m_session;

    std::unique_ptr<Session> signIn(const QString &username)
    {
        auto *api = new ApiClient(m_server->url());
        if (!await(api->signIn(username, u"secret"_s, true)))
            qFatal("The sign-in failed");
        const protocol::User user = *await(api->me());
        return std::make_unique<Session>(
            api, Session::Account{.self = user, .serverName = u"Test"_s, .serverAddress = m_server->url().toString()}, kFast);
    }

    void start()
    {
        m_session = signIn(u"ann"_s);
        m_session->start();
        QTRY_COMPARE(m_session->channelsState(), Session::Ready);
        QTRY_VERIFY(m_session->timeline()->timeline() && m_session->timeline()->timeline()->isLoaded());
        QTRY_COMPARE(m_session->members()->count(), 2);
    }

    QStringList contents() const
    {
        QStringList list;
        for (int row = 0; row < m_session->timeline()->rowCount(); ++row)
            list << at(row, TimelineModel::ContentRole).toString();
        return list;
    }

    QVariant at(int row, int role) const { return m_session->timeline()->index(row).data(role); }

    QVariant inList(ChannelId channel, int role) const
    {
        const int row = m_session->channels()->rowOf(channel);
        return row < 0 ? QVariant() : m_session->channels()->index(row).data(role);
    }

    QStringList onServer(ChannelId channel)
    {
        QStringList list;
        for (const protocol::Message &message : m_server->world.timeline(channel))
            list << message.content;
        return list;
    }

private slots:
    void init()
    {
        m_server = std::make_unique<test::FakeServer>();
        m_ann = m_server->world.addUser(u"ann"_s, u"Ann"_s);
        m_bob = m_server->world.addUser(u"bob"_s, u"Bob Stone"_s);
        m_general = m_server->world.addChannel(u"general"_s, protocol::ChannelType::Public, {m_ann, m_bob});
        m_quiet = m_server->world.addChannel(u"quiet"_s, protocol::ChannelType::Public, {m_ann, m_bob});
        m_server->world.post(m_bob, m_general, u"hello"_s);
    }

    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    void opensTheFirstChannel()
    {
        start();
        QCOMPARE(m_session->line(), Session::Online);
        QCOMPARE(m_session->lineText(), QString());
        QCOMPARE(m_session->currentChannelId(), m_general.toString());
        QCOMPARE(m_session->currentChannelName(), u"general"_s);
        QCOMPARE(contents(), QStringList{u"hello"_s});
        QTRY_COMPARE(at(0, TimelineModel::AuthorNameRole).toString(), u"Bob Stone"_s);
        QCOMPARE(m_session->timeline()->firstUnreadRow(), 0);
        QCOMPARE(m_session->displayName(), u"Ann"_s);
        QCOMPARE(m_session->initials(), u"A"_s);
    }

    void sendsAndReceives()
    {
        start();
        const QAbstractItemModelTester tester(m_session->timeline(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_session->send(u"  hi Bob \n"_s);
        QCOMPARE(m_session->timeline()->rowCount(), 2);
        QCOMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Pending);
        QTRY_COMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Sent);
        QCOMPARE(onServer(m_general), (QStringList{u"hello"_s, u"hi Bob"_s}));
        m_server->world.post(m_bob, m_general, u"hi Ann"_s);
        QTRY_COMPARE(contents(), (QStringList{u"hello"_s, u"hi Bob"_s, u"hi Ann"_s}));
        m_session->timeline()->edit(at(1, TimelineModel::MessageIdRole).toString(), u"hi, Bob"_s);
        QTRY_VERIFY(at(1, TimelineModel::IsEditedRole).toBool());
        m_session->timeline()->remove(at(1, TimelineModel::MessageIdRole).toString());
        QTRY_VERIFY(at(1, TimelineModel::IsDeletedRole).toBool());
        m_session->timeline()->remove(at(0, TimelineModel::MessageIdRole).toString());
        QTRY_VERIFY(m_session->notice().startsWith("The message was not deleted"_L1));
        m_session->dismissNotice();
        QVERIFY(m_session->notice().isEmpty());
    }

    void keepsWhatIsWrittenWhileTheLineIsDown()
    {
        start();
        m_session->openChannel(m_quiet.toString());
        QTRY_VERIFY(m_session->timeline()->isEmpty());
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        for (int i = 1; i <= 5; ++i)
            m_session->send(u"offline %1"_s.arg(i));
        QTRY_COMPARE(at(0, TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
        QTRY_COMPARE(at(4, TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
        QVERIFY(at(4, TimelineModel::StateTextRole).toString().contains(u'5'));
        QTRY_VERIFY(m_session->lineText().contains(u'5'));
        QVERIFY(m_server->listen());
        const QStringList expected{u"offline 1"_s, u"offline 2"_s, u"offline 3"_s, u"offline 4"_s, u"offline 5"_s};
        QTRY_COMPARE(onServer(m_quiet), expected);
        QTRY_COMPARE(m_session->outbox().waitingCount(), 0);
        QCOMPARE(contents(), expected);
        for (int row = 0; row < 5; ++row)
            QCOMPARE(at(row, TimelineModel::StateRole).toInt(), TimelineModel::Sent);
    }

    void sendsOnceThoughTheAnswerIsLost()
    {
        start();
        m_server->answersToLose = 2;
        m_server->eventsToLose = 1;
        m_session->send(u"once"_s);
        QTRY_COMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
        m_session->outbox().resume();
        m_session->send(u"twice"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->outbox().waitingCount(), 0, 15'000);
        QCOMPARE(onServer(m_general), (QStringList{u"hello"_s, u"once"_s, u"twice"_s}));
        QCOMPARE(contents(), (QStringList{u"hello"_s, u"once"_s, u"twice"_s}));
    }

    void aRefusalFailsTheRowAndLetsTheNextGo()
    {
        start();
        m_server->refusal = Error::forbidden(u"no"_s);
        m_session->send(u"one"_s);
        QTRY_COMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Failed);
        QVERIFY(at(1, TimelineModel::StateTextRole).toString().contains("not allowed"_L1));
        m_server->refusal.reset();
        m_session->send(u"two"_s);
        QTRY_COMPARE(onServer(m_general), (QStringList{u"hello"_s, u"two"_s}));
        QTRY_COMPARE(contents(), (QStringList{u"hello"_s, u"two"_s, u"one"_s}));
        // It is still there after another channel was shown.
        m_session->openChannel(m_quiet.toString());
        m_session->openChannel(m_general.toString());
        QCOMPARE(at(2, TimelineModel::StateRole).toInt(), TimelineModel::Failed);
        m_session->timeline()->retry(at(2, TimelineModel::MessageIdRole).toString());
        QTRY_COMPARE(at(2, TimelineModel::StateRole).toInt(), TimelineModel::Sent);
        QCOMPARE(onServer(m_general).last(), u"one"_s);

        m_server->refusal = Error::forbidden(u"no"_s);
        m_session->send(u"three"_s);
        QTRY_COMPARE(at(3, TimelineModel::StateRole).toInt(), TimelineModel::Failed);
        m_session->timeline()->discard(at(3, TimelineModel::MessageIdRole).toString());
        QCOMPARE(m_session->timeline()->rowCount(), 3);
    }

    void waitsWhereItIsTooOften()
    {
        start();
        m_server->refusal = Error{.code = ErrorCode::RateLimitExceeded, .message = u"slow"_s, .retryAfter = 1};
        m_server->refusalStatus = 429;
        m_session->send(u"patient"_s);
        QTRY_COMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Waiting);
        m_server->refusal.reset();
        QTRY_COMPARE_WITH_TIMEOUT(onServer(m_general).size(), 2, 8'000);
    }

    void repairsGapsWhileOnline()
    {
        start();
        m_server->eventsToLose = 3;
        m_server->world.post(m_bob, m_general, u"lost 1"_s);
        m_server->world.post(m_bob, m_general, u"lost 2"_s);
        const MessageId first = m_server->world.timeline(m_general).first().id;
        m_server->world.edit(m_general, first, u"edited"_s);
        m_server->world.post(m_bob, m_general, u"seen"_s);
        QTRY_COMPARE(contents(), (QStringList{u"edited"_s, u"lost 1"_s, u"lost 2"_s, u"seen"_s}));
        // The counts of a channel that is not open are repaired as well.
        m_server->eventsToLose = 1;
        m_server->world.post(m_bob, m_quiet, u"lost"_s);
        m_server->world.post(m_bob, m_quiet, u"seen @ann"_s);
        QTRY_COMPARE(inList(m_quiet, ChannelListModel::UnreadCountRole).toInt(), 2);
        QCOMPARE(inList(m_quiet, ChannelListModel::MentionCountRole).toInt(), 1);
    }

    void losesNothingOverAReconnect()
    {
        start();
        const QAbstractItemModelTester tester(m_session->timeline(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QSignalSpy reset(m_session->timeline(), &TimelineModel::modelReset);
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        for (int i = 0; i < 130; ++i)
            m_server->world.post(m_bob, m_general, u"away %1"_s.arg(i));
        m_server->world.post(m_bob, m_quiet, u"psst"_s);
        const ChannelId fresh = m_server->world.addChannel(u"fresh"_s, protocol::ChannelType::Private, {m_ann, m_bob});
        QVERIFY(m_server->listen());
        QTRY_COMPARE(contents(), onServer(m_general));
        QCOMPARE(m_session->timeline()->rowCount(), 131);
        QCOMPARE(reset.size(), 0);
        QTRY_COMPARE(inList(m_quiet, ChannelListModel::UnreadCountRole).toInt(), 1);
        QTRY_VERIFY(m_session->channels()->rowOf(fresh) >= 0);
        m_server->world.post(m_bob, fresh, u"first"_s);
        QTRY_COMPARE(inList(fresh, ChannelListModel::UnreadCountRole).toInt(), 1);
    }

    void loadsHistoryBothWays()
    {
        for (int i = 0; i < 820; ++i)
            m_server->world.post(m_bob, m_general, QString::number(i));
        start();
        TimelineModel *timeline = m_session->timeline();
        QCOMPARE(timeline->rowCount(), 50);
        QVERIFY(!timeline->atStart());
        while (!timeline->atStart()) {
            timeline->loadOlder();
            QTRY_VERIFY(!timeline->isLoading());
            QVERIFY(timeline->rowCount() <= ChannelTimeline::kMaxRows);
        }
        QCOMPARE(contents().first(), u"hello"_s);
        QVERIFY(!timeline->atNewest());
        m_server->world.post(m_bob, m_general, u"news"_s);
        QTRY_VERIFY(m_session->timeline()->timeline()->newsBeyond() == 1);
        while (!timeline->atNewest()) {
            timeline->loadNewer();
            QTRY_VERIFY(!timeline->isLoading());
        }
        QCOMPARE(contents().last(), u"news"_s);
        QVERIFY(!timeline->atStart());
        QCOMPARE(contents(), onServer(m_general).last(timeline->rowCount()));
        timeline->loadOlder();
        QTRY_VERIFY(!timeline->isLoading());
        timeline->loadOlder();
        QTRY_VERIFY(!timeline->isLoading());
        // Writing brings the view back to the newest.
        m_session->send(u"mine"_s);
        QTRY_COMPARE(contents().last(), u"mine"_s);
        QTRY_COMPARE(contents(), onServer(m_general).last(timeline->rowCount()));
    }

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
        QCOMPARE(std::ranges::count_if(m_server->frames, [](const protocol::ClientRequest &frame) {
                     return std::holds_alternative<protocol::TypingRequest>(frame);
                 }), 1);
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
        QCOMPARE(inList(*ChannelId::fromString(m_session->currentChannelId()), ChannelListModel::SectionRole).toString(), u"direct"_s);
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

    void refreshesSilentlyAndEndsWhenRefused()
    {
        start();
        m_server->expireAccessTokens();
        m_session->send(u"after half an hour"_s);
        QTRY_COMPARE(onServer(m_general).size(), 2);
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/refresh"_s), 1);
        QSignalSpy ended(m_session.get(), &Session::ended);
        m_server->refuseRefresh = true;
        m_server->expireAccessTokens();
        m_session->send(u"too late"_s);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!ended.first().first().toString().isEmpty());
    }

    void signsOut()
    {
        start();
        QSignalSpy ended(m_session.get(), &Session::ended);
        m_session->signOut();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(ended.first().first().toString().isEmpty());
        QCOMPARE(m_server->count("POST", u"/api/v1/auth/logout"_s), 1);
        QTRY_COMPARE(m_server->socketCount(), 0);
    }

    void opensWithoutAServer()
    {
        m_session = signIn(u"ann"_s);
        m_server->goAway();
        m_session->start();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        QVERIFY(!m_session->lineText().isEmpty());
        QVERIFY(m_server->listen());
        QTRY_COMPARE(contents(), QStringList{u"hello"_s});
    }
};

QTEST_MAIN(SessionTest)
#include "session_test.moc"
