// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/history.h"

#include "app/net/error_text.h"

#include <QPointer>

namespace plexi::app {

void History::loadNewest(ChannelId channel)
{
    runNewest(channel);
}

void History::loadOlder(ChannelId channel)
{
    const ChannelTimeline *timeline = m_reducer->timeline(channel);
    if (timeline && !timeline->isLoaded())
        runNewest(channel);
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
    if (page)
        timeline->showNewest(*page, baseline);
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
    timeline->beginFetch();
    timeline->setLoading(true);
    MessageQuery query{.channel = channel};
    (isOlder ? query.before : query.after) = cursor;
    const ApiResult<protocol::MessagePage> page = co_await m_api->messages(query);
    if (!self || !timeline)
        co_return;
    if (page && isOlder)
        timeline->addOlder(*page, *cursor);
    else if (page)
        timeline->addNewer(*page, *cursor);
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
        loadNewest(channel);
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
    timeline->catchUp(page->hasMore ? page->nextSeq.value_or(since) : std::max(*page->currentSeq, since));
    // A server that says that there is more, and then gives nothing, is not asked for ever.
    if (page->hasMore && page->nextSeq.value_or(since) <= since) {
        emit syncFailed(channel);
        co_return false;
    }
    co_return true;
}

} // namespace plexi::app
