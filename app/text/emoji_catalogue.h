// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace plexi::app {

/** An emoji and what people call it. */
struct NamedEmoji {
    QString emoji;
    /** Its short codes, without colons; the first is the usual one. */
    QStringList names;
    /** Other words by which it is found. */
    QStringList words;
};

/** All emoji, in Unicode's order. Read from the program's resources when it is first asked for; never changes. */
const QList<NamedEmoji> &emojiCatalogue();

/** What ":name:" stands for; empty for an unknown name. */
QString emojiNamed(const QString &name);

/** Those that @p text fits: names that begin with it first, then names that hold it, then other words that begin with it. */
QList<const NamedEmoji *> findEmoji(const QString &text);

} // namespace plexi::app
