// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"
#include "server/commands/command.h"
#include "server/commands/options.h"
#include "server/commands/termination.h"
#include "server/config/logging.h"

using namespace Qt::StringLiterals;

namespace plexi::commands {

namespace {

const std::vector<Option> kOptions{
    {u"data-dir"_s, u"DIR"_s, u"where everything is kept; made where it is missing"_s, true},
    {u"listen"_s, u"ADDR:PORT"_s, u"address to serve on; port 0 picks a free one"_s},
    {u"config"_s, u"FILE"_s, u"settings in TOML"_s},
    {u"dev"_s, {}, u"the world of the API reference, with well-known passwords, on loopback only"_s},
    {u"rate-limits"_s, u"on|off"_s, u"off is for load tests"_s},
};

/** Flags beat file and environment. Fails with ValidationError for wrong usage, ServiceUnavailable for a bad setting. */
Result<Application::Options> settings(const Options &options)
{
    const QString rateLimits = options.value(u"rate-limits"_s, u"on"_s);
    if (rateLimits != "on"_L1 && rateLimits != "off"_L1)
        return usageError(u"--rate-limits must be on or off"_s);
    std::optional<config::ListenAddress> listen;
    if (options.has(u"listen"_s)) {
        const auto parsed = config::parseListenAddress(options.value(u"listen"_s));
        if (!parsed)
            return usageError(u"--listen: "_s + parsed.error().message);
        listen = *parsed;
    }
    const config::World world = options.has(u"dev"_s) ? config::World::Dev : config::World::Normal;
    config::Config defaults;
    if (world == config::World::Dev)
        defaults.auth.registration = config::Registration::Open;
    auto loaded = config::load(options.value(u"config"_s), QProcessEnvironment::systemEnvironment(), defaults);
    if (!loaded)
        return fail({.code = ErrorCode::ServiceUnavailable, .message = loaded.error().message});
    if (listen) {
        loaded->server.listenAddress = listen->address;
        loaded->server.listenPort = listen->port;
    }
    if (world == config::World::Dev && !loaded->server.listenAddress.isLoopback()) {
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"--dev has well-known passwords and serves loopback addresses only"_s});
    }
    return Application::Options{.config = *loaded,
                                .dataDirectory = options.value(u"data-dir"_s),
                                .world = world,
                                .limitsRates = rateLimits == "on"_L1};
}

int run(const Application::Options &options)
{
    config::installLogging(options.config.log.format, options.config.log.level);
    holdTerminationSignals();
    const auto application = Application::create(options);
    if (!application)
        return report(application.error().message);
    const auto address = (*application)->start();
    if (!address)
        return report(address.error().message);
    if (const auto &password = (*application)->firstPassword())
        printLine(stdout,
                  u"first sign-in: admin / %1 (also in %2/initial-admin-password until it is changed)"_s.arg(
                      *password, options.dataDirectory));
    printLine(stdout, u"listening on "_s + address->toString());
    waitForTermination();
    (*application)->stop();
    return Done;
}

} // namespace

int serve(const QStringList &arguments)
{
    const auto options = Options::parse(kOptions, arguments);
    if (!options)
        return report(options.error().message, WrongUsage);
    if (options->isHelp()) {
        printHelp(u"serve"_s, u"Runs the server until SIGTERM or Ctrl+C."_s, kOptions);
        return Done;
    }
    const auto chosen = settings(*options);
    if (!chosen)
        return report(chosen.error().message, chosen.error().code == ErrorCode::ValidationError ? WrongUsage : Failed);
    return run(*chosen);
}

} // namespace plexi::commands
