// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/challenges.h"

#include "server/security/crypto.h"

#include <QtEndian>

namespace plexi::security {

namespace {

constexpr qsizetype kChallengeNonce = 16;
constexpr qsizetype kBodySize = kChallengeNonce + 8;
constexpr qsizetype kMacSize = 32;

} // namespace

QByteArray Challenges::make(const QByteArray &context, Timestamp now) const
{
    QByteArray end(8, Qt::Uninitialized);
    qToBigEndian(now.plusSeconds(kLifetimeSeconds).ms, end.data());
    const QByteArray body = randomBytes(kChallengeNonce) + end;
    return body + tag(body, context);
}

std::optional<Timestamp> Challenges::check(const QByteArray &challenge, const QByteArray &context, Timestamp now) const
{
    if (challenge.size() != kBodySize + kMacSize)
        return std::nullopt;
    const QByteArray body = challenge.first(kBodySize);
    if (!equalInConstantTime(tag(body, context), challenge.sliced(kBodySize)))
        return std::nullopt;
    const Timestamp end{qFromBigEndian<qint64>(body.constData() + kChallengeNonce)};
    return now < end ? std::optional(end) : std::nullopt;
}

QByteArray Challenges::tag(const QByteArray &body, const QByteArray &context) const
{
    return hmacSha256(m_keys.key(m_keys.signingKeyId(), KeyPurpose::Challenge), body + context);
}

} // namespace plexi::security
