// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

/**
 * The parts of Slack's messages that have a structure, as Markdown. Pictures become links, since a message should make
 * nobody's client ask strangers; buttons become links where they lead somewhere; what has no text here is left out. After
 * Slack's "Block Kit" and "Legacy attachments" references; lenient, as that interface is, about what it does not know.
 */
namespace plexi::protocol {

/** Paragraphs for `blocks`; empty where nothing in them can be read. */
QString markdownFromBlocks(const QJsonArray &blocks);

/** One of `attachments`: its `pretext`, and the rest as a quotation; `fallback` where there is nothing else. */
QString markdownFromAttachment(const QJsonObject &attachment);

} // namespace plexi::protocol
