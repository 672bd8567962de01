// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/pins_service.h"

#include "server/services/channel_access.h"
#include "server/services/message_access.h"
#include "server/store/pins_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Message;
using protocol::MessagePage;
using store::Connection;
using store::WriteTransaction;

namespace {

Result<> checkRoom(Connection &connection, ChannelId channel)
{
    const auto count = store::pins::count(connection, channel);
    if (!count)
        return fail(count.error());
    if (*count < PinsService::kMaxPins)
        return {};
    return fail(Error{.code = ErrorCode::Conflict,
                      .message = u"The channel has as many pinned messages as fit"_s,
                      .details = {{"limit"_L1, PinsService::kMaxPins}}});
}

} // namespace

PinsService::PinsService(store::Database &database, realtime::EventPublisher &publisher)
    : m_database(database), m_publisher(publisher)
{
}

Result<MessagePage> PinsService::list(security::Principal caller, QString channel, std::optional<MessageId> before,
                                      qint64 limit)
{
    Connection &connection = m_database.reader();
    const auto access = readableChannel(connection, channel, caller);
    if (!access)
        return fail(access.error());
    auto pinned = store::messages::pinned(connection, access->id, before.value_or(store::messages::kNewest), limit + 1);
    if (!pinned)
        return fail(std::move(pinned.error()));
    const auto count = store::pins::count(connection, access->id);
    if (!count)
        return fail(count.error());
    return MessagePage::cutFrom(std::move(*pinned), limit, *count);
}

QCoro::Task<Result<Message>> PinsService::add(security::Principal caller, MessageId message)
{
    auto job = [this, caller, message](WriteTransaction &transaction) {
        return change(transaction, caller, message, true);
    };
    co_return co_await m_database.write(std::move(job));
}

QCoro::Task<Result<>> PinsService::remove(security::Principal caller, MessageId message)
{
    auto job = [this, caller, message](WriteTransaction &transaction) {
        return change(transaction, caller, message, false);
    };
    const Result<Message> unpinned = co_await m_database.write(std::move(job));
    if (!unpinned)
        co_return fail(unpinned.error());
    co_return Result<>();
}

Result<Message> PinsService::change(WriteTransaction &transaction, const security::Principal &caller, MessageId id,
                                    bool isPinned)
{
    Connection &connection = transaction.connection();
    auto sighting = memberMessage(connection, id, caller);
    if (!sighting)
        return fail(std::move(sighting.error()));
    Message message = std::move(sighting->message);
    if (message.isPinned == isPinned)
        return message;
    if (isPinned) {
        if (auto checked = checkRoom(connection, message.channelId); !checked)
            return fail(std::move(checked.error()));
    }
    auto written = isPinned ? store::pins::set(connection, id, caller.userId, Timestamp::now())
                            : store::pins::clear(connection, id);
    if (!written)
        return fail(std::move(written.error()));
    const auto seq = stampMessage(connection, message);
    if (!seq)
        return fail(seq.error());
    message.isPinned = isPinned;
    message.seq = *seq;
    publishAfterCommit(transaction, m_publisher,
                       {.event = protocol::PinChanged{.messageId = id,
                                                      .channelId = message.channelId,
                                                      .userId = caller.userId,
                                                      .added = isPinned,
                                                      .seq = *seq},
                        .audience = realtime::ChannelAudience{.channelId = message.channelId}});
    return message;
}

} // namespace plexi::services
