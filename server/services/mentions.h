// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/message.h"

#include <QStringList>

#include <functional>

/** Whom a message names: its `mentions`, every @username in its content, and @channel; members only (contract, section 4). */
namespace plexi::services {

/** What an @ stands before in a text. */
struct MentionedNames {
    /**
     * In their order, each once, lower case. A name may be followed by the full stop of its sentence, which usernames may
     * have too: the longest form stands first and the shorter ones behind it, to be tried until one is somebody's.
     */
    QList<QStringList> names;
    bool wholeChannel = false;
    /** @here: who is in the channel and there at this moment. */
    bool whoIsHere = false;
};

/** An @ within a word, as in an email address, names nobody. At most kMaxMentions names are taken. */
MentionedNames mentionedNames(const QString &content);

inline constexpr qsizetype kMaxMentions = 200;
/** In a channel of more members, @channel does not list them in the message; they are told and counted all the same. */
inline constexpr qint64 kMaxListedMembers = 200;

/** Most people that one @here lists. */
inline constexpr qsizetype kMaxPresent = 1000;

/** Whether a person is there at this moment. */
using IsHere = std::function<bool(UserId user)>;

/**
 * Sets @p message's mentions from its content and @p named, who were named outside it. @p memberCount is the channel's.
 * Reads as Connection::run does, and fails on no other ground: who is no member is passed over.
 */
Result<> resolveMentions(store::Connection &connection, protocol::Message &message, const QList<UserId> &named,
                         qint64 memberCount, const IsHere &isHere);

/** Those of a message's mentions that its content alone does not explain: who was named outside it. */
Result<QList<UserId>> namedOutsideContent(store::Connection &connection, const protocol::Message &message);

/** The people in a message's mentions who are meant by name, and not as part of @channel or @here. */
Result<QList<UserId>> namedByName(store::Connection &connection, const protocol::Message &message);

} // namespace plexi::services
