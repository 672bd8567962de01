// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// What plexichat-app-bench is started for, each in a process of its own. It says "ready", and then its figures, a line of
// the standard output each: a name, and the values behind it.

namespace plexi::bench {

void sayReady();

/** A window with a line of text and nothing else: what Qt Quick itself takes. Says "shown", and waits for its end. */
int showEmptyWindow();

/** Signs in at @p addresses and keeps the newest @p messages of each channel, as somebody does who reads all of it. */
void keepMessages(const QStringList &addresses, int messages);

/** Goes through every account, channel and panel; says what is in memory before and after. */
void useEverything();

/** Opens the channel "general" and scrolls in it. */
void readGeneral();

/** Says "ready" once it is in "general", and writes there while messages come. */
void writeInGeneral();

} // namespace plexi::bench
