// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/bookmarks_service.h"
#include "server/services/channels_service.h"
#include "server/services/favorites_service.h"
#include "server/services/members_service.h"
#include "server/services/messages_service.h"
#include "server/services/pins_service.h"
#include "server/services/reactions_service.h"
#include "server/services/read_markers_service.h"
#include "server/services/search_service.h"
#include "server/services/sync_service.h"
#include "server/services/threads_service.h"
#include "server/store/database.h"
#include "server/store/message_index_store.h"
#include "tests/support/known_presence.h"
#include "tests/support/recording_publisher.h"

#include <QCoro/QCoroTask>
#include <QTemporaryDir>

#include <memory>

namespace plexi::test {

/** The services of conversations on a database of their own, without a network. One thread's, with an event loop. */
class ConversationWorld
{
public:
    ConversationWorld();
    Q_DISABLE_COPY_MOVE(ConversationWorld)

    store::Database &database() { return *m_database; }
    QString databasePath() const { return m_directory.filePath(QStringLiteral("plexichat.db")); }

    /** Makes an account of that name, which joins nothing. */
    security::Principal person(const QString &username, const QStringList &roles = {QStringLiteral("user")});

    /** Runs a coroutine to its end; fails the program where it failed. */
    template <typename T>
    T await(QCoro::Task<Result<T>> task)
    {
        Result<T> result = QCoro::waitFor(std::move(task));
        if (!result)
            qFatal("%ls", qUtf16Printable(result.error().message));
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }

    template <typename T>
    Result<T> run(QCoro::Task<Result<T>> task)
    {
        return QCoro::waitFor(std::move(task));
    }

    /** The error that a coroutine ends with; nothing where it went well. */
    template <typename T>
    std::optional<ErrorCode> refusal(QCoro::Task<Result<T>> task)
    {
        const Result<T> result = QCoro::waitFor(std::move(task));
        return result ? std::nullopt : std::optional(result.error().code);
    }

    protocol::Channel makeChannel(const security::Principal &owner, const QString &name,
                                  protocol::ChannelType type = protocol::ChannelType::Public);
    protocol::Message post(const security::Principal &author, ChannelId channel, const QString &content,
                           std::optional<MessageId> thread = {});
    protocol::Channel::Viewer viewer(const security::Principal &person, ChannelId channel);
    /** Has the full-text index take up everything that was posted. */
    void indexMessages();
    /** What `doctor` would say. */
    QStringList findings();

    static protocol::NewMessage draft(ChannelId channel, const QString &content);

private:
    QTemporaryDir m_directory;
    std::unique_ptr<store::Database> m_database;
    workers::WorkerPool m_readers{{.name = QStringLiteral("readers"), .busyMessage = {}}};
    store::message_index::KnownTerms m_knownTerms;

public:
    RecordingPublisher publisher;
    KnownPresence presence;
    std::unique_ptr<services::ChannelsService> channels;
    std::unique_ptr<services::MembersService> members;
    std::unique_ptr<services::MessagesService> messages;
    std::unique_ptr<services::ReadMarkersService> readMarkers;
    std::unique_ptr<services::ReactionsService> reactions;
    std::unique_ptr<services::PinsService> pins;
    std::unique_ptr<services::BookmarksService> bookmarks;
    std::unique_ptr<services::FavoritesService> favorites;
    std::unique_ptr<services::SyncService> sync;
    std::unique_ptr<services::ThreadsService> threads;
    std::unique_ptr<services::SearchService> search;
};

} // namespace plexi::test
