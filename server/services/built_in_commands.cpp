// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/built_in_commands.h"

#include "server/services/moments.h"
#include "server/store/users_store.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace plexi::services {

using protocol::CommandAnswer;
using protocol::CommandInfo;
using protocol::NewMessage;
using protocol::NotificationLevel;

namespace {

QString listed(const CommandInfo &info)
{
    const QString arguments = info.arguments.isEmpty() ? QString() : u' ' + info.arguments;
    return u"/%1%2 – %3"_s.arg(info.name, arguments, info.description);
}

NewMessage draftFor(const CommandCall &call, const QString &content, protocol::ContentType type)
{
    NewMessage draft;
    draft.channel = call.channel.toString();
    draft.content = content;
    draft.contentType = type;
    return draft;
}

/** What a command makes of an argument is held to the rules of the request that does the same. */
Result<> checkLength(const QString &text, qsizetype max)
{
    if (text.toUcs4().size() > max)
        return fail(Error::validation(u"text"_s, u"Must be at most %1 characters after the command"_s.arg(max)));
    return {};
}

} // namespace

void BuiltInCommands::add(CommandsService &registry, QString name, QString arguments, QString description, Run run)
{
    const CommandInfo info{
        .name = std::move(name), .arguments = std::move(arguments), .description = std::move(description)};
    registry.add({.info = info, .run = [this, info, run](CommandCall call) {
                      return (this->*run)(std::move(call), info);
                  }});
}

void BuiltInCommands::addTo(CommandsService &registry)
{
    m_registry = &registry;
    add(registry, u"dm"_s, u"@somebody [@others …] text"_s, u"Writes to people directly"_s, &BuiltInCommands::direct);
    add(registry, u"help"_s, u"[command]"_s, u"Says what may be written after a slash"_s, &BuiltInCommands::help);
    add(registry, u"invite"_s, u"@somebody [@others …]"_s, u"Adds people to this channel"_s, &BuiltInCommands::invite);
    add(registry, u"join"_s, u"[channel]"_s, u"Joins a public channel, or this one"_s, &BuiltInCommands::join);
    add(registry, u"leave"_s, {}, u"Leaves this channel"_s, &BuiltInCommands::leave);
    add(registry, u"me"_s, u"text"_s, u"Says what one is doing"_s, &BuiltInCommands::me);
    add(registry, u"mute"_s, {}, u"Wants no notifications of this channel"_s, &BuiltInCommands::setLevel);
    add(registry, u"remind"_s, u"[me] text in 20 minutes, or at 17:30, or tomorrow at 9:00"_s,
        u"Writes it to oneself at that time"_s, &BuiltInCommands::remind);
    add(registry, u"remove"_s, u"@somebody [@others …]"_s, u"Removes people from this channel"_s,
        &BuiltInCommands::removeMember);
    add(registry, u"rename"_s, u"name"_s, u"Gives this channel another name"_s, &BuiltInCommands::rename);
    add(registry, u"shrug"_s, u"[text]"_s, u"Adds ¯\\_(ツ)_/¯ to a message"_s, &BuiltInCommands::shrug);
    add(registry, u"topic"_s, u"[text]"_s, u"Sets this channel's topic, or shows it"_s, &BuiltInCommands::topic);
    add(registry, u"unmute"_s, {}, u"Wants all notifications of this channel again"_s, &BuiltInCommands::setLevel);
}

BuiltInCommands::Answer BuiltInCommands::help(CommandCall call, CommandInfo info)
{
    QString wanted = call.arguments.toLower();
    if (wanted.startsWith(u'/'))
        wanted.remove(0, 1);
    QStringList lines;
    for (const CommandInfo &known : m_registry->list()) {
        if (wanted.isEmpty() || known.name == wanted)
            lines.append(listed(known));
    }
    if (lines.isEmpty())
        co_return fail(CommandsService::usage(info));
    co_return CommandAnswer{.command = call.name, .text = lines.join(u'\n')};
}

