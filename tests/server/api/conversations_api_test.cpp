// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/channels_api.h"
#include "server/api/members_api.h"
#include "server/api/messages_api.h"
#include "server/http/http_service.h"
#include "tests/support/conversation_world.h"
#include "tests/support/rest_client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

namespace {

/** The access token of each person is their name; "reader" is ann with an API key that may only read. */
class NamesAsTokens final : public security::Authenticator
{
public:
    void add(const QString &token, const security::Principal &principal) { m_people.insert(token, principal); }

    Result<security::Principal> authenticate(const security::Credential &credential) override
    {
        const auto found = m_people.constFind(credential.secret);
        if (found == m_people.cend())
            return fail({.code = ErrorCode::InvalidToken, .message = u"Unknown"_s});
        return *found;
    }
    Result<> requireRecentProof(const security::Principal & /*caller*/) override { return {}; }

private:
    QHash<QString, security::Principal> m_people;
};

QJsonArray list(const Answer &answer, QLatin1StringView name)
{
    return answer.json.value(name).toArray();
}

QJsonObject pagination(const Answer &answer)
{
    return answer.json.value("pagination"_L1).toObject();
}

QString faultyField(const Answer &answer)
{
    return answer.json.value("error"_L1)["details"_L1]["field"_L1].toString();
}

const QString kChannels = u"/api/v1/channels"_s;
const QString kMessages = u"/api/v1/messages"_s;

} // namespace

