// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace plexi::inspector {

/**
 * A picture in some 30 letters, blurred: the first 4 by 3 terms of its cosine transform in linear light, as
 * https://blurha.sh (Wolt's BlurHash, "Algorithm.md") writes them. Transparent parts count as white.
 */
QString blurhash(const QImage &image);

} // namespace plexi::inspector
