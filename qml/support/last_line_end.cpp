// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/last_line_end.h"

#include <QTextLayout>
#include <QTextOption>

namespace plexi {

LastLineEnd::LastLineEnd(QObject *parent) : QObject(parent) { }

void LastLineEnd::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    emit changed();
}

void LastLineEnd::setFont(const QFont &font)
{
    if (font == m_font)
        return;
    m_font = font;
    emit changed();
}

void LastLineEnd::setWidth(qreal width)
{
    if (qFuzzyCompare(width + 1, m_width + 1))
        return;
    m_width = width;
    emit changed();
}

qreal LastLineEnd::end() const
{
    // Only the last paragraph counts.
    const QString paragraph = m_text.mid(m_text.lastIndexOf(u'\n') + 1);
    if (paragraph.isRightToLeft() || m_text.isRightToLeft())
        return m_width;
    QTextLayout layout(paragraph, m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal end = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(m_width);
        end = line.naturalTextWidth();
    }
    layout.endLayout();
    return end;
}

} // namespace plexi
