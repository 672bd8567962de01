// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/database.h"
#include "shared/core/ids.h"

namespace plexi::app::cache {

/** Something that a person did and the server does not know yet. */
struct OutboxItem {
    /** The values are stored. */
    enum class Kind { Send = 0, Edit = 1, Delete = 2, React = 3, Unreact = 4, Pin = 5, Unpin = 6 };

    /** Of a message to be sent, its client_message_id. */
    QString id = {};
    ChannelId channel = {};
    Kind kind = Kind::Send;
    /** What is changed; of a message to be sent, what it replies to, or null. */
    MessageId message = {};
    /** Of a message to be sent in a thread, the thread's root. */
    MessageId thread = {};
    /** What is written, or the emoji. */
    QString content = {};
    /** Milliseconds since the epoch. */
    qint64 writtenAt = 0;
    /** Why the server refused it, for people; nothing where it has not. */
    std::optional<QString> fault = {};

    friend bool operator==(const OutboxItem &, const OutboxItem &) = default;
};

/** In the order in which they were written. */
Result<QList<OutboxItem>> readOutbox(Database &database);
/** One with the same id keeps its place. */
Result<> writeOutboxItem(Database &database, const OutboxItem &item);
Result<> removeOutboxItem(Database &database, const QString &id);

} // namespace plexi::app::cache
