// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** What the word before the cursor may become: @ for people, # for channels, : for emoji. */
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plexi::app::Session *session READ session WRITE setSession NOTIFY sessionChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /** Where the word begins that accept() replaces. */
    Q_PROPERTY(int start READ start NOTIFY countChanged FINAL)

public:
    enum Role { TitleRole = Qt::UserRole, DetailRole, SignRole, InitialsRole };
    Q_ENUM(Role)
    static constexpr qsizetype kMaxRows = 8;
    /** Of an emoji's name before any is offered, so that ":)" stays what it is. */
    static constexpr qsizetype kEmojiLetters = 2;

    using QAbstractListModel::QAbstractListModel;

    Session *session() const { return m_session; }
    void setSession(Session *session);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_rows.size()); }
    int start() const { return m_start; }

    /** Offers what fits the word that ends at @p cursor; nothing where it begins with none of the signs. */
    Q_INVOKABLE void update(const QString &text, int cursor);
    /** Offers nothing. */
    Q_INVOKABLE void clear();
    /** What stands in the place of the word when this row is chosen, a blank at the end included. */
    Q_INVOKABLE QString textOf(int row) const;

signals:
    void sessionChanged();
    void countChanged();

private:
    struct Row {
        QString title;
        QString detail;
        /** "@" with initials, "#", or the emoji itself. */
        QString sign;
        QString initials;
        QString text;
    };

    QList<Row> people(const QString &word) const;
    QList<Row> channels(const QString &word) const;
    static QList<Row> emoji(const QString &word);
    void setRows(int start, const QList<Row> &rows);

    QPointer<Session> m_session;
    QList<Row> m_rows;
    int m_start = 0;
};

} // namespace plexi::app
