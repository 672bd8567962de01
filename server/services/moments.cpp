// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/moments.h"

#include "shared/core/error.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

// The forms of a time. At most five digits: no count of a unit overflows.
constexpr auto kPattern =
    "(?:in\\s+(?<count>\\d{1,5}|an?|one)\\s*(?<unit>s|sec|seconds?|m|mins?|minutes?|h|hours?|d|days?|w|weeks?)"
    "|(?:(?<day>today|tomorrow)\\s+)?at\\s+(?<hour>\\d{1,2})(?::(?<minute>\\d{2}))?\\s*(?<half>am|pm)?"
    "|(?:at|on)\\s+(?<iso>\\d{4}-\\d{2}-\\d{2}T\\S+)"
    "|(?<plainday>tomorrow))"_L1;

QRegularExpression expression(const QString &pattern)
{
    return QRegularExpression(
        pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
}

qint64 secondsOf(const QString &unit)
{
    switch (unit.front().toLower().unicode()) {
    case u's':
        return 1;
    case u'm':
        return kMinute;
    case u'h':
        return kHour;
    case u'd':
        return kDay;
    default:
        return 7 * kDay;
    }
}

/** Nothing for an hour or minute that no clock shows. */
std::optional<QTime> timeOf(const QRegularExpressionMatch &match)
{
    int hour = match.captured(u"hour"_s).toInt();
    const QString half = match.captured(u"half"_s).toLower();
    if (!half.isEmpty() && (hour < 1 || hour > 12))
        return std::nullopt;
    if (!half.isEmpty())
        hour = hour % 12 + (half == "pm"_L1 ? 12 : 0);
    const QTime time(hour, match.captured(u"minute"_s).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<Timestamp> momentOf(const QRegularExpressionMatch &match, Timestamp now, const QTimeZone &zone)
{
    if (match.hasCaptured(u"iso"_s))
        return Timestamp::fromIso(match.captured(u"iso"_s));
    if (match.hasCaptured(u"unit"_s)) {
        bool isNumber = false;
        const qint64 count = match.captured(u"count"_s).toLongLong(&isNumber);
        return now.plusSeconds((isNumber ? count : 1) * secondsOf(match.captured(u"unit"_s)));
    }
    constexpr int kMorning = 9;
    const bool isPlainDay = match.hasCaptured(u"plainday"_s);
    const auto time = isPlainDay ? std::optional(QTime(kMorning, 0)) : timeOf(match);
    if (!time)
        return std::nullopt;
    const QString day = match.captured(u"day"_s).toLower();
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.ms, zone).date();
    const bool isTomorrow = isPlainDay || day == "tomorrow"_L1;
    const Timestamp moment{QDateTime(isTomorrow ? today.addDays(1) : today, *time, zone).toMSecsSinceEpoch()};
    if (moment > now || !day.isEmpty())
        return moment;
    return Timestamp{QDateTime(today.addDays(1), *time, zone).toMSecsSinceEpoch()};
}

} // namespace

Result<> checkAhead(const QString &field, Timestamp moment, qint64 maxDays)
{
    const Timestamp now = Timestamp::now();
    if (moment <= now)
        return fail(Error::validation(field, u"Must be in the future"_s));
    if (moment > now.plusSeconds(maxDays * kDay))
        return fail(Error::validation(field, u"Must be within %1 days"_s.arg(maxDays)));
    return {};
}

std::optional<TimedText> readTimedText(const QString &words, Timestamp now, const QTimeZone &zone)
{
    static const QRegularExpression behind = expression(u"^(?<text>.*?\\S)\\s+"_s + kPattern + u"[.!]?$"_s);
    static const QRegularExpression before = expression(u'^' + kPattern + u",?\\s+(?<text>\\S.*)$"_s);
    for (const QRegularExpression *form : {&behind, &before}) {
        const auto match = form->match(words.trimmed());
        const auto moment = match.hasMatch() ? momentOf(match, now, zone) : std::nullopt;
        if (moment)
            return TimedText{.text = match.captured(u"text"_s), .moment = *moment};
    }
    return std::nullopt;
}

} // namespace plexi::services
