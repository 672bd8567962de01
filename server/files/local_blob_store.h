// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/blob_store.h"

namespace plexi::files {

/**
 * A folder of this machine. A blob is FOLDER/ab/abcd…, by its digest in hexadecimal: renamed to that from where it was
 * written, so that a file under such a name is always whole.
 */
class LocalBlobStore final : public BlobStore
{
public:
    /** @p folder exists by the time of the first put(); files given to put() are on the same file system. */
    explicit LocalBlobStore(QString folder) : m_folder(std::move(folder)) { }

    Result<> put(const QByteArray &sha256, const QString &path) override;
    Result<std::shared_ptr<BlobReader>> open(const QByteArray &sha256) const override;
    Result<> remove(const QByteArray &sha256) override;
    Result<> forEach(const std::function<bool(const QByteArray &sha256, qint64 size)> &visit) const override;

private:
    QString folderOf(const QByteArray &sha256) const;
    QString pathOf(const QByteArray &sha256) const;

    const QString m_folder;
};

} // namespace plexi::files
