// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/qr_code.h"

#include <QPainter>
#include <qrencode.h>

#include <memory>

namespace plexi {

namespace {

QImage imageOf(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return {};
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M),
                                                           QRcode_free);
    if (!code)
        return {};
    const int size = code->width + 2 * QrCode::kQuietZone;
    QImage image(size, size, QImage::Format_Mono);
    image.fill(1);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            // The lowest bit is the module: 1 is black.
            if ((code->data[y * code->width + x] & 1) != 0)
                image.setPixel(x + QrCode::kQuietZone, y + QrCode::kQuietZone, 0);
        }
    }
    return image;
}

} // namespace

QrCode::QrCode(QQuickItem *parent) : QQuickPaintedItem(parent) { }

void QrCode::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    m_image = imageOf(text);
    setImplicitSize(m_image.width() * kModule, m_image.height() * kModule);
    update();
    emit textChanged();
}

void QrCode::paint(QPainter *painter)
{
    painter->drawImage(boundingRect(), m_image);
}

} // namespace plexi
