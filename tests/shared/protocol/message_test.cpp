// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/message.h"
#include "shared/protocol/pagination.h"
#include "tests/shared/protocol/samples.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

/** Messages, the bodies that make and change them, and pages of them. */
class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void writesTheReferencesFields();
    void refuses_data();
    void refuses();
    void countsTheContentInCodePoints();
    void readsNewMessages();
    void readsChanges();
    void readsPages();
    void readsPagesBySeq();
    void refusesPages();
    void numbersPages_data();
    void numbersPages();
};

void MessageTest::readsWhatItWrote()
{
    for (const Message &message : {sampleMessage(), sampleTombstone()}) {
        const auto read = Message::fromJson(object(message.toJson()));
        QVERIFY(read);
        QCOMPARE(*read, message);
        QCOMPARE(read->toJson(), message.toJson());
    }
}

void MessageTest::writesTheReferencesFields()
{
    const QJsonObject written = object(sampleMessage().toJson());
    for (const QLatin1StringView field :
         {"id"_L1, "channel_id"_L1, "user_id"_L1, "content"_L1, "content_type"_L1, "created_at"_L1, "updated_at"_L1,
          "attachments"_L1, "mentions"_L1, "reactions"_L1, "thread_id"_L1, "is_edited"_L1, "is_deleted"_L1})
        QVERIFY2(written.contains(field), field.data());
    const QJsonObject reaction = written.value("reactions"_L1).toArray().at(1).toObject();
    QCOMPARE(reaction,
             (QJsonObject{
                 {"emoji"_L1, "tada"_L1}, {"count"_L1, 2}, {"user_ids"_L1, QJsonArray{"user_14"_L1, "user_15"_L1}}}));
    const QJsonObject tombstone = object(sampleTombstone().toJson());
    QCOMPARE(tombstone.value("content"_L1).toString(), QString());
    QVERIFY(tombstone.value("updated_at"_L1).isNull());
    QVERIFY(tombstone.value("client_message_id"_L1).isNull());
}

void MessageTest::refuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("id") << u"id"_s << QJsonValue(11);
    QTest::newRow("channel") << u"channel_id"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("sender") << u"user_id"_s << QJsonValue(u"anna"_s);
    QTest::newRow("content") << u"content"_s << QJsonValue(u"x"_s.repeated(10'001));
    QTest::newRow("time") << u"created_at"_s << QJsonValue(u"yesterday"_s);
    QTest::newRow("seq") << u"seq"_s << QJsonValue(u"5"_s);
    QTest::newRow("edited") << u"is_edited"_s << QJsonValue(1);
}

void MessageTest::refuses()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject written = object(sampleMessage().toJson());
    written.insert(field, value);
    const auto read = Message::fromJson(written);
    QVERIFY(!read);
    QCOMPARE(read.error().details.value("field"_L1).toString(), field);
}

