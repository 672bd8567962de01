// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside the channel: reactions, replies, threads, pins, search; and what a person is told of.
#include "tests/app/session/session_fixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace plexi;
using namespace plexi::test;

class SessionPanelsTest : public SessionFixture
{
    Q_OBJECT

    QString idAt(int row) const { return at(row, TimelineModel::MessageIdRole).toString(); }

    QList<ReactionPill> pillsAt(int row) const
    {
        return at(row, TimelineModel::ReactionsRole).value<QList<ReactionPill>>();
    }

    QStringList threadContents() const
    {
        QStringList list;
        for (int row = 0; row < m_session->thread()->rowCount(); ++row)
            list << m_session->thread()->index(row).data(TimelineModel::ContentRole).toString();
        return list;
    }

    QStringList found() const
    {
        QStringList list;
        for (int row = 0; row < m_session->found()->rowCount(); ++row)
            list << m_session->found()->index(row).data(MessageListModel::TextRole).toString();
        return list;
    }

private slots:
    void reactsAndTakesItBack()
    {
        start();
        const MessageId hello = m_server->world.timeline(m_general).first().id;
        m_server->world.react(m_general, hello, m_bob, u"👍"_s);
        QTRY_COMPARE(pillsAt(0).size(), 1);
        QCOMPARE(pillsAt(0).first(),
                 (ReactionPill{.emoji = u"👍"_s, .count = 1, .isOwn = false, .names = u"Bob Stone"_s}));
        m_session->timeline()->react(idAt(0), u"👍"_s);
        // At once, and the same when the server has said so.
        QCOMPARE(pillsAt(0).first().count, 2);
        QVERIFY(pillsAt(0).first().isOwn);
        QTRY_COMPARE(m_session->outbox().waitingCount(), 0);
        QCOMPARE(m_server->world.timeline(m_general).first().reactions.first().userIds, (QList<UserId>{m_bob, m_ann}));
        QCOMPARE(pillsAt(0).first().count, 2);
        m_session->timeline()->react(idAt(0), u"👍"_s);
        QCOMPARE(pillsAt(0).first().count, 1);
        QTRY_COMPARE(m_session->outbox().waitingCount(), 0);
        QTRY_COMPARE(m_server->world.timeline(m_general).first().reactions.first().userIds, QList<UserId>{m_bob});
        QCOMPARE(pillsAt(0).first().count, 1);
    }

