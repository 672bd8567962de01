// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/screenshots/sample_world.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::test {

using protocol::ChannelType;
using protocol::Message;
using protocol::PresenceStatus;

SampleWorld::SampleWorld(FakeWorld *world) : m_world(world)
{
    // Nobody writes in the future: early in the morning the pictures show the day before.
    const QDateTime now = QDateTime::currentDateTime();
    m_lastDay = now.time() < QTime(10, 0) ? now.date().addDays(-1) : now.date();
    addPeople();
    addChannels();
    writeRelease();
    writeOthers();
    writeThread();
}

void SampleWorld::addPeople()
{
    const auto add = [this](const QString &username, const QString &name, PresenceStatus status) {
        const UserId id = m_world->addUser(username, name);
        m_world->user(id).status = status;
        return id;
    };
    self = add(kUsername, u"Priya Raghunathan"_s, PresenceStatus::Online);
    ingrid = add(u"ingrid"_s, u"Ingrid Sørensen"_s, PresenceStatus::Online);
    kenji = add(u"kenji"_s, u"Kenji Watanabe"_s, PresenceStatus::Online);
    amara = add(u"amara"_s, u"Amara Okafor"_s, PresenceStatus::Online);
    mateus = add(u"mateus"_s, u"Mateus Oliveira"_s, PresenceStatus::Offline);
    meiling = add(u"meiling"_s, u"Mei-Ling Chen"_s, PresenceStatus::Online);
    youssef = add(u"youssef"_s, u"Youssef Haddad"_s, PresenceStatus::Away);
    lucia = add(u"lucia"_s, u"Lucía Fernández"_s, PresenceStatus::Dnd);
    fatima = add(u"fatima"_s, u"Fatima Zahra Bennani"_s, PresenceStatus::Offline);
}

void SampleWorld::addChannels()
{
    const QSet<UserId> all{self, ingrid, kenji, amara, mateus, meiling, youssef, lucia, fatima};
    const auto add = [this](const QString &name, ChannelType type, const QSet<UserId> &members,
                            const QString &topic = {}) {
        const ChannelId id = m_world->addChannel(name, type, members, members.contains(self) ? self : *members.begin());
        m_world->room(id).channel.topic = topic;
        return id;
    };
    general = add(u"general"_s, ChannelType::Public, all, u"For everybody, about everything."_s);
    release = add(u"release-2-4"_s, ChannelType::Public, all,
                  u"Harbor 2.4 ships Thursday 26 November. Owners in the plan."_s);
    design = add(u"design"_s, ChannelType::Public, {self, amara, lucia}, u"Colours, icons, words"_s);
    support = add(u"support-desk"_s, ChannelType::Public, {self, meiling, fatima});
    leads = add(u"leads"_s, ChannelType::Private, {self, ingrid});
    fresh = add(u"winter-race"_s, ChannelType::Public, {self}, u"Who sails on the sixth of December?"_s);
    add(u"performance"_s, ChannelType::Public, {self, kenji, mateus});
    add(u"translations"_s, ChannelType::Public, {self, lucia, youssef});
    preview = add(u"retro"_s, ChannelType::Public, {kenji, mateus, ingrid}, u"What went well, what did not"_s);
    add(u"store-reviews"_s, ChannelType::Public, {meiling, fatima, lucia, amara},
        u"What people write about us, week by week, and the answers we gave them"_s);
    add(u"lunch"_s, ChannelType::Public, {mateus});
    directKenji = add({}, ChannelType::Direct, {self, kenji});
    for (const UserId other : {meiling, youssef, lucia, fatima})
        add({}, ChannelType::Direct, {self, other});
}

