// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/person.h"
#include "tests/support/rest_client.h"
#include "tests/support/server_process.h"
#include "tests/support/x_server.h"

#include <QGuiApplication>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace plexi::test;

/** Two people in two windows on a real X server, and the real plexichat-server, which dies in between. */
class TwoPeopleTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_server.start({u"--rate-limits"_s, u"off"_s}), m_server.standardError().constData());
        QVERIFY(m_admin.open());
        QVERIFY(m_john.open());
        QVERIFY(m_admin.signIn(m_server.url(), u"admin"_s, u"admin123"_s));
        QVERIFY(m_john.signIn(m_server.url(), u"john"_s, u"john12345"_s));
    }

    void oneWritesTheOtherReads()
    {
        QVERIFY(m_admin.openChannel(u"general"_s));
        QVERIFY(m_john.openChannel(u"general"_s));
        QVERIFY(m_admin.write(u"Good morning, John"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_john.sees(u"Good morning, John"_s), 20'000);
        QVERIFY(m_john.write(u"Good morning!"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.sees(u"Good morning!"_s), 20'000);
        QTRY_COMPARE(m_admin.timeline(), (QStringList{u"Good morning, John"_s, u"Good morning!"_s}));
        QCOMPARE(m_john.timeline(), m_admin.timeline());
    }

    void theyAnswerReactAndEdit()
    {
        QVERIFY(m_admin.replyInThread(u"A word beside"_s));
        const auto newest = [](const Person &person, plexi::app::TimelineModel::Role role) {
            const auto *rows = person.session()->timeline();
            return rows->index(rows->rowCount() - 1).data(role);
        };
        QTRY_COMPARE_WITH_TIMEOUT(newest(m_john, plexi::app::TimelineModel::ReplyCountRole).toInt(), 1, 20'000);
        QVERIFY(m_admin.react(u"tada"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_john.sees(u"🎉"_s), 20'000);
        QVERIFY(m_john.rewriteLast(u"Good morning to you!"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.sees(u"Good morning to you!"_s), 20'000);
        QVERIFY(newest(m_admin, plexi::app::TimelineModel::IsEditedRole).toBool());
        QVERIFY(m_admin.sees(u"🎉"_s));
        QCOMPARE(m_john.timeline(), (QStringList{u"Good morning, John"_s, u"Good morning to you!"_s}));
        QTRY_COMPARE(m_admin.timeline(), m_john.timeline());
    }

    void droppedFilesGoAlong()
    {
        QVERIFY(m_admin.drop({write(u"plan.txt"_s, "The plan"), write(u"notes.md"_s, "# Notes"), picture()}));
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.hasUploaded(), 20'000);
        QVERIFY(m_admin.write(u"All three are here"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_john.sees(u"plan.txt"_s) && m_john.sees(u"notes.md"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_john.showsPicture(u"night.png"_s), 20'000);
    }

    void aKilledServerLosesNothing()
    {
        const QStringList before = m_admin.timeline();
        QCOMPARE(before.size(), 3);
        // The line goes in the middle of a word.
        QVERIFY(m_admin.begin(u"away 1, half ty"_s));
        m_server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.session()->line() != plexi::app::Session::Online, 20'000);
        QVERIFY(m_admin.write(u"ped"_s));
        for (int i = 2; i <= 5; ++i)
            QVERIFY(m_admin.write(u"away %1"_s.arg(i)));
        QVERIFY(m_admin.drop({write(u"late.txt"_s, "Written while away")}));
        QVERIFY(m_admin.write(u"away, with a file"_s));
        QVERIFY(m_john.write(u"and mine"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.sees(u"away, with a file"_s), 20'000);
        QCOMPARE(m_admin.timeline().size(), 9);
        QCOMPARE(m_john.timeline().size(), 4);

        QVERIFY2(m_server.restart(), m_server.standardError().constData());
        QTRY_VERIFY_WITH_TIMEOUT(m_admin.timeline().size() == 10 && m_john.timeline().size() == 10, 60'000);
        QTRY_COMPARE(m_admin.timeline(), m_john.timeline());
        QTRY_COMPARE(m_admin.session()->outbox().waitingCount(), 0);
        QStringList stored;
        QStringList files;
        read(&stored, &files);
        QTRY_COMPARE(m_admin.timeline(), stored);
        stored.removeOne(u"and mine"_s);
        QCOMPARE(stored,
                 before
                     + QStringList({u"away 1, half typed"_s, u"away 2"_s, u"away 3"_s, u"away 4"_s, u"away 5"_s,
                                    u"away, with a file"_s}));
        QCOMPARE(files, (QStringList{u"plan.txt"_s, u"notes.md"_s, u"night.png"_s, u"late.txt"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(m_john.sees(u"late.txt"_s), 20'000);
        QTRY_COMPARE(m_john.session()->line(), plexi::app::Session::Online);
    }

    void theAppOpensAgainSignedIn()
    {
        m_john.close();
        QVERIFY(m_admin.write(u"Are you still there?"_s));
        QVERIFY(m_john.open());
        QTRY_VERIFY_WITH_TIMEOUT(m_john.session() && m_john.session()->line() == plexi::app::Session::Online, 30'000);
        QVERIFY(m_john.openChannel(u"general"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_john.sees(u"Are you still there?"_s), 20'000);
        QTRY_COMPARE(m_john.timeline(), m_admin.timeline());
    }

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("No file could be written");
        return file.fileName();
    }

    QString picture() const
    {
        const QString path = m_folder.filePath(u"night.png"_s);
        QImage image(640, 400, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        if (!image.save(path))
            qFatal("No picture could be written");
        return path;
    }

    /** What the server has in the channel, oldest first. */
    void read(QStringList *contents, QStringList *files)
    {
        RestClient reader(m_server.url());
        reader.signIn(u"john"_s, u"john12345"_s);
        const QJsonArray page =
            reader.get(u"/api/v1/messages?channel_id=general"_s).json.value("messages"_L1).toArray();
        for (qsizetype i = page.size() - 1; i >= 0; --i) {
            contents->append(page[i]["content"_L1].toString());
            const QJsonArray attachments = page[i]["attachments"_L1].toArray();
            for (const auto &file : attachments)
                files->append(file["original_filename"_L1].toString());
        }
    }

    QTemporaryDir m_folder;
    ServerProcess m_server;
    Person m_admin{u"admin"_s};
    Person m_john{u"john"_s};
};

int main(int argc, char *argv[])
{
    const auto display = XServer::start();
    if (!display)
        qFatal("Xvfb cannot be started");
    qputenv("DISPLAY", display->display());
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("QT_QUICK_BACKEND", "software");
    // No keychain here: the tokens go where the person says.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QGuiApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    TwoPeopleTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "two_people_test.moc"
