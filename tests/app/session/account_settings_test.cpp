// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Name, password, second factor and devices of one's own account, against the real server.
#include "app/session/account_settings.h"
#include "tests/app/support/await.h"
#include "tests/support/server_process.h"

#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::app;
using plexi::test::await;

namespace {

QByteArray fromBase32(const QString &text)
{
    constexpr QLatin1StringView kLetters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const QChar letter : text) {
        const qsizetype value = kLetters.indexOf(letter);
        if (value < 0)
            continue;
        bits = (bits << 5) | static_cast<quint32>(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.append(static_cast<char>(bits >> count));
        }
    }
    return bytes;
}

/** RFC 6238 with SHA-1, six digits, 30 seconds: what an authenticator app shows now. */
QString codeOf(const QString &secret)
{
    QByteArray step(8, '\0');
    qToBigEndian<qint64>(QDateTime::currentSecsSinceEpoch() / 30, step.data());
    const QByteArray hash = QMessageAuthenticationCode::hash(step, fromBase32(secret), QCryptographicHash::Sha1);
    const int offset = hash.back() & 0xf;
    const quint32 number = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7fffffff;
    return u"%1"_s.arg(number % 1'000'000, 6, 10, QChar(u'0'));
}

} // namespace

class AccountSettingsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::ServerProcess> m_server;
    std::unique_ptr<ApiClient> m_api;
    std::unique_ptr<AccountSettings> m_account;

    ApiResult<> signIn(ApiClient &api, const QString &password, const QString &code = {})
    {
        return await(api.signIn(u"john"_s, password, true, code));
    }

