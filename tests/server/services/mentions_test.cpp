// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/mentions.h"
#include "server/services/slugs.h"
#include "tests/support/conversation_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** Who is meant by a text, and what a name makes as a slug. */
class MentionsTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreFoundInText_data()
    {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QStringList>("longest");
        QTest::addColumn<bool>("wholeChannel");
        QTest::newRow("none") << u"no names here"_s << QStringList() << false;
        QTest::newRow("at the start") << u"@john hello"_s << QStringList{u"john"_s} << false;
        QTest::newRow("case") << u"hi @JoHn"_s << QStringList{u"john"_s} << false;
        QTest::newRow("twice") << u"@john and @john"_s << QStringList{u"john"_s} << false;
        QTest::newRow("end of sentence") << u"ask @john."_s << QStringList{u"john."_s} << false;
        QTest::newRow("in brackets") << u"(@john)"_s << QStringList{u"john"_s} << false;
        QTest::newRow("email") << u"mail john@example.com"_s << QStringList() << false;
        QTest::newRow("two signs") << u"@@john"_s << QStringList{u"john"_s} << false;
        QTest::newRow("too short") << u"@a"_s << QStringList() << false;
        QTest::newRow("sign alone") << u"@"_s << QStringList() << false;
        QTest::newRow("channel") << u"@channel, lunch"_s << QStringList() << true;
        QTest::newRow("channel, end of sentence") << u"lunch @channel."_s << QStringList() << true;
        QTest::newRow("here") << u"@here lunch?"_s << QStringList() << false;
        QTest::newRow("channel in a name") << u"@channel-1"_s << QStringList{u"channel-1"_s} << false;
        QTest::newRow("too long") << QString(u'@' + QString(40, u'x')) << QStringList() << false;
    }

    void namesAreFoundInText()
    {
        QFETCH(QString, content);
        QFETCH(QStringList, longest);
        QFETCH(bool, wholeChannel);
        const services::MentionedNames found = services::mentionedNames(content);
        QStringList names;
        for (const QStringList &forms : found.names)
            names.append(forms.first());
        QCOMPARE(names, longest);
        QCOMPARE(found.wholeChannel, wholeChannel);
        QCOMPARE(found.whoIsHere, content.contains("@here"_L1));
    }

    void onlyMembersAreMentioned()
    {
        ConversationWorld world;
        const auto ann = world.person(u"ann"_s);
        const auto bob = world.person(u"bob"_s);
        const auto stranger = world.person(u"stranger"_s);
        const auto dotted = world.person(u"bob.b"_s);
        const auto channel = world.makeChannel(ann, u"Room"_s);
        world.await(world.members->join(bob, channel.id.toString()));
        world.await(world.members->join(dotted, channel.id.toString()));

        protocol::NewMessage draft = ConversationWorld::draft(channel.id, u"@bob.b, @Bob. and @stranger"_s);
        draft.mentions = {stranger.userId, ann.userId};
        const auto sent = world.await(world.messages->send(ann, draft)).message;
        QCOMPARE(sent.mentions, (QList<UserId>{ann.userId, dotted.userId, bob.userId}));
        QCOMPARE(world.viewer(bob, channel.id).mentionCount, 1);
        QCOMPARE(world.viewer(ann, channel.id).mentionCount, 0);

        // An edit keeps who was named beside the content, and drops who was named in it.
        protocol::MessageChange changes;
        changes.content = u"@bob.b only"_s;
        const auto edited = world.await(world.messages->edit(ann, sent.id, changes));
        QCOMPARE(edited.mentions, (QList<UserId>{ann.userId, dotted.userId}));
        QCOMPARE(world.viewer(bob, channel.id).mentionCount, 0);
        QCOMPARE(world.viewer(dotted, channel.id).mentionCount, 1);
        changes.mentions = QList<UserId>{bob.userId};
        const auto renamed = world.await(world.messages->edit(ann, sent.id, changes));
        QCOMPARE(renamed.mentions, (QList<UserId>{bob.userId, dotted.userId}));

        const auto everybody = world.post(ann, channel.id, u"@channel hello"_s);
        QVERIFY(everybody.mentionsChannel);
        QCOMPARE(everybody.mentions, (QList<UserId>{bob.userId, dotted.userId}));
        QCOMPARE(world.viewer(bob, channel.id).mentionCount, 2);
        QCOMPARE(world.findings(), QStringList());
    }

    void hereMeansWhoIsThere()
    {
        ConversationWorld world;
        const auto ann = world.person(u"ann"_s);
        const auto bob = world.person(u"bob"_s);
        const auto cyd = world.person(u"cyd"_s);
        const auto dan = world.person(u"dan"_s);
        const auto stranger = world.person(u"stranger"_s);
        const auto channel = world.makeChannel(ann, u"Room"_s);
        for (const auto &person : {bob, cyd, dan})
            world.await(world.members->join(person, channel.id.toString()));
        using protocol::PresenceStatus;
        world.presence.statuses = {{ann.userId, PresenceStatus::Online},
                                   {bob.userId, PresenceStatus::Online},
                                   {cyd.userId, PresenceStatus::Away},
                                   {dan.userId, PresenceStatus::Dnd},
                                   {stranger.userId, PresenceStatus::Online}};
        const auto sent = world.post(ann, channel.id, u"@here, lunch? @cyd"_s);
        QCOMPARE(sent.mentions, (QList<UserId>{cyd.userId, bob.userId, dan.userId}));
        QVERIFY(!sent.mentionsChannel);
        QCOMPARE(world.viewer(bob, channel.id).mentionCount, 1);
        QCOMPARE(world.viewer(cyd, channel.id).mentionCount, 1);
        QCOMPARE(world.viewer(ann, channel.id).mentionCount, 0);
        // An edit takes back what it no longer says.
        const auto edited = world.await(world.messages->edit(ann, sent.id, {.content = u"no lunch, @dan"_s}));
        QCOMPARE(edited.mentions, QList<UserId>{dan.userId});
        QCOMPARE(world.viewer(bob, channel.id).mentionCount, 0);
        const auto everybody = world.post(bob, channel.id, u"@channel @here"_s);
        QVERIFY(everybody.mentionsChannel);
        QCOMPARE(everybody.mentions, (QList<UserId>{ann.userId, cyd.userId, dan.userId}));
        QCOMPARE(world.findings(), QStringList());
    }

    void namesMakeSlugs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("slug");
        QTest::newRow("plain") << u"Release Planning"_s << u"release-planning"_s;
        QTest::newRow("accents") << u"Café Zürich"_s << u"cafe-zurich"_s;
        QTest::newRow("runs and ends") << u"  --a // b!! "_s << u"a-b"_s;
        QTest::newRow("nothing left") << u"日本語"_s << u"channel"_s;
        QTest::newRow("long") << QString(100, u'a') << QString(80, u'a');
    }

    void namesMakeSlugs()
    {
        QFETCH(QString, name);
        QFETCH(QString, slug);
        QCOMPARE(services::slugFromName(name), slug);
        QVERIFY(services::isSlug(slug));
    }

    void numbersFitIntoSlugs()
    {
        QCOMPARE(services::numberedSlug(u"team"_s, 2), u"team-2"_s);
        QCOMPARE(services::numberedSlug(QString(80, u'a'), 12).size(), 80);
        QVERIFY(!services::isSlug(u"Upper"_s));
        QVERIFY(!services::isSlug(u"channel_1"_s));
        QVERIFY(!services::isSlug(QString()));
    }
};

QTEST_GUILESS_MAIN(MentionsTest)
#include "mentions_test.moc"
