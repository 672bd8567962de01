// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/password_hasher.h"
#include "server/security/password_policy.h"

#include <QTest>
#include <QThread>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace plexi;
using namespace plexi::security;

namespace {

QCoro::Task<> hashInto(PasswordHasher *hasher, QString password, std::vector<Result<QString>> *hashes,
                       QThread **resumedOn)
{
    Result<QString> hash = co_await hasher->hash(std::move(password));
    *resumedOn = QThread::currentThread();
    hashes->push_back(std::move(hash));
}

QCoro::Task<> verifyInto(PasswordHasher *hasher, QString password, QString hash, std::optional<bool> *matches)
{
    const Result<bool> verified = co_await hasher->verify(std::move(password), std::move(hash));
    *matches = verified.value_or(false);
}

bool verifies(const QString &password, const QString &hash)
{
    PasswordHasher hasher({});
    std::optional<bool> matches;
    verifyInto(&hasher, password, hash, &matches);
    [&] {
        QTRY_VERIFY(matches.has_value());
    }();
    return matches.value_or(false);
}

} // namespace

class PasswordTest : public QObject
{
    Q_OBJECT

private slots:
    void hashIsArgon2idWithTheAgreedCost()
    {
        const auto hash = PasswordHasher::hashAndWait(u"correct horse"_s);
        QVERIFY(hash);
        QVERIFY2(hash->startsWith("$argon2id$v=19$m=19456,t=2,p=1$"_L1), qPrintable(*hash));
        QVERIFY(*hash != *PasswordHasher::hashAndWait(u"correct horse"_s));
    }

    void rightPasswordVerifiesAndWrongDoesNot()
    {
        const auto hash = PasswordHasher::hashAndWait(u"pässwörter"_s);
        QVERIFY(verifies(u"pässwörter"_s, *hash));
        QVERIFY(verifies(u"pa\u0308sswo\u0308rter"_s, *hash));
        QVERIFY(!verifies(u"passworter"_s, *hash));
        QVERIFY(!verifies(QString(), *hash));
        QVERIFY(!verifies(u"pässwörter"_s, u"not a hash"_s));
    }

    void unmatchableHashCostsAsMuchAsAnother()
    {
        const QString unmatchable = PasswordHasher::unmatchableHash();
        const auto hash = PasswordHasher::hashAndWait(u"correct horse"_s);
        QCOMPARE(unmatchable.size(), hash->size());
        QCOMPARE(unmatchable.section(u'$', 0, 3), hash->section(u'$', 0, 3));
        // Processor time of this process, where nothing else is at work: that of the machine is for others to disturb.
        const auto cost = [](const QString &stored) {
            const std::clock_t start = std::clock();
            return verifies(u"wrong password"_s, stored) ? 0.0 : double(std::clock() - start);
        };
        const double ratio = cost(unmatchable) / cost(*hash);
        // A hash that libsodium could not parse would answer a thousand times faster.
        QVERIFY2(ratio > 0.2, qPrintable(QString::number(ratio)));
    }

    void resumesOnTheCallersThreadAndBoundsItsQueue()
    {
        PasswordHasher hasher({.threads = 1, .maxWaiting = 2});
        std::vector<Result<QString>> hashes;
        QThread *resumedOn = nullptr;
        for (int i = 0; i < 3; ++i)
            hashInto(&hasher, u"password %1"_s.arg(i), &hashes, &resumedOn);
        QCOMPARE(hashes.size(), 1U);
        QVERIFY(!hashes[0]);
        QCOMPARE(hashes[0].error().code, ErrorCode::ServiceUnavailable);
        QVERIFY(hashes[0].error().retryAfter.has_value());
        QTRY_COMPARE(hashes.size(), 3U);
        QVERIFY(hashes[1] && hashes[2]);
        QCOMPARE(resumedOn, QThread::currentThread());
        // And there is room again.
        hashInto(&hasher, u"password"_s, &hashes, &resumedOn);
        QTRY_COMPARE(hashes.size(), 4U);
        QVERIFY(hashes[3]);
    }

    void policy_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("good");
        QTest::newRow("short") << u"aB3$xyz"_s << false;
        QTest::newRow("shortest") << u"aB3$xyzw"_s << true;
        QTest::newRow("seven emoji") << u"😀😁😂🤣😃😄😅"_s << false;
        QTest::newRow("eight emoji") << u"😀😁😂🤣😃😄😅😆"_s << true;
        QTest::newRow("longest") << QString(64, u'x') + QString(64, u'y') << true;
        QTest::newRow("long") << QString(64, u'x') + QString(65, u'y') << false;
        QTest::newRow("common") << u"password123"_s << false;
        QTest::newRow("common in capitals") << u"PassWord123"_s << false;
        QTest::newRow("keyboard") << u"1qaz2wsx"_s << false;
        QTest::newRow("one character") << u"ßßßßßßßßßßßßß"_s << false;
        QTest::newRow("own name") << u"Josephine.Baker"_s << false;
        QTest::newRow("the reference's") << u"securepassword123"_s << true;
    }

    void policy()
    {
        QFETCH(QString, password);
        QFETCH(bool, good);
        QCOMPARE(!passwordFault(password, {u"josephine.baker"_s, QString()}), good);
    }
};

QTEST_GUILESS_MAIN(PasswordTest)
#include "password_test.moc"
