// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/support/fake_world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::test {

using namespace protocol;

UserId FakeWorld::addUser(const QString &username, const QString &displayName)
{
    const UserId id(++m_lastId);
    User user;
    user.id = id;
    user.username = username;
    user.displayName = displayName;
    user.roles = {u"user"_s};
    user.createdAt = {m_clock};
    m_users.insert(id, user);
    return id;
}

std::optional<UserId> FakeWorld::userNamed(const QString &username) const
{
    for (const User &user : m_users) {
        if (user.username == username)
            return user.id;
    }
    return std::nullopt;
}

ChannelId FakeWorld::addChannel(const QString &name, ChannelType type, const QSet<UserId> &members, UserId owner)
{
    const ChannelId id(++m_lastId);
    Room room;
    room.channel.id = id;
    room.channel.type = type;
    room.channel.name = type == ChannelType::Direct ? QString() : name;
    if (type == ChannelType::Public)
        room.channel.slug = name;
    if (!owner.isNull())
        room.channel.createdBy = owner;
    room.channel.createdAt = {m_clock};
    room.members = members;
    m_rooms.insert(id, room);
    for (const UserId member : members)
        publish(id, member, ChannelCreated{view(id, member)});
    return id;
}

bool FakeWorld::maySee(UserId user, ChannelId id) const
{
    const auto found = m_rooms.constFind(id);
    return found != m_rooms.constEnd() && (found->channel.type == ChannelType::Public || found->members.contains(user));
}

void FakeWorld::join(UserId user, ChannelId id)
{
    m_rooms[id].members.insert(user);
    publish(id, {}, MemberJoined{id, user});
    publish(id, user, MemberJoined{id, user});
}

void FakeWorld::leave(UserId user, ChannelId id)
{
    m_rooms[id].members.remove(user);
    publish(id, {}, MemberLeft{id, user});
    publish(id, user, MemberLeft{id, user});
}

Channel FakeWorld::view(ChannelId id, UserId viewer) const
{
    const Room &room = *m_rooms.constFind(id);
    Channel channel = room.channel;
    channel.memberCount = room.members.size();
    if (channel.type == ChannelType::Direct)
        channel.memberIds = room.members.values();
    Channel::Viewer own;
    own.isMember = room.members.contains(viewer);
    if (room.read.contains(viewer))
        own.lastReadMessageId = room.read.value(viewer);
    const MessageId read = room.read.value(viewer);
    for (const Message &message : room.messages) {
        if (own.isMember && message.userId != viewer && !message.isDeleted && !message.threadId && message.id > read) {
            ++own.unreadCount;
            own.mentionCount += message.mentions.contains(viewer) ? 1 : 0;
        }
    }
    channel.viewer = own;
    return channel;
}

void FakeWorld::markRead(UserId user, ChannelId id, MessageId message)
{
    MessageId &read = m_rooms[id].read[user];
    read = std::max(read, message);
    publish(id, user, ReadMarkerMoved{id, read});
}

Message FakeWorld::post(UserId user, ChannelId channel, const QString &content, const QString &clientMessageId,
                        std::optional<MessageId> thread, std::optional<MessageId> replyTo)
{
    Room &room = m_rooms[channel];
    for (const Message &known : std::as_const(room.messages)) {
        if (!clientMessageId.isEmpty() && known.userId == user && known.clientMessageId == clientMessageId)
            return known;
    }
    Message message;
    message.id = MessageId(++m_lastId);
    message.channelId = channel;
    message.userId = user;
    message.content = content;
    message.contentType = ContentType::Markdown;
    message.createdAt = {m_clock += 1000};
    message.threadId = thread;
    message.replyTo = replyTo;
    message.seq = nextSeq(channel);
    if (!clientMessageId.isEmpty())
        message.clientMessageId = clientMessageId;
    for (const User &mentioned : std::as_const(m_users)) {
        if (content.contains(u'@' + mentioned.username))
            message.mentions.append(mentioned.id);
    }
    room.messages.insert(message.id, message);
    publish(channel, {}, MessageCreated{message});
    if (thread) {
        Message &root = room.messages[*thread];
        ++root.replyCount;
        root.seq = nextSeq(channel);
        publish(channel, {}, MessageUpdated{root});
    }
    return message;
}

Message FakeWorld::edit(ChannelId channel, MessageId id, const QString &content)
{
    Message &message = m_rooms[channel].messages[id];
    message.content = content;
    message.isEdited = true;
    message.updatedAt = Timestamp{m_clock += 1000};
    message.seq = nextSeq(channel);
    publish(channel, {}, MessageUpdated{message});
    return message;
}

