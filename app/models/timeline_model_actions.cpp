// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the view asks of a timeline.
#include "app/models/timeline_model.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace plexi::app {

void TimelineModel::loadOlder()
{
    if (m_timeline && !m_timeline->isLoading() && !(m_timeline->isLoaded() && m_timeline->atStart()))
        m_actions->loadOlder(m_timeline->channelId());
}

void TimelineModel::loadNewer()
{
    if (m_timeline && !m_timeline->isLoading() && !m_timeline->atNewest())
        m_actions->loadNewer(m_timeline->channelId());
}

void TimelineModel::jumpToNewest()
{
    if (m_timeline && !m_timeline->atNewest())
        m_actions->jumpToNewest(m_timeline->channelId());
}

int TimelineModel::rowOf(const QString &messageId) const
{
    if (!m_timeline || messageId.isEmpty())
        return -1;
    const auto id = MessageId::fromString(messageId);
    return id ? m_timeline->indexOf(*id) : m_timeline->indexOfClientId(messageId);
}

void TimelineModel::retry(const QString &messageId)
{
    m_actions->retrySending(messageId);
}

void TimelineModel::discard(const QString &messageId)
{
    m_actions->discardUnsent(messageId);
}

QString TimelineModel::editText(const QString &messageId) const
{
    const int row = rowOf(messageId);
    return row < 0 ? QString() : m_timeline->row(row).message.content;
}

void TimelineModel::edit(const QString &messageId, const QString &text)
{
    const int row = rowOf(messageId);
    const QString trimmed = text.trimmed();
    const bool isChange = row >= 0 && !trimmed.isEmpty() && trimmed != m_timeline->row(row).message.content;
    if (isChange && m_timeline->row(row).isPlaced())
        m_actions->editMessage(m_timeline->row(row).message.id, trimmed);
}

void TimelineModel::remove(const QString &messageId)
{
    if (const auto id = MessageId::fromString(messageId))
        m_actions->deleteMessage(*id);
    else
        m_actions->discardUnsent(messageId);
}

void TimelineModel::copyText(const QString &messageId) const
{
    if (const int row = rowOf(messageId); row >= 0)
        QGuiApplication::clipboard()->setText(m_timeline->row(row).message.content);
}

QString TimelineModel::lastOwnMessageId() const
{
    for (int row = m_timeline ? m_timeline->placedSize() - 1 : -1; row >= 0; --row) {
        const protocol::Message &message = m_timeline->row(row).message;
        if (message.userId == m_self && !message.isDeleted)
            return message.id.toString();
    }
    return {};
}

void TimelineModel::markReadTo(int row)
{
    if (!m_timeline)
        return;
    const int placed = std::min(row, m_timeline->placedSize() - 1);
    if (placed >= 0)
        m_actions->markRead(m_timeline->channelId(), m_timeline->row(placed).message.id);
}

} // namespace plexi::app
