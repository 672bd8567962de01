// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/system/convergent_reader.h"
#include "tests/support/server_process.h"
#include "tests/support/socket_client.h"

#include <QMutex>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <limits>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

constexpr int kWriters = 8;
constexpr int kReaders = 4;
constexpr int kOperations = 10'000;
constexpr auto kPassword = "correct horse battery staple\n";

const QString kMessages = u"/api/v1/messages"_s;
const QString kChannels = u"/api/v1/channels"_s;

/** A reader was in none of a channel's changes from behind @c after up to @c until. */
struct Absence {
    QString reader;
    QString channel;
    qint64 after = 0;
    qint64 until = std::numeric_limits<qint64>::max();
};

struct Person {
    QString id;
    QString token;
};

} // namespace

/**
 * Eight people write, react, pin, edit, delete and let others in and out, over REST and sockets; four people read, lose
 * their connection again and again, and have in the end exactly what the server has.
 */
class ConvergenceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(ServerProcess::World::Normal);
        for (int i = 0; i < kWriters + kReaders; ++i) {
            const auto added = ServerProcess::runCommand(
                {u"user"_s, u"add"_s, u"--username"_s, nameOf(i), u"--data-dir"_s, m_server->dataDirectory()},
                kPassword);
            QVERIFY2(added.status == 0, added.error.constData());
        }
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        for (int i = 0; i < kWriters + kReaders; ++i) {
            RestClient client(m_server->url());
            QCOMPARE(client.signIn(nameOf(i), QString::fromLatin1(kPassword).trimmed()).status, 200);
            const QString id = client.get(u"/api/v1/users/me"_s).json.value("id"_L1).toString();
            m_people.append({.id = id, .token = client.accessToken()});
        }
        makeChannels();
    }

    void whoReadsHasWhatWasWritten()
    {
        QList<QThread *> writers;
        for (int i = 0; i < kWriters; ++i)
            writers.append(QThread::create([this, i] { write(i); }));
        QList<QThread *> readers;
        for (int i = 0; i < kReaders; ++i)
            readers.append(QThread::create([this, i] { read(i); }));
        for (QThread *thread : readers + writers)
            thread->start();
        // With an event loop: nobody else reads what the server logs.
        const auto end = [](const QList<QThread *> &threads) {
            const auto hasEnded = [&] {
                return std::ranges::all_of(threads, &QThread::isFinished);
            };
            if (!QTest::qWaitFor(hasEnded, 240'000))
                qFatal("Readers or writers do not come to an end");
            qDeleteAll(threads);
        };
        end(writers);
        m_isWritten = true;
        end(readers);
        QCOMPARE(m_faults, QStringList());
        QVERIFY2(m_done >= kOperations, qPrintable(QString::number(m_done)));
        // Otherwise it would have tested nothing.
        QVERIFY2(m_disconnects >= 4 * kReaders, qPrintable(QString::number(m_disconnects)));
        QVERIFY2(m_framesSeen > kOperations, qPrintable(QString::number(m_framesSeen)));
        QVERIFY2(m_absences.size() >= 20, qPrintable(QString::number(m_absences.size())));
        QVERIFY(m_server->terminate());
        const auto doctor = ServerProcess::runCommand({u"doctor"_s, u"--data-dir"_s, m_server->dataDirectory()});
        QVERIFY2(doctor.status == 0, doctor.output.constData());
    }

private:
    static QString nameOf(int i) { return i < kWriters ? u"writer%1"_s.arg(i) : u"reader%1"_s.arg(i - kWriters); }

    void fault(const QString &text)
    {
        const QMutexLocker lock(&m_mutex);
        m_faults.append(text);
    }

    /** Two public channels, and a private one for each of four writers, with all writers in all of them. */
    void makeChannels()
    {
        QJsonArray writers;
        for (int i = 0; i < kWriters; ++i)
            writers.append(m_people[i].id);
        for (int i = 0; i < 6; ++i) {
            RestClient owner(m_server->url());
            owner.setAccessToken(m_people[i].token);
            const auto type = i < 2 ? "public"_L1 : "private"_L1;
            const Answer made = owner.post(kChannels, {{"name"_L1, u"Channel %1"_s.arg(i)}, {"type"_L1, type}});
            QCOMPARE(made.status, 201);
            m_channels.append(made.json.value("id"_L1).toString());
            const Answer added = owner.post(kChannels + u'/' + m_channels.last() + "/members"_L1,
                                            {{"user_ids"_L1, writers}});
            QCOMPARE(added.status, 201);
            // Readers are in no private channel at first.
            for (int reader = 0; i >= 2 && reader < kReaders; ++reader)
                m_absences.append({.reader = m_people[kWriters + reader].id, .channel = m_channels.last()});
        }
    }

    /** What one writer needs, on the writer's own thread. */
    struct Desk {
        Desk(const ServerProcess &server, const Person &person, int number)
            : client(server.url()), random(static_cast<quint32>(number) + 1)
        {
            client.setAccessToken(person.token);
            isConnected = socket.signIn(server.webSocketUrl(), person.token);
        }

        qsizetype below(qsizetype end) { return static_cast<qsizetype>(random.bounded(static_cast<quint32>(end))); }

        RestClient client;
        SocketClient socket;
        QRandomGenerator random;
        bool isConnected = false;
        /** Messages over the socket. */
        int sent = 0;
    };

    void write(int number)
    {
        Desk desk(*m_server, m_people[number], number);
        if (!desk.isConnected)
            fault(u"a writer has no socket"_s);
        for (int i = 0; i < kOperations / kWriters; ++i) {
            const int status = operate(desk, number);
            // Somebody else may have deleted the message just before: that is an answer like another.
            if (status != 404 && (status < 200 || status > 299))
                fault(u"%1 was answered with %2"_s.arg(nameOf(number)).arg(status));
            ++m_done;
        }
    }

    /** One operation at random, each a request or a frame; its status. */
    int operate(Desk &desk, int number)
    {
        const QString channel = m_channels[desk.below(m_channels.size())];
        const qsizetype dice = desk.below(100);
        const bool isOwn = dice >= 82 && dice < 95;
        const auto known = randomMessage(desk, channel, isOwn ? std::optional(number) : std::nullopt);
        if (dice < 20 || !known)
            return post(desk, channel, {});
        if (dice < 30)
            return postBySocket(desk, channel, {});
        if (dice < 40)
            return post(desk, channel, known->root);
        if (dice < 45)
            return postBySocket(desk, channel, known->root);
        const QString message = kMessages + u'/' + known->id;
        const QString emoji = desk.below(2) == 0 ? u"%F0%9F%91%8D"_s : u":tada:"_s;
        if (dice < 65)
            return desk.client.put(message + "/reactions/"_L1 + emoji, {}).status;
        if (dice < 75)
            return desk.client.remove(message + "/reactions/"_L1 + emoji).status;
        if (dice < 82)
            return pin(desk, message);
        if (dice < 90)
            return desk.client.put(message, {{"content"_L1, text(desk)}}).status;
        if (dice < 95)
            return desk.client.remove(message).status;
        if (number >= 2 && number < 6)
            return moveReader(desk, number);
        // What has no seq, and must not look as if it had.
        const QString path = kChannels + u'/' + channel;
        return desk.below(2) == 0 ? desk.client.put(path + "/read"_L1, {{"message_id"_L1, known->id}}).status
                                  : desk.client.put(message + "/thread/read"_L1, {}).status;
    }

    struct Known {
        QString id;
        /** The message that replies to it go under. */
        QString root;
        int author = 0;
    };

    /** One of the channel's, or of those there that @p author wrote. */
    std::optional<Known> randomMessage(Desk &desk, const QString &channel, std::optional<int> author)
    {
        const QMutexLocker lock(&m_mutex);
        QList<Known> known = m_known[channel];
        if (author)
            known.removeIf([&](const Known &message) { return message.author != *author; });
        if (known.isEmpty())
            return std::nullopt;
        // New ones more often: there many people do things at once.
        const qsizetype window = std::min<qsizetype>(known.size(), desk.below(4) == 0 ? known.size() : 10);
        return known[known.size() - 1 - desk.below(window)];
    }

    void remember(const QString &channel, const QJsonObject &message, int author)
    {
        const QString id = message.value("id"_L1).toString();
        const QString root = message.value("thread_id"_L1).toString(id);
        const QMutexLocker lock(&m_mutex);
        m_known[channel].append({.id = id, .root = root, .author = author});
    }

    static QString text(Desk &desk)
    {
        const QStringList names{u" @writer1"_s, u" @channel"_s, u" @reader2"_s, QString()};
        return u"text %1"_s.arg(desk.random.generate()) + names[desk.below(names.size())];
    }

    int post(Desk &desk, const QString &channel, const QString &thread)
    {
        QJsonObject body{{"channel_id"_L1, channel}, {"content"_L1, text(desk)}};
        if (!thread.isEmpty())
            body.insert("thread_id"_L1, thread);
        const Answer sent = desk.client.post(kMessages, body);
        if (sent.status == 201)
            remember(channel, sent.json, authorOf(sent.json));
        return sent.status;
    }

    /** A refusal that the root was deleted meanwhile is 404, as over REST. */
    int postBySocket(Desk &desk, const QString &channel, const QString &thread)
    {
        QJsonObject data{{"channel_id"_L1, channel}, {"content"_L1, text(desk)}};
        if (!thread.isEmpty())
            data.insert("thread_id"_L1, thread);
        const QString id = QString::number(++desk.sent);
        desk.socket.send({{"type"_L1, "send_message"_L1}, {"id"_L1, id}, {"data"_L1, data}});
        const QJsonObject answer = desk.socket.answer(id, 20'000);
        if (answer.value("type"_L1).toString() != "ack"_L1)
            return answer.value("data"_L1)["code"_L1].toString() == "RESOURCE_NOT_FOUND"_L1 ? 404 : 0;
        const QJsonObject message = answer.value("data"_L1)["message"_L1].toObject();
        remember(channel, message, authorOf(message));
        return 201;
    }

    int authorOf(const QJsonObject &message) const
    {
        const QString id = message.value("user_id"_L1).toString();
        return static_cast<int>(std::ranges::find(m_people, id, &Person::id) - m_people.begin());
    }

    static int pin(Desk &desk, const QString &message)
    {
        const int status = desk.below(3) == 0 ? desk.client.remove(message + "/pin"_L1).status
                                              : desk.client.put(message + "/pin"_L1, {}).status;
        return status == 409 ? 200 : status;
    }

    /** The writer lets a reader into its own private channel or out of it, and notes from when to when. */
    int moveReader(Desk &desk, int number)
    {
        const QString channel = m_channels[number];
        const QString reader = m_people[kWriters + desk.below(kReaders)].id;
        const QString path = kChannels + u'/' + channel;
        const auto seq = [&] {
            return desk.client.get(path).json.value("seq"_L1).toInteger();
        };
        if (openAbsence(reader, channel)) {
            // Only this writer moves readers in this channel, so nothing changes the absence meanwhile.
            const qint64 until = seq();
            const int status = desk.client.post(path + "/members"_L1, {{"user_ids"_L1, QJsonArray{reader}}}).status;
            const QMutexLocker lock(&m_mutex);
            openAbsenceLocked(reader, channel)->until = until;
            return status;
        }
        const int status = desk.client.remove(path + "/members/"_L1 + reader).status;
        const qint64 after = seq();
        const QMutexLocker lock(&m_mutex);
        m_absences.append({.reader = reader, .channel = channel, .after = after});
        return status;
    }

    Absence *openAbsence(const QString &reader, const QString &channel)
    {
        const QMutexLocker lock(&m_mutex);
        return openAbsenceLocked(reader, channel);
    }

    Absence *openAbsenceLocked(const QString &reader, const QString &channel)
    {
        for (Absence &absence : m_absences) {
            if (absence.reader == reader && absence.channel == channel
                && absence.until == std::numeric_limits<qint64>::max())
                return &absence;
        }
        return nullptr;
    }

    void read(int number)
    {
        const Person &person = m_people[kWriters + number];
        ConvergentReader reader(m_server->url(), m_server->webSocketUrl(), person.token, m_channels,
                                static_cast<quint32>(number) + 100);
        while (!m_isWritten)
            reader.read(200);
        reader.settle();
        for (const QString &text : reader.faults())
            fault(text);
        for (const QString &channel : std::as_const(m_channels))
            compare(reader, number, channel);
        for (const auto &[channel, seq] : reader.seen())
            checkPresent(person.id, channel, seq);
        m_disconnects += reader.disconnects();
        m_framesSeen += static_cast<int>(reader.seen().size());
    }

    void compare(ConvergentReader &reader, int number, const QString &channel)
    {
        const auto fresh = reader.fresh(channel);
        const auto has = reader.states().constFind(channel);
        if (fresh.has_value() != (has != reader.states().cend())) {
            fault(u"reader %1 %2 %3"_s.arg(number).arg(fresh ? "lacks"_L1 : "still has"_L1, channel));
            return;
        }
        if (!fresh)
            return;
        if (fresh->seq != has->seq || fresh->messages.size() != has->messages.size()) {
            fault(u"reader %1 has seq %2 and %3 messages of %4; it should be %5 and %6"_s.arg(number)
                      .arg(has->seq)
                      .arg(has->messages.size())
                      .arg(channel)
                      .arg(fresh->seq)
                      .arg(fresh->messages.size()));
        }
        for (const auto &[id, message] : fresh->messages.asKeyValueRange()) {
            if (has->messages.value(id) != message)
                fault(u"reader %1 has another %2"_s.arg(number).arg(id));
        }
        // The same from the pages that people see.
        QSet<QString> shown;
        for (const auto &[id, message] : has->messages.asKeyValueRange()) {
            if (!message.value("is_deleted"_L1).toBool() && message.value("thread_id"_L1).isNull())
                shown.insert(id);
        }
        if (shown != reader.listed(channel))
            fault(u"reader %1 would show other messages of %2 than its pages have"_s.arg(number).arg(channel));
    }

    void checkPresent(const QString &reader, const QString &channel, qint64 seq)
    {
        const QMutexLocker lock(&m_mutex);
        for (const Absence &absence : std::as_const(m_absences)) {
            if (absence.reader == reader && absence.channel == channel && seq > absence.after && seq <= absence.until)
                m_faults.append(u"%1 saw %2 of %3 and was not in it"_s.arg(reader).arg(seq).arg(channel));
        }
    }

    std::unique_ptr<ServerProcess> m_server;
    QList<Person> m_people;
    /** Two public ones; the private ones stand at the number of the writer that owns them. */
    QStringList m_channels;
    QMutex m_mutex;
    QHash<QString, QList<Known>> m_known;
    QList<Absence> m_absences;
    QStringList m_faults;
    std::atomic<int> m_done = 0;
    std::atomic<int> m_disconnects = 0;
    std::atomic<int> m_framesSeen = 0;
    std::atomic<bool> m_isWritten = false;
};

QTEST_GUILESS_MAIN(ConvergenceTest)
#include "convergence_test.moc"
