// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::ChannelType;
using protocol::Message;
using protocol::PinChanged;

/** Members pin messages; everybody who reads the channel sees which. */
class PinsServiceTest : public QObject
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

    void aPinIsStoredToldAndTakenBack()
    {
        const Message pinned = m_world->await(m_world->pins->add(m_bob, m_message.id));
        QVERIFY(pinned.isPinned);
        QVERIFY(!pinned.isEdited);
        QCOMPARE(pinned.seq, m_message.seq + 1);
        QCOMPARE(*m_world->messages->get(m_ann, m_message.id), pinned);
        QCOMPARE(m_world->await(m_world->pins->add(m_ann, m_message.id)), pinned);
        auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 1U);
        const auto &publication = std::get<realtime::Publication>(entries.front());
        QCOMPARE(std::get<realtime::ChannelAudience>(publication.audience).channelId, m_channel.id);
        const auto &event = std::get<PinChanged>(publication.event);
        QCOMPARE(event.messageId, m_message.id);
        QCOMPARE(event.channelId, m_channel.id);
        QCOMPARE(event.userId, m_bob.userId);
        QCOMPARE(event.seq, pinned.seq);
        QVERIFY(event.added);

        m_world->await(m_world->pins->remove(m_ann, m_message.id));
        m_world->await(m_world->pins->remove(m_ann, m_message.id));
        entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 1U);
        QVERIFY(!std::get<PinChanged>(std::get<realtime::Publication>(entries.front()).event).added);
        const Message unpinned = *m_world->messages->get(m_ann, m_message.id);
        QVERIFY(!unpinned.isPinned);
        QCOMPARE(unpinned.seq, pinned.seq + 1);
    }

    void theListHasPagesAndForgetsTheDeleted()
    {
        QList<MessageId> ids;
        for (int i = 0; i < 5; ++i) {
            const auto thread = i == 4 ? std::optional(m_message.id) : std::nullopt;
            ids.prepend(m_world->post(m_ann, m_channel.id, QString::number(i), thread).id);
        }
        // In any order: the list is by message.
        for (const qsizetype i : {2, 0, 4, 1, 3})
            m_world->await(m_world->pins->add(m_bob, ids[i]));
        const auto reader = m_world->person(u"reader"_s);
        QList<MessageId> listed;
        std::optional<MessageId> before;
        do {
            const auto page = m_world->pins->list(reader, u"room"_s, before, 2);
            QVERIFY(page);
            QCOMPARE(page->totalCount, 5);
            for (const Message &message : page->messages) {
                QVERIFY(message.isPinned);
                listed.append(message.id);
            }
            before = page->nextCursor;
        } while (before);
        QCOMPARE(listed, ids);

        m_world->await(m_world->messages->remove(m_ann, ids[1]));
        const auto page = m_world->pins->list(reader, u"room"_s, {}, 50);
        QCOMPARE(page->totalCount, 4);
        QCOMPARE(page->messages.size(), 4);
        QVERIFY(!m_world->messages->get(m_ann, ids[1])->isPinned);
        QCOMPARE(m_world->refusal(m_world->pins->add(m_ann, ids[1])), ErrorCode::NotFound);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void onlyMembersPin()
    {
        const auto cyd = m_world->person(u"cyd"_s, {u"admin"_s});
        QCOMPARE(m_world->refusal(m_world->pins->add(cyd, m_message.id)), ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->pins->remove(cyd, m_message.id)), ErrorCode::InsufficientPermissions);
        const auto secret = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
        const Message hidden = m_world->post(m_ann, secret.id, u"hidden"_s);
        QCOMPARE(m_world->refusal(m_world->pins->add(cyd, hidden.id)), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->pins->remove(cyd, hidden.id)), ErrorCode::NotFound);
        QCOMPARE(m_world->pins->list(cyd, secret.id.toString(), {}, 50).error().code, ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->pins->add(m_ann, MessageId(7))), ErrorCode::NotFound);
    }

    void thereIsRoomForAHundred()
    {
        for (qint64 i = 0; i < services::PinsService::kMaxPins; ++i)
            m_world->await(m_world->pins->add(m_ann, m_world->post(m_ann, m_channel.id, u"x"_s).id));
        QCOMPARE(m_world->refusal(m_world->pins->add(m_ann, m_message.id)), ErrorCode::Conflict);
        QVERIFY(!m_world->messages->get(m_ann, m_message.id)->isPinned);
        const auto page = m_world->pins->list(m_ann, u"room"_s, {}, 1);
        m_world->await(m_world->pins->remove(m_ann, page->messages.first().id));
        QVERIFY(m_world->await(m_world->pins->add(m_ann, m_message.id)).isPinned);
    }

private:
    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    protocol::Channel m_channel;
    Message m_message;
};

QTEST_GUILESS_MAIN(PinsServiceTest)
#include "pins_service_test.moc"
