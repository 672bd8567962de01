// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/history.h"

#include "app/net/error_text.h"

#include <QPointer>

namespace plexi::app {

void History::loadNewest(ChannelId channel)
{
    if (!showCached(channel))
        runNewest(channel);
}

bool History::showCached(ChannelId channel)
{
    ChannelTimeline *timeline = m_reducer->timeline(channel);
    if (!timeline || timeline->isLoading())
        return false;
    const auto page = m_mirror->newest(channel);
    if (!page)
        return false;
    timeline->showPage(*page, m_mirror->seqOf(channel));
    sync(channel);
    return true;
}

void History::loadOlder(ChannelId channel)
{
    const ChannelTimeline *timeline = m_reducer->timeline(channel);
    if (timeline && !timeline->isLoaded())
        loadNewest(channel);
    else
        runPage(channel, Direction::Older);
}

void History::loadNewer(ChannelId channel)
{
    runPage(channel, Direction::Newer);
}

void History::sync(ChannelId channel)
{
    runSync(channel);
}

QCoro::Task<> History::runNewest(ChannelId channel)
{
    const QPointer<History> self(this);
    const QPointer<ChannelTimeline> timeline(m_reducer->timeline(channel));
    if (!timeline || m_loadingNewest.contains(channel))
        co_return;
    m_loadingNewest.insert(channel);
    timeline->beginFetch();
    timeline->setLoading(true);
    // What the answer shows is at least as new as what was known before the question.
    const qint64 baseline = m_reducer->channels().knownSeq(channel);
    const MessageQuery query{.channel = channel};
    const ApiResult<protocol::MessagePage> page = co_await m_api->messages(query);
    if (!self)
        co_return;
    m_loadingNewest.remove(channel);
    if (!timeline)
        co_return;
    if (page) {
        timeline->showPage(*page, baseline);
        m_mirror->putNewest(channel, *page, timeline->sequence());
    }
    timeline->endFetch();
    timeline->setLoading(false, page ? QString() : errorText(page.error()));
    sync(channel);
}

QCoro::Task<> History::runPage(ChannelId channel, Direction direction)
{
    const QPointer<History> self(this);
    const QPointer<ChannelTimeline> timeline(m_reducer->timeline(channel));
    if (!timeline || timeline->isLoading())
        co_return;
    const bool isOlder = direction == Direction::Older;
    const std::optional<MessageId> cursor = isOlder ? timeline->oldestId() : timeline->newestId();
    if (!cursor || (isOlder ? timeline->atStart() : timeline->atNewest()))
        co_return;
    if (const auto page = isOlder ? m_mirror->before(channel, *cursor) : m_mirror->after(channel, *cursor)) {
        if (isOlder)
            timeline->addOlder(*page, *cursor);
        else
            timeline->addNewer(*page, *cursor);
        co_return;
    }
    timeline->beginFetch();
    timeline->setLoading(true);
    MessageQuery query{.channel = channel};
    (isOlder ? query.before : query.after) = cursor;
    const ApiResult<protocol::MessagePage> page = co_await m_api->messages(query);
    if (!self || !timeline)
        co_return;
    if (page && isOlder) {
        timeline->addOlder(*page, *cursor);
        m_mirror->putOlder(channel, *page, *cursor);
    } else if (page) {
        timeline->addNewer(*page, *cursor);
        m_mirror->putMessages(page->messages);
    }
    timeline->endFetch();
    timeline->setLoading(false, page ? QString() : errorText(page.error()));
}

QCoro::Task<> History::runSync(ChannelId channel)
{
    const QPointer<History> self(this);
    if (m_syncing.contains(channel))
        co_return;
    m_syncing.insert(channel);
    bool goesOn = true;
    while (goesOn) {
        goesOn = co_await syncOnce(channel);
        if (!self)
            co_return;
    }
    m_syncing.remove(channel);
}

QCoro::Task<bool> History::syncOnce(ChannelId channel)
{
    const QPointer<History> self(this);
    const QPointer<ChannelTimeline> timeline(m_reducer->timeline(channel));
    if (!timeline || !timeline->isLoaded() || !timeline->sequence().hasGap())
        co_return false;
    const qint64 since = timeline->sequence().synced();
    if (timeline->sequence().newest() - since > kReloadGap && timeline->atNewest()) {
        runNewest(channel);
        co_return false;
    }
    const ApiResult<protocol::MessagePage> page = co_await m_api->changesSince(channel, since);
    if (!self || !timeline)
        co_return false;
    if (!page) {
        emit syncFailed(channel);
        co_return false;
    }
    for (const protocol::Message &message : page->messages)
        m_reducer->applyMessage(message);
    if (!timeline)
        co_return false;
    const qint64 until = page->hasMore ? page->nextSeq.value_or(since) : std::max(*page->currentSeq, since);
    timeline->catchUp(until);
    m_mirror->catchUp(channel, since, until);
    // A server that says that there is more, and then gives nothing, is not asked for ever.
    if (page->hasMore && page->nextSeq.value_or(since) <= since) {
        emit syncFailed(channel);
        co_return false;
    }
    co_return true;
}

// Elsewhere than at the newest.

QCoro::Task<ApiResult<>> History::showAround(ChannelId channel, MessageId message)
{
    const QPointer<History> self(this);
    const QPointer<ChannelTimeline> timeline(m_reducer->timeline(channel));
    if (!timeline)
        co_return cancelled();
    if (timeline->indexOf(message) >= 0)
        co_return ApiResult<>{};
    if (const auto page = m_mirror->around(channel, message)) {
        timeline->showPage(*page, m_mirror->seqOf(channel));
        co_return ApiResult<>{};
    }
    timeline->beginFetch();
    timeline->setLoading(true);
    const qint64 baseline = m_reducer->channels().knownSeq(channel);
    const MessageQuery query{.channel = channel, .around = message};
    const ApiResult<protocol::MessagePage> page = co_await m_api->messages(query);
    if (!self || !timeline)
        co_return cancelled();
    if (page) {
        timeline->showPage(*page, baseline);
        m_mirror->putMessages(page->messages);
    }
    timeline->endFetch();
    timeline->setLoading(false);
    if (!page)
        co_return std::unexpected(page.error());
    co_return ApiResult<>{};
}

void History::loadThread(ChannelTimeline *thread, const std::optional<protocol::Message> &root)
{
    const MessageId id = *thread->thread();
    protocol::MessagePage known;
    known.messages = m_mirror->thread(id);
    if (const auto first = root ? root : m_mirror->message(id))
        known.messages.append(*first);
    thread->showPage(known, 0);
    runThread(id);
}

QCoro::Task<> History::runThread(MessageId root)
{
    const QPointer<History> self(this);
    const QPointer<ChannelTimeline> thread(m_reducer->thread());
    thread->setLoading(true);
    ApiResult<> done;
    if (thread->indexOf(root) < 0) {
        const ApiResult<protocol::Message> first = co_await m_api->message(root);
        if (!self || !thread)
            co_return;
        if (first)
            m_reducer->applyMessage(*first);
        else
            done = std::unexpected(first.error());
    }
    std::optional<MessageId> before;
    for (bool goesOn = done.has_value(); goesOn;) {
        const ApiResult<protocol::MessagePage> page = co_await m_api->thread(root, before);
        if (!self || !thread)
            co_return;
        goesOn = page && page->hasMore && page->nextCursor && page->nextCursor != before;
        if (!page)
            done = std::unexpected(page.error());
        else
            before = page->nextCursor;
        for (const protocol::Message &reply : page ? page->messages : QList<protocol::Message>())
            thread->apply(reply);
        if (page)
            m_mirror->putMessages(page->messages);
    }
    thread->setLoading(false, done ? QString() : errorText(done.error()));
}

// All channels at once.

qint64 History::syncedOf(ChannelId channel) const
{
    const ChannelTimeline *timeline = m_reducer->timeline(channel);
    const bool isOpen = timeline && timeline->isLoaded();
    return isOpen ? std::min(m_mirror->seqOf(channel), timeline->sequence().synced()) : m_mirror->seqOf(channel);
}

protocol::SyncRequest History::syncRequest()
{
    protocol::SyncRequest request{.seqs = {}, .limit = protocol::kMaxLimit};
    QList<ChannelId> channels = m_reducer->channels().joined();
    for (const ChannelTimeline *timeline : m_reducer->timelines()) {
        if (!channels.contains(timeline->channelId()) && m_reducer->channels().find(timeline->channelId()))
            channels.append(timeline->channelId());
    }
    for (const ChannelId channel : channels.first(std::min(channels.size(), protocol::SyncRequest::kMaxChannels))) {
        const qint64 newest = m_reducer->channels().knownSeq(channel);
        if (m_mirror->isLoaded(channel) && newest - syncedOf(channel) > kReloadGap)
            m_mirror->forgetMessages(channel);
        // Of a channel of which nothing is kept, nothing was missed.
        request.seqs.insert(channel.toString(), m_mirror->isLoaded(channel) ? syncedOf(channel) : newest);
    }
    return request;
}

void History::applySync(const protocol::SyncedChannel &synced, qint64 since)
{
    const ChannelId channel = synced.channel.id;
    if (synced.isNew && m_mirror->isLoaded(channel)) {
        m_mirror->dropMessages(channel);
        if (ChannelTimeline *timeline = m_reducer->timeline(channel)) {
            timeline->restart();
            runNewest(channel);
        }
    }
    m_reducer->putChannel(synced.channel);
    for (const protocol::Message &message : synced.messages)
        m_reducer->applyMessage(message);
    m_mirror->catchUp(channel, since, synced.seq);
    ChannelTimeline *timeline = m_reducer->timeline(channel);
    if (timeline && timeline->isLoaded() && timeline->sequence().synced() >= since)
        timeline->catchUp(synced.seq);
}

QCoro::Task<> History::syncAll()
{
    const QPointer<History> self(this);
    protocol::SyncRequest request = syncRequest();
    bool goesOn = !request.seqs.isEmpty();
    while (goesOn) {
        protocol::SyncRequest asked = request;
        const ApiResult<protocol::SyncPage> page = co_await m_api->sync(std::move(asked));
        if (!self || !page)
            co_return;
        for (const QString &gone : page->gone) {
            if (const auto channel = ChannelId::fromString(gone))
                m_reducer->dropChannel(*channel);
            request.seqs.remove(gone);
        }
        goesOn = false;
        for (const protocol::SyncedChannel &synced : page->channels) {
            const QString name = synced.channel.id.toString();
            applySync(synced, request.seqs.value(name));
            // A server that says that there is more, and then gives nothing, is not asked for ever.
            goesOn = goesOn || (page->hasMore && request.seqs.value(name, -1) != synced.seq);
            request.seqs.insert(name, synced.seq);
        }
    }
}

} // namespace plexi::app
