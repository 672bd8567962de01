// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/drafts_cache.h"
#include "tests/e2e/person.h"
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/x_server.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace plexi::test;

namespace {

constexpr int kTimeout = 60'000;

/** Tells the test that this much is done. */
void say(const char *word)
{
    std::fprintf(stdout, "%s\n", word);
    std::fflush(stdout);
}

bool hears(const char *word)
{
    char line[64] = {};
    return std::fgets(line, sizeof line, stdin) && QByteArray(line).trimmed() == word;
}

/** The first start: signs in, writes without a server, and waits for its end. */
int writeAndWait(Person &person, const QUrl &server, const QString &file)
{
    if (!person.signIn(server, u"john"_s, u"john12345"_s) || !person.openChannel(u"general"_s)
        || !person.write(u"with a server"_s)
        || !QTest::qWaitFor([&] { return person.session()->outbox().waitingCount() == 0; }, kTimeout))
        return 1;
    say("online");
    if (!hears("go on")
        || !QTest::qWaitFor([&] { return person.session()->line() == plexi::app::Session::Offline; }, kTimeout))
        return 1;
    for (int i = 1; i <= 5; ++i) {
        if (!person.write(u"without a server %1"_s.arg(i)))
            return 1;
    }
    if (!person.drop({file}) || !person.write(u"without a server, with a file"_s))
        return 1;
    const auto isKept = [&person] {
        const auto drafts = person.session()->cache().read(plexi::app::cache::readDrafts);
        return drafts && drafts->values().contains(u"half a sent"_s);
    };
    if (!person.begin(u"half a sent"_s) || !QTest::qWaitFor(isKept, kTimeout))
        return 1;
    say("written");
    return QTest::qWaitFor([] { return false; }, kTimeout) ? 0 : 1;
}

/** The second start: everything is there before the server is, and goes out when it is back; then the person signs out. */
int openAndSignOut(Person &person)
{
    const auto isThere = [&person] {
        return person.session() && person.timeline().size() == 7 && person.sees(u"without a server, with a file"_s)
            && person.sees(u"half a sent"_s);
    };
    if (!QTest::qWaitFor(isThere, kTimeout))
        return 1;
    say("opened");
    const auto isSent = [&person] {
        return person.session()->line() == plexi::app::Session::Online
            && person.session()->outbox().waitingCount() == 0;
    };
    if (!QTest::qWaitFor(isSent, kTimeout))
        return 1;
    say("sent");
    if (!hears("sign out") || !person.signOut())
        return 1;
    say("signed out");
    return 0;
}

} // namespace

/** The real app in a process of its own, with its window; it is killed while it has unsent messages. */
class KilledAppTest : public QObject
{
    Q_OBJECT

    ServerProcess m_server;
    QTemporaryDir m_profile;
    QProcess m_app;
    /** Of the messages that stored() read. */
    QStringList m_files;

    void startApp(const QString &role)
    {
        m_app.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_app.start(QCoreApplication::applicationFilePath(), {role, m_profile.path(), m_server.url().toString()});
        QVERIFY(m_app.waitForStarted());
    }

    bool appSays(const char *word)
    {
        return QTest::qWaitFor([&] { return m_app.canReadLine() || m_app.state() == QProcess::NotRunning; },
                               2 * kTimeout)
            && m_app.readLine().trimmed() == word;
    }

    QStringList stored()
    {
        RestClient reader(m_server.url());
        reader.signIn(u"john"_s, u"john12345"_s);
        QStringList contents;
        const QJsonArray page =
            reader.get(u"/api/v1/messages?channel_id=general"_s).json.value("messages"_L1).toArray();
        m_files.clear();
        for (const QJsonValue &message : page) {
            contents.prepend(message["content"_L1].toString());
            const QJsonArray attachments = message["attachments"_L1].toArray();
            for (const QJsonValue &file : attachments)
                m_files.append(file["original_filename"_L1].toString());
        }
        return contents;
    }

    int cacheFiles() const
    {
        int count = 0;
        for (QDirIterator files(m_profile.filePath(u"data/cache"_s), QDir::Files); files.hasNext(); files.next())
            ++count;
        return count;
    }

private slots:
    void losesNothing()
    {
        QVERIFY2(m_server.start({u"--rate-limits"_s, u"off"_s}), m_server.standardError().constData());
        startApp(u"write"_s);
        QVERIFY(appSays("online"));
        m_server.kill();
        m_app.write("go on\n");
        QVERIFY(appSays("written"));
        m_app.kill();
        QVERIFY(m_app.waitForFinished());
        QVERIFY(cacheFiles() > 0);

        startApp(u"open"_s);
        QVERIFY(appSays("opened"));
        QVERIFY2(m_server.restart(), m_server.standardError().constData());
        QVERIFY(appSays("sent"));
        QCOMPARE(
            stored(),
            (QStringList{u"with a server"_s, u"without a server 1"_s, u"without a server 2"_s, u"without a server 3"_s,
                         u"without a server 4"_s, u"without a server 5"_s, u"without a server, with a file"_s}));
        QCOMPARE(m_files, QStringList{u"kept.txt"_s});

        m_app.write("sign out\n");
        QVERIFY(appSays("signed out"));
        QVERIFY(m_app.waitForFinished());
        QCOMPARE(cacheFiles(), 0);
    }
};

int main(int argc, char *argv[])
{
    const bool isApp = argc == 4;
    std::unique_ptr<XServer> display;
    if (!isApp) {
        auto started = XServer::start();
        if (!started)
            qFatal("Xvfb cannot be started");
        qputenv("DISPLAY", started->display());
        display = std::move(started);
        qputenv("QT_QPA_PLATFORM", "xcb");
        qputenv("QT_QUICK_BACKEND", "software");
        // No keychain here: the secrets go where the person says.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }
    QGuiApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    if (isApp) {
        Person person(u"john"_s, QString::fromLocal8Bit(argv[2]));
        if (!person.open())
            return 1;
        if (qstrcmp(argv[1], "write") != 0)
            return openAndSignOut(person);
        QFile file(QString::fromLocal8Bit(argv[2]) + "/kept.txt"_L1);
        if (!file.open(QIODevice::WriteOnly) || file.write("Not sent yet") < 0)
            return 1;
        file.close();
        return writeAndWait(person, QUrl(QString::fromLocal8Bit(argv[3])), file.fileName());
    }
    KilledAppTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "killed_app_test.moc"
