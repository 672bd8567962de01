// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/people.h"

using namespace Qt::StringLiterals;

namespace plexi::app {

QString initialsOf(QStringView name)
{
    QString initials;
    for (const QStringView word : name.split(u' ', Qt::SkipEmptyParts)) {
        // The first letter or figure, whole even where it is a surrogate pair; punctuation is skipped.
        for (qsizetype i = 0; i < word.size(); ++i) {
            const bool isPair = word[i].isHighSurrogate() && i + 1 < word.size();
            const char32_t point = isPair ? QChar::surrogateToUcs4(word[i], word[i + 1]) : word[i].unicode();
            if (QChar::isLetterOrNumber(point)) {
                initials += QString::fromUcs4(&point, 1).toUpper();
                break;
            }
            i += isPair ? 1 : 0;
        }
        if (initials.size() >= 2)
            break;
    }
    return initials.isEmpty() ? u"?"_s : initials;
}

const protocol::User *People::find(UserId id) const
{
    const auto found = m_users.constFind(id);
    return found == m_users.constEnd() ? nullptr : &*found;
}

const protocol::User *People::named(const QString &username) const
{
    return find(m_names.value(username.toLower()));
}

QString People::nameOf(UserId id)
{
    if (const protocol::User *user = find(id))
        return user->displayName.isEmpty() ? user->username : user->displayName;
    if (!id.isNull() && !m_asked.contains(id)) {
        m_asked.insert(id);
        emit missing(id);
    }
    return {};
}

QString People::avatarOf(UserId id) const
{
    const protocol::User *user = find(id);
    if (!user || !user->avatarUrl)
        return {};
    // The end makes another picture another address.
    return m_pictures + u"person/%1/%2"_s.arg(id.toString()).arg(qHash(*user->avatarUrl), 0, 16);
}

protocol::PresenceStatus People::presenceOf(UserId id) const
{
    const protocol::User *user = find(id);
    return user ? user->status : m_earlyPresence.value(id, protocol::PresenceStatus::Offline);
}

void People::put(const protocol::User &user, Moment asked)
{
    const protocol::User *known = find(user.id);
    const bool isNew = !known;
    protocol::User put = user;
    if (known && m_presenceHeard.value(user.id) > asked) {
        put.status = known->status;
        put.lastSeen = known->lastSeen;
    }
    m_users.insert(user.id, put);
    m_names.insert(user.username.toLower(), user.id);
    m_asked.insert(user.id);
    if (isNew && m_earlyPresence.contains(user.id))
        m_users[user.id].status = m_earlyPresence.take(user.id);
    if (isNew)
        emit added(user.id);
    emit changed(user.id);
    emit heard(user.id);
}

void People::setPresence(UserId id, protocol::PresenceStatus status, std::optional<Timestamp> lastSeen)
{
    m_presenceHeard.insert(id, ++m_now);
    const auto found = m_users.find(id);
    if (found == m_users.end()) {
        m_earlyPresence.insert(id, status);
        return;
    }
    if (found->status == status && found->lastSeen == lastSeen)
        return;
    found->status = status;
    if (lastSeen)
        found->lastSeen = lastSeen;
    emit changed(id);
}

void People::forgetPresence()
{
    m_earlyPresence.clear();
    for (const UserId id : m_users.keys())
        setPresence(id, protocol::PresenceStatus::Offline, std::nullopt);
}

} // namespace plexi::app
