// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/outgoing/outgoing_client.h"
#include "server/realtime/event_publisher.h"
#include "server/store/database.h"
#include "shared/protocol/message.h"

#include <QThread>

#include <memory>

namespace plexi::services {

/**
 * Looks at the pages that messages link to, after the messages are on disk, and adds what those say of themselves: the
 * message gets its channel's next seq, and who listens a `message_updated`. A page that cannot be had adds nothing.
 * Bounded in what waits, altogether and for each person; what is too much gets no preview. Has a thread of its own, on
 * which the other servers are waited for. Thread-safe.
 */
class LinkPreviewsService
{
public:
    struct Options {
        /** Messages that are looked at at once. */
        int running = 4;
        int maxWaiting = 500;
        int maxWaitingPerPerson = 10;
        /** Messages of one person in a minute. */
        int maxPerMinute = 30;
        /** Of one page. */
        std::chrono::milliseconds deadline = std::chrono::seconds(8);
    };

    /** The references are not owned and outlive the service. */
    LinkPreviewsService(store::Database &database, realtime::EventPublisher &publisher,
                        outgoing::OutgoingClient &client, const Options &options);
    /** Stops it where that has not been done. */
    ~LinkPreviewsService();
    Q_DISABLE_COPY_MOVE(LinkPreviewsService)

    /** Looks at what a new or edited message links to, some time later. */
    void consider(const protocol::Message &message);

    /**
     * Begins nothing any more and waits for what is under way, which ends at once where the client was stopped before.
     * While the database still runs.
     */
    void stop();

private:
    class Worker;

    QThread m_thread;
    /** Lives on the thread while that runs. */
    const std::unique_ptr<Worker> m_worker;
};

} // namespace plexi::services