/** Channels, members and messages over HTTP: statuses, shapes and refusals, as the contract has them. */
class ConversationsApiTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ConversationWorld>();
        m_tokens = std::make_unique<NamesAsTokens>();
        m_annPrincipal = m_world->person(u"ann"_s);
        m_bobPrincipal = m_world->person(u"bob"_s);
        m_tokens->add(u"ann"_s, m_annPrincipal);
        m_tokens->add(u"bob"_s, m_bobPrincipal);
        security::Principal reader = m_annPrincipal;
        reader.mayWrite = false;
        m_tokens->add(u"reader"_s, reader);

        m_router = std::make_unique<http::Router>(http::Router::Options{
            .authenticator = m_tokens.get(), .rateLimiter = nullptr, .log = nullptr, .originPolicy = {}});
        m_channelsApi = std::make_unique<api::ChannelsApi>(*m_world->channels);
        m_membersApi = std::make_unique<api::MembersApi>(*m_world->members, *m_world->readMarkers);
        m_messagesApi = std::make_unique<api::MessagesApi>(*m_world->messages, m_links);
        m_channelsApi->addRoutes(*m_router);
        m_membersApi->addRoutes(*m_router);
        m_messagesApi->addRoutes(*m_router);
        http::HttpService::Options options;
        options.loops = 1;
        m_service = std::make_unique<http::HttpService>(options, *m_router, nullptr);
        const auto port = m_service->start();
        QVERIFY(port);
        m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(*port));
        m_ann = client(u"ann"_s);
        m_bob = client(u"bob"_s);
    }

    void cleanup()
    {
        m_service->stop();
        m_service.reset();
        m_router.reset();
        m_world.reset();
    }

    void channelsAreMadeListedChangedAndDeleted()
    {
        const Answer made = m_ann->post(kChannels, {{"name"_L1, "Release Planning"_L1}, {"type"_L1, "public"_L1}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json.value("slug"_L1).toString(), u"release-planning"_s);
        QCOMPARE(made.json.value("is_member"_L1).toBool(), true);
        QCOMPARE(made.json.value("unread_count"_L1).toInt(-1), 0);
        QCOMPARE(made.json.value("notification_level"_L1).toString(), u"all"_s);
        const QString id = made.json.value("id"_L1).toString();

        for (const QString &name : {id, u"release-planning"_s}) {
            const Answer seen = m_bob->get(kChannels + u'/' + name);
            QCOMPARE(seen.status, 200);
            QCOMPARE(seen.json.value("id"_L1).toString(), id);
            QCOMPARE(seen.json.value("is_member"_L1).toBool(true), false);
        }
        const Answer all = m_bob->get(kChannels + "?limit=1"_L1);
        QCOMPARE(all.status, 200);
        QCOMPARE(list(all, "channels"_L1).size(), 1);
        QCOMPARE(pagination(all).value("total_count"_L1).toInt(), 1);
        QCOMPARE(pagination(all).value("has_more"_L1).toBool(true), false);

        QCOMPARE(m_bob->put(kChannels + u'/' + id, {{"topic"_L1, "x"_L1}}).status, 403);
        const Answer changed = m_ann->put(kChannels + u'/' + id, {{"topic"_L1, "What comes next"_L1}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json.value("topic"_L1).toString(), u"What comes next"_s);
        QCOMPARE(m_ann->post(kChannels, {{"name"_L1, "x"_L1}, {"slug"_L1, "release-planning"_L1}}).status, 409);
        QCOMPARE(m_bob->remove(kChannels + u'/' + id).status, 403);
        QCOMPARE(m_ann->remove(kChannels + u'/' + id).status, 204);
        const Answer gone = m_ann->get(kChannels + u'/' + id);
        QCOMPARE(gone.status, 404);
        QCOMPARE(gone.errorCode(), u"RESOURCE_NOT_FOUND"_s);
    }

    void bodiesAreChecked_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("field");
        const QString members = kChannels + "/room/members"_L1;
        QTest::newRow("no name") << kChannels << QJsonObject{} << u"name"_s;
        QTest::newRow("blank name") << kChannels << QJsonObject{{"name"_L1, "   "_L1}} << u"name"_s;
        QTest::newRow("long name") << kChannels << QJsonObject{{"name"_L1, QString(81, u'x')}} << u"name"_s;
        QTest::newRow("type") << kChannels << QJsonObject{{"name"_L1, "x"_L1}, {"type"_L1, "direct"_L1}} << u"type"_s;
        QTest::newRow("slug") << kChannels << QJsonObject{{"name"_L1, "x"_L1}, {"slug"_L1, "A b"_L1}} << u"slug"_s;
        QTest::newRow("nobody") << members << QJsonObject{{"user_ids"_L1, QJsonArray()}} << u"user_ids"_s;
        QTest::newRow("no id") << members << QJsonObject{{"user_ids"_L1, QJsonArray{"bob"_L1}}} << u"user_ids"_s;
        QTest::newRow("not strings") << members << QJsonObject{{"user_ids"_L1, QJsonArray{1}}} << u"user_ids.0"_s;
        QTest::newRow("no channel") << kMessages << QJsonObject{{"content"_L1, "x"_L1}} << u"channel_id"_s;
        QTest::newRow("no content") << kMessages << QJsonObject{{"channel_id"_L1, "room"_L1}} << u"content"_s;
        QTest::newRow("empty") << kMessages << QJsonObject{{"channel_id"_L1, "room"_L1}, {"content"_L1, ""_L1}}
                               << u"content"_s;
        QTest::newRow("too long") << kMessages
                                  << QJsonObject{{"channel_id"_L1, "room"_L1}, {"content"_L1, QString(10'001, u'x')}}
                                  << u"content"_s;
    }

    void bodiesAreChecked()
    {
        QFETCH(QString, path);
        QFETCH(QJsonObject, body);
        QFETCH(QString, field);
        makeRoom();
        const Answer answer = m_ann->post(path, body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.errorCode(), u"VALIDATION_ERROR"_s);
        QCOMPARE(faultyField(answer), field);
    }

    void peopleComeAndGo()
    {
        const QString room = kChannels + u'/' + makeRoom();
        QCOMPARE(m_bob->post(room + "/members"_L1, people({m_bobPrincipal.userId})).status, 403);
        const Answer joined = m_bob->post(kChannels + "/room/join"_L1, {});
        QCOMPARE(joined.status, 200);
        QCOMPARE(joined.json.value("member_count"_L1).toInt(), 2);
        const Answer members = m_bob->get(room + "/members"_L1);
        QCOMPARE(list(members, "members"_L1).size(), 2);
        const QJsonObject first = list(members, "members"_L1).first().toObject();
        QCOMPARE(first.value("user_id"_L1).toString(), m_annPrincipal.userId.toString());
        QCOMPARE(first.value("username"_L1).toString(), u"ann"_s);
        QCOMPARE(first.value("role"_L1).toString(), u"owner"_s);
        QCOMPARE(m_bob->put(room + "/notifications"_L1, {{"level"_L1, "none"_L1}}).status, 200);
        QCOMPARE(faultyField(m_bob->put(room + "/notifications"_L1, {{"level"_L1, "some"_L1}})), u"level"_s);
        QCOMPARE(m_bob->post(room + "/leave"_L1, {}).status, 204);

        const Answer added = m_ann->post(room + "/members"_L1, people({m_bobPrincipal.userId}));
        QCOMPARE(added.status, 201);
        QCOMPARE(list(added, "members"_L1).size(), 1);
        QCOMPARE(m_ann->post(room + "/members"_L1, people({UserId(7)})).status, 404);
        const QString bobs = room + "/members/"_L1 + m_bobPrincipal.userId.toString();
        QCOMPARE(m_ann->remove(bobs).status, 204);
        QCOMPARE(m_ann->remove(bobs).status, 404);
        QCOMPARE(m_ann->remove(room + "/members/bob"_L1).status, 404);

        const Answer direct = m_ann->post(kChannels + "/direct"_L1, people({m_bobPrincipal.userId}));
        QCOMPARE(direct.status, 201);
        QCOMPARE(direct.json.value("type"_L1).toString(), u"direct"_s);
        QVERIFY(direct.json.value("slug"_L1).isNull());
        const Answer again = m_bob->post(kChannels + "/direct"_L1, people({m_annPrincipal.userId}));
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json.value("id"_L1), direct.json.value("id"_L1));
    }

    void messagesAreSentReadEditedAndDeleted()
    {
        const QString id = makeRoom();
        QCOMPARE(m_bob->post(kMessages, message(u"let me in"_s)).status, 403);
        QJsonObject body = message(u"Hello"_s);
        body.insert("client_message_id"_L1, "one"_L1);
        const Answer sent = m_ann->post(kMessages, body);
        QCOMPARE(sent.status, 201);
        QCOMPARE(sent.json.value("channel_id"_L1).toString(), id);
        QCOMPARE(sent.json.value("client_message_id"_L1).toString(), u"one"_s);
        const Answer repeated = m_ann->post(kMessages, body);
        QCOMPARE(repeated.status, 200);
        QCOMPARE(repeated.json, sent.json);
        const QString path = kMessages + u'/' + sent.json.value("id"_L1).toString();

        QCOMPARE(m_bob->get(path).json, sent.json);
        QCOMPARE(m_bob->put(path, {{"content"_L1, "mine"_L1}}).status, 403);
        QCOMPARE(faultyField(m_ann->put(path, {})), u"content"_s);
        const Answer edited = m_ann->put(path, {{"content"_L1, "Hello again"_L1}});
        QCOMPARE(edited.status, 200);
        QVERIFY(edited.json.value("is_edited"_L1).toBool());
        QCOMPARE(m_bob->remove(path).status, 403);
        QCOMPARE(m_ann->remove(path).status, 204);
        const Answer tombstone = m_ann->get(path);
        QCOMPARE(tombstone.status, 200);
        QVERIFY(tombstone.json.value("is_deleted"_L1).toBool());
        QCOMPARE(m_ann->put(path, {{"content"_L1, "back"_L1}}).status, 404);
        QCOMPARE(m_ann->get(kMessages + "/msg_7"_L1).status, 404);
        QCOMPARE(m_ann->get(kMessages + "/nonsense"_L1).status, 404);
        QCOMPARE(list(m_ann->get(pagePath({})), "messages"_L1).size(), 0);
        QCOMPARE(list(m_ann->get(pagePath(u"&include_deleted=true"_s)), "messages"_L1).size(), 1);
    }

    void pagesHaveCursors()
    {
        makeRoom();
        QStringList ids;
        for (int i = 0; i < 7; ++i)
            ids.append(m_ann->post(kMessages, message(QString::number(i))).json.value("id"_L1).toString());
        const Answer newest = m_bob->get(pagePath(u"&limit=3"_s));
        QCOMPARE(newest.status, 200);
        QCOMPARE(list(newest, "messages"_L1).first()["id"_L1].toString(), ids[6]);
        QCOMPARE(pagination(newest).value("next_cursor"_L1).toString(), ids[4]);
        QCOMPARE(pagination(newest).value("total_count"_L1).toInt(), 7);
        QVERIFY(!pagination(newest).contains("has_newer"_L1));
        const Answer oldest = m_bob->get(pagePath("&before="_L1 + ids[2]));
        QCOMPARE(list(oldest, "messages"_L1).size(), 2);
        QVERIFY(pagination(oldest).value("next_cursor"_L1).isNull());
        const Answer around = m_bob->get(pagePath("&limit=3&around="_L1 + ids[3]));
        QCOMPARE(list(around, "messages"_L1)[1]["id"_L1].toString(), ids[3]);
        QVERIFY(pagination(around).value("has_newer"_L1).toBool());
        const Answer changes = m_bob->get(pagePath(u"&after_seq=5"_s));
        QCOMPARE(list(changes, "messages"_L1).size(), 2);
        QCOMPARE(pagination(changes).value("next_cursor"_L1).toInt(), 7);
        QCOMPARE(pagination(changes).value("current_seq"_L1).toInt(), 7);

        for (const auto &bad : {u"&limit=0"_s, u"&limit=101"_s, u"&limit=x"_s, u"&before=7"_s, u"&after_seq=-1"_s,
                                QString("&before=%1&after=%1"_L1.arg(ids[0]))})
            QCOMPARE(m_bob->get(pagePath(bad)).status, 422);
        QCOMPARE(faultyField(m_bob->get(kMessages)), u"channel_id"_s);
        QCOMPARE(m_bob->get(kMessages + "?channel_id=nowhere"_L1).status, 404);
    }

    void threadsAreListsOfTheirOwn()
    {
        makeRoom();
        const QString root = m_ann->post(kMessages, message(u"root"_s)).json.value("id"_L1).toString();
        QJsonObject reply = message(u"reply"_s);
        reply.insert("thread_id"_L1, root);
        QCOMPARE(m_ann->post(kMessages, reply).status, 201);
        const Answer thread = m_bob->get(kMessages + u'/' + root + "/thread"_L1);
        QCOMPARE(thread.status, 200);
        QCOMPARE(list(thread, "thread"_L1).size(), 1);
        QCOMPARE(list(thread, "thread"_L1).first()["thread_id"_L1].toString(), root);
        QCOMPARE(pagination(thread).value("total_count"_L1).toInt(), 1);
        QCOMPARE(m_bob->get(kMessages + u'/' + root).json.value("reply_count"_L1).toInt(), 1);
    }

    void readMarkersMove()
    {
        const QString room = kChannels + u'/' + makeRoom();
        QCOMPARE(m_bob->post(room + "/join"_L1, {}).status, 200);
        const QString id = m_ann->post(kMessages, message(u"@bob hello"_s)).json.value("id"_L1).toString();
        const Answer unread = m_bob->get(room);
        QCOMPARE(unread.json.value("unread_count"_L1).toInt(), 1);
        QCOMPARE(unread.json.value("mention_count"_L1).toInt(), 1);
        const Answer read = m_bob->put(room + "/read"_L1, {{"message_id"_L1, id}});
        QCOMPARE(read.status, 200);
        QCOMPARE(read.json.value("unread_count"_L1).toInt(-1), 0);
        QCOMPARE(read.json.value("last_read_message_id"_L1).toString(), id);
        QCOMPARE(m_bob->put(room + "/read"_L1, {{"message_id"_L1, "msg_7"_L1}}).status, 404);
        QCOMPARE(faultyField(m_bob->put(room + "/read"_L1, {})), u"message_id"_s);
    }

    void readersChangeNothing()
    {
        const QString room = kChannels + u'/' + makeRoom();
        const QString id = m_ann->post(kMessages, message(u"hello"_s)).json.value("id"_L1).toString();
        const auto reader = client(u"reader"_s);
        QCOMPARE(reader->get(room).status, 200);
        QCOMPARE(reader->get(pagePath({})).status, 200);
        int routes = 0;
        for (const http::Route &route : m_router->routes()) {
            QCOMPARE(route.changes, route.method != http::Method::Get);
            QCOMPARE(route.access, http::Access::Authenticated);
            if (!route.changes)
                continue;
            QString path = route.pattern;
            path.replace("{channel_id}"_L1, "room"_L1)
                .replace("{message_id}"_L1, id)
                .replace("{user_id}"_L1, "user_7"_L1);
            QCOMPARE(reader->send(http::methodName(route.method).data(), path).status, 403);
            ++routes;
        }
        QCOMPARE(routes, 17);
        QCOMPARE(m_ann->get(kMessages + u'/' + id).json.value("content"_L1).toString(), u"hello"_s);
    }

private:
    std::unique_ptr<RestClient> client(const QString &token)
    {
        auto client = std::make_unique<RestClient>(m_url);
        client->setAccessToken(token);
        return client;
    }

    /** ann's public channel "room"; its id. */
    QString makeRoom() { return m_ann->post(kChannels, {{"name"_L1, "Room"_L1}}).json.value("id"_L1).toString(); }

    static QJsonObject message(const QString &content)
    {
        return {{"channel_id"_L1, "room"_L1}, {"content"_L1, content}};
    }
    static QJsonObject people(const QList<UserId> &ids) { return protocol::PeopleList{.userIds = ids}.toJson(); }
    static QString pagePath(const QString &more) { return kMessages + "?channel_id=room"_L1 + more; }

    std::unique_ptr<ConversationWorld> m_world;
    std::unique_ptr<NamesAsTokens> m_tokens;
    const services::FileLinks m_links{security::KeyRing(), QUrl()};
    std::unique_ptr<api::ChannelsApi> m_channelsApi;
    std::unique_ptr<api::MembersApi> m_membersApi;
    std::unique_ptr<api::MessagesApi> m_messagesApi;
    std::unique_ptr<http::Router> m_router;
    std::unique_ptr<http::HttpService> m_service;
    std::unique_ptr<RestClient> m_ann;
    std::unique_ptr<RestClient> m_bob;
    security::Principal m_annPrincipal;
    security::Principal m_bobPrincipal;
    QUrl m_url;
};

QTEST_GUILESS_MAIN(ConversationsApiTest)
#include "conversations_api_test.moc"
