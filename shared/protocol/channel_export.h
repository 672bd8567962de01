// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/file.h"
#include "shared/protocol/message.h"
#include "shared/protocol/user.h"

#include <QByteArray>

/**
 * The lines of a channel's export, JSON Lines: one object each, told apart by `type`. First `export`, last `end`, without
 * which something is missing. Between them messages in the order of their time, each followed by its thread, and each
 * person before the first thing that they said. Behind the messages, where they were asked for, the channel's files,
 * newest first, each followed by its bytes in parts.
 */
namespace plexi::protocol {

/** @p channel is written without what depends on who looks. */
QByteArray exportHead(Channel channel, UserId exporter, Timestamp moment);
/** What everybody may see of a person. */
QByteArray exportUser(User user);
QByteArray exportMessage(const Message &message);
/** @p sha256 of the bytes that follow; empty where they do not, since they are infected or cannot be had. */
QByteArray exportFile(File file, const QByteArray &sha256);
/** The next bytes of the last file, in Base64. */
QByteArray exportFilePart(FileId file, const QByteArray &bytes);
QByteArray exportEnd(qint64 messageCount, qint64 fileCount);

} // namespace plexi::protocol
