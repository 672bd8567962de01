// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/exports_service.h"

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
constexpr qint64 kPart = 100;

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

ChannelExport::ChannelExport(store::Database &database, UsersService &users, ChannelId channel, Admission admission,
                             QByteArray head)
    : m_database(database), m_users(users), m_channel(channel), m_admission(std::move(admission)),
      m_head(std::move(head))
{
}

Result<QByteArray> ChannelExport::next()
{
    if (m_isDone)
        return QByteArray();
    if (auto admitted = m_admission(m_database.reader()); !admitted)
        return fail(std::move(admitted.error()));
    QByteArray lines = std::exchange(m_head, {});
    if (auto read = m_thread ? appendReplies(lines) : appendRoots(lines); !read)
        return fail(std::move(read.error()));
    if (m_isDone)
        lines += protocol::exportEnd(m_count);
    return lines;
}

Result<> ChannelExport::appendRoots(QByteArray &lines)
{
    if (m_roots.isEmpty()) {
        auto read = messages::after(m_database.reader(), m_channel, m_lastRoot, kPart, messages::Deleted::Leave);
        if (!read)
            return fail(std::move(read.error()));
        m_roots = std::move(*read);
        m_isDone = m_roots.isEmpty();
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
    const auto replies = messages::repliesAfter(m_database.reader(), *m_thread, m_lastReply, kPart,
                                                messages::Deleted::Leave);
    if (!replies)
        return fail(replies.error());
    for (const Message &reply : *replies) {
        m_lastReply = reply.id;
        if (auto appended = append(lines, reply); !appended)
            return appended;
    }
    if (replies->size() < kPart)
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
    ++m_count;
    return {};
}

QCoro::Task<Result<std::shared_ptr<ChannelExport>>> ExportsService::open(Principal caller, QString channel)
{
    auto job = [this, caller, channel](WriteTransaction &transaction) -> Result<std::shared_ptr<ChannelExport>> {
        const auto id = exportable(transaction.connection(), caller, channel);
        if (!id)
            return fail(id.error());
        return begin(transaction, caller, *id,
                     [caller, name = id->toString()](store::Connection &connection) -> Result<> {
                         const auto still = exportable(connection, caller, name);
                         return still ? Result<>() : fail(still.error());
                     });
    };
    co_return co_await d.database.write(std::move(job));
}

QCoro::Task<Result<std::shared_ptr<ChannelExport>>> ExportsService::openByAdmin(Principal caller, QString channel)
{
    auto job = [this, caller, channel](WriteTransaction &transaction) -> Result<std::shared_ptr<ChannelExport>> {
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
        auto opened = begin(transaction, caller, **id, [](store::Connection &) { return Result<>(); });
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
                                                             ChannelId id, ChannelExport::Admission admission)
{
    const auto channel = store::channels::findForEvent(transaction.connection(), id);
    if (!channel)
        return fail(channel.error());
    if (!*channel)
        return fail(Error::notFound(u"Channel"));
    if (auto told = d.audit.record(transaction, AuditOrigin::of(caller), audit_action::kChannelExported, id); !told)
        return fail(std::move(told.error()));
    return std::make_shared<ChannelExport>(d.database, d.users, id, std::move(admission),
                                           protocol::exportHead(**channel, caller.userId, Timestamp::now()));
}

} // namespace plexi::services
