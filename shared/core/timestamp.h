// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <compare>
#include <optional>

namespace plexi {

/** A moment: milliseconds since 1970-01-01 UTC. Stored as that number, written as ISO-8601 with Z. */
struct Timestamp {
    qint64 ms = 0;

    static Timestamp now();
    /** Accepts ISO-8601 with a zone ("2025-12-31T23:59:59Z", "+02:00", with or without fractions). */
    static std::optional<Timestamp> fromIso(QStringView text);

    /** "2025-01-15T10:30:00.000Z" */
    QString toIso() const;
    /** The same as ASCII at the end of @p text. */
    void appendIso(QByteArray &text) const;
    qint64 seconds() const { return ms / 1000; }
    Timestamp plusSeconds(qint64 count) const { return {ms + count * 1000}; }

    friend auto operator<=>(const Timestamp &, const Timestamp &) = default;
};

} // namespace plexi
