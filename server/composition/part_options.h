// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"
#include "server/files/blob_store.h"
#include "server/files/inspector.h"
#include "server/http/http_service.h"
#include "server/http/request_log.h"
#include "server/net/origin_policy.h"
#include "server/outgoing/address_policy.h"
#include "server/realtime/hub.h"
#include "server/security/password_hasher.h"
#include "server/security/rate_limiter.h"
#include "server/services/auth_service.h"
#include "server/services/files_service.h"
#include "server/services/identities_service.h"
#include "server/services/registration_service.h"
#include "server/workers/worker_pool.h"

#include <functional>
#include <memory>
#include <optional>

/** What the configuration says, in the words of the parts that it is for. */
namespace plexi::composition {

/** Counts a message that comes by another way than POST /messages; seconds to wait, or nothing where it may pass. */
using TakeMessage = std::function<std::optional<int>(UserId author)>;

security::PasswordHasher::Options hasherOptions(bool limitsRates);
/** For reads that take longer than a loop may wait. */
workers::WorkerPool::Options readerOptions();
net::OriginPolicy originPolicy(const config::Config &config);
outgoing::AddressPolicy outgoingPolicy(const config::Config &config);
security::RateLimits rateLimits(const config::Limits &limits, bool areEnforced);
services::AuthService::Options authOptions(const config::Auth &auth, bool limitsRates);
services::RegistrationService::Policy registrationPolicy(config::Registration registration);
services::IdentitiesService::Options identitiesOptions(const config::Auth &auth);
/** @p limiter is not owned. */
TakeMessage takeMessageOf(security::RateLimiter &limiter);
realtime::HubOptions hubOptions(const config::Config &config, security::RateLimiter &limiter, bool limitsRates);
http::LineRequestLog::Format requestLogFormat(const config::Log &log);
/** The helper stands in @p programs or, where that is empty, beside the running program. */
files::Inspector::Options inspectorOptions(const config::Files &files, const QString &programs);
/** Where the bytes of files lie: below @p dataDirectory, or in a bucket. */
std::unique_ptr<files::BlobStore> blobStore(const config::Storage &storage, const QString &dataDirectory);
services::FilesService::Options fileOptions(const config::Limits &limits);
http::HttpService::Options httpOptions(const config::Config &config, bool limitsRates);

} // namespace plexi::composition
