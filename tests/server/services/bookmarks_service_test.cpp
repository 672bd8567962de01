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

/** Bookmarks are their person's alone and show only what that person may see. */
class BookmarksServiceTest : public QObject
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

    void aBookmarkIsOnesOwn()
    {
        const Message kept = m_world->await(m_world->bookmarks->add(m_bob, m_message.id));
        QCOMPARE(kept, m_message);
        m_world->await(m_world->bookmarks->add(m_bob, m_message.id));
        QCOMPARE(listed(m_bob), QList{m_message.id});
        QCOMPARE(listed(m_ann), QList<MessageId>());
        m_world->await(m_world->bookmarks->remove(m_ann, m_message.id));
        QCOMPARE(listed(m_bob), QList{m_message.id});
        m_world->await(m_world->bookmarks->remove(m_bob, m_message.id));
        m_world->await(m_world->bookmarks->remove(m_bob, m_message.id));
        QCOMPARE(listed(m_bob), QList<MessageId>());
        // Nobody heard of it, and the message did not change.
        QCOMPARE(m_world->publisher.takeNames(), QString());
        QCOMPARE(*m_world->messages->get(m_ann, m_message.id), m_message);
    }

    void theListHasPages()
    {
        QList<MessageId> ids;
        for (int i = 0; i < 5; ++i)
            ids.prepend(m_world->post(m_ann, m_channel.id, QString::number(i)).id);
        for (const qsizetype i : {2, 0, 4, 1, 3})
            m_world->await(m_world->bookmarks->add(m_bob, ids[i]));
        QList<MessageId> found;
        std::optional<MessageId> before;
        do {
            const auto page = m_world->bookmarks->list(m_bob, before, 2);
            QVERIFY(page);
            QCOMPARE(page->totalCount, 5);
            for (const Message &message : page->messages)
                found.append(message.id);
            before = page->nextCursor;
        } while (before);
        QCOMPARE(found, ids);
        m_world->await(m_world->messages->remove(m_ann, ids[3]));
        ids.remove(3);
        QCOMPARE(listed(m_bob), ids);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void whatOneMayNotSeeIsNotThere()
    {
        const Channel secret = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
        const Message hidden = m_world->post(m_ann, secret.id, u"hidden"_s);
        QCOMPARE(m_world->refusal(m_world->bookmarks->add(m_bob, hidden.id)), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->bookmarks->remove(m_bob, hidden.id)), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->bookmarks->add(m_bob, MessageId(7))), ErrorCode::NotFound);
        m_world->await(m_world->members->add(m_ann, secret.id.toString(), {m_bob.userId}));
        m_world->await(m_world->bookmarks->add(m_bob, hidden.id));
        QCOMPARE(listed(m_bob), QList{hidden.id});
        m_world->await(m_world->members->remove(m_ann, secret.id.toString(), m_bob.userId));
        QCOMPARE(listed(m_bob), QList<MessageId>());
        QCOMPARE(m_world->bookmarks->list(m_bob, {}, 50)->totalCount, 0);
        m_world->await(m_world->members->add(m_ann, secret.id.toString(), {m_bob.userId}));
        QCOMPARE(listed(m_bob), QList{hidden.id});
        // Readers of a public channel are enough; a deleted channel takes them along.
        const auto reader = m_world->person(u"reader"_s);
        m_world->await(m_world->bookmarks->add(reader, m_message.id));
        m_world->await(m_world->channels->remove(m_ann, u"room"_s));
        QCOMPARE(listed(reader), QList<MessageId>());
        m_world->await(m_world->messages->remove(m_ann, hidden.id));
        QCOMPARE(m_world->refusal(m_world->bookmarks->add(m_bob, hidden.id)), ErrorCode::NotFound);
        QCOMPARE(m_world->findings(), QStringList());
    }

private:
    QList<MessageId> listed(const security::Principal &person)
    {
        QList<MessageId> ids;
        const auto page = m_world->bookmarks->list(person, {}, 100);
        if (!page)
            qFatal("%ls", qUtf16Printable(page.error().message));
        for (const Message &message : page->messages)
            ids.append(message.id);
        return ids;
    }

    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    Channel m_channel;
    Message m_message;
};

QTEST_GUILESS_MAIN(BookmarksServiceTest)
#include "bookmarks_service_test.moc"
