// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QQuickPaintedItem>

namespace plexi {

/**
 * A text as a QR code: black on white whatever the theme, since scanners want it so, with a quiet zone of four modules. The
 * implicit size is a whole number of pixels for each module.
 */
class QrCode : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)

public:
    /** Logical pixels. */
    static constexpr int kModule = 4;
    static constexpr int kQuietZone = 4;

    explicit QrCode(QQuickItem *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    /** One pixel for each module, the quiet zone included; null where there is no text, or too much. */
    const QImage &image() const { return m_image; }

    void paint(QPainter *painter) override;

signals:
    void textChanged();

private:
    QString m_text;
    QImage m_image;
};

} // namespace plexi
