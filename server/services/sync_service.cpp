// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/sync_service.h"

#include "server/store/channels_store.h"
#include "server/store/messages_store.h"
#include "server/store/threads_store.h"
#include "server/store/unread_store.h"

#include <algorithm>

namespace plexi::services {

using protocol::SyncedChannel;
using protocol::SyncPage;
using protocol::SyncRequest;
using store::Connection;
using store::channels::Progress;

namespace {

/** A channel of which there may be something to tell. */
struct Candidate {
    Progress progress;
    /** What the caller has; nothing where the request does not name the channel. */
    std::optional<qint64> known;

    bool hasMoved() const { return known != progress.seq; }
    /** A greater seq than the channel's is of another life of this database, such as before a restored backup. */
    bool isNew() const { return !known || *known > progress.seq; }
};

/** The caller's channels, and those that the request names beside them; @p gone gets what is not to be read. */
Result<QList<Candidate>> candidates(Connection &connection, UserId caller, const SyncRequest &request,
                                    QStringList &gone)
{
    // Names first: what a channel is asked for by another name than its id must not be told twice.
    QHash<ChannelId, qint64> known;
    QHash<ChannelId, QString> names;
    for (const auto &[name, seq] : request.seqs.asKeyValueRange()) {
        const auto id = store::channels::resolve(connection, name);
        if (!id)
            return fail(id.error());
        if (!*id) {
            gone.append(name);
            continue;
        }
        known.insert(**id, std::min(seq, known.value(**id, seq)));
        names.insert(**id, name);
    }
    const auto own = store::channels::progress(connection, caller);
    if (!own)
        return fail(own.error());
    QList<Candidate> found;
    for (const Progress &progress : *own) {
        const bool isNamed = names.remove(progress.id);
        found.append({.progress = progress, .known = isNamed ? std::optional(known[progress.id]) : std::nullopt});
    }
    for (const auto &[id, name] : std::as_const(names).asKeyValueRange()) {
        const auto access = store::channels::access(connection, id, caller);
        if (!access)
            return fail(access.error());
        if (*access)
            found.append({.progress = {.id = id, .seq = (*access)->seq}, .known = known[id]});
        else
            gone.append(name);
    }
    std::ranges::sort(gone);
    return found;
}

/** At most @p room changes; nothing where the channel is gone at this moment. */
Result<std::optional<SyncedChannel>> syncedChannel(Connection &connection, UserId caller, const Candidate &candidate,
                                                   qint64 room)
{
    // The channel is read before its messages: what is newer than its seq may be among them, but nothing up to it is missing.
    auto channel = store::channels::find(connection, candidate.progress.id, caller);
    if (!channel)
        return fail(std::move(channel.error()));
    if (!*channel)
        return std::optional<SyncedChannel>();
    SyncedChannel synced{.channel = std::move(**channel), .messages = {}, .seq = 0, .isNew = candidate.isNew()};
    synced.seq = synced.channel.seq;
    if (synced.isNew)
        return synced;
    auto messages = store::messages::changes(connection, candidate.progress.id, *candidate.known, room + 1);
    if (!messages)
        return fail(std::move(messages.error()));
    synced.hasMore = messages->size() > room;
    if (synced.hasMore)
        messages->resize(room);
    synced.messages = std::move(*messages);
    if (synced.hasMore)
        synced.seq = synced.messages.last().seq;
    else if (!synced.messages.isEmpty())
        synced.seq = std::max(synced.seq, synced.messages.last().seq);
    return synced;
}

} // namespace

Result<SyncPage> SyncService::changes(security::Principal caller, SyncRequest request)
{
    Connection &connection = m_database.reader();
    SyncPage page;
    const auto all = candidates(connection, caller.userId, request, page.gone);
    if (!all)
        return fail(all.error());
    qint64 room = request.limit;
    for (const Candidate &candidate : *all) {
        if (!candidate.hasMoved())
            continue;
        if (room == 0) {
            page.hasMore = true;
            break;
        }
        auto synced = syncedChannel(connection, caller.userId, candidate, room);
        if (!synced)
            return fail(std::move(synced.error()));
        if (!*synced)
            continue;
        room -= std::max<qint64>(1, (*synced)->messages.size());
        page.hasMore |= (*synced)->hasMore;
        page.channels.append(std::move(**synced));
    }
    return page;
}

Result<protocol::UnreadSummary> SyncService::unread(security::Principal caller)
{
    Connection &connection = m_database.reader();
    auto channels = store::unread::channels(connection, caller.userId);
    if (!channels)
        return fail(std::move(channels.error()));
    const auto threads = store::threads::unread(connection, caller.userId);
    if (!threads)
        return fail(threads.error());
    protocol::UnreadSummary summary{.channels = std::move(*channels)};
    // Both lists are in the order of the channels' ids, and stay so.
    auto at = summary.channels.begin();
    for (const store::threads::Unread &inThreads : *threads) {
        at = std::ranges::lower_bound(at, summary.channels.end(), inThreads.channelId, {},
                                      &protocol::UnreadChannel::channelId);
        if (at == summary.channels.end() || at->channelId != inThreads.channelId) {
            at = summary.channels.insert(at,
                                         {.channelId = inThreads.channelId,
                                          .notificationLevel = inThreads.notificationLevel,
                                          .lastReadMessageId = inThreads.lastReadMessageId,
                                          .firstUnreadMessageId = std::nullopt});
        }
        at->unreadThreads = inThreads.threads;
        at->unreadReplies = inThreads.replies;
    }
    return summary;
}

} // namespace plexi::services
