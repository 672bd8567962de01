// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/core/timestamp.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <chrono>

namespace plexi {

Timestamp Timestamp::now()
{
    return {QDateTime::currentMSecsSinceEpoch()};
}

std::optional<Timestamp> Timestamp::fromIso(QStringView text)
{
    // A date alone, or a time without a zone, would be read as local time: whose? So we refuse both.
    const qsizetype t = text.indexOf(u'T');
    if (t < 0)
        return std::nullopt;
    const QStringView time = text.sliced(t + 1);
    if (!time.endsWith(u'Z') && !time.contains(u'+') && !time.contains(u'-'))
        return std::nullopt;
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    return Timestamp{parsed.toMSecsSinceEpoch()};
}

QString Timestamp::toIso() const
{
    QByteArray text;
    appendIso(text);
    return QString::fromLatin1(text);
}

void Timestamp::appendIso(QByteArray &text) const
{
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds(ms)};
    const sys_days day = floor<days>(moment);
    const year_month_day date(day);
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) {
        text += QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC).toString(Qt::ISODateWithMs).toLatin1();
        return;
    }
    const hh_mm_ss time(moment - day);
    const auto digits = [&text](auto number, int count) {
        std::array<char, 4> written{};
        auto rest = static_cast<unsigned>(number);
        for (int i = count - 1; i >= 0; --i, rest /= 10)
            written[static_cast<size_t>(i)] = static_cast<char>('0' + rest % 10);
        text.append(written.data(), count);
    };
    digits(year, 4);
    text += '-';
    digits(static_cast<unsigned>(date.month()), 2);
    text += '-';
    digits(static_cast<unsigned>(date.day()), 2);
    text += 'T';
    digits(time.hours().count(), 2);
    text += ':';
    digits(time.minutes().count(), 2);
    text += ':';
    digits(time.seconds().count(), 2);
    if (const auto rest = time.subseconds().count(); rest != 0) {
        text += '.';
        digits(rest, 3);
    }
    text += 'Z';
}

} // namespace plexi
