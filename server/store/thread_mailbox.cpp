// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/thread_mailbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <utility>

namespace plexi::store::detail {

/** Lives in the thread whose coroutines it resumes, as long as the thread. */
class MailboxReceiver final : public QObject
{
public:
    MailboxReceiver() : m_mailbox(std::make_shared<Mailbox>(this)) { }
    ~MailboxReceiver() override { m_mailbox->close(); }
    Q_DISABLE_COPY_MOVE(MailboxReceiver)

    const std::shared_ptr<Mailbox> &mailbox() const { return m_mailbox; }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        for (const std::coroutine_handle<> caller : m_mailbox->take())
            caller.resume();
        return true;
    }

private:
    std::shared_ptr<Mailbox> m_mailbox;
};

std::shared_ptr<Mailbox> Mailbox::ofThisThread()
{
    thread_local const MailboxReceiver receiver;
    return receiver.mailbox();
}

void Mailbox::deliver(std::vector<std::coroutine_handle<>> &callers)
{
    const std::lock_guard lock(m_mutex);
    if (m_receiver) {
        // A posted event that has not arrived yet will take these too.
        const bool isAnnounced = !m_waiting.empty();
        m_waiting.insert(m_waiting.end(), callers.begin(), callers.end());
        if (!isAnnounced && !m_waiting.empty())
            QCoreApplication::postEvent(m_receiver, new QEvent(QEvent::User));
    }
    callers.clear();
}

std::vector<std::coroutine_handle<>> Mailbox::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_waiting, {});
}

void Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
    m_waiting.clear();
}

} // namespace plexi::store::detail
