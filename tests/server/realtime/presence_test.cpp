// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/realtime/presence_book.h"
#include "tests/server/realtime/fake_server.h"
#include "tests/support/socket_client.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plexi::test {

using protocol::PresenceStatus;

namespace {

QString token(UserId user, qint64 session = 1)
{
    return FakeAuthenticator::sessionToken(user, user.value() * 100 + session);
}

/** "online" … of each presence frame about @p user, in order. */
QStringList seen(const SocketClient &client, UserId user)
{
    QStringList statuses;
    for (const QJsonObject &frame : client.all(u"presence"_s)) {
        const QJsonObject data = frame.value("data"_L1).toObject();
        if (data.value("user_id"_L1).toString() == user.toString())
            statuses.append(data.value("status"_L1).toString());
    }
    return statuses;
}

void say(SocketClient &client, QLatin1StringView status)
{
    client.send({{"type"_L1, "presence"_L1}, {"status"_L1, status}});
}

/** Everything that the server had to do for @p client before this moment has been done. */
bool settle(SocketClient &client)
{
    client.send({{"type"_L1, "ping"_L1}});
    return !client.next(u"pong"_s).isEmpty();
}

} // namespace

/** Who is shown as being there, and to whom. */
class PresenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesDevices();
    void keepsTheStatusOverAReconnect();
    void tellsPeersAndWatchersOnly();
    void answersAWatchWithWhatIsNow();
    void replacesWhatWasWatched();
    void showsNobodyAReconnect();
    void showsWhoLeft();
    void storesLastSeenAtTheEnd();
    void endsTheLastStatusTruly();
};

void PresenceTest::mergesDevices()
{
    realtime::PresenceBook book;
    QCOMPARE(book.status(kAnna), PresenceStatus::Offline);
    QCOMPARE(book.enter(kAnna), PresenceStatus::Online);
    book.change(kAnna, PresenceStatus::Online, PresenceStatus::Away);
    QCOMPARE(book.status(kAnna), PresenceStatus::Away);
    QCOMPARE(book.enter(kAnna), PresenceStatus::Online);
    QCOMPARE(book.status(kAnna), PresenceStatus::Online);
    book.change(kAnna, PresenceStatus::Away, PresenceStatus::Dnd);
    QCOMPARE(book.status(kAnna), PresenceStatus::Dnd);
    QVERIFY(!book.leave(kAnna, PresenceStatus::Dnd, Timestamp{1}));
    QCOMPARE(book.status(kAnna), PresenceStatus::Online);
}

void PresenceTest::keepsTheStatusOverAReconnect()
{
    realtime::PresenceBook book;
    book.enter(kAnna);
    book.change(kAnna, PresenceStatus::Online, PresenceStatus::Dnd);
    QVERIFY(book.takeUnannounced(kAnna));
    const auto ticket = book.leave(kAnna, PresenceStatus::Dnd, Timestamp{5});
    QVERIFY(ticket);
    QCOMPARE(book.status(kAnna), PresenceStatus::Dnd);
    QCOMPARE(book.enter(kAnna), PresenceStatus::Dnd);
    QVERIFY(!book.lapse(kAnna, *ticket));
    QVERIFY(!book.takeUnannounced(kAnna));
    const auto second = book.leave(kAnna, PresenceStatus::Dnd, Timestamp{6});
    QCOMPARE(book.lapse(kAnna, *second), Timestamp{6});
    const auto change = book.takeUnannounced(kAnna);
    QVERIFY(change);
    QCOMPARE(change->status, PresenceStatus::Offline);
    QCOMPARE(change->lastSeen, Timestamp{6});
    QCOMPARE(book.enter(kAnna), PresenceStatus::Online);
}

