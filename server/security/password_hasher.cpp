// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/password_hasher.h"

#include "server/security/crypto.h"

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

constexpr unsigned long long kPasses = 2;
constexpr size_t kMemory = size_t{19} * 1024 * 1024;

/** One way to write each password: compatibility forms are equal (NIST SP 800-63B, section 5.1.1.2). */
QByteArray prepared(const QString &password)
{
    return password.normalized(QString::NormalizationForm_KC).toUtf8();
}

Result<QString> computeHash(const QString &password)
{
    QByteArray secret = prepared(password);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const int failed = crypto_pwhash_str_alg(text.data(), secret.constData(),
                                             static_cast<unsigned long long>(secret.size()), kPasses, kMemory,
                                             crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(secret.data(), static_cast<size_t>(secret.size()));
    if (failed)
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"There is no memory for hashing a password"_s,
                     .retryAfter = 2});
    return QString::fromLatin1(text.data());
}

bool matches(const QString &password, const QString &storedHash)
{
    QByteArray secret = prepared(password);
    const int differs = crypto_pwhash_str_verify(storedHash.toLatin1().constData(), secret.constData(),
                                                 static_cast<unsigned long long>(secret.size()));
    sodium_memzero(secret.data(), static_cast<size_t>(secret.size()));
    return differs == 0;
}

} // namespace

PasswordHasher::PasswordHasher(Options options)
    : m_pool({.name = u"passwords"_s,
              .threads = options.threads,
              .maxWaiting = options.maxWaiting,
              .busyMessage = u"Too many people are signing in at this moment"_s,
              .givesWay = true})
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be used");
}

QCoro::Task<Result<QString>> PasswordHasher::hash(QString password)
{
    std::function<Result<QString>()> work = [password] {
        return computeHash(password);
    };
    return m_pool.run<QString>(std::move(work));
}

QCoro::Task<Result<bool>> PasswordHasher::verify(QString password, QString storedHash)
{
    std::function<Result<bool>()> work = [password, storedHash] {
        return Result<bool>(matches(password, storedHash));
    };
    return m_pool.run<bool>(std::move(work));
}

Result<QString> PasswordHasher::hashAndWait(const QString &password)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be used");
    return computeHash(password);
}

QString PasswordHasher::unmatchableHash()
{
    // The parameters of computeHash(), a salt and a digest of zeros: no password is known that hashes to it.
    return u"$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s;
}

} // namespace plexi::security
