// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/icon_provider.h"

#include <QFile>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

static Q_LOGGING_CATEGORY(lcIcons, "plexichat.icons")

    namespace plexi
{
    namespace {
    constexpr QSize kDefaultSize(20, 20);
    }

    IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) { }

    QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
    {
        const QSize target = requestedSize.isValid() && !requestedSize.isEmpty() ? requestedSize : kDefaultSize;
        if (size)
            *size = target;
        QImage image(target, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);

        const QString name = id.section(u'/', 0, 0);
        const QString colour = id.section(u'/', 1, 1);
        QFile file(u":/plexichat/icons/%1.svg"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly)) {
            qCWarning(lcIcons) << "no icon named" << name;
            return image;
        }
        QByteArray vector = file.readAll();
        vector.replace("currentColor", "#" + colour.toLatin1());
        QSvgRenderer renderer(vector);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter, QRectF(QPointF(0, 0), target));
        return image;
    }

} // namespace plexi