BuiltInCommands::Answer BuiltInCommands::post(security::Principal caller, QString command, NewMessage draft)
{
    auto checked = checkLength(draft.content, protocol::Message::kMaxContent);
    if (!checked)
        co_return fail(std::move(checked.error()));
    const Result<MessagesService::Sent> sent = co_await d.messages.send(std::move(caller), std::move(draft));
    if (!sent)
        co_return fail(sent.error());
    co_return CommandAnswer{.command = command, .message = sent->message};
}

BuiltInCommands::Answer BuiltInCommands::me(CommandCall call, CommandInfo info)
{
    if (call.arguments.isEmpty())
        co_return fail(CommandsService::usage(info));
    NewMessage draft = draftFor(call, u'_' + call.arguments + u'_', protocol::ContentType::Markdown);
    co_return co_await post(call.caller, call.name, std::move(draft));
}

BuiltInCommands::Answer BuiltInCommands::shrug(CommandCall call, CommandInfo)
{
    const QString content = u"%1 ¯\\_(ツ)_/¯"_s.arg(call.arguments).trimmed();
    NewMessage draft = draftFor(call, content, protocol::ContentType::Text);
    co_return co_await post(call.caller, call.name, std::move(draft));
}

BuiltInCommands::Answer BuiltInCommands::topic(CommandCall call, CommandInfo)
{
    const QString channel = call.channel.toString();
    if (call.arguments.isEmpty()) {
        const auto found = d.channels.get(call.caller, channel);
        if (!found)
            co_return fail(found.error());
        const QString text = found->topic.isEmpty() ? u"This channel has no topic."_s : found->topic;
        co_return CommandAnswer{.command = call.name, .text = text, .channel = *found};
    }
    if (auto checked = checkLength(call.arguments, protocol::Channel::kMaxTopic); !checked)
        co_return fail(std::move(checked.error()));
    protocol::ChannelChange change;
    change.topic = call.arguments;
    const auto changed = co_await d.channels.update(call.caller, channel, std::move(change));
    if (!changed)
        co_return fail(changed.error());
    co_return CommandAnswer{.command = call.name, .channel = *changed};
}

BuiltInCommands::Answer BuiltInCommands::rename(CommandCall call, CommandInfo info)
{
    if (call.arguments.isEmpty())
        co_return fail(CommandsService::usage(info));
    if (auto checked = checkLength(call.arguments, protocol::Channel::kMaxName); !checked)
        co_return fail(std::move(checked.error()));
    protocol::ChannelChange change;
    change.name = call.arguments;
    const auto changed = co_await d.channels.update(call.caller, call.channel.toString(), std::move(change));
    if (!changed)
        co_return fail(changed.error());
    co_return CommandAnswer{.command = call.name, .channel = *changed};
}

Result<QList<UserId>> BuiltInCommands::people(const QString &names, const CommandInfo &info)
{
    QList<UserId> found;
    for (const QString &word : names.simplified().split(u' ', Qt::SkipEmptyParts)) {
        if (!word.startsWith(u'@') || word.size() < 2)
            return fail(CommandsService::usage(info));
        const auto user = store::users::findByLogin(d.database.reader(), word.sliced(1));
        if (!user)
            return fail(user.error());
        // An address would be found too, but is nobody's name.
        if (!*user || (*user)->username != word.sliced(1).toLower())
            return fail(Error::notFound(u"User"));
        if (!found.contains((*user)->id))
            found.append((*user)->id);
    }
    if (found.isEmpty())
        return fail(CommandsService::usage(info));
    return found;
}

BuiltInCommands::Answer BuiltInCommands::invite(CommandCall call, CommandInfo info)
{
    const auto named = people(call.arguments, info);
    if (!named)
        co_return fail(named.error());
    const auto added = co_await d.members.add(call.caller, call.channel.toString(), *named);
    if (!added)
        co_return fail(added.error());
    co_return CommandAnswer{.command = call.name};
}

BuiltInCommands::Answer BuiltInCommands::removeMember(CommandCall call, CommandInfo info)
{
    const auto named = people(call.arguments, info);
    if (!named)
        co_return fail(named.error());
    for (const UserId user : *named) {
        const Result<> removed = co_await d.members.remove(call.caller, call.channel.toString(), user);
        if (!removed)
            co_return fail(removed.error());
    }
    co_return CommandAnswer{.command = call.name};
}

