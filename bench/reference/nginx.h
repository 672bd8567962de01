// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/child_process.h"

#include <filesystem>
#include <memory>
#include <string>

namespace plexi::bench {

/** Debian's nginx, which serves files from a folder and, by its WebDAV module, stores there what is PUT. */
class Nginx
{
public:
    /** Its files, settings and logs are under @p folder, which must exist. Fails where nginx is not installed. */
    explicit Nginx(const std::filesystem::path &folder);

    std::uint16_t port() const { return m_process->port(); }
    /** Where `/NAME` is. */
    std::filesystem::path stored(const std::string &name) const { return m_folder / "files" / name; }
    void stop() { m_process->stop(); }

private:
    std::filesystem::path m_folder;
    std::unique_ptr<ChildProcess> m_process;
};

} // namespace plexi::bench
