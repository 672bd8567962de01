// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/file_names.h"

#include <QByteArray>
#include <QString>

namespace plexi::files {

/**
 * What a file is, by its first bytes; its name decides among what these allow ("notes.md" is text, an unknown binary is
 * no picture whatever it is called). Thread-safe.
 */
QString contentTypeOf(const QString &name, const QByteArray &head);

/** Whether bytes that begin like this may be a picture, a document, audio, video or text: what more can be found in. */
bool isLegible(const QByteArray &head);

/** Whether a file of this type is a text, table or presentation of an office program's. */
bool isOfficeDocument(const QString &contentType);

/** Inline what a browser only shows; an attachment what it would run (HTML, SVG, XML), or what we do not know. */
Disposition dispositionOf(const QString &contentType);

} // namespace plexi::files
