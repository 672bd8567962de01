// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/termination.h"

#include <windows.h>

namespace plexi::commands {

namespace {

HANDLE terminationEvent()
{
    static const HANDLE event = ::CreateEventW(nullptr, TRUE, FALSE, nullptr);
    return event;
}

BOOL WINAPI onConsoleEvent(DWORD)
{
    ::SetEvent(terminationEvent());
    return TRUE;
}

} // namespace

void holdTerminationSignals()
{
    ::SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

void waitForTermination()
{
    ::WaitForSingleObject(terminationEvent(), INFINITE);
}

} // namespace plexi::commands
