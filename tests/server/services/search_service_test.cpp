// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/search/pattern.h"
#include "server/services/file_text_indexer.h"
#include "server/services/search_service.h"
#include "server/store/blobs_store.h"
#include "server/store/files_store.h"
#include "shared/protocol/json_reader.h"
#include "tests/support/conversation_world.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using protocol::Channel;
using protocol::ChannelType;
using protocol::Highlight;
using protocol::Message;
using protocol::SearchOrder;
using protocol::SearchPage;
using services::SearchRequest;

/**
 * What is found, in what order, and by whom. Every test runs twice: with messages that the index has, and with the same ones
 * behind its mark, which must make no difference to anybody.
 */
class SearchServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isIndexed");
        QTest::newRow("behind the mark") << false;
        QTest::newRow("indexed") << true;
    }

    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_ann = m_world->person(u"ann"_s);
        m_bob = m_world->person(u"bob"_s);
        m_open = m_world->makeChannel(m_ann, u"Open"_s);
        m_closed = m_world->makeChannel(m_ann, u"Closed Room"_s, ChannelType::Private);
    }

    void cleanup() { QCOMPARE(m_world->findings(), QStringList()); }

    void wordsAreFound()
    {
        const QString german = u"Die Donaudampfschifffahrtsgesellschaft grüßt"_s;
        const QString spanish = u"El niño pidió una canción mañana"_s;
        const QString chinese = u"我们明天在北京大学见面"_s;
        const QString japanese = u"東京タワーで猫を見た"_s;
        const QString english = u"see https://github.com/plexichat/plexichat 🎉"_s;
        QHash<QString, MessageId> ids;
        for (const QString &content : {german, spanish, chinese, japanese, english})
            ids[content] = post(m_ann, m_open.id, content).id;
        struct Case {
            const char *name;
            QString content;
            QString query;
            bool isFound;
        };
        const QList<Case> cases{
            {"word", german, u"die"_s, true},
            {"middle of a compound", german, u"SCHIFF"_s, true},
            {"end of a compound", german, u"gesellschaft"_s, true},
            {"beginning", german, u"do"_s, true},
            {"umlaut or not", german, u"grusst"_s, true},
            {"sharp s", german, u"GRÜSST"_s, true},
            {"two letters within", german, u"am"_s, false},
            {"only the whole word", german, u"\"schiff\""_s, false},
            {"accents", spanish, u"cancion manana"_s, true},
            {"accents, upper case", spanish, u"CANCIÓN NIÑO"_s, true},
            {"all words", spanish, u"canción ayer"_s, false},
            {"phrase", spanish, u"\"pidió una\""_s, true},
            {"not in this order", spanish, u"\"una pidió\""_s, false},
            {"unwanted", spanish, u"canción -mañana"_s, false},
            {"unwanted part", german, u"die -dampf"_s, false},
            {"unwanted phrase", spanish, u"canción -\"mañana una\""_s, true},
            {"only unwanted", spanish, u"-perro"_s, true},
            {"two characters", chinese, u"北京"_s, true},
            {"across words", chinese, u"在北京大"_s, true},
            {"one character", chinese, u"见"_s, true},
            {"last character", chinese, u"面"_s, true},
            {"not next to each other", chinese, u"北大"_s, false},
            {"kana", japanese, u"タワー"_s, true},
            {"half width", japanese, u"ﾀﾜｰ"_s, true},
            {"kanji and kana", japanese, u"猫を"_s, true},
            {"two words", japanese, u"猫 東京"_s, true},
            {"address", english, u"github.com/plexichat"_s, true},
            {"emoji", english, u"🎉"_s, true},
            {"nothing to look for", spanish, u"?!"_s, false},
            {"syntax of SQLite", spanish, u"niño OR perro"_s, false},
            {"a star", spanish, u"canc*"_s, true},
        };
        for (const Case &each : cases) {
            const QList<MessageId> found = idsOf(search(m_bob, each.query));
            QVERIFY2(found.contains(ids[each.content]) == each.isFound, each.name);
            // What these texts have in common is looked for by nobody here, but for what is only unwanted.
            QVERIFY2(found.size() <= 1 || each.query.startsWith(u'-'), each.name);
        }
    }

    void messagesAreFoundByWhatTheyCarry()
    {
        const Message open = carry(m_ann, m_open.id, u"see this"_s, u"The Zanzibar report\non cloves and 東京都"_s);
        const Message closed = carry(m_ann, m_closed.id, u"and that"_s, u"A report on Zanzibar, second part"_s);
        const Message words = post(m_ann, m_open.id, u"the report is about zanzibar"_s);
        QCOMPARE(idsOf(search(m_ann, u"zanzibar report"_s)), (QList{words.id, closed.id, open.id}));
        // Only who may read the message learns of it.
        QCOMPARE(idsOf(search(m_bob, u"zanzibar report"_s)), (QList{words.id, open.id}));
        QCOMPARE(idsOf(search(m_ann, u"\"report on zanzibar\""_s)), QList{closed.id});
        QCOMPARE(idsOf(search(m_bob, u"clov"_s)), QList{open.id});
        QCOMPARE(idsOf(search(m_bob, u"京都"_s)), QList{open.id});
        QCOMPARE(idsOf(search(m_ann, u"zanzibar has:file -that"_s)), QList{open.id});
        QCOMPARE(idsOf(search(m_ann, u"zanzibar in:open has:file"_s)), QList{open.id});
        QCOMPARE(idsOf(search(m_ann, u"zanzibar from:bob"_s)), QList<MessageId>());
        QCOMPARE(idsOf(search(m_ann, u"zanzibar before:%1"_s.arg(closed.id.toString()))), QList{open.id});
        const SearchPage best = search(m_ann, u"zanzibar"_s, SearchOrder::Relevance);
        QCOMPARE(idsOf(best), (QList{words.id, closed.id, open.id}));
        QCOMPARE(best.messages[1].highlights, QList<Highlight>());
        QCOMPARE(best.messages[1].snippet, u"and that"_s);
        m_world->await(m_world->messages->remove(m_ann, open.id));
        QCOMPARE(idsOf(search(m_bob, u"zanzibar"_s)), QList{words.id});
    }

    void whatIsInfectedIsNotSearched()
    {
        const QString text = u"Zanzibar"_s;
        const Message message = carry(m_ann, m_open.id, u"see this"_s, text);
        QVERIFY(m_world->database().writeAndWait([&](store::WriteTransaction &transaction) {
            return store::blobs::setScanned(transaction.connection(), digestOf(text), protocol::ScanStatus::Infected,
                                            std::nullopt, Timestamp::now());
        }));
        QCOMPARE(idsOf(search(m_bob, u"zanzibar"_s)), QList<MessageId>());
        QCOMPARE(idsOf(search(m_bob, u"see this"_s)), QList{message.id});
    }

    void whatIsChangedIsFoundAsItIs()
    {
        const Message message = post(m_ann, m_open.id, u"the first saying"_s);
        const Message reply = post(m_ann, m_open.id, u"an answer to the saying"_s, message.id);
        QCOMPARE(idsOf(search(m_ann, u"saying"_s)), (QList{reply.id, message.id}));
        m_world->await(m_world->messages->edit(m_ann, message.id, {.content = u"the second utterance"_s}));
        QCOMPARE(idsOf(search(m_ann, u"saying"_s)), QList{reply.id});
        QCOMPARE(idsOf(search(m_ann, u"utter"_s)), QList{message.id});
        m_world->await(m_world->messages->remove(m_ann, reply.id));
        QVERIFY(search(m_ann, u"saying"_s).messages.isEmpty());
        m_world->await(m_world->messages->remove(m_ann, message.id));
        QVERIFY(search(m_ann, u"utterance"_s).messages.isEmpty());
        QVERIFY(search(m_ann, u"-nothing"_s).messages.isEmpty());
    }

    void whatMayNotBeReadIsNotThere()
    {
        const Message secret = post(m_ann, m_closed.id, u"the merger with umbrella"_s);
        const Message rumour = post(m_ann, m_open.id, u"rumours of a merger"_s);
        QCOMPARE(idsOf(search(m_ann, u"merger"_s)), (QList{rumour.id, secret.id}));
        const auto admin = m_world->person(u"root"_s, {u"admin"_s});
        for (const auto &stranger : {m_bob, admin}) {
            for (const SearchOrder order : {SearchOrder::Date, SearchOrder::Relevance}) {
                const SearchPage page = search(stranger, u"merger"_s, order);
                QCOMPARE(idsOf(page), QList{rumour.id});
                QCOMPARE(page.totalCount, 1);
            }
            for (const QString &query :
                 {u"umbrella"_s, u"umbr"_s, u"-rumours"_s, u"in:\"Closed Room\""_s, u"in:"_s + m_closed.id.toString(),
                  u"from:ann -in:open"_s, u"\"the merger\""_s}) {
                const SearchPage page = search(stranger, query);
                QVERIFY2(page.messages.isEmpty(), qPrintable(query));
                QCOMPARE(page.totalCount, 0);
            }
            QCOMPARE(refusal(stranger, {.query = u"x"_s, .channel = m_closed.id.toString()}), ErrorCode::NotFound);
            QCOMPARE(refusal(stranger, {.query = u"x"_s, .channel = u"nowhere"_s}), ErrorCode::NotFound);
        }

        // Membership is what counts at the moment of the search.
        m_world->await(m_world->members->add(m_ann, m_closed.id.toString(), {m_bob.userId}));
        QCOMPARE(idsOf(search(m_bob, u"umbr"_s)), QList{secret.id});
        QCOMPARE(idsOf(search(m_bob, u"in:\"closed room\""_s)), QList{secret.id});
        m_world->await(m_world->members->remove(m_ann, m_closed.id.toString(), m_bob.userId));
        QVERIFY(search(m_bob, u"umbr"_s).messages.isEmpty());
    }

    void archivedChannelsAreSearchedAndDeletedOnesNot()
    {
        const Message message = post(m_ann, m_open.id, u"once upon a time"_s);
        const Message secret = post(m_ann, m_closed.id, u"once in secret"_s);
        m_world->await(m_world->channels->setArchived(m_ann, m_open.id.toString(), true));
        QCOMPARE(idsOf(search(m_bob, u"once"_s)), QList{message.id});
        m_world->await(m_world->channels->remove(m_ann, m_open.id.toString()));
        QCOMPARE(idsOf(search(m_ann, u"once"_s)), QList{secret.id});
        m_world->await(m_world->channels->remove(m_ann, m_closed.id.toString()));
        QVERIFY(search(m_ann, u"once"_s).messages.isEmpty());
    }

    void filtersNarrow()
    {
        m_world->await(m_world->members->join(m_bob, m_open.id.toString()));
        post(m_ann, m_open.id, u"first link http://a.example"_s);
        post(m_bob, m_open.id, u"second word"_s);
        post(m_bob, m_open.id, u"third link https://b.example"_s);
        post(m_ann, m_closed.id, u"fourth word"_s);
        struct Case {
            QString query;
            /** By their first words. */
            QString found;
        };
        const QList<Case> cases{
            {u"from:bob"_s, u"third second"_s},
            {u"from:@BOB second"_s, u"second"_s},
            {u"from:me"_s, u"fourth first"_s},
            {u"from:ann from:bob link"_s, u"third first"_s},
            {u"from:nobody"_s, u""_s},
            {u"from:nobody from:bob second"_s, u"second"_s},
            {u"-from:bob"_s, u"fourth first"_s},
            {u"in:#open"_s, u"third second first"_s},
            {u"in:\"Closed Room\""_s, u"fourth"_s},
            {u"-in:open"_s, u"fourth"_s},
            {u"in:nowhere"_s, u""_s},
            {u"has:link"_s, u"third first"_s},
            {u"-has:link"_s, u"fourth second"_s},
            {u"has:file"_s, u""_s},
            {u"before:2020"_s, u""_s},
            {u"after:2020 second"_s, u"second"_s},
            {u"in:open from:bob has:link -second third"_s, u"third"_s},
        };
        for (const Case &each : cases) {
            QStringList found;
            for (const auto &message : search(m_ann, each.query).messages)
                found.append(message.message.content.section(u' ', 0, 0));
            QVERIFY2(found.join(u' ') == each.found, qPrintable(each.query));
        }
    }

    void parametersNarrowToo()
    {
        m_world->await(m_world->members->join(m_bob, m_open.id.toString()));
        const Message first = post(m_ann, m_open.id, u"tea http://a.example"_s);
        const Message second = post(m_bob, m_open.id, u"tea"_s);
        const Message third = post(m_ann, m_closed.id, u"tea"_s);
        const auto found = [&](const SearchRequest &request) {
            return idsOf(run(m_ann, request));
        };
        QCOMPARE(found({.query = u"tea"_s, .channel = u"open"_s}), (QList{second.id, first.id}));
        QCOMPARE(found({.query = u"tea"_s, .author = u"ann"_s}), (QList{third.id, first.id}));
        QCOMPARE(found({.query = u"tea from:bob"_s, .author = u"ann"_s}), QList<MessageId>());
        QCOMPARE(found({.query = u"tea in:open"_s, .channel = m_closed.id.toString()}), QList<MessageId>());
        QCOMPARE(found({.query = u"tea"_s, .possessions = {search::Thing::Link}}), QList{first.id});
        QCOMPARE(found({.query = u"tea"_s, .before = search::Position(third.id)}), (QList{second.id, first.id}));
        QCOMPARE(found({.query = u"tea"_s, .after = search::Position(first.id)}), (QList{third.id, second.id}));
        QCOMPARE(found({.query = u"tea before:"_s + third.id.toString(), .after = search::Position(first.id)}),
                 QList{second.id});
        QCOMPARE(found({.query = u"tea"_s, .before = search::Position(second.createdAt)}), QList{first.id});
        QCOMPARE(found({.query = u"tea"_s, .after = search::Position(second.createdAt)}), (QList{third.id, second.id}));
    }

    void highlightsTellWhereItIs()
    {
        post(m_ann, m_open.id, u"🎉 Größe: Dampfschiff, grosse schiffe"_s);
        const SearchPage page = search(m_ann, u"schiff grösse"_s);
        QCOMPARE(page.messages.size(), 1);
        const QList<Highlight> expected{{.start = 2, .length = 5, .text = u"Größe"_s},
                                        {.start = 14, .length = 6, .text = u"schiff"_s},
                                        {.start = 22, .length = 6, .text = u"grosse"_s},
                                        {.start = 29, .length = 6, .text = u"schiff"_s}};
        QCOMPARE(page.messages.first().highlights, expected);
        QCOMPARE(page.messages.first().snippet, page.messages.first().message.content);
        QCOMPARE(page.messages.first().snippetStart, 0);

        post(m_ann, m_open.id, u"wörd 🎉 "_s.repeated(300) + u"needle"_s);
        const auto found = search(m_ann, u"needle"_s).messages.first();
        const QList<uint> characters = found.message.content.toUcs4();
        QCOMPARE(QString::fromUcs4(reinterpret_cast<const char32_t *>(&characters[found.snippetStart]),
                                   found.snippet.toUcs4().size()),
                 found.snippet);
        QVERIFY(found.snippet.endsWith("needle"_L1));
        QCOMPARE(found.highlights.first().start, characters.size() - 6);
    }

    void pagesFollowEachOther()
    {
        QList<MessageId> all;
        for (int i = 0; i < 23; ++i)
            all.prepend(post(m_ann, m_open.id, u"number %1"_s.arg(i)).id);
        QList<MessageId> byCursor;
        SearchRequest request{.query = u"number"_s, .limit = 5};
        SearchPage page;
        do {
            page = run(m_ann, request);
            byCursor += idsOf(page);
            if (page.nextCursor)
                request.before = *page.nextCursor;
        } while (page.hasMore);
        QCOMPARE(byCursor, all);
        QVERIFY(!page.nextCursor);
        for (const SearchOrder order : {SearchOrder::Date, SearchOrder::Relevance}) {
            QList<MessageId> byPage;
            request = {.query = u"number"_s, .order = order, .limit = 5};
            for (request.page = 1; request.page <= 5; ++request.page) {
                page = run(m_ann, request);
                QCOMPARE(page.totalCount, 23);
                QCOMPARE(page.hasMore, request.page < 5);
                byPage += idsOf(page);
            }
            QCOMPARE(byPage, all);
            QVERIFY(run(m_ann, request).messages.isEmpty());
        }
        QVERIFY(run(m_ann, {.query = u"number"_s, .page = 201, .limit = 5}).messages.isEmpty());
    }

    void theBestComesFirst()
    {
        const Message whole = post(m_ann, m_open.id, u"one cat"_s);
        const Message twice = post(m_ann, m_open.id, u"cat and cat"_s);
        const Message beginning = post(m_ann, m_open.id, u"a catalogue"_s);
        const Message within = post(m_ann, m_open.id, u"relocate it"_s);
        QCOMPARE(idsOf(search(m_ann, u"cat"_s, SearchOrder::Relevance)),
                 (QList{twice.id, whole.id, beginning.id, within.id}));
        // What others say where one may not read changes nothing of it.
        for (int i = 0; i < 30; ++i)
            post(m_ann, m_closed.id, u"cat catalogue relocate %1"_s.arg(i));
        QCOMPARE(idsOf(search(m_bob, u"cat"_s, SearchOrder::Relevance)),
                 (QList{twice.id, whole.id, beginning.id, within.id}));
    }

    void theAnswerReadsBack()
    {
        post(m_ann, m_open.id, u"hello there"_s);
        const SearchPage page = search(m_ann, u"hell"_s, SearchOrder::Relevance);
        const auto json = protocol::parseObject(page.toJson());
        QVERIFY(json);
        const auto read = SearchPage::fromJson(*json);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->toJson(), page.toJson());
        QCOMPARE(read->messages.size(), 1);
    }

    /** Random texts and queries: what is found is what a walk over all messages finds, and who may not read finds nothing. */
    void findsWhatIsThere()
    {
        QRandomGenerator random(23);
        const QStringList syllables{u"ber"_s, u"lin"_s, u"Schiff"_s, u"fahrt"_s, u"é"_s, u"ñ"_s, u"北"_s, u"京"_s,
                                    u"東"_s,  u" "_s,   u" "_s,      u"-"_s,     u"a"_s, u"ß"_s, u"한"_s, u"🎉"_s};
        const auto text = [&](int length) {
            QString made;
            for (int i = 0; i < length; ++i)
                made += syllables[random.bounded(syllables.size())];
            return made.trimmed().isEmpty() ? u"x"_s : made;
        };
        QList<Message> open;
        QList<Message> closed;
        for (int i = 0; i < 60; ++i) {
            open.prepend(post(m_ann, m_open.id, text(12)));
            closed.prepend(post(m_ann, m_closed.id, text(12)));
        }
        for (int round = 0; round < 120; ++round) {
            QString query = text(3).remove(u'-');
            const auto mode = round % 3 == 0 ? search::Pattern::Mode::Exact : search::Pattern::Mode::Loose;
            const auto pattern = search::Pattern::fromText(query.remove(u' '), mode);
            QList<MessageId> expected;
            for (const Message &message : std::as_const(open)) {
                if (pattern && pattern->find(search::termsOf(message.content)).best != search::Closeness::None)
                    expected.append(message.id);
            }
            if (mode == search::Pattern::Mode::Exact)
                query = u'"' + query + u'"';
            QCOMPARE(idsOf(search(m_bob, query)), expected);
        }
    }

