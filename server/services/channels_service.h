// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/realtime/event_publisher.h"
#include "server/security/principal.h"
#include "server/store/database.h"
#include "shared/protocol/channel.h"
#include "shared/protocol/event.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <optional>

namespace plexi::services {

/**
 * Channels: who sees them, who may make, change and delete them (contract, section 3). Channels are named by id or slug.
 * Thread-safe. Coroutines need an event loop on the calling thread and resume there.
 *
 * Errors: NotFound for a channel that the caller may not see, InsufficientPermissions for one that it may only see,
 * Conflict for a slug that was asked for and is taken.
 */
class ChannelsService
{
public:
    /** Neither is owned; both outlive the service. */
    ChannelsService(store::Database &database, realtime::EventPublisher &publisher);

    /** Before use: called once a deleted channel's files are gone. */
    void onFilesReleased(std::function<void()> callback) { m_filesReleased = std::move(callback); }

    struct Page {
        QList<protocol::Channel> channels;
        qint64 totalCount = 0;
    };
    /** Public channels and the caller's own, oldest first. @p page counts from 1. */
    Result<Page> list(security::Principal caller, qint64 page, qint64 limit);
    Result<protocol::Channel> get(security::Principal caller, QString name);

    /** Those of @p names (each once) that the caller may read, with their seq, and the others, as they were written. */
    Result<protocol::SubscribedFrame> readable(security::Principal caller, QStringList names);

    /** The caller becomes owner and first member. A slug for a channel that is not public is ignored. */
    QCoro::Task<Result<protocol::Channel>> create(security::Principal caller, protocol::NewChannel channel);
    QCoro::Task<Result<protocol::Channel>> update(security::Principal caller, QString name,
                                                  protocol::ChannelChange change);
    /** Answers when the last message is gone too; the channel itself is gone for everybody at once. */
    QCoro::Task<Result<>> remove(security::Principal caller, QString name);

    /** Makes a channel one that can only be read, or takes that back. Its owner or an admin; not `general`. */
    QCoro::Task<Result<protocol::Channel>> setArchived(security::Principal caller, QString name, bool isArchived);

    struct OpenedDirect {
        protocol::Channel channel;
        bool isNew = false;
    };
    /** The one direct channel of the caller and @p people (at most kMaxDirectPeople in all). NotFound for unknown people. */
    QCoro::Task<Result<OpenedDirect>> openDirect(security::Principal caller, QList<UserId> people);
    static constexpr qsizetype kMaxDirectPeople = 50;

    /** The slug of the channel that every account joins, and that cannot be deleted. */
    static constexpr QLatin1StringView kGeneral{"general"};
    /** Makes `general` where it is not there. For start-up: blocks. */
    Result<ChannelId> ensureGeneral();

    /** Removes what is left of a deleted channel, in steps that let other writes through. */
    QCoro::Task<Result<>> purge(ChannelId channel);
    /** purge() for all channels whose removal a stop of the server cut short. For start-up: blocks. */
    Result<> purgeDeleted();

private:
    Result<protocol::Channel> insertChannel(store::WriteTransaction &transaction, UserId creator,
                                            const protocol::NewChannel &draft);
    Result<OpenedDirect> findOrInsertDirect(store::WriteTransaction &transaction, UserId caller,
                                            const QList<UserId> &people);
    Result<protocol::Channel> applyChange(store::WriteTransaction &transaction, const security::Principal &caller,
                                          const QString &name, const protocol::ChannelChange &change);
    Result<protocol::Channel> applyArchived(store::WriteTransaction &transaction, const security::Principal &caller,
                                            const QString &name, bool isArchived);
    Result<ChannelId> hide(store::WriteTransaction &transaction, const security::Principal &caller,
                           const QString &name);

    store::Database &m_database;
    realtime::EventPublisher &m_publisher;
    std::function<void()> m_filesReleased;
};

} // namespace plexi::services
