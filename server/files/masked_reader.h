// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/blob_store.h"

#include <QList>

#include <algorithm>

namespace plexi::files {

/** A blob with some of its bytes read as zeros. */
class MaskedReader final : public BlobReader
{
public:
    /** Offset and length of each. */
    using Spans = QList<std::pair<qint64, qint64>>;

    MaskedReader(std::shared_ptr<BlobReader> whole, Spans hidden)
        : m_whole(std::move(whole)), m_hidden(std::move(hidden))
    {
    }

    qint64 size() const override { return m_whole->size(); }
    Result<QByteArray> read(qint64 offset, qint64 length) override
    {
        auto bytes = m_whole->read(offset, length);
        if (!bytes)
            return bytes;
        for (const auto &[first, count] : m_hidden) {
            const qint64 begin = std::max(first, offset) - offset;
            const qint64 end = std::min(first + count, offset + bytes->size()) - offset;
            if (begin < end)
                std::fill(bytes->begin() + begin, bytes->begin() + end, '\0');
        }
        return bytes;
    }

private:
    const std::shared_ptr<BlobReader> m_whole;
    const Spans m_hidden;
};

} // namespace plexi::files
