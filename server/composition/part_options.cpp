// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/composition/part_options.h"

#include "server/files/local_blob_store.h"
#include "server/files/s3_blob_store.h"

#include <QCoreApplication>
#include <QThread>

using namespace Qt::StringLiterals;

namespace plexi::composition {

using config::Config;

namespace {

// A slow reader finds the close frame, and in it the reason, behind all that it has not read yet.
constexpr std::chrono::seconds kSocketCloseDeadline{30};

// Of load tests, which sign in all their people at once.
constexpr int kMaxWaitingHashes = 10'000;

} // namespace

security::PasswordHasher::Options hasherOptions(bool limitsRates)
{
    // Hashing is for people who sign in; messages must not wait for it, so it never gets every core.
    constexpr int kMost = 4;
    security::PasswordHasher::Options options{.threads = std::clamp(QThread::idealThreadCount() / 2, 1, kMost)};
    if (!limitsRates)
        options.maxWaiting = kMaxWaitingHashes;
    return options;
}

workers::WorkerPool::Options readerOptions()
{
    return {.name = u"readers"_s, .threads = 2, .maxWaiting = 64, .busyMessage = u"Too many searches are waiting"_s};
}

net::OriginPolicy originPolicy(const Config &config)
{
    return {config.server.publicUrl.toString(), config.server.allowedOrigins};
}

outgoing::AddressPolicy outgoingPolicy(const Config &config)
{
    return outgoing::AddressPolicy(config.server.outgoingAllowed);
}

security::RateLimits rateLimits(const config::Limits &limits, bool areEnforced)
{
    return {.general = limits.general,
            .authentication = limits.authentication,
            .messages = limits.messages,
            .fileUpload = limits.fileUpload,
            .search = limits.search,
            .admin = limits.admin,
            .isEnforced = areEnforced};
}

services::AuthService::Options authOptions(const config::Auth &auth, bool limitsRates)
{
    return {.accessTokenSeconds = auth.accessTokenSeconds,
            .refreshTokenSeconds = auth.refreshTokenSeconds,
            .slowsGuessing = limitsRates};
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

TakeMessage takeMessageOf(security::RateLimiter &limiter)
{
    return [&limiter](UserId author) -> std::optional<int> {
        const auto decision = limiter.take(security::RateCategory::Messages, author, {});
        if (!decision || decision->isAllowed)
            return std::nullopt;
        return decision->retryAfter;
    };
}

realtime::HubOptions hubOptions(const Config &config, security::RateLimiter &limiter, bool limitsRates)
{
    realtime::HubOptions options{.originPolicy = originPolicy(config)};
    options.closeDeadline = kSocketCloseDeadline;
    options.takeMessage = [take = takeMessageOf(limiter)](const security::Principal &caller) {
        return take(caller.userId);
    };
    if (!limitsRates)
        options.framesPerSecond = 0;
    return options;
}

http::LineRequestLog::Format requestLogFormat(const config::Log &log)
{
    using Format = http::LineRequestLog::Format;
    return log.format == config::LogFormat::Json ? Format::Json : Format::Text;
}

files::Inspector::Options inspectorOptions(const config::Files &files, const QString &programs)
{
    const QString folder = programs.isEmpty() ? QCoreApplication::applicationDirPath() : programs;
    return {.program = folder + "/plexichat-inspector"_L1, .officeCommand = files.officeTextCommand};
}

std::unique_ptr<files::BlobStore> blobStore(const config::Storage &storage, const QString &dataDirectory)
{
    if (!storage.bucket)
        return std::make_unique<files::LocalBlobStore>(dataDirectory + "/files"_L1);
    const config::S3Bucket &bucket = *storage.bucket;
    const files::S3Credentials credentials{.accessKey = storage.s3AccessKey.toUtf8(),
                                           .secretKey = storage.s3SecretKey.toUtf8(),
                                           .region = bucket.region.toUtf8()};
    return std::make_unique<files::S3BlobStore>(
        files::S3BlobStore::Options{.server = {.endpoint = bucket.endpoint, .credentials = credentials},
                                    .bucket = bucket.name.toUtf8(),
                                    .prefix = bucket.prefix.toUtf8()});
}

services::FilesService::Options fileOptions(const config::Limits &limits)
{
    return {.maxFileSize = limits.maxFileSize, .quota = limits.maxStoragePerUser};
}

http::HttpService::Options httpOptions(const Config &config, bool limitsRates)
{
    const config::Server &server = config.server;
    http::HttpService::Options http{.address = server.listenAddress,
                                    .port = server.listenPort,
                                    .loops = server.loops,
                                    .tlsCertificate = server.tlsCertificate,
                                    .tlsKey = server.tlsKey,
                                    .trustedProxies = server.trustedProxies};
    http.caps.perAddress = limitsRates ? config.limits.maxConnectionsPerAddress : 0;
    return http;
}

} // namespace plexi::composition
