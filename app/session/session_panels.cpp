// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown beside the channel: a thread, the pinned messages, what was found; and the way from there to a message.
#include "app/app_link.h"
#include "app/net/error_text.h"
#include "app/session/session.h"

#include <QCoroTimer>
#include <QDesktopServices>
#include <QPointer>
#include <QUrl>

#include <algorithm>
#include <functional>

namespace plexi::app {

namespace {

constexpr qint64 kMaxFound = 100;
/** Letters; shorter texts are in nearly every message. */
constexpr qsizetype kShortestSearch = 2;
/** So long after the last letter, the person has stopped typing. */
constexpr std::chrono::milliseconds kTypingPause{350};

} // namespace

// Threads.

void Session::openThread(const QString &messageId)
{
    const auto id = MessageId::fromString(messageId);
    const ChannelTimeline *timeline = m_reducer.timeline(m_current);
    if (!id || !timeline)
        return;
    std::optional<protocol::Message> message = m_mirror.message(*id);
    if (const int row = timeline->indexOf(*id); row >= 0)
        message = timeline->row(row).message;
    const MessageId root = message ? message->threadId.value_or(*id) : *id;
    if (root.toString() == threadId())
        return;
    m_thread.show(nullptr, std::nullopt);
    ChannelTimeline *thread = m_reducer.openThread(m_current, root);
    m_history.loadThread(thread,
                         timeline->indexOf(root) >= 0 ? timeline->row(timeline->indexOf(root)).message
                                                      : std::optional<protocol::Message>());
    m_outbox.fill(thread);
    m_thread.show(thread, std::nullopt);
    m_threadUploadList.show(placeOf(true));
    emit threadChanged();
}

void Session::closeThread()
{
    if (!m_reducer.thread())
        return;
    m_thread.show(nullptr, std::nullopt);
    m_reducer.closeThread();
    emit threadChanged();
}

QString Session::threadId() const
{
    return m_reducer.thread() ? m_reducer.thread()->thread()->toString() : QString();
}

void Session::sendInThread(const QString &text)
{
    const ChannelTimeline *thread = m_reducer.thread();
    const QString content = text.trimmed();
    if (thread && isSendable(content, placeOf(true)))
        m_outbox.send(thread->channelId(), content, {.thread = thread->thread()});
}

// Pins.

void Session::loadPins()
{
    if (!m_current.isNull())
        runPins(m_current);
}

QCoro::Task<> Session::runPins(ChannelId channel)
{
    const QPointer<Session> self(this);
    m_pins.setState(true);
    const ApiResult<protocol::MessagePage> page = co_await m_api->pins(channel);
    if (!self || channel != m_current)
        co_return;
    m_pins.setMessages(page ? page->messages : QList<protocol::Message>());
    m_pins.setState(false, page ? QString() : errorText(page.error()));
}

// Links.

void Session::copyLink(const QString &messageId)
{
    AppLink link = AppLink::to(m_account.serverAddress);
    link.channelId = currentChannelId();
    link.messageId = messageId;
    TimelineModel::copy(link.toString());
    setNotice(tr("The link to the message is in the clipboard."), true);
}

void Session::openLink(const QString &link)
{
    if (AppLink::parse(link)) {
        emit appLinkActivated(link);
        return;
    }
    const QUrl url(link, QUrl::StrictMode);
    if (url.scheme() != MessageTexts::kScheme) {
        QDesktopServices::openUrl(url);
        return;
    }
    if (const auto channel = ChannelId::fromString(url.path()))
        openChannel(channel->toString());
    else if (const auto user = UserId::fromString(url.path()); user && *user != m_self)
        openDirect(user->toString());
}

// Search.

void Session::search(const QString &text, bool everywhere)
{
    cache::Wanted wanted{.text = text.trimmed(), .channel = everywhere ? ChannelId() : m_current};
    wanted.filter = m_searchFilters.filter();
    if (!m_searchFilters.channel().isNull())
        wanted.channel = m_searchFilters.channel();
    m_found.setMessages(m_mirror.search(wanted, kMaxFound));
    ++m_searches;
    if ((wanted.text.size() < kShortestSearch && wanted.filter.isEmpty()) || line() != Online)
        m_found.setState(false);
    else
        runFind(wanted);
}

QCoro::Task<> Session::runFind(cache::Wanted wanted)
{
    const QPointer<Session> self(this);
    const int number = m_searches;
    m_found.setState(true);
    co_await QCoro::sleepFor(kTypingPause);
    if (!self || number != m_searches)
        co_return;
    const ApiResult<QList<protocol::Message>> answer = co_await m_api->searchMessages(wanted.text, wanted.channel,
                                                                                      wanted.filter);
    if (!self || number != m_searches)
        co_return;
    m_found.setState(false);
    // Without an answer, what is here remains.
    if (!answer)
        co_return;
    QList<protocol::Message> all = *answer;
    for (const protocol::Message &message : m_mirror.search(wanted, kMaxFound)) {
        if (std::ranges::find(all, message.id, &protocol::Message::id) == all.end())
            all.append(message);
    }
    std::ranges::sort(all, std::greater(), &protocol::Message::id);
    m_found.setMessages(all.mid(0, kMaxFound));
}

void Session::goTo(const QString &channelId, const QString &messageId)
{
    const auto channel = ChannelId::fromString(channelId);
    const auto message = MessageId::fromString(messageId);
    if (!channel || !message || !m_reducer.channels().find(*channel))
        return;
    show(*channel);
    runGoTo(*channel, *message);
}

QCoro::Task<> Session::runGoTo(ChannelId channel, MessageId message)
{
    const QPointer<Session> self(this);
    const auto known = m_mirror.message(message);
    // A reply is shown in its thread, under its root.
    const MessageId target = known ? known->threadId.value_or(message) : message;
    const ApiResult<> shown = co_await m_history.showAround(channel, target);
    if (!self || channel != m_current)
        co_return;
    if (!shown) {
        setNotice(tr("The message could not be loaded. %1").arg(errorText(shown.error())));
        co_return;
    }
    if (target != message)
        openThread(target.toString());
    emit messageShown(target.toString());
}

} // namespace plexi::app