void MessageTest::countsTheContentInCodePoints()
{
    QJsonObject body{{"channel_id"_L1, "general"_L1}};
    body.insert("content"_L1, u"\U0001F600"_s.repeated(10'000));
    QVERIFY(NewMessage::fromJson(body));
    body.insert("content"_L1, u"\U0001F600"_s.repeated(10'001));
    QVERIFY(!NewMessage::fromJson(body));
    body.insert("content"_L1, QString());
    QVERIFY(!NewMessage::fromJson(body));
}

void MessageTest::readsNewMessages()
{
    const auto smallest = NewMessage::fromJson({{"channel_id"_L1, "general"_L1}, {"content"_L1, "x"_L1}});
    QVERIFY(smallest);
    QCOMPARE(smallest->contentType, ContentType::Text);
    QVERIFY(smallest->mentions.isEmpty());
    QVERIFY(!smallest->replyTo && !smallest->threadId && !smallest->clientMessageId);
    const QJsonObject body{{"channel_id"_L1, "general"_L1},
                           {"content"_L1, "x"_L1},
                           {"content_type"_L1, "markdown"_L1},
                           {"mentions"_L1, QJsonArray{"user_1"_L1}},
                           {"reply_to"_L1, "msg_1"_L1},
                           {"thread_id"_L1, "msg_2"_L1},
                           {"client_message_id"_L1, QString(64, u'c')}};
    const auto all = NewMessage::fromJson(body);
    QVERIFY(all);
    QCOMPARE(all->toJson(), body);
    QJsonObject longId = body;
    longId.insert("client_message_id"_L1, QString(65, u'c'));
    const auto refused = NewMessage::fromJson(longId, u"data"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().details.value("field"_L1).toString(), u"data.client_message_id"_s);
}

void MessageTest::readsChanges()
{
    const auto content = MessageChange::fromJson({{"content"_L1, "x"_L1}});
    QVERIFY(content);
    QVERIFY(!content->contentType && !content->mentions);
    const QJsonObject body{{"content"_L1, "x"_L1}, {"content_type"_L1, "text"_L1}, {"mentions"_L1, QJsonArray{}}};
    const auto all = MessageChange::fromJson(body);
    QVERIFY(all);
    QCOMPARE(all->toJson(), body);
    QVERIFY(!MessageChange::fromJson({}));
    QVERIFY(!MessageChange::fromJson({{"content"_L1, "x"_L1}, {"content_type"_L1, "html"_L1}}));
}

void MessageTest::readsPages()
{
    MessagePage page;
    page.messages = {sampleMessage(), sampleTombstone()};
    page.hasMore = true;
    page.nextCursor = MessageId(21);
    page.hasNewer = false;
    page.totalCount = 1'000;
    const auto read = MessagePage::fromJson(object(page.toJson()));
    QVERIFY(read);
    QCOMPARE(read->messages, page.messages);
    QCOMPARE(read->nextCursor, MessageId(21));
    QCOMPARE(read->hasMore, true);
    QCOMPARE(read->hasNewer, false);
    QCOMPARE(read->totalCount, 1'000);
    QVERIFY(!read->currentSeq);
    const QJsonObject pagination = object(MessagePage().toJson()).value("pagination"_L1).toObject();
    QVERIFY(pagination.value("next_cursor"_L1).isNull());
    QVERIFY(!pagination.contains("has_newer"_L1));
    const auto thread = MessagePage::fromJson(object(page.toJson("thread"_L1)), "thread"_L1);
    QVERIFY(thread);
    QCOMPARE(thread->messages, page.messages);
    QVERIFY(!MessagePage::fromJson(object(page.toJson("thread"_L1))));
}

void MessageTest::readsPagesBySeq()
{
    MessagePage page;
    page.messages = {sampleTombstone()};
    page.nextSeq = 5;
    page.currentSeq = 9;
    const auto read = MessagePage::fromJson(object(page.toJson()));
    QVERIFY(read);
    QCOMPARE(read->nextSeq, 5);
    QCOMPARE(read->currentSeq, 9);
    QVERIFY(!read->nextCursor);
    page.messages.clear();
    page.nextSeq = std::nullopt;
    QVERIFY(!MessagePage::fromJson(object(page.toJson()))->nextSeq);
}

void MessageTest::refusesPages()
{
    QVERIFY(!MessagePage::fromJson({}));
    MessagePage page;
    page.messages = {sampleMessage()};
    QJsonObject written = object(page.toJson());
    QVERIFY(MessagePage::fromJson(written));
    written.insert("messages"_L1, QJsonArray{5});
    QVERIFY(!MessagePage::fromJson(written));
    written.insert("messages"_L1, QJsonArray{});
    written.insert("pagination"_L1, QJsonObject{{"has_more"_L1, "no"_L1}, {"total_count"_L1, 0}});
    const auto refused = MessagePage::fromJson(written);
    QVERIFY(!refused);
    QCOMPARE(refused.error().details.value("field"_L1).toString(), u"pagination.has_more"_s);
}

void MessageTest::numbersPages_data()
{
    QTest::addColumn<qint64>("page");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("pages");
    QTest::addColumn<bool>("hasMore");
    QTest::newRow("nothing") << 1LL << 0LL << 0LL << false;
    QTest::newRow("one page") << 1LL << 50LL << 1LL << false;
    QTest::newRow("first of two") << 1LL << 51LL << 2LL << true;
    QTest::newRow("last of two") << 2LL << 51LL << 2LL << false;
    QTest::newRow("behind the end") << 9LL << 51LL << 2LL << false;
}

void MessageTest::numbersPages()
{
    QFETCH(const qint64, page);
    QFETCH(const qint64, total);
    QFETCH(const qint64, pages);
    QFETCH(const bool, hasMore);
    const QJsonObject numbers = pageNumbers(page, 50, total);
    QCOMPARE(numbers,
             (QJsonObject{{"page"_L1, page},
                          {"limit"_L1, 50},
                          {"total_count"_L1, total},
                          {"total_pages"_L1, pages},
                          {"has_more"_L1, hasMore}}));
}

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::MessageTest)
#include "message_test.moc"
