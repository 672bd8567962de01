// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/application.h"

#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace plexi::test {

/** The whole server in this process, with the reference's world, on a free port of loopback and without rate limits. */
class WholeServer
{
public:
    /** Fails the program where it does not start. */
    WholeServer();
    Q_DISABLE_COPY_MOVE(WholeServer)

    QUrl url() const { return m_url; }
    QString dataFilePath(const QString &name) const { return m_directory.filePath(QStringLiteral("data/") + name); }
    QString databasePath() const { return dataFilePath(QStringLiteral("plexichat.db")); }
    const std::vector<http::Route> &routes() const { return m_application->routes(); }

private:
    QTemporaryDir m_directory;
    std::unique_ptr<Application> m_application;
    QUrl m_url;
};

} // namespace plexi::test
