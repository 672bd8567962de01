// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/bookmarks_service.h"

#include "server/services/message_access.h"
#include "server/store/bookmarks_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Message;
using protocol::MessagePage;
using store::Connection;
using store::WriteTransaction;

Result<MessagePage> BookmarksService::list(security::Principal caller, std::optional<MessageId> before, qint64 limit)
{
    Connection &connection = m_database.reader();
    auto messages = store::messages::bookmarked(connection, caller.userId, before.value_or(store::messages::kNewest),
                                                limit + 1);
    if (!messages)
        return fail(std::move(messages.error()));
    const auto count = store::bookmarks::countVisible(connection, caller.userId);
    if (!count)
        return fail(count.error());
    return MessagePage::cutFrom(std::move(*messages), limit, *count);
}

QCoro::Task<Result<Message>> BookmarksService::add(security::Principal caller, MessageId message)
{
    auto job = [caller, message](WriteTransaction &transaction) -> Result<Message> {
        Connection &connection = transaction.connection();
        auto sighting = readableMessage(connection, message, caller);
        if (!sighting)
            return fail(std::move(sighting.error()));
        if (sighting->message.isDeleted)
            return fail(Error::notFound(u"Message"));
        if (auto added = store::bookmarks::add(connection, caller.userId, message, Timestamp::now()); !added)
            return fail(std::move(added.error()));
        const auto count = store::bookmarks::countAll(connection, caller.userId);
        if (!count)
            return fail(count.error());
        if (*count > kMaxBookmarks)
            return fail({.code = ErrorCode::Conflict,
                         .message = u"There are as many bookmarks as fit"_s,
                         .details = {{"limit"_L1, kMaxBookmarks}}});
        return std::move(sighting->message);
    };
    co_return co_await m_database.write(std::move(job));
}

QCoro::Task<Result<>> BookmarksService::remove(security::Principal caller, MessageId message)
{
    auto job = [caller, message](WriteTransaction &transaction) -> Result<> {
        const auto sighting = readableMessage(transaction.connection(), message, caller);
        if (!sighting)
            return fail(sighting.error());
        return store::bookmarks::remove(transaction.connection(), caller.userId, message);
    };
    co_return co_await m_database.write(std::move(job));
}

} // namespace plexi::services
