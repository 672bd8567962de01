// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/net/error_text.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** Frames may overtake each other a little; only what is still missing after this is asked for. */
constexpr std::chrono::milliseconds kGapPatience{150};
constexpr std::chrono::milliseconds kChannelsRetry{3000};

} // namespace

Session::Session(ApiClient *api, std::unique_ptr<Cache> cache, const Account &account, const RealtimeTiming &timing,
                 QObject *parent)
    : QObject(parent), m_account(account), m_self(account.self.id), m_api(api), m_realtime(api, timing),
      m_cache(std::move(cache)), m_reducer(account.self.id), m_favourites(api, m_cache.get()), m_uploads(api),
      m_outbox(api, &m_reducer, &m_uploads), m_typing(&m_realtime, &m_reducer.people()), m_readMarkers(api, &m_reducer),
      m_mirror(m_cache.get(), &m_reducer, &m_drafts, &m_outbox, &m_uploads, &m_readMarkers),
      m_history(api, &m_reducer, &m_mirror), m_texts(&m_reducer.people(), &m_reducer.channels(), m_self),
      m_images(api, m_cache.get(), ServerImages::accountOf(account.serverAddress, m_self)),
      m_channelList(ChannelListModel::Show::Joined, &m_reducer.channels(), &m_reducer.people(), &m_drafts,
                    &m_favourites, m_self),
      m_browse(ChannelListModel::Show::Browse, &m_reducer.channels(), &m_reducer.people(), &m_drafts, &m_favourites,
               m_self),
      m_people(UserListModel::Show::Everybody, &m_reducer.people(), m_self),
      m_members(UserListModel::Show::Chosen, &m_reducer.people(), m_self),
      m_timeline(&m_reducer.people(), this, m_self), m_thread(&m_reducer.people(), this, m_self),
      m_pins(&m_reducer.channels(), &m_reducer.people(), m_self),
      m_found(&m_reducer.channels(), &m_reducer.people(), m_self),
      m_searchFilters(&m_reducer.channels(), &m_reducer.people(), m_self), m_files(&m_reducer.people()),
      m_downloads(api), m_uploadList(&m_uploads), m_threadUploadList(&m_uploads), m_accountSettings(api),
      m_storage(m_cache.get(), &m_mirror, &m_images)
{
    api->setParent(nullptr);
    m_reducer.people().setPictures(m_images.address());
    m_mirror.restore();
    m_reducer.people().put(account.self);
    m_gapTimer.setSingleShot(true);
    m_gapTimer.setInterval(kGapPatience);
    m_lineTick.setInterval(std::chrono::seconds(1));
    m_channelsRetry.setSingleShot(true);
    m_channelsRetry.setInterval(kChannelsRetry);
    connectParts();
    showCached();
}

Session::~Session()
{
    m_realtime.disconnect(this);
    m_reducer.disconnect(this);
    delete m_api;
}

void Session::connectParts()
{
    connect(&m_realtime, &RealtimeClient::lineChanged, this, &Session::onLine);
    connect(&m_realtime, &RealtimeClient::received, &m_reducer, &Reducer::apply);
    connect(&m_lineTick, &QTimer::timeout, this, &Session::lineChanged);
    connect(&m_gapTimer, &QTimer::timeout, this, &Session::repairGaps);
    connect(&m_channelsRetry, &QTimer::timeout, this, &Session::reloadChannels);
    connect(m_api, &ApiClient::signedOut, this, [this](const ApiError &reason) { emit ended(errorText(reason)); });

    connect(&m_reducer, &Reducer::ready, this, &Session::reloadChannels);
    connect(&m_reducer, &Reducer::gapFound, this, &Session::onGap);
    connect(&m_reducer, &Reducer::channelStale, this, [this](ChannelId channel) { fetchChannel(channel); });
    connect(&m_reducer, &Reducer::selfJoined, this, [this](ChannelId channel) { subscribe({channel}); });
    connect(&m_reducer, &Reducer::channelGone, this, &Session::onChannelGone);
    connect(&m_reducer, &Reducer::messageArrived, this, &Session::onMessageArrived);
    connect(&m_reducer, &Reducer::typingChanged, &m_typing, &Typing::onTyping);
    connect(&m_reducer, &Reducer::memberChanged, this, [this](ChannelId channel, UserId user, bool isMember) {
        if (channel == m_current && isMember)
            m_members.addUser(user);
        else if (channel == m_current)
            m_members.removeUser(user);
    });
    connect(&m_reducer.people(), &People::missing, this, [this](UserId user) { fetchUser(user); });
    connect(&m_reducer.people(), &People::changed, this, [this](UserId user) {
        if (user == m_self)
            emit selfChanged();
        if (currentChannelType() == "direct"_L1)
            emit currentDetailsChanged();
    });
    connect(&m_reducer.channels(), &Channels::changed, this, [this](ChannelId channel) {
        emit unreadChanged();
        if (channel != m_current)
            return;
        m_timeline.setReadUpTo(m_reducer.channels().lastRead(channel));
        emit currentDetailsChanged();
    });
    connect(&m_reducer.channels(), &Channels::added, this, &Session::unreadChanged);
    connect(&m_favourites, &Favourites::changed, this, &Session::currentDetailsChanged);
    connect(&m_history, &History::syncFailed, this, &Session::onGap);
    connect(&m_typing, &Typing::textChanged, this, &Session::typingTextChanged);
    connect(&m_outbox, &Outbox::waitingCountChanged, this, &Session::lineChanged);
    connect(&m_accountSettings, &AccountSettings::profileSaved, this,
            [this](const protocol::User &user) { m_reducer.putUsers({user}); });
    connect(&m_outbox, &Outbox::refused, this, &Session::onRefused);
    connect(&m_outbox, &Outbox::touched, this, [this](ChannelId channel, MessageId message) {
        for (ChannelTimeline *view : m_reducer.viewsOf(channel))
            view->touch(message);
    });
    connect(&m_reducer, &Reducer::pinApplied, this, [this](const protocol::PinChanged &event) {
        if (event.channelId == m_current && (event.added || m_pins.count() > 0))
            loadPins();
    });
}

