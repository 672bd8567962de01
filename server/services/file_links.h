// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/key_ring.h"
#include "shared/core/timestamp.h"
#include "shared/protocol/message.h"

#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace plexi::services {

/**
 * Addresses under which files are had without credentials, for pictures in pages and for people's browsers (contract,
 * sections 1 and 9): signed with a key of their own purpose, for one viewer and 15 minutes, or for anybody where the file
 * is public. They say who asks, and no more: whether that person may have the file is decided when it is asked for.
 * Thread-safe.
 */
class FileLinks
{
public:
    static constexpr int kLifeSeconds = 15 * 60;

    enum class Kind { Content, Thumbnail };

    /** Who a link is for. */
    struct Grant {
        Kind kind = Kind::Content;
        /** Nothing: anybody, as long as the file is public. */
        std::optional<UserId> viewer;
    };

    /** @p publicUrl: what addresses begin with; empty: they are paths on this server. @p clock: for tests. */
    FileLinks(security::KeyRing keys, const QUrl &publicUrl, std::function<Timestamp()> clock = Timestamp::now);

    /** Sets url and, where there is a thumbnail, thumbnailUrl. */
    void sign(protocol::File &file, UserId viewer) const;
    void sign(protocol::Message &message, UserId viewer) const;
    void sign(QList<protocol::Message> &messages, UserId viewer) const;

    /** What the query of such an address grants for @p file; NotFound where it was not made here or its time is over. */
    Result<Grant> verify(FileId file, const QUrlQuery &query) const;

private:
    QString address(const protocol::File &file, const QString &name, Kind kind, UserId viewer) const;
    QByteArray signature(const QByteArray &keyId, FileId file, Kind kind, std::optional<UserId> viewer,
                         qint64 expires) const;

    const security::KeyRing m_keys;
    const QString m_publicUrl;
    const std::function<Timestamp()> m_clock;
};

} // namespace plexi::services
