// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/inspector.h"
#include "server/security/principal.h"
#include "server/store/custom_emoji_store.h"
#include "server/store/database.h"
#include "shared/protocol/custom_emoji.h"

#include <QCoro/QCoroTask>

namespace plexi::services {

/**
 * Emoji of the workspace's own: a picture under a name, made anew in the helper process, so that nothing of the original's
 * bytes is kept. Everybody may add some. Thread-safe. Coroutines need an event loop on the
 * calling thread and resume there, once the change is on disk.
 */
class CustomEmojiService
{
public:
    /** Pixels of a side. */
    static constexpr int kSize = 128;
    /** Bytes of an original. */
    static constexpr qint64 kMaxOriginal = qint64(2) << 20;
    static constexpr qint64 kMaxEmoji = 2'000;

    /** The references are not owned and outlive the service. */
    CustomEmojiService(store::Database &database, files::Inspector &inspector);

    struct Page {
        QList<protocol::CustomEmoji> emoji;
        qint64 totalCount = 0;
    };
    /** By name. @p page counts from 1. */
    Result<Page> list(qint64 page, qint64 limit);

    /** NotFound. */
    Result<store::custom_emoji::Picture> picture(const QString &name);

    /**
     * ValidationError for a name that is not 1 to 64 of a-z, 0-9, '_', '-' and '+', and as the inspector says of the
     * picture; Conflict for one that is taken, also by Unicode's emoji, and past kMaxEmoji.
     */
    QCoro::Task<Result<protocol::CustomEmoji>> add(security::Principal caller, QString name, QByteArray original);
    /** Who added it, and moderators. Reactions stay as they are. */
    QCoro::Task<Result<>> remove(security::Principal caller, QString name);

private:
    store::Database &m_database;
    files::Inspector &m_inspector;
};

} // namespace plexi::services
