// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace plexi::inspector {

/** Loads what is needed, so that nothing has to be loaded in the sandbox. */
void loadMedia();

/** Whether the bytes begin as audio or video does: MP4, Matroska and WebM, Ogg, FLAC, MP3, WAV, AIFF or AVI. */
bool isMedia(const QByteArray &bytes);

/** In seconds, as the container says it or its frames add up, by MediaInfo; nothing where they do not tell. */
std::optional<double> durationOf(const QByteArray &bytes);

} // namespace plexi::inspector
