// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/blob_pins.h"

namespace plexi::files {

std::shared_ptr<BlobPins::Pin> BlobPins::pin(const QByteArray &sha256)
{
    std::unique_lock lock(m_mutex);
    m_removed.wait(lock, [&] { return !m_removing.contains(sha256); });
    ++m_pinned[sha256];
    return std::make_shared<Pin>(*this, sha256);
}

void BlobPins::unpin(const QByteArray &sha256)
{
    const std::lock_guard lock(m_mutex);
    const auto pinned = m_pinned.find(sha256);
    if (--*pinned == 0)
        m_pinned.erase(pinned);
}

Result<> BlobPins::removing(const QByteArray &sha256, const std::function<Result<>()> &remove)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_pinned.contains(sha256) || m_removing.contains(sha256))
            return {};
        m_removing.insert(sha256);
    }
    Result<> removed = remove();
    {
        const std::lock_guard lock(m_mutex);
        m_removing.remove(sha256);
    }
    m_removed.notify_all();
    return removed;
}

} // namespace plexi::files
