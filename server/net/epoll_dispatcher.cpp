// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>
#include <QThread>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>

namespace plexi::net {

namespace {

// Hang-up and error are always reported; notifiers take them as "ready", so that the next read or write says what is
// wrong.
constexpr quint32 kReadEvents = EPOLLIN | EPOLLHUP | EPOLLERR;
constexpr quint32 kWriteEvents = EPOLLOUT | EPOLLHUP | EPOLLERR;
constexpr quint32 kExceptionEvents = EPOLLPRI | EPOLLHUP | EPOLLERR;

quint64 pack(int descriptor, quint32 generation)
{
    return (static_cast<quint64>(generation) << 32) | static_cast<quint32>(descriptor);
}

int descriptorOf(quint64 data)
{
    return static_cast<int>(data & 0xffff'ffffU);
}

quint32 generationOf(quint64 data)
{
    return static_cast<quint32>(data >> 32);
}

void sendSocketEvent(QSocketNotifier *notifier)
{
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(notifier, &event);
}

/** Milliseconds for epoll_wait, rounded up: a timer must not be early, and waking a little before it would spin. */
int toMilliseconds(std::optional<TimerQueue::Duration> wait)
{
    if (!wait)
        return -1;
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(*wait).count();
    return static_cast<int>(std::min<qint64>(ms, std::numeric_limits<int>::max()));
}

} // namespace

quint32 EpollDispatcher::Watch::wanted() const
{
    return (notifiers[Read] ? EPOLLIN : 0U) | (notifiers[Write] ? EPOLLOUT : 0U)
        | (notifiers[Exception] ? EPOLLPRI : 0U);
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcherV2(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_wakeUpDescriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = pack(m_wakeUpDescriptor, 0);
    if (m_epoll < 0 || m_wakeUpDescriptor < 0 || ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUpDescriptor, &event) != 0) {
        qFatal("cannot make an event loop: %s", qPrintable(qt_error_string(errno)));
    }
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUpDescriptor);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_isInterrupted.store(false, std::memory_order_relaxed);
    // From here on a post asks for another round; what was posted before is sent by this one.
    m_state.store(State::Awake);
    emit awake();
    QCoreApplication::sendPostedEvents();

    const bool includeNotifiers = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    const bool includeTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_isInterrupted.load();
    if (mayWait)
        emit aboutToBlock();
    if (m_isInterrupted.load())
        return false;

    int timeout = 0;
    if (mayWait) {
        timeout = includeTimers ? toMilliseconds(m_timers.untilNext()) : -1;
        State expected = State::Awake;
        if (timeout != 0 && !m_state.compare_exchange_strong(expected, State::Asleep))
            timeout = 0;
    }
    int handled = waitFor(includeNotifiers, timeout);
    State expected = State::Asleep;
    m_state.compare_exchange_strong(expected, State::Awake);

