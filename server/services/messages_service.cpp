// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/messages_service.h"

#include "server/security/permissions.h"
#include "server/services/channel_access.h"
#include "server/services/link_previews_service.h"
#include "server/services/links.h"
#include "server/services/mentions.h"
#include "server/services/message_access.h"
#include "server/services/search_indexer.h"
#include "server/services/thread_followers.h"
#include "server/store/bookmarks_store.h"
#include "server/store/files_store.h"
#include "server/store/members_store.h"
#include "server/store/message_versions_store.h"
#include "server/store/pins_store.h"
#include "server/store/reactions_store.h"
#include "server/store/read_markers_store.h"
#include "server/store/threads_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace messages = store::messages;

using protocol::ChannelRole;
using protocol::ChannelType;
using protocol::Message;
using protocol::MessageChange;
using protocol::NewMessage;
using store::Connection;
using store::WriteTransaction;

namespace {

// Versions kept of one message; who edits more often than that loses the oldest.
constexpr qint64 kMaxVersions = 100;

Error messageNotFound()
{
    return Error::notFound(u"Message");
}

/** What a failed check of membership answers: who may not see the channel learns nothing of it. */
Error refusal(ChannelType type)
{
    return type == ChannelType::Public ? notAMember() : Error::notFound(u"Channel");
}

/** The files that a message is to carry: the author's own and unsent, or of the channel (contract, section 9). */
Result<QList<protocol::File>> filesFor(Connection &connection, const Message &message, const QList<FileId> &named)
{
    QList<protocol::File> files;
    for (const FileId id : named) {
        auto sighting = store::files::find(connection, id, message.userId);
        if (!sighting)
            return fail(std::move(sighting.error()));
        if (!*sighting || (*sighting)->file.channelId.value_or(message.channelId) != message.channelId)
            return fail(Error::notFound(u"File"));
        files.append(std::move((*sighting)->file));
    }
    return files;
}

/** Sends them: those that were nobody else's yet are the channel's from now on. */
Result<> attachFiles(Connection &connection, Message &message)
{
    for (protocol::File &file : message.attachments) {
        if (file.channelId)
            continue;
        file.channelId = message.channelId;
        if (auto sent = store::files::setChannel(connection, file.id, message.channelId); !sent)
            return sent;
    }
    return store::files::attach(connection, message.id, message.attachments);
}

/** Without id, seq and mentions, which are known once the writer has its turn. */
Message messageOf(const NewMessage &draft, UserId author, ChannelId channel)
{
    Message message;
    message.channelId = channel;
    message.userId = author;
    message.content = draft.content;
    message.contentType = draft.contentType;
    message.createdAt = Timestamp::now();
    message.threadId = draft.threadId;
    message.replyTo = draft.replyTo;
    message.clientMessageId = draft.clientMessageId;
    return message;
}

Message tombstoneOf(Message message, qint64 seq)
{
    message.content = u""_s;
    message.attachments.clear();
    message.mentions.clear();
    message.mentionsChannel = false;
    message.reactions.clear();
    message.isPinned = false;
    message.linkPreviews.clear();
    message.isDeleted = true;
    message.updatedAt = Timestamp::now();
    message.seq = seq;
    return message;
}

/** What others did to a message goes with it, and what it said before. */
Result<> clearMarks(Connection &connection, const Message &message)
{
    if (auto cleared = store::bookmarks::clear(connection, message.id); !cleared)
        return cleared;
    if (auto cleared = store::message_versions::clear(connection, message.id); !cleared)
        return cleared;
    if (auto cleared = store::threads::clear(connection, message.id); !cleared)
        return cleared;
    if (!message.attachments.isEmpty()) {
        if (auto released = store::files::release(connection, message.id, message.userId); !released)
            return released;
    }
    if (!message.reactions.isEmpty()) {
        if (auto cleared = store::reactions::clear(connection, message.id); !cleared)
            return cleared;
    }
    if (!message.linkPreviews.isEmpty()) {
        if (auto cleared = messages::setLinkPreviews(connection, message.id, {}); !cleared)
            return cleared;
    }
    return message.isPinned ? store::pins::clear(connection, message.id) : Result<>();
}

/** What pages say stays with an edit that links to the same ones. */
Result<> checkLinkPreviews(Connection &connection, Message &message, const QString &contentBefore)
{
    constexpr qsizetype kMaxLinks = protocol::LinkPreview::kMaxCount;
    if (message.linkPreviews.isEmpty() || linksIn(message.content, kMaxLinks) == linksIn(contentBefore, kMaxLinks))
        return {};
    message.linkPreviews.clear();
    return messages::setLinkPreviews(connection, message.id, {});
}

} // namespace

MessagesService::MessagesService(store::Database &database, realtime::EventPublisher &publisher)
    : m_database(database), m_publisher(publisher)
{
}

template <typename EventType>
void MessagesService::publish(WriteTransaction &transaction, const Message &message)
{
    publishAfterCommit(
        transaction, m_publisher,
        {.event = EventType{message}, .audience = realtime::ChannelAudience{.channelId = message.channelId}});
}

