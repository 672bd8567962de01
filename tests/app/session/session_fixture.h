// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "tests/app/support/await.h"
#include "tests/app/support/fake_server.h"

#include <QTest>

namespace plexi::test {

using namespace plexi::app;
using namespace Qt::StringLiterals;

/** A fake server with ann and bob in "general" (one message of bob's) and "quiet", and ann's session. */
class SessionFixture : public QObject
{
    Q_OBJECT

public:
    static constexpr RealtimeTiming kFast{.firstRetry = std::chrono::milliseconds(40),
                                          .longestRetry = std::chrono::milliseconds(200),
                                          .handshake = std::chrono::milliseconds(3000),
                                          .quiet = std::chrono::milliseconds(25'000),
                                          .pongWait = std::chrono::milliseconds(10'000)};

protected:
    std::unique_ptr<FakeServer> m_server;
    UserId m_ann;
    UserId m_bob;
    ChannelId m_general;
    ChannelId m_quiet;
    std::unique_ptr<Session> m_session;

    std::unique_ptr<Session> signIn(const QString &username)
    {
        auto *api = new ApiClient(m_server->url());
        if (!await(api->signIn(username, u"secret"_s, true)))
            qFatal("The sign-in failed");
        const protocol::User user = *await(api->me());
        return std::make_unique<Session>(
            api, Cache::temporary(user.id),
            Session::Account{.self = user, .serverName = u"Test"_s, .serverAddress = m_server->url().toString()},
            kFast);
    }

    void start()
    {
        m_session = signIn(u"ann"_s);
        m_session->start();
        QTRY_COMPARE(m_session->channelsState(), Session::Ready);
        QTRY_VERIFY(m_session->timeline()->timeline() && m_session->timeline()->timeline()->isLoaded());
        QTRY_COMPARE(m_session->members()->count(), 2);
    }

    QStringList contents() const
    {
        QStringList list;
        for (int row = 0; row < m_session->timeline()->rowCount(); ++row)
            list << at(row, TimelineModel::ContentRole).toString();
        return list;
    }

    QVariant at(int row, int role) const { return m_session->timeline()->index(row).data(role); }

    QVariant inList(ChannelId channel, int role) const
    {
        const int row = m_session->channels()->rowOf(channel);
        return row < 0 ? QVariant() : m_session->channels()->index(row).data(role);
    }

    QStringList onServer(ChannelId channel)
    {
        QStringList list;
        for (const protocol::Message &message : m_server->world.timeline(channel))
            list << message.content;
        return list;
    }

protected slots:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_ann = m_server->world.addUser(u"ann"_s, u"Ann"_s);
        m_bob = m_server->world.addUser(u"bob"_s, u"Bob Stone"_s);
        m_general = m_server->world.addChannel(u"general"_s, protocol::ChannelType::Public, {m_ann, m_bob});
        m_quiet = m_server->world.addChannel(u"quiet"_s, protocol::ChannelType::Public, {m_ann, m_bob});
        m_server->world.post(m_bob, m_general, u"hello"_s);
    }

    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }
};

} // namespace plexi::test
