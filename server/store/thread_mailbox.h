// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <memory>
#include <mutex>
#include <vector>

class QObject;

namespace plexi::store::detail {

/**
 * Where a thread's suspended coroutines are put when they may go on. Any number that arrive before the thread's event
 * loop turns cost one posted event together. Coroutines for a thread that has ended are dropped: nobody is left to run
 * them, and their frames belong to that thread.
 */
class Mailbox
{
public:
    /** The calling thread's; it needs a running event loop for anything to be delivered. */
    static std::shared_ptr<Mailbox> ofThisThread();

    explicit Mailbox(QObject *receiver) : m_receiver(receiver) { }

    /** From any thread. Empties @p callers; they are resumed in their order. */
    void deliver(std::vector<std::coroutine_handle<>> &callers);

private:
    friend class MailboxReceiver;
    std::vector<std::coroutine_handle<>> take();
    void close();

    // The standard library's, not Qt's: ThreadSanitizer sees what it orders.
    std::mutex m_mutex;
    QObject *m_receiver;
    std::vector<std::coroutine_handle<>> m_waiting;
};

} // namespace plexi::store::detail
