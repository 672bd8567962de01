// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/dev_world_service.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** The reference's own world has what its examples name, and is made once. */
class DevWorldServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void theWorldOfTheReference()
    {
        ConversationWorld world;
        const auto admin = world.person(u"admin"_s, {u"admin"_s});
        const auto john = world.person(u"john"_s);
        services::DevWorldService service(world.database());
        QVERIFY(service.create(admin.userId, john.userId));
        world.post(john, ChannelId(123), u"later"_s);
        QVERIFY(service.create(admin.userId, john.userId));

        for (const auto &name : {u"channel_123"_s, u"channel_456"_s}) {
            const auto channel = world.channels->get(john, name);
            QVERIFY(channel);
            QVERIFY(channel->viewer->isMember);
            QCOMPARE(channel->memberCount, 2);
        }
        const auto page = world.messages->page(john, u"channel_123"_s, {});
        QVERIFY(page);
        QCOMPARE(page->totalCount, 4);
        QList<MessageId> ids;
        for (const protocol::Message &message : page->messages)
            ids.append(message.id);
        QCOMPARE(ids.sliced(1), (QList<MessageId>{MessageId(789), MessageId(456), MessageId(123)}));
        QCOMPARE(page->messages[2].userId, admin.userId);
        QCOMPARE(page->messages[3].userId, admin.userId);
        QVERIFY(page->messages[1].createdAt < page->messages[0].createdAt);
        QVERIFY(page->messages[2].createdAt < page->messages[1].createdAt);
        QCOMPARE(world.findings(), QStringList());
    }
};

QTEST_GUILESS_MAIN(DevWorldServiceTest)
#include "dev_world_service_test.moc"
