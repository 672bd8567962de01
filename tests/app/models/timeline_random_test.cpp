// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A seeded history of everything that can happen to a timeline, in any order; in the end it must be the server's list.
#include "app/models/timeline_model.h"
#include "tests/app/support/fake_world.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

#include <deque>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

namespace {

constexpr int kSeeds = 60;
constexpr int kSteps = 500;
constexpr int kPage = 5;

struct NoActions : TimelineActions {
    void loadOlder(ChannelId) override { }
    void loadNewer(ChannelId) override { }
    void jumpToNewest(ChannelId) override { }
    void retrySending(const QString &) override { }
    void discardUnsent(const QString &) override { }
    void rewriteUnsent(const QString &, const QString &) override { }
    void editMessage(const protocol::Message &, const QString &) override { }
    void deleteMessage(const protocol::Message &) override { }
    void react(const protocol::Message &, const QString &, bool) override { }
    void pin(const protocol::Message &, bool) override { }
    protocol::Message shown(const protocol::Message &message) const override { return message; }
    QList<TextPart> partsOf(const protocol::Message &) override { return {}; }
    void markRead(ChannelId, MessageId) override { }
};

/** One client and its line: frames and answers are on their way for as long as chance wants. */
class Simulation
{
public:
    explicit Simulation(quint32 seed) : m_random(seed)
    {
        m_self = m_world.addUser(u"ann"_s, u"Ann"_s);
        m_other = m_world.addUser(u"bob"_s, u"Bob"_s);
        m_channel = m_world.addChannel(u"general"_s, protocol::ChannelType::Public, {m_self, m_other});
        for (int i = 0; i < 23; ++i)
            m_world.post(m_other, m_channel, u"before %1"_s.arg(i));
        m_timeline = std::make_unique<ChannelTimeline>(m_channel);
        m_model = std::make_unique<TimelineModel>(&m_people, &m_actions, m_self);
        m_model->show(m_timeline.get(), MessageId(1010));
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        QObject::connect(m_model.get(), &QAbstractItemModel::modelReset, m_model.get(), [this] { ++m_resets; });
        m_world.publish = [this](ChannelId, UserId person, const protocol::Event &event) {
            if (person.isNull() && m_online)
                m_frames.push_back(event);
        };
    }

    void step()
    {
        switch (below(20)) {
        case 0:
        case 1:
        case 2:
            write();
            break;
        case 3:
            changeSomething();
            break;
        case 4:
        case 5:
        case 6:
        case 7:
        case 8:
            deliverFrame();
            break;
        case 9:
            if (below(4) == 0 && !m_frames.empty())
                m_frames.pop_front();
            break;
        case 10:
            ask(static_cast<Kind>(below(3)));
            break;
        case 11:
        case 12:
            serve();
            break;
        case 13:
        case 14:
            deliverAnswer();
            break;
        case 15:
            trim();
            break;
        case 16:
            if (below(5) == 0)
                toggleLine();
            break;
        case 17:
            if (below(8) == 0) {
                ++m_newWindows;
                m_timeline->park();
            }
            break;
        default:
            sync();
            break;
        }
    }

    void settle()
    {
        // A frame that was lost last of all shows only when the line comes back.
        if (m_online)
            toggleLine();
        toggleLine();
        while (!m_frames.empty() || !m_answers.empty() || !m_requests.empty()) {
            deliverFrame();
            serve();
            deliverAnswer();
        }
        if (!m_timeline->isLoaded())
            askAndFinish(Kind::Newest);
        for (int guard = 0; m_timeline->sequence().hasGap() && guard < 500; ++guard) {
            sync();
            serve();
            deliverAnswer();
        }
        for (int guard = 0; !m_timeline->atNewest() && guard < 500; ++guard)
            askAndFinish(Kind::Newer);
        for (int guard = 0; !m_timeline->atStart() && guard < 500; ++guard)
            askAndFinish(Kind::Older);
    }