Message FakeWorld::remove(ChannelId channel, MessageId id)
{
    Message &message = m_rooms[channel].messages[id];
    message.content.clear();
    message.mentions.clear();
    message.reactions.clear();
    message.isDeleted = true;
    message.seq = nextSeq(channel);
    publish(channel, {}, MessageDeleted{message});
    return message;
}

void FakeWorld::react(ChannelId channel, MessageId id, UserId user, const QString &emoji)
{
    Message &message = m_rooms[channel].messages[id];
    auto reaction = std::ranges::find(message.reactions, emoji, &Reaction::emoji);
    const bool added = reaction == message.reactions.end() || !reaction->userIds.contains(user);
    if (reaction == message.reactions.end()) {
        message.reactions.append({.emoji = emoji, .userIds = {user}});
    } else if (added) {
        reaction->userIds.append(user);
    } else {
        reaction->userIds.removeAll(user);
        if (reaction->userIds.isEmpty())
            message.reactions.erase(reaction);
    }
    message.seq = nextSeq(channel);
    publish(channel, {}, ReactionChanged{id, channel, user, emoji, added, message.seq});
}

void FakeWorld::pin(ChannelId channel, MessageId id, UserId user, bool on)
{
    Message &message = m_rooms[channel].messages[id];
    if (message.isPinned == on)
        return;
    message.isPinned = on;
    message.seq = nextSeq(channel);
    publish(channel, {}, PinChanged{id, channel, user, on, message.seq});
}

MessagePage FakeWorld::thread(ChannelId channel, MessageId root) const
{
    MessagePage page;
    for (const Message &message : m_rooms.constFind(channel)->messages) {
        if (message.threadId == root)
            page.messages.prepend(message);
    }
    return page;
}

MessagePage FakeWorld::pins(ChannelId channel) const
{
    MessagePage page;
    for (const Message &message : m_rooms.constFind(channel)->messages) {
        if (message.isPinned)
            page.messages.prepend(message);
    }
    return page;
}

SyncPage FakeWorld::sync(UserId user, const SyncRequest &request) const
{
    SyncPage answer;
    for (const auto &[name, seq] : request.seqs.asKeyValueRange()) {
        const auto id = ChannelId::fromString(name);
        if (!id || !maySee(user, *id)) {
            answer.gone.append(name);
            continue;
        }
        const Channel channel = view(*id, user);
        if (channel.seq == seq)
            continue;
        if (channel.seq < seq) {
            answer.channels.append({.channel = channel, .messages = {}, .seq = channel.seq, .isNew = true});
            continue;
        }
        const MessagePage page = changes(*id, seq, static_cast<int>(request.limit));
        answer.channels.append({.channel = channel,
                                .messages = page.messages,
                                .seq = page.hasMore ? *page.nextSeq : channel.seq,
                                .isNew = false,
                                .hasMore = page.hasMore});
        answer.hasMore = answer.hasMore || page.hasMore;
    }
    return answer;
}

QList<Message> FakeWorld::timeline(ChannelId channel) const
{
    QList<Message> list;
    for (const Message &message : m_rooms.constFind(channel)->messages) {
        if (!message.threadId)
            list.append(message);
    }
    return list;
}

MessagePage FakeWorld::page(ChannelId channel, std::optional<MessageId> before, std::optional<MessageId> after,
                            int limit) const
{
    QList<Message> all = timeline(channel);
    MessagePage page;
    if (after) {
        all.removeIf([&](const Message &message) { return message.id <= *after; });
        page.hasNewer = all.size() > limit;
        all = all.first(std::min<qsizetype>(limit, all.size()));
        page.hasMore = true;
    } else {
        if (before)
            all.removeIf([&](const Message &message) { return message.id >= *before; });
        page.hasMore = all.size() > limit;
        all = all.last(std::min<qsizetype>(limit, all.size()));
    }
    std::ranges::reverse(all);
    page.messages = all;
    if (!all.isEmpty() && page.hasMore)
        page.nextCursor = all.last().id;
    return page;
}

MessagePage FakeWorld::changes(ChannelId channel, qint64 afterSeq, int limit) const
{
    const Room &room = *m_rooms.constFind(channel);
    QList<Message> changed;
    for (const Message &message : room.messages) {
        if (message.seq > afterSeq)
            changed.append(message);
    }
    std::ranges::sort(changed, {}, &Message::seq);
    MessagePage page;
    page.hasMore = changed.size() > limit;
    page.messages = changed.first(std::min<qsizetype>(limit, changed.size()));
    page.currentSeq = room.channel.seq;
    if (!page.messages.isEmpty())
        page.nextSeq = page.messages.last().seq;
    return page;
}

} // namespace plexi::test
