// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/search_indexer.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using services::SearchIndexer;

/** The full-text index takes up messages in steps, those that were there before it and those that are posted. */
class SearchIndexerTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_room = m_world->makeChannel(m_ann, u"Room"_s);
    }

    void cleanup() { QCOMPARE(m_world->findings(), QStringList()); }

    void whatWasThereIsTakenUp()
    {
        post(SearchIndexer::kStep + 5);
        SearchIndexer indexer(m_world->database());
        indexer.wake();
        QTRY_COMPARE(indexed(), SearchIndexer::kStep);
        QCOMPARE(found(), SearchIndexer::kStep + 5);
    }

    void whatIsPostedIsTakenUp()
    {
        SearchIndexer indexer(m_world->database());
        m_world->messages->setSearchIndexer(&indexer);
        post(SearchIndexer::kStep - 1);
        QCOMPARE(indexed(), 0);
        post(1);
        QTRY_COMPARE(indexed(), SearchIndexer::kStep);
        QCOMPARE(found(), SearchIndexer::kStep);
        m_world->database().drain();
        m_world->messages->setSearchIndexer(nullptr);
    }

    void partsOfTheIndexAreJoined()
    {
        SearchIndexer indexer(m_world->database());
        m_world->messages->setSearchIndexer(&indexer);
        constexpr qint64 kSteps = 3;
        for (qint64 i = 1; i <= kSteps; ++i) {
            post(SearchIndexer::kStep);
            QTRY_COMPARE(indexed(), i * SearchIndexer::kStep);
        }
        QTRY_COMPARE_LT(parts(), kSteps);
        QCOMPARE(found(), kSteps * SearchIndexer::kStep);
        m_world->database().drain();
        m_world->messages->setSearchIndexer(nullptr);
    }

    void itEndsInTheMiddle()
    {
        post(2 * SearchIndexer::kStep);
        {
            SearchIndexer indexer(m_world->database());
            indexer.wake();
        }
        QCOMPARE(indexed() % SearchIndexer::kStep, 0);
        QCOMPARE(found(), 2 * SearchIndexer::kStep);
    }

private:
    /** All at once, so that they share commits. */
    void post(qint64 count)
    {
        std::vector<QCoro::Task<Result<services::MessagesService::Sent>>> tasks;
        tasks.reserve(static_cast<std::size_t>(count));
        for (qint64 i = 0; i < count; ++i)
            tasks.push_back(m_world->messages->send(m_ann, ConversationWorld::draft(m_room.id, u"hello again"_s)));
        for (auto &task : tasks)
            m_world->await(std::move(task));
    }

    qint64 indexed()
    {
        return m_world->database().reader().valueOnce(u"SELECT count(*) FROM message_index_docsize"_s)->toLongLong();
    }

    /** FTS5's segments: the upper bits of what its pages are kept under (section 4.1 of its file format). */
    qint64 parts()
    {
        return m_world->database()
            .reader()
            .valueOnce(u"SELECT count(DISTINCT id >> 37) FROM message_index_data WHERE id > 10"_s)
            ->toLongLong();
    }

    qint64 found()
    {
        return m_world->await(m_world->search->search(m_ann, {.query = u"hell"_s})).totalCount.value_or(-1);
    }

    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    protocol::Channel m_room;
};

QTEST_GUILESS_MAIN(SearchIndexerTest)
#include "search_indexer_test.moc"
