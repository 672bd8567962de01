// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/reversed_list_model.h"
#include "qml/support/timeline_viewport.h"

#include <QAbstractListModel>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using plexi::ReversedListModel;
using plexi::TimelineViewport;

namespace {

/** The timeline's list in small: from the bottom, rows of different heights, widths that change them. */
constexpr auto kList = R"(
import QtQuick
ListView {
    width: 300
    height: 400
    verticalLayoutDirection: ListView.BottomToTop
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 600
    reuseItems: true
    currentIndex: -1
    highlightFollowsCurrentItem: false
    delegate: Item {
        required property string display
        width: ListView.view.width
        height: 20 + 20 * (display.length % 5) + (300 - width) / 10
        objectName: display
    }
}
)";

/** Rows that come with their content, several at a time, as the timeline's do. */
class Rows : public QAbstractListModel
{
    Q_OBJECT

public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_texts.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_texts.at(index.row())) : QVariant();
    }

    void insert(int row, const QStringList &texts)
    {
        beginInsertRows({}, row, row + static_cast<int>(texts.size()) - 1);
        for (qsizetype i = 0; i < texts.size(); ++i)
            m_texts.insert(row + i, texts.at(i));
        endInsertRows();
    }
    void remove(int row, int count)
    {
        beginRemoveRows({}, row, row + count - 1);
        m_texts.remove(row, count);
        endRemoveRows();
    }
    void change(int row, const QString &text)
    {
        m_texts[row] = text;
        emit dataChanged(index(row), index(row));
    }

private:
    QStringList m_texts;
};

} // namespace

class TimelineViewportTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<QQuickWindow> m_window;
    std::unique_ptr<Rows> m_source;
    std::unique_ptr<ReversedListModel> m_rows;
    std::unique_ptr<TimelineViewport> m_viewport;
    QQuickItem *m_list = nullptr;
    int m_next = 0;

    static QString text(int number) { return QString::number(number) + QString(number * 7 % 5, u'x'); }

    void insert(int row, int count)
    {
        QStringList added;
        for (int i = 0; i < count; ++i)
            added.append(text(m_next++));
        m_source->insert(row, added);
    }

    qreal contentY() const { return m_list->property("contentY").toReal(); }

    QQuickItem *itemAtLowerEdge() const
    {
        QQuickItem *item = nullptr;
        QMetaObject::invokeMethod(m_list, "itemAt", Q_RETURN_ARG(QQuickItem *, item), Q_ARG(qreal, 10),
                                  Q_ARG(qreal, contentY() + m_list->height() - 1));
        return item;
    }

    /** Where the row of @p name is on the screen. */
    qreal placeOf(const QString &name) const
    {
        for (int row = 0; row < m_rows->rowCount(); ++row) {
            if (m_rows->index(row, 0).data().toString() != name)
                continue;
            QQuickItem *item = nullptr;
            QMetaObject::invokeMethod(m_list, "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item), Q_ARG(int, row));
            return item ? item->y() - contentY() : qQNaN();
        }
        return qQNaN();
    }

    bool showsNewest() const
    {
        QQuickItem *item = itemAtLowerEdge();
        return item && item->objectName() == m_rows->index(0, 0).data().toString()
            && qAbs(item->y() + item->height() - contentY() - m_list->height()) < 1.5;
    }

    void scrollUp(qreal by)
    {
        m_viewport->release();
        m_list->setProperty("contentY", contentY() - by);
        settle();
    }

    /** Waits for two frames: one lays out what changed, the next what that layout moved. */
    void settle()
    {
        for (int frame = 0; frame < 2; ++frame) {
            QSignalSpy shown(m_window.get(), &QQuickWindow::frameSwapped);
            m_window->update();
            QVERIFY(shown.wait());
        }
    }

private slots:
    void init()
    {
        m_engine = std::make_unique<QQmlEngine>();
        m_window = std::make_unique<QQuickWindow>();
        m_window->resize(300, 400);
        QQmlComponent component(m_engine.get());
        component.setData(kList, QUrl());
        m_list = qobject_cast<QQuickItem *>(component.create());
        QVERIFY2(m_list, qPrintable(component.errorString()));
        m_list->setParentItem(m_window->contentItem());
        m_list->setParent(m_window.get());
        m_next = 0;
        m_source = std::make_unique<Rows>();
        insert(0, 60);
        m_rows = std::make_unique<ReversedListModel>();
        m_rows->setSourceModel(m_source.get());
        m_list->setProperty("model", QVariant::fromValue(static_cast<QAbstractItemModel *>(m_rows.get())));
        m_viewport = std::make_unique<TimelineViewport>();
        m_viewport->setView(m_list);
        m_viewport->setModel(m_rows.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTRY_VERIFY(showsNewest());
    }

    void cleanup()
    {
        m_viewport.reset();
        m_window.reset();
        m_engine.reset();
    }

    void followsNewRowsAtTheEnd()
    {
        insert(60, 1);
        QTRY_VERIFY(showsNewest());
        insert(61, 8);
        QTRY_VERIFY(showsNewest());
        QVERIFY(m_viewport->isAtNewest());
    }

    void followsWhenRowsOrTheViewChangeSize()
    {
        m_list->setWidth(200);
        settle();
        QTRY_VERIFY(showsNewest());
        m_list->setHeight(250);
        settle();
        QTRY_VERIFY(showsNewest());
        m_list->setHeight(400);
        m_list->setWidth(300);
        settle();
        QTRY_VERIFY(showsNewest());
        m_source->change(59, u"a row that became much higher than it was"_s);
        settle();
        QTRY_VERIFY(showsNewest());
    }

    void staysWhereOneReads_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("count");
        QTest::newRow("older page") << 0 << 50;
        QTest::newRow("one newer") << 60 << 1;
        QTest::newRow("newer page") << 60 << 50;
    }
    void staysWhereOneReads()
    {
        QFETCH(int, row);
        QFETCH(int, count);
        scrollUp(700);
        QVERIFY(!m_viewport->isAtNewest());
        QQuickItem *item = itemAtLowerEdge();
        QVERIFY(item);
        const QString name = item->objectName();
        const qreal place = placeOf(name);
        insert(row, count);
        settle();
        QVERIFY2(qAbs(placeOf(name) - place) < 0.5, qPrintable(QString::number(placeOf(name) - place)));
    }

    void staysAtTheUpperEndWhenOlderRowsCome()
    {
        m_viewport->goToRow(m_rows->rowCount() - 1);
        settle();
        const QString name = m_source->index(0, 0).data().toString();
        const qreal place = placeOf(name);
        QVERIFY(!qIsNaN(place));
        insert(0, 50);
        settle();
        QVERIFY2(qAbs(placeOf(name) - place) < 0.5, qPrintable(QString::number(placeOf(name) - place)));
    }

    /** The window ends before the channel does: what is appended is no news to follow. */
    void staysAtTheLowerEndOfAnIncompleteWindow()
    {
        m_viewport->setComplete(false);
        settle();
        QVERIFY(showsNewest());
        const QString name = itemAtLowerEdge()->objectName();
        const qreal place = placeOf(name);
        insert(60, 50);
        settle();
        QVERIFY2(qAbs(placeOf(name) - place) < 0.5, qPrintable(QString::number(placeOf(name) - place)));
        QVERIFY(!m_viewport->isAtNewest());
    }

    void staysWhenTheFarEndIsLetGo()
    {
        insert(0, 100);
        scrollUp(900);
        const QString name = itemAtLowerEdge()->objectName();
        const qreal place = placeOf(name);
        m_source->remove(0, 80);
        settle();
        QVERIFY2(qAbs(placeOf(name) - place) < 0.5, qPrintable(QString::number(placeOf(name) - place)));
    }

    void asksForOlderAndNewerRowsInTime()
    {
        QSignalSpy older(m_viewport.get(), &TimelineViewport::olderWanted);
        QSignalSpy newer(m_viewport.get(), &TimelineViewport::newerWanted);
        m_viewport->setComplete(false);
        QTRY_VERIFY(!newer.isEmpty());
        m_viewport->setComplete(true);
        settle();
        newer.clear();
        older.clear();
        m_viewport->goToRow(m_rows->rowCount() - 1);
        QTRY_VERIFY(!older.isEmpty());
        QCOMPARE(newer.size(), 0);
    }

    void readsOnlyWhileWatched()
    {
        QSignalSpy read(m_viewport.get(), &TimelineViewport::rowRead);
        scrollUp(50);
        QCOMPARE(read.size(), 0);
        m_viewport->setWatched(true);
        QTRY_VERIFY(!read.isEmpty());
        QVERIFY(read.last().first().toInt() >= 0);
        m_viewport->goToNewest();
        QTRY_COMPARE(read.last().first().toInt(), 0);
    }

    void bringsARowToTheUpperEdge()
    {
        m_viewport->goToRow(30);
        settle();
        QVERIFY(qAbs(placeOf(m_rows->index(30, 0).data().toString())) < 1.5);
        QVERIFY(!m_viewport->isAtNewest());
        // All that comes after this one fits: the newest row stays at the lower edge.
        m_viewport->goToRow(2);
        settle();
        QVERIFY(showsNewest());
        QVERIFY(m_viewport->isAtNewest());
    }

    void jumpsToTheNewest()
    {
        scrollUp(2000);
        QVERIFY(!m_viewport->isAtNewest());
        m_viewport->goToNewest();
        QTRY_VERIFY(showsNewest());
        QVERIFY(m_viewport->isAtNewest());
    }
};

QTEST_MAIN(TimelineViewportTest)
#include "timeline_viewport_test.moc"
