// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/outbox.h"

#include "app/net/error_text.h"

#include <QDateTime>
#include <QPointer>
#include <QUuid>

#include <algorithm>

namespace plexi::app {

Outbox::Outbox(ApiClient *api, Reducer *reducer, QObject *parent) : QObject(parent), m_api(api), m_reducer(reducer)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Outbox::resume);
    connect(reducer, &Reducer::confirmed, this, &Outbox::onConfirmed);
    connect(reducer, &Reducer::channelGone, this, [this](ChannelId channel) {
        m_queues.remove(channel);
        emit waitingCountChanged();
    });
}

QString Outbox::send(ChannelId channel, const QString &content)
{
    Entry entry;
    entry.writtenAt = QDateTime::currentMSecsSinceEpoch();
    entry.message.channelId = channel;
    entry.message.userId = m_reducer->self();
    entry.message.content = content;
    entry.message.clientMessageId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString clientMessageId = *entry.message.clientMessageId;
    if (ChannelTimeline *timeline = m_reducer->timeline(channel))
        timeline->addUnsent(entry.message, entry.writtenAt);
    m_queues[channel].entries.push_back(std::move(entry));
    emit waitingCountChanged();
    run(channel);
    return clientMessageId;
}

Outbox::Entry *Outbox::find(const QString &clientMessageId, ChannelId *channel)
{
    for (auto queue = m_queues.begin(); queue != m_queues.end(); ++queue) {
        for (Entry &entry : queue->entries) {
            if (entry.message.clientMessageId == clientMessageId) {
                if (channel)
                    *channel = queue.key();
                return &entry;
            }
        }
    }
    return nullptr;
}

Outbox::Entry *Outbox::next(ChannelId channel)
{
    const auto queue = m_queues.find(channel);
    if (queue == m_queues.end())
        return nullptr;
    const auto found = std::ranges::find_if(queue->entries,
                                            [](const Entry &entry) { return entry.state != SendState::Failed; });
    return found == queue->entries.end() ? nullptr : &*found;
}

void Outbox::setState(Entry &entry, SendState state, const QString &fault)
{
    entry.state = state;
    entry.fault = fault;
    if (ChannelTimeline *timeline = m_reducer->timeline(entry.message.channelId))
        timeline->setUnsentState(*entry.message.clientMessageId, state, fault);
    emit waitingCountChanged();
}

void Outbox::retry(const QString &clientMessageId)
{
    ChannelId channel;
    Entry *entry = find(clientMessageId, &channel);
    if (!entry || entry->state == SendState::Pending)
        return;
    setState(*entry, SendState::Pending);
    run(channel);
}

void Outbox::discard(const QString &clientMessageId)
{
    ChannelId channel;
    if (!find(clientMessageId, &channel))
        return;
    std::erase_if(m_queues[channel].entries,
                  [&](const Entry &entry) { return entry.message.clientMessageId == clientMessageId; });
    if (ChannelTimeline *timeline = m_reducer->timeline(channel))
        timeline->removeUnsent(clientMessageId);
    emit waitingCountChanged();
}

void Outbox::onConfirmed(const QString &clientMessageId)
{
    ChannelId channel;
    if (!find(clientMessageId, &channel))
        return;
    std::erase_if(m_queues[channel].entries,
                  [&](const Entry &entry) { return entry.message.clientMessageId == clientMessageId; });
    m_failures = 0;
    emit waitingCountChanged();
}

void Outbox::resume()
{
    m_retry.stop();
    const QList<ChannelId> channels = m_queues.keys();
    for (const ChannelId channel : channels)
        run(channel);
}

int Outbox::waitingCount() const
{
    qsizetype count = 0;
    for (const Queue &queue : m_queues)
        count += std::ranges::count_if(queue.entries,
                                       [](const Entry &entry) { return entry.state != SendState::Failed; });
    return static_cast<int>(count);
}

void Outbox::fill(ChannelTimeline *timeline) const
{
    const auto queue = m_queues.constFind(timeline->channelId());
    if (queue == m_queues.constEnd())
        return;
    for (const Entry &entry : queue->entries) {
        if (timeline->indexOfClientId(*entry.message.clientMessageId) >= 0)
            continue;
        timeline->addUnsent(entry.message, entry.writtenAt);
        timeline->setUnsentState(*entry.message.clientMessageId, entry.state, entry.fault);
    }
}

void Outbox::run(ChannelId channel)
{
    const auto queue = m_queues.find(channel);
    if (queue == m_queues.end() || queue->isRunning)
        return;
    queue->isRunning = true;
    drain(channel);
}

QCoro::Task<> Outbox::drain(ChannelId channel)
{
    const QPointer<Outbox> self(this);
    while (Entry *entry = next(channel)) {
        if (entry->state == SendState::Waiting)
            setState(*entry, SendState::Pending);
        protocol::NewMessage message;
        message.channel = channel.toString();
        message.content = entry->message.content;
        message.clientMessageId = entry->message.clientMessageId;
        const QString clientMessageId = *message.clientMessageId;
        const ApiResult<protocol::Message> answer = co_await m_api->send(std::move(message));
        if (!self)
            co_return;
        if (answer) {
            m_failures = 0;
            // Takes the entry out of the queue by confirmed(), where a frame has not done so yet.
            m_reducer->applyMessage(*answer);
            onConfirmed(clientMessageId);
            continue;
        }
        // A frame may have confirmed it, or the person discarded it, while the answer was under way.
        Entry *refused = find(clientMessageId);
        if (!refused)
            continue;
        if (answer.error().isDefinite()) {
            setState(*refused, SendState::Failed, errorText(answer.error()));
            continue;
        }
        const auto retryAfter = answer.error().error.retryAfter;
        holdBack(channel, retryAfter ? std::chrono::seconds(*retryAfter) : std::chrono::seconds(0));
        break;
    }
    const auto queue = m_queues.find(channel);
    if (queue != m_queues.end())
        queue->isRunning = false;
}

void Outbox::holdBack(ChannelId channel, std::chrono::milliseconds delay)
{
    for (Entry &entry : m_queues[channel].entries) {
        if (entry.state == SendState::Pending)
            setState(entry, SendState::Waiting);
    }
    // The line's return sends at once; this is for a server that is there and has a problem.
    const auto backoff = std::min(kLongestRetry, kFirstRetry * (1 << std::min(m_failures++, 4)));
    m_retry.start(std::max(delay, std::chrono::milliseconds(backoff)));
}

} // namespace plexi::app
