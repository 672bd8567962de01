// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cache/drafts_cache.h"

namespace plexi::app::cache {

Result<QHash<ChannelId, QString>> readDrafts(Database &database)
{
    QHash<ChannelId, QString> drafts;
    const auto read = database.each("SELECT channel_id, content FROM drafts", {}, [&drafts](const Row &row) {
        drafts.insert(ChannelId(row.integer(0)), row.text(1));
    });
    if (!read)
        return std::unexpected(read.error());
    return drafts;
}

Result<> writeDraft(Database &database, ChannelId channel, const QString &text)
{
    if (text.isEmpty())
        return database.run("DELETE FROM drafts WHERE channel_id = ?", {channel.value()});
    return database.run("INSERT OR REPLACE INTO drafts (channel_id, content) VALUES (?, ?)", {channel.value(), text});
}

} // namespace plexi::app::cache
