// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in a session: each asks the server, and gives the answer to the reducer.
#include "app/session/session.h"

#include "app/net/error_text.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::app {

void Session::setNotice(const QString &text, bool isGood)
{
    if (m_notice == text)
        return;
    m_notice = text;
    m_isNoticeGood = isGood;
    emit noticeChanged();
}

bool Session::beginAction()
{
    if (m_isActionBusy)
        return false;
    m_isActionBusy = true;
    m_actionError.clear();
    emit actionChanged();
    return true;
}

void Session::finishAction(const QString &error)
{
    m_isActionBusy = false;
    m_actionError = error;
    emit actionChanged();
    if (error.isEmpty())
        emit actionDone();
}

void Session::clearActionError()
{
    if (m_actionError.isEmpty())
        return;
    m_actionError.clear();
    emit actionChanged();
}

void Session::setBrowseFilter(const QString &text)
{
    if (m_browseFilter == text)
        return;
    m_browseFilter = text;
    m_browse.setFilter(text.trimmed());
    emit browseFilterChanged();
}

// Messages.

bool Session::isSendable(const QString &content, const ComposerPlace &place)
{
    if (content.toUcs4().size() > protocol::Message::kMaxContent) {
        setNotice(tr("A message can have at most %L1 characters. Split this one.").arg(protocol::Message::kMaxContent));
        return false;
    }
    return !content.isEmpty() || !m_uploads.attached(place).isEmpty();
}

void Session::send(const QString &text, const QString &replyTo)
{
    const QString content = text.trimmed();
    if (m_current.isNull() || !isSendable(content, placeOf(false)))
        return;
    m_typing.stopped(m_current);
    m_drafts.set(m_current, {});
    m_timeline.setUnreadAfter(std::nullopt);
    m_timeline.jumpToNewest();
    m_outbox.send(m_current, content, {.replyTo = MessageId::fromString(replyTo)});
}

QString Session::draft(const QString &channelId) const
{
    return m_drafts.text(ChannelId::fromString(channelId).value_or(ChannelId()));
}

void Session::setDraft(const QString &channelId, const QString &text)
{
    const auto channel = ChannelId::fromString(channelId);
    if (!channel)
        return;
    m_drafts.set(*channel, text);
    if (text.isEmpty())
        m_typing.stopped(*channel);
}

void Session::loadOlder(ChannelId channel)
{
    m_history.loadOlder(channel);
}

void Session::loadNewer(ChannelId channel)
{
    m_history.loadNewer(channel);
}

void Session::jumpToNewest(ChannelId channel)
{
    m_history.loadNewest(channel);
}

void Session::editMessage(const protocol::Message &message, const QString &text)
{
    m_outbox.edit(message.channelId, message.id, text);
}

void Session::deleteMessage(const protocol::Message &message)
{
    m_outbox.remove(message.channelId, message.id);
}

void Session::react(const protocol::Message &message, const QString &emoji, bool on)
{
    m_outbox.react(message.channelId, message.id, emoji, on);
}

void Session::pin(const protocol::Message &message, bool on)
{
    m_outbox.pin(message.channelId, message.id, on);
}

void Session::onRefused(cache::OutboxItem::Kind kind, const ApiError &reason)
{
    using Change = cache::OutboxItem::Kind;
    switch (kind) {
    case Change::Send:
        break;
    case Change::Edit:
        setNotice(tr("The message was not changed. %1").arg(errorText(reason)));
        break;
    case Change::Delete:
        setNotice(tr("The message was not deleted. %1").arg(errorText(reason)));
        break;
    case Change::React:
    case Change::Unreact:
        setNotice(tr("The reaction was not changed. %1").arg(errorText(reason)));
        break;
    case Change::Pin:
    case Change::Unpin:
        setNotice(tr("The pin was not changed. %1").arg(errorText(reason)));
        break;
    }
}

// Channels and people.

