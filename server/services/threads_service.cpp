// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/threads_service.h"

#include "server/services/channel_access.h"
#include "server/services/message_access.h"

namespace plexi::services {

namespace threads = store::threads;

using protocol::Message;
using protocol::ThreadPage;
using protocol::ThreadState;
using store::Connection;
using store::WriteTransaction;
using store::messages::Sighting;

namespace {

/** The root of the thread that @p message begins or is in, where the caller may read it. */
Result<Sighting> readableRoot(Connection &connection, MessageId message, const security::Principal &caller)
{
    auto sighting = readableMessage(connection, message, caller);
    if (sighting && sighting->message.threadId)
        return readableMessage(connection, *sighting->message.threadId, caller);
    return sighting;
}

Result<ThreadState> stateOf(Connection &connection, const Message &root, UserId user)
{
    auto state = threads::find(connection, root.id, user);
    if (!state)
        return fail(std::move(state.error()));
    return state->value_or(ThreadState{.threadId = root.id, .channelId = root.channelId, .lastReadMessageId = {}});
}

/** Where a marker is to stand: on @p upTo, which must be of the thread, or on its newest reply. */
Result<MessageId> markerOf(Connection &connection, const Message &root, std::optional<MessageId> upTo)
{
    if (!upTo)
        return threads::newestReply(connection, root.id);
    if (*upTo == root.id)
        return root.id;
    const auto reply = store::messages::findIn(connection, root.channelId, *upTo);
    if (!reply)
        return fail(reply.error());
    if (!*reply || (*reply)->threadId != root.id)
        return fail(Error::notFound(u"Message"));
    return *upTo;
}

Result<ThreadState> beginFollowing(Connection &connection, const security::Principal &caller, MessageId message)
{
    const auto root = readableRoot(connection, message, caller);
    if (!root)
        return fail(root.error());
    if (root->message.isDeleted)
        return fail(Error::notFound(u"Message"));
    if (!root->viewerRole)
        return fail(notAMember());
    const MessageId id = root->message.id;
    const auto newest = threads::newestReply(connection, id);
    if (!newest)
        return fail(newest.error());
    const auto followed = threads::follow(connection, root->message.channelId, id, caller.userId, *newest);
    if (!followed)
        return fail(followed.error());
    return stateOf(connection, root->message, caller.userId);
}

Result<> endFollowing(Connection &connection, const security::Principal &caller, MessageId message)
{
    const auto root = readableRoot(connection, message, caller);
    if (!root)
        return fail(root.error());
    const auto ended = threads::unfollow(connection, root->message.id, caller.userId);
    if (!ended)
        return fail(ended.error());
    return {};
}

Result<ThreadState> moveMarker(Connection &connection, const security::Principal &caller, MessageId message,
                               std::optional<MessageId> upTo)
{
    const auto root = readableRoot(connection, message, caller);
    if (!root)
        return fail(root.error());
    const auto marker = markerOf(connection, root->message, upTo);
    if (!marker)
        return fail(marker.error());
    if (auto moved = threads::moveMarker(connection, root->message.id, caller.userId, *marker); !moved)
        return fail(std::move(moved.error()));
    return stateOf(connection, root->message, caller.userId);
}

} // namespace

Result<ThreadPage> ThreadsService::list(security::Principal caller, threads::Filter filter,
                                        std::optional<MessageId> before, qint64 limit)
{
    Connection &connection = m_database.reader();
    auto followed = threads::list(connection, caller.userId, filter, before.value_or(store::messages::kNewest),
                                  limit + 1);
    if (!followed)
        return fail(std::move(followed.error()));
    const auto count = threads::count(connection, caller.userId, filter);
    if (!count)
        return fail(count.error());
    ThreadPage page{.threads = {}, .hasMore = followed->size() > limit, .nextCursor = {}, .totalCount = *count};
    if (page.hasMore) {
        followed->resize(limit);
        page.nextCursor = followed->last().activeId;
    }
    for (const threads::Followed &thread : std::as_const(*followed)) {
        auto root = store::messages::findIn(connection, thread.state.channelId, thread.state.threadId);
        if (!root)
            return fail(std::move(root.error()));
        // Else it went between the two reads.
        if (*root)
            page.threads.append({.state = thread.state, .root = std::move(**root)});
    }
    return page;
}

Result<ThreadState> ThreadsService::state(security::Principal caller, MessageId message)
{
    Connection &connection = m_database.reader();
    const auto root = readableRoot(connection, message, caller);
    if (!root)
        return fail(root.error());
    return stateOf(connection, root->message, caller.userId);
}

QCoro::Task<Result<ThreadState>> ThreadsService::follow(security::Principal caller, MessageId message)
{
    auto job = [caller, message](WriteTransaction &transaction) {
        return beginFollowing(transaction.connection(), caller, message);
    };
    co_return co_await m_database.write(std::move(job));
}

QCoro::Task<Result<>> ThreadsService::unfollow(security::Principal caller, MessageId message)
{
    auto job = [caller, message](WriteTransaction &transaction) {
        return endFollowing(transaction.connection(), caller, message);
    };
    co_return co_await m_database.write(std::move(job));
}

QCoro::Task<Result<ThreadState>> ThreadsService::markRead(security::Principal caller, MessageId message,
                                                          std::optional<MessageId> upTo)
{
    auto job = [caller, message, upTo](WriteTransaction &transaction) {
        return moveMarker(transaction.connection(), caller, message, upTo);
    };
    co_return co_await m_database.write(std::move(job));
}

} // namespace plexi::services
