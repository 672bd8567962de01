// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/session.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

/** What signs people and machines in. */
class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTokens();
    void readsSignIns();
    void readsNewApiKeys();
    void showsTheKeyOnlyWhereItIsThere();
};

void SessionTest::readsTokens()
{
    const Tokens tokens{.accessToken = u"a"_s, .refreshToken = u"r"_s, .expiresIn = 1800};
    const QJsonObject written = tokens.toJson();
    QCOMPARE(written.value("token_type"_L1).toString(), u"bearer"_s);
    const auto read = Tokens::fromJson(written);
    QVERIFY(read);
    QCOMPARE(read->accessToken, u"a"_s);
    QCOMPARE(read->refreshToken, u"r"_s);
    QCOMPARE(read->expiresIn, 1800);
    for (const QLatin1StringView field : {"access_token"_L1, "refresh_token"_L1, "expires_in"_L1}) {
        QJsonObject incomplete = written;
        incomplete.remove(field);
        QVERIFY2(!Tokens::fromJson(incomplete), field.data());
    }
}

void SessionTest::readsSignIns()
{
    const QJsonObject body{{"username"_L1, "admin"_L1}, {"password"_L1, "admin123"_L1}, {"remember_me"_L1, true}};
    const auto read = SignInRequest::fromJson(body);
    QVERIFY(read);
    QCOMPARE(read->toJson(), body);
    QVERIFY(read->rememberMe);
    QVERIFY(!SignInRequest::fromJson({{"username"_L1, "admin"_L1}, {"password"_L1, "x"_L1}})->rememberMe);
    QVERIFY(!SignInRequest::fromJson({{"username"_L1, "admin"_L1}}));
    QVERIFY(!SignInRequest::fromJson({{"username"_L1, ""_L1}, {"password"_L1, "x"_L1}}));
    QVERIFY(!SignInRequest::fromJson({{"username"_L1, "x"_L1}, {"password"_L1, QString(1025, u'x')}}));
}

void SessionTest::readsNewApiKeys()
{
    const auto read = NewApiKey::fromJson({{"name"_L1, " My API Key "_L1},
                                           {"permissions"_L1, QJsonArray{"read"_L1, "write"_L1, "read"_L1}},
                                           {"expires_at"_L1, "2025-12-31T23:59:59Z"_L1}});
    QVERIFY(read);
    QCOMPARE(read->name, u"My API Key"_s);
    QCOMPARE(read->permissions, (QStringList{u"read"_s, u"write"_s}));
    QCOMPARE(read->expiresAt, Timestamp::fromIso(u"2025-12-31T23:59:59Z"));
    QVERIFY(!NewApiKey::fromJson({{"name"_L1, "  "_L1}, {"permissions"_L1, QJsonArray{}}}));
    QVERIFY(!NewApiKey::fromJson({{"name"_L1, "x"_L1}}));
    QVERIFY(
        !NewApiKey::fromJson({{"name"_L1, "x"_L1}, {"permissions"_L1, QJsonArray{}}, {"expires_at"_L1, "soon"_L1}}));
}

void SessionTest::showsTheKeyOnlyWhereItIsThere()
{
    ApiKey key;
    key.id = ApiKeyId(5);
    key.name = u"n"_s;
    key.permissions = {u"read"_s};
    QVERIFY(!key.toJson().contains("key"_L1));
    QVERIFY(key.toJson().value("expires_at"_L1).isNull());
    key.key = u"plx_secret"_s;
    key.expiresAt = Timestamp{0};
    key.isExpired = true;
    QCOMPARE(key.toJson().value("key"_L1).toString(), u"plx_secret"_s);
    QCOMPARE(key.toJson().value("expires_at"_L1).toString(), u"1970-01-01T00:00:00Z"_s);
    QCOMPARE(key.toJson().value("is_expired"_L1).toBool(), true);
}

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::SessionTest)
#include "session_test.moc"
