// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/message_texts.h"

using namespace Qt::StringLiterals;

namespace plexi::app {

MessageTexts::MessageTexts(People *people, Channels *channels, UserId self)
    : m_people(people), m_channels(channels), m_self(self), m_known(kRemembered)
{
    // A name that is known now may stand in any of them.
    QObject::connect(people, &People::heard, people, [this] { m_known.clear(); });
    QObject::connect(channels, &Channels::added, channels, [this] { m_known.clear(); });
    QObject::connect(channels, &Channels::removed, channels, [this] { m_known.clear(); });
}

QList<TextPart> MessageTexts::partsOf(const protocol::Message &message)
{
    const bool isMarkdown = message.contentType == protocol::ContentType::Markdown;
    const QString key = (isMarkdown ? u'm' : u't') + message.content;
    if (const QList<TextPart> *known = m_known.object(key))
        return *known;
    QList<TextPart> parts;
    if (!Markdown::isPlain(message.content, *this))
        parts = isMarkdown ? m_markdown.parts(message.content, *this) : m_markdown.plainParts(message.content, *this);
    m_known.insert(key, new QList<TextPart>(parts));
    return parts;
}

std::optional<NameBook::Named> MessageTexts::person(const QString &username) const
{
    const protocol::User *user = m_people->named(username);
    if (!user)
        return std::nullopt;
    return Named{.name = user->displayName.isEmpty() ? user->username : user->displayName,
                 .link = kScheme + (u':' + user->id.toString()),
                 .isSelf = user->id == m_self};
}

std::optional<NameBook::Named> MessageTexts::channel(const QString &slug) const
{
    for (const ChannelId id : m_channels->ids()) {
        const protocol::Channel *channel = m_channels->find(id);
        if (channel->slug == slug)
            return Named{.name = channel->name, .link = kScheme + (u':' + id.toString())};
    }
    return std::nullopt;
}

} // namespace plexi::app
