// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <QString>

#include <optional>

/**
 * The full-text index of what stands in files (blob_texts), by which message_search finds the messages that carry them.
 * Each function fails as Connection::run does and on no other ground.
 */
namespace plexi::store::file_texts {

/** A text that the index does not have yet. */
struct Unindexed {
    qint64 id = 0;
    QString content;
};

/** One of them; nothing where there is none. Any connection. */
Result<std::optional<Unindexed>> nextUnindexed(Connection &connection);
/** @p terms: as of search::joinedTerms(). Does nothing where the text is gone. The writer's connection, inside a job. */
Result<> index(Connection &connection, qint64 id, const QString &terms);

} // namespace plexi::store::file_texts
