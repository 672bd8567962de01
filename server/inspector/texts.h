// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace plexi::inspector {

/** Characters of a file's text that are kept for search. */
inline constexpr qsizetype kMaxText = qsizetype(1) << 20;

struct TextFacts {
    /** "UTF-8", "UTF-16LE", … or "ISO-8859-1". */
    QString encoding;
    qint64 lines = 0;
    /** Its first kMaxText characters. */
    QString text;
};

/** Nothing where the bytes are no text: they have control characters that no text has. */
std::optional<TextFacts> examineText(const QByteArray &bytes);

} // namespace plexi::inspector
