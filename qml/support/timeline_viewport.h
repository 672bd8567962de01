// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QQuickItem>
#include <QtQmlIntegration>

namespace plexi {

/**
 * Keeps what is being read in its place while a timeline's rows come and go, and says when more rows are wanted.
 *
 * Made for a ListView that lays out from bottom to top over a ReversedListModel (row 0 = newest). The rules:
 * at the newest message the view follows; anywhere else the row at the lower edge stays where it is, whatever is added
 * above or below it. Rows are wanted when less than two heights of them are left in a direction. GUI thread; owns nothing.
 */
class TimelineViewport : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /** The ListView. */
    Q_PROPERTY(QQuickItem *view READ view WRITE setView NOTIFY viewChanged REQUIRED)
    Q_PROPERTY(QAbstractItemModel *model READ model WRITE setModel NOTIFY modelChanged REQUIRED)
    /** Whether row 0 is the channel's newest message; where not, newer ones are still to be loaded. */
    Q_PROPERTY(bool complete READ isComplete WRITE setComplete NOTIFY completeChanged)
    /** Whether people look at the window: only then is a row that is in view also read. */
    Q_PROPERTY(bool watched READ isWatched WRITE setWatched NOTIFY watchedChanged)
    /** Whether the person moves the view by its scroll bar now. */
    Q_PROPERTY(bool handled MEMBER m_handled)
    /** Whether the newest loaded row is in full view. */
    Q_PROPERTY(bool atNewest READ isAtNewest NOTIFY atNewestChanged)

public:
    explicit TimelineViewport(QObject *parent = nullptr);

    QQuickItem *view() const { return m_view; }
    void setView(QQuickItem *view);
    QAbstractItemModel *model() const { return m_model; }
    void setModel(QAbstractItemModel *model);
    bool isComplete() const { return m_complete; }
    void setComplete(bool complete);
    bool isWatched() const { return m_watched; }
    void setWatched(bool watched);
    bool isAtNewest() const { return m_atNewest; }

    /** Shows the newest row at the lower edge, and follows from now on. */
    Q_INVOKABLE void goToNewest();
    /** Brings @p row, such as the first unread one, near the upper edge, unless all from it to the newest fits in view. */
    Q_INVOKABLE void goToRow(int row);
    /** The view is about to be moved on behalf of the person, by the keyboard: no more following. */
    Q_INVOKABLE void release();

signals:
    void viewChanged();
    void modelChanged();
    void completeChanged();
    void watchedChanged();
    void atNewestChanged();
    void olderWanted();
    void newerWanted();
    /** The newest row that is in view while the window is watched. */
    void rowRead(int row);

private slots:
    void onMoved();

private:
    /** The row at the view's lower edge and how far its top is from the view's. */
    struct Anchor {
        QPersistentModelIndex index;
        qreal offset = 0;
    };

    void beforeChange();
    void afterChange();
    void restore();
    /** Puts the newest row at the lower edge. */
    void stick();
    /** Says what is read and wanted, once control is back in the event loop: the view is in the middle of its layout now. */
    void reportLater();
    void report();
    qreal distanceBelow() const;
    QQuickItem *itemAt(int row) const;
    int rowAtLowerEdge() const;
    void setAtNewest(bool atNewest);
    qreal number(const char *property) const;

    QPointer<QQuickItem> m_view;
    QPointer<QAbstractItemModel> m_model;
    Anchor m_anchor;
    bool m_complete = true;
    bool m_watched = false;
    bool m_atNewest = true;
    bool m_following = true;
    bool m_changing = false;
    bool m_restoring = false;
    bool m_handled = false;
    bool m_isReportPlanned = false;
};

} // namespace plexi
