// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Channel;
using protocol::ChannelType;
using protocol::Message;

/** What a message said before its edits is there for its author and for moderators, until it is deleted. */
class MessageHistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_channel = m_world->makeChannel(m_ann, u"Room"_s);
        m_world->await(m_world->members->join(m_bob, u"room"_s));
        m_message = m_world->post(m_ann, m_channel.id, u"hello"_s);
        m_world->publisher.take();
    }

    void eachEditIsKept()
    {
        QVERIFY(m_world->messages->history(m_ann, m_message.id)->isEmpty());
        protocol::MessageChange change{.content = u"hallo"_s, .contentType = protocol::ContentType::Markdown};
        const Message second = m_world->await(m_world->messages->edit(m_ann, m_message.id, change));
        m_world->await(m_world->messages->edit(m_ann, m_message.id, {.content = u"salut"_s}));
        const auto moderator = m_world->person(u"mod"_s, {u"moderator"_s});
        const auto history = m_world->messages->history(moderator, m_message.id);
        QVERIFY(history);
        using protocol::ContentType;
        const QList<protocol::MessageVersion> expected{
            {.version = 2, .content = u"hallo"_s, .contentType = ContentType::Markdown, .writtenAt = *second.updatedAt},
            {.version = 1, .content = u"hello"_s, .contentType = ContentType::Text, .writtenAt = m_message.createdAt},
        };
        QCOMPARE(*history, expected);
        QCOMPARE(*m_world->messages->history(m_ann, m_message.id), expected);
    }

    void othersDoNotSeeIt()
    {
        m_world->await(m_world->messages->edit(m_ann, m_message.id, {.content = u"hallo"_s}));
        QCOMPARE(m_world->messages->history(m_bob, m_message.id).error().code, ErrorCode::InsufficientPermissions);
        const Channel secret = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
        const Message hidden = m_world->post(m_ann, secret.id, u"hidden"_s);
        const auto moderator = m_world->person(u"mod"_s, {u"moderator"_s});
        QCOMPARE(m_world->messages->history(moderator, hidden.id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->messages->history(m_ann, MessageId(7)).error().code, ErrorCode::NotFound);
    }

    void itGoesWithTheMessage()
    {
        m_world->await(m_world->messages->edit(m_ann, m_message.id, {.content = u"hallo"_s}));
        m_world->await(m_world->messages->remove(m_ann, m_message.id));
        QCOMPARE(m_world->messages->history(m_ann, m_message.id).error().code, ErrorCode::NotFound);
        const auto left = m_world->database().reader().valueOnce(u"SELECT count(*) FROM message_versions"_s);
        QCOMPARE(left->toInt(), 0);
    }

    void theNewestHundredAreKept()
    {
        for (int i = 1; i <= 103; ++i)
            m_world->await(m_world->messages->edit(m_ann, m_message.id, {.content = QString::number(i)}));
        const auto history = m_world->messages->history(m_ann, m_message.id);
        QCOMPARE(history->size(), 100);
        QCOMPARE(history->first().content, u"102"_s);
        QCOMPARE(history->last().content, u"3"_s);
        QCOMPARE(history->last().version, 4);
    }

private:
    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    Channel m_channel;
    Message m_message;
};

QTEST_GUILESS_MAIN(MessageHistoryTest)
#include "message_history_test.moc"
