// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace plexi::app {

/** Where a word stands in a line, in UTF-16 code units. */
struct WordPlace {
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const WordPlace &, const WordPlace &) = default;
};

/**
 * The words of a line of a message that a dictionary could know: not those of addresses, code in backticks, @names, #channels and
 * :emoji:, and none with figures, underscores or capitals within.
 */
QList<WordPlace> wordsToCheck(QStringView line);

/** The line begins or ends a block of code. */
bool isCodeFence(QStringView line);

/**
 * The dictionary for a language ("de", or "de_AT"), without its ending: DE_AT before DE_DE and others of that language. Looks in
 * the folders in their order; empty where none of them has one.
 */
QString dictionaryFor(const QString &language, const QStringList &folders);

/** Where dictionaries of Hunspell are on this computer. */
QStringList dictionaryFolders();

} // namespace plexi::app