QCoro::Task<> Session::fetchChannel(ChannelId id)
{
    const QPointer<Session> self(this);
    if (m_fetchingChannels.contains(id))
        co_return;
    m_fetchingChannels.insert(id);
    const ApiResult<protocol::Channel> channel = co_await m_api->channel(id);
    if (!self)
        co_return;
    m_fetchingChannels.remove(id);
    if (!channel)
        co_return;
    const bool wasMember = m_reducer.channels().isMember(id);
    m_reducer.putChannel(*channel);
    if (!wasMember && m_reducer.channels().isMember(id))
        subscribe({id});
}

QCoro::Task<> Session::fetchUser(UserId id)
{
    const QPointer<Session> self(this);
    const People::Moment asked = m_reducer.people().now();
    const ApiResult<protocol::User> user = co_await m_api->user(id);
    if (!self)
        co_return;
    if (user)
        m_reducer.putUsers({*user}, asked);
    else if (!user.error().isDefinite())
        m_reducer.people().allowRetry(id);
}

QCoro::Task<> Session::fetchMembers(ChannelId id)
{
    const QPointer<Session> self(this);
    if (id.isNull() || m_fetchingMembers.contains(id))
        co_return;
    m_fetchingMembers.insert(id);
    const People::Moment asked = m_reducer.people().now();
    const ApiResult<QList<protocol::User>> members = co_await m_api->members(id);
    if (!self)
        co_return;
    m_fetchingMembers.remove(id);
    if (!members)
        co_return;
    m_reducer.putUsers(*members, asked);
    QList<UserId> ids;
    for (const protocol::User &user : *members)
        ids.append(user.id);
    m_mirror.putMembers(id, ids);
    if (id != m_current)
        co_return;
    m_members.setUsers(QSet<UserId>(ids.begin(), ids.end()));
    watchPresence();
}

void Session::watchPresence()
{
    // Those who can be seen now: the people of direct channels, then the members of the current one.
    QList<UserId> watched;
    for (const ChannelId id : m_reducer.channels().joined()) {
        const protocol::Channel *channel = m_reducer.channels().find(id);
        for (const UserId user : channel->memberIds) {
            if (user != m_self && !watched.contains(user))
                watched.append(user);
        }
    }
    for (const UserId user : m_members.users()) {
        if (user != m_self && !watched.contains(user))
            watched.append(user);
    }
    m_realtime.send(protocol::WatchPresenceRequest{.userIds = watched.mid(0, protocol::kMaxWatchedUsers)});
}

void Session::searchPeople(const QString &text)
{
    m_people.setFilter(text);
    if (text.trimmed().size() >= 2)
        runSearch(text.trimmed());
}

QCoro::Task<> Session::runSearch(QString text)
{
    const QPointer<Session> self(this);
    const People::Moment asked = m_reducer.people().now();
    const ApiResult<QList<protocol::User>> found = co_await m_api->searchUsers(text);
    // Without an answer, the people who are known already remain.
    if (self && found)
        m_reducer.putUsers(*found, asked);
}

void Session::openDirect(const QString &userId)
{
    const auto id = UserId::fromString(userId);
    if (id && beginAction())
        runDirect(*id);
}

QCoro::Task<> Session::runDirect(UserId user)
{
    const QPointer<Session> self(this);
    const QList<UserId> users{user};
    const ApiResult<protocol::Channel> channel = co_await m_api->directChannel(users);
    if (!self)
        co_return;
    if (channel)
        enter(*channel);
    finishAction(channel ? QString() : errorText(channel.error()));
}

void Session::setStatus(const QString &status)
{
    const auto wanted = protocol::presenceFromName(status);
    if (!wanted || *wanted == protocol::PresenceStatus::Offline || *wanted == m_ownStatus)
        return;
    m_ownStatus = *wanted;
    m_realtime.send(protocol::PresenceRequest{.status = m_ownStatus});
    emit ownStatusChanged();
}

void Session::signOut()
{
    runSignOut();
}

QCoro::Task<> Session::runSignOut()
{
    const QPointer<Session> self(this);
    m_realtime.stop();
    // Here it ends in any case; a server that cannot be reached ends it when the refresh token's time is over.
    m_api->setTimeout(std::chrono::seconds(3));
    co_await m_api->signOut();
    if (self)
        emit ended(QString());
}

} // namespace plexi::app