    void answersAMessage()
    {
        start();
        m_session->send(u"hello yourself"_s, idAt(0));
        QCOMPARE(at(1, TimelineModel::ReplyTextRole).toString(), u"hello"_s);
        QTRY_COMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Sent);
        QCOMPARE(at(1, TimelineModel::ReplyAuthorRole).toString(), u"Bob Stone"_s);
        QCOMPARE(m_server->world.timeline(m_general).last().replyTo, m_server->world.timeline(m_general).first().id);
    }

    void talksInAThread()
    {
        start();
        const MessageId root = m_server->world.timeline(m_general).first().id;
        m_server->world.post(m_bob, m_general, u"more"_s, {}, root);
        QTRY_COMPARE(at(0, TimelineModel::ReplyCountRole).toInt(), 1);
        const QAbstractItemModelTester tester(m_session->thread(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_session->openThread(idAt(0));
        QCOMPARE(m_session->threadId(), root.toString());
        QTRY_COMPARE(threadContents(), (QStringList{u"hello"_s, u"more"_s}));
        m_session->sendInThread(u"  and mine "_s);
        QCOMPARE(threadContents().last(), u"and mine"_s);
        QTRY_COMPARE(m_session->outbox().waitingCount(), 0);
        m_server->world.post(m_bob, m_general, u"last"_s, {}, root);
        QTRY_COMPARE(threadContents(), (QStringList{u"hello"_s, u"more"_s, u"and mine"_s, u"last"_s}));
        // None of it is in the channel, but for the count.
        QCOMPARE(contents(), QStringList{u"hello"_s});
        QTRY_COMPARE(at(0, TimelineModel::ReplyCountRole).toInt(), 3);
        m_session->openChannel(m_quiet.toString());
        QCOMPARE(m_session->threadId(), QString());
        QCOMPARE(m_session->thread()->rowCount(), 0);
        // What was read once can be read without a server.
        m_session->openChannel(m_general.toString());
        m_server->goAway();
        QTRY_COMPARE(m_session->line(), Session::Offline);
        m_session->openThread(idAt(0));
        QCOMPARE(threadContents().size(), 4);
        m_session->closeThread();
    }

    void pins()
    {
        start();
        m_session->loadPins();
        QTRY_VERIFY(!m_session->pins()->isLoading());
        QCOMPARE(m_session->pins()->count(), 0);
        m_session->timeline()->setPinned(idAt(0), true);
        QVERIFY(at(0, TimelineModel::IsPinnedRole).toBool());
        QTRY_COMPARE(m_session->pins()->count(), 1);
        QCOMPARE(m_session->pins()->index(0).data(MessageListModel::AuthorNameRole).toString(), u"Bob Stone"_s);
        m_session->timeline()->setPinned(idAt(0), false);
        QTRY_COMPARE(m_session->pins()->count(), 0);
        QVERIFY(!at(0, TimelineModel::IsPinnedRole).toBool());
    }

    void findsAndGoesThere()
    {
        start();
        for (int i = 0; i < 150; ++i)
            m_server->world.post(m_bob, m_general, i == 10 ? u"a needle in here"_s : u"hay %1"_s.arg(i));
        QTRY_COMPARE(contents().size(), 151);
        m_session->openChannel(m_quiet.toString());
        m_server->world.post(m_bob, m_quiet, u"another needle"_s);
        QTRY_COMPARE(contents(), QStringList{u"another needle"_s});
        m_session->search(u"needle"_s, false);
        QCOMPARE(found(), QStringList{u"another needle"_s});
        m_session->search(u"needle"_s, true);
        QCOMPARE(found(), (QStringList{u"another needle"_s, u"a needle in here"_s}));
        const QModelIndex far = m_session->found()->index(1);
        QCOMPARE(far.data(MessageListModel::ChannelNameRole).toString(), u"general"_s);
        QSignalSpy shown(m_session.get(), &Session::messageShown);
        const QString id = far.data(MessageListModel::MessageIdRole).toString();
        m_session->goTo(far.data(MessageListModel::ChannelIdRole).toString(), id);
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(m_session->currentChannelId(), m_general.toString());
        QVERIFY(m_session->timeline()->rowOf(id) >= 0);
        // The window is there and grows in both directions without a hole.
        while (!m_session->timeline()->atNewest())
            m_session->timeline()->loadNewer();
        while (!m_session->timeline()->atStart())
            m_session->timeline()->loadOlder();
        QCOMPARE(contents(), onServer(m_general));
    }

    void narrowsASearch()
    {
        start();
        m_server->world.post(m_ann, m_general, u"green tea https://tea.example"_s);
        m_server->world.post(m_bob, m_quiet, u"green tea"_s);
        m_server->world.post(m_bob, m_general, u"black tea"_s);
        QTRY_COMPARE(contents().size(), 3);
        QTRY_COMPARE(inList(m_quiet, ChannelListModel::UnreadCountRole).toInt(), 1);
        SearchFilters *filters = m_session->searchFilters();
        m_session->search(u"tea"_s, true);
        QCOMPARE(found().size(), 3);
        filters->setFrom(m_bob.toString());
        m_session->search(u"tea"_s, true);
        QCOMPARE(found(), (QStringList{u"black tea"_s, u"green tea"_s}));
        // The server is asked for the same.
        const auto asked = [this] {
            return QUrlQuery(m_server->seen.last().query);
        };
        QTRY_COMPARE(m_server->seen.last().path, u"/api/v1/messages/search"_s);
        QCOMPARE(asked().queryItemValue(u"from"_s), m_bob.toString());
        QVERIFY(!asked().hasQueryItem(u"has"_s));
        // Without any words, too; and a channel that was named counts for more than the one that is open.
        QCOMPARE(filters->take(u"in:quiet "_s), QString());
        m_session->search({}, false);
        QCOMPARE(found(), QStringList{u"green tea"_s});
        filters->clear();
        filters->setHasLink(true);
        QCOMPARE(filters->take(u"after:2000 "_s), QString());
        m_session->search({}, false);
        QCOMPARE(found(), QStringList{u"green tea https://tea.example"_s});
        QTRY_COMPARE(asked().queryItemValue(u"has"_s), u"link"_s);
        QVERIFY(!asked().hasQueryItem(u"before"_s));
        const auto after = Timestamp::fromIso(asked().queryItemValue(u"after"_s));
        QCOMPARE(after->ms + 1, QDate(2001, 1, 1).startOfDay().toMSecsSinceEpoch());
        QCOMPARE(filters->take(u"before:2001 "_s), QString());
        m_session->search(u"tea"_s, true);
        QCOMPARE(found(), QStringList());
    }

    void tellsOfWhatIsNotSeen()
    {
        start();
        QSignalSpy noticed(m_session.get(), &Session::noticed);
        m_server->world.post(m_bob, m_quiet, u"psst"_s);
        QTRY_COMPARE(noticed.size(), 1);
        const auto notice = noticed.first().first().value<Notice>();
        QCOMPARE(notice.channel, m_quiet);
        QCOMPARE(notice.title, u"Bob Stone in #quiet"_s);
        QCOMPARE(notice.text, u"psst"_s);
        // Not of one's own, and not while nobody may disturb.
        m_session->openChannel(m_quiet.toString());
        m_session->send(u"mine"_s);
        QTRY_COMPARE(m_session->outbox().waitingCount(), 0);
        m_session->setStatus(u"dnd"_s);
        m_server->world.post(m_bob, m_general, u"@ann now"_s);
        QTRY_COMPARE(inList(m_general, ChannelListModel::MentionCountRole).toInt(), 1);
        QCOMPARE(noticed.size(), 1);
    }
};

QTEST_MAIN(SessionPanelsTest)
#include "session_panels_test.moc"
