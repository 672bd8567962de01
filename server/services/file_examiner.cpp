// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/file_examiner.h"

#include "server/files/content_types.h"
#include "server/store/blobs_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace blobs = store::blobs;

namespace {

constexpr qint64 kExaminedAtOnce = 20;

} // namespace

/** Small pictures that are stored, and which of a blob they are. */
struct FileExaminer::Previews {
    struct One {
        blobs::Variant variant = blobs::Variant::Small;
        files::StoredBlob blob;
        QString contentType;
    };
    QList<One> all;
};

FileExaminer::FileExaminer(store::Database &database, files::FileStorage &storage, files::Inspector &inspector)
    : m_database(database), m_storage(storage), m_inspector(inspector)
{
}

QCoro::Task<Result<>> FileExaminer::examine(QByteArray sha256)
{
    std::function<Result<>()> work = [this, sha256] {
        return examineAndWait(sha256);
    };
    return m_inspector.pool().run<void>(std::move(work));
}

Result<> FileExaminer::examineAndWait(const QByteArray &sha256)
{
    const auto row = blobs::find(m_database.reader(), sha256);
    if (!row)
        return fail(row.error());
    if (!*row || (*row)->isExamined)
        return {};
    if ((*row)->size == 0 || (*row)->size > kMaxSize)
        return keep(sha256, {});
    const auto path = m_storage.localPath(sha256);
    if (!path)
        return fail(path.error());
    const auto found = findings(sha256, **path);
    // What breaks the helper would break it again.
    if (!found && found.error().code == ErrorCode::ValidationError)
        return keep(sha256, {});
    if (!found)
        return fail(found.error());
    return keep(sha256, *found);
}

bool FileExaminer::isSlow(const QString &contentType) const
{
    return m_inspector.readsOffice() && files::isOfficeDocument(contentType);
}

Result<files::Findings> FileExaminer::findings(const QByteArray &sha256, const QString &path) const
{
    const auto types = blobs::contentTypes(m_database.reader(), sha256);
    if (!types)
        return fail(types.error());
    const auto office = std::ranges::find_if(*types, [this](const QString &type) { return isSlow(type); });
    if (office == types->end())
        return m_inspector.examine(path);
    const auto text = m_inspector.officeText(path, *office);
    if (!text)
        return fail(text.error());
    return files::Findings{.text = text->trimmed().isEmpty() ? std::nullopt : std::optional(*text)};
}

Result<> FileExaminer::keep(const QByteArray &sha256, const files::Findings &findings)
{
    Previews previews;
    for (const files::Findings::Preview &preview : findings.previews) {
        const QString name = u"preview_%1"_s.arg(m_database.ids().next());
        const auto incoming = files::IncomingFile::open(m_storage.incomingPath(name),
                                                        files::IncomingFile::Fate::Removed);
        if (!incoming)
            return fail(incoming.error());
        if (auto written = (*incoming)->append(preview.picture.bytes); !written)
            return written;
        auto blob = m_storage.storeAndWait(*incoming);
        if (!blob)
            return fail(blob.error());
        previews.all.append({.variant = preview.isLarge ? blobs::Variant::Large : blobs::Variant::Small,
                             .blob = std::move(*blob),
                             .contentType = QString::fromLatin1(preview.picture.contentType)});
    }
    return m_database.writeAndWait([&](store::WriteTransaction &transaction) -> Result<> {
        store::Connection &connection = transaction.connection();
        const auto row = blobs::find(connection, sha256);
        if (!row)
            return fail(row.error());
        // It may be gone by now.
        if (!*row)
            return {};
        if (auto kept = blobs::setExamined(connection, sha256, findings.metadata, findings.text, Timestamp::now());
            !kept)
            return kept;
        if (auto kept = blobs::setHidden(connection, sha256, findings.hidden); !kept)
            return kept;
        for (const Previews::One &one : previews.all) {
            // Our own work: no scanner needs to see it.
            auto kept = blobs::add(connection, one.blob.sha256, one.blob.size, protocol::ScanStatus::NotScanned);
            if (kept)
                kept = blobs::markExamined(connection, one.blob.sha256, Timestamp::now());
            if (kept)
                kept = blobs::addPreview(connection, sha256, one.variant, {one.blob.sha256, one.contentType});
            if (!kept)
                return kept;
        }
        return {};
    });
}

Result<> FileExaminer::examineRest(const std::function<bool()> &isStopping)
{
    while (!isStopping()) {
        const auto rest = blobs::unexamined(m_database.reader(), kExaminedAtOnce);
        if (!rest)
            return fail(rest.error());
        if (rest->isEmpty())
            return {};
        for (const QByteArray &sha256 : *rest) {
            if (isStopping())
                break;
            if (auto examined = examineAndWait(sha256); !examined)
                return examined;
        }
    }
    return {};
}

} // namespace plexi::services
