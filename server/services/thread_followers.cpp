// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/thread_followers.h"

#include "server/services/mentions.h"
#include "server/store/threads_store.h"

namespace plexi::services {

namespace threads = store::threads;

using protocol::Message;
using store::Connection;

namespace {

/** Those whom @p message names by name follow the thread of @p root from @p lastRead on. */
Result<> followNamed(Connection &connection, const Message &message, MessageId root, MessageId lastRead)
{
    const auto people = namedByName(connection, message);
    if (!people)
        return fail(people.error());
    for (const UserId user : *people) {
        if (const auto followed = threads::follow(connection, message.channelId, root, user, lastRead); !followed)
            return fail(followed.error());
    }
    return {};
}

} // namespace

Result<> followReply(Connection &connection, const Message &root, const Message &reply)
{
    if (auto counted = threads::countReply(connection, root.id, reply.id, reply.userId); !counted)
        return counted;
    const auto previous = threads::replyBefore(connection, root.id, reply.id);
    if (!previous)
        return fail(previous.error());
    const auto replied = threads::follow(connection, root.channelId, root.id, reply.userId, reply.id);
    if (!replied)
        return fail(replied.error());
    if (*previous == root.id) {
        const auto began = threads::follow(connection, root.channelId, root.id, root.userId, root.id);
        if (!began)
            return fail(began.error());
        if (auto named = followNamed(connection, root, root.id, root.id); !named)
            return named;
    }
    return followNamed(connection, reply, root.id, *previous);
}

Result<> followEdit(Connection &connection, const Message &reply)
{
    const auto previous = threads::replyBefore(connection, *reply.threadId, reply.id);
    if (!previous)
        return fail(previous.error());
    return followNamed(connection, reply, *reply.threadId, *previous);
}

Result<> forgetReply(Connection &connection, const Message &reply)
{
    return threads::forgetReply(connection, *reply.threadId, reply.id, reply.userId);
}

} // namespace plexi::services