    if (includeNotifiers)
        handled += activateNotifiers();
    if (includeTimers)
        handled += m_timers.activate();
    return handled > 0;
}

int EpollDispatcher::waitFor(bool includeNotifiers, int timeoutMs)
{
    bool wokenUp = false;
    if (includeNotifiers) {
        applyInterest();
        m_readyNext = 0;
        m_readyCount = ::epoll_wait(m_epoll, m_ready.data(), static_cast<int>(m_ready.size()), timeoutMs);
        if (m_readyCount < 0 && errno != EINTR)
            qErrnoWarning("epoll_wait");
        m_readyCount = std::max(m_readyCount, 0);
        for (int i = 0; i < m_readyCount; ++i)
            wokenUp = wokenUp || descriptorOf(m_ready[static_cast<std::size_t>(i)].data.u64) == m_wakeUpDescriptor;
    } else {
        pollfd wakeUpOnly{.fd = m_wakeUpDescriptor, .events = POLLIN, .revents = 0};
        wokenUp = ::poll(&wakeUpOnly, 1, timeoutMs) > 0;
    }
    if (wokenUp) {
        eventfd_t count = 0;
        ::eventfd_read(m_wakeUpDescriptor, &count);
    }
    return wokenUp ? 1 : 0;
}

int EpollDispatcher::activateNotifiers()
{
    int activated = 0;
    while (m_readyNext < m_readyCount) {
        // A copy: a nested processEvents() overwrites the array. What that leaves out is reported again, being
        // level-triggered.
        const epoll_event event = m_ready[static_cast<std::size_t>(m_readyNext++)];
        if (descriptorOf(event.data.u64) != m_wakeUpDescriptor)
            activated += activateNotifier(event);
    }
    return activated;
}

int EpollDispatcher::activateNotifier(const epoll_event &event)
{
    static constexpr std::array<std::pair<Kind, quint32>, KindCount> kKinds{
        {{Exception, kExceptionEvents}, {Read, kReadEvents}, {Write, kWriteEvents}}};

    const auto descriptor = static_cast<std::size_t>(descriptorOf(event.data.u64));
    int activated = 0;
    for (const auto &[kind, events] : kKinds) {
        if (!(event.events & events))
            continue;
        // Looked up anew each time: the notifier before may have removed this one, or closed the descriptor, whose
        // number may even be in use again.
        const Watch &watch = m_watches[descriptor];
        if (watch.generation != generationOf(event.data.u64))
            break;
        if (QSocketNotifier *notifier = watch.notifiers[kind]) {
            sendSocketEvent(notifier);
            ++activated;
        }
    }
    return activated;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = static_cast<std::size_t>(notifier->socket());
    if (QThread::currentThread() != thread()) {
        qWarning("a socket notifier cannot be enabled from another thread");
        return;
    }
    if (m_watches.size() <= descriptor)
        m_watches.resize(std::max(descriptor + 1, m_watches.size() * 2));

    Watch &watch = m_watches[descriptor];
    QSocketNotifier *&place = watch.notifiers[static_cast<std::size_t>(notifier->type())];
    if (place && place != notifier)
        qWarning("two socket notifiers of one type for descriptor %d", static_cast<int>(descriptor));
    place = notifier;
    if (!watch.isDirty) {
        watch.isDirty = true;
        m_dirty.push_back(static_cast<int>(descriptor));
    }
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto descriptor = static_cast<std::size_t>(notifier->socket());
    if (QThread::currentThread() != thread()) {
        qWarning("a socket notifier cannot be disabled from another thread");
        return;
    }
    if (descriptor >= m_watches.size())
        return;
    Watch &watch = m_watches[descriptor];
    QSocketNotifier *&place = watch.notifiers[static_cast<std::size_t>(notifier->type())];
    if (place != notifier)
        return;
    place = nullptr;
    if (watch.wanted() == 0) {
        forget(static_cast<int>(descriptor), watch);
    } else if (!watch.isDirty) {
        watch.isDirty = true;
        m_dirty.push_back(static_cast<int>(descriptor));
    }
}

/** At once, since the descriptor may be closed next, and its number given to something else before we wait again. */
void EpollDispatcher::forget(int descriptor, Watch &watch)
{
    ++watch.generation;
    if (watch.registered == 0)
        return;
    watch.registered = 0;
    epoll_event unused{};
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, &unused);
}

void EpollDispatcher::applyInterest()
{
    for (const int descriptor : m_dirty) {
        Watch &watch = m_watches[static_cast<std::size_t>(descriptor)];
        watch.isDirty = false;
        if (watch.wanted() != watch.registered)
            apply(descriptor, watch);
    }
    m_dirty.clear();
}

void EpollDispatcher::apply(int descriptor, Watch &watch)
{
    epoll_event event{};
    event.events = watch.wanted();
    event.data.u64 = pack(descriptor, watch.generation);
    int operation = watch.registered ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    int failed = ::epoll_ctl(m_epoll, operation, descriptor, &event);
    if (failed && (errno == ENOENT || errno == EEXIST)) {
        // Closed behind the notifier's back and opened again, or the other way round.
        operation = operation == EPOLL_CTL_ADD ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
        failed = ::epoll_ctl(m_epoll, operation, descriptor, &event);
    }
    if (failed)
        qErrnoWarning("epoll_ctl of descriptor %d", descriptor);
    watch.registered = failed ? 0 : event.events;
}

void EpollDispatcher::registerTimer(Qt::TimerId timerId, Duration interval, Qt::TimerType timerType, QObject *object)
{
    m_timers.add(timerId, interval, timerType, object);
}

bool EpollDispatcher::unregisterTimer(Qt::TimerId timerId)
{
    return m_timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    return m_timers.removeAll(object);
}

QList<EpollDispatcher::TimerInfoV2> EpollDispatcher::timersForObject(QObject *object) const
{
    return m_timers.timersOf(object);
}

EpollDispatcher::Duration EpollDispatcher::remainingTime(Qt::TimerId timerId) const
{
    return m_timers.remaining(timerId);
}

void EpollDispatcher::wakeUp()
{
    if (m_state.exchange(State::WakeUpPending) == State::Asleep)
        ::eventfd_write(m_wakeUpDescriptor, 1);
}

void EpollDispatcher::interrupt()
{
    m_isInterrupted.store(true);
    wakeUp();
}

} // namespace plexi::net
