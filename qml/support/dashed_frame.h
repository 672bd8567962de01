// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace plexi {

/** A rounded frame of dashes, within its item; Qt Quick's own Rectangle knows whole lines only. */
class DashedFrame : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed FINAL)
    /** Pixels, as those of a Rectangle. */
    Q_PROPERTY(qreal stroke READ stroke WRITE setStroke NOTIFY changed FINAL)
    Q_PROPERTY(qreal radius READ radius WRITE setRadius NOTIFY changed FINAL)

public:
    explicit DashedFrame(QQuickItem *parent = nullptr) : QQuickPaintedItem(parent) { setAntialiasing(true); }

    QColor color() const { return m_color; }
    void setColor(const QColor &color);
    qreal stroke() const { return m_stroke; }
    void setStroke(qreal stroke);
    qreal radius() const { return m_radius; }
    void setRadius(qreal radius);

    void paint(QPainter *painter) override;

signals:
    void changed();

private:
    QColor m_color;
    qreal m_stroke = 1;
    qreal m_radius = 0;
};

} // namespace plexi
