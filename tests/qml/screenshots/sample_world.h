// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/session.h"
#include "tests/app/support/fake_world.h"

#include <QDateTime>

namespace plexi::test {

/** The invented workspace that the pictures show: people, channels and what they wrote yesterday and today. */
class SampleWorld
{
public:
    /** Fills @p world, which must outlive this. */
    explicit SampleWorld(FakeWorld *world);
    /** What the server has beside messages: files, and the account's devices. */
    QList<protocol::File> files() const;
    QList<protocol::Session> devices() const;

    /** Whose window it is; the user name to sign in with. */
    static constexpr QLatin1StringView kUsername{"priya"};

    /** Has a thread. */
    MessageId cache;

    UserId self, ingrid, kenji, amara, mateus, meiling, youssef, lucia, fatima;
    ChannelId general, release, design, support, leads, fresh, preview, directKenji;

private:
    void addPeople();
    void addChannels();
    void writeRelease();
    void writeOthers();
    void writeThread();
    static protocol::File file(qint64 id, const QString &name, const QString &type, qint64 size);
    /** At @p time on the last day, or so many days before it. */
    protocol::Message say(UserId who, ChannelId where, const QString &text, QTime time, int daysAgo = 0);
    protocol::Message reply(const protocol::Message &to, UserId who, const QString &text, QTime time, int daysAgo = 0);
    void markEdited(const protocol::Message &message);

    FakeWorld *m_world;
    QDate m_lastDay;
};

} // namespace plexi::test
