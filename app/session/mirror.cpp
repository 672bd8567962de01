// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/mirror.h"

#include "app/cache/drafts_cache.h"
#include "app/cache/messages_cache.h"
#include "app/cache/notes_cache.h"
#include "app/cache/read_markers_cache.h"
#include "app/cache/uploads_cache.h"
#include "app/cache/users_cache.h"

#include <algorithm>

namespace plexi::app {

using cache::Database;

Mirror::Mirror(Cache *cache, Reducer *reducer, Drafts *drafts, Outbox *outbox, Uploads *uploads,
               ReadMarkers *readMarkers, QObject *parent)
    : QObject(parent), m_cache(cache), m_reducer(reducer), m_drafts(drafts), m_outbox(outbox), m_uploads(uploads),
      m_readMarkers(readMarkers)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &Mirror::flush);
}

Mirror::~Mirror()
{
    flush();
    m_cache->post([](Database &database) { return cache::trimMessages(database, {}); });
}

// At the start.

void Mirror::restore()
{
    const auto users = m_cache->read([](Database &database) { return cache::readUsers(database); });
    if (users)
        m_reducer->putUsers(*users);
    restoreChannels();
    const auto drafts = m_cache->read([](Database &database) { return cache::readDrafts(database); });
    if (drafts) {
        for (const auto &[channel, text] : drafts->asKeyValueRange())
            m_drafts->set(channel, text);
    }
    const auto uploads = m_cache->read([](Database &database) { return cache::readUploads(database); });
    m_uploads->restore(uploads.value_or(QList<cache::UploadItem>()));
    const auto outbox = m_cache->read([](Database &database) { return cache::readOutbox(database); });
    if (outbox)
        m_outbox->restore(*outbox);
    const auto markers = m_cache->read([](Database &database) { return cache::readReadMarkers(database); });
    if (markers)
        m_readMarkers->restore(*markers);
    // Only now: what was just read needs no writing.
    connectParts();
    connectWritten();
}

void Mirror::restoreChannels()
{
    const auto channels = m_cache->read([](Database &database) { return cache::readChannels(database); });
    if (!channels)
        return;
    for (const cache::CachedChannel &cached : *channels) {
        m_reducer->channels().putCached(cached.channel);
        if (!cached.span.isLoaded)
            continue;
        Kept kept{.oldest = cached.span.oldest, .atStart = cached.span.atStart, .sequence = {}};
        kept.sequence.catchUp(cached.span.seq);
        m_kept.insert(cached.channel.id, kept);
    }
}

void Mirror::connectParts()
{
    const Channels &channels = m_reducer->channels();
    connect(&channels, &Channels::added, this, &Mirror::touch);
    connect(&channels, &Channels::changed, this, &Mirror::touch);
    connect(&channels, &Channels::removed, this, &Mirror::forget);
    connect(&m_reducer->people(), &People::heard, this, [this](UserId user) {
        m_changedUsers.insert(user);
        m_delay.start();
    });
    connect(m_reducer, &Reducer::messageApplied, this, [this](const protocol::Message &message) {
        putMessages({message});
        see(message.channelId, message.seq);
    });
    connect(m_reducer, &Reducer::reactionApplied, this, [this](const protocol::ReactionChanged &event) {
        m_cache->post([event](Database &database) { return cache::applyReaction(database, event); });
        see(event.channelId, event.seq);
    });
    connect(m_reducer, &Reducer::pinApplied, this, [this](const protocol::PinChanged &event) {
        m_cache->post([event](Database &database) { return cache::applyPin(database, event); });
        see(event.channelId, event.seq);
    });
}

