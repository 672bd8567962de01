// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_service.h"
#include "server/http/request_log.h"
#include "server/http/router.h"
#include "tests/server/http/gate.h"

#include <QList>
#include <QMutex>

#include <atomic>
#include <functional>

namespace plexi::test {

/** Tokens "user-1", "reader" (an API key without `write`), "admin"; "expired" and all others fail. */
class FakeAuthenticator final : public security::Authenticator
{
public:
    Result<security::Principal> authenticate(const security::Credential &credential) override;
    Result<> requireRecentProof(const security::Principal & /*caller*/) override { return {}; }
};

/** Keeps what is logged. */
class RecordingLog final : public http::RequestLog
{
public:
    void record(const http::RequestRecord &record) override;
    QList<http::RequestRecord> records() const;

private:
    mutable QMutex m_mutex;
    QList<http::RequestRecord> m_records;
};

/** A server with a few routes of every kind. */
class TestServer
{
public:
    struct Options {
        http::HttpService::Options service = {.loops = 2};
        security::RateLimiter *rateLimiter = nullptr;
        net::OriginPolicy originPolicy = {};
        net::UpgradeHandler *upgrades = nullptr;
        /** Called before it serves, for more routes. */
        std::function<void(http::Router &)> addMore = {};
    };

    explicit TestServer(Options options);
    TestServer() : TestServer(Options()) { }
    ~TestServer();

    /** 0 where it could not be started. */
    quint16 port() const { return m_port; }
    http::Router &router() { return m_router; }
    http::HttpService &service() { return m_service; }
    Gate &gate() { return m_gate; }
    RecordingLog &log() { return m_log; }
    /** Bytes that POST /upload has read so far. */
    qint64 uploaded() const { return m_uploaded.load(); }

private:
    void addRoutes();

    FakeAuthenticator m_authenticator;
    RecordingLog m_log;
    Gate m_gate;
    std::atomic<qint64> m_uploaded = 0;
    http::Router m_router;
    http::HttpService m_service;
    quint16 m_port = 0;
};

} // namespace plexi::test
