// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"

#include "server/api/accounts_api.h"
#include "server/api/api_keys_api.h"
#include "server/api/audit_api.h"
#include "server/api/auth_api.h"
#include "server/api/avatars_api.h"
#include "server/api/bookmarks_api.h"
#include "server/api/bots_api.h"
#include "server/api/channels_api.h"
#include "server/api/commands_api.h"
#include "server/api/custom_emoji_api.h"
#include "server/api/favorites_api.h"
#include "server/api/files_api.h"
#include "server/api/frames_handler.h"
#include "server/api/identities_api.h"
#include "server/api/incoming_webhooks_api.h"
#include "server/api/invites_api.h"
#include "server/api/members_api.h"
#include "server/api/messages_api.h"
#include "server/api/passkeys_api.h"
#include "server/api/pins_api.h"
#include "server/api/reactions_api.h"
#include "server/api/registration_api.h"
#include "server/api/retention_api.h"
#include "server/api/scheduled_messages_api.h"
#include "server/api/search_api.h"
#include "server/api/second_factors_api.h"
#include "server/api/sessions_api.h"
#include "server/api/sms_factor_api.h"
#include "server/api/sync_api.h"
#include "server/api/system_api.h"
#include "server/api/threads_api.h"
#include "server/api/uploads_api.h"
#include "server/api/users_api.h"
#include "server/api/webhooks_api.h"
#include "server/docs/docs_api.h"
#include "server/files/clamd.h"
#include "server/files/file_storage.h"
#include "server/files/local_blob_store.h"
#include "server/http/http_service.h"
#include "server/http/request_log.h"
#include "server/http/router.h"
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
#include "server/services/dev_world_service.h"
#include "server/services/favorites_service.h"
#include "server/services/file_collector.h"
#include "server/services/file_examiner.h"
#include "server/services/file_links.h"
#include "server/services/file_scanner.h"
#include "server/services/files_service.h"
#include "server/services/first_accounts.h"
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

#include <QCoreApplication>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;