void PresenceTest::tellsPeersAndWatchersOnly()
{
    FakeServer server;
    server.requests.setPeers(kAnna, {kAnna, kBoris});
    SocketClient boris;
    SocketClient carla;
    SocketClient stranger;
    QVERIFY(boris.signIn(server.url(), token(kBoris)));
    QVERIFY(carla.signIn(server.url(), token(kCarla)));
    QVERIFY(stranger.signIn(server.url(), token(UserId(4))));
    carla.send({{"type"_L1, "watch_presence"_L1}, {"user_ids"_L1, QJsonArray{kAnna.toString()}}});
    QVERIFY(!carla.next(u"presence"_s).isEmpty());

    SocketClient anna;
    QVERIFY(anna.signIn(server.url(), token(kAnna)));
    QTRY_COMPARE(seen(boris, kAnna), QStringList{u"online"_s});
    say(anna, "dnd"_L1);
    QTRY_COMPARE(seen(boris, kAnna), (QStringList{u"online"_s, u"dnd"_s}));
    QTRY_COMPARE(seen(carla, kAnna), (QStringList{u"offline"_s, u"online"_s, u"dnd"_s}));
    // A second device that says nothing new is nobody's business.
    SocketClient phone;
    QVERIFY(phone.signIn(server.url(), token(kAnna, 2)));
    say(phone, "away"_L1);
    QVERIFY(settle(phone));
    QVERIFY(settle(boris));
    QCOMPARE(seen(boris, kAnna).size(), 2);
    QVERIFY(settle(stranger));
    QVERIFY(stranger.all(u"presence"_s).isEmpty());
    QVERIFY(anna.all(u"presence"_s).isEmpty());
    QCOMPARE(server.hub.status(kAnna), PresenceStatus::Dnd);
}

void PresenceTest::answersAWatchWithWhatIsNow()
{
    FakeServer server;
    SocketClient anna;
    QVERIFY(anna.signIn(server.url(), token(kAnna)));
    say(anna, "away"_L1);
    QTRY_COMPARE(server.hub.status(kAnna), PresenceStatus::Away);
    SocketClient boris;
    QVERIFY(boris.signIn(server.url(), token(kBoris)));
    boris.send({{"type"_L1, "watch_presence"_L1},
                {"user_ids"_L1, QJsonArray{kAnna.toString(), kCarla.toString()}},
                {"id"_L1, "w"_L1}});
    const QJsonObject first = boris.next(u"presence"_s);
    QCOMPARE(first.value("id"_L1).toString(), u"w"_s);
    QCOMPARE(seen(boris, kAnna), QStringList{u"away"_s});
    const QJsonObject second = boris.next(u"presence"_s).value("data"_L1).toObject();
    QCOMPARE(second.value("status"_L1).toString(), u"offline"_s);
    QCOMPARE(second.value("last_seen"_L1).toString(), Timestamp{kCarlasLastSeen}.toIso());
}

void PresenceTest::replacesWhatWasWatched()
{
    FakeServer server;
    SocketClient boris;
    QVERIFY(boris.signIn(server.url(), token(kBoris)));
    boris.send({{"type"_L1, "watch_presence"_L1}, {"user_ids"_L1, QJsonArray{kAnna.toString()}}});
    boris.send({{"type"_L1, "watch_presence"_L1}, {"user_ids"_L1, QJsonArray{kCarla.toString()}}});
    QTRY_COMPARE(seen(boris, kCarla), QStringList{u"offline"_s});
    SocketClient anna;
    SocketClient carla;
    QVERIFY(anna.signIn(server.url(), token(kAnna)));
    QVERIFY(carla.signIn(server.url(), token(kCarla)));
    QTRY_COMPARE(seen(boris, kCarla), (QStringList{u"offline"_s, u"online"_s}));
    QCOMPARE(seen(boris, kAnna), QStringList{u"offline"_s});
}

