// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/sms_codes.h"

#include "server/security/crypto.h"
#include "server/store/sms_factors_store.h"

#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace factors = store::sms_factors;

namespace {

constexpr qint64 kSendsWindow = 3'600;
constexpr quint64 kCodes = 1'000'000;

QString newCode()
{
    // Of 64 random bits the remainder is as good as even.
    const QByteArray random = security::randomBytes(sizeof(quint64));
    return QString::number(qFromBigEndian<quint64>(random.constData()) % kCodes).rightJustified(6, u'0');
}

std::unexpected<Error> tooMany(Timestamp until, Timestamp now)
{
    return fail({.code = ErrorCode::RateLimitExceeded,
                 .message = u"Too many text messages; try again later"_s,
                 .retryAfter = static_cast<int>((until.ms - now.ms + 999) / 1000)});
}

} // namespace

Result<QString> checkedPhoneNumber(const QString &typed)
{
    static const QRegularExpression separators(u"[ .()/-]"_s);
    static const QRegularExpression pattern(u"\\A\\+[1-9][0-9]{7,14}\\z"_s);
    QString number = typed.trimmed().remove(separators);
    if (!pattern.match(number).hasMatch())
        return fail(Error::validation(u"phone_number"_s, u"Must be + and the country's code, then the number"_s));
    return number;
}

QString maskedPhoneNumber(const QString &phoneNumber)
{
    constexpr qsizetype kShown = 2;
    return QString(std::max<qsizetype>(phoneNumber.size() - kShown, 0), u'•') + phoneNumber.right(kShown);
}

SmsCodes::SmsCodes(security::SecretBox box, security::SmsCommand &command, std::function<Timestamp()> clock)
    : m_box(std::move(box)), m_command(command), m_clock(std::move(clock))
{
}

Result<SmsCodes::Message> SmsCodes::issue(store::WriteTransaction &transaction, UserId user) const
{
    store::Connection &connection = transaction.connection();
    const Timestamp now = m_clock();
    const auto factor = factors::find(connection, user);
    if (!factor)
        return fail(factor.error());
    if (!*factor)
        return fail(Error::notFound(u"Telephone"));
    const Timestamp anHourAgo = now.plusSeconds(-kSendsWindow);
    const auto sends = factors::sends(connection, user, anHourAgo);
    if (!sends)
        return fail(sends.error());
    if (sends->count >= kMessagesPerHour)
        return tooMany(sends->first.plusSeconds(kSendsWindow), now);
    if (sends->count > 0 && now < sends->last.plusSeconds(kSecondsBetween))
        return tooMany(sends->last.plusSeconds(kSecondsBetween), now);
    if (const auto counted = factors::addSend(connection, user, now, anHourAgo); !counted)
        return fail(counted.error());
    Message message{
        .phoneNumber = (*factor)->phoneNumber, .code = newCode(), .expiresAt = now.plusSeconds(kCodeSeconds)};
    if (const auto kept = factors::replaceCode(connection, user, digest(user, message.code), kAttempts,
                                               message.expiresAt);
        !kept)
        return fail(kept.error());
    return message;
}

QCoro::Task<Result<>> SmsCodes::send(Message message) const
{
    return m_command.send(message.phoneNumber, message.code);
}

Result<bool> SmsCodes::take(store::WriteTransaction &transaction, UserId user, const QString &code) const
{
    return factors::takeCode(transaction.connection(), user, digest(user, code), m_clock());
}

QByteArray SmsCodes::digest(UserId user, const QString &code) const
{
    return m_box.digest(code.toUtf8(), "sms " + user.toString().toLatin1());
}

} // namespace plexi::services
