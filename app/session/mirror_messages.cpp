// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of the cache, in pages like those of the server.
#include "app/cache/messages_cache.h"
#include "app/session/mirror.h"

#include <algorithm>

namespace plexi::app {

using cache::Database;

bool Mirror::isLoaded(ChannelId channel) const
{
    return m_kept.contains(channel);
}

qint64 Mirror::seqOf(ChannelId channel) const
{
    const auto kept = m_kept.constFind(channel);
    return kept == m_kept.constEnd() ? 0 : kept->sequence.synced();
}

std::optional<protocol::MessagePage> Mirror::newest(ChannelId channel)
{
    const auto kept = m_kept.constFind(channel);
    if (kept == m_kept.constEnd())
        return std::nullopt;
    auto rows = m_cache->read([&](Database &database) {
        return cache::readBefore(database, channel, kept->oldest, std::nullopt, kPage + 1);
    });
    if (!rows)
        return std::nullopt;
    protocol::MessagePage page = protocol::MessagePage::cutFrom(std::move(*rows), kPage, 0);
    page.hasMore = page.hasMore || !kept->atStart;
    return page;
}

std::optional<protocol::MessagePage> Mirror::before(ChannelId channel, MessageId cursor)
{
    const auto kept = m_kept.constFind(channel);
    if (kept == m_kept.constEnd() || cursor < kept->oldest)
        return std::nullopt;
    auto rows = m_cache->read(
        [&](Database &database) { return cache::readBefore(database, channel, kept->oldest, cursor, kPage + 1); });
    // At the end of what is here, the server has the rest.
    if (!rows || (rows->isEmpty() && !kept->atStart))
        return std::nullopt;
    protocol::MessagePage page = protocol::MessagePage::cutFrom(std::move(*rows), kPage, 0);
    page.hasMore = page.hasMore || !kept->atStart;
    return page;
}

std::optional<protocol::MessagePage> Mirror::after(ChannelId channel, MessageId cursor)
{
    const auto kept = m_kept.constFind(channel);
    if (kept == m_kept.constEnd() || cursor < kept->oldest)
        return std::nullopt;
    auto rows = m_cache->read(
        [&](Database &database) { return cache::readAfter(database, channel, cursor, kPage + 1); });
    if (!rows)
        return std::nullopt;
    protocol::MessagePage page;
    page.hasNewer = rows->size() > kPage;
    page.messages = rows->first(std::min(rows->size(), static_cast<qsizetype>(kPage)));
    page.hasMore = true;
    std::ranges::reverse(page.messages);
    return page;
}

std::optional<protocol::MessagePage> Mirror::around(ChannelId channel, MessageId message)
{
    const auto older = before(channel, message);
    auto page = after(channel, message);
    const auto middle = this->message(message);
    if (!older || !page || !middle)
        return std::nullopt;
    page->messages.append(*middle);
    page->messages.append(older->messages);
    page->hasMore = older->hasMore;
    return page;
}

std::optional<protocol::Message> Mirror::message(MessageId id)
{
    auto found = m_cache->read([id](Database &database) { return cache::readMessage(database, id); });
    return found ? *found : std::nullopt;
}

QList<protocol::Message> Mirror::thread(MessageId root)
{
    return m_cache->read([root](Database &database) { return cache::readThread(database, root); })
        .value_or(QList<protocol::Message>());
}

QList<protocol::Message> Mirror::search(const cache::Wanted &wanted, qint64 limit)
{
    return m_cache->read([&](Database &database) { return cache::searchMessages(database, wanted, limit); })
        .value_or(QList<protocol::Message>());
}

void Mirror::putMessages(const QList<protocol::Message> &messages)
{
    m_cache->post([messages](Database &database) {
        Result<> done;
        for (const protocol::Message &message : messages)
            done = done ? cache::writeMessage(database, message) : done;
        return done;
    });
}

void Mirror::putNewest(ChannelId channel, const protocol::MessagePage &page, const Sequence &sequence)
{
    putMessages(page.messages);
    Kept kept;
    kept.atStart = !page.hasMore;
    kept.oldest = page.messages.isEmpty() ? MessageId(1) : page.messages.last().id;
    kept.sequence = sequence;
    m_kept.insert(channel, kept);
    touch(channel);
}

void Mirror::putOlder(ChannelId channel, const protocol::MessagePage &page, MessageId cursor)
{
    putMessages(page.messages);
    const auto kept = m_kept.find(channel);
    // Elsewhere, it would leave a hole.
    if (kept == m_kept.end() || cursor != kept->oldest)
        return;
    if (!page.messages.isEmpty())
        kept->oldest = page.messages.last().id;
    kept->atStart = !page.hasMore;
    touch(channel);
}

void Mirror::catchUp(ChannelId channel, qint64 from, qint64 to)
{
    const auto kept = m_kept.find(channel);
    if (kept == m_kept.end() || kept->sequence.synced() < from)
        return;
    kept->sequence.catchUp(to);
    touch(channel);
}

void Mirror::dropMessages(ChannelId channel)
{
    forgetMessages(channel);
    m_cache->post([channel](Database &database) { return cache::removeMessages(database, channel); });
}

void Mirror::clearMessages()
{
    for (const ChannelId channel : m_kept.keys())
        forgetMessages(channel);
    m_cache->post([](Database &database) { return cache::removeAllMessages(database); });
}

void Mirror::forgetMessages(ChannelId channel)
{
    if (m_kept.remove(channel) > 0)
        touch(channel);
}

} // namespace plexi::app
