// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/file.h"

#include <QByteArray>

#include <optional>

/**
 * What is known of the blobs: the bytes themselves are the blob store's (server/files). Digests are SHA-256, 32 bytes.
 * Reads take any connection, writes the writer's, inside a job; each function fails as Connection::run does and on no
 * other ground.
 */
namespace plexi::store::blobs {

struct Row {
    QByteArray sha256;
    qint64 size = 0;
    bool isExamined = false;
    protocol::ScanStatus scanStatus = protocol::ScanStatus::NotScanned;
};

enum class Variant { Small, Large };

/** Bytes of a blob that only who sent them is to see: offset and length. */
using Spans = QList<std::pair<qint64, qint64>>;

/** A small picture of a blob: a blob itself. */
struct Preview {
    QByteArray sha256;
    QString contentType;
};

Result<std::optional<Row>> find(Connection &connection, const QByteArray &sha256);
/** Makes it known, with no reference yet; does nothing where it is. */
Result<> add(Connection &connection, const QByteArray &sha256, qint64 size, protocol::ScanStatus scanStatus);

/** Some that nothing refers to. */
Result<QList<QByteArray>> unreferenced(Connection &connection, qint64 limit);
/** Forgets it where nothing refers to it, and with that what was found in it; whether it is unknown now. */
Result<bool> forgetUnreferenced(Connection &connection, const QByteArray &sha256);
/** In the order of their digests, those behind @p after. */
Result<QList<Row>> page(Connection &connection, const QByteArray &after, qint64 limit);

/** @p text: the words in it, nothing where there are none. */
Result<> setExamined(Connection &connection, const QByteArray &sha256, const protocol::FileMetadata &metadata,
                     const std::optional<QString> &text, Timestamp moment);
/** The same where nothing is to be found. */
Result<> markExamined(Connection &connection, const QByteArray &sha256, Timestamp moment);
/** The types of the files that have it, as their names and its first bytes tell. */
Result<QStringList> contentTypes(Connection &connection, const QByteArray &sha256);
/** Some of which it is not known what is in them. */
Result<QList<QByteArray>> unexamined(Connection &connection, qint64 limit);
Result<> setHidden(Connection &connection, const QByteArray &sha256, const Spans &spans);
Result<Spans> hidden(Connection &connection, const QByteArray &sha256);
Result<> addPreview(Connection &connection, const QByteArray &sha256, Variant variant, const Preview &preview);
Result<std::optional<Preview>> preview(Connection &connection, const QByteArray &sha256, Variant variant);
/** The words in it. */
Result<std::optional<QString>> text(Connection &connection, const QByteArray &sha256);

/** @p finding: what the scanner called it. */
Result<> setScanned(Connection &connection, const QByteArray &sha256, protocol::ScanStatus status,
                    const std::optional<QString> &finding, Timestamp moment);
/** Some that wait for the scanner. */
Result<QList<QByteArray>> unscanned(Connection &connection, qint64 limit);

} // namespace plexi::store::blobs
