// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/time_text.h"
#include "app/models/timeline_model.h"
#include "tests/app/support/fake_world.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;

namespace {

struct RecordingActions : TimelineActions {
    void loadOlder(ChannelId) override { calls << u"older"_s; }
    void loadNewer(ChannelId) override { calls << u"newer"_s; }
    void jumpToNewest(ChannelId) override { calls << u"newest"_s; }
    void retrySending(const QString &id) override { calls << "retry "_L1 + id; }
    void discardUnsent(const QString &id) override { calls << "discard "_L1 + id; }
    void rewriteUnsent(const QString &id, const QString &text) override { calls << "rewrite "_L1 + id + u' ' + text; }
    void editMessage(const protocol::Message &message, const QString &text) override
    {
        calls << "edit "_L1 + message.id.toString() + u' ' + text;
    }
    void deleteMessage(const protocol::Message &message) override { calls << "delete "_L1 + message.id.toString(); }
    void react(const protocol::Message &message, const QString &emoji, bool on) override
    {
        calls << (on ? "react "_L1 : "unreact "_L1) + message.id.toString() + u' ' + emoji;
    }
    void pin(const protocol::Message &message, bool on) override
    {
        calls << (on ? "pin "_L1 : "unpin "_L1) + message.id.toString();
    }
    protocol::Message shown(const protocol::Message &message) const override { return message; }
    QList<TextPart> partsOf(const protocol::Message &) override { return {}; }
    void markRead(ChannelId, MessageId id) override { calls << "read "_L1 + id.toString(); }

    QStringList calls;
};

} // namespace

class TimelineModelTest : public QObject
{
    Q_OBJECT

private:
    /** 2026-03-04, local time. */
    static qint64 time(int hour, int minute, int day = 4)
    {
        return QDateTime(QDate(2026, 3, day), QTime(hour, minute)).toMSecsSinceEpoch();
    }

    protocol::Message message(qint64 id, UserId author, const QString &text, qint64 createdAt)
    {
        protocol::Message made;
        made.id = MessageId(id);
        made.channelId = m_channel;
        made.userId = author;
        made.content = text;
        made.createdAt = {createdAt};
        made.seq = id;
        return made;
    }

    static protocol::MessagePage page(const QList<protocol::Message> &messages, bool hasMore = false)
    {
        protocol::MessagePage page;
        page.messages = messages;
        page.hasMore = hasMore;
        return page;
    }

    QVariant at(int row, int role) const { return m_model->index(row).data(role); }

    const ChannelId m_channel{7};
    const UserId m_self{1};
    const UserId m_bob{2};
    std::unique_ptr<People> m_people;
    std::unique_ptr<RecordingActions> m_actions;
    std::unique_ptr<ChannelTimeline> m_timeline;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

private slots:
    void init()
    {
        m_people = std::make_unique<People>();
        m_actions = std::make_unique<RecordingActions>();
        m_timeline = std::make_unique<ChannelTimeline>(m_channel);
        m_model = std::make_unique<TimelineModel>(m_people.get(), m_actions.get(), m_self);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
        m_model->show(m_timeline.get(), std::nullopt);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_timeline.reset();
    }

