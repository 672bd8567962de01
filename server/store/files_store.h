// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/file.h"

#include <QByteArray>

#include <limits>
#include <optional>

/**
 * Rows of files, and which messages carry them. Reads take any connection, writes the writer's, inside a job; each function
 * fails as Connection::run does and on no other ground.
 */
namespace plexi::store::files {

/** A file with what decides on who may do what with it. */
struct Sighting {
    protocol::File file;
    QByteArray sha256;
    /** Of the file's channel; nothing where it has none. */
    std::optional<protocol::ChannelType> channelType;
    /** The viewer's role there; nothing where the viewer is no member. */
    std::optional<protocol::ChannelRole> viewerRole;
};

inline constexpr FileId kNewest{std::numeric_limits<qint64>::max()};

/** The file; nothing where there is none or @p viewer may not see it: who uploaded it until it is sent, then its channel. */
Result<std::optional<Sighting>> find(Connection &connection, FileId id, UserId viewer);
/** The file where it was made public and its channel, if it has one, is still there. */
Result<std::optional<Sighting>> findPublic(Connection &connection, FileId id);
/** The file where it is @p channel's, whoever looks. */
Result<std::optional<Sighting>> findIn(Connection &connection, FileId id, ChannelId channel);
/** The channel's files with ids below @p position, newest first. */
Result<QList<protocol::File>> inChannel(Connection &connection, ChannelId channel, FileId position, qint64 limit);
Result<qint64> countInChannel(Connection &connection, ChannelId channel);
/** All files that have these bytes. */
Result<QList<FileId>> withContent(Connection &connection, const QByteArray &sha256);
/** Bytes of all files of @p user, unfinished uploads as large as they are to be. */
Result<qint64> usage(Connection &connection, UserId user);

/** The blob is known by then. */
Result<> insert(Connection &connection, const protocol::File &file, const QByteArray &sha256);
/** Takes it from the messages that carry it, whose attachments are then counted anew. */
Result<> remove(Connection &connection, FileId id);
/** It was sent: it is the channel's from now on. */
Result<> setChannel(Connection &connection, FileId id, ChannelId channel);

/** What a message carries, in its order. */
Result<QList<protocol::File>> attachedTo(Connection &connection, MessageId message);
/** The undeleted messages that carry the file. */
Result<QList<MessageId>> messagesWith(Connection &connection, FileId id);
Result<> attach(Connection &connection, MessageId message, const QList<protocol::File> &files);
/** The message lets go of what it carries; what is its author's and no other message carries is removed. */
Result<> release(Connection &connection, MessageId message, UserId author);

} // namespace plexi::store::files
