// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/local_blob_store.h"

#include "server/files/durable.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

class LocalReader final : public BlobReader
{
public:
    explicit LocalReader(const QString &path) : m_file(path) { }

    bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    qint64 size() const override { return m_file.size(); }
    QString localPath() const override { return m_file.fileName(); }
    Result<QByteArray> read(qint64 offset, qint64 length) override
    {
        if (!m_file.seek(offset))
            return fail(unusable());
        QByteArray bytes(length, Qt::Uninitialized);
        const qint64 count = m_file.read(bytes.data(), length);
        if (count < 0)
            return fail(unusable());
        bytes.truncate(count);
        return bytes;
    }

private:
    Error unusable() const
    {
        return {.code = ErrorCode::ServiceUnavailable,
                .message = u"A file of the store cannot be read: "_s + m_file.errorString()};
    }

    QFile m_file;
};

Error unwritable(const QString &folder)
{
    return {.code = ErrorCode::ServiceUnavailable, .message = u"The file store cannot be written: "_s + folder};
}

} // namespace

QString LocalBlobStore::folderOf(const QByteArray &sha256) const
{
    return m_folder + u'/' + QString::fromLatin1(sha256.first(1).toHex());
}

QString LocalBlobStore::pathOf(const QByteArray &sha256) const
{
    return folderOf(sha256) + u'/' + QString::fromLatin1(sha256.toHex());
}

Result<> LocalBlobStore::put(const QByteArray &sha256, const QString &path)
{
    Q_ASSERT(sha256.size() == kDigestSize);
    const QString folder = folderOf(sha256);
    if (!QFileInfo::exists(folder)) {
        // Another thread may make it at this moment; its name is to be on disk in either case.
        QDir().mkdir(folder);
        if (!syncFolder(m_folder))
            return fail(unwritable(m_folder));
    }
    if (!replaceFile(path, pathOf(sha256)) || !syncFolder(folder))
        return fail(unwritable(folder));
    return {};
}

Result<std::shared_ptr<BlobReader>> LocalBlobStore::open(const QByteArray &sha256) const
{
    auto reader = std::make_shared<LocalReader>(pathOf(sha256));
    if (!reader->open())
        return fail(Error::notFound(u"Content"));
    return reader;
}

Result<> LocalBlobStore::remove(const QByteArray &sha256)
{
    const QString path = pathOf(sha256);
    if (!QFile::remove(path) && QFileInfo::exists(path))
        return fail(unwritable(path));
    return {};
}

Result<> LocalBlobStore::forEach(const std::function<bool(const QByteArray &sha256, qint64 size)> &visit) const
{
    QDirIterator entries(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo entry = entries.nextFileInfo();
        const QByteArray sha256 = QByteArray::fromHex(entry.fileName().toLatin1());
        // What has another name is not ours to judge.
        if (sha256.size() == kDigestSize && entry.filePath() == pathOf(sha256) && !visit(sha256, entry.size()))
            break;
    }
    return {};
}

} // namespace plexi::files