namespace plexi {

namespace {

using config::Config;

/** Hashing is for people who sign in; messages must not wait for it, so it never gets every core. */
int hashingThreads()
{
    constexpr int kMost = 4;
    return std::clamp(QThread::idealThreadCount() / 2, 1, kMost);
}

/** For reads that take longer than a loop may wait. */
workers::WorkerPool::Options readerOptions()
{
    return {.name = u"readers"_s, .threads = 2, .maxWaiting = 64, .busyMessage = u"Too many searches are waiting"_s};
}

net::OriginPolicy originPolicy(const Config &config)
{
    return {config.server.publicUrl.toString(), config.server.allowedOrigins};
}

security::RateLimits rateLimits(const config::Limits &limits)
{
    return {.general = limits.general,
            .authentication = limits.authentication,
            .messages = limits.messages,
            .fileUpload = limits.fileUpload,
            .search = limits.search,
            .admin = limits.admin};
}

services::AuthService::Options authOptions(const config::Auth &auth)
{
    return {.accessTokenSeconds = auth.accessTokenSeconds, .refreshTokenSeconds = auth.refreshTokenSeconds};
}

services::RegistrationService::Policy registrationPolicy(config::Registration registration)
{
    using enum services::RegistrationService::Policy;
    switch (registration) {
    case config::Registration::Open:
        return Open;
    case config::Registration::Invite:
        return Invite;
    case config::Registration::Closed:
        break;
    }
    return Closed;
}

services::IdentitiesService::Options identitiesOptions(const config::Auth &auth)
{
    services::IdentitiesService::Options options{.providers = {},
                                                 .isRegistrationOpen = auth.registration == config::Registration::Open};
    for (const config::OidcProvider &provider : auth.oidc) {
        options.providers.append({.name = provider.name,
                                  .issuer = provider.issuer,
                                  .clientId = provider.clientId,
                                  .clientSecret = provider.clientSecret,
                                  .createsAccounts = provider.createAccounts});
    }
    return options;
}

/** A slow reader finds the close frame, and in it the reason, behind all that it has not read yet. */
constexpr std::chrono::seconds kSocketCloseDeadline{30};

/** Counts a message that comes by another way than POST /messages with the posts of its author; empty without limits. */
std::function<std::optional<int>(UserId)> takeMessageOf(security::RateLimiter *limiter)
{
    if (!limiter)
        return {};
    return [limiter](UserId author) -> std::optional<int> {
        const auto decision = limiter->take(security::RateCategory::Messages, author, {});
        if (!decision || decision->isAllowed)
            return std::nullopt;
        return decision->retryAfter;
    };
}

realtime::HubOptions hubOptions(const Config &config, security::RateLimiter *limiter)
{
    realtime::HubOptions options{.originPolicy = originPolicy(config)};
    options.closeDeadline = kSocketCloseDeadline;
    if (limiter) {
        options.takeMessage = [take = takeMessageOf(limiter)](const security::Principal &caller) {
            return take(caller.userId);
        };
    }
    return options;
}

http::LineRequestLog::Format requestLogFormat(const config::Log &log)
{
    using Format = http::LineRequestLog::Format;
    return log.format == config::LogFormat::Json ? Format::Json : Format::Text;
}

/** The helper stands beside the server's own program. */
QString inspectorProgram(const Application::Options &options)
{
    const QString folder = options.programs.isEmpty() ? QCoreApplication::applicationDirPath() : options.programs;
    return folder + "/plexichat-inspector"_L1;
}

services::FilesService::Options fileOptions(const config::Limits &limits)
{
    return {.maxFileSize = limits.maxFileSize, .quota = limits.maxStoragePerUser};
}

http::HttpService::Options httpOptions(const Application::Options &options)
{
    const config::Server &server = options.config.server;
    http::HttpService::Options http{.address = server.listenAddress,
                                    .port = server.listenPort,
                                    .loops = server.loops,
                                    .tlsCertificate = server.tlsCertificate,
                                    .tlsKey = server.tlsKey,
                                    .trustedProxies = server.trustedProxies};
    http.caps.perAddress = options.limitsRates ? options.config.limits.maxConnectionsPerAddress : 0;
    return http;
}

} // namespace

/** Members stand on those above them, and are destroyed before them. */
struct Application::Parts {
    Parts(Options chosen, std::unique_ptr<config::DataDirectory> held, std::unique_ptr<store::Database> opened,
          security::KeyRing keys)
        : options(std::move(chosen)), directory(std::move(held)), database(std::move(opened)), audit(*database, keys),
          links(keys, options.config.server.publicUrl), smsCommand({.command = options.config.auth.smsCommand}),
          smsCodes(security::SecretBox(keys), smsCommand), codes(security::SecretBox(keys), smsCodes), tickets(keys),
          challenges(keys), secrets(keys), signer(std::move(keys)), hasher({.threads = hashingThreads()}),
          readers(readerOptions()), limiter(rateLimits(options.config.limits)),
          requestLog(requestLogFormat(options.config.log)),
          outgoing({.policy = outgoing::AddressPolicy(options.config.server.outgoingAllowed)}),
          hub(hubOptions(options.config, usedLimiter())), outbox(*database, hub),
          storage(directory->filePath(u"files/incoming"_s),
                  std::make_unique<files::LocalBlobStore>(directory->filePath(u"files"_s))),
          inspector({.program = inspectorProgram(options)}), examiner(*database, storage, inspector),
          scanner(*database, storage, audit, files::Clamd(options.config.scanner.clamd)), collector(*database, storage),
          channels(*database, outbox),
          members(*database, outbox, channels, [this](UserId user) { return users.profile(user); }),
          messages(*database, outbox), readMarkers(*database, hub), reactions(*database, outbox),
          pins(*database, outbox), bookmarks(*database), favorites(*database), sync(*database), threads(*database),
          search(*database, readers), searchIndexer(*database), scheduledMessages(*database, messages, scheduler),
          hub(hubOptions(options.config, usedLimiter())), channels(*database, hub),
          members(*database, hub, channels, [this](UserId user) { return users.profile(user); }),
          linkPreviews(*database, hub, outgoing, {}),
          messages(*database, hub), readMarkers(*database, hub), reactions(*database, hub), pins(*database, hub),
          bookmarks(*database), favorites(*database), sync(*database), threads(*database), search(*database, readers),
          searchIndexer(*database), scheduledMessages(*database, messages, scheduler), commands(*database),
          builtInCommands({*database, channels, members, messages, scheduledMessages}),
          users(*database, audit,
                [this](store::WriteTransaction &transaction, UserId user) {
                    return members.joinGeneral(transaction, user);
                }),
          auth(*database, hasher, signer, hub, codes, smsCodes, audit, authOptions(options.config.auth)),
          apiKeys(*database, hub, auth, audit), secondFactors(*database, auth, codes, smsCodes, audit),
          smsFactor({*database, auth, codes, smsCodes, audit}),
          passkeys(*database, auth, audit, challenges, options.config.server.publicUrl),
          identities({*database, auth, users, audit, outgoing}, tickets, identitiesOptions(options.config.auth)),
          sessions(*database, hub, audit), passwords(*database, hasher, auth, hub, audit, directory->path()),
          accounts({*database, hasher, hub, auth, audit, users, channels, members}, directory->path()),
          invites(*database, audit),
          registration(*database, hasher, users, invites, registrationPolicy(options.config.auth.registration)),
          bots({*database, audit, users, accounts, apiKeys, channels}),
          incomingWebhooks({*database, audit, accounts, bots, members, messages}, takeMessageOf(usedLimiter())),
          retention(*database, outbox, audit, {.defaultDays = options.config.messages.retentionDays}),
          webhooks({*database, audit, secrets, outbox}, outgoing::AddressPolicy(options.config.server.outgoingAllowed)),
          webhookSender({*database, outbox, audit, secrets},
                        std::make_unique<outgoing::OutgoingClient>(outgoing::OutgoingClient::Options{
                            .policy = outgoing::AddressPolicy(options.config.server.outgoingAllowed)}),
                        {}),
          filesService(*database, storage, outbox, fileOptions(options.config.limits)),
          uploads(*database, filesService), avatars(*database, inspector, users), systemApi(*database),
          accountsApi(accounts), auditApi(audit), authApi(auth), registrationApi(registration), invitesApi(invites),
          apiKeysApi(apiKeys), secondFactorsApi(secondFactors), smsFactorApi(smsFactor, auth), passkeysApi(passkeys),
          identitiesApi(identities, options.config.server.publicUrl), sessionsApi(sessions, passwords), usersApi(users),
          avatarsApi(avatars), channelsApi(channels), membersApi(members, readMarkers), messagesApi(messages, links),
          reactionsApi(reactions, links), pinsApi(pins, links), bookmarksApi(bookmarks, links), favoritesApi(favorites),
          botsApi(bots), incomingWebhooksApi(incomingWebhooks), retentionApi(retention), webhooksApi(webhooks),
          syncApi(sync, links), threadsApi(threads, links), searchApi(search, links),
          scheduledMessagesApi(scheduledMessages),
          filesApi(filesService, links, options.config.limits.maxMultipartSize), uploadsApi(uploads),
          frames({users, channels, members, messages}), router({.authenticator = &auth,
                                                                .rateLimiter = usedLimiter(),
                                                                .log = logsRequests() ? &requestLog : nullptr,
                                                                .originPolicy = originPolicy(options.config)}),
          membersApi(members, readMarkers), messagesApi(messages), reactionsApi(reactions), pinsApi(pins),
          bookmarksApi(bookmarks), favoritesApi(favorites), syncApi(sync), threadsApi(threads), searchApi(search),
          scheduledMessagesApi(scheduledMessages), commandsApi(commands), frames({users, channels, members, messages}),
          inspector({.program = inspectorProgram(options)}), avatars(*database, inspector, users),
          emoji(*database, inspector), systemApi(*database), accountsApi(accounts), auditApi(audit), authApi(auth),
          registrationApi(registration), invitesApi(invites), apiKeysApi(apiKeys), secondFactorsApi(secondFactors),
          smsFactorApi(smsFactor, auth), passkeysApi(passkeys), sessionsApi(sessions, passwords), usersApi(users),
          avatarsApi(avatars), channelsApi(channels), membersApi(members, readMarkers), messagesApi(messages),
          reactionsApi(reactions), pinsApi(pins), bookmarksApi(bookmarks), favoritesApi(favorites), syncApi(sync),
          threadsApi(threads), searchApi(search), scheduledMessagesApi(scheduledMessages), emojiApi(emoji),
          commandsApi(commands), frames({users, channels, members, messages}),
          router({.authenticator = &auth,
                  .rateLimiter = usedLimiter(),
                  .log = logsRequests() ? &requestLog : nullptr,
                  .originPolicy = originPolicy(options.config)}),
          docsApi(router), http(httpOptions(options), router, &hub)
    {
        users.setPresence(&hub);
        messages.setPresence(&hub);
        messages.setSearchIndexer(&searchIndexer);
        if (!options.config.scanner.clamd.isEmpty()) {
            filesService.setFirstStatus(protocol::ScanStatus::Pending);
            collector.addChore([this](const auto &isStopping) { return scanner.scanRest(isStopping); });
        }
        filesService.setExaminer(&examiner);
        collector.addChore([this](const auto &isStopping) { return examiner.examineRest(isStopping); });
        const auto wake = [this] {
            collector.wake();
        };
        filesService.onReleased(wake);
        messages.onFilesReleased(wake);
        channels.onFilesReleased(wake);
        if (options.config.messages.linkPreviews)
            messages.setLinkPreviews(&linkPreviews);
        users.setPublicUrl(options.config.server.publicUrl);
        scheduler.add([this] { return scheduledMessages.sendDue(); });
        incomingWebhooks.setPublicUrl(options.config.server.publicUrl);
        outbox.setWake([this] { webhookSender.wake(); });
        webhooks.setWake([this] { webhookSender.wake(); });
        builtInCommands.addTo(commands);
        hub.serve(frames, auth);
        systemApi.addRoutes(router);
        accountsApi.addRoutes(router);
        auditApi.addRoutes(router);
        authApi.addRoutes(router);
        registrationApi.addRoutes(router);
        invitesApi.addRoutes(router);
        apiKeysApi.addRoutes(router);
        secondFactorsApi.addRoutes(router);
        smsFactorApi.addRoutes(router);
        passkeysApi.addRoutes(router);
        identitiesApi.addRoutes(router);
        sessionsApi.addRoutes(router);
        usersApi.addRoutes(router);
        avatarsApi.addRoutes(router);
        channelsApi.addRoutes(router);
        membersApi.addRoutes(router);
        messagesApi.addRoutes(router);
        reactionsApi.addRoutes(router);
        pinsApi.addRoutes(router);
        bookmarksApi.addRoutes(router);
        favoritesApi.addRoutes(router);
        botsApi.addRoutes(router);
        incomingWebhooksApi.addRoutes(router);
        retentionApi.addRoutes(router);
        webhooksApi.addRoutes(router);
        syncApi.addRoutes(router);
        threadsApi.addRoutes(router);
        searchApi.addRoutes(router);
        scheduledMessagesApi.addRoutes(router);
        filesApi.addRoutes(router);
        uploadsApi.addRoutes(router);
        emojiApi.addRoutes(router);
        commandsApi.addRoutes(router);
        docsApi.addRoutes(router);
    }

