// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"
#include "server/config/data_directory.h"
#include "server/http/router.h"
#include "shared/core/result.h"

#include <QUrl>

#include <memory>
#include <optional>

namespace plexi {

/**
 * The server, wired together: the one place that knows which part gets which. Made, started and stopped on one thread,
 * which needs no event loop of its own.
 */
class Application
{
public:
    struct Options {
        config::Config config;
        QString dataDirectory;
        config::World world = config::World::Normal;
        /** False for load tests: no request limits and no cap on the connections from one address. */
        bool limitsRates = true;
        /** The folder of the helper programs; empty: that of the running program. */
        QString programs = {};
    };

    /** Takes the data directory, opens the database, makes what a first start makes. Nothing listens yet. */
    static Result<std::unique_ptr<Application>> create(Options options);
    /** Stops it where that has not been done. */
    ~Application();
    Q_DISABLE_COPY_MOVE(Application)

    /** Begins to serve; the address that people can use. */
    Result<QUrl> start();
    /** Finishes open requests and ends; takes at most 5 s. */
    void stop();

    /** The first admin's password, where this very start made that account. Printed once, by who starts the server. */
    const std::optional<QString> &firstPassword() const;

    /** Everything it answers over HTTP, but for the upgrade to a WebSocket. */
    const std::vector<http::Route> &routes() const;

private:
    struct Parts;
    explicit Application(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace plexi
