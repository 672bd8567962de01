// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/nginx.h"

#include "bench/sockets.h"

#include <format>
#include <fstream>

namespace plexi::bench {

namespace fs = std::filesystem;

Nginx::Nginx(const fs::path &folder) : m_folder(fs::absolute(folder))
{
    fs::create_directories(m_folder / "files");
    // It cannot choose a port by itself. Nobody else on the machine is likely to get this one in between.
    const std::uint16_t port = portOf(listenOnLoopback());
    const fs::path settings = m_folder / "nginx.conf";
    // One process, as the kernel ends it with this one; the user is the one who runs it, root or not.
    std::ofstream(settings) << std::format(
        "daemon off; master_process off; pid {0}/pid;\n"
        "events {{ worker_connections 64; }}\n"
        "http {{\n"
        "  access_log off; sendfile on; client_max_body_size 0; client_body_temp_path {0}/body;\n"
        "  proxy_temp_path {0}/proxy; fastcgi_temp_path {0}/fastcgi; uwsgi_temp_path {0}/uwsgi;\n"
        "  scgi_temp_path {0}/scgi;\n"
        "  server {{ listen 127.0.0.1:{1}; root {0}/files; location / {{ dav_methods PUT; }} }}\n"
        "}}\n",
        m_folder.string(), port);
    m_process = std::make_unique<ChildProcess>(
        "nginx",
        std::vector<std::string>{"/usr/sbin/nginx", "-c", settings.string(), "-e", (m_folder / "error.log").string()},
        m_folder / "log", port);
}

} // namespace plexi::bench
