// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/docs/openapi_document.h"
#include "tests/support/rest_client.h"
#include "tests/support/socket_client.h"
#include "tests/support/whole_server.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::test {

using http::Method;
using http::Route;

namespace {

constexpr auto kSecret = "the secret of the hidden channel"_L1;

/** Names that a request uses for what is hidden, or for what is not there at all. */
struct Names {
    QString channel;
    QString message;
};

const Names kUnknown{.channel = u"channel_99"_s, .message = u"msg_99"_s};

QString nameOf(const Route &route)
{
    return http::methodName(route.method) + u' ' + route.pattern;
}

bool hasField(const Route &route, QLatin1StringView name)
{
    for (const http::BodyForm &form : route.operation.body) {
        // A form of files is asked in files_api_test.
        if (form.contentType == "application/json"_L1
            && form.schema.json().value("properties"_L1).toObject().contains(name))
            return true;
    }
    return false;
}

bool hasParameter(const Route &route, QLatin1StringView name)
{
    return std::ranges::contains(route.operation.query, name, &http::QueryParameter::name);
}

/** Whether the route does something with one channel or one message that the request names. */
bool namesThem(const Route &route)
{
    const bool inPath = route.pattern.contains("{channel_id}"_L1) || route.pattern.contains("{message_id}"_L1);
    return inPath || hasParameter(route, "channel_id"_L1) || hasField(route, "channel_id"_L1);
}

QString pathOf(const Route &route, const Names &names)
{
    QString path = route.pattern;
    path.replace("{channel_id}"_L1, names.channel)
        .replace("{message_id}"_L1, names.message)
        .replace("{user_id}"_L1, "user_123"_L1)
        .replace("{emoji}"_L1, ":tada:"_L1);
    if (hasParameter(route, "channel_id"_L1))
        path += "?channel_id="_L1 + names.channel;
    // What a new route needs beside these is to be added: else it answers 422 here, which is a failure.
    if (hasParameter(route, "q"_L1))
        path += "&q=secret"_L1;
    return path;
}

/** Well-formed for every route: what a body does not know, it does not look at. */
QJsonObject bodyFor(const Names &names)
{
    return {{"channel_id"_L1, names.channel},
            {"message_id"_L1, names.message},
            {"content"_L1, "x"_L1},
            {"text"_L1, "/shrug"_L1},
            {"send_at"_L1, Timestamp::now().plusSeconds(3600).toIso()},
            {"name"_L1, "x"_L1},
            {"level"_L1, "all"_L1},
            {"role"_L1, "member"_L1},
            {"position"_L1, 0},
            {"days"_L1, 7},
            {"url"_L1, "https://example.com/hook"_L1},
            {"events"_L1, QJsonArray{"message"_L1}},
            {"user_ids"_L1, QJsonArray{"user_123"_L1}}};
}

/** An answer without what differs from one request to the next. */
QJsonObject comparable(const Answer &answer)
{
    QJsonObject error = answer.json.value("error"_L1).toObject();
    error.remove("request_id"_L1);
    error.remove("timestamp"_L1);
    return {{"status"_L1, answer.status}, {"error"_L1, error}};
}

} // namespace

/**
 * A private channel, asked for by an admin who is not in it, by every route of the table that takes a channel or a message:
 * the answer is 404, and the same to the letter as for what does not exist.
 */
class HiddenChannelsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_john = std::make_unique<RestClient>(m_server.url());
        m_admin = std::make_unique<RestClient>(m_server.url());
        QCOMPARE(m_john->signIn(u"john"_s, u"john12345"_s).status, 200);
        QCOMPARE(m_admin->signIn(u"admin"_s, u"admin123"_s).status, 200);
        const Answer made = m_john->post(u"/api/v1/channels"_s, {{"name"_L1, kSecretName}, {"type"_L1, "private"_L1}});
        QCOMPARE(made.status, 201);
        m_hidden.channel = made.json.value("id"_L1).toString();
        m_hidden.message = post({}).json.value("id"_L1).toString();
        QCOMPARE(post(m_hidden.message).status, 201);
        const QString message = "/api/v1/messages/"_L1 + m_hidden.message;
        QCOMPARE(m_john->put(message, {{"content"_L1, kSecret}}).status, 200);
        QCOMPARE(m_john->put(message + "/reactions/:tada:"_L1, {}).status, 200);
        QCOMPARE(m_john->put(message + "/pin"_L1, {}).status, 200);
        QCOMPARE(m_john->put(message + "/bookmark"_L1, {}).status, 200);
        m_before = everything();
        QVERIFY(m_before.contains(QByteArrayView(kSecret)));
    }

    /** Else the walk would find nothing because it asks for nothing. */
    void theWalkIsLong()
    {
        qsizetype found = 0;
        for (const Route &route : m_server.routes())
            found += namesThem(route);
        QVERIFY2(found >= 30, qPrintable(QString::number(found)));
    }

    void everyRouteAnswersAsIfItWereNotThere_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; const Route &route : m_server.routes()) {
            // What administrators may know of channels they are not in is the contract's section 3.
            if (namesThem(route) && !route.pattern.startsWith("/api/v1/admin/"_L1))
                QTest::newRow(qPrintable(nameOf(route))) << i;
            ++i;
        }
    }

    void everyRouteAnswersAsIfItWereNotThere()
    {
        QFETCH(const int, index);
        const Route &route = m_server.routes()[static_cast<std::size_t>(index)];
        const QByteArray method = http::methodName(route.method).toString().toLatin1();
        const Answer hidden = m_admin->send(method, pathOf(route, m_hidden), bodyFor(m_hidden));
        const Answer unknown = m_admin->send(method, pathOf(route, kUnknown), bodyFor(kUnknown));
        QVERIFY2(hidden.status == 404, hidden.body.constData());
        QCOMPARE(comparable(hidden), comparable(unknown));
        // A hidden thing beside one that is to be seen stays hidden.
        const Names seenMessage{.channel = m_hidden.channel, .message = u"msg_123"_s};
        if (route.pattern.contains("{channel_id}"_L1)) {
            const Answer mixed = m_admin->send(method, pathOf(route, seenMessage), bodyFor(seenMessage));
            QVERIFY2(mixed.status == 404, mixed.body.constData());
        }
    }

    /** Lists and feeds of one's own, which take no name of a channel. */
    void noListShowsIt_data()
    {
        QTest::addColumn<QString>("path");
        for (const Route &route : m_server.routes()) {
            const bool isOpen = route.method == Method::Get && !route.pattern.contains(u'{');
            // What administrators may know of channels they are not in is the contract's section 3.
            if (isOpen && !route.pattern.startsWith("/api/v1/admin/"_L1))
                QTest::newRow(qPrintable(nameOf(route))) << route.pattern;
        }
    }

    void noListShowsIt()
    {
        QFETCH(const QString, path);
        const Answer answer = m_admin->get(path);
        QVERIFY(!answer.body.contains(m_hidden.channel.toLatin1()));
        QVERIFY(!answer.body.contains(m_hidden.message.toLatin1()));
        QVERIFY(!answer.body.contains(QByteArrayView(kSecret)));
    }

    void referencesDoNotReachIt()
    {
        const QJsonObject message{{"channel_id"_L1, "general"_L1}, {"content"_L1, "x"_L1}};
        for (const auto field : {"reply_to"_L1, "thread_id"_L1}) {
            QJsonObject body = message;
            body.insert(field, m_hidden.message);
            const Answer hidden = m_admin->post(u"/api/v1/messages"_s, body);
            body.insert(field, kUnknown.message);
            QCOMPARE(hidden.status, 404);
            QCOMPARE(comparable(hidden), comparable(m_admin->post(u"/api/v1/messages"_s, body)));
        }
        const QJsonObject marker{{"message_id"_L1, m_hidden.message}};
        for (const auto place : {"/read"_L1, "/unread"_L1})
            QCOMPARE(m_admin->put("/api/v1/channels/general"_L1 + place, marker).status, 404);
        const QString around = u"/api/v1/messages?channel_id=general&around="_s;
        QCOMPARE(comparable(m_admin->get(around + m_hidden.message)),
                 comparable(m_admin->get(around + kUnknown.message)));

        const Answer sync = m_admin->post(u"/api/v1/sync"_s,
                                          {{"channels"_L1, QJsonObject{{m_hidden.channel, 0}, {kUnknown.channel, 0}}}});
        QCOMPARE(sync.status, 200);
        QCOMPARE(sync.json.value("gone"_L1).toArray().size(), 2);
        QVERIFY(!sync.body.contains(QByteArrayView(kSecret)));
    }

    void framesDoNotReachIt()
    {
        SocketClient admin;
        QUrl url = m_server.url();
        url.setScheme(u"ws"_s);
        url.setPath(u"/ws"_s);
        QVERIFY(admin.signIn(url, m_admin->accessToken()));
        const auto subscribe = [&](const QString &channel) {
            admin.send({{"type"_L1, "subscribe"_L1}, {"channels"_L1, QJsonArray{channel}}});
            return admin.next(u"subscribed"_s).value("data"_L1)["denied"_L1].toArray();
        };
        QCOMPARE(subscribe(m_hidden.channel), QJsonArray{m_hidden.channel});
        QCOMPARE(subscribe(kUnknown.channel), QJsonArray{kUnknown.channel});
        for (const auto type : {"send_message"_L1, "typing_start"_L1}) {
            QList<QJsonObject> errors;
            for (const QString &channel : {m_hidden.channel, kUnknown.channel}) {
                const QJsonObject data{{"channel_id"_L1, channel}, {"content"_L1, "x"_L1}};
                admin.send({{"type"_L1, type}, {"data"_L1, data}});
                errors.append(admin.next(u"error"_s));
            }
            QCOMPARE(errors[0].value("data"_L1)["code"_L1].toString(), u"RESOURCE_NOT_FOUND"_s);
            QCOMPARE(errors[0], errors[1]);
        }
        QCOMPARE(post({}).status, 201);
        admin.send({{"type"_L1, "ping"_L1}});
        QVERIFY(!admin.next(u"pong"_s).isEmpty());
        QVERIFY(admin.all(u"message"_s).isEmpty());
        m_before = everything();
    }

    void cleanupTestCase()
    {
        // Nothing that was asked did anything.
        QCOMPARE(everything(), m_before);
    }

private:
    static constexpr auto kSecretName = "Hidden"_L1;

    Answer post(const QString &thread)
    {
        QJsonObject body{{"channel_id"_L1, m_hidden.channel}, {"content"_L1, kSecret}};
        if (!thread.isEmpty())
            body.insert("thread_id"_L1, thread);
        return m_john->post(u"/api/v1/messages"_s, body);
    }

    /** The channel as its owner sees it, with all that is in it. */
    QByteArray everything()
    {
        const QString channel = "/api/v1/channels/"_L1 + m_hidden.channel;
        return m_john->get(channel).body + m_john->get(channel + "/members"_L1).body
            + m_john->get("/api/v1/messages?after_seq=0&channel_id="_L1 + m_hidden.channel).body;
    }

    WholeServer m_server;
    std::unique_ptr<RestClient> m_john;
    std::unique_ptr<RestClient> m_admin;
    Names m_hidden;
    QByteArray m_before;
};

} // namespace plexi::test

QTEST_GUILESS_MAIN(plexi::test::HiddenChannelsTest)
#include "hidden_channels_test.moc"
