// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_link.h"

#include <QTest>

using namespace Qt::StringLiterals;
using plexi::app::AppLink;

class AppLinkTest : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("server") << u"plexichat://chat.example.org"_s << QStringList{u"chat.example.org"_s, {}, {}, {}};
        QTest::newRow("port") << u"plexichat://localhost:8000/"_s << QStringList{u"localhost:8000"_s, {}, {}, {}};
        QTest::newRow("capitals") << u"PlexiChat://Chat.Example.org"_s
                                  << QStringList{u"chat.example.org"_s, {}, {}, {}};
        QTest::newRow("channel") << u"plexichat://chat.example.org/channels/channel_12"_s
                                 << QStringList{u"chat.example.org"_s, u"channel_12"_s, {}, {}};
        QTest::newRow("message") << u"plexichat://[::1]:8000/channels/channel_12/messages/msg_7"_s
                                 << QStringList{u"[::1]:8000"_s, u"channel_12"_s, u"msg_7"_s, {}};
        QTest::newRow("invitation") << u"plexichat://chat.example.org/invite/AbC-1"_s
                                    << QStringList{u"chat.example.org"_s, {}, {}, u"AbC-1"_s};
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, parts);
        const auto link = AppLink::parse(text);
        QVERIFY(link);
        QCOMPARE(QStringList({link->host, link->channelId, link->messageId, link->inviteCode}), parts);
        // What is written leads where this one does.
        QCOMPARE(AppLink::parse(link->toString()), link);
    }

    void writes()
    {
        AppLink link = AppLink::to(u"https://Chat.example.org:8443/"_s);
        QCOMPARE(link.toString(), u"plexichat://chat.example.org:8443"_s);
        link.channelId = u"channel_12"_s;
        link.messageId = u"msg_7"_s;
        QCOMPARE(link.toString(), u"plexichat://chat.example.org:8443/channels/channel_12/messages/msg_7"_s);
        QVERIFY(link.isAt(u"https://chat.example.org:8443"_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("another scheme") << u"https://chat.example.org"_s;
        QTest::newRow("no host") << u"plexichat:///channels/channel_12"_s;
        QTest::newRow("a password") << u"plexichat://ann:secret@chat.example.org"_s;
        QTest::newRow("no channel") << u"plexichat://chat.example.org/channels/general"_s;
        QTest::newRow("no message") << u"plexichat://chat.example.org/channels/channel_12/messages/x"_s;
        QTest::newRow("half a message") << u"plexichat://chat.example.org/channels/channel_12/messages"_s;
        QTest::newRow("another page") << u"plexichat://chat.example.org/settings"_s;
        QTest::newRow("endless") << u"plexichat://chat.example.org/invite/"_s + QString(5000, u'x');
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!AppLink::parse(text));
    }

    void knowsItsServer()
    {
        const auto link = AppLink::parse(u"plexichat://Chat.example.org:8443/invite/x"_s);
        QVERIFY(link);
        QVERIFY(link->isAt(u"https://chat.example.org:8443"_s));
        QVERIFY(!link->isAt(u"https://chat.example.org"_s));
        QVERIFY(!link->isAt(u"https://chat.example.org.evil.example:8443"_s));
    }
};

QTEST_GUILESS_MAIN(AppLinkTest)
#include "app_link_test.moc"
