// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/credential_cache.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace plexi::security::test {

namespace {

const Credential kToken{Credential::Kind::Bearer, u"secret"_s};
constexpr Timestamp kNow{1'000'000};

Principal ann()
{
    Principal principal;
    principal.userId = UserId(7);
    return principal;
}

} // namespace

/** What must not be remembered matters more than what is. */
class CredentialCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembers()
    {
        CredentialCache cache;
        QVERIFY(!cache.find(kToken, 1, kNow));
        cache.insert(kToken, 1, kNow.plusSeconds(60), ann());
        const auto found = cache.find(kToken, 1, kNow);
        QVERIFY(found);
        QCOMPARE(found->userId, UserId(7));
    }

    void forgetsWithTheVersionAndTheTime()
    {
        CredentialCache cache;
        cache.insert(kToken, 5, kNow.plusSeconds(60), ann());
        QVERIFY(!cache.find(kToken, 6, kNow));
        // A loop whose snapshot is older than what was remembered learns nothing from the future either.
        QVERIFY(!cache.find(kToken, 4, kNow));
        QVERIFY(!cache.find(kToken, 5, kNow.plusSeconds(60)));
        QVERIFY(cache.find(kToken, 5, kNow.plusSeconds(59)));
    }

    void neverTakesOneKindForAnother()
    {
        CredentialCache cache;
        cache.insert(kToken, 1, kNow.plusSeconds(60), ann());
        QVERIFY(!cache.find({Credential::Kind::Cookie, u"secret"_s}, 1, kNow));
        QVERIFY(!cache.find({Credential::Kind::ApiKey, u"secret"_s}, 1, kNow));
        QVERIFY(!cache.find({Credential::Kind::Bearer, u"secreT"_s}, 1, kNow));
    }

    void isBounded()
    {
        CredentialCache cache;
        const auto numbered = [](qsizetype i) {
            return Credential{Credential::Kind::Bearer, QString::number(i)};
        };
        for (qsizetype i = 0; i <= CredentialCache::kMaxEntries; ++i)
            cache.insert(numbered(i), 1, kNow.plusSeconds(60), ann());
        QVERIFY(!cache.find(numbered(0), 1, kNow));
        QVERIFY(cache.find(numbered(CredentialCache::kMaxEntries), 1, kNow));
    }
};

} // namespace plexi::security::test

QTEST_APPLESS_MAIN(plexi::security::test::CredentialCacheTest)
#include "credential_cache_test.moc"
