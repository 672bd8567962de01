// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cache/writer.h"
#include "shared/core/ids.h"

#include <QFuture>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace plexi::app {

/**
 * What one account has of one server, in an encrypted file: so that the app opens at once, reads and searches offline, and
 * loses nothing that was written. What is in it is written and read by the functions of app/cache, one file for each noun.
 * Belongs to the main thread; writing happens on a thread of its own.
 */
class Cache
{
public:
    /**
     * Never fails: a file that cannot be read (another key, damage, a newer version) is made anew, with the drafts and the
     * outbox of the old one where these can still be read; where no file can be made at all, the cache is a temporary one.
     * The folder is made where it is not there.
     */
    static std::unique_ptr<Cache> open(const QString &path, const QByteArray &key, UserId account);
    /** In a folder that goes with the cache, under a key that nobody knows. */
    static std::unique_ptr<Cache> temporary(UserId account);
    /** Takes the files away. Nothing may have them open. */
    static void remove(const QString &path);
    static QByteArray newKey();

    /** Writes what waits. */
    ~Cache();
    Q_DISABLE_COPY_MOVE(Cache)

    /** Changes something, soon and in order. */
    void post(cache::Writer::Job job);
    /** Reads with everything in it that was posted before. Short statements only: it runs on the caller's thread. */
    template <typename Read>
    auto read(Read reading) -> decltype(reading(std::declval<cache::Database &>()))
    {
        flush();
        return reading(*m_reader);
    }
    /** Reads what is on the disk already, without waiting for what was posted. */
    template <typename Read>
    auto peek(Read reading) -> decltype(reading(std::declval<cache::Database &>()))
    {
        return reading(*m_reader);
    }
    /** Returns when everything posted is on the disk. */
    void flush();
    /** Behind everything posted, the file becomes as small as what is in it; the future is finished then. */
    QFuture<void> compact();
    /** Bytes on the disk. */
    qint64 size() const;
    /** The file; empty for a temporary one. */
    QString place() const { return m_folder ? QString() : m_path; }
    /** The person signs out: closes the cache and takes its files away. Whatever is posted or read later does nothing. */
    void wipe();

private:
    Cache(QString path, cache::Database writer, cache::Database reader);
    static Result<std::unique_ptr<Cache>> tryOpen(const QString &path, const QByteArray &key, UserId account);

    QString m_path;
    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<cache::Database> m_reader;
    std::unique_ptr<cache::Writer> m_writer;
};

} // namespace plexi::app
