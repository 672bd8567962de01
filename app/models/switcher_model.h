// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plexi::app {

/**
 * The quick switcher's answers: channels, then people, whose names fit what is typed, the best first.
 * With nothing typed, what is unread comes first. Main thread; the session is not owned.
 */
class SwitcherModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(plexi::app::Session *session READ session WRITE setSession NOTIFY sessionChanged FINAL)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged FINAL)
    /** The colour of the letters that fit, as "#RRGGBB". */
    Q_PROPERTY(QString matchColor READ matchColor WRITE setMatchColor NOTIFY matchColorChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role {
        /** "channels" or "people". */
        SectionRole = Qt::UserRole,
        TitleRole,
        /** The title as Text.StyledText: escaped, with the letters that fit in matchColor. */
        StyledTitleRole,
        DetailRole,
        /** "public", "private" or "direct"; people are "person". */
        KindRole,
        PresenceRole,
        InitialsRole,
        MentionCountRole,
    };
    Q_ENUM(Role)
    static constexpr size_t kMaxPerSection = 6;

    explicit SwitcherModel(QObject *parent = nullptr);

    Session *session() const { return m_session; }
    void setSession(Session *session);
    QString query() const { return m_query; }
    void setQuery(const QString &query);
    QString matchColor() const { return m_matchColor; }
    void setMatchColor(const QString &color);
    int count() const { return static_cast<int>(m_rows.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /** Asks the session again: what it knows may have changed while the switcher was closed. */
    Q_INVOKABLE void refresh();
    /** Opens the channel, or the conversation with the person. */
    Q_INVOKABLE void activate(int row);

signals:
    void sessionChanged();
    void queryChanged();
    void matchColorChanged();
    void countChanged();

private:
    struct Row {
        int score = 0;
        bool isPerson = false;
        QString id;
        QString title;
        QString detail;
        QString kind;
        QString presence;
        qint64 mentionCount = 0;
        QList<qsizetype> positions;
    };

    std::vector<Row> channelRows() const;
    std::vector<Row> personRows() const;
    QString styled(const Row &row) const;

    QPointer<Session> m_session;
    QString m_query;
    QString m_matchColor;
    std::vector<Row> m_rows;
};

} // namespace plexi::app
