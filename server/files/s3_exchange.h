// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/files/s3_client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;
QT_END_NAMESPACE

namespace plexi::files {

/**
 * One call to an S3 server through all its attempts. Deletes itself afterwards; deleting it earlier ends it. One thread's.
 */
class S3Exchange final : public QObject
{
public:
    /** Called once, whatever happens. */
    using Done = std::function<void(Result<S3Answer> answer)>;

    /** @p manager and @p options are not owned and outlive it. */
    S3Exchange(QNetworkAccessManager &manager, const S3Options &options, S3Call call, Done done, QObject *parent);
    ~S3Exchange() override;

    void start();

private:
    void attempt();
    std::chrono::milliseconds silence() const;
    /** Signed at this moment, since signatures grow old while one waits. */
    QNetworkRequest signedRequest() const;
    /** Nothing where the body cannot be read. */
    QNetworkReply *send();
    void readSome();
    void endOfReply();
    /** Gives up where there is no time left for another attempt. */
    void tryAgain(const QString &reason);
    void leaveReply();
    void giveUp(const QString &reason);
    void finish(Result<S3Answer> result);

    QNetworkAccessManager &m_manager;
    const S3Options &m_options;
    const S3Call m_call;
    const std::chrono::milliseconds m_patience;
    Done m_done;

    QElapsedTimer m_age;
    std::chrono::milliseconds m_pause;
    QTimer m_next;
    /** Of one attempt, for a server that says a byte now and then. */
    QTimer m_deadline;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_received;
};

} // namespace plexi::files
