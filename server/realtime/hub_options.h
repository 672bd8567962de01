// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/origin_policy.h"
#include "server/security/principal.h"

#include <chrono>
#include <functional>
#include <optional>

namespace plexi::realtime {

/** The numbers of the contract's section 6, and what tests shorten. */
struct HubOptions {
    /** Says with which `Origin` the session cookie counts. */
    net::OriginPolicy originPolicy = {};
    /**
     * Counts one `send_message` frame against the person's Messages limit: nothing where it may pass, else the seconds
     * to wait. Called on the loops' threads, several at a time. Null: no limit.
     */
    std::function<std::optional<int>(const security::Principal &)> takeMessage = {};

    std::chrono::milliseconds authenticationDeadline{10'000};
    std::chrono::milliseconds typingLapse{8'000};
    /** A `typing_start` repeated within this time goes to nobody; later ones tell those who subscribed meanwhile. */
    std::chrono::milliseconds typingRepeat{4'000};
    std::chrono::milliseconds offlineDelay{2'000};
    /** A peer that was silent for two of these is dead. */
    std::chrono::milliseconds pingInterval{20'000};
    /** How long the closing handshake may take before the connection is cut. */
    std::chrono::milliseconds closeDeadline{5'000};

    /** Bytes that wait in a socket's own buffer, beyond what the kernel took. */
    qint64 maxUnsentBytes = 1 << 20;
    /** Bytes of one frame, and of one message in several frames. */
    quint64 maxFrameBytes = 128 << 10;
    int maxSubscriptions = 1000;
    /** Frames that wait behind a `send_message` that is being stored. */
    qsizetype maxPendingFrames = 4'096;
    qsizetype maxPendingBytes = 1 << 20;
    /** Frames other than `send_message`, for each socket; large ones count more. 0: no limit. */
    float framesPerSecond = 50;
    float frameBurst = 200;
};

} // namespace plexi::realtime
