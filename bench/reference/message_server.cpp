// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/message_server.h"

#include "bench/failure.h"
#include "bench/http.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <charconv>
#include <limits>
#include <utility>

namespace plexi::bench {

namespace {

std::filesystem::path filledUp(std::filesystem::path file, std::size_t count)
{
    MessageWriter writer(file);
    // As long as those that the load posts.
    const std::string content(100, 'x');
    writer.begin();
    for (auto stored = static_cast<std::size_t>(writer.count()); stored < count; ++stored)
        writer.insert(content);
    writer.commit();
    return file;
}

std::int64_t cursorOf(std::string_view target)
{
    constexpr std::string_view kKey = "before=";
    std::int64_t id = std::numeric_limits<std::int64_t>::max();
    if (const std::size_t found = target.find(kKey); found != std::string_view::npos)
        std::from_chars(target.data() + found + kKey.size(), target.data() + target.size(), id);
    return id;
}

} // namespace

MessageServer::MessageServer(const std::filesystem::path &directory, std::size_t count)
    : m_writer(filledUp(directory / "reference.db", count)), m_reader(directory / "reference.db"),
      m_doneSignal(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (!m_doneSignal)
        failWithErrno("eventfd");
    watch(m_doneSignal);
    m_thread = std::jthread([this](const std::stop_token &stop) { writeInGroups(stop); });
}

MessageServer::~MessageServer() = default;

void MessageServer::onRequest(Connection &connection, const Request &request)
{
    if (request.method == "GET")
        return answer(connection, "200 OK", m_reader.page(cursorOf(request.target)));
    // The load's contents hold no escapes.
    Job job{.connection = connection.id, .content = std::string(jsonString(request.body, "content"))};
    const std::lock_guard lock(m_mutex);
    m_queue.push_back(std::move(job));
    m_wake.notify_one();
}

void MessageServer::writeInGroups(const std::stop_token &stop)
{
    while (true) {
        std::vector<Job> group;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_queue.empty(); }))
                return;
            std::swap(group, m_queue);
        }
        m_writer.begin();
        for (Job &job : group)
            job.stored = m_writer.insert(job.content);
        m_writer.commit();
        {
            const std::lock_guard lock(m_mutex);
            m_done.insert(m_done.end(), std::make_move_iterator(group.begin()), std::make_move_iterator(group.end()));
        }
        eventfd_write(m_doneSignal.number(), 1);
    }
}

void MessageServer::onWatched()
{
    eventfd_t count = 0;
    eventfd_read(m_doneSignal.number(), &count);
    std::vector<Job> done;
    {
        const std::lock_guard lock(m_mutex);
        std::swap(done, m_done);
    }
    for (const Job &job : done) {
        if (Connection *connection = find(job.connection))
            answer(*connection, "201 Created", messageJson(job.stored, job.content));
    }
}

} // namespace plexi::bench
