// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/whole_server.h"

using namespace Qt::StringLiterals;

namespace plexi::test {

WholeServer::WholeServer()
{
    config::Config config;
    config.server.listenPort = 0;
    config.server.publicUrl = QUrl(u"http://localhost"_s); // passkeys need one
    config.server.loops = 1;
    config.auth.registration = config::Registration::Open;
    // A line for each of thousands of requests would hide what a test says.
    config.log.level = config::LogLevel::Warning;
    auto made = Application::create({.config = config,
                                     .dataDirectory = m_directory.filePath(u"data"_s),
                                     .world = config::World::Dev,
                                     .limitsRates = false,
                                     .programs = QStringLiteral(PLEXI_PROGRAMS)});
    if (!made)
        qFatal("%ls", qUtf16Printable(made.error().message));
    m_application = std::move(*made);
    const auto address = m_application->start();
    if (!address)
        qFatal("%ls", qUtf16Printable(address.error().message));
    m_url = *address;
}

} // namespace plexi::test
