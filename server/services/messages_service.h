// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/services/mentions.h"
#include "server/store/database.h"
#include "server/store/messages_store.h"
#include "shared/protocol/message.h"
#include "shared/protocol/pagination.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <optional>

namespace plexi::services {

class LinkPreviewsService;
class SearchIndexer;

/**
 * Which of a channel's messages a page shows. At most one of the four is set; none means the newest. `before` and `after`
 * are positions in time: they need not be ids of messages that are there (any more, or in this channel), so that a cursor
 * stays good for ever. `around` is a message of the channel, else NotFound; a reply stands for its thread's root.
 */
struct PageRequest {
    std::optional<MessageId> before;
    std::optional<MessageId> after;
    std::optional<MessageId> around;
    std::optional<qint64> afterSeq;
    qint64 limit = protocol::kDefaultLimit;
    /** Whether tombstones are shown; with @c afterSeq they always are. */
    bool includeDeleted = false;
};

/**
 * What people say (contract, sections 2 and 4). Thread-safe. Coroutines need an event loop on the calling thread and resume
 * there, once the change is on disk.
 *
 * Errors: NotFound for what the caller may not see and for references out of the channel, InsufficientPermissions for what
 * it may only see.
 */
class MessagesService
{
public:
    /** Neither is owned; both outlive the service. */
    MessagesService(store::Database &database, realtime::EventPublisher &publisher);

    /** Before use: who is there, for @here; without it nobody is. Not owned; outlives the service. */
    void setPresence(const realtime::PresenceDirectory *presence) { m_presence = presence; }
    /** Before use: who keeps the full-text index; without it messages are searched where they are. The same. */
    void setSearchIndexer(SearchIndexer *indexer) { m_searchIndexer = indexer; }
    /** Before use: called on the writer's thread once a deleted message's files are gone. Must not block. */
    void onFilesReleased(std::function<void()> callback) { m_filesReleased = std::move(callback); }

    /** @p channel is an id or a slug. */
    Result<protocol::MessagePage> page(security::Principal caller, QString channel, PageRequest request);
    /** The replies in the thread that the message begins or is in; `around` and `afterSeq` are not looked at. */
    Result<protocol::MessagePage> thread(security::Principal caller, MessageId message, PageRequest request);
    /** A deleted message is its tombstone. */
    Result<protocol::Message> get(security::Principal caller, MessageId message);

    /** What it said before each edit, newest first: for its author, and with the right to moderate. */
    Result<QList<protocol::MessageVersion>> history(security::Principal caller, MessageId message);

    struct Sent {
        protocol::Message message;
        /** False where the sender had used the client_message_id before: then it is the first message. */
        bool isNew = true;
    };
    QCoro::Task<Result<Sent>> send(security::Principal caller, protocol::NewMessage draft);
    /**
     * The same within another change, on the writer's thread; @p draft's own channel is not looked at. Where it fails, the
     * transaction must fail too: something may have been counted already.
     */
    Result<Sent> post(store::WriteTransaction &transaction, UserId author, ChannelId channel,
                      const protocol::NewMessage &draft);

    /**
     * Says in a channel what was done to it, in the name of who did that, who need not be in it; the channel may be
     * archived. On the writer's thread. NotFound.
     */
    Result<protocol::Message> announce(store::WriteTransaction &transaction, UserId author, ChannelId channel,
                                       const QString &text);

    /** Its author. */
    QCoro::Task<Result<protocol::Message>> edit(security::Principal caller, MessageId message,
                                                protocol::MessageChange change);
    /** Its author, the channel's owner, or with the right to moderate. Does nothing where it is deleted already. */
    QCoro::Task<Result<>> remove(security::Principal caller, MessageId message);

    /** Before use: who looks at what messages link to; without it nobody does. Not owned; outlives the service. */
    void setLinkPreviews(LinkPreviewsService *previews) { m_linkPreviews = previews; }

private:
    Result<protocol::Message> applyEdit(store::WriteTransaction &transaction, UserId author, MessageId message,
                                        const protocol::MessageChange &change);
    Result<> bury(store::WriteTransaction &transaction, const security::Principal &caller, MessageId message);
    /** Adds or takes a reply from its thread's root under @p seq and tells who listens. */
    Result<> updateRoot(store::WriteTransaction &transaction, const protocol::Message &reply, qint64 seq,
                        int difference);

    IsHere isHere() const;
    /** Once it is on disk, has looked at what a message links to. */
    void considerLinks(store::WriteTransaction &transaction, const protocol::Message &message);

    template <typename EventType>
    void publish(store::WriteTransaction &transaction, const protocol::Message &message);

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
    const realtime::PresenceDirectory *m_presence = nullptr;
    SearchIndexer *m_searchIndexer = nullptr;
    std::function<void()> m_filesReleased;
    LinkPreviewsService *m_linkPreviews = nullptr;
};

} // namespace plexi::services
