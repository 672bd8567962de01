// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quit_signals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace plexi::app {

namespace {

/** A signal handler can reach nothing but such a number. */
volatile std::sig_atomic_t wakeUp = -1;

void onSignal(int)
{
    const std::uint64_t one = 1;
    // Nothing could be done about a failure here.
    [[maybe_unused]] const ssize_t written = write(wakeUp, &one, sizeof one);
}

} // namespace

void quitOnSignals(QCoreApplication *application)
{
    const int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (descriptor < 0)
        return;
    wakeUp = descriptor;
    auto *notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, application);
    QObject::connect(notifier, &QSocketNotifier::activated, application, [application, descriptor] {
        std::uint64_t count = 0;
        if (read(descriptor, &count, sizeof count) == sizeof count)
            application->quit();
    });
    // Handlers, no mask: a mask would be handed down to a hosted server, which then could not be asked to end.
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace plexi::app
