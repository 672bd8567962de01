// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/key_ring.h"

#include "server/security/crypto.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

constexpr qsizetype kSecretSize = 32;
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

// Part of what is signed or sealed: changing one ends every token of that purpose, or loses every stored secret.
constexpr std::array kPurposeNames{"access token"_L1, "refresh token"_L1, "second factor token"_L1,
                                   "link"_L1,         "stored secret"_L1, "challenge"_L1,
                                   "audit"_L1};

std::unexpected<Error> unusable(const QString &path, const QString &why)
{
    return fail({.code = ErrorCode::ServiceUnavailable, .message = u"The key file %1 %2"_s.arg(path, why)});
}

Result<QByteArray> create(const QString &path)
{
    QByteArray line = randomBytes(4).toHex() + ' '
        + randomBytes(kSecretSize).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) + '\n';
    // Written aside, synced and renamed: a crash leaves the whole file or none.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnerOnly) || file.write(line) != line.size()
        || !file.commit())
        return unusable(path, u"cannot be written: "_s + file.errorString());
    return line;
}

Result<QByteArray> readOrCreate(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return create(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path, u"cannot be read: "_s + file.errorString());
    if ((file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) != 0
        && !file.setPermissions(kOwnerOnly))
        return unusable(path, u"is open to other people of this machine"_s);
    return file.readAll();
}

} // namespace

Result<KeyRing> KeyRing::loadOrCreate(const QString &path)
{
    const auto text = readOrCreate(path);
    if (!text)
        return fail(text.error());
    return parse(path, *text);
}

Result<KeyRing> KeyRing::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unusable(path, u"cannot be read: "_s + file.errorString());
    return parse(path, file.readAll());
}

Result<KeyRing> KeyRing::parse(const QString &path, const QByteArray &text)
{
    KeyRing ring;
    for (const QByteArray &line : text.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QList<QByteArray> parts = line.simplified().split(' ');
        const auto secret = parts.size() == 2
            ? QByteArray::fromBase64Encoding(parts[1],
                                             QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors)
            : QByteArray::FromBase64Result{};
        if (secret.decoded.size() != kSecretSize)
            return unusable(path, u"is damaged: each line must be an id and 32 bytes in base64url"_s);
        std::array<QByteArray, kPurposes> keys;
        for (size_t i = 0; i < kPurposes; ++i)
            keys[i] = derivedKey(secret.decoded, QByteArrayView(kPurposeNames[i].data(), kPurposeNames[i].size()));
        ring.m_keys.insert(parts[0], keys);
        if (ring.m_signingKeyId.isEmpty())
            ring.m_signingKeyId = parts[0];
    }
    if (ring.m_signingKeyId.isEmpty())
        return unusable(path, u"is empty"_s);
    return ring;
}

QByteArray KeyRing::key(const QByteArray &keyId, KeyPurpose purpose) const
{
    const auto found = m_keys.constFind(keyId);
    return found == m_keys.constEnd() ? QByteArray() : (*found)[static_cast<size_t>(purpose)];
}

} // namespace plexi::security
