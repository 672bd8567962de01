// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/key_ring.h"
#include "server/services/audit_service.h"
#include "server/store/consistency.h"
#include "tests/support/rest_client.h"
#include "tests/support/socket_client.h"
#include "tests/support/whole_server.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;

/** The endpoints of accounts over loopback, against the whole server. */
class AccountsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_server = std::make_unique<WholeServer>(); }
    void cleanup() { m_server.reset(); }

    void revokedSessionsCloseTheirSocketsAtOnce()
    {
        RestClient phone = john();
        RestClient laptop = john();
        SocketClient phoneSocket;
        QVERIFY(phoneSocket.signIn(webSocketUrl(), phone.accessToken()));
        SocketClient laptopSocket;
        QVERIFY(laptopSocket.signIn(webSocketUrl(), laptop.accessToken()));

        const Answer list = laptop.get(u"/api/v1/auth/sessions"_s);
        QCOMPARE(list.status, 200);
        const QJsonArray sessions = list.json["sessions"_L1].toArray();
        QCOMPARE(sessions.size(), 2);
        QCOMPARE(list.json["pagination"_L1]["total_count"_L1].toInt(), 2);
        QString phoneId;
        for (const auto &session : sessions) {
            QCOMPARE(session["address"_L1].toString(), u"127.0.0.1"_s);
            if (!session["is_current"_L1].toBool())
                phoneId = session["id"_L1].toString();
        }
        QVERIFY(phoneId.startsWith("session_"_L1));

        QCOMPARE(laptop.remove(u"/api/v1/auth/sessions/"_s + phoneId).status, 204);
        QVERIFY(phoneSocket.waitForClose());
        QCOMPARE(phoneSocket.closeCode(), 4401);
        QCOMPARE(phoneSocket.all(u"error"_s).size(), 1);
        QCOMPARE(phone.get(u"/api/v1/users/me"_s).errorCode(), u"INVALID_TOKEN"_s);
        QCOMPARE(laptop.remove(u"/api/v1/auth/sessions/"_s + phoneId).status, 404);
        QCOMPARE(laptop.remove(u"/api/v1/auth/sessions/session_1"_s).status, 404);
        // The other one lives on.
        laptopSocket.send({{"type"_L1, "ping"_L1}});
        QVERIFY(!laptopSocket.next(u"pong"_s).isEmpty());
    }

    void aNewPasswordShutsOutTheOtherDevices()
    {
        RestClient thief = john();
        SocketClient thiefSocket;
        QVERIFY(thiefSocket.signIn(webSocketUrl(), thief.accessToken()));
        RestClient owner = john();
        SocketClient ownerSocket;
        QVERIFY(ownerSocket.signIn(webSocketUrl(), owner.accessToken()));
        const auto change = [&](const QString &current, const QString &next) {
            return owner.post(u"/api/v1/auth/password"_s,
                              {{"current_password"_L1, current}, {"new_password"_L1, next}});
        };
        QCOMPARE(change(u"wrong"_s, u"another-long-one"_s).errorCode(), u"INVALID_CREDENTIALS"_s);
        QCOMPARE(change(u"john12345"_s, u"short"_s).errorCode(), u"VALIDATION_ERROR"_s);
        QCOMPARE(owner.post(u"/api/v1/auth/password"_s, {}).status, 422);
        const Answer changed = change(u"john12345"_s, u"another-long-one"_s);
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json["sessions_ended"_L1].toInt(), 1);
        QVERIFY(thiefSocket.waitForClose());
        QCOMPARE(thiefSocket.closeCode(), 4401);
        QCOMPARE(thief.get(u"/api/v1/users/me"_s).status, 401);
        ownerSocket.send({{"type"_L1, "ping"_L1}});
        QVERIFY(!ownerSocket.next(u"pong"_s).isEmpty());
        RestClient again(m_server->url());
        QCOMPARE(again.signIn(u"john"_s, u"john12345"_s).status, 401);
        QCOMPARE(again.signIn(u"john"_s, u"another-long-one"_s).status, 200);
    }

    void usersAreListedForAdmins()
    {
        RestClient admin = this->admin();
        const Answer all = admin.get(u"/api/v1/users?page=1&limit=20"_s);
        QCOMPARE(all.status, 200);
        QCOMPARE(all.json["users"_L1].toArray().size(), 2);
        const QJsonObject pagination = all.json["pagination"_L1].toObject();
        QCOMPARE(pagination.keys(),
                 (QStringList{u"has_more"_s, u"limit"_s, u"page"_s, u"total_count"_s, u"total_pages"_s}));
        QCOMPARE(pagination["total_count"_L1].toInt(), 2);
        const QJsonObject found =
            admin.get(u"/api/v1/users?page=1&limit=20&search=john"_s).json["users"_L1][0].toObject();
        QCOMPARE(found["id"_L1].toString(), u"user_456"_s);
        QCOMPARE(found["email"_L1].toString(), u"john@example.com"_s);
        QVERIFY(found["permissions"_L1].toArray().contains("messages.send"_L1));
        QCOMPARE(ids(admin.get(u"/api/v1/users?search=JOHN@"_s)), QStringList{u"user_456"_s});
        QCOMPARE(ids(admin.get(u"/api/v1/users?search=%25"_s)), QStringList());
        QCOMPARE(ids(admin.get(u"/api/v1/admin/users?include_inactive=true&role=admin"_s)), QStringList{u"user_123"_s});
        QCOMPARE(admin.get(u"/api/v1/users?limit=0"_s).status, 422);
        QCOMPARE(admin.get(u"/api/v1/users?page=0"_s).status, 422);
        QCOMPARE(admin.get(u"/api/v1/admin/users?include_inactive=maybe"_s).status, 422);
        RestClient john = this->john();
        QCOMPARE(john.get(u"/api/v1/users"_s).errorCode(), u"INSUFFICIENT_PERMISSIONS"_s);
        QCOMPARE(john.get(u"/api/v1/admin/users"_s).status, 403);
        QVERIFY(admin.get(u"/api/v1/users/user_456"_s).json.contains("email"_L1));
        QVERIFY(!john.get(u"/api/v1/users/user_123"_s).json.contains("email"_L1));
    }

    void anAdminMakesAccounts()
    {
        RestClient admin = this->admin();
        const QJsonObject documented{{"username"_L1, "newuser"_L1},
                                     {"email"_L1, "newuser@example.com"_L1},
                                     {"password"_L1, "securepassword123"_L1},
                                     {"display_name"_L1, "New User"_L1},
                                     {"roles"_L1, QJsonArray{"user"_L1}}};
        const Answer made = admin.post(u"/api/v1/users"_s, documented);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json["display_name"_L1].toString(), u"New User"_s);
        QCOMPARE(made.json["roles"_L1].toArray(), QJsonArray{"user"_L1});
        QCOMPARE(admin.post(u"/api/v1/users"_s, documented).status, 409);
        RestClient person(m_server->url(), u"newuser"_s, u"securepassword123"_s);
        QCOMPARE(person.get(u"/api/v1/channels/general"_s).json["is_member"_L1].toBool(), true);

        const auto refused = [&](QLatin1StringView field, const QJsonValue &value) {
            QJsonObject body = documented;
            body.insert("username"_L1, "another"_L1);
            body.insert("email"_L1, "another@example.com"_L1);
            body.insert(field, value);
            const Answer answer = admin.post(u"/api/v1/users"_s, body);
            return answer.status == 422 ? answer.json["error"_L1]["details"_L1]["field"_L1].toString()
                                        : QString::number(answer.status);
        };
        QCOMPARE(refused("email"_L1, "no address"_L1), u"email"_s);
        QCOMPARE(refused("username"_L1, "Not A Name"_L1), u"username"_s);
        QCOMPARE(refused("password"_L1, "short"_L1), u"password"_s);
        QCOMPARE(refused("password"_L1, "password123"_L1), u"password"_s);
        QCOMPARE(refused("roles"_L1, QJsonArray{"emperor"_L1}), u"roles"_s);
        QCOMPARE(refused("roles"_L1, "admin"_L1), u"roles"_s);
        QCOMPARE(refused("email"_L1, "NEWUSER@example.com"_L1), u"409"_s);
        QCOMPARE(john().post(u"/api/v1/users"_s, documented).status, 403);
    }

    void whoIsDeactivatedIsOutAtOnce()
    {
        RestClient john = this->john();
        const QString key = john.post(u"/api/v1/auth/api-keys"_s,
                                      {{"name"_L1, "k"_L1}, {"permissions"_L1, QJsonArray{"read"_L1}}})
                                .json["key"_L1]
                                .toString();
        SocketClient socket;
        QVERIFY(socket.signIn(webSocketUrl(), john.accessToken()));
        SocketClient keySocket;
        QVERIFY(keySocket.open(webSocketUrl(), {{"X-API-Key", key.toLatin1()}}));
        QVERIFY(!keySocket.next(u"ready"_s).isEmpty());
        RestClient admin = this->admin();
        const Answer out = admin.put(u"/api/v1/admin/users/user_456"_s, {{"is_active"_L1, false}});
        QCOMPARE(out.status, 200);
        QCOMPARE(out.json["is_active"_L1].toBool(true), false);
        QVERIFY(socket.waitForClose());
        QCOMPARE(socket.closeCode(), 4401);
        QVERIFY(keySocket.waitForClose());
        QCOMPARE(keySocket.closeCode(), 4401);
        QCOMPARE(john.get(u"/api/v1/users/me"_s).errorCode(), u"INVALID_TOKEN"_s);
        RestClient byKey(m_server->url());
        QCOMPARE(byKey.send("GET", u"/api/v1/users/me"_s, {}, {{"X-API-Key", key.toLatin1()}}).errorCode(),
                 u"INVALID_TOKEN"_s);
        QCOMPARE(byKey.signIn(u"john"_s, u"john12345"_s).errorCode(), u"INVALID_CREDENTIALS"_s);
        QCOMPARE(ids(admin.get(u"/api/v1/admin/users"_s)), QStringList{u"user_123"_s});
        QCOMPARE(ids(admin.get(u"/api/v1/admin/users?include_inactive=true"_s)),
                 (QStringList{u"user_123"_s, u"user_456"_s}));

        QCOMPARE(admin.put(u"/api/v1/admin/users/user_456"_s, {{"is_active"_L1, true}}).status, 200);
        QCOMPARE(byKey.signIn(u"john"_s, u"john12345"_s).status, 200);
        QCOMPARE(john.get(u"/api/v1/users/me"_s).errorCode(), u"INVALID_TOKEN"_s);
    }

    void accountsAreChanged()
    {
        RestClient admin = this->admin();
        const auto put = [&](const QJsonObject &body) {
            return admin.put(u"/api/v1/admin/users/user_456"_s, body);
        };
        const Answer changed = put(
            {{"role"_L1, "moderator"_L1}, {"display_name"_L1, "Johnny"_L1}, {"email"_L1, "johnny@example.com"_L1}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json["roles"_L1].toArray(), QJsonArray{"moderator"_L1});
        QCOMPARE(changed.json["display_name"_L1].toString(), u"Johnny"_s);
        QCOMPARE(changed.json["email"_L1].toString(), u"johnny@example.com"_s);
        QVERIFY(changed.json["permissions"_L1].toArray().contains("messages.moderate"_L1));
        QCOMPARE(put({}).json["display_name"_L1].toString(), u"Johnny"_s);
        QCOMPARE(put({{"role"_L1, "emperor"_L1}}).status, 422);
        QCOMPARE(put({{"roles"_L1, QJsonArray()}}).status, 422);
        QCOMPARE(put({{"is_active"_L1, "no"_L1}}).status, 422);
        QCOMPARE(put({{"email"_L1, "admin@example.com"_L1}}).status, 409);
        QCOMPARE(admin.put(u"/api/v1/admin/users/user_9"_s, {}).status, 404);
        QCOMPARE(john().put(u"/api/v1/admin/users/user_456"_s, {{"role"_L1, "admin"_L1}}).status, 403);
    }

    void passwordsAreReset()
    {
        RestClient john = this->john();
        RestClient admin = this->admin();
        const QString path = u"/api/v1/admin/users/user_456/reset-password"_s;
        const Answer reset = admin.post(path, {});
        QCOMPARE(reset.status, 200);
        const QString temporary = reset.json["temporary_password"_L1].toString();
        QVERIFY(temporary.size() >= 20);
        QCOMPARE(john.get(u"/api/v1/users/me"_s).status, 401);
        RestClient again(m_server->url());
        QCOMPARE(again.signIn(u"john"_s, u"john12345"_s).status, 401);
        QCOMPARE(again.signIn(u"john"_s, temporary).status, 200);
        const Answer given = admin.post(path, {{"password"_L1, "chosen by the admin"_L1}});
        QCOMPARE(given.status, 200);
        QVERIFY(given.json["temporary_password"_L1].isNull());
        QCOMPARE(again.signIn(u"john"_s, u"chosen by the admin"_s).status, 200);
        QCOMPARE(admin.sendRaw("POST", path, {}, {}).status, 200);
        QCOMPARE(admin.post(path, {{"password"_L1, "password123"_L1}}).status, 422);
        QCOMPARE(admin.post(u"/api/v1/admin/users/user_9/reset-password"_s, {}).status, 404);
    }

    void deletedPeopleLeaveWhatTheySaid()
    {
        RestClient john = this->john();
        const Answer said = john.post(u"/api/v1/messages"_s,
                                      {{"channel_id"_L1, "general"_L1}, {"content"_L1, "hi"_L1}});
        QCOMPARE(said.status, 201);
        const QString secret = john.post(u"/api/v1/channels"_s, {{"name"_L1, "Mine"_L1}, {"type"_L1, "private"_L1}})
                                   .json["id"_L1]
                                   .toString();
        SocketClient socket;
        QVERIFY(socket.signIn(webSocketUrl(), john.accessToken()));
        RestClient admin = this->admin();
        const int before = admin.get(u"/api/v1/channels/general"_s).json["member_count"_L1].toInt();
        QCOMPARE(admin.remove(u"/api/v1/admin/users/user_456"_s).status, 204);
        QVERIFY(socket.waitForClose());
        QCOMPARE(socket.closeCode(), 4401);
        QCOMPARE(john.get(u"/api/v1/users/me"_s).status, 401);
        RestClient again(m_server->url());
        QCOMPARE(again.signIn(u"john"_s, u"john12345"_s).status, 401);
        QCOMPARE(again.signIn(u"deleted:456"_s, u"john12345"_s).status, 401);

        const QString message = said.json["id"_L1].toString();
        const Answer still = admin.get(u"/api/v1/messages/"_s + message);
        QCOMPARE(still.json["content"_L1].toString(), u"hi"_s);
        QCOMPARE(still.json["user_id"_L1].toString(), u"user_456"_s);
        const Answer tombstone = admin.get(u"/api/v1/users/user_456"_s);
        QCOMPARE(tombstone.status, 200);
        QCOMPARE(tombstone.json["display_name"_L1].toString(), u"Deleted user"_s);
        QCOMPARE(tombstone.json["is_active"_L1].toBool(true), false);
        QVERIFY(!tombstone.body.contains("john"));
        QCOMPARE(admin.get(u"/api/v1/channels/general"_s).json["member_count"_L1].toInt(), before - 1);
        QCOMPARE(ids(admin.get(u"/api/v1/admin/users?include_inactive=true"_s)), QStringList{u"user_123"_s});
        QCOMPARE(admin.remove(u"/api/v1/admin/users/user_456"_s).status, 404);
        QCOMPARE(admin.put(u"/api/v1/admin/users/user_456"_s, {{"is_active"_L1, true}}).status, 404);
        QCOMPARE(admin.post(u"/api/v1/admin/users/user_456/reset-password"_s, {}).status, 404);
        // The name is free, and the one who takes it is somebody else.
        const Answer taken = admin.post(
            u"/api/v1/users"_s,
            {{"username"_L1, "john"_L1}, {"email"_L1, "john@example.com"_L1}, {"password"_L1, "securepassword123"_L1}});
        QCOMPARE(taken.status, 201);
        QVERIFY(taken.json["id"_L1].toString() != "user_456"_L1);
        QVERIFY(!secret.isEmpty());
        QCOMPARE(doctor(), QStringList());
    }

    void theLastAdminStays()
    {
        RestClient admin = this->admin();
        const QString self = u"/api/v1/admin/users/user_123"_s;
        QCOMPARE(admin.put(self, {{"role"_L1, "user"_L1}}).errorCode(), u"CONFLICT"_s);
        QCOMPARE(admin.put(self, {{"is_active"_L1, false}}).errorCode(), u"CONFLICT"_s);
        QCOMPARE(admin.remove(self).errorCode(), u"CONFLICT"_s);
        QCOMPARE(admin.get(u"/api/v1/users/me"_s).json["roles"_L1].toArray(), QJsonArray{"admin"_L1});
        QCOMPARE(admin.put(u"/api/v1/admin/users/user_456"_s, {{"role"_L1, "admin"_L1}}).status, 200);
        QCOMPARE(admin.put(self, {{"role"_L1, "user"_L1}}).status, 200);
        QCOMPARE(admin.get(u"/api/v1/admin/users"_s).status, 403);
        QCOMPARE(john().put(u"/api/v1/admin/users/user_456"_s, {{"role"_L1, "user"_L1}}).status, 409);
    }

    void theAuditLogIsForAdmins()
    {
        RestClient admin = this->admin();
        QCOMPARE(admin.put(u"/api/v1/admin/users/user_456"_s, {{"role"_L1, "moderator"_L1}}).status, 200);
        const Answer log = admin.get(u"/api/v1/admin/audit?limit=1"_s);
        QCOMPARE(log.status, 200);
        const QJsonObject entry = log.json["audit"_L1][0].toObject();
        QCOMPARE(entry["action"_L1].toString(), u"user.roles_changed"_s);
        QCOMPARE(entry["actor"_L1]["id"_L1].toString(), u"user_123"_s);
        QCOMPARE(entry["actor"_L1]["username"_L1].toString(), u"admin"_s);
        QCOMPARE(entry["target"_L1]["id"_L1].toString(), u"user_456"_s);
        QCOMPARE(entry["target"_L1]["name"_L1].toString(), u"john"_s);
        QCOMPARE(entry["detail"_L1].toString(), u"moderator"_s);
        QCOMPARE(entry["address"_L1].toString(), u"127.0.0.1"_s);
        const QString cursor = log.json["pagination"_L1]["next_cursor"_L1].toString();
        QCOMPARE(cursor, entry["id"_L1].toString());
        const Answer next = admin.get(u"/api/v1/admin/audit?limit=1&before="_s + cursor);
        QCOMPARE(next.json["audit"_L1][0]["action"_L1].toString(), u"sign_in.succeeded"_s);
        QCOMPARE(admin.get(u"/api/v1/admin/audit?action=user.roles_changed&target=user_456&actor=user_123"_s)
                     .json["audit"_L1]
                     .toArray()
                     .size(),
                 1);
        QCOMPARE(admin.get(u"/api/v1/admin/audit?before=nonsense"_s).status, 422);
        QCOMPARE(admin.get(u"/api/v1/admin/audit?target=nonsense"_s).status, 422);
        QCOMPARE(john().get(u"/api/v1/admin/audit"_s).status, 403);
        // Deleting a person takes the name out of the log, and not out of the chain.
        QCOMPARE(admin.remove(u"/api/v1/admin/users/user_456"_s).status, 204);
        QVERIFY(!admin.get(u"/api/v1/admin/audit?limit=100"_s).body.contains("john"));
        QCOMPARE(doctor(), QStringList());
    }

private:
    static QStringList ids(const Answer &answer)
    {
        QStringList found;
        for (const auto &user : answer.json["users"_L1].toArray())
            found.append(user["id"_L1].toString());
        return found;
    }

    /** What `doctor` finds in the running server's database. */
    QStringList doctor() const
    {
        const auto connection = store::Connection::open(m_server->databasePath(), store::Connection::Mode::ReadOnly);
        if (!connection)
            return {connection.error().message};
        const auto findings = store::checkConsistency(**connection);
        const auto keys = security::KeyRing::load(QFileInfo(m_server->databasePath()).path() + "/secret.key"_L1);
        const auto audit = services::AuditService::check(**connection, keys);
        if (!findings || !audit)
            return {u"it cannot be checked"_s};
        return *findings + *audit;
    }

    RestClient admin() const { return {m_server->url(), u"admin"_s, u"admin123"_s}; }
    RestClient john() const { return {m_server->url(), u"john"_s, u"john12345"_s}; }

    QUrl webSocketUrl() const
    {
        QUrl url = m_server->url();
        url.setScheme(u"ws"_s);
        url.setPath(u"/ws"_s);
        return url;
    }

    std::unique_ptr<WholeServer> m_server;
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "accounts_test.moc"
