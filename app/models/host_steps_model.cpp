// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/host_steps_model.h"

namespace plexi::app {

HostStepsModel::HostStepsModel(QObject *parent) : QAbstractListModel(parent), m_states(SignIn + 1, Waiting) { }

int HostStepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_states.size());
}

QVariant HostStepsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == StateRole)
        return m_states[static_cast<size_t>(index.row())];
    if (role != LabelRole && role != Qt::DisplayRole)
        return {};
    switch (index.row()) {
    case Prepare:
        return tr("Preparing the storage");
    case CreateAccount:
        return tr("Creating your account");
    case StartServer:
        return tr("Starting the server");
    default:
        return tr("Signing in");
    }
}

QHash<int, QByteArray> HostStepsModel::roleNames() const
{
    return {{LabelRole, "label"}, {StateRole, "stepState"}};
}

void HostStepsModel::setState(Step step, State state)
{
    if (m_states[step] == state)
        return;
    m_states[step] = state;
    emit dataChanged(index(step), index(step), {StateRole});
}

void HostStepsModel::restart()
{
    for (int step = 0; step < rowCount(); ++step)
        setState(static_cast<Step>(step), Waiting);
}

} // namespace plexi::app
