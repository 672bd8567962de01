// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/fake_server.h"
#include "tests/support/socket_client.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace plexi::test {

using namespace realtime;

namespace {

QString token(UserId user, qint64 session = 1)
{
    return FakeAuthenticator::sessionToken(user, user.value() * 100 + session);
}

/** The numbers of the messages that @p client has received, in order. */
QList<int> numbers(const SocketClient &client)
{
    QList<int> found;
    for (const QJsonObject &frame : client.all(u"message"_s))
        found.append(frame.value("data"_L1).toObject().value("seq"_L1).toInt());
    return found;
}

Publication toPeople(const QList<UserId> &people, qint64 number)
{
    return {protocol::MessageCreated{testMessage(kGeneral, number)}, PeopleAudience{people}};
}

struct Person : SocketClient {
    bool join(FakeServer &server, UserId user, const QStringList &channels, qint64 session = 1)
    {
        return signIn(server.url(), token(user, session)) && (channels.isEmpty() || subscribe(channels));
    }
};

} // namespace

/** Which sockets get an event, how often, and in which order. */
class DeliveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reachesTheAudienceOnly();
    void reachesASocketOncePerPublication();
    void keepsOneOrderForAllUnderConcurrency();
    void endsASubscriptionBeforeWhatFollows();
    void endsAChannel();
    void letsWhoIsBackSubscribeAgain();
    void endsSessions();
    void endsApiKeys();
    void endsPeople();
    void reachesFiveHundredSocketsOnce();
    void bringsLongAndShortFramesWhole();
};

void DeliveryTest::reachesTheAudienceOnly()
{
    FakeServer server;
    server.requests.letIn(kAnna);
    Person anna;
    Person annasPhone;
    Person boris;
    SocketClient stranger;
    QVERIFY(anna.join(server, kAnna, {u"general"_s, u"channel_11"_s}));
    QVERIFY(annasPhone.join(server, kAnna, {}, 2));
    QVERIFY(boris.join(server, kBoris, {u"general"_s}));
    QVERIFY(stranger.open(server.url()));

    server.hub.publish(messagePublication(kGeneral, 1));
    server.hub.publish(messagePublication(kPrivate, 2));
    server.hub.publish(toPeople({kAnna}, 3));
    server.hub.publish({protocol::MessageCreated{testMessage(kGeneral, 4)}, EveryoneAudience{}});
    QTRY_COMPARE(numbers(anna), (QList<int>{1, 2, 3, 4}));
    QTRY_COMPARE(numbers(annasPhone), (QList<int>{3, 4}));
    QTRY_COMPARE(numbers(boris), (QList<int>{1, 4}));
    stranger.send({{"type"_L1, "auth"_L1}, {"token"_L1, token(kCarla)}});
    QVERIFY(!stranger.next(u"ready"_s).isEmpty());
    QVERIFY(numbers(stranger).isEmpty());
}

void DeliveryTest::reachesASocketOncePerPublication()
{
    FakeServer server;
    Person anna;
    Person boris;
    QVERIFY(anna.join(server, kAnna, {u"general"_s, u"channel_10"_s}));
    QVERIFY(boris.join(server, kBoris, {}));
    server.hub.publish({protocol::MessageCreated{testMessage(kGeneral, 1)},
                        ChannelAudience{.channelId = kGeneral, .people = {kAnna, kBoris, kAnna}}});
    server.hub.publish(toPeople({kAnna, kAnna, kBoris}, 2));
    QTRY_COMPARE(numbers(anna), (QList<int>{1, 2}));
    QTRY_COMPARE(numbers(boris), (QList<int>{1, 2}));
}

void DeliveryTest::keepsOneOrderForAllUnderConcurrency()
{
    constexpr int kPublishers = 4;
    constexpr int kEach = 250;
    constexpr qsizetype kAll = qsizetype(kPublishers) * kEach;
    FakeServer server;
    std::array<Person, 4> people;
    for (Person &person : people)
        QVERIFY(person.join(server, kAnna, {u"general"_s}));
    {
        std::vector<std::jthread> publishers;
        publishers.reserve(kPublishers);
        for (int publisher = 0; publisher < kPublishers; ++publisher) {
            publishers.emplace_back([&server, publisher] {
                for (int i = 1; i <= kEach; ++i)
                    server.hub.publish(messagePublication(kGeneral, publisher * 1000 + i));
            });
        }
    }
    for (Person &person : people)
        QTRY_COMPARE(numbers(person).size(), kAll);
    const QList<int> order = numbers(people[0]);
    for (const Person &person : people)
        QCOMPARE(numbers(person), order);
    std::array<int, kPublishers> last{};
    for (const int number : order) {
        int &previous = last[static_cast<std::size_t>(number / 1000)];
        QCOMPARE(number % 1000, previous + 1);
        ++previous;
    }
}

