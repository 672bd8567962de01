// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/channel.h"
#include "tests/shared/protocol/samples.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

class ChannelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEverything();
    void readsWhatItWrote();
    void keepsTheViewersFields();
    void refuses_data();
    void refuses();
    void readsNewChannels();
    void refusesNewChannels_data();
    void refusesNewChannels();
    void readsChanges();
    void readsPeople();
};

void ChannelTest::namesEverything()
{
    for (const ChannelType type : {ChannelType::Public, ChannelType::Private, ChannelType::Direct})
        QCOMPARE(channelTypeFromName(QString(channelTypeName(type))), type);
    using enum NotificationLevel;
    for (const NotificationLevel level : {All, Mentions, None})
        QCOMPARE(notificationLevelFromName(QString(notificationLevelName(level))), level);
    QVERIFY(!channelTypeFromName(u"secret"));
    QVERIFY(!notificationLevelFromName(u""));
}

void ChannelTest::readsWhatItWrote()
{
    for (const Channel &channel : {sampleChannel(), sampleDirectChannel()}) {
        const QJsonObject written = channel.toJson();
        const auto read = Channel::fromJson(written);
        QVERIFY(read);
        QCOMPARE(read->toJson(), written);
        QCOMPARE(read->slug, channel.slug);
        QCOMPARE(read->type, channel.type);
        QCOMPARE(read->memberIds, channel.memberIds);
        QVERIFY(!read->viewer);
    }
    QVERIFY(sampleDirectChannel().toJson().value("slug"_L1).isNull());
}

void ChannelTest::keepsTheViewersFields()
{
    Channel channel = sampleChannel();
    channel.viewer = Channel::Viewer{.isMember = true,
                                     .unreadCount = 3,
                                     .mentionCount = 1,
                                     .lastReadMessageId = MessageId(9),
                                     .notificationLevel = NotificationLevel::None};
    const QJsonObject written = channel.toJson();
    const auto read = Channel::fromJson(written);
    QVERIFY(read && read->viewer);
    QCOMPARE(read->toJson(), written);
    QCOMPARE(read->viewer->unreadCount, 3);
    QCOMPARE(read->viewer->lastReadMessageId, MessageId(9));
    QCOMPARE(read->viewer->notificationLevel, NotificationLevel::None);
    // The contract's field list.
    for (const QLatin1StringView field :
         {"id"_L1, "slug"_L1, "name"_L1, "type"_L1, "topic"_L1, "created_by"_L1, "created_at"_L1, "member_count"_L1,
          "is_member"_L1, "seq"_L1, "unread_count"_L1, "mention_count"_L1, "last_read_message_id"_L1,
          "notification_level"_L1})
        QVERIFY2(written.contains(field), field.data());
}

void ChannelTest::refuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("id") << u"id"_s << QJsonValue(u"general"_s);
    QTest::newRow("seq") << u"seq"_s << QJsonValue(-1);
    QTest::newRow("member count") << u"member_count"_s << QJsonValue(1.5);
    QTest::newRow("creator") << u"created_by"_s << QJsonValue(u"anna"_s);
    QTest::newRow("type") << u"type"_s << QJsonValue(3);
}

void ChannelTest::refuses()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject written = sampleChannel().toJson();
    written.insert(field, value);
    const auto read = Channel::fromJson(written);
    QVERIFY(!read);
    QCOMPARE(read.error().details.value("field"_L1).toString(), field);
}

void ChannelTest::readsNewChannels()
{
    const auto smallest = NewChannel::fromJson({{"name"_L1, "Plans"_L1}});
    QVERIFY(smallest);
    QCOMPARE(smallest->type, ChannelType::Public);
    QVERIFY(smallest->topic.isEmpty());
    QVERIFY(!smallest->slug);
    const QJsonObject body{
        {"name"_L1, "Plans"_L1}, {"type"_L1, "private"_L1}, {"topic"_L1, "t"_L1}, {"slug"_L1, "p"_L1}};
    const auto all = NewChannel::fromJson(body);
    QVERIFY(all);
    QCOMPARE(all->toJson(), body);
    QVERIFY(NewChannel::fromJson({{"name"_L1, QString(80, u'x')}}));
}

void ChannelTest::refusesNewChannels_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("field");
    QTest::newRow("no name") << QJsonObject{} << u"name"_s;
    QTest::newRow("empty name") << QJsonObject{{"name"_L1, ""_L1}} << u"name"_s;
    QTest::newRow("blank name") << QJsonObject{{"name"_L1, "  \t"_L1}} << u"name"_s;
    QTest::newRow("long name") << QJsonObject{{"name"_L1, QString(81, u'x')}} << u"name"_s;
    QTest::newRow("long topic") << QJsonObject{{"name"_L1, "x"_L1}, {"topic"_L1, QString(501, u'x')}} << u"topic"_s;
    QTest::newRow("direct") << QJsonObject{{"name"_L1, "x"_L1}, {"type"_L1, "direct"_L1}} << u"type"_s;
    QTest::newRow("unknown type") << QJsonObject{{"name"_L1, "x"_L1}, {"type"_L1, "open"_L1}} << u"type"_s;
}

void ChannelTest::refusesNewChannels()
{
    QFETCH(const QJsonObject, body);
    QFETCH(const QString, field);
    const auto read = NewChannel::fromJson(body);
    QVERIFY(!read);
    QCOMPARE(read.error().details.value("field"_L1).toString(), field);
}

void ChannelTest::readsChanges()
{
    const auto nothing = ChannelChange::fromJson({});
    QVERIFY(nothing && !nothing->name && !nothing->topic && !nothing->slug);
    const QJsonObject body{{"name"_L1, "New"_L1}, {"topic"_L1, ""_L1}, {"slug"_L1, "new"_L1}};
    const auto all = ChannelChange::fromJson(body);
    QVERIFY(all);
    QCOMPARE(all->toJson(), body);
    QVERIFY(!ChannelChange::fromJson({{"name"_L1, " "_L1}}));
    QVERIFY(!ChannelChange::fromJson({{"name"_L1, ""_L1}}));
}

void ChannelTest::readsPeople()
{
    const auto people = PeopleList::fromJson({{"user_ids"_L1, QJsonArray{"user_2"_L1, "user_1"_L1, "user_2"_L1}}});
    QVERIFY(people);
    QCOMPARE(people->userIds, (QList<UserId>{UserId(2), UserId(1)}));
    QCOMPARE(PeopleList::fromJson(people->toJson())->userIds, people->userIds);
    QVERIFY(!PeopleList::fromJson({}));
    QVERIFY(!PeopleList::fromJson({{"user_ids"_L1, QJsonArray{}}}));
    QVERIFY(!PeopleList::fromJson({{"user_ids"_L1, QJsonArray{"anna"_L1}}}));
}

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::ChannelTest)
#include "channel_test.moc"
