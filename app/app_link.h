// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <QUrl>

#include <optional>

namespace plexi::app {

/**
 * What a link to this program leads to:
 * plexichat://HOST[:PORT]                              a server
 * plexichat://HOST[:PORT]/channels/ID                  a channel
 * plexichat://HOST[:PORT]/channels/ID/messages/ID      a message in it
 * plexichat://HOST[:PORT]/invite/CODE                  an account to be made there
 */
struct AppLink {
    static constexpr QStringView kScheme = u"plexichat";

    /** "chat.example.org:8000", as people write an address. */
    QString host;
    QString channelId = {};
    QString messageId = {};
    QString inviteCode = {};

    /** Nothing for what is none of these. Links come from strangers: nothing in one of them is more than a wish. */
    static std::optional<AppLink> parse(const QString &text);
    /** Of the server at this address; nothing else is in it. */
    static AppLink to(const QString &address);
    QString toString() const;
    /** The server of @p address is the one that is meant. */
    bool isAt(const QString &address) const;

    friend bool operator==(const AppLink &, const AppLink &) = default;
};

} // namespace plexi::app