void PresenceTest::showsNobodyAReconnect()
{
    realtime::HubOptions options = quickOptions();
    options.offlineDelay = 60s;
    FakeServer server(options);
    server.requests.setPeers(kAnna, {kBoris});
    SocketClient boris;
    QVERIFY(boris.signIn(server.url(), token(kBoris)));
    {
        SocketClient anna;
        QVERIFY(anna.signIn(server.url(), token(kAnna)));
        say(anna, "dnd"_L1);
        QTRY_COMPARE(seen(boris, kAnna), (QStringList{u"online"_s, u"dnd"_s}));
    }
    QTRY_COMPARE(server.hub.connectionCount(), 1);
    QCOMPARE(server.hub.status(kAnna), PresenceStatus::Dnd);
    SocketClient again;
    QVERIFY(again.signIn(server.url(), token(kAnna)));
    QVERIFY(settle(again));
    QVERIFY(settle(boris));
    QCOMPARE(seen(boris, kAnna), (QStringList{u"online"_s, u"dnd"_s}));
    QVERIFY(server.requests.lastSeenOf().isEmpty());
}

void PresenceTest::showsWhoLeft()
{
    FakeServer server;
    server.requests.setPeers(kAnna, {kBoris});
    SocketClient boris;
    QVERIFY(boris.signIn(server.url(), token(kBoris)));
    SocketClient phone;
    QVERIFY(phone.signIn(server.url(), token(kAnna, 2)));
    {
        SocketClient anna;
        QVERIFY(anna.signIn(server.url(), token(kAnna)));
    }
    QTRY_COMPARE(server.hub.connectionCount(), 2);
    const Timestamp before = Timestamp::now();
    phone.socket().close();
    QTRY_COMPARE(seen(boris, kAnna), (QStringList{u"online"_s, u"offline"_s}));
    const QJsonObject last = boris.all(u"presence"_s).last().value("data"_L1).toObject();
    const auto lastSeen = Timestamp::fromIso(last.value("last_seen"_L1).toString());
    QVERIFY(lastSeen);
    QVERIFY(*lastSeen >= before);
    // The moment when the last socket closed, not when the delay was over.
    QVERIFY(*lastSeen < Timestamp::now());
    QCOMPARE(server.requests.lastSeenOf(), QList<UserId>{kAnna});
}

void PresenceTest::storesLastSeenAtTheEnd()
{
    realtime::HubOptions options = quickOptions();
    options.offlineDelay = 60s;
    FakeServer server(options);
    SocketClient anna;
    QVERIFY(anna.signIn(server.url(), token(kAnna)));
    {
        SocketClient boris;
        QVERIFY(boris.signIn(server.url(), token(kBoris)));
    }
    QTRY_COMPARE(server.hub.connectionCount(), 1);
    QVERIFY(server.goAway());
    QList<UserId> stored = server.requests.lastSeenOf();
    std::ranges::sort(stored);
    QCOMPARE(stored, (QList<UserId>{kAnna, kBoris}));
}

void PresenceTest::endsTheLastStatusTruly()
{
    // Two devices on two loops change at once; whatever the order, watchers end with what is true.
    FakeServer server;
    server.requests.setPeers(kAnna, {kBoris});
    SocketClient boris;
    SocketClient laptop;
    SocketClient phone;
    QVERIFY(boris.signIn(server.url(), token(kBoris)));
    QVERIFY(laptop.signIn(server.url(), token(kAnna)));
    QVERIFY(phone.signIn(server.url(), token(kAnna, 2)));
    for (int i = 0; i < 30; ++i) {
        say(laptop, i % 2 ? "dnd"_L1 : "away"_L1);
        say(phone, i % 2 ? "away"_L1 : "dnd"_L1);
    }
    say(laptop, "away"_L1);
    say(phone, "away"_L1);
    QVERIFY(settle(laptop));
    QVERIFY(settle(phone));
    QCOMPARE(server.hub.status(kAnna), PresenceStatus::Away);
    QTRY_COMPARE(seen(boris, kAnna).last(), u"away"_s);
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::PresenceTest)
#include "presence_test.moc"