private:
    Message post(const security::Principal &author, ChannelId channel, const QString &content,
                 std::optional<MessageId> thread = {})
    {
        QFETCH_GLOBAL(bool, isIndexed);
        Message message = m_world->post(author, channel, content, thread);
        if (isIndexed)
            m_world->indexMessages();
        return message;
    }

    static QByteArray digestOf(const QString &text)
    {
        return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    }

    /** Posts @p content with a file in which the words of @p text are. */
    Message carry(const security::Principal &author, ChannelId channel, const QString &content, const QString &text)
    {
        QFETCH_GLOBAL(bool, isIndexed);
        store::Database &database = m_world->database();
        const protocol::File file{.id = database.ids().next<FileId>(),
                                  .filename = u"a.txt"_s,
                                  .originalFilename = u"a.txt"_s,
                                  .size = text.size(),
                                  .contentType = u"text/plain"_s,
                                  .uploadedBy = author.userId,
                                  .uploadedAt = Timestamp::now()};
        const auto stored = database.writeAndWait([&](store::WriteTransaction &transaction) -> Result<> {
            store::Connection &connection = transaction.connection();
            auto kept = store::blobs::add(connection, digestOf(text), text.size(), protocol::ScanStatus::NotScanned);
            if (kept)
                kept = store::files::insert(connection, file, digestOf(text));
            if (kept)
                kept = store::blobs::setExamined(connection, digestOf(text), {}, text, Timestamp::now());
            return kept;
        });
        if (!stored || !services::FileTextIndexer(database).indexRest([] { return false; }))
            qFatal("the file could not be kept");
        protocol::NewMessage draft = ConversationWorld::draft(channel, content);
        draft.attachments = {file.id};
        Message message = m_world->await(m_world->messages->send(author, draft)).message;
        if (isIndexed)
            m_world->indexMessages();
        return message;
    }

    SearchPage run(const security::Principal &person, const SearchRequest &request)
    {
        return m_world->await(m_world->search->search(person, request));
    }

    SearchPage search(const security::Principal &person, const QString &query, SearchOrder order = SearchOrder::Date)
    {
        return run(person, {.query = query, .order = order});
    }

    std::optional<ErrorCode> refusal(const security::Principal &person, const SearchRequest &request)
    {
        return m_world->refusal(m_world->search->search(person, request));
    }

    static QList<MessageId> idsOf(const SearchPage &page)
    {
        QList<MessageId> ids;
        for (const auto &found : page.messages)
            ids.append(found.message.id);
        return ids;
    }

    std::unique_ptr<ConversationWorld> m_world;
    security::Principal m_ann;
    security::Principal m_bob;
    Channel m_open;
    Channel m_closed;
};

QTEST_GUILESS_MAIN(SearchServiceTest)
#include "search_service_test.moc"
