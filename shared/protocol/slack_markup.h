// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plexi::protocol {

/**
 * Slack's own markup as Markdown: `*bold*` and `~struck~` get CommonMark's and GFM's marks, `<address|label>` becomes a
 * link, `<!channel>`, `<!here>` and `<@name>` become mentions, `&lt;`, `&gt;` and `&amp;` characters. What stands in code,
 * and what is Markdown already, is left alone. After Slack's "Formatting message text".
 */
QString markdownFromSlack(QStringView text);

/** A link to @p address where that is one to follow (http, https, mailto), else @p label alone. */
QString markdownLink(const QString &address, const QString &label);

} // namespace plexi::protocol
