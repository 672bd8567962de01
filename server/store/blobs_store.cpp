// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/blobs_store.h"

#include "server/store/rows.h"

namespace plexi::store::blobs {

namespace {

#define BLOB_COLUMNS "sha256, size, examined_at IS NOT NULL, scan_status"

Row rowFrom(const QSqlQuery &query)
{
    return {.sha256 = query.value(0).toByteArray(),
            .size = integer(query, 1),
            .isExamined = integer(query, 2) != 0,
            .scanStatus = static_cast<protocol::ScanStatus>(integer(query, 3))};
}

Result<QList<QByteArray>> digests(const Result<QSqlQuery *> &query)
{
    if (!query)
        return fail(query.error());
    QList<QByteArray> found;
    while ((*query)->next())
        found.append((*query)->value(0).toByteArray());
    (*query)->finish();
    return found;
}

} // namespace

Result<std::optional<Row>> find(Connection &connection, const QByteArray &sha256)
{
    const auto query = connection.run("SELECT " BLOB_COLUMNS " FROM blobs WHERE sha256 = ?", {sha256});
    if (!query)
        return fail(query.error());
    std::optional<Row> row;
    if ((*query)->next())
        row = rowFrom(**query);
    (*query)->finish();
    return row;
}

Result<> add(Connection &connection, const QByteArray &sha256, qint64 size, protocol::ScanStatus scanStatus)
{
    return done(connection.execute("INSERT INTO blobs (sha256, size, scan_status) VALUES (?, ?, ?)"
                                   " ON CONFLICT (sha256) DO NOTHING",
                                   {sha256, size, static_cast<int>(scanStatus)}));
}

Result<QList<QByteArray>> unreferenced(Connection &connection, qint64 limit)
{
    return digests(connection.run("SELECT sha256 FROM blobs WHERE reference_count = 0 LIMIT ?", {limit}));
}

Result<bool> forgetUnreferenced(Connection &connection, const QByteArray &sha256)
{
    if (const auto gone = connection.execute("DELETE FROM blobs WHERE sha256 = ? AND reference_count = 0", {sha256});
        !gone)
        return fail(gone.error());
    const auto known = find(connection, sha256);
    if (!known)
        return fail(known.error());
    return !*known;
}

Result<QList<Row>> page(Connection &connection, const QByteArray &after, qint64 limit)
{
    const auto query = connection.run("SELECT " BLOB_COLUMNS " FROM blobs WHERE sha256 > ? ORDER BY sha256 LIMIT ?",
                                      {after.isNull() ? QByteArray("") : after, limit});
    if (!query)
        return fail(query.error());
    QList<Row> rows;
    while ((*query)->next())
        rows.append(rowFrom(**query));
    (*query)->finish();
    return rows;
}

Result<> setExamined(Connection &connection, const QByteArray &sha256, const protocol::FileMetadata &metadata,
                     const std::optional<QString> &text, Timestamp moment)
{
    const auto updated = connection.execute("UPDATE blobs SET examined_at = ?, metadata = ? WHERE sha256 = ?",
                                            {moment.ms, QString::fromUtf8(metadata.toText()), sha256});
    if (!updated)
        return fail(updated.error());
    if (*updated == 0 || !text)
        return {};
    return done(connection.execute("INSERT INTO blob_texts (sha256, content) VALUES (?, ?)"
                                   " ON CONFLICT (sha256) DO UPDATE SET content = excluded.content",
                                   {sha256, notNull(*text)}));
}

Result<> markExamined(Connection &connection, const QByteArray &sha256, Timestamp moment)
{
    return done(connection.execute("UPDATE blobs SET examined_at = ? WHERE sha256 = ? AND examined_at IS NULL",
                                   {moment.ms, sha256}));
}

Result<QStringList> contentTypes(Connection &connection, const QByteArray &sha256)
{
    const auto query = connection.run("SELECT DISTINCT content_type FROM files WHERE sha256 = ?", {sha256});
    if (!query)
        return fail(query.error());
    QStringList types;
    while ((*query)->next())
        types.append((*query)->value(0).toString());
    (*query)->finish();
    return types;
}

Result<QList<QByteArray>> unexamined(Connection &connection, qint64 limit)
{
    return digests(connection.run("SELECT sha256 FROM blobs WHERE examined_at IS NULL LIMIT ?", {limit}));
}

Result<> setHidden(Connection &connection, const QByteArray &sha256, const Spans &spans)
{
    QStringList numbers;
    for (const auto &[offset, length] : spans)
        numbers << QString::number(offset) << QString::number(length);
    return done(connection.execute("UPDATE blobs SET hidden = ? WHERE sha256 = ?",
                                   {spans.isEmpty() ? QVariant() : QVariant(numbers.join(u' ')), sha256}));
}

Result<Spans> hidden(Connection &connection, const QByteArray &sha256)
{
    const auto query = connection.run("SELECT hidden FROM blobs WHERE sha256 = ?", {sha256});
    if (!query)
        return fail(query.error());
    const QString text = (*query)->next() ? (*query)->value(0).toString() : QString();
    (*query)->finish();
    const auto numbers = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    Spans spans;
    for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
        spans.append({numbers[i].toLongLong(), numbers[i + 1].toLongLong()});
    return spans;
}

Result<> addPreview(Connection &connection, const QByteArray &sha256, Variant variant, const Preview &preview)
{
    return done(connection.execute("INSERT INTO previews (sha256, variant, preview, content_type) VALUES (?, ?, ?, ?)"
                                   " ON CONFLICT (sha256, variant) DO NOTHING",
                                   {sha256, static_cast<int>(variant), preview.sha256, preview.contentType}));
}

Result<std::optional<Preview>> preview(Connection &connection, const QByteArray &sha256, Variant variant)
{
    const auto query = connection.run("SELECT preview, content_type FROM previews WHERE sha256 = ? AND variant = ?",
                                      {sha256, static_cast<int>(variant)});
    if (!query)
        return fail(query.error());
    std::optional<Preview> found;
    if ((*query)->next())
        found = Preview{(*query)->value(0).toByteArray(), (*query)->value(1).toString()};
    (*query)->finish();
    return found;
}

Result<std::optional<QString>> text(Connection &connection, const QByteArray &sha256)
{
    const auto query = connection.run("SELECT content FROM blob_texts WHERE sha256 = ?", {sha256});
    if (!query)
        return fail(query.error());
    std::optional<QString> found;
    if ((*query)->next())
        found = (*query)->value(0).toString();
    (*query)->finish();
    return found;
}

Result<> setScanned(Connection &connection, const QByteArray &sha256, protocol::ScanStatus status,
                    const std::optional<QString> &finding, Timestamp moment)
{
    return done(
        connection.execute("UPDATE blobs SET scan_status = ?, scan_finding = ?, scanned_at = ? WHERE sha256 = ?",
                           {static_cast<int>(status), orNull(finding), moment.ms, sha256}));
}

Result<QList<QByteArray>> unscanned(Connection &connection, qint64 limit)
{
    return digests(connection.run("SELECT sha256 FROM blobs WHERE scan_status = 1 LIMIT ?", {limit}));
}

} // namespace plexi::store::blobs
