// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/timeline_model.h"

#include "app/models/time_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

static_assert(static_cast<int>(TimelineModel::PartRule) == static_cast<int>(TextPart::Kind::Rule));
static_assert(static_cast<int>(TimelineModel::Failed) == static_cast<int>(SendState::Failed));

namespace {

QDateTime localTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

} // namespace

TimelineModel::TimelineModel(People *people, TimelineActions *actions, UserId self, QObject *parent)
    : QAbstractListModel(parent), m_people(people), m_actions(actions), m_self(self)
{
    connect(people, &People::changed, this, &TimelineModel::refreshAuthor);
    m_pendingText.setSingleShot(true);
    m_pendingText.setInterval(kPendingTextDelay);
    connect(&m_pendingText, &QTimer::timeout, this, &TimelineModel::refreshPendingTexts);
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, &TimelineModel::refreshDays);
    refreshDays();
}

void TimelineModel::show(ChannelTimeline *timeline, std::optional<MessageId> unreadAfter)
{
    beginResetModel();
    if (m_timeline)
        m_timeline->disconnect(this);
    m_timeline = timeline;
    m_unreadAfter = unreadAfter;
    m_readUpTo = std::nullopt;
    if (m_timeline)
        connectTimeline();
    m_newRow = -1;
    endResetModel();
    refreshNewMarker();
    emit countChanged();
    emit windowChanged();
}

