// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plexi::app {

/** Who and what may be named in a message. */
class NameBook
{
public:
    struct Named {
        /** As people call it, without @ or #. */
        QString name;
        /** Where a click leads: "plexichat:user_7". */
        QString link;
        /** It means the reader. */
        bool isSelf = false;
    };

    virtual ~NameBook() = default;
    /** @p username as it was written after the @; nothing for nobody. */
    virtual std::optional<Named> person(const QString &username) const = 0;
    /** @p slug as it was written after the #. */
    virtual std::optional<Named> channel(const QString &slug) const = 0;
};

/** For HTML, outside of tags and inside of attributes. */
QString escaped(QStringView text);

/**
 * Text in which nothing is markup any more, as HTML: @name, @channel, @here and #channel as chips where they name something,
 * :shortcode: as its emoji. The classes are "m" (a chip), "me" (one that means the reader).
 */
QString inlineHtml(QStringView text, const NameBook &names);

/** Whether inlineHtml() would change more than escape it. */
bool hasInlineMarkup(QStringView text, const NameBook &names);

} // namespace plexi::app