BuiltInCommands::Answer BuiltInCommands::join(CommandCall call, CommandInfo)
{
    QString channel = call.arguments.isEmpty() ? call.channel.toString() : call.arguments;
    if (channel.startsWith(u'#'))
        channel.remove(0, 1);
    const auto joined = co_await d.members.join(call.caller, std::move(channel));
    if (!joined)
        co_return fail(joined.error());
    co_return CommandAnswer{.command = call.name, .channel = *joined};
}

BuiltInCommands::Answer BuiltInCommands::leave(CommandCall call, CommandInfo)
{
    const Result<> left = co_await d.members.leave(call.caller, call.channel.toString());
    if (!left)
        co_return fail(left.error());
    co_return CommandAnswer{.command = call.name};
}

BuiltInCommands::Answer BuiltInCommands::direct(CommandCall call, CommandInfo info)
{
    qsizetype end = 0;
    while (end < call.arguments.size() && call.arguments[end] == u'@') {
        while (end < call.arguments.size() && !call.arguments[end].isSpace())
            ++end;
        while (end < call.arguments.size() && call.arguments[end].isSpace())
            ++end;
    }
    const auto named = people(call.arguments.first(end), info);
    if (!named)
        co_return fail(named.error());
    const QString text = call.arguments.sliced(end);
    if (text.isEmpty())
        co_return fail(CommandsService::usage(info));
    const auto opened = co_await d.channels.openDirect(call.caller, *named);
    if (!opened)
        co_return fail(opened.error());
    call.channel = opened->channel.id;
    NewMessage draft = draftFor(call, text, protocol::ContentType::Text);
    auto answer = co_await post(call.caller, call.name, std::move(draft));
    if (answer)
        answer->channel = opened->channel;
    co_return answer;
}

BuiltInCommands::Answer BuiltInCommands::setLevel(CommandCall call, CommandInfo)
{
    const NotificationLevel level = call.name == "mute"_L1 ? NotificationLevel::None : NotificationLevel::All;
    const auto changed = co_await d.members.setNotificationLevel(call.caller, call.channel.toString(), level);
    if (!changed)
        co_return fail(changed.error());
    co_return CommandAnswer{.command = call.name, .channel = *changed};
}

Result<QTimeZone> BuiltInCommands::zoneOf(UserId user)
{
    const auto row = store::users::find(d.database.reader(), user);
    if (!row)
        return fail(row.error());
    const QString name = *row ? (*row)->preferences.value("timezone"_L1).toString() : QString();
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

BuiltInCommands::Answer BuiltInCommands::remind(CommandCall call, CommandInfo info)
{
    QString words = call.arguments;
    // "me" and "me to" are what people write first.
    for (const auto prefix : {"me "_L1, "to "_L1}) {
        if (words.startsWith(prefix, Qt::CaseInsensitive))
            words = words.sliced(prefix.size()).trimmed();
    }
    const auto zone = zoneOf(call.caller.userId);
    if (!zone)
        co_return fail(zone.error());
    const auto wanted = readTimedText(words, Timestamp::now(), *zone);
    if (!wanted)
        co_return fail(CommandsService::usage(info));
    const QString content = u"Reminder: "_s + wanted->text;
    if (auto checked = checkLength(content, protocol::Message::kMaxContent); !checked)
        co_return fail(std::move(checked.error()));
    // Where nobody else reads it, and where it stays until it was done.
    const auto opened = co_await d.channels.openDirect(call.caller, QList{call.caller.userId});
    if (!opened)
        co_return fail(opened.error());
    call.channel = opened->channel.id;
    const protocol::NewScheduled later{.message = draftFor(call, content, protocol::ContentType::Text),
                                       .sendAt = wanted->moment};
    const auto made = co_await d.scheduled.create(call.caller, later);
    if (!made)
        co_return fail(made.error());
    const QString moment = QDateTime::fromMSecsSinceEpoch(wanted->moment.ms, *zone).toString(Qt::ISODate);
    co_return CommandAnswer{.command = call.name,
                            .text = u"You will be reminded at "_s + moment,
                            .channel = opened->channel,
                            .scheduled = made->scheduled};
}

} // namespace plexi::services