    void compare() const
    {
        const QList<protocol::Message> expected = m_world.timeline(m_channel);
        QVERIFY(m_timeline->atStart());
        QVERIFY(m_timeline->atNewest());
        QCOMPARE(m_timeline->placedSize(), m_timeline->size());
        QCOMPARE(m_model->rowCount(), expected.size());
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const protocol::Message &message = expected[row];
            const QModelIndex index = m_model->index(row);
            QCOMPARE(index.data(TimelineModel::MessageIdRole).toString(), message.id.toString());
            QCOMPARE(index.data(TimelineModel::ContentRole).toString(), message.content);
            QCOMPARE(index.data(TimelineModel::IsDeletedRole).toBool(), message.isDeleted);
            QCOMPARE(index.data(TimelineModel::StateRole).toInt(), TimelineModel::Sent);
            QCOMPARE(m_timeline->row(row).message, message);
        }
        QCOMPARE(m_timeline->newsBeyond(), 0);
        // Whatever came, rows were changed: only another window is another list.
        QVERIFY2(m_resets <= m_newWindows, qPrintable(u"%1 resets, %2 windows"_s.arg(m_resets).arg(m_newWindows)));
    }

private:
    enum class Kind { Newest, Older, Newer, Changes };
    struct Asked {
        Kind kind;
        std::optional<MessageId> cursor;
        /** The `seq` that was known when asking; of Changes, the one to ask from. */
        qint64 baseline = 0;
    };
    struct Answered {
        Asked asked;
        protocol::MessagePage page;
    };

    int below(int bound) { return m_random.bounded(bound); }

    void write()
    {
        if (below(3) > 0) {
            std::optional<MessageId> thread;
            if (below(8) == 0)
                thread = anyMessage();
            if (thread && m_world.room(m_channel).messages.value(*thread).threadId)
                thread.reset();
            m_world.post(m_other, m_channel, u"other %1"_s.arg(++m_written), {}, thread);
            return;
        }
        const QString clientId = u"client-%1"_s.arg(++m_written);
        protocol::Message unsent;
        unsent.channelId = m_channel;
        unsent.userId = m_self;
        unsent.content = u"own %1"_s.arg(m_written);
        unsent.clientMessageId = clientId;
        m_timeline->addUnsent(unsent, 1);
        const protocol::Message stored = m_world.post(m_self, m_channel, unsent.content, clientId);
        // The answer to the POST: before or after its frame.
        if (below(2) == 0)
            m_timeline->apply(stored);
        else
            m_posted.push_back(stored);
    }

    MessageId anyMessage()
    {
        const auto ids = m_world.room(m_channel).messages.keys();
        return ids[below(static_cast<int>(ids.size()))];
    }

    void changeSomething()
    {
        const MessageId id = anyMessage();
        const int what = below(3);
        if (what == 0)
            m_world.remove(m_channel, id);
        else if (m_world.room(m_channel).messages.value(id).isDeleted)
            return;
        else if (what == 1)
            m_world.edit(m_channel, id, u"edited %1"_s.arg(++m_written));
        else
            m_world.react(m_channel, id, m_other, u"👍"_s);
    }

    void deliverFrame()
    {
        if (!m_posted.empty() && below(2) == 0) {
            m_timeline->apply(m_posted.front());
            m_posted.pop_front();
        }
        if (m_frames.empty())
            return;
        // Now and then one overtakes the next.
        const size_t index = m_frames.size() > 1 && below(6) == 0 ? 1 : 0;
        const protocol::Event event = m_frames[index];
        m_frames.erase(m_frames.begin() + static_cast<qsizetype>(index));
        if (const auto *created = std::get_if<protocol::MessageCreated>(&event))
            m_timeline->apply(created->message);
        else if (const auto *updated = std::get_if<protocol::MessageUpdated>(&event))
            m_timeline->apply(updated->message);
        else if (const auto *deleted = std::get_if<protocol::MessageDeleted>(&event))
            m_timeline->apply(deleted->message);
        else if (const auto *reaction = std::get_if<protocol::ReactionChanged>(&event))
            m_timeline->apply(*reaction);
    }