void TimelineModel::connectTimeline()
{
    ChannelTimeline *source = m_timeline;
    connect(source, &ChannelTimeline::aboutToInsert, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(source, &ChannelTimeline::inserted, this, [this](int, int last) {
        endInsertRows();
        afterStructureChange(last + 1);
        m_pendingText.start();
    });
    connect(source, &ChannelTimeline::aboutToRemove, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(source, &ChannelTimeline::removed, this, [this](int first, int) {
        endRemoveRows();
        afterStructureChange(first);
    });
    connect(source, &ChannelTimeline::aboutToMove, this,
            [this](int from, int to) { beginMoveRows({}, from, from, {}, to); });
    connect(source, &ChannelTimeline::moved, this, [this](int from, int to) {
        endMoveRows();
        refreshNeighbour(from + 1);
        afterStructureChange(to + 1);
    });
    connect(source, &ChannelTimeline::changed, this, &TimelineModel::rowsChanged);
    connect(source, &ChannelTimeline::aboutToReset, this, [this] { beginResetModel(); });
    connect(source, &ChannelTimeline::wasReset, this, [this] {
        m_newRow = -1;
        endResetModel();
        refreshNewMarker();
        emit countChanged();
    });
    connect(source, &ChannelTimeline::windowChanged, this, [this] {
        refreshNewMarker();
        emit windowChanged();
    });
}

void TimelineModel::afterStructureChange(int next)
{
    refreshNeighbour(next);
    // The row under the line has moved with the others; it is found anew.
    m_newRow = std::min(m_newRow, count() - 1);
    refreshNewMarker();
    emit countChanged();
    emit windowChanged();
}

void TimelineModel::rowsChanged(int first, int last)
{
    emit dataChanged(index(first), index(last));
    refreshNeighbour(last + 1);
    refreshNewMarker();
}

void TimelineModel::refreshNeighbour(int row)
{
    if (row >= 0 && row < count())
        emit dataChanged(index(row), index(row), {IsFirstOfGroupRole, DayTextRole, ShowsNewMarkerRole});
}

void TimelineModel::refreshNewMarker()
{
    int found = -1;
    if (m_timeline && m_unreadAfter) {
        const auto oldest = m_timeline->oldestId();
        // Where the window begins after the marker, the first unread message may be an older one.
        const bool reachesBack = oldest && (*oldest <= *m_unreadAfter || m_timeline->atStart());
        for (int row = 0; reachesBack && found < 0 && row < m_timeline->placedSize(); ++row) {
            const protocol::Message &message = m_timeline->row(row).message;
            if (message.id > *m_unreadAfter && message.userId != m_self && !message.isDeleted)
                found = row;
        }
    }
    const int before = std::exchange(m_newRow, found);
    if (before == found)
        return;
    for (const int row : {before, found}) {
        if (row >= 0 && row < count())
            emit dataChanged(index(row), index(row), {ShowsNewMarkerRole, IsFirstOfGroupRole});
    }
    emit firstUnreadRowChanged();
}

void TimelineModel::setUnreadAfter(std::optional<MessageId> message)
{
    m_unreadAfter = message;
    refreshNewMarker();
}

void TimelineModel::setReadUpTo(std::optional<MessageId> message)
{
    if (m_readUpTo == message)
        return;
    m_readUpTo = message;
    emit windowChanged();
}

int TimelineModel::unreadBelow() const
{
    if (!m_timeline)
        return 0;
    int unread = m_timeline->newsBeyond();
    const MessageId read = m_readUpTo.value_or(MessageId());
    for (int row = m_timeline->placedSize() - 1; row >= 0; --row) {
        const protocol::Message &message = m_timeline->row(row).message;
        if (message.id <= read)
            break;
        unread += message.userId != m_self && !message.isDeleted ? 1 : 0;
    }
    return unread;
}

void TimelineModel::refreshPendingTexts()
{
    if (m_timeline && m_timeline->placedSize() < count())
        emit dataChanged(index(m_timeline->placedSize()), index(count() - 1), {StateTextRole});
}

void TimelineModel::refreshDays()
{
    if (count() > 0)
        emit dataChanged(index(0), index(count() - 1), {DayTextRole});
    const QDateTime now = QDateTime::currentDateTime();
    const qint64 left = now.msecsTo(now.date().addDays(1).startOfDay());
    m_midnight.start(static_cast<int>(std::clamp<qint64>(left + 1000, 1000, 25LL * 3600 * 1000)));
}

void TimelineModel::refreshAuthor(UserId user)
{
    for (int row = 0; row < count(); ++row) {
        if (m_timeline->row(row).message.userId == user)
            emit dataChanged(index(row), index(row), {AuthorNameRole, InitialsRole, AvatarRole});
        else if (m_timeline->row(row).message.mentions.contains(user))
            emit dataChanged(index(row), index(row), {PartsRole});
    }
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

qint64 TimelineModel::timeOf(int row) const
{
    const TimelineRow &found = m_timeline->row(row);
    return found.isPlaced() ? found.message.createdAt.ms : found.writtenAt;
}

bool TimelineModel::isFirstOfDay(int row) const
{
    return row == 0 || localTime(timeOf(row)).date() != localTime(timeOf(row - 1)).date();
}

bool TimelineModel::isFirstOfGroup(int row) const
{
    if (isFirstOfDay(row) || row == m_newRow)
        return true;
    const protocol::Message &message = m_timeline->row(row).message;
    const protocol::Message &before = m_timeline->row(row - 1).message;
    return message.userId != before.userId || message.replyTo || before.isDeleted != message.isDeleted
        || timeOf(row) - timeOf(row - 1) > kGroupMilliseconds;
}

QString TimelineModel::dayText(int row) const
{
    if (!isFirstOfDay(row))
        return {};
    const QDate day = localTime(timeOf(row)).date();
    const QDate today = QDate::currentDate();
    QString text = dayName(day);
    if (day == today)
        return tr("Today, %1").arg(text);
    if (day.addDays(1) == today)
        return tr("Yesterday, %1").arg(text);
    return text;
}

QString TimelineModel::lastReplyText(qint64 ms)
{
    const QDateTime moment = localTime(ms);
    const QString time = shortTime(moment.time());
    const QDate today = QDate::currentDate();
    if (moment.date() == today)
        return tr("last today at %1").arg(time);
    if (moment.date().addDays(1) == today)
        return tr("last yesterday at %1").arg(time);
    return tr("last on %1").arg(dayName(moment.date()));
}

QString TimelineModel::stateText(int row) const
{
    const TimelineRow &found = m_timeline->row(row);
    switch (found.state) {
    case SendState::Sent:
        return {};
    case SendState::Pending:
        if (!found.fault.isEmpty())
            return found.fault;
        return QDateTime::currentMSecsSinceEpoch() - found.writtenAt < kPendingTextDelay ? QString() : tr("Sending…");
    case SendState::Waiting: {
        int place = 0;
        for (int i = m_timeline->placedSize(); i <= row; ++i)
            place += m_timeline->row(i).state == SendState::Failed ? 0 : 1;
        return tr("Waiting for the connection, number %1 in the queue").arg(QLocale().toString(place));
    }
    case SendState::Failed:
        return tr("Not sent: %1").arg(found.fault);
    }
    return {};
}

protocol::Message TimelineModel::messageAt(int row) const
{
    return m_actions->shown(m_timeline->row(row).message);
}

const TimelineRow *TimelineModel::replied(const protocol::Message &message) const
{
    const int row = message.replyTo ? m_timeline->indexOf(*message.replyTo) : -1;
    return row < 0 ? nullptr : &m_timeline->row(row);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!m_timeline || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    const TimelineRow &found = m_timeline->row(row);
    const protocol::Message message = messageAt(row);
    switch (role) {
    case MessageIdRole:
        return found.isPlaced() ? message.id.toString() : message.clientMessageId.value_or(QString());
    case AuthorIdRole:
        return message.userId.toString();
    case AuthorNameRole:
        return m_people->nameOf(message.userId);
    case InitialsRole:
        return initialsOf(m_people->nameOf(message.userId));
    case Qt::DisplayRole:
    case ContentRole:
        return message.content;
    case TimeTextRole:
        return shortTime(localTime(timeOf(row)).time());
    case FullTimeTextRole:
        return QLocale().toString(localTime(timeOf(row)), QLocale::LongFormat);
    case DayTextRole:
        return dayText(row);
    case IsFirstOfGroupRole:
        return isFirstOfGroup(row);
    case IsEditedRole:
        return message.isEdited && !message.isDeleted;
    case IsDeletedRole:
        return message.isDeleted;
    case IsOwnRole:
        return message.userId == m_self;
    case StateRole:
        return static_cast<int>(found.state);
    case StateTextRole:
        return stateText(row);
    case ShowsNewMarkerRole:
        return row == m_newRow;
    case ReplyMessageIdRole:
        return message.replyTo ? message.replyTo->toString() : QString();
    case ReplyAuthorRole: {
        const TimelineRow *original = replied(message);
        return original ? m_people->nameOf(original->message.userId) : QString();
    }
    case ReplyTextRole: {
        const TimelineRow *original = replied(message);
        if (original && original->message.isDeleted)
            return tr("Deleted message");
        return original       ? original->message.content.simplified().left(200)
            : message.replyTo ? tr("An earlier message")
                              : QString();
    }
    case MentionsMeRole:
        return message.mentionsChannel || message.mentions.contains(m_self);
    case ReactionsRole:
        return QVariant::fromValue(pillsOf(message));
    case PartsRole:
        return QVariant::fromValue(partsOf(message));
    case AttachmentsRole:
        return QVariant::fromValue(cardsOf(message));
    case AvatarRole:
        return m_people->avatarOf(message.userId);
    case IsPinnedRole:
        return message.isPinned;
    case ReplyCountRole:
        // In the thread itself, they are all there.
        return m_timeline->thread() ? 0 : static_cast<int>(message.replyCount);
    case LastReplyTextRole:
        return message.lastReplyAt ? lastReplyText(message.lastReplyAt->ms) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return {{MessageIdRole, "messageId"},
            {AuthorIdRole, "authorId"},
            {AuthorNameRole, "authorName"},
            {InitialsRole, "initials"},
            {ContentRole, "content"},
            {TimeTextRole, "timeText"},
            {FullTimeTextRole, "fullTimeText"},
            {DayTextRole, "dayText"},
            {IsFirstOfGroupRole, "isFirstOfGroup"},
            {IsEditedRole, "isEdited"},
            {IsDeletedRole, "isDeleted"},
            {IsOwnRole, "isOwn"},
            {StateRole, "sendState"},
            {StateTextRole, "stateText"},
            {ShowsNewMarkerRole, "showsNewMarker"},
            {ReplyMessageIdRole, "replyMessageId"},
            {ReplyAuthorRole, "replyAuthor"},
            {ReplyTextRole, "replyText"},
            {MentionsMeRole, "mentionsMe"},
            {ReactionsRole, "reactions"},
            {PartsRole, "parts"},
            {IsPinnedRole, "isPinned"},
            {ReplyCountRole, "replyCount"},
            {LastReplyTextRole, "lastReplyText"},
            {AttachmentsRole, "attachments"},
            {AvatarRole, "avatar"}};
}

} // namespace plexi::app
