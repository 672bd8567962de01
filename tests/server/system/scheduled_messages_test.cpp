// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/socket_client.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

const QString kScheduled = u"/api/v1/messages/scheduled"_s;

} // namespace

/** Whenever the server dies, each message that waits is sent once, at its time or at the next start after it. */
class ScheduledMessagesTest : public QObject
{
    Q_OBJECT

private slots:
    void eachIsSentOnceHoweverOftenTheServerDies()
    {
        ServerProcess server;
        QVERIFY2(server.start({u"--rate-limits"_s, u"off"_s}), server.standardError().constData());
        const QString token = RestClient(server.url(), u"john"_s, u"john12345"_s).accessToken();
        QRandomGenerator random(7);
        QStringList expected;
        for (int round = 0; round < 4; ++round) {
            // The connections of the one before went with the server.
            RestClient john(server.url());
            john.setAccessToken(token);
            for (int i = 0; i < 20; ++i) {
                expected.append(u"round %1, message %2"_s.arg(round).arg(i));
                schedule(john, expected.last(), 3000 + random.bounded(300));
            }
            // In the midst of sending.
            const int left = random.bounded(20);
            QVERIFY(QTest::qWaitFor([&] { return waiting(john) <= left; }, 20'000));
            server.kill();
            QVERIFY2(server.restart(), server.standardError().constData());
        }
        RestClient john(server.url());
        john.setAccessToken(token);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(john), 0, 20'000);
        QStringList sent = contents(john);
        sent.sort();
        expected.sort();
        QCOMPARE(sent, expected);
        QVERIFY(server.terminate());
        const auto doctor = ServerProcess::runCommand({u"doctor"_s, u"--data-dir"_s, server.dataDirectory()});
        QVERIFY2(doctor.status == 0, doctor.output.constData());
    }

    void whatWasDueMeanwhileIsSentAtTheStart()
    {
        ServerProcess server;
        QVERIFY2(server.start(), server.standardError().constData());
        RestClient john(server.url(), u"john"_s, u"john12345"_s);
        const QDateTime sendAt = schedule(john, u"while you were down"_s, 3000);
        QVERIFY(server.terminate());
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > sendAt);
        QVERIFY2(server.restart(), server.standardError().constData());
        QTRY_COMPARE(contents(john), QStringList{u"while you were down"_s});
        QCOMPARE(waiting(john), 0);
    }

private:
    static QDateTime schedule(RestClient &client, const QString &content, int milliseconds)
    {
        const QDateTime sendAt = QDateTime::currentDateTimeUtc().addMSecs(milliseconds);
        const Answer made = client.post(kScheduled,
                                        {{"channel_id"_L1, "general"_L1},
                                         {"content"_L1, content},
                                         {"send_at"_L1, sendAt.toString(Qt::ISODateWithMs)}});
        if (made.status != 201)
            qFatal("%s", made.body.constData());
        return sendAt;
    }

    static int waiting(RestClient &client)
    {
        const Answer listed = client.get(kScheduled);
        if (listed.status != 200)
            qFatal("%s", listed.body.constData());
        return listed.json.value("pagination"_L1)["total_count"_L1].toInt();
    }

    static QStringList contents(RestClient &client)
    {
        QStringList found;
        qint64 seq = 0;
        for (bool hasMore = true; hasMore;) {
            const QJsonObject page =
                client.get(u"/api/v1/messages?channel_id=general&limit=100&after_seq=%1"_s.arg(seq)).json;
            for (const auto &message : page.value("messages"_L1).toArray()) {
                found.append(message["content"_L1].toString());
                seq = message["seq"_L1].toInteger();
            }
            hasMore = page.value("pagination"_L1)["has_more"_L1].toBool();
        }
        return found;
    }
};

QTEST_GUILESS_MAIN(ScheduledMessagesTest)
#include "scheduled_messages_test.moc"
