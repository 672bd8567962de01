// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/reversed_list_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QStringListModel>
#include <QTest>

using namespace Qt::StringLiterals;
using plexi::ReversedListModel;

namespace {

QStringList texts(const QAbstractItemModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list.append(model.index(row, 0).data().toString());
    return list;
}

QStringList reversed(QStringList list)
{
    std::ranges::reverse(list);
    return list;
}

} // namespace

class ReversedListModelTest : public QObject
{
    Q_OBJECT

private slots:
    void showsTheLastRowFirst()
    {
        QStringListModel source({u"a"_s, u"b"_s, u"c"_s});
        ReversedListModel model;
        model.setSourceModel(&source);
        QCOMPARE(texts(model), (QStringList{u"c"_s, u"b"_s, u"a"_s}));
        QCOMPARE(model.mirrored(0), 2);
        QCOMPARE(model.mapToSource(model.index(0, 0)).row(), 2);
        QCOMPARE(model.mapFromSource(source.index(0)).row(), 2);
    }

    void passesOnChanges()
    {
        QStringListModel source({u"a"_s, u"b"_s, u"c"_s});
        ReversedListModel model;
        model.setSourceModel(&source);
        QList<int> rows;
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [&rows](const QModelIndex &first, const QModelIndex &last) { rows = {first.row(), last.row()}; });
        source.setData(source.index(0), u"z"_s);
        QCOMPARE(rows, (QList<int>{2, 2}));
    }

    void stillWorksWithoutAndWithAnotherSource()
    {
        QStringListModel first({u"a"_s});
        QStringListModel second({u"x"_s, u"y"_s});
        ReversedListModel model;
        model.setSourceModel(&first);
        model.setSourceModel(&second);
        first.setStringList({u"gone"_s, u"astray"_s});
        QCOMPARE(texts(model), (QStringList{u"y"_s, u"x"_s}));
        model.setSourceModel(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    /** Any row of insertions, removals and moves leaves the mirror of the source, and persistent indexes on their texts. */
    void followsRandomChanges()
    {
        QRandomGenerator random(20261122);
        QStringListModel source({u"0"_s, u"1"_s, u"2"_s, u"3"_s});
        ReversedListModel model;
        model.setSourceModel(&source);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        int next = 4;
        for (int step = 0; step < 500; ++step) {
            QList<std::pair<QPersistentModelIndex, QString>> kept;
            for (int row = 0; row < model.rowCount(); ++row)
                kept.append({model.index(row, 0), model.index(row, 0).data().toString()});
            const int rows = source.rowCount();
            switch (random.bounded(3)) {
            case 0: {
                const int at = random.bounded(rows + 1);
                source.insertRows(at, 1);
                source.setData(source.index(at), QString::number(next++));
                break;
            }
            case 1:
                if (rows > 2)
                    source.removeRows(random.bounded(rows), 1);
                break;
            default: {
                const int from = random.bounded(rows);
                const int to = random.bounded(rows + 1);
                if (to != from && to != from + 1)
                    source.moveRows({}, from, 1, {}, to);
                break;
            }
            }
            QCOMPARE(texts(model), reversed(source.stringList()));
            for (const auto &[index, text] : std::as_const(kept)) {
                if (index.isValid())
                    QCOMPARE(index.data().toString(), text);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ReversedListModelTest)
#include "reversed_list_model_test.moc"
