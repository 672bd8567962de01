// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the view asks of a timeline.
#include "app/models/timeline_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr qsizetype kQuoteLength = 200;
/** As many people are named for a reaction; the others are counted. */
constexpr qsizetype kNamedReactors = 8;

} // namespace

QList<FileCard> TimelineModel::cardsOf(const protocol::Message &message) const
{
    QList<FileCard> cards;
    for (const protocol::File &file : message.attachments)
        cards.append(FileCard::of(file, m_people->pictures()));
    return cards;
}

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
    return row < 0 ? QString() : messageAt(row).content;
}

void TimelineModel::edit(const QString &messageId, const QString &text)
{
    const int row = rowOf(messageId);
    const QString trimmed = text.trimmed();
    if (row < 0 || trimmed.isEmpty())
        return;
    const protocol::Message message = messageAt(row);
    if (!m_timeline->row(row).isPlaced())
        m_actions->rewriteUnsent(messageId, trimmed);
    else if (trimmed != message.content)
        m_actions->editMessage(message, trimmed);
}

void TimelineModel::remove(const QString &messageId)
{
    const int row = rowOf(messageId);
    if (row < 0)
        return;
    if (m_timeline->row(row).isPlaced())
        m_actions->deleteMessage(m_timeline->row(row).message);
    else
        m_actions->discardUnsent(messageId);
}

void TimelineModel::react(const QString &messageId, const QString &emoji)
{
    const int row = rowOf(messageId);
    if (row < 0 || !m_timeline->row(row).isPlaced())
        return;
    const protocol::Message message = messageAt(row);
    const bool isThere = std::ranges::any_of(message.reactions, [&](const protocol::Reaction &reaction) {
        return reaction.emoji == emoji && reaction.userIds.contains(m_self);
    });
    m_actions->react(message, emoji, !isThere);
}

void TimelineModel::setPinned(const QString &messageId, bool pinned)
{
    const int row = rowOf(messageId);
    if (row >= 0 && m_timeline->row(row).isPlaced() && messageAt(row).isPinned != pinned)
        m_actions->pin(m_timeline->row(row).message, pinned);
}

QString TimelineModel::authorOf(const QString &messageId) const
{
    const int row = rowOf(messageId);
    return row < 0 ? QString() : m_people->nameOf(m_timeline->row(row).message.userId);
}

QString TimelineModel::quoteOf(const QString &messageId) const
{
    const int row = rowOf(messageId);
    return row < 0 ? QString() : messageAt(row).content.simplified().left(kQuoteLength);
}

QList<MessagePart> TimelineModel::partsOf(const protocol::Message &message) const
{
    QList<MessagePart> parts;
    if (!message.isDeleted) {
        for (const TextPart &part : m_actions->partsOf(message))
            parts.append({.part = part});
    }
    return parts;
}

QList<ReactionPill> TimelineModel::pillsOf(const protocol::Message &message) const
{
    QList<ReactionPill> pills;
    for (const protocol::Reaction &reaction : message.reactions) {
        QStringList names;
        for (const UserId user : reaction.userIds.first(std::min(kNamedReactors, reaction.userIds.size()))) {
            if (const QString name = user == m_self ? tr("You") : m_people->nameOf(user); !name.isEmpty())
                names.append(name);
        }
        const int others = static_cast<int>(reaction.count() - names.size());
        QString text = QLocale().createSeparatedList(names);
        if (others > 0)
            text = names.isEmpty() ? tr("%n person(s)", nullptr, others)
                                   : tr("%1 and %n other(s)", nullptr, others).arg(names.join(", "_L1));
        pills.append({.emoji = reaction.emoji,
                      .count = static_cast<int>(reaction.count()),
                      .isOwn = reaction.userIds.contains(m_self),
                      .names = text});
    }
    return pills;
}

void TimelineModel::copyText(const QString &messageId) const
{
    if (const int row = rowOf(messageId); row >= 0)
        QGuiApplication::clipboard()->setText(messageAt(row).content);
}

void TimelineModel::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

QString TimelineModel::lastOwnMessageId() const
{
    for (int row = m_timeline ? m_timeline->placedSize() - 1 : -1; row >= 0; --row) {
        const protocol::Message message = messageAt(row);
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
