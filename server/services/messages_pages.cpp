// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The reading half of MessagesService: pages of channels and threads, and what changed since a seq.
#include "server/security/permissions.h"
#include "server/services/channel_access.h"
#include "server/services/messages_service.h"
#include "server/store/message_versions_store.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace messages = store::messages;

using protocol::Message;
using protocol::MessagePage;

namespace {

using Rows = Result<QList<Message>>;

/** Where a page's messages come from: a channel or a thread. */
struct Source {
    /** Newest first. */
    std::function<Rows(MessageId position, qint64 limit)> before;
    /** Oldest first. */
    std::function<Rows(MessageId position, qint64 limit)> after;
};

MessageId justAfter(MessageId id)
{
    return MessageId(id.value() + 1);
}

/** Cuts @p list to @p limit; whether anything was cut. One row more than asked for tells whether there are more. */
bool cut(QList<Message> &list, qint64 limit)
{
    const bool isLonger = list.size() > limit;
    if (isLonger)
        list.resize(limit);
    return isLonger;
}

Result<MessagePage> pageBefore(const Source &source, MessageId position, qint64 limit)
{
    auto rows = source.before(position, limit + 1);
    if (!rows)
        return fail(std::move(rows.error()));
    MessagePage page;
    page.hasMore = cut(*rows, limit);
    page.messages = std::move(*rows);
    return page;
}

Result<MessagePage> pageAfter(const Source &source, MessageId position, qint64 limit)
{
    auto rows = source.after(position, limit + 1);
    if (!rows)
        return fail(std::move(rows.error()));
    MessagePage page;
    page.hasNewer = cut(*rows, limit);
    std::ranges::reverse(*rows);
    page.messages = std::move(*rows);
    if (!page.messages.isEmpty()) {
        const auto older = source.before(page.messages.last().id, 1);
        if (!older)
            return fail(older.error());
        page.hasMore = !older->isEmpty();
    }
    return page;
}

/** The message at @p centre in the middle, where there are enough newer ones. */
Result<MessagePage> pageAround(const Source &source, MessageId centre, qint64 limit)
{
    auto newer = pageAfter(source, centre, (limit - 1) / 2);
    if (!newer)
        return newer;
    auto older = pageBefore(source, justAfter(centre), limit - newer->messages.size());
    if (!older)
        return older;
    MessagePage page;
    page.messages = newer->messages + older->messages;
    page.hasMore = older->hasMore;
    page.hasNewer = newer->hasNewer;
    return page;
}

Result<MessagePage> pageOf(const Source &source, const PageRequest &request, std::optional<MessageId> centre)
{
    auto page = centre  ? pageAround(source, *centre, request.limit)
        : request.after ? pageAfter(source, *request.after, request.limit)
                        : pageBefore(source, request.before.value_or(messages::kNewest), request.limit);
    if (page && page->hasMore)
        page->nextCursor = page->messages.last().id;
    return page;
}

messages::Deleted deletedOf(const PageRequest &request)
{
    return request.includeDeleted ? messages::Deleted::Include : messages::Deleted::Leave;
}

Result<> checkRequest(const PageRequest &request)
{
    const int given = int(request.before.has_value()) + int(request.after.has_value()) + int(request.around.has_value())
        + int(request.afterSeq.has_value());
    if (given > 1)
        return fail(Error::validation(u"before"_s, u"Only one of before, after, around and after_seq may be given"_s));
    return {};
}

/**
 * What changed since a seq. @p channel was read before: what is newer than its seq may be among the messages, but nothing
 * up to it is missing.
 */
Result<MessagePage> changesSince(store::Connection &connection, const store::channels::Access &channel, qint64 seq,
                                 qint64 limit)
{
    auto rows = messages::changes(connection, channel.id, seq, limit + 1);
    if (!rows)
        return fail(std::move(rows.error()));
    MessagePage page;
    page.hasMore = cut(*rows, limit);
    page.messages = std::move(*rows);
    page.currentSeq = channel.seq;
    page.totalCount = channel.messageCount;
    page.nextSeq = seq;
    if (!page.messages.isEmpty()) {
        page.nextSeq = page.messages.last().seq;
        page.currentSeq = std::max(channel.seq, *page.nextSeq);
    }
    return page;
}

/** The message to centre on: a reply stands in no channel page, but its root does. */
Result<MessageId> centreOf(store::Connection &connection, ChannelId channel, MessageId around)
{
    const auto message = messages::findIn(connection, channel, around);
    if (!message)
        return fail(message.error());
    if (!*message)
        return fail(Error::notFound(u"Message"));
    return (*message)->threadId.value_or((*message)->id);
}

} // namespace

Result<MessagePage> MessagesService::page(security::Principal caller, QString channel, PageRequest request)
{
    if (auto checked = checkRequest(request); !checked)
        return fail(std::move(checked.error()));
    store::Connection &connection = m_database.reader();
    const auto access = readableChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    if (request.afterSeq)
        return changesSince(connection, *access, *request.afterSeq, request.limit);

    std::optional<MessageId> centre;
    if (request.around) {
        const auto found = centreOf(connection, access->id, *request.around);
        if (!found)
            return fail(found.error());
        centre = *found;
    }
    const messages::Deleted deleted = deletedOf(request);
    const Source source{
        .before = [&](MessageId position,
                      qint64 limit) { return messages::before(connection, access->id, position, limit, deleted); },
        .after = [&](MessageId position,
                     qint64 limit) { return messages::after(connection, access->id, position, limit, deleted); },
    };
    auto page = pageOf(source, request, centre);
    if (page)
        page->totalCount = access->messageCount;
    return page;
}

Result<MessagePage> MessagesService::thread(security::Principal caller, MessageId message, PageRequest request)
{
    if (auto checked = checkRequest(request); !checked)
        return fail(std::move(checked.error()));
    store::Connection &connection = m_database.reader();
    auto sighting = messages::find(connection, message, caller.userId);
    if (sighting && *sighting && (*sighting)->message.threadId)
        sighting = messages::find(connection, *(*sighting)->message.threadId, caller.userId);
    if (!sighting)
        return fail(std::move(sighting.error()));
    if (!*sighting)
        return fail(Error::notFound(u"Message"));
    const MessageId root = (*sighting)->message.id;
    const messages::Deleted deleted = deletedOf(request);
    const Source source{
        .before = [&](MessageId position,
                      qint64 limit) { return messages::repliesBefore(connection, root, position, limit, deleted); },
        .after = [&](MessageId position,
                     qint64 limit) { return messages::repliesAfter(connection, root, position, limit, deleted); },
    };
    auto page = pageOf(source, request, std::nullopt);
    if (page)
        page->totalCount = (*sighting)->message.replyCount;
    return page;
}

Result<QList<protocol::MessageVersion>> MessagesService::history(security::Principal caller, MessageId message)
{
    store::Connection &connection = m_database.reader();
    const auto sighting = messages::find(connection, message, caller.userId);
    if (!sighting)
        return fail(sighting.error());
    if (!*sighting || (*sighting)->message.isDeleted)
        return fail(Error::notFound(u"Message"));
    if ((*sighting)->message.userId != caller.userId && !caller.can(security::permission::kMessagesModerate))
        return fail(Error::forbidden(u"Only its author or a moderator may see what a message said before"_s));
    return store::message_versions::list(connection, message);
}

} // namespace plexi::services