    void ask(Kind kind)
    {
        Asked asked{.kind = kind, .cursor = {}, .baseline = m_timeline->sequence().newest()};
        if (kind != Kind::Newest) {
            asked.cursor = kind == Kind::Older ? m_timeline->oldestId() : m_timeline->newestId();
            if (!asked.cursor || (kind == Kind::Older ? m_timeline->atStart() : m_timeline->atNewest()))
                return;
        }
        m_timeline->beginFetch();
        m_requests.push_back(asked);
    }

    /** The server looks the oldest request up; the answer is then on its way. */
    void serve()
    {
        if (m_requests.empty())
            return;
        const Asked asked = m_requests.front();
        m_requests.pop_front();
        const auto before = asked.kind == Kind::Older ? asked.cursor : std::nullopt;
        const auto after = asked.kind == Kind::Newer ? asked.cursor : std::nullopt;
        if (asked.kind == Kind::Changes)
            m_answers.push_back({asked, m_world.changes(m_channel, asked.baseline, kPage)});
        else
            m_answers.push_back({asked, m_world.page(m_channel, before, after, kPage)});
    }

    void deliverAnswer()
    {
        if (m_answers.empty())
            return;
        const Answered answer = m_answers.front();
        m_answers.pop_front();
        switch (answer.asked.kind) {
        case Kind::Newest:
            ++m_newWindows;
            m_timeline->showPage(answer.page, answer.asked.baseline);
            break;
        case Kind::Older:
            m_timeline->addOlder(answer.page, *answer.asked.cursor);
            break;
        case Kind::Newer:
            m_timeline->addNewer(answer.page, *answer.asked.cursor);
            break;
        case Kind::Changes:
            m_isSyncing = false;
            for (const protocol::Message &message : answer.page.messages)
                m_timeline->apply(message);
            m_timeline->catchUp(answer.page.hasMore ? *answer.page.nextSeq : *answer.page.currentSeq);
            return;
        }
        m_timeline->endFetch();
    }

    void askAndFinish(Kind kind)
    {
        ask(kind);
        serve();
        deliverAnswer();
    }

    void sync()
    {
        if (!m_online || m_isSyncing || !m_timeline->isLoaded() || !m_timeline->sequence().hasGap())
            return;
        m_isSyncing = true;
        m_requests.push_back({.kind = Kind::Changes, .cursor = {}, .baseline = m_timeline->sequence().synced()});
    }

    void trim()
    {
        if (below(2) == 0)
            m_timeline->trimOlder(12);
        else
            m_timeline->trimNewer(12);
    }

    void toggleLine()
    {
        m_online = !m_online;
        m_frames.clear();
        // `subscribed` says where the channel is.
        if (m_online)
            m_timeline->hearSeq(m_world.room(m_channel).channel.seq);
    }

    QRandomGenerator m_random;
    test::FakeWorld m_world;
    UserId m_self;
    UserId m_other;
    ChannelId m_channel;
    People m_people;
    NoActions m_actions;
    std::unique_ptr<ChannelTimeline> m_timeline;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    bool m_online = true;
    bool m_isSyncing = false;
    int m_written = 0;
    int m_resets = 0;
    int m_newWindows = 0;
    std::deque<protocol::Event> m_frames;
    std::deque<protocol::Message> m_posted;
    std::deque<Asked> m_requests;
    std::deque<Answered> m_answers;
};

} // namespace

class TimelineRandomTest : public QObject
{
    Q_OBJECT

private slots:
    void endsAsTheServersList_data()
    {
        QTest::addColumn<quint32>("seed");
        for (int seed = 1; seed <= kSeeds; ++seed)
            QTest::addRow("seed %d", seed) << static_cast<quint32>(seed);
    }

    void endsAsTheServersList()
    {
        QFETCH(quint32, seed);
        Simulation simulation(seed);
        for (int i = 0; i < kSteps; ++i)
            simulation.step();
        simulation.settle();
        simulation.compare();
    }
};

QTEST_MAIN(TimelineRandomTest)
#include "timeline_random_test.moc"
