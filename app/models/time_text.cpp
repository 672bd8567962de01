// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/time_text.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** A long date format without its year and what joins the year to the rest ("dddd, d MMMM yyyy", "dddd d 'de' MMMM 'de' y"). */
QString withoutYear(QString format)
{
    static const QRegularExpression year(u"(,|\\s|'[^']*')*\\by+\\b"_s);
    format.remove(year);
    return format.trimmed();
}

} // namespace

QString shortTime(QTime time)
{
    const QLocale locale;
    // The C locale's short form has seconds.
    return locale.language() == QLocale::C ? time.toString(u"HH:mm"_s) : locale.toString(time, QLocale::ShortFormat);
}

QString dayName(QDate day, QDate today)
{
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::LongFormat);
    if (day.year() == today.year()) {
        const QString shorter = withoutYear(format);
        // Languages that begin with the year keep it: what would remain is not how they write a day.
        if (!shorter.contains(u'y') && !format.startsWith(u'y'))
            format = shorter;
    }
    return locale.toString(day, format);
}

} // namespace plexi::app
