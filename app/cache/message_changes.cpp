// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/message_changes.h"

#include <algorithm>

namespace plexi::app::cache {

void change(protocol::Message &message, const protocol::ReactionChanged &event)
{
    const auto reaction = std::ranges::find(message.reactions, event.emoji, &protocol::Reaction::emoji);
    const bool isThere = reaction != message.reactions.end();
    if (event.added && !isThere) {
        message.reactions.append({.emoji = event.emoji, .userIds = {event.userId}});
    } else if (event.added && !reaction->userIds.contains(event.userId)) {
        if (reaction->userIds.size() < protocol::Reaction::kMaxListed)
            reaction->userIds.append(event.userId);
        else
            ++reaction->unlisted;
    } else if (!event.added && isThere) {
        if (reaction->userIds.removeAll(event.userId) == 0)
            reaction->unlisted = std::max<qint64>(0, reaction->unlisted - 1);
        if (reaction->count() == 0)
            message.reactions.erase(reaction);
    }
}

void change(protocol::Message &message, const protocol::PinChanged &event)
{
    message.isPinned = event.added;
}

protocol::Message tombstone(protocol::Message message)
{
    message.content.clear();
    message.attachments.clear();
    message.mentions.clear();
    message.mentionsChannel = false;
    message.reactions.clear();
    message.isPinned = false;
    message.isDeleted = true;
    return message;
}

} // namespace plexi::app::cache
