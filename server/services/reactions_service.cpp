// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/reactions_service.h"

#include "server/services/channel_access.h"
#include "server/services/emoji_names.h"
#include "server/services/message_access.h"
#include "server/store/custom_emoji_store.h"
#include "server/store/reactions_store.h"
#include "shared/core/emoji.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::Message;
using protocol::Reaction;
using protocol::ReactionChanged;
using store::Connection;
using store::WriteTransaction;

namespace {

Result<> checkEmoji(const QString &emoji)
{
    if (!isEmoji(emoji) && !isEmojiName(emoji))
        return fail(Error::validation(u"emoji"_s, u"Must be one emoji, or a name such as :tada:"_s));
    return {};
}

/** A name must be one of Unicode's emoji or of the workspace's own; what was used before may still be taken back. */
Result<> checkExists(Connection &connection, const QString &emoji)
{
    if (!isEmojiName(emoji))
        return {};
    const QString name = emoji.sliced(1, emoji.size() - 2);
    if (isStandardEmojiName(name))
        return {};
    const auto own = store::custom_emoji::find(connection, name);
    if (!own)
        return fail(own.error());
    if (!*own)
        return fail(Error::validation(u"emoji"_s, u"There is no emoji of this name"_s));
    return {};
}

Result<> checkRoom(const Message &message, const QString &emoji)
{
    const auto &reactions = message.reactions;
    if (reactions.size() < ReactionsService::kMaxEmoji || std::ranges::contains(reactions, emoji, &Reaction::emoji))
        return {};
    return fail(Error{.code = ErrorCode::Conflict,
                      .message = u"The message has as many different emoji as fit"_s,
                      .details = {{"field"_L1, "emoji"_L1}, {"limit"_L1, qint64(ReactionsService::kMaxEmoji)}}});
}

} // namespace

ReactionsService::ReactionsService(store::Database &database, realtime::EventPublisher &publisher)
    : m_database(database), m_publisher(publisher)
{
}

void ReactionsService::publish(WriteTransaction &transaction, ReactionChanged change)
{
    const realtime::ChannelAudience audience{.channelId = change.channelId};
    publishAfterCommit(transaction, m_publisher, {.event = std::move(change), .audience = audience});
}

QCoro::Task<Result<Message>> ReactionsService::add(security::Principal caller, MessageId message, QString emoji)
{
    if (auto checked = checkEmoji(emoji); !checked)
        co_return fail(std::move(checked.error()));
    auto job = [this, caller, message, emoji](WriteTransaction &transaction) {
        return insert(transaction, caller, message, emoji);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<Message> ReactionsService::insert(WriteTransaction &transaction, const security::Principal &caller, MessageId id,
                                         const QString &emoji)
{
    Connection &connection = transaction.connection();
    auto sighting = memberMessage(connection, id, caller);
    if (!sighting)
        return fail(std::move(sighting.error()));
    const Message &message = sighting->message;
    const auto isThere = store::reactions::has(connection, id, emoji, caller.userId);
    if (!isThere)
        return fail(isThere.error());
    if (*isThere)
        return message;
    if (auto checked = checkExists(connection, emoji); !checked)
        return fail(std::move(checked.error()));
    if (auto checked = checkRoom(message, emoji); !checked)
        return fail(std::move(checked.error()));

    if (const auto added = store::reactions::add(connection, id, emoji, caller.userId); !added)
        return fail(added.error());
    const auto seq = stampMessage(connection, message);
    if (!seq)
        return fail(seq.error());
    publish(transaction,
            {.messageId = id, .channelId = message.channelId, .userId = caller.userId, .emoji = emoji, .seq = *seq});
    auto changed = readableMessage(connection, id, caller);
    if (!changed)
        return fail(std::move(changed.error()));
    return std::move(changed->message);
}

QCoro::Task<Result<>> ReactionsService::remove(security::Principal caller, MessageId message, QString emoji)
{
    if (auto checked = checkEmoji(emoji); !checked)
        co_return checked;
    auto job = [this, caller, message, emoji](WriteTransaction &transaction) {
        return erase(transaction, caller, message, emoji);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<> ReactionsService::erase(WriteTransaction &transaction, const security::Principal &caller, MessageId id,
                                 const QString &emoji)
{
    Connection &connection = transaction.connection();
    const auto sighting = memberMessage(connection, id, caller);
    if (!sighting)
        return fail(sighting.error());
    const auto removed = store::reactions::remove(connection, id, emoji, caller.userId);
    if (!removed)
        return fail(removed.error());
    if (!*removed)
        return {};
    const Message &message = sighting->message;
    const auto seq = stampMessage(connection, message);
    if (!seq)
        return fail(seq.error());
    publish(transaction,
            {.messageId = id,
             .channelId = message.channelId,
             .userId = caller.userId,
             .emoji = emoji,
             .added = false,
             .seq = *seq});
    return {};
}

} // namespace plexi::services