void MessagesService::considerLinks(WriteTransaction &transaction, const Message &message)
{
    if (m_linkPreviews)
        transaction.afterCommit([previews = m_linkPreviews, message] { previews->consider(message); });
}

IsHere MessagesService::isHere() const
{
    return [presence = m_presence](UserId user) {
        if (!presence)
            return false;
        const auto status = presence->status(user);
        return status == protocol::PresenceStatus::Online || status == protocol::PresenceStatus::Dnd;
    };
}

Result<Message> MessagesService::get(security::Principal caller, MessageId message)
{
    auto found = messages::find(m_database.reader(), message, caller.userId);
    if (!found)
        return fail(std::move(found.error()));
    if (!*found)
        return fail(messageNotFound());
    return std::move((*found)->message);
}

QCoro::Task<Result<MessagesService::Sent>> MessagesService::send(security::Principal caller, NewMessage draft)
{
    const auto channel = store::channels::resolve(m_database.reader(), draft.channel);
    if (!channel)
        co_return fail(channel.error());
    if (!*channel)
        co_return fail(Error::notFound(u"Channel"));
    auto job = [this, author = caller.userId, id = **channel, draft = std::move(draft)](WriteTransaction &transaction) {
        return post(transaction, author, id, draft);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<MessagesService::Sent> MessagesService::post(WriteTransaction &transaction, UserId author, ChannelId channel,
                                                    const NewMessage &draft)
{
    Connection &connection = transaction.connection();
    if (draft.clientMessageId) {
        auto first = messages::findByClientId(connection, author, *draft.clientMessageId);
        if (!first)
            return fail(std::move(first.error()));
        if (*first) {
            // Who has left a private channel has nothing there any more, not even what they wrote.
            const auto seen = messages::find(connection, (*first)->id, author);
            if (!seen)
                return fail(seen.error());
            if (!*seen)
                return fail(Error::notFound(u"Channel"));
            return Sent{.message = std::move(**first), .isNew = false};
        }
    }

    Message message = messageOf(draft, author, channel);
    // Given out here on the writer's thread, so that ids grow in the order of the commits.
    message.id = m_database.ids().next<MessageId>();

    // A reply takes two numbers: its own, and the next for its root.
    const bool isReply = draft.threadId.has_value();
    const auto step = isReply ? messages::takeSeq(connection, channel, 2, 0)
                              : messages::countMessage(connection, channel, message.id);
    if (!step)
        return fail(step.error());
    if (!*step)
        return fail(Error::notFound(u"Channel"));
    message.seq = isReply ? (*step)->seq - 1 : (*step)->seq;
    const qint64 ordinal = isReply ? 0 : (*step)->ordinal;

    // Only members have counts: so counting is the check of membership as well.
    const auto isMember = isReply ? store::members::isMember(connection, channel, author)
                                  : store::read_markers::countOwn(connection, channel, author);
    if (!isMember)
        return fail(isMember.error());
    if (!*isMember)
        return fail(refusal((*step)->channelType));
    if ((*step)->isArchived)
        return fail(channelIsArchived());
    if (auto checked = checkReferences(connection, channel, draft.replyTo, draft.threadId); !checked)
        return fail(std::move(checked.error()));
    if (auto files = filesFor(connection, message, draft.attachments); files)
        message.attachments = std::move(*files);
    else
        return fail(std::move(files.error()));

    const bool mayMention = !draft.mentions.isEmpty() || message.content.contains(u'@');
    if (mayMention) {
        auto resolved = resolveMentions(connection, message, draft.mentions, (*step)->memberCount, isHere());
        if (!resolved)
            return fail(std::move(resolved.error()));
    }
    if (auto inserted = messages::insert(connection, message, ordinal); !inserted)
        return fail(std::move(inserted.error()));
    if (!message.attachments.isEmpty()) {
        if (auto attached = attachFiles(connection, message); !attached)
            return fail(std::move(attached.error()));
    }
    if (!message.mentions.isEmpty()) {
        if (auto kept = messages::replaceMentions(connection, message); !kept)
            return fail(std::move(kept.error()));
    }
    if (m_searchIndexer)
        m_searchIndexer->messageAdded(transaction);
    publish<protocol::MessageCreated>(transaction, message);
    considerLinks(transaction, message);
    if (isReply) {
        if (auto counted = updateRoot(transaction, message, (*step)->seq, 1); !counted)
            return fail(std::move(counted.error()));
    }
    return Sent{.message = std::move(message), .isNew = true};
}

Result<Message> MessagesService::announce(WriteTransaction &transaction, UserId author, ChannelId channel,
                                          const QString &text)
{
    Connection &connection = transaction.connection();
    NewMessage draft;
    draft.content = text;
    draft.contentType = protocol::ContentType::Markdown;
    Message message = messageOf(draft, author, channel);
    message.id = m_database.ids().next<MessageId>();
    const auto step = messages::countMessage(connection, channel, message.id);
    if (!step)
        return fail(step.error());
    if (!*step)
        return fail(Error::notFound(u"Channel"));
    message.seq = (*step)->seq;
    // Does nothing for who is no member.
    if (const auto counted = store::read_markers::countOwn(connection, channel, author); !counted)
        return fail(counted.error());
    if (auto inserted = messages::insert(connection, message, (*step)->ordinal); !inserted)
        return fail(std::move(inserted.error()));
    publish<protocol::MessageCreated>(transaction, message);
    return message;
}

Result<> MessagesService::updateRoot(WriteTransaction &transaction, const Message &reply, qint64 seq, int difference)
{
    const auto root = messages::countReply(transaction.connection(), reply.channelId, *reply.threadId, seq, difference);
    if (!root)
        return fail(root.error());
    publish<protocol::MessageUpdated>(transaction, *root);
    return difference > 0 ? followReply(transaction.connection(), *root, reply)
                          : forgetReply(transaction.connection(), reply);
}

QCoro::Task<Result<Message>> MessagesService::edit(security::Principal caller, MessageId message, MessageChange change)
{
    auto job = [this, author = caller.userId, message, change = std::move(change)](WriteTransaction &transaction) {
        return applyEdit(transaction, author, message, change);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<Message> MessagesService::applyEdit(WriteTransaction &transaction, UserId author, MessageId id,
                                           const MessageChange &change)
{
    Connection &connection = transaction.connection();
    auto sighting = messages::find(connection, id, author);
    if (!sighting)
        return fail(std::move(sighting.error()));
    if (!*sighting || (*sighting)->message.isDeleted)
        return fail(messageNotFound());
    Message message = std::move((*sighting)->message);
    if (message.userId != author)
        return fail(Error::forbidden(u"Only its author may edit a message"_s));
    if (!(*sighting)->viewerRole)
        return fail(notAMember());

    const auto step = messages::takeSeq(connection, message.channelId, 1, 0);
    if (!step)
        return fail(step.error());
    if (!*step)
        return fail(messageNotFound());
    if ((*step)->isArchived)
        return fail(channelIsArchived());
    if (auto kept = store::message_versions::add(connection, message, kMaxVersions); !kept)
        return fail(std::move(kept.error()));
    auto named = change.mentions ? *change.mentions : namedOutsideContent(connection, message);
    if (!named)
        return fail(std::move(named.error()));
    const QString contentBefore = std::exchange(message.content, change.content);
    message.contentType = change.contentType.value_or(message.contentType);
    message.isEdited = true;
    message.updatedAt = Timestamp::now();
    message.seq = (*step)->seq;
    if (auto resolved = resolveMentions(connection, message, *named, (*step)->memberCount, isHere()); !resolved)
        return fail(std::move(resolved.error()));
    if (auto updated = messages::update(connection, message); !updated)
        return fail(std::move(updated.error()));
    if (auto kept = messages::replaceMentions(connection, message); !kept)
        return fail(std::move(kept.error()));
    if (auto checked = checkLinkPreviews(connection, message, contentBefore); !checked)
        return fail(std::move(checked.error()));
    publish<protocol::MessageUpdated>(transaction, message);
    if (message.threadId) {
        if (auto followed = followEdit(connection, message); !followed)
            return fail(std::move(followed.error()));
    }
    considerLinks(transaction, message);
    return message;
}

QCoro::Task<Result<>> MessagesService::remove(security::Principal caller, MessageId message)
{
    auto job = [this, caller, message](WriteTransaction &transaction) {
        return bury(transaction, caller, message);
    };
    co_return co_await m_database.write(std::move(job));
}

Result<> MessagesService::bury(WriteTransaction &transaction, const security::Principal &caller, MessageId id)
{
    Connection &connection = transaction.connection();
    const auto sighting = messages::find(connection, id, caller.userId);
    if (!sighting)
        return fail(sighting.error());
    if (!*sighting)
        return fail(messageNotFound());
    const Message &message = (*sighting)->message;
    const bool mayDelete = message.userId == caller.userId || (*sighting)->viewerRole == ChannelRole::Owner
        || caller.can(security::permission::kMessagesModerate);
    if (!mayDelete)
        return fail(Error::forbidden(u"Only its author, the channel's owner or a moderator may delete a message"_s));
    if (message.isDeleted)
        return {};

    const bool isReply = message.threadId.has_value();
    const auto step = messages::takeSeq(connection, message.channelId, isReply ? 2 : 1, isReply ? 0 : -1);
    if (!step)
        return fail(step.error());
    if (!*step)
        return fail(messageNotFound());
    const Message tombstone = tombstoneOf(message, isReply ? (*step)->seq - 1 : (*step)->seq);
    if (auto updated = messages::update(connection, tombstone); !updated)
        return updated;
    if (auto kept = messages::replaceMentions(connection, tombstone); !kept)
        return kept;
    if (auto cleared = clearMarks(connection, message); !cleared)
        return cleared;
    if (!message.attachments.isEmpty() && m_filesReleased)
        transaction.afterCommit(m_filesReleased);
    publish<protocol::MessageDeleted>(transaction, tombstone);
    if (isReply)
        return updateRoot(transaction, tombstone, (*step)->seq, -1);
    return store::read_markers::forgetOwn(connection, message.channelId, message.userId, message.id);
}

} // namespace plexi::services