void SampleWorld::writeRelease()
{
    const Message notes = say(
        lucia, release,
        u"Release notes are translated except Arabic. @youssef do you have an hour this weekend? The file is in "
        u"#translations."_s,
        QTime(17, 22), 1);
    markEdited(notes);
    say(lucia, release, u"The store texts are done as well."_s, QTime(17, 23), 1);
    reply(notes, youssef, u"نعم، سأراجع ملاحظات الإصدار وشاشة البوصلة غدًا صباحًا."_s, QTime(17, 40), 1);
    const Message scope = say(ingrid, release,
                              u"Scope of 2.4 is frozen, the plan is attached. @priya is Wednesday free for tests?"_s,
                              QTime(9, 4));
    say(kenji, release,
        u"The tile cache stays under its limit now: memory on my old tablet went from 412 MB to 188 MB after an hour of panning.\n"
        u"Traces before and after are in #performance."_s,
        QTime(9, 18));
    const Message wrong = say(mateus, release, u"I tag rc2 now."_s, QTime(9, 20));
    m_world->remove(release, wrong.id);
    const Message read = say(mateus, release, u"I tag rc2 at 15:00 if #performance stays green 🤞"_s, QTime(9, 21));
    m_world->markRead(self, release, read.id);
    const Message night = reply(scope, amara,
                                u"Night colours for depth contours are in 2.4.0-rc1. Screens from last night's sail:"_s,
                                QTime(9, 27));
    markEdited(night);
    const Message dark = say(
        amara, release,
        u"They are a little too dark on the old tablets, so we may want one more step between five and ten metres "
        u"before this ships to everyone on Thursday."_s,
        QTime(9, 28));
    markEdited(dark);
    say(meiling, release, u"Screenshots are ready in six languages. Arabic needs one more look."_s, QTime(9, 31));
}

void SampleWorld::writeOthers()
{
    const QStringList lines{
        u"Morning! The harbour is all fog today."_s, u"Same here. You cannot see the end of the pier."_s,
        u"Does anybody have the key of the boat house?"_s, u"I left it with Fatima on Friday."_s,
        u"Thanks. I bring the new charts at noon, there are a few we have never seen before, with the old wrecks."_s};
    const QList<UserId> people{ingrid, kenji, amara, meiling, mateus};
    for (int i = 0; i < 120; ++i)
        say(people.at((i / 2) % people.size()), general, lines.at(i % lines.size()), QTime(8 + i / 60, i % 60), 2);
    m_world->markRead(self, general, m_world->room(general).messages.lastKey());
    say(ingrid, general, u"Cake in the kitchen."_s, QTime(9, 40));
    say(meiling, general, u"Already gone."_s, QTime(9, 42));
    say(fatima, support, u"@priya a skipper from Bergen asks whether the winter charts are in 2.4."_s, QTime(9, 12));
    say(fatima, support, u"@priya and one from Tromsø."_s, QTime(9, 44));
    const Message asked = say(kenji, directKenji, u"Do you have ten minutes for the trace before lunch?"_s,
                              QTime(9, 2));
    m_world->markRead(self, directKenji, asked.id);
    say(self, directKenji, u"Yes, at half past eleven."_s, QTime(9, 3));
    say(ingrid, preview, u"Last sprint: two releases, no rollback. The night build was red for three days, though."_s,
        QTime(16, 0), 3);
    for (const FakeWorld::Room &room : std::as_const(m_world->rooms())) {
        if (room.channel.type == ChannelType::Direct && room.members.contains(meiling))
            say(meiling, room.channel.id, u"Can you look at the Arabic screens with me?"_s, QTime(9, 35));
    }
}

void SampleWorld::writeThread()
{
    auto &messages = m_world->room(release).messages;
    Message &scope = *std::ranges::find_if(messages,
                                           [](const Message &one) { return one.content.startsWith("Scope"_L1); });
    scope.attachments = {files().first()};
    for (const UserId who : {kenji, amara, self, mateus})
        m_world->react(release, scope.id, who, who == self || who == mateus ? u"🎉"_s : u"👍"_s);
    m_world->pin(release, scope.id, ingrid, true);
    Message &root = *std::ranges::find_if(messages,
                                          [](const Message &one) { return one.content.startsWith("The tile"_L1); });
    cache = root.id;
    root.content =
        u"The tile cache stays under its limit now. The whole fix:\n```cpp\nwhile (m_bytes + tile.size() > m_limit &&"
        u" !m_order.empty())\n    evict(m_order.back()); // least recently used first\nm_bytes += tile.size();\n```"_s;
    const auto answer = [this](UserId who, const QString &text, QTime time) {
        const Message made = m_world->post(who, release, text, {}, cache);
        m_world->room(release).messages[made.id].createdAt = {QDateTime(m_lastDay, time).toMSecsSinceEpoch()};
    };
    answer(amara, u"Memory on my old tablet went from 412 MB to 188 MB after an hour of panning. Lovely."_s,
           QTime(9, 26));
    answer(mateus, u"Does `evict` run on the render thread? I saw one long frame at zoom 14."_s, QTime(9, 31));
    answer(kenji, u"It does, 0.2 ms at worst in the trace. I can move it to the loader if @meiling agrees."_s,
           QTime(9, 36));
    Message &kept = m_world->room(release).messages[cache];
    kept.lastReplyAt = Timestamp{QDateTime(m_lastDay, QTime(9, 36)).toMSecsSinceEpoch()};
}

