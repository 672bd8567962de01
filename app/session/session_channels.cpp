// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with channels: makes, joins, changes and leaves them.
#include "app/net/error_text.h"
#include "app/session/session.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace plexi::app {

void Session::createChannel(const QString &name, bool isPrivate, const QString &topic)
{
    if (beginAction())
        runCreate(name.trimmed(), isPrivate ? protocol::ChannelType::Private : protocol::ChannelType::Public,
                  topic.trimmed());
}

QCoro::Task<> Session::runCreate(QString name, protocol::ChannelType type, QString topic)
{
    const QPointer<Session> self(this);
    const ApiResult<protocol::Channel> channel = co_await m_api->createChannel(name, type, topic);
    if (!self)
        co_return;
    if (channel)
        enter(*channel);
    finishAction(channel ? QString() : errorText(channel.error()));
}

void Session::joinChannel(const QString &channelId)
{
    const auto id = ChannelId::fromString(channelId);
    if (id && beginAction())
        runJoin(*id);
}

QCoro::Task<> Session::runJoin(ChannelId id)
{
    const QPointer<Session> self(this);
    const ApiResult<> joined = co_await m_api->joinChannel(id);
    if (!self)
        co_return;
    if (!joined) {
        finishAction(errorText(joined.error()));
        co_return;
    }
    const ApiResult<protocol::Channel> channel = co_await m_api->channel(id);
    if (!self)
        co_return;
    if (channel)
        enter(*channel);
    finishAction(channel ? QString() : errorText(channel.error()));
}

void Session::enter(const protocol::Channel &channel)
{
    m_reducer.putChannel(channel);
    subscribe({channel.id});
    show(channel.id);
    fetchMembers(channel.id);
}

void Session::changeChannel(const QString &name, const QString &topic)
{
    if (!m_current.isNull() && beginAction())
        runChange(m_current, name.trimmed(), topic.trimmed());
}

QCoro::Task<> Session::runChange(ChannelId id, QString name, QString topic)
{
    const QPointer<Session> self(this);
    const ApiResult<protocol::Channel> channel = co_await m_api->changeChannel(id, name, topic);
    if (!self)
        co_return;
    if (channel)
        m_reducer.putChannel(*channel);
    finishAction(channel ? QString() : errorText(channel.error()));
}

void Session::setNotificationLevel(const QString &level)
{
    if (const auto wanted = protocol::notificationLevelFromName(level); wanted && !m_current.isNull())
        runLevel(m_current, *wanted);
}

QCoro::Task<> Session::runLevel(ChannelId id, protocol::NotificationLevel level)
{
    const QPointer<Session> self(this);
    const ApiResult<> changed = co_await m_api->setNotificationLevel(id, level);
    if (!self)
        co_return;
    if (changed) {
        fetchChannel(id);
        co_return;
    }
    setNotice(tr("The notifications were not changed. %1").arg(errorText(changed.error())));
    // What shows the choice goes back to what it is.
    emit currentDetailsChanged();
}

void Session::setFavourite(const QString &channelId, bool isFavourite)
{
    if (const auto id = ChannelId::fromString(channelId); id && m_reducer.channels().find(*id))
        m_favourites.set(*id, isFavourite);
}

void Session::leaveChannel(const QString &channelId)
{
    if (const auto id = ChannelId::fromString(channelId))
        runLeave(*id);
}

QCoro::Task<> Session::runLeave(ChannelId id)
{
    const QPointer<Session> self(this);
    const ApiResult<> left = co_await m_api->leaveChannel(id);
    if (!self)
        co_return;
    if (!left) {
        setNotice(tr("You are still in the channel. %1").arg(errorText(left.error())));
        co_return;
    }
    m_reducer.leaveChannel(id);
    if (m_current == id) {
        m_realtime.send(protocol::UnsubscribeRequest{.channels = {id.toString()}});
        showFirst();
    }
}

} // namespace plexi::app
