// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/dashed_frame.h"

#include <QPainter>

namespace plexi {

namespace {

/** In strokes. */
constexpr qreal kDash = 4;
constexpr qreal kGap = 3;

} // namespace

void DashedFrame::setColor(const QColor &color)
{
    if (color == m_color)
        return;
    m_color = color;
    update();
    emit changed();
}

void DashedFrame::setStroke(qreal stroke)
{
    if (qFuzzyCompare(stroke + 1, m_stroke + 1))
        return;
    m_stroke = stroke;
    update();
    emit changed();
}

void DashedFrame::setRadius(qreal radius)
{
    if (qFuzzyCompare(radius + 1, m_radius + 1))
        return;
    m_radius = radius;
    update();
    emit changed();
}

void DashedFrame::paint(QPainter *painter)
{
    QPen pen(m_color, m_stroke, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({kDash, kGap});
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    const qreal inset = m_stroke / 2;
    painter->drawRoundedRect(boundingRect().adjusted(inset, inset, -inset, -inset), m_radius - inset, m_radius - inset);
}

} // namespace plexi
