// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/composition/services.h"

#include "server/composition/part_options.h"
#include "server/files/clamd.h"
#include "server/services/dev_world_service.h"
#include "server/services/first_accounts.h"

using namespace Qt::StringLiterals;

namespace plexi::composition {

Services::Services(Foundation made)
    : config(std::move(made.config)), world(made.world), limitsRates(made.limitsRates),
      directory(std::move(made.directory)), database(std::move(made.database)), audit(*database, made.keys),
      links(made.keys, config.server.publicUrl), smsCommand({.command = config.auth.smsCommand}),
      smsCodes(security::SecretBox(made.keys), smsCommand), codes(security::SecretBox(made.keys), smsCodes),
      challenges(made.keys), secrets(made.keys), signer(std::move(made.keys)), hasher(hasherOptions(limitsRates)),
      readers(readerOptions()), limiter(rateLimits(config.limits, limitsRates)),
      requestLog(requestLogFormat(config.log)), outgoing({.policy = outgoingPolicy(config)}),
      hub(hubOptions(config, limiter, limitsRates)), outbox(*database, hub),
      storage(directory->filePath(u"files/incoming"_s), blobStore(config.storage, directory->path()),
              [this] { return database->commits(); }),
      inspector(inspectorOptions(config.files, made.programs)), examiner(*database, storage, inspector),
      fileTexts(*database), scanner(*database, storage, audit, files::Clamd(config.scanner.clamd)),
      collector(*database, storage), channels(*database, outbox),
      members(*database, outbox, channels, [this](UserId user) { return users.profile(user); }),
      linkPreviews(*database, outbox, outgoing, {}), messages(*database, outbox), readMarkers(*database, hub),
      reactions(*database, outbox), pins(*database, outbox), bookmarks(*database), favorites(*database),
      sync(*database), threads(*database), search(*database, readers), searchIndexer(*database),
      scheduledMessages(*database, messages, scheduler), exports({*database, audit, users, messages, filesService}),
      commands(*database), builtInCommands({*database, channels, members, messages, scheduledMessages}),
      users(*database, audit,
            [this](auto &transaction, UserId user) { return members.joinGeneral(transaction, user); }),
      auth(*database, hasher, signer, hub, codes, smsCodes, audit, authOptions(config.auth, limitsRates)),
      apiKeys(*database, hub, auth, audit), secondFactors(*database, auth, codes, smsCodes, audit),
      smsFactor({*database, auth, codes, smsCodes, audit}),
      passkeys(*database, auth, audit, challenges, config.server.publicUrl),
      identities({*database, auth, users, audit, outgoing}, secrets, identitiesOptions(config.auth)),
      sessions(*database, hub, audit), passwords(*database, hasher, auth, hub, audit, directory->path()),
      accounts({*database, hasher, hub, auth, audit, users, channels, members}, directory->path()),
      invites(*database, audit),
      registration(*database, hasher, users, invites, registrationPolicy(config.auth.registration)),
      bots({*database, audit, users, accounts, apiKeys, channels}),
      incomingWebhooks({*database, audit, accounts, bots, members, messages}, takeMessageOf(limiter)),
      retention(*database, outbox, audit, {.defaultDays = config.messages.retentionDays}),
      webhooks({*database, audit, secrets, outbox}, outgoingPolicy(config)),
      webhookSender({*database, outbox, audit, secrets},
                    std::make_unique<outgoing::OutgoingClient>(
                        outgoing::OutgoingClient::Options{.policy = outgoingPolicy(config)}),
                    {}),
      filesService(*database, storage, outbox, fileOptions(config.limits)), uploads(*database, filesService),
      avatars(*database, inspector, users), emoji(*database, inspector)
{
    connectParts();
    connectFiles();
}

void Services::connectParts()
{
    users.setPresence(&hub);
    users.setPublicUrl(config.server.publicUrl);
    messages.setPresence(&hub);
    messages.setSearchIndexer(&searchIndexer);
    if (config.messages.linkPreviews)
        messages.setLinkPreviews(&linkPreviews);
    scheduler.add([this] { return scheduledMessages.sendDue(); });
    incomingWebhooks.setPublicUrl(config.server.publicUrl);
    outbox.setWake([this] { webhookSender.wake(); });
    webhooks.setWake([this] { webhookSender.wake(); });
    builtInCommands.addTo(commands);
}

void Services::connectFiles()
{
    if (!config.scanner.clamd.isEmpty()) {
        filesService.setFirstStatus(protocol::ScanStatus::Pending);
        collector.addChore([this](const auto &isStopping) { return scanner.scanRest(isStopping); });
    }
    filesService.setExaminer(&examiner);
    collector.addChore([this](const auto &isStopping) { return examiner.examineRest(isStopping); });
    collector.addChore([this](const auto &isStopping) { return fileTexts.indexRest(isStopping); });
    const auto wake = [this] {
        collector.wake();
    };
    filesService.onReleased(wake);
    messages.onFilesReleased(wake);
    channels.onFilesReleased(wake);
}

Result<std::optional<QString>> Services::prepare()
{
    if (auto purged = channels.purgeDeleted(); !purged)
        return fail(std::move(purged.error()));
    if (const auto general = channels.ensureGeneral(); !general)
        return fail(general.error());
    if (auto loaded = outbox.load(); !loaded)
        return fail(std::move(loaded.error()));
    if (auto prepared = storage.prepare(); !prepared)
        return fail(std::move(prepared.error()));
    if (auto cleared = collector.clearIncoming(); !cleared)
        return fail(std::move(cleared.error()));
    services::FirstAccounts first(*database, users, directory->path());
    if (world != config::World::Dev)
        return first.createAdmin();
    if (auto people = first.createDevelopmentWorld(); !people)
        return fail(std::move(people.error()));
    services::DevWorldService development(*database);
    if (auto channel = development.create(services::FirstAccounts::kDevelopmentAdmin,
                                          services::FirstAccounts::kDevelopmentUser);
        !channel)
        return fail(std::move(channel.error()));
    if (auto file = development.addFile(storage, services::FirstAccounts::kDevelopmentUser); !file)
        return fail(std::move(file.error()));
    // The reference shows what is in it, from the first moment on. Where it cannot be looked into, the server starts all
    // the same, and tries again later.
    (void)examiner.examineRest([] { return false; });
    return std::nullopt;
}

void Services::start()
{
    searchIndexer.wake();
    scheduler.start();
    retention.start();
    webhookSender.start();
    collector.start();
}

void Services::stop()
{
    scheduler.stop();
    retention.stop();
    webhookSender.stop();
    inspector.cancel();
    storage.stop();
    outgoing.stop();
    linkPreviews.stop();
    // Jobs that are still queued refer to the services, which are gone before the database is.
    database->drain();
}

} // namespace plexi::composition
