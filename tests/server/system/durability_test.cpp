// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"

#include <QMutex>
#include <QSet>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

/** Posts as fast as it can until told to stop, and remembers what was acknowledged. */
class Writer : public QThread
{
public:
    Writer(QUrl server, QString token, int number, std::atomic<bool> &stop)
        : m_server(std::move(server)), m_token(std::move(token)), m_number(number), m_stop(stop)
    {
    }

    QStringList acknowledged;

protected:
    void run() override
    {
        RestClient client(m_server);
        client.setAccessToken(m_token);
        for (int i = 0; !m_stop; ++i) {
            const QString name = u"writer-%1-%2-%3"_s.arg(m_number).arg(m_server.port()).arg(i);
            const Answer answer = client.post(
                u"/api/v1/messages"_s,
                {{"channel_id"_L1, "general"_L1}, {"content"_L1, name}, {"client_message_id"_L1, name}});
            if (answer.status == 201)
                acknowledged.append(answer.json.value("id"_L1).toString());
            else
                return;
        }
    }

private:
    QUrl m_server;
    QString m_token;
    int m_number;
    std::atomic<bool> &m_stop;
};

QHash<QString, QString> everyMessage(RestClient &client)
{
    QHash<QString, QString> contents;
    QString cursor;
    do {
        QString path = u"/api/v1/messages?channel_id=general&limit=100"_s;
        if (!cursor.isEmpty())
            path += "&before="_L1 + cursor;
        const QJsonObject page = client.get(path).json;
        for (const auto &message : page.value("messages"_L1).toArray())
            contents.insert(message["id"_L1].toString(), message["content"_L1].toString());
        cursor = page.value("pagination"_L1)["next_cursor"_L1].toString();
    } while (!cursor.isEmpty());
    return contents;
}

} // namespace

/** SIGKILL in the middle of posting, several times: what was answered with 201 is there afterwards, once. */
class DurabilityTest : public QObject
{
    Q_OBJECT

private slots:
    void killLosesNothingAcknowledged()
    {
        ServerProcess server;
        QStringList acknowledged;
        for (int round = 0; round < 4; ++round) {
            QVERIFY2(round == 0 ? server.start({u"--rate-limits"_s, u"off"_s}) : server.restart(),
                     server.standardError().constData());
            RestClient admin(server.url());
            QCOMPARE(admin.signIn(u"admin"_s, u"admin123"_s).status, 200);

            std::atomic<bool> stop = false;
            std::vector<std::unique_ptr<Writer>> writers;
            writers.reserve(4);
            for (int i = 0; i < 4; ++i)
                writers.push_back(std::make_unique<Writer>(server.url(), admin.accessToken(), round * 10 + i, stop));
            for (const auto &writer : writers)
                writer->start();
            // The kill comes after some hundred acknowledgements, at no particular moment of a commit.
            const qsizetype goal = 150 + 70 * round;
            QTRY_VERIFY_WITH_TIMEOUT(messageCount(admin) > acknowledged.size() + goal, 60'000);
            server.kill();
            stop = true;
            for (const auto &writer : writers) {
                QVERIFY(writer->wait(30'000));
                acknowledged += writer->acknowledged;
            }
        }

        QVERIFY2(server.restart(), server.standardError().constData());
        RestClient admin(server.url());
        QCOMPARE(admin.signIn(u"admin"_s, u"admin123"_s).status, 200);
        const QHash<QString, QString> stored = everyMessage(admin);
        for (const QString &id : std::as_const(acknowledged))
            QVERIFY2(stored.contains(id), qPrintable(id));
        const QSet<QString> contents(stored.cbegin(), stored.cend());
        QCOMPARE(contents.size(), stored.size());
        QVERIFY(server.terminate());
        const auto doctor = ServerProcess::runCommand({u"doctor"_s, u"--data-dir"_s, server.dataDirectory()});
        QVERIFY2(doctor.status == 0, doctor.output.constData());
    }

private:
    static qint64 messageCount(RestClient &client)
    {
        const QJsonObject page = client.get(u"/api/v1/messages?channel_id=general&limit=1"_s).json;
        return page.value("pagination"_L1)["total_count"_L1].toInteger();
    }
};

QTEST_GUILESS_MAIN(DurabilityTest)
#include "durability_test.moc"