void Session::start()
{
    m_realtime.start();
}

// The line.

void Session::onLine()
{
    switch (m_realtime.line()) {
    case RealtimeClient::Line::Waiting:
        m_typing.clear();
        m_reducer.people().forgetPresence();
        m_lineTick.start();
        break;
    case RealtimeClient::Line::Online:
    case RealtimeClient::Line::Connecting:
    case RealtimeClient::Line::Idle:
        m_lineTick.stop();
        break;
    }
    emit lineChanged();
}

void Session::subscribe(const QList<ChannelId> &channels)
{
    for (qsizetype start = 0; start < channels.size(); start += protocol::kMaxSubscribeChannels) {
        protocol::SubscribeRequest request;
        for (const ChannelId id : channels.mid(start, protocol::kMaxSubscribeChannels))
            request.channels.append(id.toString());
        m_realtime.send(request);
    }
}

void Session::reloadChannels()
{
    if (m_channelsState == Failed)
        setChannelsState(Loading);
    if (m_isResynchronising)
        m_mustResynchronise = true;
    else
        resynchronise();
}

QCoro::Task<> Session::resynchronise()
{
    const QPointer<Session> self(this);
    m_isResynchronising = true;
    m_mustResynchronise = false;
    QList<ChannelId> known = m_reducer.channels().joined();
    if (!m_current.isNull() && !known.contains(m_current))
        known.append(m_current);
    // First of all, so that nothing falls between the list and the frames: a frame may be known twice, never missed.
    subscribe(known);
    if (m_ownStatus != protocol::PresenceStatus::Online)
        m_realtime.send(protocol::PresenceRequest{.status = m_ownStatus});
    const ApiResult<QList<protocol::Channel>> channels = co_await m_api->channels();
    if (!self)
        co_return;
    if (!channels) {
        m_isResynchronising = false;
        if (m_channelsState != Ready)
            setChannelsState(Failed);
        if (m_realtime.line() == RealtimeClient::Line::Online)
            m_channelsRetry.start();
        co_return;
    }
    m_reducer.putChannels(*channels);
    m_favourites.learn(*channels);
    QList<ChannelId> added = m_reducer.channels().joined();
    added.removeIf([&known](ChannelId id) { return known.contains(id); });
    subscribe(added);
    if (m_current.isNull())
        showFirst();
    setChannelsState(Ready);
    co_await m_history.syncAll();
    if (!self)
        co_return;
    if (const ChannelTimeline *timeline = m_reducer.timeline(m_current); timeline && !timeline->isLoaded())
        m_history.loadNewest(m_current);
    for (const ChannelTimeline *timeline : m_reducer.timelines())
        m_history.sync(timeline->channelId());
    m_uploads.resumeAll();
    m_outbox.resume();
    m_readMarkers.resume();
    m_favourites.resume();
    // Everybody is in "general", so its members are the workspace's people.
    for (const protocol::Channel &channel : *channels) {
        if (channel.slug == "general"_L1 && channel.id != m_current)
            fetchMembers(channel.id);
    }
    fetchMembers(m_current);
    m_isResynchronising = false;
    if (m_mustResynchronise)
        resynchronise();
}

