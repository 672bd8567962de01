// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/spelling.h"

#include <QDir>
#include <QLocale>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** Shorter ones are hardly ever wrong. */
constexpr qsizetype kShortestWord = 2;

/** What is no word, though it has letters. */
const QRegularExpression &notWords()
{
    static const QRegularExpression pattern(
        u"`[^`]*`|[\\w+.-]+://\\S+|www\\.\\S+|\\S+@\\S+\\.\\S+|(?<!\\w)[@#][\\w.-]+|:[a-z0-9_+-]+:|\\S*[\\\\/_]\\S*"_s,
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/** Letters with their marks, and apostrophes and hyphens between them. */
const QRegularExpression &words()
{
    static const QRegularExpression pattern(u"[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}\\p{M}]+)*"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

bool isCheckable(QStringView word)
{
    if (word.size() < kShortestWord)
        return false;
    if (std::ranges::any_of(word, [](QChar letter) { return letter.isNumber(); }))
        return false;
    // "NATO" and "iPhone" are names.
    return std::ranges::none_of(word.sliced(1), [](QChar letter) { return letter.isUpper(); });
}

bool isDictionary(const QString &path)
{
    return QFile::exists(path + ".aff"_L1) && QFile::exists(path + ".dic"_L1);
}

} // namespace

QList<WordPlace> wordsToCheck(QStringView line)
{
    QString text = line.toString();
    for (auto matches = notWords().globalMatchView(line); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        std::fill_n(text.begin() + match.capturedStart(), match.capturedLength(), u' ');
    }
    QList<WordPlace> places;
    for (auto matches = words().globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (isCheckable(match.capturedView()))
            places.append({.start = match.capturedStart(), .length = match.capturedLength()});
    }
    return places;
}

bool isCodeFence(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    return trimmed.startsWith("```"_L1) || trimmed.startsWith("~~~"_L1);
}

QString dictionaryFor(const QString &language, const QStringList &folders)
{
    if (language.isEmpty())
        return {};
    const QString code = language.section(u'_', 0, 0);
    // "es" is that of Spain, "de" that of Germany; "en" is that of the country one is in, where that speaks it.
    const QLocale locale(language);
    QStringList names{language, locale.name(), code};
    if (code == "en"_L1)
        names << u"en_US"_s << u"en_GB"_s;
    for (const QString &folder : folders) {
        for (const QString &name : std::as_const(names)) {
            if (const QString path = QDir(folder).filePath(name); isDictionary(path))
                return path;
        }
        for (const QString &file : QDir(folder).entryList({code + "_*.dic"_L1}, QDir::Files, QDir::Name)) {
            if (const QString path = QDir(folder).filePath(file.chopped(4)); isDictionary(path))
                return path;
        }
    }
    return {};
}

QStringList dictionaryFolders()
{
    QStringList folders = qEnvironmentVariable("DICPATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &name : {u"hunspell"_s, u"myspell/dicts"_s})
        folders += QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, name,
                                             QStandardPaths::LocateDirectory);
    return folders;
}

} // namespace plexi::app
