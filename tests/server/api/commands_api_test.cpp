// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rest_client.h"
#include "tests/support/whole_server.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

/** What is written after a slash, over the API. */
class CommandsApiTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<WholeServer>();
        m_admin = std::make_unique<RestClient>(m_server->url(), u"admin"_s, u"admin123"_s);
        m_john = std::make_unique<RestClient>(m_server->url(), u"john"_s, u"john12345"_s);
    }

    void allAreListed()
    {
        const Answer listed = m_john->get(u"/api/v1/commands"_s);
        QCOMPARE(listed.status, 200);
        const QString help = run(*m_john, u"/help"_s).json.value("text"_L1).toString();
        QStringList names;
        for (const auto &command : listed.json.value("commands"_L1).toArray()) {
            names.append(command["name"_L1].toString());
            QVERIFY(help.contains(u'/' + names.last()));
            QVERIFY(help.contains(command["description"_L1].toString()));
        }
        for (const auto &name : {u"me"_s, u"topic"_s, u"invite"_s, u"remove"_s, u"leave"_s, u"remind"_s, u"shrug"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
        QVERIFY(std::ranges::is_sorted(names));
        QCOMPARE(run(*m_john, u"/help topic"_s).json.value("text"_L1).toString().count(u'\n'), 0);
    }

    void somePost()
    {
        const QJsonObject acted = run(*m_john, u"/me waves"_s).json.value("message"_L1).toObject();
        QCOMPARE(acted.value("content"_L1).toString(), u"_waves_"_s);
        QCOMPARE(acted.value("content_type"_L1).toString(), u"markdown"_s);
        QCOMPARE(acted.value("user_id"_L1).toString(), u"user_456"_s);
        const QJsonObject shrugged = run(*m_john, u"/SHRUG  no idea"_s).json.value("message"_L1).toObject();
        QCOMPARE(shrugged.value("content"_L1).toString(), u"no idea ¯\\_(ツ)_/¯"_s);
        const Answer told = run(*m_john, u"/dm @admin psst,\nlisten"_s);
        QCOMPARE(told.json.value("channel"_L1)["type"_L1].toString(), u"direct"_s);
        QCOMPARE(told.json.value("message"_L1)["content"_L1].toString(), u"psst,\nlisten"_s);
        QCOMPARE(m_admin->get("/api/v1/channels/"_L1 + told.json.value("channel"_L1)["id"_L1].toString())
                     .json.value("unread_count"_L1)
                     .toInt(),
                 1);
    }

    void othersChangeTheChannel()
    {
        const QString room = m_john->post(u"/api/v1/channels"_s, {{"name"_L1, "Room"_L1}, {"type"_L1, "private"_L1}})
                                 .json.value("id"_L1)
                                 .toString();
        QCOMPARE(run(*m_admin, u"/shrug"_s, room).status, 404);
        QCOMPARE(run(*m_john, u"/topic All about it"_s, room).json.value("channel"_L1)["topic"_L1].toString(),
                 u"All about it"_s);
        QCOMPARE(run(*m_john, u"/topic"_s, room).json.value("text"_L1).toString(), u"All about it"_s);
        QCOMPARE(run(*m_john, u"/invite @Admin"_s, room).status, 200);
        QCOMPARE(m_admin->get("/api/v1/channels/"_L1 + room).status, 200);
        // Each may do by a command what they may do anyway.
        QCOMPARE(run(*m_admin, u"/mute"_s, room).json.value("channel"_L1)["notification_level"_L1].toString(),
                 u"none"_s);
        QCOMPARE(run(*m_john, u"/remove @admin"_s, room).status, 200);
        QCOMPARE(run(*m_john, u"/remove @admin"_s, room).status, 404);
        QCOMPARE(run(*m_john, u"/rename Hall"_s, room).json.value("channel"_L1)["name"_L1].toString(), u"Hall"_s);
        QCOMPARE(run(*m_john, u"/rename Mine"_s, u"general"_s).status, 403);
        QCOMPARE(run(*m_john, u"/leave"_s, room).status, 200);
        QCOMPARE(m_john->get("/api/v1/channels/"_L1 + room).status, 404);
        QCOMPARE(run(*m_john, u"/leave"_s, u"general"_s).status, 200);
        QCOMPARE(run(*m_john, u"/shrug"_s, u"general"_s).status, 403);
        QCOMPARE(run(*m_john, u"/join #general"_s, u"channel_123"_s).json.value("channel"_L1)["is_member"_L1].toBool(),
                 true);
    }

    void wrongUseIsExplained()
    {
        for (const auto &text : {u"/nothing"_s, u"hello"_s, u"/"_s, u"/invite john"_s, u"/invite"_s, u"/me"_s,
                                 u"/remind me tomorrowish"_s, u"/dm @admin"_s, u"/help nothing"_s}) {
            const Answer refused = run(*m_john, text);
            QVERIFY2(refused.status == 422, qPrintable(text));
            QCOMPARE(refused.json.value("error"_L1)["details"_L1]["field"_L1].toString(), u"text"_s);
        }
        QCOMPARE(run(*m_john, u"/invite @nobody"_s).status, 404);
        QCOMPARE(run(*m_john, u"/topic "_s + QString(501, u'x')).status, 422);
    }

    void aMessageThatBeginsWithASlashIsJustThat()
    {
        const Answer sent = m_john->post(u"/api/v1/messages"_s,
                                         {{"channel_id"_L1, "general"_L1}, {"content"_L1, "/leave it"_L1}});
        QCOMPARE(sent.status, 201);
        QCOMPARE(sent.json.value("content"_L1).toString(), u"/leave it"_s);
    }

    void remindersComeToTheirPersonOnly()
    {
        const Answer made = run(*m_john, u"/remind me to drink tea in 1 second"_s);
        const QJsonObject scheduled = made.json.value("scheduled"_L1).toObject();
        const QString channel = made.json.value("channel"_L1)["id"_L1].toString();
        QCOMPARE(scheduled.value("channel_id"_L1).toString(), channel);
        const QString messages = "/api/v1/messages?channel_id="_L1 + channel;
        QTRY_COMPARE(m_john->get(messages).json.value("messages"_L1).toArray().size(), 1);
        const QJsonObject told = m_john->get(messages).json.value("messages"_L1).toArray().first().toObject();
        QCOMPARE(told.value("content"_L1).toString(), u"Reminder: drink tea"_s);
        QVERIFY(told.value("created_at"_L1).toString() >= scheduled.value("send_at"_L1).toString());
        QCOMPARE(m_john->get("/api/v1/channels/"_L1 + channel).json.value("member_count"_L1).toInt(), 1);
        QCOMPARE(m_admin->get("/api/v1/channels/"_L1 + channel).status, 404);
        QCOMPARE(m_john->get(u"/api/v1/messages/scheduled"_s).json.value("pagination"_L1)["total_count"_L1].toInt(), 0);
    }

private:
    static Answer run(RestClient &client, const QString &text, const QString &channel = u"channel_123"_s)
    {
        return client.post("/api/v1/channels/"_L1 + channel + "/commands"_L1, {{"text"_L1, text}});
    }

    std::unique_ptr<WholeServer> m_server;
    std::unique_ptr<RestClient> m_admin;
    std::unique_ptr<RestClient> m_john;
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::CommandsApiTest)
#include "commands_api_test.moc"
