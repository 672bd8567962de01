// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/upload_list_model.h"

#include "app/models/file_card.h"

#include <QFileInfo>
#include <QLocale>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace plexi::app {

static_assert(static_cast<int>(UploadListModel::Failed) == static_cast<int>(Upload::Stage::Failed));

namespace {

double shareOf(const Upload &upload)
{
    if (upload.stage == Upload::Stage::Done || upload.item.size == 0)
        return 1;
    return static_cast<double>(upload.sent) / static_cast<double>(upload.item.size);
}

} // namespace

UploadListModel::UploadListModel(Uploads *uploads, QObject *parent) : QAbstractListModel(parent), m_uploads(uploads)
{
    connect(uploads, &Uploads::attachedChanged, this, [this](const ComposerPlace &place) {
        if (place == m_place)
            refresh();
    });
    connect(uploads, &Uploads::progressed, this, [this](const QString &id) {
        if (const int row = static_cast<int>(m_ids.indexOf(id)); row >= 0)
            emit dataChanged(index(row), index(row), {StageRole, ShareRole, StateTextRole});
    });
}

void UploadListModel::show(const ComposerPlace &place)
{
    if (place == m_place)
        return;
    m_place = place;
    refresh();
}

void UploadListModel::refresh()
{
    QStringList wanted;
    for (const Upload *upload : m_uploads->attached(m_place))
        wanted.append(upload->item.id);
    for (int row = count() - 1; row >= 0; --row) {
        if (wanted.contains(m_ids[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_ids.removeAt(row);
        endRemoveRows();
    }
    // What is new stands at the end.
    if (wanted.size() > m_ids.size()) {
        beginInsertRows({}, count(), static_cast<int>(wanted.size()) - 1);
        m_ids = wanted;
        endInsertRows();
    }
    emit countChanged();
}

QString UploadListModel::describe(const QList<QUrl> &files)
{
    int count = 0;
    qint64 bytes = 0;
    for (const QUrl &file : files) {
        const QFileInfo info(file.toLocalFile());
        if (!info.isFile())
            continue;
        ++count;
        bytes += info.size();
    }
    return count == 0 ? QString() : tr("%n file(s), %1", nullptr, count).arg(FileCard::sizeText(bytes));
}

int UploadListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant UploadListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Upload *upload = m_uploads->find(m_ids[index.row()]);
    if (!upload)
        return {};
    switch (role) {
    case UploadIdRole:
        return upload->item.id;
    case Qt::DisplayRole:
    case NameRole:
        return upload->item.name;
    case IconNameRole:
        return FileCard::iconFor(FileCard::typeOf(upload->item.name));
    case PictureRole: {
        const bool isPicture = !upload->item.path.isEmpty()
            && FileCard::typeOf(upload->item.name).startsWith("image/"_L1);
        return isPicture ? QUrl::fromLocalFile(upload->item.path) : QUrl();
    }
    case StageRole:
        return static_cast<int>(upload->stage);
    case ShareRole:
        return shareOf(*upload);
    case StateTextRole:
        return stateText(*upload);
    default:
        return {};
    }
}

QHash<int, QByteArray> UploadListModel::roleNames() const
{
    return {{UploadIdRole, "uploadId"}, {NameRole, "name"},   {IconNameRole, "iconName"},  {PictureRole, "picture"},
            {StageRole, "stage"},       {ShareRole, "share"}, {StateTextRole, "stateText"}};
}

QString UploadListModel::stateText(const Upload &upload)
{
    const QString size = FileCard::sizeText(upload.item.size);
    const int percent = static_cast<int>(std::floor(shareOf(upload) * 100));
    switch (upload.stage) {
    case Upload::Stage::Waiting:
        return tr("Waiting, %1").arg(size);
    case Upload::Stage::Paused:
        return tr("Paused at %1 %", "percentage").arg(QLocale().toString(percent));
    case Upload::Stage::Done:
        return tr("Ready, %1").arg(size);
    case Upload::Stage::Failed:
        return upload.item.fault.value_or(QString());
    case Upload::Stage::Running:
        break;
    }
    if (upload.bytesPerSecond <= 0)
        return tr("%1 % of %2", "percentage, size").arg(QLocale().toString(percent), size);
    const auto left = static_cast<double>(upload.item.size - upload.sent) / upload.bytesPerSecond;
    return tr("%1 %, %2/s, %n s left", "percentage, size", static_cast<int>(std::ceil(left)))
        .arg(QLocale().toString(percent), FileCard::sizeText(static_cast<qint64>(upload.bytesPerSecond)));
}

} // namespace plexi::app
