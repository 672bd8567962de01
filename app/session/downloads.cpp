// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/downloads.h"

#include "app/models/file_card.h"
#include "app/net/error_text.h"
#include "app/show_in_folder.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

/** Sooner, a speed says nothing. Milliseconds. */
constexpr qint64 kSpeedPatience = 1000;
/** Nobody reads faster. Milliseconds. */
constexpr qint64 kTelling = 100;

/** "name.txt", or "name (2).txt" where there is one already. */
QString freePath(const QString &folder, const QString &name, const QStringList &taken)
{
    const QFileInfo wanted(QDir(folder), QFileInfo(name).fileName());
    QString path = wanted.filePath();
    const QString suffix = wanted.suffix().isEmpty() ? QString() : u'.' + wanted.suffix();
    for (int number = 2; QFileInfo::exists(path) || taken.contains(path); ++number)
        path = QDir(folder).filePath(u"%1 (%2)%3"_s.arg(wanted.completeBaseName()).arg(number).arg(suffix));
    return path;
}

double shareOf(qint64 done, qint64 total)
{
    return total > 0 ? std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0) : 0;
}

} // namespace

Downloads::~Downloads()
{
    for (const auto &item : m_items)
        item->stop.request_stop();
}

void Downloads::save(FileId file, const QString &name, const QString &folder)
{
    QStringList taken;
    for (const auto &item : m_items) {
        if (item->stage == Running)
            taken.append(item->path);
    }
    auto made = std::make_unique<Item>();
    made->id = ++m_lastId;
    made->file = file;
    made->path = freePath(folder, name, taken);
    Item &item = *made;
    beginInsertRows({}, count(), count());
    m_items.push_back(std::move(made));
    endInsertRows();
    emit countChanged();
    begin(item);
}

void Downloads::begin(Item &item)
{
    item.stage = Running;
    item.done = 0;
    item.total = -1;
    item.fault.clear();
    item.stop = std::stop_source();
    item.since.start();
    item.told.invalidate();
    touch(item.id);
    run(item.id);
}

QCoro::Task<> Downloads::run(int id)
{
    const QPointer<Downloads> self(this);
    const Item &item = *find(id);
    const std::stop_token stopped = item.stop.get_token();
    const auto target = std::make_shared<QSaveFile>(item.path);
    if (!QDir().mkpath(QFileInfo(item.path).path()) || !target->open(QIODevice::WriteOnly)) {
        end(id, target->errorString());
        co_return;
    }
    const auto progress = [self, id, stopped](qint64 done, qint64 total) {
        Item *known = self && !stopped.stop_requested() ? self->find(id) : nullptr;
        if (!known)
            return;
        known->done = done;
        known->total = total;
        if (known->told.isValid() && known->told.elapsed() < kTelling)
            return;
        known->told.start();
        self->touch(id);
    };
    const ApiResult<> taken = co_await m_api->download(item.file, target, progress, stopped);
    // What was stopped leaves nothing behind: the file has not come into being.
    if (!self || stopped.stop_requested())
        co_return;
    if (!taken)
        end(id, errorText(taken.error()));
    else
        end(id, target->commit() ? QString() : target->errorString());
}

void Downloads::end(int id, const QString &fault)
{
    Item *item = find(id);
    if (!item)
        return;
    item->stage = fault.isEmpty() ? Done : Failed;
    item->fault = fault;
    if (item->stage == Done)
        item->done = item->total = QFileInfo(item->path).size();
    touch(id);
}

int Downloads::rowOf(int id) const
{
    const auto found = std::ranges::find(m_items, id, [](const auto &item) { return item->id; });
    return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
}

Downloads::Item *Downloads::find(int id)
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : m_items[static_cast<size_t>(row)].get();
}

void Downloads::touch(int id)
{
    if (const int row = rowOf(id); row >= 0)
        emit dataChanged(index(row), index(row), {StageRole, ShareRole, StateTextRole});
}

// For the list.

int Downloads::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Downloads::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Item &item = *m_items[static_cast<size_t>(index.row())];
    const QString name = QFileInfo(item.path).fileName();
    switch (role) {
    case DownloadIdRole:
        return item.id;
    case Qt::DisplayRole:
    case NameRole:
        return name;
    case IconNameRole:
        return FileCard::iconFor(FileCard::typeOf(name));
    case StageRole:
        return item.stage;
    case ShareRole:
        return item.stage == Done ? 1 : shareOf(item.done, item.total);
    case StateTextRole:
        return stateText(item);
    default:
        return {};
    }
}

QHash<int, QByteArray> Downloads::roleNames() const
{
    return {{DownloadIdRole, "downloadId"}, {NameRole, "name"},   {IconNameRole, "iconName"},
            {StageRole, "stage"},           {ShareRole, "share"}, {StateTextRole, "stateText"}};
}

QString Downloads::stateText(const Item &item)
{
    if (item.stage == Failed)
        return item.fault;
    if (item.stage == Done)
        return tr("Saved, %1", "size of a file").arg(FileCard::sizeText(item.total));
    if (item.total < 0)
        return tr("Starting…");
    QString sizes = tr("%1 of %2", "size of a file").arg(FileCard::sizeText(item.done), FileCard::sizeText(item.total));
    const qint64 elapsed = item.since.elapsed();
    if (elapsed < kSpeedPatience)
        return sizes;
    return tr("%1, %2/s", "how much of a file, speed").arg(sizes, FileCard::sizeText(item.done * 1000 / elapsed));
}

QString Downloads::pathOf(int downloadId) const
{
    const int row = rowOf(downloadId);
    return row < 0 ? QString() : m_items[static_cast<size_t>(row)]->path;
}

// What people do.

void Downloads::dismiss(int downloadId)
{
    const int row = rowOf(downloadId);
    if (row < 0)
        return;
    const auto place = m_items.begin() + row;
    (*place)->stop.request_stop();
    beginRemoveRows({}, row, row);
    m_items.erase(place);
    endRemoveRows();
    emit countChanged();
}

void Downloads::retry(int downloadId)
{
    if (Item *item = find(downloadId); item && item->stage == Failed)
        begin(*item);
}

void Downloads::open(int downloadId) const
{
    if (const QString path = pathOf(downloadId); QFileInfo::exists(path))
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void Downloads::show(int downloadId) const
{
    if (const QString path = pathOf(downloadId); !path.isEmpty())
        showInFolder(path);
}

} // namespace plexi::app