void DeliveryTest::endsASubscriptionBeforeWhatFollows()
{
    FakeServer server;
    server.requests.letIn(kAnna);
    server.requests.letIn(kBoris);
    Person anna;
    Person annasPhone;
    Person boris;
    QVERIFY(anna.join(server, kAnna, {u"general"_s, u"channel_11"_s}));
    QVERIFY(annasPhone.join(server, kAnna, {u"general"_s, u"channel_11"_s}, 2));
    QVERIFY(boris.join(server, kBoris, {u"general"_s, u"channel_11"_s}));
    QList<int> before;
    for (int i = 1; i <= 200; ++i) {
        server.hub.publish(messagePublication(kPrivate, i));
        before.append(i);
    }
    server.requests.shutOut(kAnna);
    server.hub.revokeSubscription(kPrivate, kAnna);
    for (int i = 201; i <= 400; ++i)
        server.hub.publish(messagePublication(kPrivate, i));
    server.hub.publish(messagePublication(kGeneral, 401));
    before.append(401);
    QTRY_COMPARE(numbers(anna), before);
    QTRY_COMPARE(numbers(annasPhone), before);
    QTRY_COMPARE(numbers(boris).size(), 401);
}

void DeliveryTest::endsAChannel()
{
    FakeServer server;
    Person anna;
    QVERIFY(anna.join(server, kAnna, {u"channel_1000"_s, u"general"_s}));
    server.hub.publish(messagePublication(ChannelId(1000), 1));
    server.hub.revokeChannel(ChannelId(1000));
    server.hub.publish(messagePublication(ChannelId(1000), 2));
    server.hub.publish(messagePublication(kGeneral, 3));
    QTRY_COMPARE(numbers(anna), (QList<int>{1, 3}));
}

void DeliveryTest::letsWhoIsBackSubscribeAgain()
{
    FakeServer server;
    server.requests.letIn(kAnna);
    Person anna;
    QVERIFY(anna.join(server, kAnna, {u"channel_11"_s}));
    for (int i = 1; i <= 50; ++i) {
        // Out and in again; the subscription that follows must not fall to the revocation that came before it.
        server.hub.revokeSubscription(kPrivate, kAnna);
        QVERIFY(anna.subscribe({u"channel_11"_s}));
        server.hub.publish(messagePublication(kPrivate, i));
        QTRY_COMPARE(numbers(anna).size(), i);
    }
}

void DeliveryTest::endsSessions()
{
    FakeServer server;
    Person laptop;
    Person phone;
    Person boris;
    QVERIFY(laptop.join(server, kAnna, {u"general"_s}, 1));
    QVERIFY(phone.join(server, kAnna, {u"general"_s}, 2));
    QVERIFY(boris.join(server, kBoris, {u"general"_s}));
    server.hub.publish(messagePublication(kGeneral, 1));
    server.hub.endSession(SessionId(101));
    server.hub.publish(messagePublication(kGeneral, 2));
    QVERIFY(laptop.waitForClose());
    QCOMPARE(laptop.closeCode(), 4401);
    QCOMPARE(numbers(laptop), QList<int>{1});
    QCOMPARE(laptop.all(u"error"_s).size(), 1);
    QCOMPARE(laptop.next(u"error"_s).value("data"_L1).toObject().value("code"_L1).toString(), u"INVALID_TOKEN"_s);
    QTRY_COMPARE(numbers(phone), (QList<int>{1, 2}));
    QTRY_COMPARE(numbers(boris), (QList<int>{1, 2}));
    QTRY_COMPARE(server.hub.connectionCount(), 2);
}

