// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"
#include "server/config/data_directory.h"
#include "server/files/file_storage.h"
#include "server/files/inspector.h"
#include "server/http/request_log.h"
#include "server/outgoing/outgoing_client.h"
#include "server/realtime/hub.h"
#include "server/security/key_ring.h"
#include "server/security/password_hasher.h"
#include "server/security/rate_limiter.h"
#include "server/security/secret_box.h"
#include "server/security/sms_command.h"
#include "server/security/token_signer.h"
#include "server/services/accounts_service.h"
#include "server/services/api_keys_service.h"
#include "server/services/audit_service.h"
#include "server/services/auth_service.h"
#include "server/services/avatars_service.h"
#include "server/services/bookmarks_service.h"
#include "server/services/bots_service.h"
#include "server/services/built_in_commands.h"
#include "server/services/channels_service.h"
#include "server/services/commands_service.h"
#include "server/services/custom_emoji_service.h"
#include "server/services/exports_service.h"
#include "server/services/favorites_service.h"
#include "server/services/file_collector.h"
#include "server/services/file_examiner.h"
#include "server/services/file_links.h"
#include "server/services/file_scanner.h"
#include "server/services/file_text_indexer.h"
#include "server/services/files_service.h"
#include "server/services/identities_service.h"
#include "server/services/incoming_webhooks_service.h"
#include "server/services/invites_service.h"
#include "server/services/link_previews_service.h"
#include "server/services/members_service.h"
#include "server/services/messages_service.h"
#include "server/services/passkeys_service.h"
#include "server/services/passwords_service.h"
#include "server/services/pins_service.h"
#include "server/services/reactions_service.h"
#include "server/services/read_markers_service.h"
#include "server/services/registration_service.h"
#include "server/services/retention_service.h"
#include "server/services/scheduled_messages_service.h"
#include "server/services/scheduler.h"
#include "server/services/search_indexer.h"
#include "server/services/search_service.h"
#include "server/services/second_factor_codes.h"
#include "server/services/second_factors_service.h"
#include "server/services/sessions_service.h"
#include "server/services/sms_codes.h"
#include "server/services/sms_factor_service.h"
#include "server/services/sync_service.h"
#include "server/services/threads_service.h"
#include "server/services/uploads_service.h"
#include "server/services/users_service.h"
#include "server/services/webhook_outbox.h"
#include "server/services/webhook_sender.h"
#include "server/services/webhooks_service.h"
#include "server/store/database.h"
#include "server/workers/worker_pool.h"

#include <memory>
#include <optional>

namespace plexi::composition {

/** What the parts are made from. */
struct Foundation {
    config::Config config;
    /** False for load tests: no request limits and no cap on the connections from one address. */
    bool limitsRates = true;
    /** The folder of the helper programs; empty: that of the running program. */
    QString programs;
    config::World world = config::World::Normal;
    std::unique_ptr<config::DataDirectory> directory;
    std::unique_ptr<store::Database> database;
    security::KeyRing keys;
};

/**
 * All that the server does, without what speaks to the network. Members stand on those above them, and are destroyed
 * before them. Made, started and stopped on one thread.
 */
struct Services {
    explicit Services(Foundation foundation);
    Q_DISABLE_COPY_MOVE(Services)

    /** What a first start makes: `general`, and who is there; the first admin's password where it was made just now. */
    Result<std::optional<QString>> prepare();
    /** Begins what runs by itself, once requests are served. */
    void start();
    /** Ends that, and waits for what is written. Nobody asks for anything any more. */
    void stop();

    const config::Config config;
    const config::World world;
    const bool limitsRates;
    const std::unique_ptr<config::DataDirectory> directory;
    const std::unique_ptr<store::Database> database;

    services::AuditService audit;
    services::FileLinks links;
    security::SmsCommand smsCommand;
    services::SmsCodes smsCodes;
    services::SecondFactorCodes codes;
    security::Challenges challenges;
    security::SecretBox secrets;
    security::TokenSigner signer;
    security::PasswordHasher hasher;
    workers::WorkerPool readers;
    security::RateLimiter limiter;
    http::LineRequestLog requestLog;
    outgoing::OutgoingClient outgoing;
    realtime::Hub hub;
    services::Scheduler scheduler;
    services::WebhookOutbox outbox;

    files::FileStorage storage;
    files::Inspector inspector;
    services::FileExaminer examiner;
    services::FileTextIndexer fileTexts;
    services::FileScanner scanner;
    services::FileCollector collector;
    services::ChannelsService channels;
    services::MembersService members;
    services::LinkPreviewsService linkPreviews;
    services::MessagesService messages;
    services::ReadMarkersService readMarkers;
    services::ReactionsService reactions;
    services::PinsService pins;
    services::BookmarksService bookmarks;
    services::FavoritesService favorites;
    services::SyncService sync;
    services::ThreadsService threads;
    services::SearchService search;
    services::SearchIndexer searchIndexer;
    services::ScheduledMessagesService scheduledMessages;
    services::ExportsService exports;
    services::CommandsService commands;
    services::BuiltInCommands builtInCommands;
    services::UsersService users;
    services::AuthService auth;
    services::ApiKeysService apiKeys;
    services::SecondFactorsService secondFactors;
    services::SmsFactorService smsFactor;
    services::PasskeysService passkeys;
    services::IdentitiesService identities;
    services::SessionsService sessions;
    services::PasswordsService passwords;
    services::AccountsService accounts;
    services::InvitesService invites;
    services::RegistrationService registration;
    services::BotsService bots;
    services::IncomingWebhooksService incomingWebhooks;
    services::RetentionService retention;
    services::WebhooksService webhooks;
    services::WebhookSender webhookSender;
    services::FilesService filesService;
    services::UploadsService uploads;
    services::AvatarsService avatars;
    services::CustomEmojiService emoji;

private:
    void connectParts();
    void connectFiles();
};

} // namespace plexi::composition
