// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QObject>
#include <QtQmlIntegration>

namespace plexi {

/**
 * Where the last line of a wrapped plain text ends, so that a small mark such as "(edited)" can follow it.
 * Lays the text out as Qt Quick's Text does with Text.Wrap. Text itself tells only through a handler that changes its layout.
 */
class LastLineEnd : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY changed)
    /** What the text may take, in pixels. */
    Q_PROPERTY(qreal width READ width WRITE setWidth NOTIFY changed)
    /** Pixels from the left; the whole width where the last line runs from right to left and ends at the other edge. */
    Q_PROPERTY(qreal end READ end NOTIFY changed)

public:
    explicit LastLineEnd(QObject *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    QFont font() const { return m_font; }
    void setFont(const QFont &font);
    qreal width() const { return m_width; }
    void setWidth(qreal width);
    qreal end() const;

signals:
    void changed();

private:
    QString m_text;
    QFont m_font;
    qreal m_width = 0;
};

} // namespace plexi