void DeliveryTest::endsApiKeys()
{
    FakeServer server;
    SocketClient machine;
    SocketClient other;
    Person anna;
    QVERIFY(machine.open(server.url(FakeAuthenticator::apiKey(kAnna, 5))));
    QVERIFY(!machine.next(u"ready"_s).isEmpty());
    QVERIFY(other.open(server.url(FakeAuthenticator::apiKey(kAnna, 6))));
    QVERIFY(!other.next(u"ready"_s).isEmpty());
    QVERIFY(anna.join(server, kAnna, {}));
    server.hub.endApiKey(ApiKeyId(5));
    server.hub.publish(toPeople({kAnna}, 1));
    QVERIFY(machine.waitForClose());
    QCOMPARE(machine.closeCode(), 4401);
    QVERIFY(numbers(machine).isEmpty());
    QTRY_COMPARE(numbers(other), QList<int>{1});
    QTRY_COMPARE(numbers(anna), QList<int>{1});
}

void DeliveryTest::endsPeople()
{
    FakeServer server;
    std::array<Person, 4> sockets;
    for (std::size_t i = 0; i < sockets.size(); ++i)
        QVERIFY(sockets[i].join(server, kAnna, {u"general"_s}, static_cast<qint64>(i)));
    SocketClient machine;
    QVERIFY(machine.open(server.url(FakeAuthenticator::apiKey(kAnna, 6))));
    QVERIFY(!machine.next(u"ready"_s).isEmpty());
    Person boris;
    QVERIFY(boris.join(server, kBoris, {u"general"_s}));
    server.hub.endUser(kAnna);
    server.hub.publish(messagePublication(kGeneral, 1));
    for (Person &socket : sockets) {
        QVERIFY(socket.waitForClose());
        QCOMPARE(socket.closeCode(), 4401);
        QVERIFY(numbers(socket).isEmpty());
    }
    QVERIFY(machine.waitForClose());
    QTRY_COMPARE(numbers(boris), QList<int>{1});
    // The account may be given back: what ended is not barred for ever.
    Person again;
    QVERIFY(again.join(server, kAnna, {u"general"_s}));
}

void DeliveryTest::reachesFiveHundredSocketsOnce()
{
    constexpr int kSockets = 500;
    constexpr int kMessages = 20;
    FakeServer server;
    std::vector<std::unique_ptr<Person>> people;
    for (int i = 0; i < kSockets; ++i) {
        people.push_back(std::make_unique<Person>());
        people.back()->socket().open(server.url(token(UserId(i + 1))));
    }
    for (const auto &person : people) {
        QVERIFY(!person->next(u"ready"_s, 30'000).isEmpty());
        QVERIFY(person->subscribe({u"general"_s}));
    }
    QList<int> expected;
    for (int i = 1; i <= kMessages; ++i) {
        server.hub.publish(messagePublication(kGeneral, i));
        expected.append(i);
    }
    for (const auto &person : people)
        QTRY_COMPARE(numbers(*person), expected);
    // Nothing comes after: a later event is the next thing that each of them gets.
    server.hub.publish(messagePublication(kGeneral, kMessages + 1));
    expected.append(kMessages + 1);
    for (const auto &person : people)
        QTRY_COMPARE(numbers(*person), expected);
}

void DeliveryTest::bringsLongAndShortFramesWhole()
{
    FakeServer server;
    Person anna;
    QVERIFY(anna.join(server, kAnna, {u"general"_s}));
    // Around the lengths at which the frame's header changes its form, with what else the JSON holds.
    QList<qsizetype> sizes;
    for (const int around : {0, 60'000, 65'535, 65'536, 200'000}) {
        for (int more = -400; more <= 0; more += 50)
            sizes.append(std::max(0, around + more));
    }
    for (const qsizetype size : sizes) {
        protocol::Message message = testMessage(kGeneral, 1);
        message.content = QString(size, u'x');
        server.hub.publish({protocol::MessageCreated{message}, ChannelAudience{.channelId = kGeneral, .people = {}}});
    }
    QTRY_COMPARE(anna.all(u"message"_s).size(), sizes.size());
    for (const qsizetype size : sizes) {
        QCOMPARE(anna.next(u"message"_s).value("data"_L1).toObject().value("content"_L1).toString().size(), size);
    }
    QVERIFY(anna.socket().isValid());
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::DeliveryTest)
#include "delivery_test.moc"
