// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/emoji_catalogue.h"

#include <QFile>
#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

QList<NamedEmoji> readCatalogue()
{
    QFile file(u":/plexichat/emoji/emoji.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The list of emoji is not in the program");
    QList<NamedEmoji> all;
    const QString text = QString::fromUtf8(file.readAll());
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        const auto parts = line.split(u'\t');
        all.append({.emoji = parts[0].toString(),
                    .names = parts[1].toString().split(u' '),
                    .words = parts[2].toString().split(u' ', Qt::SkipEmptyParts)});
    }
    return all;
}

/** 0 is the best; nothing where it does not fit. */
std::optional<size_t> rankOf(const NamedEmoji &emoji, const QString &text)
{
    const auto begins = [&text](const QString &word) {
        return word.startsWith(text);
    };
    if (std::ranges::any_of(emoji.names, begins))
        return 0;
    if (std::ranges::any_of(emoji.names, [&text](const QString &name) { return name.contains(text); }))
        return 1;
    if (std::ranges::any_of(emoji.words, begins))
        return 2;
    return std::nullopt;
}

} // namespace

const QList<NamedEmoji> &emojiCatalogue()
{
    static const QList<NamedEmoji> all = readCatalogue();
    return all;
}

QString emojiNamed(const QString &name)
{
    static const QHash<QString, QString> byName = [] {
        QHash<QString, QString> names;
        for (const NamedEmoji &emoji : emojiCatalogue()) {
            for (const QString &known : emoji.names)
                names.insert(known, emoji.emoji);
        }
        return names;
    }();
    return byName.value(name);
}

QList<const NamedEmoji *> findEmoji(const QString &text)
{
    const QString wanted = text.trimmed().toLower().replace(u' ', u'_');
    std::array<QList<const NamedEmoji *>, 3> found;
    for (const NamedEmoji &emoji : emojiCatalogue()) {
        if (const auto rank = rankOf(emoji, wanted))
            found.at(*rank).append(&emoji);
    }
    return found[0] + found[1] + found[2];
}

} // namespace plexi::app
