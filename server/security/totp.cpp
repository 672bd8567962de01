// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/totp.h"

#include "server/security/crypto.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace plexi::security::totp {

namespace {

constexpr qsizetype kTotpSecretSize = 20;
constexpr qint64 kStepSeconds = 30;
constexpr qint64 kNeighbours = 1;

} // namespace

QByteArray newSecret()
{
    return randomBytes(kTotpSecretSize);
}

qint64 stepAt(Timestamp moment)
{
    return moment.seconds() / kStepSeconds;
}

QByteArray code(const QByteArray &secret, qint64 step)
{
    QByteArray counter(sizeof(step), Qt::Uninitialized);
    qToBigEndian(step, counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    // Dynamic truncation; RFC 4226, section 5.3.
    const qsizetype offset = mac.back() & 0xf;
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fff'ffffU;
    return QByteArray::number(number % 1'000'000).rightJustified(6, '0');
}

std::optional<qint64> matchingStep(const QByteArray &secret, const QByteArray &presented, Timestamp now)
{
    std::optional<qint64> matching;
    for (qint64 step = stepAt(now) - kNeighbours; step <= stepAt(now) + kNeighbours; ++step) {
        if (equalInConstantTime(code(secret, step), presented))
            matching = step;
    }
    return matching;
}

QString base32(const QByteArray &bytes)
{
    constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    unsigned buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8U | static_cast<unsigned char>(byte)) & 0xfffU;
        for (bits += 8; bits >= 5; bits -= 5)
            text += QLatin1Char(kDigits[buffer >> unsigned(bits - 5) & 31U]);
    }
    if (bits > 0)
        text += QLatin1Char(kDigits[buffer << unsigned(5 - bits) & 31U]);
    return text;
}

QString uri(const QByteArray &secret, const QString &username)
{
    return u"otpauth://totp/PlexiChat:%1?secret=%2&issuer=PlexiChat&algorithm=SHA1&digits=6&period=30"_s.arg(
        QString::fromLatin1(QUrl::toPercentEncoding(username)), base32(secret));
}

} // namespace plexi::security::totp
