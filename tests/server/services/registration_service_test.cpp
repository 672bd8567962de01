// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/accounts_world.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::test;
using security::Principal;
using Policy = services::RegistrationService::Policy;

/** Who may make an account, and by which invitation. */
class RegistrationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<AccountsWorld>();
        m_world->person(u"root"_s, u"admin"_s);
        m_ann = m_world->person(u"ann"_s);
        m_caller = signIn(u"ann"_s);
        m_registration = m_world->registration(Policy::Invite);
    }

    void cleanup()
    {
        m_registration.reset();
        m_world.reset();
    }

    void aPolicyDecides_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<QString>("withoutCode");
        QTest::addColumn<QString>("withWrongCode");
        QTest::addColumn<QString>("withCode");
        const QString field = u"invite_code"_s;
        QTest::newRow("open") << int(Policy::Open) << QString() << field << QString();
        QTest::newRow("invite") << int(Policy::Invite) << field << field << QString();
        const QString refused = u"INSUFFICIENT_PERMISSIONS"_s;
        QTest::newRow("closed") << int(Policy::Closed) << refused << refused << refused;
    }

    void aPolicyDecides()
    {
        QFETCH(const int, policy);
        m_registration = m_world->registration(Policy(policy));
        QTEST(outcome(u"bob"_s, {}), "withoutCode");
        QTEST(outcome(u"carol"_s, u"nonsense"_s), "withWrongCode");
        QTEST(outcome(u"dave"_s, invite().code), "withCode");
    }

    void newcomersAreOrdinaryPeople()
    {
        QList<UserId> joined;
        m_world->onAccountMade = [&](store::WriteTransaction &, UserId user) -> Result<> {
            joined.append(user);
            return {};
        };
        auto request = draft(u"Bob"_s, invite().code);
        request.roles = {u"admin"_s};
        const auto made = m_world->run(m_registration->signUp(request, QHostAddress(u"192.0.2.9"_s)));
        QVERIFY(made);
        QCOMPARE(made->username, u"bob"_s);
        QCOMPARE(made->displayName, u"bob"_s);
        QCOMPARE(made->roles, QStringList{u"user"_s});
        QCOMPARE(made->own->email, u"Bob@example.com"_s);
        QCOMPARE(joined, QList{made->id});
        QVERIFY(m_world->trySignIn(m_world->signInRequest(u"bob"_s)));

        const auto told = entries();
        QCOMPARE(told.mid(0, 2), (QStringList{u"sign_in.succeeded bob"_s, u"invite.used bob"_s}));
        QCOMPARE(told[2], u"user.registered -"_s);
    }

    void theRulesOfAccountsHold()
    {
        const QString code = invite().code;
        const auto fault = [&](auto change) {
            auto person = draft(u"bob"_s, code);
            change(person);
            return told(m_world->run(m_registration->signUp(person, {})));
        };
        QCOMPARE(fault([](auto &person) { person.username = u"b"_s; }), u"username"_s);
        QCOMPARE(fault([](auto &person) { person.email = u"nowhere"_s; }), u"email"_s);
        QCOMPARE(fault([](auto &person) { person.email = QString(); }), u"email"_s);
        QCOMPARE(fault([](auto &person) { person.password = u"password123"_s; }), u"password"_s);
        QCOMPARE(fault([](auto &person) { person.password = u"bob@example.com"_s; }), u"password"_s);
        QCOMPARE(fault([](auto &person) { person.displayName = u"a\nb"_s; }), u"display_name"_s);
        QCOMPARE(fault([](auto &person) { person.username = u"ANN"_s; }), u"CONFLICT"_s);
        QCOMPARE(fault([](auto &person) { person.email = u"ann@EXAMPLE.com"_s; }), u"CONFLICT"_s);
        // None of these took a use of it.
        QCOMPARE(m_world->invites->list(m_caller, 1, 50)->invites[0].uses, 0);
        QCOMPARE(outcome(u"bob"_s, code), QString());
    }

    void strangersLearnNoNames()
    {
        QCOMPARE(outcome(u"ann"_s, {}), u"invite_code"_s);
        QCOMPARE(outcome(u"ann"_s, u"nonsense"_s), u"invite_code"_s);
        const QString code = invite({.maxUses = 1}).code;
        QCOMPARE(outcome(u"bob"_s, code), QString());
        QCOMPARE(outcome(u"ann"_s, code), u"invite_code"_s);
    }

    /** However many come at once: as many as were invited get in, and every other one is told the same. */
    void theLastUseIsTakenOnce()
    {
        const QString code = invite({.maxUses = 3}).code;
        std::vector<QCoro::Task<Result<protocol::User>>> tries;
        tries.reserve(8);
        for (int i = 0; i < 8; ++i)
            tries.push_back(m_registration->signUp(draft(u"bob%1"_s.arg(i), code), {}));
        QStringList outcomes;
        for (auto &each : tries)
            outcomes.append(told(m_world->run(std::move(each))));
        QCOMPARE(outcomes.count(QString()), 3);
        QCOMPARE(outcomes.count(u"invite_code"_s), 5);
        QCOMPARE(m_world->invites->list(m_caller, 1, 50)->invites[0].uses, 3);
        QCOMPARE(accounts(), 5);
    }

    void aNameIsTakenOnce()
    {
        std::vector<QCoro::Task<Result<protocol::User>>> tries;
        const QString code = invite().code;
        tries.reserve(4);
        for (int i = 0; i < 4; ++i)
            tries.push_back(m_registration->signUp(draft(i % 2 == 0 ? u"bob"_s : u"BOB"_s, code), {}));
        QStringList outcomes;
        for (auto &each : tries)
            outcomes.append(told(m_world->run(std::move(each))));
        QCOMPARE(outcomes.count(QString()), 1);
        QCOMPARE(outcomes.count(u"CONFLICT"_s), 3);
        QCOMPARE(m_world->invites->list(m_caller, 1, 50)->invites[0].uses, 1);
    }

    void invitationsEnd()
    {
        const auto week = invite();
        QCOMPARE(week.expiresAt, m_world->now().plusSeconds(qint64{7} * 24 * 3600));
        const QString minute = invite({.expiresIn = 60}).code;
        const QString moment = invite({.expiresAt = m_world->now().plusSeconds(60)}).code;
        m_world->advance(59);
        QCOMPARE(outcome(u"bob"_s, minute), QString());
        m_world->advance(1);
        QCOMPARE(outcome(u"carol"_s, minute), u"invite_code"_s);
        QCOMPARE(outcome(u"carol"_s, moment), u"invite_code"_s);
        QCOMPARE(outcome(u"carol"_s, week.code), QString());
        QCOMPARE(told(create({.expiresAt = m_world->now()})), u"expires_at"_s);
        QCOMPARE(told(create({.expiresAt = m_world->now().plusSeconds(protocol::kMaxInviteSeconds + 1)})),
                 u"expires_at"_s);
        QVERIFY(m_world->run(m_world->invites->remove(m_caller, week.code)));
        QCOMPARE(outcome(u"dave"_s, week.code), u"invite_code"_s);
    }

    /** Who has to leave takes every way back in along. */
    void invitationsEndWithTheirMaker_data()
    {
        QTest::addColumn<QString>("way");
        QTest::newRow("deactivated") << u"deactivate"_s;
        QTest::newRow("deleted") << u"delete"_s;
    }

    void invitationsEndWithTheirMaker()
    {
        QFETCH(const QString, way);
        const QString code = invite().code;
        const Principal root = signIn(u"root"_s);
        if (way == "delete"_L1)
            QVERIFY(m_world->run(m_world->accounts->remove(root, m_ann)));
        else
            QVERIFY(m_world->run(m_world->accounts->update(root, m_ann, {.isActive = false})));
        QCOMPARE(outcome(u"bob"_s, code), u"invite_code"_s);
        QCOMPARE(told(create({})), u"INSUFFICIENT_PERMISSIONS"_s);
    }

    void membersSeeTheirOwn()
    {
        m_world->person(u"bob"_s);
        const Principal bob = signIn(u"bob"_s);
        const Principal root = signIn(u"root"_s);
        const auto anns = invite({.maxUses = 5});
        const auto roots = m_world->run(m_world->invites->create(root, {}));
        QVERIFY(roots);
        QCOMPARE(m_world->invites->list(bob, 1, 50)->totalCount, 0);
        QCOMPARE(m_world->invites->list(m_caller, 1, 50)->invites[0].code, anns.code);
        QCOMPARE(m_world->invites->list(root, 1, 1)->invites[0].code, roots->code);
        QCOMPARE(m_world->invites->list(root, 2, 1)->invites[0].code, anns.code);
        QCOMPARE(m_world->invites->list(root, 1, 1)->totalCount, 2);
        QCOMPARE(told(m_world->run(m_world->invites->remove(bob, anns.code))), u"RESOURCE_NOT_FOUND"_s);
        QCOMPARE(told(m_world->run(m_world->invites->remove(m_caller, roots->code))), u"RESOURCE_NOT_FOUND"_s);
        QVERIFY(m_world->run(m_world->invites->remove(root, anns.code)));
        QCOMPARE(told(m_world->run(m_world->invites->remove(root, anns.code))), u"RESOURCE_NOT_FOUND"_s);
        QCOMPARE(entries().first(), u"invite.deleted root"_s);
    }

    void thereAreNotTooMany()
    {
        for (qint64 i = 0; i < services::InvitesService::kMaxInvitesPerPerson; ++i)
            invite({.expiresIn = 60});
        QCOMPARE(told(create({})), u"CONFLICT"_s);
        m_world->advance(60);
        QCOMPARE(told(create({})), QString());
        QCOMPARE(m_world->invites->list(m_caller, 1, 50)->totalCount, 1);
    }

