// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"
#include "shared/core/timestamp.h"

#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace plexi::search {

/** A place in the order of messages: a message, or a moment. */
using Position = std::variant<MessageId, Timestamp>;

/** What a message can have besides its words. */
enum class Thing { File, Link };

std::optional<Thing> thingFromName(QStringView name);

/** On which side of a place one looks. A day, a month or a year is a place with an extent: "after" is after its end. */
enum class Side { Before, After };

/**
 * "msg_12", "2025-01-31T10:00:00Z", or a day, month or year in UTC: "2025-01-31", "2025-01", "2025". Messages before a moment
 * are older than it; messages after it are at it or newer, so for a moment with a time the result is the next millisecond.
 */
std::optional<Position> positionFromText(QStringView text, Side side);

/** A search as a person typed it, taken apart. */
struct Query {
    struct Text {
        QString text;
        /** Stood between quotes: the words as they are, one after the other. */
        bool isQuoted = false;
        bool isUnwanted = false;
    };
    struct Name {
        /** Without the '@' or '#' before it. */
        QString name;
        bool isUnwanted = false;
    };
    struct Possession {
        Thing thing = Thing::File;
        bool isUnwanted = false;
    };

    QList<Text> texts;
    QList<Name> authors;
    QList<Name> channels;
    QList<Possession> possessions;
    QList<Position> before;
    QList<Position> after;

    /** More parts than that are refused: each costs time. */
    static constexpr qsizetype kMaxParts = 32;
};

/**
 * Words, "words between quotes", -unwanted, from:name, in:channel, has:file, has:link, before:place and after:place, with
 * spaces between; a filter's value may stand between quotes too. What is no filter is a word, a quote that is not closed goes
 * to the end. ValidationError (field "q") for values that mean nothing, and for too many parts.
 */
Result<Query> parseQuery(const QString &text);

} // namespace plexi::search
