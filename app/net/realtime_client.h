// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/api_client.h"
#include "shared/protocol/client_frame.h"
#include "shared/protocol/event.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

class QWebSocket;

namespace plexi::app {

/** Periods of a RealtimeClient; tests shorten them. */
struct RealtimeTiming {
    std::chrono::milliseconds firstRetry{1000};
    std::chrono::milliseconds longestRetry{30'000};
    /** From opening the socket to `ready`. */
    std::chrono::milliseconds handshake{15'000};
    /** Nothing heard for so long: a ping is sent. */
    std::chrono::milliseconds quiet{25'000};
    /** Nothing heard for so long after the ping: the peer is dead. */
    std::chrono::milliseconds pongWait{10'000};
};

/** The delay before attempt @p attempt (from 0): exponential with full jitter above a half, up to the longest. */
std::chrono::milliseconds retryDelay(int attempt, const RealtimeTiming &timing);

/**
 * The WebSocket of one session: connects, notices a dead peer, and connects again by itself until stop(). The access token
 * goes in the Authorization header of the upgrade request, never in the address. Main thread.
 */
class RealtimeClient : public QObject
{
    Q_OBJECT

public:
    enum class Line {
        /** Not started, or stopped. */
        Idle,
        /** An attempt is under way. */
        Connecting,
        /** `ready` has come. */
        Online,
        /** Waiting for the next attempt. */
        Waiting,
    };

    /** @p api gives the address and the tokens; it must outlive this. */
    explicit RealtimeClient(ApiClient *api, const RealtimeTiming &timing = {}, QObject *parent = nullptr);
    ~RealtimeClient() override;

    void start();
    void stop();
    /** The next attempt is now. */
    void retryNow();

    Line line() const { return m_line; }
    /** Seconds until the next attempt, rounded up; 0 when none is planned. */
    int secondsToRetry() const;
    /** False where the line is down: the frame is then lost. */
    bool send(const protocol::ClientRequest &request);

signals:
    void lineChanged();
    void received(const plexi::protocol::Event &event);

private:
    QCoro::Task<> connectOnce(int generation);
    void openSocket(const QString &accessToken);
    void onText(const QString &text);
    void onQuiet();
    void heard();
    void lose();
    void setLine(Line line);
    void watchNetwork();

    ApiClient *m_api;
    RealtimeTiming m_timing;
    std::unique_ptr<QWebSocket, void (*)(QWebSocket *)> m_socket;
    Line m_line = Line::Idle;
    /** Counts attempts to connect: what belongs to an earlier one is ignored. */
    int m_generation = 0;
    int m_failures = 0;
    bool m_isProbing = false;
    QString m_token;
    QTimer m_retry;
    QTimer m_handshake;
    QTimer m_quiet;
};

} // namespace plexi::app
