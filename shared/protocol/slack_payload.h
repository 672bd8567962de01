// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/message.h"

#include <QByteArray>
#include <QJsonObject>

namespace plexi::protocol {

class Schema;

/** What an incoming webhook is sent, in the form that Slack's takes, as what one of our messages says. */
struct SlackPayload {
    /** 1 to Message::kMaxContent code points; what is longer was cut. */
    QString content;
    ContentType contentType = ContentType::Markdown;

    /**
     * `text`, `blocks` (which stand for the text where both are there, as in Slack) and `attachments`. `username` and
     * `icon_emoji` make its first line, since a message has one author. ValidationError where nothing is said.
     */
    static Result<SlackPayload> fromJson(const QJsonObject &object);
    /**
     * Takes the payload out of a body: a JSON object, or a form with one in its field `payload`. BadRequest for what is
     * neither.
     */
    static Result<SlackPayload> fromBody(const QByteArray &body, bool isForm);
    static Schema schema();
    static Schema formSchema();
};

} // namespace plexi::protocol
