// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/emoji_model.h"

namespace plexi::app {

EmojiModel::EmojiModel(QObject *parent) : QAbstractListModel(parent), m_shown(findEmoji({})) { }

int EmojiModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const NamedEmoji &emoji = *m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case EmojiRole:
        return emoji.emoji;
    case ShortcodeRole:
        return emoji.names.first();
    default:
        return {};
    }
}

QHash<int, QByteArray> EmojiModel::roleNames() const
{
    return {{EmojiRole, "emoji"}, {ShortcodeRole, "shortcode"}};
}

void EmojiModel::setFilter(const QString &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    beginResetModel();
    m_shown = findEmoji(filter);
    endResetModel();
    emit filterChanged();
}

} // namespace plexi::app
