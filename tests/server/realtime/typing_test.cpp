// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/realtime/fake_server.h"
#include "tests/support/socket_client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace plexi::test {

namespace {

struct Person : SocketClient {
    bool join(FakeServer &server, UserId user, qint64 session = 1)
    {
        return signIn(server.url(), FakeAuthenticator::sessionToken(user, user.value() * 100 + session))
            && subscribe({u"general"_s});
    }

    void type(QLatin1StringView frame, QLatin1StringView channel = "general"_L1)
    {
        send({{"type"_L1, frame}, {"channel_id"_L1, channel}});
    }

    bool settle()
    {
        send({{"type"_L1, "ping"_L1}});
        return !next(u"pong"_s).isEmpty();
    }

    /** What it has been told about @p user. */
    QList<bool> seen(UserId user) const
    {
        QList<bool> states;
        for (const QJsonObject &frame : all(u"typing"_s)) {
            const QJsonObject data = frame.value("data"_L1).toObject();
            if (data.value("user_id"_L1).toString() == user.toString()
                && data.value("channel_id"_L1).toString() == kGeneral.toString())
                states.append(data.value("is_typing"_L1).toBool());
        }
        return states;
    }
};

realtime::HubOptions slowOptions()
{
    realtime::HubOptions options = quickOptions();
    options.typingLapse = 60s;
    options.typingRepeat = 60s;
    return options;
}

} // namespace

/** Who is told that somebody types, and when it ends. */
class TypingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOthersAndNotTheSender();
    void doesNotRepeatItself();
    void repeatsItNowAndThen();
    void lapses();
    void staysWhileItIsRefreshed();
    void endsWithTheSocket();
    void endsWithTheSubscription();
    void needsMembership();
};

void TypingTest::tellsOthersAndNotTheSender()
{
    FakeServer server(slowOptions());
    Person anna;
    Person annasPhone;
    Person boris;
    QVERIFY(anna.join(server, kAnna));
    QVERIFY(annasPhone.join(server, kAnna, 2));
    QVERIFY(boris.join(server, kBoris));
    anna.type("typing_start"_L1);
    QTRY_COMPARE(boris.seen(kAnna), QList<bool>{true});
    anna.type("typing_stop"_L1);
    QTRY_COMPARE(boris.seen(kAnna), (QList<bool>{true, false}));
    QTRY_COMPARE(annasPhone.seen(kAnna), (QList<bool>{true, false}));
    QVERIFY(anna.settle());
    QVERIFY(anna.all(u"typing"_s).isEmpty());
}

void TypingTest::doesNotRepeatItself()
{
    FakeServer server(slowOptions());
    Person anna;
    Person boris;
    QVERIFY(anna.join(server, kAnna));
    QVERIFY(boris.join(server, kBoris));
    for (int i = 0; i < 20; ++i)
        anna.type("typing_start"_L1);
    anna.type("typing_stop"_L1);
    anna.type("typing_stop"_L1);
    QVERIFY(anna.settle());
    QTRY_COMPARE(boris.seen(kAnna), (QList<bool>{true, false}));
    QVERIFY(boris.settle());
    QCOMPARE(boris.seen(kAnna).size(), 2);
}

void TypingTest::repeatsItNowAndThen()
{
    realtime::HubOptions options = slowOptions();
    options.typingRepeat = 0ms;
    FakeServer server(options);
    Person anna;
    Person boris;
    QVERIFY(anna.join(server, kAnna));
    QVERIFY(boris.join(server, kBoris));
    anna.type("typing_start"_L1);
    anna.type("typing_start"_L1);
    QTRY_COMPARE(boris.seen(kAnna), (QList<bool>{true, true}));
}

void TypingTest::lapses()
{
    FakeServer server;
    Person anna;
    Person boris;
    QVERIFY(anna.join(server, kAnna));
    QVERIFY(boris.join(server, kBoris));
    anna.type("typing_start"_L1);
    QTRY_COMPARE(boris.seen(kAnna), (QList<bool>{true, false}));
    // And can begin anew.
    anna.type("typing_start"_L1);
    QTRY_COMPARE(boris.seen(kAnna), (QList<bool>{true, false, true, false}));
}

void TypingTest::staysWhileItIsRefreshed()
{
    realtime::HubOptions options = quickOptions();
    options.typingLapse = 400ms;
    options.typingRepeat = 60s;
    FakeServer server(options);
    Person anna;
    Person boris;
    QVERIFY(anna.join(server, kAnna));
    QVERIFY(boris.join(server, kBoris));
    QElapsedTimer typing;
    typing.start();
    // Each answered ping is some time; refreshed all the while, the state outlives its lapse twice over.
    while (typing.elapsed() < 1000) {
        anna.type("typing_start"_L1);
        QVERIFY(anna.settle());
        QTest::qWait(20);
    }
    QCOMPARE(boris.seen(kAnna), QList<bool>{true});
    QTRY_COMPARE(boris.seen(kAnna), (QList<bool>{true, false}));
}

void TypingTest::endsWithTheSocket()
{
    FakeServer server(slowOptions());
    Person boris;
    QVERIFY(boris.join(server, kBoris));
    {
        Person anna;
        QVERIFY(anna.join(server, kAnna));
        anna.type("typing_start"_L1);
        QTRY_COMPARE(boris.seen(kAnna), QList<bool>{true});
    }
    QTRY_COMPARE(boris.seen(kAnna), (QList<bool>{true, false}));
}

void TypingTest::endsWithTheSubscription()
{
    FakeServer server(slowOptions());
    Person anna;
    Person boris;
    QVERIFY(anna.join(server, kAnna));
    QVERIFY(boris.join(server, kBoris));
    anna.type("typing_start"_L1);
    QTRY_COMPARE(boris.seen(kAnna), QList<bool>{true});
    server.hub.revokeSubscription(kGeneral, kAnna);
    QTRY_COMPARE(boris.seen(kAnna), (QList<bool>{true, false}));
}

void TypingTest::needsMembership()
{
    FakeServer server(slowOptions());
    server.requests.letIn(kBoris);
    Person anna;
    Person boris;
    QVERIFY(anna.join(server, kAnna));
    QVERIFY(boris.join(server, kBoris));
    QVERIFY(boris.subscribe({u"channel_11"_s}));
    anna.type("typing_start"_L1, "channel_11"_L1);
    QCOMPARE(anna.next(u"error"_s).value("data"_L1).toObject().value("code"_L1).toString(), u"RESOURCE_NOT_FOUND"_s);
    QVERIFY(boris.settle());
    QVERIFY(boris.all(u"typing"_s).isEmpty());
}

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::TypingTest)
#include "typing_test.moc"
