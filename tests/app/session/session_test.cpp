// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/session/session_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace plexi;
using namespace plexi::test;

class SessionTest : public SessionFixture
{
    Q_OBJECT

private slots:
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
        const QAbstractItemModelTester tester(m_session->timeline(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
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
        const QAbstractItemModelTester tester(m_session->timeline(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
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
