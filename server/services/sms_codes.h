// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/secret_box.h"
#include "server/security/sms_command.h"
#include "server/store/database.h"
#include "shared/core/timestamp.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace plexi::services {

/**
 * Codes by text message: one for each person at a time, good for five minutes, five tries and one success. Messages cost
 * money and disturb, so there are five in an hour for each person, and half a minute between two. Thread-safe.
 */
class SmsCodes
{
public:
    static constexpr qint64 kCodeSeconds = 5 * 60;
    static constexpr qint64 kAttempts = 5;
    static constexpr qint64 kMessagesPerHour = 5;
    static constexpr qint64 kSecondsBetween = 30;

    /** @p command is not owned and outlives this. */
    SmsCodes(security::SecretBox box, security::SmsCommand &command, std::function<Timestamp()> clock = Timestamp::now);

    /** Whether this server can send any. */
    bool areAvailable() const { return m_command.isConfigured(); }

    /** A code on its way. A secret: never log it. */
    struct Message {
        QString phoneNumber;
        QString code;
        Timestamp expiresAt;
    };
    /**
     * Makes a code for the person's telephone, in the place of the last one, and counts the message. NotFound without a
     * telephone; RateLimitExceeded after too many messages.
     */
    Result<Message> issue(store::WriteTransaction &transaction, UserId user) const;

    /** Hands it to the command. ServiceUnavailable. To be called when issue() is on disk. */
    QCoro::Task<Result<>> send(Message message) const;

    /** Whether @p code is the one that is good now; it is used up. A wrong one takes a try away from it. */
    Result<bool> take(store::WriteTransaction &transaction, UserId user, const QString &code) const;

private:
    QByteArray digest(UserId user, const QString &code) const;

    const security::SecretBox m_box;
    security::SmsCommand &m_command;
    const std::function<Timestamp()> m_clock;
};

/** E.164: + and 8 to 15 digits, without the blanks, dots, hyphens and brackets that people put in. ValidationError. */
Result<QString> checkedPhoneNumber(const QString &typed);

/** All but the last two digits taken out. */
QString maskedPhoneNumber(const QString &phoneNumber);

} // namespace plexi::services
