// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/incoming_file.h"

#include "server/files/durable.h"

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

constexpr qint64 kReread = qint64(1) << 20;

} // namespace

Error IncomingFile::unwritable() const
{
    return {.code = ErrorCode::ServiceUnavailable,
            .message = u"The file cannot be stored: "_s + m_file.errorString(),
            .retryAfter = 60};
}

Result<std::shared_ptr<IncomingFile>> IncomingFile::open(const QString &path, Fate fate, qint64 received,
                                                         const Progress &known)
{
    std::shared_ptr<IncomingFile> file(new IncomingFile(path, fate));
    if (!file->m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fail(file->unwritable());
    file->m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (known.size == received)
        file->m_progress = known;
    while (file->size() < received) {
        const QByteArray bytes = file->m_file.read(std::min(kReread, received - file->size()));
        if (bytes.isEmpty())
            return fail(file->unwritable());
        file->take(bytes);
    }
    // Behind it may be what was never said to be received.
    if (!file->m_file.resize(received) || !file->m_file.seek(received))
        return fail(file->unwritable());
    return file;
}

IncomingFile::~IncomingFile()
{
    // Where it was put into the store, it has another name by now.
    if (m_fate == Fate::Removed)
        m_file.remove();
}

void IncomingFile::take(QByteArrayView bytes)
{
    m_progress.digest.add(bytes);
    m_progress.size += bytes.size();
    QByteArray &head = m_progress.head;
    if (head.size() < kHead)
        head.append(bytes.first(std::min(bytes.size(), kHead - head.size())));
}

Result<> IncomingFile::append(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return fail(unwritable());
    writeOut(m_file, m_progress.size, bytes.size());
    take(bytes);
    return {};
}

Result<> IncomingFile::sync()
{
    if (!syncFile(m_file))
        return fail(unwritable());
    return {};
}

Result<> IncomingFile::rewind(const Progress &earlier)
{
    if (!m_file.resize(earlier.size) || !m_file.seek(earlier.size))
        return fail(unwritable());
    m_progress = earlier;
    return {};
}

} // namespace plexi::files