    security::RateLimiter *usedLimiter() { return options.limitsRates ? &limiter : nullptr; }
    bool logsRequests() const { return options.config.log.level <= config::LogLevel::Info; }

    /** What a first start makes: `general`, and who is there. */
    Result<> prepare();

    const Options options;
    std::optional<QString> firstPassword;

    std::unique_ptr<config::DataDirectory> directory;
    std::unique_ptr<store::Database> database;
    services::AuditService audit;
    services::FileLinks links;
    security::SmsCommand smsCommand;
    services::SmsCodes smsCodes;
    services::SecondFactorCodes codes;
    security::SecretBox tickets;
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

    api::SystemApi systemApi;
    api::AccountsApi accountsApi;
    api::AuditApi auditApi;
    api::AuthApi authApi;
    api::RegistrationApi registrationApi;
    api::InvitesApi invitesApi;
    api::ApiKeysApi apiKeysApi;
    api::SecondFactorsApi secondFactorsApi;
    api::SmsFactorApi smsFactorApi;
    api::PasskeysApi passkeysApi;
    api::IdentitiesApi identitiesApi;
    api::SessionsApi sessionsApi;
    api::UsersApi usersApi;
    api::AvatarsApi avatarsApi;
    api::ChannelsApi channelsApi;
    api::MembersApi membersApi;
    api::MessagesApi messagesApi;
    api::ReactionsApi reactionsApi;
    api::PinsApi pinsApi;
    api::BookmarksApi bookmarksApi;
    api::FavoritesApi favoritesApi;
    api::BotsApi botsApi;
    api::IncomingWebhooksApi incomingWebhooksApi;
    api::RetentionApi retentionApi;
    api::WebhooksApi webhooksApi;
    api::SyncApi syncApi;
    api::ThreadsApi threadsApi;
    api::SearchApi searchApi;
    api::ScheduledMessagesApi scheduledMessagesApi;
    api::FilesApi filesApi;
    api::UploadsApi uploadsApi;
    api::CustomEmojiApi emojiApi;
    api::CommandsApi commandsApi;
    api::FramesHandler frames;