    void groupsByAuthorTimeAndDay()
    {
        m_timeline->showPage(page({message(1, m_bob, u"a"_s, time(9, 0)), message(2, m_bob, u"b"_s, time(9, 4)),
                                   message(3, m_bob, u"c"_s, time(9, 10)), message(4, m_self, u"d"_s, time(9, 11)),
                                   message(5, m_self, u"e"_s, time(9, 0, 5))}),
                             5);
        QList<bool> firsts;
        QList<bool> days;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            firsts << at(row, TimelineModel::IsFirstOfGroupRole).toBool();
            days << !at(row, TimelineModel::DayTextRole).toString().isEmpty();
        }
        QCOMPARE(firsts, (QList<bool>{true, false, true, true, true}));
        QCOMPARE(days, (QList<bool>{true, false, false, false, true}));
        QCOMPARE(at(0, TimelineModel::TimeTextRole).toString(), shortTime(QTime(9, 0)));
    }

    void regroupsWhenAnOlderPageArrives()
    {
        m_timeline->showPage(page({message(2, m_bob, u"b"_s, time(9, 1))}, true), 2);
        QVERIFY(at(0, TimelineModel::IsFirstOfGroupRole).toBool());
        QSignalSpy changed(m_model.get(), &TimelineModel::dataChanged);
        QSignalSpy reset(m_model.get(), &TimelineModel::modelReset);
        m_timeline->addOlder(page({message(1, m_bob, u"a"_s, time(9, 0))}), MessageId(2));
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(!at(1, TimelineModel::IsFirstOfGroupRole).toBool());
        QVERIFY(at(1, TimelineModel::DayTextRole).toString().isEmpty());
        QVERIFY(std::ranges::any_of(changed,
                                    [](const QList<QVariant> &call) { return call[0].toModelIndex().row() == 1; }));
        QCOMPARE(reset.size(), 0);
        QVERIFY(m_model->atStart());
    }

    void saysTodayAndYesterday()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        m_timeline->showPage(
            page({message(1, m_bob, u"a"_s, now - 24LL * 3600 * 1000), message(2, m_bob, u"b"_s, now)}), 2);
        QVERIFY(at(0, TimelineModel::DayTextRole).toString().startsWith("Yesterday, "_L1));
        QVERIFY(at(1, TimelineModel::DayTextRole).toString().startsWith("Today, "_L1));
    }

    void writesDaysAsTheLanguageDoes_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("sameYear");
        QTest::addColumn<QString>("otherYear");
        QTest::newRow("British") << u"en_GB"_s << u"Wednesday 4 March"_s << u"Wednesday 4 March 2026"_s;
        QTest::newRow("American") << u"en_US"_s << u"Wednesday March 4"_s << u"Wednesday March 4 2026"_s;
        QTest::newRow("Spanish") << u"es_ES"_s << u"miércoles 4 de marzo"_s << u"miércoles 4 de marzo de 2026"_s;
        QTest::newRow("German") << u"de_DE"_s << u"Mittwoch 4. März"_s << u"Mittwoch 4. März 2026"_s;
        QTest::newRow("Japanese") << u"ja_JP"_s << u"2026年3月4日水曜日"_s << u"2026年3月4日水曜日"_s;
    }

    void writesDaysAsTheLanguageDoes()
    {
        QFETCH(QString, language);
        const QLocale before;
        QLocale::setDefault(QLocale(language));
        const QString same = dayName(QDate(2026, 3, 4), QDate(2026, 11, 1));
        const QString other = dayName(QDate(2026, 3, 4), QDate(2027, 1, 1));
        QLocale::setDefault(before);
        // Where commas stand changes from one release of the locale data to the next.
        QTEST(QString(same).remove(u','), "sameYear");
        QTEST(QString(other).remove(u','), "otherYear");
    }

    void namesArriveLater()
    {
        QSignalSpy missing(m_people.get(), &People::missing);
        m_timeline->showPage(page({message(1, m_bob, u"a"_s, time(9, 0))}), 1);
        QCOMPARE(at(0, TimelineModel::AuthorNameRole).toString(), QString());
        QCOMPARE(at(0, TimelineModel::AuthorNameRole).toString(), QString());
        QCOMPARE(missing.size(), 1);
        QSignalSpy changed(m_model.get(), &TimelineModel::dataChanged);
        protocol::User bob;
        bob.id = m_bob;
        bob.displayName = u"Bob Stone"_s;
        m_people->put(bob);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(at(0, TimelineModel::AuthorNameRole).toString(), u"Bob Stone"_s);
        QCOMPARE(at(0, TimelineModel::InitialsRole).toString(), u"BS"_s);
    }

    void aSentRowIsReplacedInPlace_data()
    {
        QTest::addColumn<bool>("frameFirst");
        QTest::newRow("frame before answer") << true;
        QTest::newRow("answer before frame") << false;
    }

    void aSentRowIsReplacedInPlace()
    {
        m_timeline->showPage(page({message(1, m_bob, u"a"_s, time(9, 0))}), 1);
        protocol::Message unsent = message(0, m_self, u"hi"_s, 0);
        unsent.clientMessageId = u"c1"_s;
        m_timeline->addUnsent(unsent, QDateTime::currentMSecsSinceEpoch());
        QCOMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Pending);
        QCOMPARE(at(1, TimelineModel::MessageIdRole).toString(), u"c1"_s);
        QCOMPARE(at(1, TimelineModel::StateTextRole).toString(), QString());
        QTRY_COMPARE(at(1, TimelineModel::StateTextRole).toString(), u"Sending…"_s);

        QSignalSpy inserted(m_model.get(), &TimelineModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &TimelineModel::rowsRemoved);
        protocol::Message stored = message(2, m_self, u"hi"_s, time(9, 1));
        stored.clientMessageId = u"c1"_s;
        m_timeline->apply(stored);
        m_timeline->apply(stored);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(at(1, TimelineModel::StateRole).toInt(), TimelineModel::Sent);
        QCOMPARE(at(1, TimelineModel::MessageIdRole).toString(), u"msg_2"_s);
        QCOMPARE(inserted.size() + removed.size(), 0);
    }

    void unsentRowsStayLast()
    {
        m_timeline->showPage(page({message(1, m_bob, u"a"_s, time(9, 0))}), 1);
        for (const QString &id : {u"c1"_s, u"c2"_s}) {
            protocol::Message unsent = message(0, m_self, id, 0);
            unsent.clientMessageId = id;
            m_timeline->addUnsent(unsent, time(9, 1));
        }
        m_timeline->setUnsentState(u"c1"_s, SendState::Failed, u"no"_s);
        m_timeline->setUnsentState(u"c2"_s, SendState::Waiting);
        m_timeline->apply(message(2, m_bob, u"b"_s, time(9, 2)));
        QCOMPARE(at(1, TimelineModel::ContentRole).toString(), u"b"_s);
        QCOMPARE(at(2, TimelineModel::StateTextRole).toString(), u"Not sent: no"_s);
        QVERIFY(at(3, TimelineModel::StateTextRole).toString().contains(u'1'));
        // The second goes out first: its row moves before the failed one.
        protocol::Message stored = message(3, m_self, u"c2"_s, time(9, 3));
        stored.clientMessageId = u"c2"_s;
        QSignalSpy moved(m_model.get(), &TimelineModel::rowsMoved);
        m_timeline->apply(stored);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(at(2, TimelineModel::MessageIdRole).toString(), u"msg_3"_s);
        QCOMPARE(at(3, TimelineModel::MessageIdRole).toString(), u"c1"_s);
        m_model->retry(u"c1"_s);
        m_model->discard(u"c1"_s);
        QCOMPARE(m_actions->calls, (QStringList{u"retry c1"_s, u"discard c1"_s}));
    }

    void newLineStandsBeforeTheFirstUnread()
    {
        m_model->show(m_timeline.get(), MessageId(2));
        QSignalSpy found(m_model.get(), &TimelineModel::firstUnreadRowChanged);
        m_timeline->showPage(
            page({message(3, m_self, u"own"_s, time(9, 3)), message(4, m_bob, u"new"_s, time(9, 4))}, true), 4);
        // An older unread message may exist: no line yet.
        QCOMPARE(m_model->firstUnreadRow(), -1);
        m_timeline->addOlder(page({message(1, m_bob, u"a"_s, time(9, 1)), message(2, m_bob, u"b"_s, time(9, 2))}),
                             MessageId(3));
        QCOMPARE(m_model->firstUnreadRow(), 3);
        QVERIFY(at(3, TimelineModel::ShowsNewMarkerRole).toBool());
        QVERIFY(!at(2, TimelineModel::ShowsNewMarkerRole).toBool());
        QVERIFY(!found.isEmpty());
        m_model->setReadUpTo(MessageId(2));
        QCOMPARE(m_model->unreadBelow(), 1);
        m_model->markReadTo(3);
        QCOMPARE(m_actions->calls, QStringList{u"read msg_4"_s});
        m_model->setUnreadAfter(std::nullopt);
        QCOMPARE(m_model->firstUnreadRow(), -1);
    }

    void trimsTheFarEnd()
    {
        QList<protocol::Message> list;
        for (int i = 1000; i < 1050; ++i)
            list << message(i, m_bob, u"m"_s, time(9, 0) + i);
        m_timeline->showPage(page(list, true), 1);
        qint64 oldest = 1000;
        while (oldest > 200) {
            QList<protocol::Message> older;
            for (qint64 i = oldest - 50; i < oldest; ++i)
                older << message(i, m_bob, u"m"_s, time(9, 0) + i);
            m_timeline->addOlder(page(older, true), MessageId(oldest));
            oldest -= 50;
        }
        QCOMPARE(m_model->rowCount(), ChannelTimeline::kMaxRows);
        QVERIFY(!m_model->atNewest());
        // What comes at the far end is counted, not shown.
        m_timeline->apply(message(2000, m_bob, u"far"_s, time(10, 0)));
        QCOMPARE(m_model->rowCount(), ChannelTimeline::kMaxRows);
        QCOMPARE(m_timeline->newsBeyond(), 1);
        m_model->loadNewer();
        m_model->jumpToNewest();
        QCOMPARE(m_actions->calls, (QStringList{u"newer"_s, u"newest"_s}));
    }

    void deletedAndEditedRowsShowIt()
    {
        m_timeline->showPage(page({message(1, m_self, u"a"_s, time(9, 0)), message(2, m_self, u"b"_s, time(9, 1))}), 2);
        QCOMPARE(m_model->lastOwnMessageId(), u"msg_2"_s);
        protocol::Message edited = message(1, m_self, u"A"_s, time(9, 0));
        edited.isEdited = true;
        edited.seq = 3;
        m_timeline->apply(edited);
        QVERIFY(at(0, TimelineModel::IsEditedRole).toBool());
        // An older version does not come back.
        m_timeline->apply(message(1, m_self, u"a"_s, time(9, 0)));
        QCOMPARE(at(0, TimelineModel::ContentRole).toString(), u"A"_s);
        protocol::Message gone = message(2, m_self, {}, time(9, 1));
        gone.isDeleted = true;
        gone.seq = 4;
        m_timeline->apply(gone);
        QVERIFY(at(1, TimelineModel::IsDeletedRole).toBool());
        QCOMPARE(m_model->lastOwnMessageId(), u"msg_1"_s);
        QCOMPARE(m_model->editText(u"msg_1"_s), u"A"_s);
        m_model->edit(u"msg_1"_s, u" A "_s);
        QVERIFY(m_actions->calls.isEmpty());
        m_model->edit(u"msg_1"_s, u"B"_s);
        m_model->remove(u"msg_1"_s);
        QCOMPARE(m_actions->calls, (QStringList{u"edit msg_1 B"_s, u"delete msg_1"_s}));
        m_model->copyText(u"msg_1"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"A"_s);
    }

    void repliesQuoteTheOriginal()
    {
        protocol::Message reply = message(2, m_self, u"yes"_s, time(9, 1));
        reply.replyTo = MessageId(1);
        reply.mentions = {m_self};
        protocol::Message lost = message(3, m_self, u"no"_s, time(9, 1));
        lost.replyTo = MessageId(99);
        m_timeline->showPage(page({message(1, m_bob, u"really\nso?"_s, time(9, 0)), reply, lost}), 3);
        QCOMPARE(at(1, TimelineModel::ReplyTextRole).toString(), u"really so?"_s);
        QCOMPARE(at(1, TimelineModel::ReplyMessageIdRole).toString(), u"msg_1"_s);
        QVERIFY(at(1, TimelineModel::MentionsMeRole).toBool());
        QCOMPARE(at(2, TimelineModel::ReplyTextRole).toString(), u"An earlier message"_s);
    }

    void repliesInThreadsAreNoRowsButCount()
    {
        m_timeline->showPage(page({message(1, m_bob, u"a"_s, time(9, 0))}), 1);
        protocol::Message reply = message(2, m_bob, u"in thread"_s, time(9, 1));
        reply.threadId = MessageId(1);
        m_timeline->apply(reply);
        QCOMPARE(m_model->rowCount(), 1);
        QVERIFY(!m_timeline->sequence().hasGap());
        m_timeline->apply(message(4, m_bob, u"jump"_s, time(9, 2)));
        QVERIFY(m_timeline->sequence().hasGap());
    }

    void asksOnlyForWhatThereMayBe()
    {
        m_model->loadOlder();
        QCOMPARE(m_actions->calls, QStringList{u"older"_s});
        m_timeline->setLoading(true);
        m_model->loadOlder();
        QCOMPARE(m_actions->calls.size(), 1);
        m_timeline->setLoading(false);
        m_timeline->showPage(page({}), 0);
        QVERIFY(m_model->isEmpty());
        m_model->loadOlder();
        m_model->loadNewer();
        QCOMPARE(m_actions->calls.size(), 1);
        m_timeline->setLoading(false, u"No answer"_s);
        QCOMPARE(m_model->loadError(), u"No answer"_s);
    }
};

QTEST_MAIN(TimelineModelTest)
#include "timeline_model_test.moc"
