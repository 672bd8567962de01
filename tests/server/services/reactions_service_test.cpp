// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/json_reader.h"
#include "tests/support/conversation_world.h"

#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::ChannelType;
using protocol::Message;
using protocol::Reaction;
using protocol::ReactionChanged;

namespace {

const QString kThumb = u"👍"_s;
const QString kParty = u"🎉"_s;

/** One of many emoji. */
QString face(int number)
{
    const char32_t code = U'\U0001F600' + static_cast<char32_t>(number);
    return QString::fromUcs4(&code, 1);
}

} // namespace

/** Members react to messages; each change has a seq and an event, what changes nothing has neither. */
class ReactionsServiceTest : public QObject
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

    void aReactionIsStoredAndTold()
    {
        const Message message = add(m_bob, kThumb);
        QCOMPARE(message.seq, m_message.seq + 1);
        QVERIFY(!message.isEdited);
        QVERIFY(!message.updatedAt);
        QCOMPARE(message.reactions, (QList<Reaction>{{.emoji = kThumb, .userIds = {m_bob.userId}}}));
        QCOMPARE(*m_world->messages->get(m_ann, m_message.id), message);
        QCOMPARE(m_world->messages->page(m_ann, u"room"_s, {})->messages, QList{message});

        const auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 1U);
        const auto &publication = std::get<realtime::Publication>(entries.front());
        QCOMPARE(std::get<realtime::ChannelAudience>(publication.audience).channelId, m_channel.id);
        const auto &event = std::get<ReactionChanged>(publication.event);
        QCOMPARE(event.messageId, m_message.id);
        QCOMPARE(event.channelId, m_channel.id);
        QCOMPARE(event.userId, m_bob.userId);
        QCOMPARE(event.emoji, kThumb);
        QCOMPARE(event.seq, message.seq);
        QVERIFY(event.added);
    }

    void aRepeatChangesNothing()
    {
        const Message first = add(m_bob, kThumb);
        m_world->publisher.take();
        QCOMPARE(add(m_bob, kThumb), first);
        m_world->await(m_world->reactions->remove(m_bob, m_message.id, kParty));
        m_world->await(m_world->reactions->remove(m_ann, m_message.id, kThumb));
        QCOMPARE(*m_world->messages->get(m_ann, m_message.id), first);
        QCOMPARE(m_world->publisher.takeNames(), QString());
    }

    void emojiStandInTheOrderOfTheirFirst()
    {
        add(m_bob, kThumb);
        add(m_bob, u":tada:"_s);
        const Message message = add(m_ann, kThumb);
        const QList<Reaction> both{{.emoji = kThumb, .userIds = {m_bob.userId, m_ann.userId}},
                                   {.emoji = u":tada:"_s, .userIds = {m_bob.userId}}};
        QCOMPARE(message.reactions, both);
        m_world->publisher.take();
        m_world->await(m_world->reactions->remove(m_bob, m_message.id, kThumb));
        const auto entries = m_world->publisher.take();
        QCOMPARE(entries.size(), 1U);
        const auto event = std::get<ReactionChanged>(std::get<realtime::Publication>(entries.front()).event);
        QVERIFY(!event.added);
        QCOMPARE(event.seq, message.seq + 1);
        m_world->await(m_world->reactions->remove(m_ann, m_message.id, kThumb));
        const Message left = *m_world->messages->get(m_bob, m_message.id);
        QCOMPARE(left.reactions, (QList<Reaction>{{.emoji = u":tada:"_s, .userIds = {m_bob.userId}}}));
        QCOMPARE(left.seq, message.seq + 2);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void theySurviveAnEditAndGoWithADeletion()
    {
        add(m_bob, kThumb);
        const Message edited = m_world->await(m_world->messages->edit(m_ann, m_message.id, {.content = u"new"_s}));
        QCOMPARE(edited.reactions.size(), 1);
        const Message reply = m_world->post(m_bob, m_channel.id, u"reply"_s, m_message.id);
        m_world->await(m_world->reactions->add(m_ann, reply.id, kParty));
        QCOMPARE(m_world->messages->get(m_ann, m_message.id)->reactions.size(), 1);
        m_world->await(m_world->messages->remove(m_ann, m_message.id));
        QCOMPARE(m_world->messages->get(m_bob, m_message.id)->reactions, QList<Reaction>());
        QCOMPARE(m_world->refusal(m_world->reactions->add(m_bob, m_message.id, kThumb)), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->reactions->remove(m_bob, m_message.id, kThumb)), ErrorCode::NotFound);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void onlyMembersReact()
    {
        const auto cyd = m_world->person(u"cyd"_s, {u"admin"_s});
        QCOMPARE(m_world->refusal(m_world->reactions->add(cyd, m_message.id, kThumb)),
                 ErrorCode::InsufficientPermissions);
        QCOMPARE(m_world->refusal(m_world->reactions->remove(cyd, m_message.id, kThumb)),
                 ErrorCode::InsufficientPermissions);
        const auto secret = m_world->makeChannel(m_ann, u"Secret"_s, ChannelType::Private);
        const Message hidden = m_world->post(m_ann, secret.id, u"hidden"_s);
        m_world->publisher.take();
        QCOMPARE(m_world->refusal(m_world->reactions->add(cyd, hidden.id, kThumb)), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->reactions->remove(cyd, hidden.id, kThumb)), ErrorCode::NotFound);
        QCOMPARE(m_world->refusal(m_world->reactions->add(m_ann, MessageId(7), kThumb)), ErrorCode::NotFound);
        QCOMPARE(m_world->publisher.takeNames(), QString());
    }

    void whatIsNoEmojiIsRefused()
    {
        for (const auto &bad : {u"ok"_s, u"👍👍"_s, u":A:"_s, QString(), QString(10'000, u'x'), u"👍 7"_s}) {
            QCOMPARE(m_world->refusal(m_world->reactions->add(m_bob, m_message.id, bad)), ErrorCode::ValidationError);
            QCOMPARE(m_world->refusal(m_world->reactions->remove(m_bob, m_message.id, bad)),
                     ErrorCode::ValidationError);
        }
    }

    void thereIsRoomForFiftyEmoji()
    {
        for (int i = 0; i < services::ReactionsService::kMaxEmoji; ++i)
            add(i % 2 == 0 ? m_ann : m_bob, face(i));
        QCOMPARE(m_world->refusal(m_world->reactions->add(m_bob, m_message.id, u":tada:"_s)), ErrorCode::Conflict);
        // The same ones as before still may be used.
        QCOMPARE(add(m_bob, face(0)).reactions.first().count(), 2);
        m_world->await(m_world->reactions->remove(m_bob, m_message.id, face(1)));
        QCOMPARE(add(m_bob, u":tada:"_s).reactions.size(), services::ReactionsService::kMaxEmoji);
        QCOMPARE(m_world->findings(), QStringList());
    }

    void theCountIsExactWhereNotAllAreListed()
    {
        constexpr qint64 kPeople = Reaction::kMaxListed + 3;
        for (qint64 i = 0; i < kPeople; ++i) {
            const auto person = m_world->person(u"person%1"_s.arg(i));
            m_world->await(m_world->members->join(person, u"room"_s));
            add(person, kThumb);
        }
        const Message message = *m_world->messages->get(m_ann, m_message.id);
        QCOMPARE(message.reactions.first().count(), kPeople);
        QCOMPARE(message.reactions.first().userIds.size(), Reaction::kMaxListed);
        const auto json = protocol::parseObject(message.toJson());
        QVERIFY(json);
        const auto decoded = Message::fromJson(*json);
        QVERIFY(decoded);
        QCOMPARE(*decoded, message);
    }

    void manyAtOnceLoseNothing()
    {
        constexpr int kThreads = 4;
        std::vector<security::Principal> people;
        for (int t = 0; t < kThreads; ++t) {
            people.push_back(m_world->person(u"person%1"_s.arg(t)));
            m_world->await(m_world->members->join(people.back(), u"room"_s));
        }
        m_world->publisher.take();
        std::atomic<int> refused = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (const security::Principal &person : people) {
            threads.emplace_back(QThread::create([this, &person, &refused] {
                for (int i = 0; i < 50; ++i) {
                    const QString emoji = face(i % 7);
                    if (i % 3 == 2)
                        refused += !QCoro::waitFor(m_world->reactions->remove(person, m_message.id, emoji));
                    else
                        refused += !QCoro::waitFor(m_world->reactions->add(person, m_message.id, emoji));
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(60'000));
        QCOMPARE(refused.load(), 0);

        // The events, in their order, tell what is stored.
        qint64 seq = m_message.seq;
        QMap<QString, QSet<UserId>> told;
        for (const auto &entry : m_world->publisher.take()) {
            const auto event = std::get<ReactionChanged>(std::get<realtime::Publication>(entry).event);
            QCOMPARE(event.seq, ++seq);
            if (event.added) {
                QVERIFY(!told[event.emoji].contains(event.userId));
                told[event.emoji].insert(event.userId);
            } else {
                QVERIFY(told[event.emoji].remove(event.userId));
            }
        }
        told.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
        const Message message = *m_world->messages->get(m_ann, m_message.id);
        QCOMPARE(message.seq, seq);
        QMap<QString, QSet<UserId>> stored;
        for (const Reaction &reaction : message.reactions)
            stored.insert(reaction.emoji, QSet(reaction.userIds.cbegin(), reaction.userIds.cend()));
        QCOMPARE(stored, told);
        QCOMPARE(m_world->findings(), QStringList());
    }

private:
    Message add(const security::Principal &person, const QString &emoji)
    {
        return m_world->await(m_world->reactions->add(person, m_message.id, emoji));
    }

    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    protocol::Channel m_channel;
    Message m_message;
};

QTEST_GUILESS_MAIN(ReactionsServiceTest)
#include "reactions_service_test.moc"
