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

/** Members put their channels in an order of their own. */
class FavoritesServiceTest : public QObject
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

    void theyStandInTheOrderTheyWerePut()
    {
        QList<ChannelId> ids;
        for (int i = 0; i < 4; ++i)
            ids.append(m_world->makeChannel(m_ann, u"Channel %1"_s.arg(i)).id);
        QCOMPARE(place(ids[0], std::nullopt), 0);
        QCOMPARE(place(ids[1], std::nullopt), 1);
        QCOMPARE(place(ids[2], 0), 0);
        QCOMPARE(place(ids[3], 100), 3);
        QCOMPARE(order(), (QList{ids[2], ids[0], ids[1], ids[3]}));
        QCOMPARE(place(ids[2], 2), 2);
        QCOMPARE(order(), (QList{ids[0], ids[1], ids[2], ids[3]}));
        QCOMPARE(place(ids[2], 2), 2);
        m_world->await(m_world->favorites->remove(m_ann, ids[0].toString()));
        m_world->await(m_world->favorites->remove(m_ann, ids[0].toString()));
        QCOMPARE(order(), (QList{ids[1], ids[2], ids[3]}));
        QCOMPARE(m_world->viewer(m_ann, ids[1]).favoritePosition, 0);
        // Leaving ends it, and the others keep their order.
        m_world->await(m_world->members->join(m_bob, ids[2].toString()));
        m_world->await(m_world->members->leave(m_ann, ids[2].toString()));
        m_world->await(m_world->members->join(m_ann, ids[2].toString()));
        QVERIFY(!m_world->viewer(m_ann, ids[2]).favoritePosition);
        QCOMPARE(place(m_channel.id, 1), 1);
        QCOMPARE(order(), (QList{ids[1], m_channel.id, ids[3]}));
    }

    void theyAreOnesOwnAndForMembers()
    {
        place(m_channel.id, std::nullopt);
        QVERIFY(!m_world->viewer(m_bob, m_channel.id).favoritePosition);
        const auto reader = m_world->person(u"reader"_s);
        QCOMPARE(m_world->refusal(m_world->favorites->place(reader, u"room"_s, {})),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->favorites->remove(reader, u"room"_s)), ErrorCode::InsufficientPermissions);
        const Channel secret = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
        QCOMPARE(m_world->refusal(m_world->favorites->place(m_bob, secret.id.toString(), {})), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->favorites->remove(m_bob, secret.id.toString())), ErrorCode::NotFound);
    }

    void thereIsRoomForTwoHundred()
    {
        for (qsizetype i = 0; i < services::FavoritesService::kMaxFavorites; ++i)
            place(m_world->makeChannel(m_ann, u"c"_s).id, std::nullopt);
        QCOMPARE(m_world->refusal(m_world->favorites->place(m_ann, u"room"_s, 0)), ErrorCode::Conflict);
        QCOMPARE(place(order().last(), 0), 0);
    }

private:
    qint64 place(ChannelId channel, std::optional<qint64> position)
    {
        const Channel placed = m_world->await(m_world->favorites->place(m_ann, channel.toString(), position));
        return placed.viewer->favoritePosition.value_or(-1);
    }

    /** ann's favourites. */
    QList<ChannelId> order()
    {
        QMap<qint64, ChannelId> places;
        for (qint64 page = 1;; ++page) {
            const auto channels = m_world->channels->list(m_ann, page, 100);
            for (const Channel &channel : channels->channels) {
                if (channel.viewer->favoritePosition)
                    places.insert(*channel.viewer->favoritePosition, channel.id);
            }
            if (page * 100 >= channels->totalCount)
                return places.values();
        }
    }

    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    Channel m_channel;
    Message m_message;
};

QTEST_GUILESS_MAIN(FavoritesServiceTest)
#include "favorites_service_test.moc"
