// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/outbox.h"

#include "app/cache/message_changes.h"
#include "app/net/error_text.h"

#include <QDateTime>
#include <QPointer>
#include <QUuid>

#include <algorithm>

namespace plexi::app {

using Kind = cache::OutboxItem::Kind;

Outbox::Outbox(ApiClient *api, Reducer *reducer, Uploads *uploads, QObject *parent)
    : QObject(parent), m_api(api), m_reducer(reducer), m_uploads(uploads)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Outbox::resume);
    connect(reducer, &Reducer::confirmed, this, &Outbox::onConfirmed);
    connect(uploads, &Uploads::progressed, this, &Outbox::showProgress);
    connect(reducer, &Reducer::channelGone, this, [this](ChannelId channel) {
        const Queue gone = m_queues.take(channel);
        for (const Entry &entry : gone.entries)
            emit dropped(entry.item.id);
        m_uploads->forgetChannel(channel);
        emit waitingCountChanged();
    });
}

// What is done.

void Outbox::add(Item item)
{
    item.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.writtenAt = QDateTime::currentMSecsSinceEpoch();
    const ChannelId channel = item.channel;
    m_queues[channel].entries.push_back({.item = item});
    emit stored(item);
    emit waitingCountChanged();
}

QString Outbox::send(ChannelId channel, const QString &content, const SendTarget &target)
{
    add({.channel = channel,
         .kind = Kind::Send,
         .message = target.replyTo.value_or(MessageId()),
         .thread = target.thread.value_or(MessageId()),
         .content = content});
    const Item item = m_queues[channel].entries.back().item;
    m_uploads->assign({.channel = channel, .thread = item.thread}, item.id);
    const protocol::Message draft = draftOf(item);
    for (ChannelTimeline *view : m_reducer->viewsOf(channel)) {
        if (view->belongs(draft))
            view->addUnsent(draft, item.writtenAt);
    }
    run(channel);
    return item.id;
}

void Outbox::edit(ChannelId channel, MessageId message, const QString &content)
{
    takeBack(channel, [&](const Item &item) { return item.kind == Kind::Edit && item.message == message; });
    add({.channel = channel, .kind = Kind::Edit, .message = message, .content = content});
    emit touched(channel, message);
    run(channel);
}

void Outbox::remove(ChannelId channel, MessageId message)
{
    // What was to become of it before does not matter any more.
    takeBack(channel, [&](const Item &item) { return item.kind != Kind::Send && item.message == message; });
    add({.channel = channel, .kind = Kind::Delete, .message = message});
    emit touched(channel, message);
    run(channel);
}

void Outbox::react(ChannelId channel, MessageId message, const QString &emoji, bool on)
{
    const Kind opposite = on ? Kind::Unreact : Kind::React;
    const bool isUndone = takeBack(channel, [&](const Item &item) {
        return item.kind == opposite && item.message == message && item.content == emoji;
    });
    if (!isUndone)
        add({.channel = channel, .kind = on ? Kind::React : Kind::Unreact, .message = message, .content = emoji});
    emit touched(channel, message);
    run(channel);
}

void Outbox::pin(ChannelId channel, MessageId message, bool on)
{
    const Kind opposite = on ? Kind::Unpin : Kind::Pin;
    const bool isUndone = takeBack(channel,
                                   [&](const Item &item) { return item.kind == opposite && item.message == message; });
    if (!isUndone)
        add({.channel = channel, .kind = on ? Kind::Pin : Kind::Unpin, .message = message});
    emit touched(channel, message);
    run(channel);
}

template <typename Matches>
bool Outbox::takeBack(ChannelId channel, Matches matches)
{
    QStringList ids;
    for (const Entry &entry : m_queues[channel].entries) {
        if (!entry.isInFlight && matches(entry.item))
            ids.append(entry.item.id);
    }
    for (const QString &id : ids)
        drop(channel, id);
    return !ids.isEmpty();
}

// What is known of it.

