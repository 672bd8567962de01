// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/inspector/pictures.h"

#include <optional>

namespace plexi::inspector {

struct DocumentFacts {
    int pages = 0;
    QString title;
    QString author;
    /** Of the first page; nothing where it cannot be drawn. */
    std::optional<Picture> small = std::nullopt;
    std::optional<Picture> large = std::nullopt;
    /** The words of the first pages, as far as they were looked at. */
    QString text = {};
};

/** Loads what is needed, so that nothing has to be loaded in the sandbox. */
void loadDocuments();

/** Whether the bytes begin as a PDF does. */
bool isDocument(const QByteArray &bytes);

/** A PDF, read by PDFium, which brings the fonts that a PDF may rely on. ValidationError for what is broken or locked. */
Result<DocumentFacts> examineDocument(const QByteArray &bytes);

} // namespace plexi::inspector
