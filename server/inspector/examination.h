// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace plexi::inspector {

/** Bytes of a file by which its kind is told. */
inline constexpr qsizetype kHead = 1024;

/** Loads what examine() needs for a file that begins with @p head, so that nothing has to be loaded in the sandbox. */
void loadFor(const QByteArray &head);

/**
 * What is in a file, as the helper's answer: a line of JSON with `metadata` (as the API shows it), `previews`
 * (`variant`, `content_type` and `size` of each), `hidden` (spans of bytes that say where a picture was taken) and
 * `text` (a number of bytes), and behind that line the previews' bytes and the text, in this order. Of what is broken,
 * locked or unknown there is nothing to say: the answer is an empty one.
 */
QByteArray examine(const QByteArray &bytes);

} // namespace plexi::inspector
