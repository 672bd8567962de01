// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHttpHeaders>
#include <QUrl>

#include <chrono>

namespace plexi::outgoing {

/** Where an address comes from, and so what it may lead to. */
enum class Trust {
    /** From people: globally routable addresses only, and what an admin excepts. */
    People,
    /** From the admin's configuration: what is written there, wherever it is. A redirect elsewhere is people's again. */
    Configuration,
};

/** What to do with a body that is longer than what was asked for. */
enum class Overflow { Refuse, Truncate };

/** A request to somebody else's server. */
struct Request {
    QUrl url;
    QByteArray method = "GET";
    /** Sent to the origin of @c url only. `Host` and what the connection needs are added. */
    QHttpHeaders headers = {};
    QByteArray body = {};
    Trust trust = Trust::People;
    /** Of the answer's body, decompressed; in bytes. */
    qint64 maxBytes = 1 << 20;
    Overflow overflow = Overflow::Refuse;
    /** For the whole of it, redirects included. */
    std::chrono::milliseconds deadline = std::chrono::seconds(10);
    /** 0: a redirect is the answer. */
    int maxRedirects = 3;
};

struct Answer {
    int status = 0;
    QHttpHeaders headers;
    QByteArray body;
    /** Where it came from in the end. */
    QUrl url;
    bool isTruncated = false;
};

} // namespace plexi::outgoing
