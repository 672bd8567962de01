// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/name_match.h"

#include <algorithm>

namespace plexi::app {

namespace {

constexpr int kPrefix = 4000;
constexpr int kWordStart = 3000;
constexpr int kTogether = 2000;
constexpr int kScattered = 1000;
/** A longer name is worth a little less, to this length. */
constexpr qsizetype kLongestName = 500;

/** One folded character for each of @p text, so that indexes stay: "é" and "E" are both "e". */
QString folded(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, result.begin(), [](QChar character) {
        const QString parts = QString(character).normalized(QString::NormalizationForm_D);
        return parts.at(0).toCaseFolded();
    });
    return result;
}

bool isWordStart(QStringView name, qsizetype index)
{
    return index == 0 || !name.at(index - 1).isLetterOrNumber();
}

QList<qsizetype> range(qsizetype first, qsizetype count)
{
    QList<qsizetype> positions(count);
    std::ranges::generate(positions, [next = first]() mutable { return next++; });
    return positions;
}

std::optional<QList<qsizetype>> scattered(QStringView query, QStringView name)
{
    QList<qsizetype> positions;
    qsizetype from = 0;
    for (const QChar letter : query) {
        const qsizetype index = name.indexOf(letter, from);
        if (index < 0)
            return std::nullopt;
        positions.append(index);
        from = index + 1;
    }
    return positions;
}

} // namespace

std::optional<NameMatch> matchName(QStringView query, QStringView name)
{
    const QString wanted = folded(query.trimmed());
    const QString text = folded(name);
    const int brevity = static_cast<int>(kLongestName - std::min(text.size(), kLongestName - 1));
    if (wanted.isEmpty())
        return NameMatch{.score = brevity, .positions = {}};
    qsizetype together = -1;
    for (qsizetype index = text.indexOf(wanted); index >= 0; index = text.indexOf(wanted, index + 1)) {
        if (isWordStart(text, index)) {
            const int worth = index == 0 ? kPrefix : kWordStart;
            return NameMatch{.score = worth + brevity, .positions = range(index, wanted.size())};
        }
        together = together < 0 ? index : together;
    }
    if (together >= 0)
        return NameMatch{.score = kTogether + brevity, .positions = range(together, wanted.size())};
    if (const auto positions = scattered(wanted, text)) {
        // Letters far apart are hardly what was meant.
        const auto spread = static_cast<int>(std::min(positions->last() - positions->first(), kLongestName));
        return NameMatch{.score = kScattered + brevity - spread, .positions = *positions};
    }
    return std::nullopt;
}

} // namespace plexi::app