protocol::File SampleWorld::file(qint64 id, const QString &name, const QString &type, qint64 size)
{
    protocol::File made;
    made.id = FileId(id);
    made.filename = name;
    made.originalFilename = name;
    made.contentType = type;
    made.size = size;
    return made;
}

QList<protocol::File> SampleWorld::files() const
{
    QList<protocol::File> list{
        file(1, u"Harbor 2.4 release plan.pdf"_s, u"application/pdf"_s, 1'890'000),
        file(2, u"tile-cache-trace.zip"_s, u"application/zip"_s, 37'700'000),
        file(3, u"Release notes 2.4 draft.md"_s, u"text/markdown"_s, 12'300),
        file(4, u"mirrored-compass.mp4"_s, u"video/mp4"_s, 18'900'000),
        file(5, u"Cadena de pruebas de campo, segunda vuelta.pdf"_s, u"application/pdf"_s, 655'000)};
    const QList<UserId> people{ingrid, kenji, lucia, youssef, lucia};
    for (qsizetype i = 0; i < list.size(); ++i) {
        list[i].channelId = release;
        list[i].uploadedBy = people[i];
        list[i].uploadedAt = {QDateTime(m_lastDay.addDays(-i * 3), QTime(9, 4)).toMSecsSinceEpoch()};
    }
    list[0].metadata.pages = 12;
    list[0].scanStatus = protocol::ScanStatus::Clean;
    return list;
}

QList<protocol::Session> SampleWorld::devices() const
{
    const auto device = [this](qint64 id, const QString &client, const QString &address, int daysAgo) {
        const Timestamp used{QDateTime(m_lastDay.addDays(-daysAgo), QTime(8, 12)).toMSecsSinceEpoch()};
        return protocol::Session{.id = SessionId(id),
                                 .address = address,
                                 .client = client,
                                 .userAgent = client,
                                 .createdAt = used,
                                 .lastUsedAt = used,
                                 .expiresAt = used.plusSeconds(2'592'000),
                                 .isCurrent = id == 1};
    };
    return {device(1, u"PlexiChat on Linux"_s, u"192.168.1.34"_s, 0),
            device(2, u"Firefox on Android"_s, u"192.168.1.57"_s, 1),
            device(3, u"PlexiChat on Windows"_s, u"84.90.12.7"_s, 4)};
}

Message SampleWorld::say(UserId who, ChannelId where, const QString &text, QTime time, int daysAgo)
{
    const Message made = m_world->post(who, where, text);
    Message &message = m_world->room(where).messages[made.id];
    message.createdAt = {QDateTime(m_lastDay.addDays(-daysAgo), time).toMSecsSinceEpoch()};
    return message;
}

Message SampleWorld::reply(const Message &to, UserId who, const QString &text, QTime time, int daysAgo)
{
    const Message made = say(who, to.channelId, text, time, daysAgo);
    Message &message = m_world->room(to.channelId).messages[made.id];
    message.replyTo = to.id;
    return message;
}

void SampleWorld::markEdited(const Message &message)
{
    Message &kept = m_world->room(message.channelId).messages[message.id];
    kept.isEdited = true;
    kept.updatedAt = message.createdAt.plusSeconds(60);
}

} // namespace plexi::test
