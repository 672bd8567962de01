// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/channel_timeline.h"
#include "app/session/channels.h"
#include "app/session/people.h"
#include "shared/protocol/event.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace plexi::app {

/**
 * The one door through which REST answers and frames enter what the session knows. Each may come first: message, channel and
 * marker decide by `seq` and id which version is newer. It asks for nothing itself; signals say what is missing.
 * Main thread, owned by the session.
 */
class Reducer : public QObject
{
    Q_OBJECT

public:
    /** Timelines that keep rows while they are not looked at. */
    static constexpr qsizetype kParked = 8;

    explicit Reducer(UserId self, QObject *parent = nullptr);

    UserId self() const { return m_self; }
    People &people() { return m_people; }
    Channels &channels() { return m_channels; }
    const People &people() const { return m_people; }
    const Channels &channels() const { return m_channels; }
    /** Null for a channel that was not opened in this run. */
    ChannelTimeline *timeline(ChannelId id) const { return m_timelines.value(id); }
    ChannelTimeline *openTimeline(ChannelId id);
    /** It is not looked at any more: some of its rows are kept, of those that were left a while ago none. */
    void parkTimeline(ChannelId id);
    /** The thread that is shown beside the channel, or null; there is one at a time. */
    ChannelTimeline *thread() const { return m_thread.get(); }
    ChannelTimeline *openThread(ChannelId channel, MessageId root);
    void closeThread() { m_thread.reset(); }
    /** Everything in which messages of this channel may be rows. */
    QList<ChannelTimeline *> viewsOf(ChannelId channel) const;
    QList<ChannelTimeline *> timelines() const { return m_timelines.values(); }

    void apply(const protocol::Event &event);
    /** A message from a REST answer, whatever happened to it. */
    void applyMessage(const protocol::Message &message);
    void putChannel(const protocol::Channel &channel);
    /** The whole list: others are gone. */
    void putChannels(const QList<protocol::Channel> &channels);
    void putUsers(const QList<protocol::User> &users,
                  People::Moment asked = std::numeric_limits<People::Moment>::max());
    void leaveChannel(ChannelId id);
    /** It is not to be read any more. */
    void dropChannel(ChannelId id);

signals:
    void ready();
    /** Changes of this channel were missed: its timeline, its counts or both. May come often; wait a little. */
    void gapFound(plexi::ChannelId channel);
    /** What REST says of this channel is needed: counts, members or the viewer's fields. */
    void channelStale(plexi::ChannelId channel);
    void selfJoined(plexi::ChannelId channel);
    /** The channel is gone for this person. */
    void channelGone(plexi::ChannelId channel);
    void memberChanged(plexi::ChannelId channel, plexi::UserId user, bool isMember);
    /** A message of one's own is on the server. */
    void confirmed(const QString &clientMessageId);
    void messageArrived(const plexi::protocol::Message &message);
    // What was applied, be it in an open timeline or not.
    void messageApplied(const plexi::protocol::Message &message);
    void reactionApplied(const plexi::protocol::ReactionChanged &event);
    void pinApplied(const plexi::protocol::PinChanged &event);
    void typingChanged(plexi::ChannelId channel, plexi::UserId user, bool isTyping);

private:
    void on(const protocol::ReadyFrame &frame);
    void on(const protocol::SubscribedFrame &frame);
    void on(const protocol::AckFrame &frame);
    void on(const protocol::ErrorFrame &) { }
    void on(const protocol::PongFrame &) { }
    void on(const protocol::MessageCreated &event);
    void on(const protocol::MessageUpdated &event);
    void on(const protocol::MessageDeleted &event);
    void on(const protocol::ReactionChanged &event);
    void on(const protocol::PinChanged &event);
    void on(const protocol::TypingChanged &event);
    void on(const protocol::PresenceChanged &event);
    void on(const protocol::ChannelCreated &event);
    void on(const protocol::ChannelUpdated &event);
    void on(const protocol::ChannelDeleted &event);
    void on(const protocol::MemberJoined &event);
    void on(const protocol::MemberLeft &event);
    void on(const protocol::MemberUpdated &) { }
    void on(const protocol::ReadMarkerMoved &event);
    void checkGap(ChannelId id);

    UserId m_self;
    People m_people;
    Channels m_channels;
    QHash<ChannelId, ChannelTimeline *> m_timelines;
    /** Those with rows, the one left last at the end. */
    QList<ChannelId> m_parked;
    std::unique_ptr<ChannelTimeline> m_thread;
};

} // namespace plexi::app
