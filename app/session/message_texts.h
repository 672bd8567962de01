// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/channels.h"
#include "app/session/people.h"
#include "app/text/markdown.h"

#include <QCache>

namespace plexi::app {

/** Messages as they are read: Markdown made into parts, with the names that this session knows. Main thread. */
class MessageTexts : private NameBook
{
public:
    /** Of links to people and channels; what follows is the id. */
    static constexpr QLatin1StringView kScheme{"plexichat"};
    /** Texts whose parts are remembered, so that scrolling back costs nothing. */
    static constexpr int kRemembered = 200;

    /** Both must outlive this. */
    MessageTexts(People *people, Channels *channels, UserId self);

    /** Nothing where the content is shown as it is. */
    QList<TextPart> partsOf(const protocol::Message &message);

private:
    std::optional<Named> person(const QString &username) const override;
    std::optional<Named> channel(const QString &slug) const override;

    People *m_people;
    Channels *m_channels;
    UserId m_self;
    Markdown m_markdown;
    QCache<QString, QList<TextPart>> m_known;
};

} // namespace plexi::app