void Mirror::connectWritten()
{
    connect(m_drafts, &Drafts::edited, this, [this](ChannelId channel) {
        m_changedDrafts.insert(channel);
        m_delay.start();
    });
    connect(m_reducer, &Reducer::memberChanged, this, [this](ChannelId channel, UserId user, bool isMember) {
        m_cache->post([channel, user, isMember](Database &database) {
            return cache::writeMember(database, channel, user, isMember);
        });
    });
    // What the person did is written at once.
    connect(m_uploads, &Uploads::stored, this, [this](const cache::UploadItem &item) {
        m_cache->post([item](Database &database) { return cache::writeUpload(database, item); });
    });
    connect(m_uploads, &Uploads::dropped, this, [this](const QString &id) {
        m_cache->post([id](Database &database) { return cache::removeUpload(database, id); });
    });
    connect(m_outbox, &Outbox::stored, this, [this](const cache::OutboxItem &item) {
        m_cache->post([item](Database &database) { return cache::writeOutboxItem(database, item); });
    });
    connect(m_outbox, &Outbox::dropped, this, [this](const QString &id) {
        m_cache->post([id](Database &database) { return cache::removeOutboxItem(database, id); });
    });
    connect(m_readMarkers, &ReadMarkers::moved, this, [this](ChannelId channel, MessageId message) {
        m_cache->post(
            [channel, message](Database &database) { return cache::writeReadMarker(database, channel, message); });
    });
    connect(m_readMarkers, &ReadMarkers::settled, this, [this](ChannelId channel, MessageId message) {
        m_cache->post(
            [channel, message](Database &database) { return cache::removeReadMarker(database, channel, message); });
    });
}

ChannelId Mirror::openChannel()
{
    const auto note = m_cache->read(
        [](Database &database) { return cache::readNote(database, cache::kOpenChannelNote); });
    return note ? ChannelId::fromString(*note).value_or(ChannelId()) : ChannelId();
}

void Mirror::setOpenChannel(ChannelId channel)
{
    m_cache->post([channel](Database &database) {
        return cache::writeNote(database, cache::kOpenChannelNote, channel.toString());
    });
}

QSet<UserId> Mirror::members(ChannelId channel)
{
    const auto members = m_cache->read([channel](Database &database) { return cache::readMembers(database, channel); });
    return members ? QSet<UserId>(members->begin(), members->end()) : QSet<UserId>();
}

void Mirror::putMembers(ChannelId channel, const QList<UserId> &members)
{
    m_cache->post([channel, members](Database &database) { return cache::writeMembers(database, channel, members); });
}

// What changes.

void Mirror::see(ChannelId channel, qint64 seq)
{
    const auto kept = m_kept.find(channel);
    if (kept == m_kept.end())
        return;
    const qint64 before = kept->sequence.synced();
    kept->sequence.see(seq);
    if (kept->sequence.synced() != before)
        touch(channel);
}

void Mirror::touch(ChannelId channel)
{
    m_changedChannels.insert(channel);
    // The first change counts: while many come in, they are written now and then.
    if (!m_delay.isActive())
        m_delay.start();
}

void Mirror::forget(ChannelId channel)
{
    m_kept.remove(channel);
    m_changedChannels.remove(channel);
    m_cache->post([channel](Database &database) { return cache::removeChannel(database, channel); });
}

void Mirror::flush()
{
    for (const ChannelId id : std::exchange(m_changedChannels, {})) {
        const Channels &channels = m_reducer->channels();
        const protocol::Channel *known = channels.find(id);
        if (!known)
            continue;
        protocol::Channel channel = *known;
        // As the person sees it: with what was counted since the server last said so.
        channel.viewer->unreadCount = channels.unreadCount(id);
        channel.viewer->mentionCount = channels.mentionCount(id);
        cache::Span span;
        if (const auto kept = m_kept.constFind(id); kept != m_kept.constEnd())
            span = {.oldest = kept->oldest, .atStart = kept->atStart, .seq = kept->sequence.synced(), .isLoaded = true};
        m_cache->post([channel, span](Database &database) {
            const Result<> done = cache::writeChannel(database, channel);
            return done ? cache::writeSpan(database, channel.id, span) : done;
        });
    }
    for (const ChannelId id : std::exchange(m_changedDrafts, {})) {
        const QString text = m_drafts->text(id);
        m_cache->post([id, text](Database &database) { return cache::writeDraft(database, id, text); });
    }
    for (const UserId id : std::exchange(m_changedUsers, {})) {
        if (const protocol::User *user = m_reducer->people().find(id))
            m_cache->post([kept = *user](Database &database) { return cache::writeUser(database, kept); });
    }
}

} // namespace plexi::app
