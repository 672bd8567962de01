// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/outgoing/address_policy.h"
#include "server/outgoing/outgoing_request.h"
#include "server/outgoing/resolver.h"
#include "shared/core/result.h"

#include <QCoro/QCoroTask>
#include <QMutex>
#include <QThread>

#include <atomic>
#include <memory>

namespace plexi::outgoing {

/**
 * The one way of the server to other servers (contract, section 9). A name is resolved once, the connection goes to the
 * address that was checked, and so again for each redirect: a name that says something else a moment later changes
 * nothing. Only http and https; TLS checks the name; no cookies, no proxies, no credentials that travel on. Has a thread
 * of its own. Thread-safe.
 */
class OutgoingClient
{
public:
    struct Options {
        AddressPolicy policy;
        /** Most requests at once; past that ServiceUnavailable. */
        int maxRequests = 256;
    };

    /** @p resolver: the machine's own where there is none. */
    explicit OutgoingClient(Options options, std::unique_ptr<Resolver> resolver = nullptr);
    /** Stops it where that has not been done. */
    ~OutgoingClient();
    Q_DISABLE_COPY_MOVE(OutgoingClient)

    /**
     * The answer, whatever its status. ValidationError for what is no web address; InsufficientPermissions for one that
     * may not be asked; PayloadTooLarge; ServiceUnavailable where there is no answer in time, too many redirects
     * included. Messages name neither addresses nor secrets. The calling thread needs a running event loop, on which the
     * caller is resumed.
     */
    QCoro::Task<Result<Answer>> send(Request request);

    /** Ends what is under way, and whatever is sent from now on, with ServiceUnavailable. */
    void stop();

private:
    class Worker;

    /** False where it was stopped. */
    bool post(Request request, std::function<void(Result<Answer>)> done);

    const int m_maxRequests;
    std::atomic<int> m_running = 0;
    QMutex m_mutex;
    bool m_isStopped = false;
    QThread m_thread;
    /** Lives on the thread, and ends with it. */
    Worker *m_worker;
};

} // namespace plexi::outgoing
