// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/channel.h"
#include "shared/protocol/message.h"
#include "shared/protocol/scheduled_message.h"

#include <optional>

namespace plexi::protocol {

/** What people may write after a slash. */
struct CommandInfo {
    /** Without the slash. */
    QString name;
    /** What follows it: "[@somebody …]"; empty for nothing. */
    QString arguments;
    /** One sentence. */
    QString description;

    QJsonObject toJson() const;
    static Schema schema();

    static constexpr qsizetype kMaxText = Message::kMaxContent;
};

/** What a command has done. */
struct CommandAnswer {
    QString command;
    /** For the eyes of who called it; empty where what it did speaks for itself. */
    QString text = {};
    /** What it posted, changed or made. */
    std::optional<Message> message = std::nullopt;
    std::optional<Channel> channel = std::nullopt;
    std::optional<ScheduledMessage> scheduled = std::nullopt;

    /** As UTF-8. */
    QByteArray toJson() const;
    static Schema schema();
};

} // namespace plexi::protocol