    http::Router router;
    docs::DocsApi docsApi;
    http::HttpService http;
};

Result<> Application::Parts::prepare()
{
    if (auto purged = channels.purgeDeleted(); !purged)
        return purged;
    if (const auto general = channels.ensureGeneral(); !general)
        return fail(general.error());
    if (auto loaded = outbox.load(); !loaded)
        return loaded;
    services::FirstAccounts first(*database, users, directory->path());
    if (auto prepared = storage.prepare(); !prepared)
        return prepared;
    if (auto cleared = collector.clearIncoming(); !cleared)
        return cleared;
    if (options.world == config::World::Dev) {
        if (auto people = first.createDevelopmentWorld(); !people)
            return people;
        services::DevWorldService world(*database);
        if (auto made = world.create(services::FirstAccounts::kDevelopmentAdmin,
                                     services::FirstAccounts::kDevelopmentUser);
            !made)
            return made;
        return world.addFile(storage, services::FirstAccounts::kDevelopmentUser);
    }
    auto password = first.createAdmin();
    if (!password)
        return fail(password.error());
    firstPassword = std::move(*password);
    return {};
}

Application::Application(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) { }

Application::~Application()
{
    stop();
}

Result<std::unique_ptr<Application>> Application::create(Options options)
{
    auto directory = config::DataDirectory::open(options.dataDirectory, options.world);
    if (!directory)
        return fail(directory.error());
    auto keys = security::KeyRing::loadOrCreate((*directory)->filePath(u"secret.key"_s));
    if (!keys)
        return fail(keys.error());
    auto database = store::Database::open({.path = (*directory)->databasePath()});
    if (!database)
        return fail(database.error());
    auto parts = std::make_unique<Parts>(std::move(options), std::move(*directory), std::move(*database),
                                         std::move(*keys));
    if (auto prepared = parts->prepare(); !prepared)
        return fail(prepared.error());
    return std::unique_ptr<Application>(new Application(std::move(parts)));
}

Result<QUrl> Application::start()
{
    const auto port = m_parts->http.start();
    if (!port)
        return fail(port.error());
    m_parts->searchIndexer.wake();
    m_parts->scheduler.start();
    m_parts->retention.start();
    m_parts->webhookSender.start();
    m_parts->collector.start();
    const config::Server &server = m_parts->options.config.server;
    QUrl address;
    address.setScheme(server.tlsCertificate.isEmpty() ? u"http"_s : u"https"_s);
    address.setHost(server.listenAddress.toString());
    address.setPort(*port);
    return address;
}

void Application::stop()
{
    m_parts->http.stop();
    m_parts->scheduler.stop();
    m_parts->retention.stop();
    m_parts->webhookSender.stop();
    m_parts->inspector.cancel();
    m_parts->outgoing.stop();
    m_parts->linkPreviews.stop();
    // Jobs that are still queued refer to the services, which are gone before the database is.
    m_parts->database->drain();
}

const std::vector<http::Route> &Application::routes() const
{
    return m_parts->router.routes();
}

const std::optional<QString> &Application::firstPassword() const
{
    return m_parts->firstPassword;
}

} // namespace plexi