private slots:
    void init()
    {
        m_server = std::make_unique<test::ServerProcess>();
        QVERIFY2(m_server->start({u"--rate-limits"_s, u"off"_s}), m_server->standardError().constData());
        m_api = std::make_unique<ApiClient>(m_server->url());
        QVERIFY(signIn(*m_api, u"john12345"_s));
        m_account = std::make_unique<AccountSettings>(m_api.get());
        m_account->load();
        QTRY_COMPARE(m_account->factor(), AccountSettings::Off);
        QTRY_COMPARE(m_account->devices()->count(), 1);
        QTRY_VERIFY(!m_account->isBusy());
    }

    void cleanup()
    {
        m_account.reset();
        m_api.reset();
        m_server.reset();
    }

    void savesTheName()
    {
        QSignalSpy saved(m_account.get(), &AccountSettings::profileSaved);
        m_account->saveDisplayName(u"  Johnny  "_s);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(await(m_api->me())->displayName, u"Johnny"_s);
        QVERIFY(m_account->profileError().isEmpty());
    }

    void changesThePassword()
    {
        ApiClient other(m_server->url());
        QVERIFY(signIn(other, u"john12345"_s));
        QSignalSpy changed(m_account.get(), &AccountSettings::passwordChanged);
        m_account->changePassword(u"wrong"_s, u"a better password"_s);
        QTRY_VERIFY(!m_account->passwordError().isEmpty());
        QCOMPARE(changed.size(), 0);
        m_account->changePassword(u"john12345"_s, u"a better password"_s);
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(m_account->passwordError().isEmpty());
        // This session goes on, the other one is over.
        QVERIFY(await(m_api->me()));
        QVERIFY(!await(other.me()));
        ApiClient next(m_server->url());
        QVERIFY(!signIn(next, u"john12345"_s));
        QVERIFY(signIn(next, u"a better password"_s));
    }

    void listsAndEndsDevices()
    {
        ApiClient phone(m_server->url());
        ApiClient tablet(m_server->url());
        QVERIFY(signIn(phone, u"john12345"_s));
        QVERIFY(signIn(tablet, u"john12345"_s));
        m_account->load();
        QTRY_COMPARE(m_account->devices()->count(), 3);
        const QModelIndex first = m_account->devices()->index(0);
        QVERIFY(first.data(DevicesModel::IsCurrentRole).toBool());
        QVERIFY(!first.data(DevicesModel::ClientRole).toString().isEmpty());
        QTRY_VERIFY(!m_account->isBusy());
        m_account->endDevice(m_account->devices()->index(1).data(DevicesModel::SessionIdRole).toString());
        QTRY_COMPARE(m_account->devices()->count(), 2);
        m_account->endOtherDevices();
        QTRY_COMPARE(m_account->devices()->count(), 1);
        QVERIFY(!await(phone.me()));
        QVERIFY(!await(tablet.me()));
        QVERIFY(await(m_api->me()));
    }

    void makesAnAccount()
    {
        ApiClient next(m_server->url());
        const Newcomer zoe{.username = u"zoe"_s,
                           .email = u"zoe@example.org"_s,
                           .displayName = u"Zoe"_s,
                           .password = u"a quite long one"_s,
                           .inviteCode = {}};
        QVERIFY(await(next.signUp(zoe)));
        QVERIFY(await(next.signIn(zoe.username, zoe.password, true)));
        QCOMPARE(await(next.me())->displayName, u"Zoe"_s);
        const auto fieldOf = [&next](Newcomer person) {
            const ApiResult<> made = await(next.signUp(person));
            return made ? QString() : made.error().error.details.value("field"_L1).toString();
        };
        Newcomer other = zoe;
        QCOMPARE(fieldOf(other), u"username"_s);
        other.username = u"zoe2"_s;
        QCOMPARE(fieldOf(other), u"email"_s);
        other.email = u"zoe2@example.org"_s;
        other.password = u"short"_s;
        QCOMPARE(fieldOf(other), u"password"_s);
        other.password = zoe.password;
        other.inviteCode = u"never-given"_s;
        QCOMPARE(fieldOf(other), u"invite_code"_s);
    }

    void setsUpASecondFactor()
    {
        m_account->startTotp();
        QTRY_COMPARE(m_account->factor(), AccountSettings::SettingUp);
        QVERIFY(m_account->otpauthUri().startsWith("otpauth://totp/"_L1));
        m_account->confirmTotp(u"abc"_s);
        QTRY_VERIFY(!m_account->factorError().isEmpty());
        QCOMPARE(m_account->factor(), AccountSettings::SettingUp);
        m_account->confirmTotp(codeOf(m_account->secret()));
        QTRY_COMPARE(m_account->factor(), AccountSettings::On);
        QCOMPARE(m_account->recoveryCodes().size(), 10);
        QVERIFY(m_account->secret().isEmpty() && m_account->factorError().isEmpty());

        ApiClient next(m_server->url());
        const ApiResult<> asked = signIn(next, u"john12345"_s);
        QVERIFY(!asked && asked.error().secondStep);
        QVERIFY(signIn(next, u"john12345"_s, m_account->recoveryCodes().first()));
        protocol::MfaVerification second{.tempToken = asked.error().secondStep->tempToken,
                                         .mfaCode = u"none-of-them"_s,
                                         .method = protocol::SecondFactor::RecoveryCode};
        const ApiResult<> wrong = await(next.finishSignIn(second));
        QVERIFY(!wrong && wrong.error().error.code == ErrorCode::InvalidCredentials);
        second.mfaCode = m_account->recoveryCodes().last();
        QVERIFY(await(next.finishSignIn(second)));
        QVERIFY(await(next.me()));
        // It is good once.
        const ApiResult<> spent = await(next.finishSignIn(second));
        QVERIFY(!spent && spent.error().error.code == ErrorCode::InvalidToken);

        m_account->removeTotp(u"wrong"_s);
        QTRY_VERIFY(!m_account->factorError().isEmpty());
        m_account->removeTotp(u"john12345"_s);
        QTRY_COMPARE(m_account->factor(), AccountSettings::Off);
        QVERIFY(signIn(next, u"john12345"_s));
    }
};

QTEST_MAIN(AccountSettingsTest)
#include "account_settings_test.moc"
