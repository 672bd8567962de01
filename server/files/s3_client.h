// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/s3_signature.h"
#include "shared/core/result.h"

#include <QMutex>
#include <QString>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

namespace plexi::files {

/** Calls that are under way at once, each with a connection of its own. */
inline constexpr int kS3Connections = 32;

/** How long one waits for the S3 server. */
struct S3Timing {
    /** Counted from the call's beginning; later, what failed is not tried again. */
    std::chrono::milliseconds patience = std::chrono::seconds(20);
    /**
     * Without a byte going or coming, after which an attempt has failed. Four times that for a PUT: of what the network's
     * buffers hold one sees nothing go, and large objects take their time to be safe.
     */
    std::chrono::milliseconds silence = std::chrono::seconds(15);
    /** Before the second attempt, about; twice as long before each that follows. */
    std::chrono::milliseconds pause = std::chrono::milliseconds(200);
};

/** Whom to ask, and how. */
struct S3Options {
    /** Scheme (http or https), host and perhaps a port; nothing else. */
    QUrl endpoint;
    S3Credentials credentials;
    S3Timing timing = {};
};

/** One thing to ask for. */
struct S3Call {
    /** Without the header `host`. */
    S3Request request;
    /** Of a PUT: the file that is the body, and stays as it is until the call has ended. */
    QString bodyPath = {};
    /** Bytes of the answer's body. */
    qint64 maxBytes = qint64(64) << 10;
    /** Where it is not that of the options. */
    std::optional<std::chrono::milliseconds> patience = std::nullopt;
};

/** What the server said, be it yes or no. */
struct S3Answer {
    int status = 0;
    /** As the header says, which a HEAD has without a body; -1 where it does not. */
    qint64 contentLength = -1;
    QByteArray body;
};

/**
 * Requests to one S3-compatible server over kept connections, signed, and tried again where it may help: after faults of
 * the network, 5xx, 429 and 409, with growing pauses. Everything that is asked here has the same effect twice. Has a thread
 * of its own. Thread-safe.
 */
class S3Client
{
public:
    explicit S3Client(S3Options options);
    /** Stops it where that has not been done. */
    ~S3Client();
    Q_DISABLE_COPY_MOVE(S3Client)

    /**
     * Blocks, at most for the patience, one attempt more, and what the bytes take at 64 KiB/s. Any status that trying again
     * does not change is an answer; ServiceUnavailable where there is none, with a sentence that names no secret.
     */
    Result<S3Answer> send(S3Call call);

    /** Ends what is under way, and whatever is sent from now on, with ServiceUnavailable. Waits for that. */
    void stop();

private:
    class Worker;

    /** False where it was stopped. */
    bool post(S3Call call, std::function<void(Result<S3Answer>)> done);

    QMutex m_mutex;
    bool m_isStopped = false;
    QThread m_thread;
    /** Lives on the thread, and ends with it. */
    Worker *m_worker;
};

} // namespace plexi::files
