// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plexi::app {

/** What hosting a workspace on this computer does, step by step, and how far it is. */
class HostStepsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the welcome controller")

public:
    enum State { Waiting, Running, Done, Failed };
    Q_ENUM(State)
    enum Role { LabelRole = Qt::UserRole, StateRole };
    Q_ENUM(Role)
    /** The rows, in order. */
    enum Step { Prepare, CreateAccount, StartServer, SignIn };
    Q_ENUM(Step)

    explicit HostStepsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setState(Step step, State state);
    State state(Step step) const { return m_states[step]; }
    /** Everything waits again. */
    void restart();

private:
    std::vector<State> m_states;
};

} // namespace plexi::app
