// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace plexi {

/**
 * Serves the bundled outline icons as `image://icon/NAME/RRGGBB`, drawn at the size asked for in the colour asked for.
 *
 * Tinting the vector once is far cheaper under software rendering than an effect over each icon, and Qt Quick's pixmap
 * cache keeps one picture for each name, colour and size. Used on the GUI thread; the engine owns it.
 */
class IconProvider : public QQuickImageProvider
{
public:
    IconProvider();

    /** A transparent image, and a warning, where @p id names no icon. Sizes are device pixels; 20 × 20 where none is given. */
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace plexi
