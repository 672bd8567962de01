// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/ids.h"
#include "shared/core/timestamp.h"

#include <QUrlQuery>

#include <optional>

namespace plexi::protocol {

struct Message;

/** Which messages a search is for, beside the words: those to which all of it applies. */
struct MessageFilter {
    /** Null for anybody. */
    UserId from = {};
    bool hasFile = false;
    bool hasLink = false;
    /** Not older than this. */
    std::optional<Timestamp> since = {};
    /** Older than this. */
    std::optional<Timestamp> until = {};

    bool isEmpty() const { return *this == MessageFilter{}; }
    bool fits(const Message &message) const;
    /** As GET /messages/search takes it. */
    void write(QUrlQuery &query) const;

    friend bool operator==(const MessageFilter &, const MessageFilter &) = default;
};

} // namespace plexi::protocol
