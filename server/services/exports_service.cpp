// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/exports_service.h"

#include "server/security/crypto.h"
#include "server/services/channel_access.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace messages = store::messages;
using protocol::ChannelType;
using protocol::Message;
using security::Principal;
using store::WriteTransaction;

namespace {

// Messages read at once: about a millisecond.
constexpr qint64 kMessagesAtOnce = 100;
// Bytes of a file in one line: whole groups of Base64.
constexpr qint64 kFilePart = qint64(192) << 10;

Result<ChannelId> exportable(store::Connection &connection, const Principal &caller, const QString &channel)
{
    const auto access = memberChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    if (!access->isOwner() && access->type != ChannelType::Direct)
        return fail(Error::forbidden(u"Only the channel's owner may export it"_s));
    return access->id;
}

} // namespace

ChannelExport::ChannelExport(store::Database &database, UsersService &users, FilesService *files, ChannelId channel,
                             Admission admission, QByteArray head)
    : m_database(database), m_users(users), m_files(files), m_channel(channel), m_admission(std::move(admission)),
      m_head(std::move(head))
{
}

QCoro::Task<Result<QByteArray>> ChannelExport::next()
{
    if (m_stage == Stage::Done)
        co_return QByteArray();
    if (auto admitted = m_admission(m_database.reader()); !admitted)
        co_return fail(std::move(admitted.error()));
    QByteArray lines = std::exchange(m_head, {});
    // A thread can end with a part, and the next one is empty: only the end is to be.
    while (lines.isEmpty() && m_stage == Stage::Messages) {
        if (auto read = m_thread ? appendReplies(lines) : appendRoots(lines); !read)
            co_return fail(std::move(read.error()));
    }
    if (lines.isEmpty() && m_stage == Stage::Files) {
        auto read = co_await nextOfFiles();
        if (!read)
            co_return fail(std::move(read.error()));
        lines = std::move(*read);
    }
    if (m_stage == Stage::Done)
        lines += protocol::exportEnd(m_messageCount, m_fileCount);
    co_return lines;
}

QCoro::Task<Result<QByteArray>> ChannelExport::nextOfFiles()
{
    if (m_content) {
        Result<QByteArray> part = co_await m_files->storage().read(m_content->reader, m_offset, kFilePart);
        if (!part)
            co_return fail(std::move(part.error()));
        m_offset += part->size();
        if (m_offset >= m_content->reader->size() || part->isEmpty())
            m_content = std::nullopt;
        co_return protocol::exportFilePart(m_lastFile, *part);
    }
    const auto found = store::files::inChannel(m_database.reader(), m_channel, m_lastFile, 1);
    if (!found)
        co_return fail(found.error());
    if (found->isEmpty()) {
        m_stage = Stage::Done;
        co_return QByteArray();
    }
    const protocol::File &file = found->first();
    m_lastFile = file.id;
    m_offset = 0;
    ++m_fileCount;
    // What is infected, waits for the scanner or went meanwhile is named, and its bytes are left out.
    Result<FileContent> content = co_await m_files->openIn(m_channel, file.id);
    if (!content)
        co_return protocol::exportFile(file, {});
    if (content->reader->size() > 0)
        m_content = std::move(*content);
    co_return protocol::exportFile(file, m_content ? m_content->sha256 : security::sha256({}));
}

Result<> ChannelExport::appendRoots(QByteArray &lines)
{
    if (m_roots.isEmpty()) {
        auto read = messages::after(m_database.reader(), m_channel, m_lastRoot, kMessagesAtOnce,
                                    messages::Deleted::Leave);
        if (!read)
            return fail(std::move(read.error()));
        m_roots = std::move(*read);
        if (m_roots.isEmpty())
            m_stage = m_files ? Stage::Files : Stage::Done;
    }
    while (!m_roots.isEmpty()) {
        const Message root = m_roots.takeFirst();
        m_lastRoot = root.id;
        if (auto appended = append(lines, root); !appended)
            return appended;
        if (root.replyCount > 0) {
            m_thread = root.id;
            m_lastReply = root.id;
            return appendReplies(lines);
        }
    }
    return {};
}

Result<> ChannelExport::appendReplies(QByteArray &lines)
{
    const auto replies = messages::repliesAfter(m_database.reader(), *m_thread, m_lastReply, kMessagesAtOnce,
                                                messages::Deleted::Leave);
    if (!replies)
        return fail(replies.error());
    for (const Message &reply : *replies) {
        m_lastReply = reply.id;
        if (auto appended = append(lines, reply); !appended)
            return appended;
    }
    if (replies->size() < kMessagesAtOnce)
        m_thread = std::nullopt;
    return {};
}

Result<> ChannelExport::append(QByteArray &lines, const Message &message)
{
    if (!m_known.contains(message.userId)) {
        const auto author = m_users.profile(message.userId);
        if (!author)
            return fail(author.error());
        lines += protocol::exportUser(*author);
        m_known.insert(message.userId);
    }
    lines += protocol::exportMessage(message);
    ++m_messageCount;
    return {};
}

QCoro::Task<Result<std::shared_ptr<ChannelExport>>> ExportsService::open(Principal caller, QString channel, Files files)
{
    auto job = [this, caller, channel, files](WriteTransaction &transaction) -> Result<std::shared_ptr<ChannelExport>> {
        const auto id = exportable(transaction.connection(), caller, channel);
        if (!id)
            return fail(id.error());
        return begin(transaction, caller, *id, files,
                     [caller, name = id->toString()](store::Connection &connection) -> Result<> {
                         const auto still = exportable(connection, caller, name);
                         return still ? Result<>() : fail(still.error());
                     });
    };
    co_return co_await d.database.write(std::move(job));
}

QCoro::Task<Result<std::shared_ptr<ChannelExport>>> ExportsService::openByAdmin(Principal caller, QString channel,
                                                                                Files files)
{
    auto job = [this, caller, channel, files](WriteTransaction &transaction) -> Result<std::shared_ptr<ChannelExport>> {
        store::Connection &connection = transaction.connection();
        const auto id = store::channels::resolve(connection, channel);
        if (!id)
            return fail(id.error());
        const auto found = *id ? store::channels::findForEvent(connection, **id)
                               : Result<std::optional<protocol::Channel>>(std::nullopt);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(Error::notFound(u"Channel"));
        auto opened = begin(transaction, caller, **id, files, [](store::Connection &) { return Result<>(); });
        if (!opened)
            return opened;
        const auto told = d.messages.announce(transaction, caller.userId, **id,
                                              u"_An administrator has exported this channel._"_s);
        if (!told)
            return fail(told.error());
        return opened;
    };
    co_return co_await d.database.write(std::move(job));
}

Result<std::shared_ptr<ChannelExport>> ExportsService::begin(WriteTransaction &transaction, const Principal &caller,
                                                             ChannelId id, Files files,
                                                             ChannelExport::Admission admission)
{
    const auto channel = store::channels::findForEvent(transaction.connection(), id);
    if (!channel)
        return fail(channel.error());
    if (!*channel)
        return fail(Error::notFound(u"Channel"));
    if (auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kChannelExported, id); !told)
        return fail(std::move(told.error()));
    FilesService *const included = files == Files::Include ? &d.files : nullptr;
    return std::make_shared<ChannelExport>(d.database, d.users, included, id, std::move(admission),
                                           protocol::exportHead(**channel, caller.userId, Timestamp::now()));
}

} // namespace plexi::services
