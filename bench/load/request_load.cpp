// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/request_load.h"

#include "bench/failure.h"
#include "bench/poller.h"
#include "bench/statistics.h"

#include <deque>
#include <vector>

namespace plexi::bench {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Lane {
    HttpConnection connection;
    Clock::time_point sentAt;
};

class Load
{
public:
    explicit Load(const LoadPlan &plan) : m_plan(plan)
    {
        for (int i = 0; i < plan.connections; ++i) {
            m_lanes.push_back({HttpConnection(plan.port), {}});
            m_poller.add(m_lanes.back().connection.descriptor(), static_cast<std::uint64_t>(i));
        }
    }

    LoadResult run()
    {
        m_measureFrom = Clock::now() + m_plan.warmUp;
        m_end = m_measureFrom + m_plan.duration;
        for (Lane &lane : m_lanes)
            sendNext(lane);
        while (m_inFlight > 0) {
            const auto events = m_poller.wait(std::chrono::seconds(10));
            if (events.empty())
                fail("no request was answered for 10 s");
            for (const epoll_event &event : events)
                receive(m_lanes[event.data.u64]);
        }
        return result();
    }

private:
    void sendNext(Lane &lane)
    {
        if (m_sent >= m_plan.maxRequests)
            return;
        lane.sentAt = Clock::now();
        lane.connection.send(m_plan.request);
        ++m_sent;
        ++m_inFlight;
    }

    void receive(Lane &lane)
    {
        const auto response = lane.connection.receive();
        if (!response)
            return;
        --m_inFlight;
        if (response->status != m_plan.expectedStatus) {
            fail("a request was answered with " + std::to_string(response->status) + " instead of "
                 + std::to_string(m_plan.expectedStatus) + ": " + std::string(response->body.substr(0, 300)));
        }
        const auto now = Clock::now();
        if (now >= m_measureFrom && now < m_end) {
            m_times.push_back(Milliseconds(now - lane.sentAt).count());
            m_lastAnswer = now;
        }
        if (m_plan.onAnswer)
            m_plan.onAnswer(*response);
        if (now < m_end)
            sendNext(lane);
    }

    LoadResult result() const
    {
        if (m_times.empty())
            fail("no request was answered in the time that is measured");
        // A plan that ends by its number of requests has used less than its time.
        const auto until = m_sent >= m_plan.maxRequests ? m_lastAnswer : m_end;
        const std::chrono::duration<double> measured = until - m_measureFrom;
        return {.perSecond = static_cast<double>(m_times.size()) / measured.count(),
                .answers = m_sent,
                .median = median(m_times),
                .percentile99 = percentile(m_times, 0.99)};
    }

    const LoadPlan &m_plan;
    Poller m_poller;
    std::deque<Lane> m_lanes;
    std::size_t m_sent = 0;
    std::size_t m_inFlight = 0;
    std::vector<double> m_times;
    Clock::time_point m_measureFrom;
    Clock::time_point m_end;
    Clock::time_point m_lastAnswer;
};

} // namespace

LoadResult runLoad(const LoadPlan &plan)
{
    return Load(plan).run();
}

} // namespace plexi::bench
