// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/file_list_model.h"

#include "app/models/file_card.h"
#include "app/models/time_text.h"

#include <QDateTime>

namespace plexi::app {

void FileListModel::setFiles(QList<protocol::File> files)
{
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
    emit countChanged();
}

void FileListModel::setState(bool loading, const QString &error)
{
    m_isLoading = loading;
    m_error = error;
    emit stateChanged();
}

int FileListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant FileListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const protocol::File &file = m_files[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return file.originalFilename;
    case CardRole:
        return QVariant::fromValue(FileCard::of(file, m_people->pictures()));
    case AuthorRole:
        return m_people->nameOf(file.uploadedBy);
    case DayTextRole: {
        const QDate day = QDateTime::fromMSecsSinceEpoch(file.uploadedAt.ms).date();
        return day == QDate::currentDate() ? tr("Today") : dayName(day);
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> FileListModel::roleNames() const
{
    return {{CardRole, "card"}, {AuthorRole, "author"}, {DayTextRole, "dayText"}};
}

QString FileListModel::summary() const
{
    qint64 bytes = 0;
    for (const protocol::File &file : m_files)
        bytes += file.size;
    return m_files.isEmpty() ? QString() : tr("%n file(s), %1", nullptr, count()).arg(FileCard::sizeText(bytes));
}

} // namespace plexi::app
