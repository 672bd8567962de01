// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/member.h"
#include "shared/protocol/user.h"
#include "tests/shared/protocol/samples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::protocol::test {

/** People, members of channels, and changes of one's profile. */
class UserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesEveryStatus();
    void readsWhatItWrote();
    void showsOthersNothingPrivate();
    void readsWhatOlderServersLeaveOut();
    void refuses_data();
    void refuses();
    void readsMembers();
    void readsProfileChanges();
};

void UserTest::namesEveryStatus()
{
    using enum PresenceStatus;
    for (const PresenceStatus status : {Offline, Online, Away, Dnd})
        QCOMPARE(presenceFromName(QString(presenceName(status))), status);
    QVERIFY(!presenceFromName(u"busy"));
    QVERIFY(!presenceFromName(u""));
    QVERIFY(!presenceFromName(u"Online"));
}

void UserTest::readsWhatItWrote()
{
    User smallest;
    smallest.id = UserId(1);
    for (const User &user : {sampleUser(), sampleOwnUser(), smallest}) {
        const QJsonObject written = user.toJson();
        const auto read = User::fromJson(written);
        QVERIFY(read);
        QCOMPARE(read->toJson(), written);
        QCOMPARE(read->id, user.id);
        QCOMPARE(read->displayName, user.displayName);
        QCOMPARE(read->avatarUrl, user.avatarUrl);
        QCOMPARE(read->status, user.status);
        QCOMPARE(read->lastSeen, user.lastSeen);
        QCOMPARE(read->own.has_value(), user.own.has_value());
    }
}

void UserTest::showsOthersNothingPrivate()
{
    const QJsonObject shown = sampleUser().toJson();
    for (const QLatin1StringView field : {"email"_L1, "permissions"_L1, "last_login"_L1, "preferences"_L1})
        QVERIFY2(!shown.contains(field), field.data());
    const QJsonObject own = sampleOwnUser().toJson();
    // The reference's fields, each there even where it is null.
    for (const QLatin1StringView field :
         {"id"_L1, "username"_L1, "email"_L1, "display_name"_L1, "avatar_url"_L1, "roles"_L1, "permissions"_L1,
          "created_at"_L1, "last_login"_L1, "is_active"_L1, "preferences"_L1})
        QVERIFY2(own.contains(field), field.data());
}

void UserTest::readsWhatOlderServersLeaveOut()
{
    QJsonObject written = sampleUser().toJson();
    for (const QLatin1StringView field : {"avatar_url"_L1, "is_active"_L1, "status"_L1, "last_seen"_L1})
        written.remove(field);
    const auto read = User::fromJson(written);
    QVERIFY(read);
    QVERIFY(read->isActive);
    QCOMPARE(read->status, PresenceStatus::Offline);
}

void UserTest::refuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no id") << u"id"_s << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("id of another kind") << u"id"_s << QJsonValue(u"channel_1"_s);
    QTest::newRow("no username") << u"username"_s << QJsonValue(QJsonValue::Null);
    QTest::newRow("roles as text") << u"roles"_s << QJsonValue(u"admin"_s);
    QTest::newRow("time without zone") << u"created_at"_s << QJsonValue(u"2025-01-15T10:30:00"_s);
    QTest::newRow("active as text") << u"is_active"_s << QJsonValue(u"yes"_s);
}

void UserTest::refuses()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject written = sampleUser().toJson();
    if (value.isUndefined())
        written.remove(field);
    else
        written.insert(field, value);
    const auto read = User::fromJson(written);
    QVERIFY(!read);
    QCOMPARE(read.error().details.value("field"_L1).toString(), field);
}

void UserTest::readsMembers()
{
    const Member member{.user = sampleUser(), .role = ChannelRole::Owner, .joinedAt = Timestamp{5}};
    const QJsonObject written = member.toJson();
    QCOMPARE(written.value("user_id"_L1).toString(), u"user_123"_s);
    QCOMPARE(written.value("role"_L1).toString(), u"owner"_s);
    const auto read = Member::fromJson(written);
    QVERIFY(read);
    QCOMPARE(read->toJson(), written);
    QCOMPARE(read->role, ChannelRole::Owner);
    QCOMPARE(read->joinedAt, Timestamp{5});
    QJsonObject incomplete = written;
    incomplete.remove("joined_at"_L1);
    QVERIFY(!Member::fromJson(incomplete));
}

void UserTest::readsProfileChanges()
{
    const auto nothing = ProfileChange::fromJson({});
    QVERIFY(nothing);
    QVERIFY(!nothing->displayName && !nothing->email && !nothing->preferences);
    const QJsonObject body{{"display_name"_L1, "New"_L1},
                           {"email"_L1, "a@b.c"_L1},
                           {"preferences"_L1, QJsonObject{{"theme"_L1, QJsonValue::Null}}}};
    const auto all = ProfileChange::fromJson(body);
    QVERIFY(all);
    QCOMPARE(all->toJson(), body);
    QVERIFY(!ProfileChange::fromJson({{"display_name"_L1, ""_L1}}));
    QVERIFY(!ProfileChange::fromJson({{"display_name"_L1, QString(81, u'x')}}));
    QVERIFY(!ProfileChange::fromJson({{"preferences"_L1, "dark"_L1}}));
}

} // namespace plexi::protocol::test

QTEST_GUILESS_MAIN(plexi::protocol::test::UserTest)
#include "user_test.moc"
