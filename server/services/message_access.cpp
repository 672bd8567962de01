// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/message_access.h"

#include "server/services/channel_access.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

using store::messages::Sighting;

Result<Sighting> readableMessage(store::Connection &connection, MessageId message, const security::Principal &caller)
{
    auto sighting = store::messages::find(connection, message, caller.userId);
    if (!sighting)
        return fail(std::move(sighting.error()));
    if (!*sighting)
        return fail(Error::notFound(u"Message"));
    return std::move(**sighting);
}

Result<Sighting> memberMessage(store::Connection &connection, MessageId message, const security::Principal &caller)
{
    auto sighting = readableMessage(connection, message, caller);
    if (!sighting)
        return sighting;
    if (sighting->message.isDeleted)
        return fail(Error::notFound(u"Message"));
    if (!sighting->viewerRole)
        return fail(notAMember());
    return sighting;
}

Result<qint64> stampMessage(store::Connection &connection, const protocol::Message &message)
{
    const auto step = store::messages::takeSeq(connection, message.channelId, 1, 0);
    if (!step)
        return fail(step.error());
    if (!*step)
        return fail(Error::notFound(u"Message"));
    if ((*step)->isArchived)
        return fail(channelIsArchived());
    if (auto stamped = store::messages::setSeq(connection, message.id, (*step)->seq); !stamped)
        return fail(std::move(stamped.error()));
    return (*step)->seq;
}

Result<> checkReferences(store::Connection &connection, ChannelId channel, std::optional<MessageId> replyTo,
                         std::optional<MessageId> threadId)
{
    if (replyTo) {
        const auto target = store::messages::findIn(connection, channel, *replyTo);
        if (!target)
            return fail(target.error());
        if (!*target || (*target)->isDeleted)
            return fail(Error::notFound(u"Message"));
    }
    if (threadId) {
        const auto root = store::messages::findIn(connection, channel, *threadId);
        if (!root)
            return fail(root.error());
        if (!*root || (*root)->isDeleted)
            return fail(Error::notFound(u"Message"));
        if ((*root)->threadId)
            return fail(Error::validation(u"thread_id"_s, u"Must not be a reply: threads have one level"_s));
    }
    return {};
}

} // namespace plexi::services
