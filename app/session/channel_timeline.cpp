// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/channel_timeline.h"

#include "app/cache/message_changes.h"

#include <algorithm>

namespace plexi::app {

ChannelTimeline::ChannelTimeline(ChannelId channel, std::optional<MessageId> thread, QObject *parent)
    : QObject(parent), m_channel(channel), m_thread(thread)
{
}

bool ChannelTimeline::belongs(const protocol::Message &message) const
{
    return m_thread ? message.threadId == m_thread || message.id == *m_thread : !message.threadId;
}

std::vector<TimelineRow> ChannelTimeline::rowsOf(const protocol::MessagePage &page) const
{
    std::vector<TimelineRow> rows;
    rows.reserve(static_cast<size_t>(page.messages.size()));
    for (const protocol::Message &message : page.messages) {
        if (belongs(message))
            rows.push_back({.message = message});
    }
    std::ranges::sort(rows, {}, [](const TimelineRow &row) { return row.message.id; });
    return rows;
}

int ChannelTimeline::lowerBound(MessageId id) const
{
    const auto end = m_rows.begin() + m_placed;
    const auto found = std::lower_bound(m_rows.begin(), end, id,
                                        [](const TimelineRow &row, MessageId value) { return row.message.id < value; });
    return static_cast<int>(found - m_rows.begin());
}

int ChannelTimeline::indexOf(MessageId id) const
{
    const int index = lowerBound(id);
    return index < m_placed && row(index).message.id == id ? index : -1;
}

int ChannelTimeline::indexOfClientId(const QString &clientMessageId) const
{
    // From the end: what was sent lately stands there.
    for (int i = size() - 1; i >= 0; --i) {
        if (row(i).message.clientMessageId == clientMessageId)
            return i;
    }
    return -1;
}

std::optional<MessageId> ChannelTimeline::oldestId() const
{
    return m_placed > 0 ? std::optional(m_rows.front().message.id) : std::nullopt;
}

std::optional<MessageId> ChannelTimeline::newestId() const
{
    return m_placed > 0 ? std::optional(row(m_placed - 1).message.id) : std::nullopt;
}

ChannelTimeline::Reach ChannelTimeline::reachOf(MessageId id) const
{
    if (!m_isLoaded)
        return Reach::Outside;
    if (m_placed == 0)
        return m_atStart && m_atNewest ? Reach::Inside : Reach::Outside;
    const bool beyondOldest = id < m_rows.front().message.id && !m_atStart;
    const bool beyondNewest = id > row(m_placed - 1).message.id && !m_atNewest;
    return beyondOldest || beyondNewest ? Reach::Outside : Reach::Inside;
}

void ChannelTimeline::setLoading(bool loading, const QString &error)
{
    if (m_isLoading == loading && m_loadError == error)
        return;
    m_isLoading = loading;
    m_loadError = error;
    emit windowChanged();
}

void ChannelTimeline::endFetch()
{
    if (--m_fetches == 0)
        m_early.clear();
}

void ChannelTimeline::showPage(const protocol::MessagePage &page, qint64 baseline)
{
    emit aboutToReset();
    m_rows.erase(m_rows.begin(), m_rows.begin() + m_placed);
    std::vector<TimelineRow> rows = rowsOf(page);
    m_placed = static_cast<int>(rows.size());
    // The page may hold what was on its way from here.
    std::erase_if(m_rows, [&](const TimelineRow &unsent) {
        return std::ranges::any_of(rows, [&](const TimelineRow &placed) {
            return placed.message.clientMessageId && placed.message.clientMessageId == unsent.message.clientMessageId;
        });
    });
    m_rows.insert(m_rows.begin(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    m_isLoaded = true;
    m_atStart = !page.hasMore;
    m_atNewest = !page.hasNewer.value_or(false);
    m_newsBeyond.clear();
    emit wasReset();
    m_sequence.catchUp(baseline);
    replayEarly();
    emit windowChanged();
}

void ChannelTimeline::addOlder(const protocol::MessagePage &page, MessageId cursor)
{
    if (oldestId() != cursor)
        return;
    std::vector<TimelineRow> rows = rowsOf(page);
    std::erase_if(rows, [cursor](const TimelineRow &row) { return row.message.id >= cursor; });
    insertBlock(0, std::move(rows));
    m_atStart = !page.hasMore;
    replayEarly();
    if (m_placed > kMaxRows)
        trimNewer(kMaxRows);
    emit windowChanged();
}

void ChannelTimeline::addNewer(const protocol::MessagePage &page, MessageId cursor)
{
    if (newestId() != cursor)
        return;
    std::vector<TimelineRow> rows = rowsOf(page);
    std::erase_if(rows, [cursor](const TimelineRow &row) { return row.message.id <= cursor; });
    for (const TimelineRow &row : rows)
        m_newsBeyond.remove(row.message.id);
    insertBlock(m_placed, std::move(rows));
    m_atNewest = !page.hasNewer.value_or(false);
    if (m_atNewest)
        m_newsBeyond.clear();
    replayEarly();
    if (m_placed > kMaxRows)
        trimOlder(kMaxRows);
    emit windowChanged();
}

void ChannelTimeline::replayEarly()
{
    const std::vector<Early> early = std::exchange(m_early, {});
    for (const Early &change : early)
        std::visit([this](const auto &value) { apply(value); }, change);
}

void ChannelTimeline::apply(const protocol::Message &message)
{
    m_sequence.see(message.seq);
    if (!belongs(message))
        return;
    keepEarly(message);
    if (const int index = indexOf(message.id); index >= 0) {
        TimelineRow &known = m_rows[static_cast<size_t>(index)];
        if (message.seq >= known.message.seq && message != known.message) {
            known.message = message;
            emit changed(index, index);
        }
        return;
    }
    const int unsent = message.clientMessageId ? indexOfClientId(*message.clientMessageId) : -1;
    const bool isOurs = unsent >= m_placed;
    const bool isBeyondFull = m_placed >= kHardMaxRows && lowerBound(message.id) == m_placed;
    if (reachOf(message.id) == Reach::Inside && (isOurs || !isBeyondFull)) {
        if (isOurs)
            placeUnsent(unsent, message);
        else
            insertPlaced(message);
        return;
    }
    if (isOurs)
        removeRows(unsent, unsent);
    if (m_isLoaded && m_placed > 0 && message.id > row(m_placed - 1).message.id) {
        m_atNewest = false;
        if (message.isDeleted)
            m_newsBeyond.remove(message.id);
        else if (!isOurs)
            m_newsBeyond.insert(message.id);
        emit windowChanged();
    }
}

void ChannelTimeline::keepEarly(const Early &change)
{
    if (m_fetches > 0)
        m_early.push_back(change);
}

void ChannelTimeline::change(MessageId id, qint64 seq, const std::function<void(protocol::Message &)> &edit)
{
    m_sequence.see(seq);
    const int index = indexOf(id);
    if (index < 0)
        return;
    protocol::Message &message = m_rows[static_cast<size_t>(index)].message;
    if (message.seq < seq) {
        edit(message);
        message.seq = seq;
        emit changed(index, index);
    }
}

void ChannelTimeline::apply(const protocol::ReactionChanged &event)
{
    keepEarly(event);
    change(event.messageId, event.seq, [&event](protocol::Message &message) { cache::change(message, event); });
}

void ChannelTimeline::apply(const protocol::PinChanged &event)
{
    keepEarly(event);
    change(event.messageId, event.seq, [&event](protocol::Message &message) { cache::change(message, event); });
}

void ChannelTimeline::insertPlaced(const protocol::Message &message)
{
    std::vector<TimelineRow> rows;
    rows.push_back({.message = message});
    insertBlock(lowerBound(message.id), std::move(rows));
}

void ChannelTimeline::insertBlock(int first, std::vector<TimelineRow> rows)
{
    if (rows.empty())
        return;
    const int last = first + static_cast<int>(rows.size()) - 1;
    emit aboutToInsert(first, last);
    m_rows.insert(m_rows.begin() + first, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    m_placed += last - first + 1;
    emit inserted(first, last);
}

void ChannelTimeline::placeUnsent(int index, const protocol::Message &message)
{
    const int target = lowerBound(message.id);
    if (target < index) {
        emit aboutToMove(index, target);
        std::rotate(m_rows.begin() + target, m_rows.begin() + index, m_rows.begin() + index + 1);
    }
    ++m_placed;
    m_rows[static_cast<size_t>(target)] = {.message = message};
    if (target < index)
        emit moved(index, target);
    emit changed(target, target);
}

void ChannelTimeline::addUnsent(const protocol::Message &message, qint64 writtenAt)
{
    const int end = size();
    emit aboutToInsert(end, end);
    m_rows.push_back({.message = message, .state = SendState::Pending, .writtenAt = writtenAt});
    emit inserted(end, end);
}

void ChannelTimeline::setUnsentState(const QString &clientMessageId, SendState state, const QString &fault)
{
    const int index = indexOfClientId(clientMessageId);
    if (index < m_placed)
        return;
    TimelineRow &unsent = m_rows[static_cast<size_t>(index)];
    if (unsent.state == state && unsent.fault == fault)
        return;
    unsent.state = state;
    unsent.fault = fault;
    emit changed(index, index);
}

void ChannelTimeline::setUnsentContent(const QString &clientMessageId, const QString &content)
{
    const int index = indexOfClientId(clientMessageId);
    if (index < m_placed)
        return;
    m_rows[static_cast<size_t>(index)].message.content = content;
    emit changed(index, index);
}

void ChannelTimeline::touch(MessageId id)
{
    if (const int index = indexOf(id); index >= 0)
        emit changed(index, index);
}

void ChannelTimeline::removeUnsent(const QString &clientMessageId)
{
    const int index = indexOfClientId(clientMessageId);
    if (index >= m_placed)
        removeRows(index, index);
}

void ChannelTimeline::removeRows(int first, int last)
{
    if (first > last)
        return;
    emit aboutToRemove(first, last);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    m_placed -= std::max(0, std::min(last + 1, m_placed) - first);
    emit removed(first, last);
}

void ChannelTimeline::trimOlder(int keep)
{
    if (m_placed <= keep)
        return;
    m_atStart = false;
    removeRows(0, m_placed - keep - 1);
    emit windowChanged();
}

void ChannelTimeline::trimNewer(int keep)
{
    if (m_placed <= keep)
        return;
    m_atNewest = false;
    removeRows(keep, m_placed - 1);
    emit windowChanged();
}

void ChannelTimeline::park()
{
    if (m_atNewest) {
        trimOlder(kParkedRows);
        return;
    }
    unload();
}

void ChannelTimeline::restart()
{
    m_sequence = {};
    unload();
}

void ChannelTimeline::unload()
{
    emit aboutToReset();
    m_rows.erase(m_rows.begin(), m_rows.begin() + m_placed);
    m_placed = 0;
    m_isLoaded = false;
    m_atStart = false;
    m_atNewest = true;
    m_newsBeyond.clear();
    emit wasReset();
    emit windowChanged();
}

} // namespace plexi::app
