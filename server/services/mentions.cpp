// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/mentions.h"

#include "server/store/members_store.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

constexpr qsizetype kMaxUsername = 32;

/** Usernames are [a-z0-9._-]{2,32}, compared without case (contract, section 3). */
bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_'
        || c == u'-';
}

bool isPunctuation(QChar c)
{
    return c == u'.' || c == u'_' || c == u'-';
}

QStringList formsOf(QStringView name)
{
    QStringList forms;
    while (name.size() >= 2) {
        if (name.size() <= kMaxUsername)
            forms.append(name.toString().toLower());
        if (!isPunctuation(name.back()))
            break;
        name.chop(1);
    }
    return forms;
}

/** The member whom one of the forms of a name means. */
Result<std::optional<UserId>> memberNamed(store::Connection &connection, ChannelId channel, const QStringList &forms)
{
    for (const QString &form : forms) {
        auto user = store::members::findByUsername(connection, channel, form);
        if (!user || *user)
            return user;
    }
    return std::optional<UserId>();
}

Result<QList<UserId>> membersNamedIn(store::Connection &connection, ChannelId channel, const MentionedNames &mentioned)
{
    QList<UserId> members;
    for (const QStringList &forms : mentioned.names) {
        const auto user = memberNamed(connection, channel, forms);
        if (!user)
            return fail(user.error());
        if (*user && !members.contains(**user))
            members.append(**user);
    }
    return members;
}

/** The channel's members but the author: all of them, or those for whom @p isHere holds. */
Result<QList<UserId>> othersIn(store::Connection &connection, const protocol::Message &message, const IsHere &isHere)
{
    const auto members = store::members::ids(connection, message.channelId);
    if (!members)
        return fail(members.error());
    QList<UserId> others;
    for (const UserId user : *members) {
        if (others.size() < kMaxPresent && user != message.userId && (!isHere || isHere(user)))
            others.append(user);
    }
    return others;
}

} // namespace

MentionedNames mentionedNames(const QString &content)
{
    MentionedNames mentioned;
    qsizetype at = content.indexOf(u'@');
    while (at >= 0 && mentioned.names.size() < kMaxMentions) {
        qsizetype end = at + 1;
        while (end < content.size() && isNameCharacter(content[end]))
            ++end;
        const bool isInWord = at > 0 && (content[at - 1].isLetterOrNumber() || isNameCharacter(content[at - 1]));
        const QStringList forms = isInWord ? QStringList() : formsOf(QStringView(content).sliced(at + 1, end - at - 1));
        if (!forms.isEmpty() && forms.last() == "channel"_L1)
            mentioned.wholeChannel = true;
        else if (!forms.isEmpty() && forms.last() == "here"_L1)
            mentioned.whoIsHere = true;
        else if (!forms.isEmpty() && !mentioned.names.contains(forms))
            mentioned.names.append(forms);
        at = content.indexOf(u'@', end);
    }
    return mentioned;
}

Result<> resolveMentions(store::Connection &connection, protocol::Message &message, const QList<UserId> &named,
                         qint64 memberCount, const IsHere &isHere)
{
    message.mentions.clear();
    const MentionedNames mentioned = mentionedNames(message.content);
    message.mentionsChannel = mentioned.wholeChannel;
    for (const UserId user : named) {
        const auto isMember = store::members::isMember(connection, message.channelId, user);
        if (!isMember)
            return fail(isMember.error());
        if (*isMember && !message.mentions.contains(user))
            message.mentions.append(user);
    }
    auto users = membersNamedIn(connection, message.channelId, mentioned);
    if (!users)
        return fail(std::move(users.error()));
    const bool listsAll = mentioned.wholeChannel && memberCount <= kMaxListedMembers;
    // In a channel that is spoken to as a whole, who is here is spoken to anyway.
    if (listsAll || (mentioned.whoIsHere && !mentioned.wholeChannel)) {
        const auto others = othersIn(connection, message, listsAll ? IsHere() : isHere);
        if (!others)
            return fail(others.error());
        users->append(*others);
    }
    for (const UserId user : std::as_const(*users)) {
        if (!message.mentions.contains(user))
            message.mentions.append(user);
    }
    return {};
}

Result<QList<UserId>> namedOutsideContent(store::Connection &connection, const protocol::Message &message)
{
    // @channel and @here have listed people: who was named beside them cannot be told any more, and need not be.
    const MentionedNames mentioned = mentionedNames(message.content);
    if (message.mentions.isEmpty() || message.mentionsChannel || mentioned.whoIsHere)
        return QList<UserId>();
    const auto explained = membersNamedIn(connection, message.channelId, mentioned);
    if (!explained)
        return fail(explained.error());
    QList<UserId> named;
    for (const UserId user : message.mentions) {
        if (!explained->contains(user))
            named.append(user);
    }
    return named;
}

Result<QList<UserId>> namedByName(store::Connection &connection, const protocol::Message &message)
{
    const MentionedNames mentioned = mentionedNames(message.content);
    if (!message.mentionsChannel && !mentioned.whoIsHere)
        return message.mentions;
    // Who was named beside the content cannot be told any more.
    return membersNamedIn(connection, message.channelId, mentioned);
}

} // namespace plexi::services
