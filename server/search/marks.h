// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"

#include <QString>

/**
 * Terms that tell of a message what is not in its words: where it stands, who wrote it, what it has. They are indexed beside
 * the words, so that the index itself leaves out what a search may not or should not find. They begin with a character of
 * Unicode's private use area, which is no letter: no text has such a term.
 */
namespace plexi::search {

/** The message is in a public channel. */
inline QString publicMark()
{
    return QStringLiteral("\uE000p");
}

inline QString channelMark(ChannelId channel)
{
    return QStringLiteral("\uE000c") + QString::number(channel.value());
}

inline QString authorMark(UserId author)
{
    return QStringLiteral("\uE000u") + QString::number(author.value());
}

/** There is an address of the web in its text. */
inline QString linkMark()
{
    return QStringLiteral("\uE000l");
}

inline QString fileMark()
{
    return QStringLiteral("\uE000f");
}

inline bool hasLink(QStringView text)
{
    for (qsizetype at = text.indexOf(u"://"); at >= 0; at = text.indexOf(u"://", at + 3)) {
        const QStringView before = text.first(at);
        const bool isWeb = before.endsWith(u"http", Qt::CaseInsensitive)
            || before.endsWith(u"https", Qt::CaseInsensitive);
        if (isWeb && at + 3 < text.size() && text[at + 3].isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace plexi::search