void Session::onGap(ChannelId channel)
{
    m_gaps.insert(channel);
    if (!m_gapTimer.isActive())
        m_gapTimer.start();
}

void Session::repairGaps()
{
    // While the line is down, everything is repaired when it comes back.
    if (m_realtime.line() != RealtimeClient::Line::Online || m_isResynchronising) {
        if (m_isResynchronising)
            m_gapTimer.start();
        return;
    }
    const QSet<ChannelId> channels = std::exchange(m_gaps, {});
    for (const ChannelId channel : channels) {
        if (m_reducer.channels().hasGap(channel))
            fetchChannel(channel);
        m_history.sync(channel);
    }
}

void Session::setChannelsState(ChannelsState state)
{
    if (m_channelsState == state)
        return;
    m_channelsState = state;
    emit channelsStateChanged();
}

void Session::onMessageArrived(const protocol::Message &message)
{
    announce(message);
    if (message.channelId != m_current || message.userId == m_self || message.threadId)
        return;
    // Whoever looks at the newest row needs no line above the next one.
    const bool isReading = m_isReadingNewest && isLookedAt();
    m_isReadingNewest = false;
    if (!isReading && !m_timeline.hasNewMarker())
        m_timeline.setUnreadAfter(m_reducer.channels().lastRead(m_current).value_or(MessageId()));
}

void Session::markRead(ChannelId channel, MessageId message)
{
    const ChannelTimeline *timeline = m_reducer.timeline(channel);
    if (channel == m_current && timeline && timeline->atNewest() && timeline->newestId() == message)
        m_isReadingNewest = true;
    m_readMarkers.mark(channel, message);
}

// The current channel.

void Session::openChannel(const QString &channelId)
{
    const auto id = ChannelId::fromString(channelId);
    if (id && m_reducer.channels().find(*id))
        show(*id);
}

void Session::show(ChannelId channel)
{
    if (channel == m_current)
        return;
    const ChannelId before = std::exchange(m_current, channel);
    m_isReadingNewest = false;
    ChannelTimeline *timeline = m_reducer.openTimeline(channel);
    m_outbox.fill(timeline);
    const Channels &channels = m_reducer.channels();
    std::optional<MessageId> unreadAfter;
    if (channels.unreadCount(channel) > 0)
        unreadAfter = channels.lastRead(channel).value_or(MessageId());
    m_members.setUsers(m_mirror.members(channel));
    m_pins.setMessages({});
    m_files.setFiles({});
    m_uploadList.show({.channel = channel});
    closeThread();
    m_timeline.show(timeline, unreadAfter);
    m_timeline.setReadUpTo(channels.lastRead(channel));
    m_reducer.parkTimeline(before);
    if (!before.isNull() && !channels.isMember(before))
        m_realtime.send(protocol::UnsubscribeRequest{.channels = {before.toString()}});
    if (!timeline->isLoaded())
        m_history.loadNewest(channel);
    m_mirror.setOpenChannel(channel);
    m_channelList.setCurrent(channel);
    m_browse.setCurrent(channel);
    m_typing.showChannel(channel);
    // Those one is a member of are subscribed to already.
    if (!channels.isMember(channel))
        subscribe({channel});
    fetchMembers(channel);
    emit currentChannelChanged();
    emit currentDetailsChanged();
    emit unreadChanged();
}

void Session::showCached()
{
    if (m_reducer.channels().joined().isEmpty())
        return;
    setChannelsState(Ready);
    const ChannelId last = m_mirror.openChannel();
    if (m_reducer.channels().find(last))
        show(last);
    else
        showFirst();
}

void Session::showFirst()
{
    if (m_channelList.count() > 0)
        show(m_channelList.channelAt(0));
}

void Session::openNextUnread()
{
    const int count = m_channelList.count();
    const int current = m_channelList.rowOf(m_current);
    for (int step = 1; step <= count; ++step) {
        const int row = (current + step + count) % count;
        if (row != current && m_channelList.index(row).data(ChannelListModel::HasUnreadRole).toBool()) {
            show(m_channelList.channelAt(row));
            return;
        }
    }
}

void Session::onChannelGone(ChannelId channel)
{
    emit unreadChanged();
    if (channel != m_current)
        return;
    closeThread();
    m_timeline.show(nullptr, std::nullopt);
    m_current = {};
    m_members.setUsers({});
    emit currentChannelChanged();
    emit currentDetailsChanged();
    showFirst();
}

} // namespace plexi::app
