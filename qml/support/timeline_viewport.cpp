// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/timeline_viewport.h"

#include <algorithm>

namespace plexi {

namespace {
/** Rows are wanted when less than this many heights of the view are left. */
constexpr qreal kReserve = 2.0;
/** Positions are sums of fractions: nearer than this is the same place. Pixels. */
constexpr qreal kTolerance = 2.0;
/** ListView.Beginning and ListView.End: from bottom to top, the beginning is the lower edge. */
enum PositionMode { LowerEdge = 0, UpperEdge = 2 };
} // namespace

TimelineViewport::TimelineViewport(QObject *parent) : QObject(parent) { }

void TimelineViewport::setView(QQuickItem *view)
{
    if (view == m_view)
        return;
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = view;
    if (m_view) {
        // The list view's class is private to Qt: its signals are reached by name.
        connect(m_view, SIGNAL(contentYChanged()), this, SLOT(onMoved()));
        connect(m_view, SIGNAL(heightChanged()), this, SLOT(onMoved()));
        connect(m_view, SIGNAL(widthChanged()), this, SLOT(onMoved()));
        connect(m_view, SIGNAL(contentHeightChanged()), this, SLOT(onMoved()));
    }
    emit viewChanged();
}

void TimelineViewport::setModel(QAbstractItemModel *model)
{
    if (model == m_model)
        return;
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (m_model) {
        connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, &TimelineViewport::beforeChange);
        connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &TimelineViewport::beforeChange);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &TimelineViewport::afterChange);
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TimelineViewport::afterChange);
        connect(m_model, &QAbstractItemModel::rowsAboutToBeMoved, this, &TimelineViewport::beforeChange);
        connect(m_model, &QAbstractItemModel::rowsMoved, this, &TimelineViewport::afterChange);
        connect(m_model, &QAbstractItemModel::modelReset, this, &TimelineViewport::goToNewest, Qt::QueuedConnection);
    }
    goToNewest();
    emit modelChanged();
}

void TimelineViewport::setComplete(bool complete)
{
    if (complete == m_complete)
        return;
    m_complete = complete;
    emit completeChanged();
    onMoved();
}

void TimelineViewport::setWatched(bool watched)
{
    if (watched == m_watched)
        return;
    m_watched = watched;
    emit watchedChanged();
    onMoved();
}

void TimelineViewport::goToNewest()
{
    m_following = true;
    if (!m_view)
        return;
    stick();
    onMoved();
}

void TimelineViewport::goToRow(int row)
{
    if (!m_view || !m_model || row < 0 || row >= m_model->rowCount())
        return;
    release();
    QMetaObject::invokeMethod(m_view, "forceLayout");
    QMetaObject::invokeMethod(m_view, "positionViewAtIndex", Q_ARG(int, row), Q_ARG(int, int(UpperEdge)));
    onMoved();
}

void TimelineViewport::release()
{
    m_following = false;
}

void TimelineViewport::stick()
{
    m_restoring = true;
    QMetaObject::invokeMethod(m_view, "forceLayout");
    QMetaObject::invokeMethod(m_view, "positionViewAtIndex", Q_ARG(int, 0), Q_ARG(int, int(LowerEdge)));
    m_restoring = false;
}

void TimelineViewport::onMoved()
{
    if (!m_view || m_changing || m_restoring)
        return;
    bool isAtNewest = distanceBelow() <= kTolerance;
    const bool isPersonMoving = m_handled || m_view->property("moving").toBool();
    if (!isAtNewest && m_following && !isPersonMoving) {
        // Rows or the view changed their size.
        stick();
        isAtNewest = true;
    }
    setAtNewest(isAtNewest);
    m_following = isAtNewest && m_complete;
    reportLater();
}

void TimelineViewport::reportLater()
{
    if (m_isReportPlanned)
        return;
    m_isReportPlanned = true;
    QMetaObject::invokeMethod(this, &TimelineViewport::report, Qt::QueuedConnection);
}

void TimelineViewport::report()
{
    m_isReportPlanned = false;
    if (!m_view || !m_model || m_changing || number("height") <= 0)
        return;
    if (m_watched) {
        if (const int row = rowAtLowerEdge(); row >= 0)
            emit rowRead(row);
    }
    const qreal reserve = kReserve * number("height");
    if (number("contentY") - number("originY") < reserve)
        emit olderWanted();
    if (!m_complete && distanceBelow() < reserve)
        emit newerWanted();
}

qreal TimelineViewport::distanceBelow() const
{
    return number("originY") + number("contentHeight") - number("contentY") - number("height");
}

void TimelineViewport::beforeChange()
{
    if (m_changing || !m_view || !m_model)
        return;
    m_changing = true;
    m_anchor = {};
    if (m_following)
        return;
    const int row = rowAtLowerEdge();
    if (const QQuickItem *item = itemAt(row)) {
        m_anchor.index = m_model->index(row, 0);
        m_anchor.offset = item->y() - number("contentY");
    }
}

void TimelineViewport::afterChange()
{
    // The view hears of the change after us or before, and lays out at the next frame: put it right in both cases.
    restore();
    QMetaObject::invokeMethod(this, &TimelineViewport::restore, Qt::QueuedConnection);
}

void TimelineViewport::restore()
{
    if (!m_changing || !m_view || !m_model || m_restoring)
        return;
    if (m_view->property("count").toInt() != m_model->rowCount())
        return;
    m_restoring = true;
    QMetaObject::invokeMethod(m_view, "forceLayout");
    if (m_following) {
        stick();
        m_restoring = true;
    } else if (m_anchor.index.isValid()) {
        const QQuickItem *item = itemAt(m_anchor.index.row());
        if (!item) {
            QMetaObject::invokeMethod(m_view, "positionViewAtIndex", Q_ARG(int, m_anchor.index.row()),
                                      Q_ARG(int, int(LowerEdge)));
            item = itemAt(m_anchor.index.row());
        }
        if (item && std::abs(item->y() - number("contentY") - m_anchor.offset) > 0.01)
            m_view->setProperty("contentY", item->y() - m_anchor.offset);
    }
    m_restoring = false;
    m_changing = false;
    onMoved();
}

QQuickItem *TimelineViewport::itemAt(int row) const
{
    QQuickItem *item = nullptr;
    if (row >= 0)
        QMetaObject::invokeMethod(m_view, "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item), Q_ARG(int, row));
    return item;
}

int TimelineViewport::rowAtLowerEdge() const
{
    int row = -1;
    const qreal x = m_view->width() / 2;
    const qreal y = number("contentY") + number("height") - 1;
    QMetaObject::invokeMethod(m_view, "indexAt", Q_RETURN_ARG(int, row), Q_ARG(qreal, x), Q_ARG(qreal, y));
    // The margin under the newest row belongs to no row.
    return row < 0 && m_atNewest && m_model->rowCount() > 0 ? 0 : row;
}

void TimelineViewport::setAtNewest(bool atNewest)
{
    if (atNewest == m_atNewest)
        return;
    m_atNewest = atNewest;
    emit atNewestChanged();
}

qreal TimelineViewport::number(const char *property) const
{
    return m_view->property(property).toReal();
}

} // namespace plexi
