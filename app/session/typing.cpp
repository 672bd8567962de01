// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/typing.h"

#include <algorithm>

namespace plexi::app {

Typing::Typing(RealtimeClient *realtime, People *people, QObject *parent)
    : QObject(parent), m_realtime(realtime), m_people(people)
{
    m_clock.start();
    m_lapse.setSingleShot(true);
    connect(&m_lapse, &QTimer::timeout, this, &Typing::lapse);
    connect(people, &People::changed, this, [this](UserId user) {
        if (m_typing.value(m_shown).contains(user))
            emit textChanged();
    });
}

void Typing::showChannel(ChannelId channel)
{
    stopped(m_shown);
    m_shown = channel;
    emit textChanged();
}

void Typing::composing(ChannelId channel)
{
    const qint64 now = m_clock.elapsed();
    if (channel.isNull() || (m_announced == channel && now - m_announcedAt < kThrottle.count()))
        return;
    if (m_realtime->send(protocol::TypingRequest{.channel = channel.toString(), .isTyping = true})) {
        m_announced = channel;
        m_announcedAt = now;
    }
}

void Typing::stopped(ChannelId channel)
{
    if (channel.isNull() || m_announced != channel)
        return;
    m_announced = {};
    if (m_clock.elapsed() - m_announcedAt < kLapse.count())
        m_realtime->send(protocol::TypingRequest{.channel = channel.toString(), .isTyping = false});
}

void Typing::onTyping(ChannelId channel, UserId user, bool isTyping)
{
    if (isTyping)
        m_typing[channel].insert(user, m_clock.elapsed() + kLapse.count());
    else if (m_typing.value(channel).contains(user))
        m_typing[channel].remove(user);
    else
        return;
    startTimer();
    if (channel == m_shown)
        emit textChanged();
}

void Typing::startTimer()
{
    qint64 first = -1;
    for (const auto &people : std::as_const(m_typing)) {
        for (const qint64 end : people)
            first = first < 0 ? end : std::min(first, end);
    }
    if (first < 0)
        m_lapse.stop();
    else
        m_lapse.start(static_cast<int>(std::max<qint64>(0, first - m_clock.elapsed())));
}

void Typing::lapse()
{
    const qint64 now = m_clock.elapsed();
    for (auto &people : m_typing)
        people.removeIf([now](const auto &entry) { return entry.value() <= now; });
    m_typing.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    startTimer();
    emit textChanged();
}

void Typing::clear()
{
    m_typing.clear();
    m_announced = {};
    m_lapse.stop();
    emit textChanged();
}

QString Typing::text() const
{
    QStringList names;
    const QList<UserId> users = m_typing.value(m_shown).keys();
    for (const UserId user : users)
        names.append(m_people->nameOf(user));
    names.removeAll(QString());
    names.sort(Qt::CaseInsensitive);
    switch (names.size()) {
    case 0:
        return {};
    case 1:
        return tr("%1 is typing…").arg(names[0]);
    case 2:
        return tr("%1 and %2 are typing…").arg(names[0], names[1]);
    default:
        return tr("Several people are typing…");
    }
}

} // namespace plexi::app
