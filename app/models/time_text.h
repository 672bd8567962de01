// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QTime>

namespace plexi::app {

/** "09:41", as the system's language writes it. */
QString shortTime(QTime time);

/** "Sunday, 22 November" as the system's language writes it, with the year where it is another than @p today's. */
QString dayName(QDate day, QDate today = QDate::currentDate());

} // namespace plexi::app
