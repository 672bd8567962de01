// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two sessions of the app's and the real server, which is killed in between.
#include "app/session/session.h"
#include "tests/app/support/await.h"
#include "tests/support/server_process.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;

namespace {

constexpr RealtimeTiming kFast{.firstRetry = std::chrono::milliseconds(50),
                               .longestRetry = std::chrono::milliseconds(300),
                               .handshake = std::chrono::milliseconds(5000),
                               .quiet = std::chrono::milliseconds(25'000),
                               .pongWait = std::chrono::milliseconds(10'000)};

} // namespace

class RealServerTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ServerProcess> m_server;
    std::unique_ptr<Session> m_admin;
    std::unique_ptr<Session> m_john;

    std::unique_ptr<Session> signIn(const QString &username, const QString &password)
    {
        auto *api = new ApiClient(m_server->url());
        const auto accepted = await(api->signIn(username, password, true));
        if (!accepted)
            qFatal("The sign-in failed");
        const auto me = await(api->me());
        if (!me)
            qFatal("No profile");
        auto session = std::make_unique<Session>(
            api, Cache::temporary(me->id),
            Session::Account{.self = *me, .serverName = u"Test"_s, .serverAddress = m_server->url().toString()}, kFast);
        session->start();
        return session;
    }

    static QString channelNamed(Session *session, const QString &name)
    {
        for (ChannelListModel *list : {session->channels(), session->browse()}) {
            for (int row = 0; row < list->rowCount(); ++row) {
                if (list->index(row).data(ChannelListModel::NameRole).toString() == name)
                    return list->index(row).data(ChannelListModel::ChannelIdRole).toString();
            }
        }
        return QString();
    }

    static QVariant inList(Session *session, const QString &name, int role)
    {
        ChannelListModel *list = session->channels();
        for (int row = 0; row < list->rowCount(); ++row) {
            if (list->index(row).data(ChannelListModel::NameRole).toString() == name)
                return list->index(row).data(role);
        }
        return {};
    }

    static QStringList contents(Session *session)
    {
        QStringList list;
        for (int row = 0; row < session->timeline()->rowCount(); ++row)
            list << session->timeline()->index(row).data(TimelineModel::ContentRole).toString();
        return list;
    }

    static QStringList ids(Session *session)
    {
        QStringList list;
        for (int row = 0; row < session->timeline()->rowCount(); ++row)
            list << session->timeline()->index(row).data(TimelineModel::MessageIdRole).toString();
        return list;
    }

    static bool isOpen(Session *session)
    {
        return session->timeline()->timeline() && session->timeline()->timeline()->isLoaded();
    }

private slots:
    void init()
    {
        m_server = std::make_unique<test::ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        m_admin = signIn(u"admin"_s, u"admin123"_s);
        m_john = signIn(u"john"_s, u"john12345"_s);
        for (Session *session : {m_admin.get(), m_john.get()}) {
            QTRY_COMPARE(session->channelsState(), Session::Ready);
            session->openChannel(channelNamed(session, u"general"_s));
            QCOMPARE(session->currentChannelName(), u"general"_s);
            QTRY_VERIFY(isOpen(session));
            QTRY_COMPARE(session->members()->count(), 2);
        }
    }

    void cleanup()
    {
        m_admin.reset();
        m_john.reset();
        m_server.reset();
    }

    void talk()
    {
        const QAbstractItemModelTester tester(m_john->timeline(),
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        QTRY_COMPARE(m_john->line(), Session::Online);
        m_admin->composing();
        QTRY_VERIFY(!m_john->typingText().isEmpty());
        m_admin->send(u"Hello @john"_s);
        QTRY_VERIFY(contents(m_john.get()).contains(u"Hello @john"_s));
        QCOMPARE(m_john->typingText(), QString());
        const int last = m_john->timeline()->rowCount() - 1;
        QVERIFY(m_john->timeline()->index(last).data(TimelineModel::MentionsMeRole).toBool());
        m_john->send(u"Hello, admin"_s);
        QTRY_COMPARE(contents(m_admin.get()), contents(m_john.get()));
        QTRY_COMPARE(m_john->outbox().waitingCount(), 0);
        QTRY_COMPARE(ids(m_admin.get()), ids(m_john.get()));
        const QString own = m_john->timeline()->lastOwnMessageId();
        m_john->timeline()->edit(own, u"Hello, Admin"_s);
        QTRY_COMPARE(contents(m_admin.get()).last(), u"Hello, Admin"_s);
        m_john->timeline()->remove(own);
        QTRY_VERIFY(
            m_admin->timeline()->index(m_admin->timeline()->rowOf(own)).data(TimelineModel::IsDeletedRole).toBool());
    }

    void seesPresence()
    {
        UserListModel *members = m_admin->members();
        const auto johns = [members] {
            for (int row = 0; row < members->rowCount(); ++row) {
                if (members->index(row).data(UserListModel::UsernameRole).toString() == "john"_L1)
                    return members->index(row).data(UserListModel::PresenceRole).toString();
            }
            return QString();
        };
        QTRY_COMPARE(johns(), u"online"_s);
        m_john->setStatus(u"dnd"_s);
        QTRY_COMPARE(johns(), u"dnd"_s);
        m_john.reset();
        QTRY_COMPARE_WITH_TIMEOUT(johns(), u"offline"_s, 10'000);
    }

    void unreadAndReadMarkers()
    {
        m_john->openChannel(channelNamed(m_john.get(), u"Product"_s));
        QTRY_VERIFY(isOpen(m_john.get()));
        const int before = inList(m_john.get(), u"general"_s, ChannelListModel::UnreadCountRole).toInt();
        m_admin->send(u"one"_s);
        m_admin->send(u"two, @john"_s);
        QTRY_COMPARE(inList(m_john.get(), u"general"_s, ChannelListModel::UnreadCountRole).toInt(), before + 2);
        QCOMPARE(inList(m_john.get(), u"general"_s, ChannelListModel::MentionCountRole).toInt(), 1);
        m_john->openChannel(channelNamed(m_john.get(), u"general"_s));
        QTRY_VERIFY(contents(m_john.get()).contains(u"two, @john"_s));
        m_john->timeline()->markReadTo(m_john->timeline()->rowCount() - 1);
        QCOMPARE(inList(m_john.get(), u"general"_s, ChannelListModel::UnreadCountRole).toInt(), 0);
        // The server knows: another device starts with nothing unread.
        const auto stored = [this] {
            const std::unique_ptr<Session> device = signIn(u"john"_s, u"john12345"_s);
            if (!QTest::qWaitFor([&] { return device->channelsState() == Session::Ready; }))
                return -1;
            return inList(device.get(), u"general"_s, ChannelListModel::UnreadCountRole).toInt();
        };
        QTRY_COMPARE(stored(), 0);
    }

    void channelsComeAndGo()
    {
        QSignalSpy done(m_admin.get(), &Session::actionDone);
        m_admin->createChannel(u"plans"_s, false, u"What next"_s);
        QTRY_COMPARE(done.size(), 1);
        QTRY_VERIFY(!channelNamed(m_john.get(), u"plans"_s).isEmpty());
        QCOMPARE(m_john->browse()->count(), 1);
        m_john->joinChannel(channelNamed(m_john.get(), u"plans"_s));
        QTRY_COMPARE(m_john->currentChannelName(), u"plans"_s);
        QTRY_COMPARE(m_admin->currentMemberCount(), 2);
        m_john->openDirect(m_admin->userId());
        QTRY_COMPARE(m_john->currentChannelType(), u"direct"_s);
        m_john->send(u"just us"_s);
        QTRY_COMPARE(m_admin->channels()->count(), m_john->channels()->count());
        const QString direct = m_john->currentChannelId();
        QTRY_COMPARE(inList(m_admin.get(), m_john->displayName(), ChannelListModel::UnreadCountRole).toInt(), 1);
        m_admin->openChannel(direct);
        QTRY_COMPARE(contents(m_admin.get()), QStringList{u"just us"_s});
        m_john->leaveChannel(channelNamed(m_john.get(), u"plans"_s));
        QTRY_COMPARE(m_john->browse()->count(), 1);
    }

    void loadsHistoryBothWays()
    {
        for (int i = 0; i < 130; ++i)
            m_admin->send(QString::number(i));
        QTRY_COMPARE_WITH_TIMEOUT(m_admin->outbox().waitingCount(), 0, 20'000);
        const std::unique_ptr<Session> device = signIn(u"john"_s, u"john12345"_s);
        QTRY_COMPARE(device->channelsState(), Session::Ready);
        device->openChannel(channelNamed(device.get(), u"general"_s));
        QTRY_VERIFY(isOpen(device.get()));
        QCOMPARE(device->timeline()->rowCount(), 50);
        while (!device->timeline()->atStart()) {
            device->timeline()->loadOlder();
            QTRY_VERIFY(!device->timeline()->isLoading());
            QVERIFY2(device->timeline()->loadError().isEmpty(), qPrintable(device->timeline()->loadError()));
        }
        QCOMPARE(ids(device.get()), ids(m_admin.get()));
        // As if the newest had been let go after scrolling far up.
        currentTimeline(device.get())->trimNewer(20);
        QVERIFY(!device->timeline()->atNewest());
        while (!device->timeline()->atNewest()) {
            device->timeline()->loadNewer();
            QTRY_VERIFY(!device->timeline()->isLoading());
            QVERIFY2(device->timeline()->loadError().isEmpty(), qPrintable(device->timeline()->loadError()));
        }
        QCOMPARE(ids(device.get()), ids(m_admin.get()));
    }

    void findsWhatOnlyTheServerHas()
    {
        m_admin->send(u"the anchor is in the shed"_s);
        for (int i = 0; i < 60; ++i)
            m_admin->send(QString::number(i));
        QTRY_COMPARE_WITH_TIMEOUT(m_admin->outbox().waitingCount(), 0, 20'000);
        const std::unique_ptr<Session> device = signIn(u"john"_s, u"john12345"_s);
        QTRY_COMPARE(device->channelsState(), Session::Ready);
        device->openChannel(channelNamed(device.get(), u"general"_s));
        QTRY_VERIFY(isOpen(device.get()));
        device->search(u"anchor"_s, false);
        QCOMPARE(device->found()->count(), 0);
        QTRY_COMPARE(device->found()->count(), 1);
        // The server narrows it in the same way.
        device->searchFilters()->setFrom(m_admin->userId());
        device->searchFilters()->setSince(0);
        device->search(u"anchor"_s, false);
        QTRY_VERIFY(!device->found()->isLoading());
        QCOMPARE(device->found()->count(), 1);
        device->searchFilters()->setHasLink(true);
        device->search(u"anchor"_s, false);
        QTRY_VERIFY(!device->found()->isLoading());
        QCOMPARE(device->found()->count(), 0);
        device->searchFilters()->clear();
        device->search(u"anchor"_s, false);
        QTRY_COMPARE(device->found()->count(), 1);
        const QModelIndex row = device->found()->index(0);
        QCOMPARE(row.data(MessageListModel::TextRole).toString(), u"the anchor is in the shed"_s);
        QSignalSpy shown(device.get(), &Session::messageShown);
        device->goTo(row.data(MessageListModel::ChannelIdRole).toString(),
                     row.data(MessageListModel::MessageIdRole).toString());
        QTRY_COMPARE(shown.size(), 1);
        QVERIFY(contents(device.get()).contains(u"the anchor is in the shed"_s));
    }

    void favouritesAreOnAllDevices()
    {
        const QString general = channelNamed(m_john.get(), u"general"_s);
        m_john->setFavourite(general, true);
        const auto section = [](Session *session) {
            return inList(session, u"general"_s, ChannelListModel::SectionRole).toString();
        };
        QCOMPARE(section(m_john.get()), u"favourites"_s);
        ApiClient api(m_server->url());
        QVERIFY(await(api.signIn(u"john"_s, u"john12345"_s, false)));
        const auto isTold = [&api, &general] {
            const auto channels = await(api.channels());
            return channels && std::ranges::any_of(*channels, [&general](const protocol::Channel &channel) {
                       return channel.id.toString() == general && channel.viewer && channel.viewer->favoritePosition;
                   });
        };
        QTRY_VERIFY(isTold());
        const std::unique_ptr<Session> device = signIn(u"john"_s, u"john12345"_s);
        QTRY_COMPARE(section(device.get()), u"favourites"_s);
        m_john->setFavourite(general, false);
        QCOMPARE(section(m_john.get()), u"channels"_s);
    }

    void changesAChannel()
    {
        QSignalSpy done(m_admin.get(), &Session::actionDone);
        m_admin->createChannel(u"plans"_s, false, u"What next"_s);
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(m_admin->canChangeCurrent());
        m_admin->changeChannel(u"big plans"_s, u"What comes"_s);
        QTRY_COMPARE(done.size(), 2);
        QCOMPARE(m_admin->currentChannelName(), u"big plans"_s);
        m_john->joinChannel(m_admin->currentChannelId());
        QTRY_COMPARE(m_john->currentChannelTopic(), u"What comes"_s);
        QVERIFY(!m_john->canChangeCurrent());
        m_john->setNotificationLevel(u"none"_s);
        QTRY_COMPARE(m_john->currentNotificationLevel(), u"none"_s);
        QVERIFY(inList(m_john.get(), u"big plans"_s, ChannelListModel::IsMutedRole).toBool());
    }

    void losesNothingWhenTheServerIsKilled()
    {
        for (int i = 0; i < 10; ++i)
            m_admin->send(u"before %1"_s.arg(i));
        m_server->kill();
        QTRY_COMPARE(m_admin->line(), Session::Offline);
        QTRY_COMPARE(m_john->line(), Session::Offline);
        for (int i = 0; i < 5; ++i) {
            m_admin->send(u"admin %1"_s.arg(i));
            m_john->send(u"john %1"_s.arg(i));
        }
        QVERIFY2(m_server->restart(), m_server->standardError().constData());
        QTRY_COMPARE_WITH_TIMEOUT(m_admin->outbox().waitingCount(), 0, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_john->outbox().waitingCount(), 0, 20'000);
        QTRY_COMPARE(ids(m_admin.get()), ids(m_john.get()));
        QStringList expected;
        for (int i = 0; i < 10; ++i)
            expected << u"before %1"_s.arg(i);
        for (int i = 0; i < 5; ++i)
            expected << u"admin %1"_s.arg(i);
        QStringList own = contents(m_john.get());
        own.removeIf([](const QString &text) { return text.startsWith("john "_L1); });
        QCOMPARE(own.last(15), expected);
        QCOMPARE(QSet<QString>(own.begin(), own.end()).size(), own.size());
    }

private:
    static ChannelTimeline *currentTimeline(Session *session)
    {
        return session->reducer().timeline(*ChannelId::fromString(session->currentChannelId()));
    }
};

QTEST_MAIN(RealServerTest)
#include "real_server_test.moc"
