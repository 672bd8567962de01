// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/uploads_cache.h"
#include "app/net/api_client.h"

#include <QObject>
#include <QTimer>

#include <list>

namespace plexi::app {

/** Where files were attached: in a channel's composer, or in that of a thread. */
struct ComposerPlace {
    ChannelId channel = {};
    /** The thread's root, or null. */
    MessageId thread = {};

    friend bool operator==(const ComposerPlace &, const ComposerPlace &) = default;
};

/** One file on its way to the server. */
struct Upload {
    enum class Stage { Waiting, Running, Paused, Done, Failed };

    cache::UploadItem item;
    Stage stage = Stage::Waiting;
    /** Bytes that the server has. */
    qint64 sent = 0;
    /** 0 where it is not known. */
    double bytesPerSecond = 0;
};

/**
 * Files on their way to the server, one after the other, in parts that the server keeps: a lost line, a pause or the program's
 * end costs no more than the part under way. They begin when they are attached, and belong to a message once it is sent.
 * Main thread, owned by the session.
 */
class Uploads : public QObject
{
    Q_OBJECT

public:
    using Item = cache::UploadItem;
    /** Bytes of a part: about what a second takes, between these. */
    static constexpr qint64 kSmallestPart = qint64(64) * 1024;
    static constexpr qint64 kLargestPart = qint64(4) * 1024 * 1024;
    static constexpr std::chrono::milliseconds kFirstRetry{2000};
    static constexpr std::chrono::milliseconds kLongestRetry{30'000};

    /** @p api must outlive this. */
    explicit Uploads(ApiClient *api, QObject *parent = nullptr);

    /** Says why it cannot be attached, or nothing. */
    QString addFile(const ComposerPlace &place, const QString &path);
    QString addBytes(const ComposerPlace &place, const QString &name, const QByteArray &bytes);
    void pause(const QString &id);
    void resume(const QString &id);
    /** Takes it back, from the server too. */
    void remove(const QString &id);

    /** What was attached and not sent, in order. */
    QList<const Upload *> attached(const ComposerPlace &place) const;
    QList<const Upload *> of(const QString &message) const;
    const Upload *find(const QString &id) const;
    /** What is attached there belongs to this message now, and nothing of it is paused any more. */
    void assign(const ComposerPlace &place, const QString &message);
    /** Returns when all of the message's files are on the server: their ids, in order. Refused where one cannot be. */
    QCoro::Task<ApiResult<QList<FileId>>> deliver(QString message);
    /** Why one of the message's files cannot be sent, for people; empty where they can. */
    QString faultOf(const QString &message) const;
    /** What failed of the message's files is tried again. */
    void retry(const QString &message);
    /** The message is on the server, and its files are there with it. */
    void settle(const QString &message);
    /** The message is not to be sent. */
    void discard(const QString &message);
    void forgetChannel(ChannelId channel);

    /** The line is back. */
    void resumeAll();
    /** What was not done when the program ended, in order. Nothing goes out before resumeAll(). */
    void restore(const QList<Item> &items);

signals:
    /** New or changed: keep it where it survives the program. */
    void stored(const plexi::app::cache::UploadItem &item);
    void dropped(const QString &id);
    /** attached() has others than before. */
    void attachedChanged(const plexi::app::ComposerPlace &place);
    /** How far it is, or its stage. */
    void progressed(const QString &id);
    /** Something ended or stopped: who waits looks again. */
    void stepped();

private:
    Upload *get(const QString &id);
    void add(Item item);
    void drop(const QString &id, bool isOnServer);
    void keep(const Upload &upload);
    void setStage(Upload &upload, Upload::Stage stage, const QString &fault = {});
    QString next() const;
    void holdBack(const ApiError &error);
    QCoro::Task<> run();
    QCoro::Task<ApiResult<>> transfer(QString id);
    /** Notes how far the server is: true where there is more to send. */
    bool take(Upload &upload, const UploadState &state, double speed);
    /** The bytes are not those that were attached. */
    void giveUp(const QString &id);
    /** Where the server is with it; begins it where it does not know of it. */
    QCoro::Task<ApiResult<UploadState>> locate(Item item);
    QCoro::Task<> takeBack(UploadId upload, FileId file);

    ApiClient *m_api;
    /** In order. A list, so that an upload stays where it is. */
    std::list<Upload> m_uploads;
    QTimer m_retry;
    int m_failures = 0;
    bool m_isRunning = false;
    /** restore() was called, and resumeAll() not yet. */
    bool m_isHeld = false;
};

} // namespace plexi::app
