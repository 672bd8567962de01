// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/application.h"

#include "server/api/frames_handler.h"
#include "server/composition/endpoints.h"
#include "server/composition/part_options.h"
#include "server/composition/services.h"
#include "server/docs/docs_api.h"
#include "server/http/http_service.h"

using namespace Qt::StringLiterals;

namespace plexi {

namespace {

http::Router::Options routerOptions(composition::Services &services)
{
    const bool logsRequests = services.config.log.level <= config::LogLevel::Info;
    return {.authenticator = &services.auth,
            .rateLimiter = &services.limiter,
            .log = logsRequests ? &services.requestLog : nullptr,
            .originPolicy = composition::originPolicy(services.config)};
}

} // namespace

/** Members stand on those above them, and are destroyed before them. */
struct Application::Parts {
    explicit Parts(composition::Foundation foundation)
        : services(std::move(foundation)), endpoints(services),
          frames({services.users, services.channels, services.members, services.messages}),
          router(routerOptions(services)), docs(router),
          http(composition::httpOptions(services.config, services.limitsRates), router, &services.hub)
    {
        services.hub.serve(frames, services.auth);
        endpoints.addRoutes(router);
        docs.addRoutes(router);
    }

    std::optional<QString> firstPassword;
    composition::Services services;
    composition::Endpoints endpoints;
    api::FramesHandler frames;
    http::Router router;
    docs::DocsApi docs;
    http::HttpService http;
};

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
    auto parts = std::make_unique<Parts>(composition::Foundation{.config = std::move(options.config),
                                                                 .limitsRates = options.limitsRates,
                                                                 .programs = std::move(options.programs),
                                                                 .world = options.world,
                                                                 .directory = std::move(*directory),
                                                                 .database = std::move(*database),
                                                                 .keys = std::move(*keys)});
    auto password = parts->services.prepare();
    if (!password)
        return fail(password.error());
    parts->firstPassword = std::move(*password);
    return std::unique_ptr<Application>(new Application(std::move(parts)));
}

Result<QUrl> Application::start()
{
    const auto port = m_parts->http.start();
    if (!port)
        return fail(port.error());
    m_parts->services.start();
    const config::Server &server = m_parts->services.config.server;
    QUrl address;
    address.setScheme(server.tlsCertificate.isEmpty() ? u"http"_s : u"https"_s);
    address.setHost(server.listenAddress.toString());
    address.setPort(*port);
    return address;
}

void Application::stop()
{
    m_parts->http.stop();
    m_parts->services.stop();
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