Outbox::Entry *Outbox::find(const QString &id, ChannelId *channel)
{
    for (auto queue = m_queues.begin(); queue != m_queues.end(); ++queue) {
        for (Entry &entry : queue->entries) {
            if (entry.item.id == id) {
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

int Outbox::waitingCount() const
{
    qsizetype count = 0;
    for (const Queue &queue : m_queues)
        count += std::ranges::count_if(queue.entries,
                                       [](const Entry &entry) { return entry.state != SendState::Failed; });
    return static_cast<int>(count);
}

protocol::Message Outbox::draftOf(const Item &item) const
{
    protocol::Message message;
    message.channelId = item.channel;
    message.userId = m_reducer->self();
    message.content = item.content;
    message.contentType = protocol::ContentType::Markdown;
    message.clientMessageId = item.id;
    if (!item.message.isNull())
        message.replyTo = item.message;
    if (!item.thread.isNull())
        message.threadId = item.thread;
    for (const Upload *upload : m_uploads->of(item.id)) {
        protocol::File file;
        file.filename = upload->item.name;
        file.originalFilename = upload->item.name;
        file.size = upload->item.size;
        file.uploadedBy = message.userId;
        message.attachments.append(file);
    }
    return message;
}

void Outbox::fill(ChannelTimeline *timeline) const
{
    const auto queue = m_queues.constFind(timeline->channelId());
    if (queue == m_queues.constEnd())
        return;
    for (const Entry &entry : queue->entries) {
        const Item &item = entry.item;
        if (item.kind != Kind::Send || timeline->indexOfClientId(item.id) >= 0)
            continue;
        const protocol::Message draft = draftOf(item);
        if (!timeline->belongs(draft))
            continue;
        timeline->addUnsent(draft, item.writtenAt);
        timeline->setUnsentState(item.id, entry.state, item.fault.value_or(QString()));
    }
}

protocol::Message Outbox::applied(protocol::Message message, const Item &item) const
{
    const UserId self = m_reducer->self();
    switch (item.kind) {
    case Kind::Send:
        break;
    case Kind::Edit:
        message.content = item.content;
        message.isEdited = true;
        break;
    case Kind::Delete:
        return cache::tombstone(std::move(message));
    case Kind::React:
    case Kind::Unreact:
        cache::change(message,
                      protocol::ReactionChanged{.messageId = message.id,
                                                .channelId = message.channelId,
                                                .userId = self,
                                                .emoji = item.content,
                                                .added = item.kind == Kind::React});
        break;
    case Kind::Pin:
    case Kind::Unpin:
        message.isPinned = item.kind == Kind::Pin;
        break;
    }
    return message;
}

protocol::Message Outbox::shown(const protocol::Message &message) const
{
    const auto queue = m_queues.constFind(message.channelId);
    if (queue == m_queues.constEnd() || message.id.isNull())
        return message;
    protocol::Message made = message;
    for (const Entry &entry : queue->entries) {
        if (entry.item.kind != Kind::Send && entry.item.message == message.id)
            made = applied(std::move(made), entry.item);
    }
    return made;
}

// What becomes of it.

void Outbox::setState(Entry &entry, SendState state, const QString &fault)
{
    entry.state = state;
    const std::optional<QString> kept = state == SendState::Failed ? std::optional(fault) : std::nullopt;
    if (entry.item.fault != kept) {
        entry.item.fault = kept;
        emit stored(entry.item);
    }
    for (ChannelTimeline *view : m_reducer->viewsOf(entry.item.channel))
        view->setUnsentState(entry.item.id, state, fault);
    emit waitingCountChanged();
}

void Outbox::retry(const QString &clientMessageId)
{
    ChannelId channel;
    Entry *entry = find(clientMessageId, &channel);
    if (!entry || entry->state == SendState::Pending)
        return;
    m_uploads->retry(clientMessageId);
    setState(*entry, SendState::Pending);
    m_retry.stop();
    run(channel);
}

void Outbox::rewrite(const QString &clientMessageId, const QString &content)
{
    Entry *entry = find(clientMessageId);
    if (!entry || entry->isInFlight || entry->item.kind != Kind::Send)
        return;
    entry->item.content = content;
    emit stored(entry->item);
    for (ChannelTimeline *view : m_reducer->viewsOf(entry->item.channel))
        view->setUnsentContent(clientMessageId, content);
    retry(clientMessageId);
}

void Outbox::drop(ChannelId channel, const QString &id)
{
    std::erase_if(m_queues[channel].entries, [&](const Entry &entry) { return entry.item.id == id; });
    emit dropped(id);
    m_uploads->settle(id);
    emit waitingCountChanged();
}

void Outbox::discard(const QString &clientMessageId)
{
    ChannelId channel;
    if (!find(clientMessageId, &channel))
        return;
    m_uploads->discard(clientMessageId);
    drop(channel, clientMessageId);
    for (ChannelTimeline *view : m_reducer->viewsOf(channel))
        view->removeUnsent(clientMessageId);
}

void Outbox::onConfirmed(const QString &clientMessageId)
{
    ChannelId channel;
    if (!find(clientMessageId, &channel))
        return;
    m_failures = 0;
    drop(channel, clientMessageId);
}

void Outbox::resume()
{
    m_retry.stop();
    const QList<ChannelId> channels = m_queues.keys();
    for (const ChannelId channel : channels)
        run(channel);
}

void Outbox::restore(const QList<Item> &items)
{
    for (const Item &item : items) {
        const SendState state = item.fault ? SendState::Failed : SendState::Waiting;
        m_queues[item.channel].entries.push_back({.item = item, .state = state});
    }
    emit waitingCountChanged();
}

void Outbox::run(ChannelId channel)
{
    const auto queue = m_queues.find(channel);
    if (queue == m_queues.end() || queue->isRunning)
        return;
    if (m_retry.isActive()) {
        // The last one could not go; this one does not try before that one may.
        for (Entry &entry : queue->entries) {
            if (entry.state == SendState::Pending)
                setState(entry, SendState::Waiting);
        }
        return;
    }
    queue->isRunning = true;
    drain(channel);
}

QCoro::Task<> Outbox::drain(ChannelId channel)
{
    const QPointer<Outbox> self(this);
    while (Entry *entry = next(channel)) {
        if (entry->state == SendState::Waiting)
            setState(*entry, SendState::Pending);
        entry->isInFlight = true;
        const Item item = entry->item;
        const ApiResult<> answer = co_await perform(item);
        if (!self)
            co_return;
        // A frame may have confirmed it, or the person discarded it, while the answer was under way.
        Entry *done = find(item.id);
        if (done)
            done->isInFlight = false;
        if (answer || !done) {
            m_failures = 0;
            if (done)
                drop(channel, item.id);
            if (item.kind != Kind::Send)
                emit touched(channel, item.message);
            continue;
        }
        if (answer.error().isDefinite() && item.kind == Kind::Send) {
            const QString fault = m_uploads->faultOf(item.id);
            setState(*done, SendState::Failed, fault.isEmpty() ? errorText(answer.error()) : fault);
            continue;
        }
        if (answer.error().isDefinite()) {
            drop(channel, item.id);
            emit touched(channel, item.message);
            emit refused(item.kind, answer.error());
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
