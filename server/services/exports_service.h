// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/principal.h"
#include "server/services/audit_service.h"
#include "server/services/files_service.h"
#include "server/services/messages_service.h"
#include "server/services/users_service.h"
#include "server/store/database.h"
#include "shared/protocol/channel_export.h"

#include <QCoro/QCoroTask>
#include <QSet>

#include <memory>

namespace plexi::services {

/**
 * A channel's messages on their way out, read part by part while they are sent: what is in memory is one part, however
 * large the channel. What is written meanwhile may be in it or not. One thread's at a time.
 */
class ChannelExport
{
public:
    /** Whether whoever asked may go on; asked before each part. */
    using Admission = std::function<Result<>(store::Connection &connection)>;

    /** @p files: nothing where the export is to be without them. */
    ChannelExport(store::Database &database, UsersService &users, FilesService *files, ChannelId channel,
                  Admission admission, QByteArray head);

    /** The next lines; empty at the end. A short read of the database, or of a file. */
    QCoro::Task<Result<QByteArray>> next();

private:
    enum class Stage { Messages, Files, Done };

    QCoro::Task<Result<QByteArray>> nextOfFiles();
    Result<> appendRoots(QByteArray &lines);
    Result<> appendReplies(QByteArray &lines);
    Result<> append(QByteArray &lines, const protocol::Message &message);

    store::Database &m_database;
    UsersService &m_users;
    FilesService *const m_files;
    const ChannelId m_channel;
    const Admission m_admission;
    QByteArray m_head;
    /** Messages outside threads that were read and are not written yet. */
    QList<protocol::Message> m_roots;
    MessageId m_lastRoot;
    /** The thread that is being written. */
    std::optional<MessageId> m_thread;
    MessageId m_lastReply;
    QSet<UserId> m_known;
    qint64 m_messageCount = 0;
    /** The file that is being written, and how far it is. */
    std::optional<FileContent> m_content;
    qint64 m_offset = 0;
    FileId m_lastFile = store::files::kNewest;
    qint64 m_fileCount = 0;
    Stage m_stage = Stage::Messages;
};

/** Takes what was said in a channel out. Thread-safe. Coroutines need an event loop on the calling thread. */
class ExportsService
{
public:
    /** Not owned; they outlive the service and every export. */
    struct Parts {
        store::Database &database;
        const AuditService &audit;
        UsersService &users;
        MessagesService &messages;
        FilesService &files;
    };
    enum class Files { Leave, Include };

    explicit ExportsService(const Parts &parts) : d(parts) { }

    /** By the channel's owner, or by one of the people of a direct channel. Audited. */
    QCoro::Task<Result<std::shared_ptr<ChannelExport>>> open(security::Principal caller, QString channel, Files files);
    /**
     * By an admin, of any channel, seen or not (contract, sections 3 and 5): audited, and announced in the channel. Who
     * may do that was decided before.
     */
    QCoro::Task<Result<std::shared_ptr<ChannelExport>>> openByAdmin(security::Principal caller, QString channel,
                                                                    Files files);

private:
    Result<std::shared_ptr<ChannelExport>> begin(store::WriteTransaction &transaction,
                                                 const security::Principal &caller, ChannelId channel, Files files,
                                                 ChannelExport::Admission admission);

    const Parts d;
};

} // namespace plexi::services