private:
    Principal signIn(const QString &login) { return m_world->principal(m_world->signIn(login).tokens.accessToken); }

    Result<protocol::Invite> create(const protocol::NewInvite &request)
    {
        return m_world->run(m_world->invites->create(m_caller, request));
    }

    protocol::Invite invite(const protocol::NewInvite &request = {})
    {
        const auto made = create(request);
        if (!made)
            qFatal("%ls", qUtf16Printable(made.error().message));
        return *made;
    }

    static protocol::NewUser draft(const QString &username, const std::optional<QString> &code)
    {
        return {.username = username,
                .email = username + "@example.com"_L1,
                .password = QString(AccountsWorld::kPassword),
                .displayName = {},
                .inviteCode = code};
    }

    /** Empty where it went well; else the field that was at fault, or the code. */
    template <typename T>
    static QString told(const Result<T> &result)
    {
        if (result)
            return {};
        const Error &error = result.error();
        return error.code == ErrorCode::ValidationError ? error.details["field"_L1].toString()
                                                        : QString(errorName(error.code));
    }

    QString outcome(const QString &username, const std::optional<QString> &code)
    {
        return told(m_world->run(m_registration->signUp(draft(username, code), {})));
    }

    /** Actions and by whom, newest first. */
    QStringList entries()
    {
        QStringList found;
        const auto page = m_world->audit().list({.limit = 20});
        for (const protocol::AuditEntry &entry : page->entries)
            found.append(entry.action + u' ' + entry.actorName.value_or(u"-"_s));
        return found;
    }

    qint64 accounts() { return *store::users::count(m_world->database().reader(), {}); }

    std::unique_ptr<AccountsWorld> m_world;
    std::unique_ptr<services::RegistrationService> m_registration;
    UserId m_ann;
    Principal m_caller;
};

QTEST_GUILESS_MAIN(RegistrationServiceTest)
#include "registration_service_test.moc"
