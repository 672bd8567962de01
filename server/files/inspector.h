// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/workers/worker_pool.h"
#include "shared/protocol/file.h"

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace plexi::files {

/** A picture that was decoded and written anew: nothing of the original's bytes is in it. */
struct Picture {
    QByteArray bytes;
    /** "image/jpeg" or "image/png". */
    QByteArray contentType;
};

/** What was found in a file; as far as it goes, checked like anything that comes from outside. */
struct Findings {
    struct Preview {
        bool isLarge = false;
        Picture picture;
    };

    protocol::FileMetadata metadata = {};
    QList<Preview> previews = {};
    /** Offset and length of bytes that say where a picture was taken. */
    QList<std::pair<qint64, qint64>> hidden = {};
    /** The words in it, for search. */
    std::optional<QString> text = std::nullopt;
};

/**
 * Has strangers' files read in a helper process (plexichat-inspector), one for each file: contract, section 9. Whatever
 * the file does to that process, this one gets an answer in bounded time and memory. Thread-safe.
 */
class Inspector
{
public:
    /** Characters of an office document's text that are kept, as the helper keeps of others. */
    static constexpr qsizetype kMaxText = qsizetype(1) << 20;

    struct Options {
        /** Path of the helper. */
        QString program;
        /** The administrator's program for office documents, and its arguments; empty: there is none. */
        QStringList officeCommand = {};
        /** Helpers that run at once. */
        int processes = 2;
        int maxWaiting = 32;
        /** Of wall time, after which a helper is killed. */
        std::chrono::milliseconds deadline = std::chrono::seconds(20);
        /** Bytes of an answer; a helper that writes more is killed. */
        qint64 maxAnswer = qint64(8) << 20;
    };

    explicit Inspector(Options options);

    /**
     * A square of at most @p size pixels a side. UnsupportedMediaType, ValidationError (also where the helper crashed or
     * ran out of its bounds); ServiceUnavailable where too many wait or there is no helper. The caller's thread needs a
     * running event loop.
     */
    QCoro::Task<Result<Picture>> avatar(QByteArray original, int size);

    /**
     * What is in the file at @p path. ValidationError where the helper crashed or ran out of its bounds,
     * ServiceUnavailable where there is none. Blocks: for a thread of pool(), or one's own.
     */
    Result<Findings> examine(const QString &path) const;

    bool readsOffice() const { return !m_options.officeCommand.isEmpty(); }
    /**
     * The words of the office document at @p path, by the command of the setting `files.office_text_command`: started
     * without a shell, with the document as its standard input, its type in `CONTENT_TYPE`, and no more of our
     * environment than PATH, HOME and LANG. It writes UTF-8 and ends with 0. Fails and blocks as examine() does.
     */
    Result<QString> officeText(const QString &path, const QString &contentType) const;

    workers::WorkerPool &pool() { return m_pool; }

    /** The server stops: whatever is looked into is given up with ServiceUnavailable, from now on. Thread-safe. */
    void cancel() { m_isCancelled = true; }

private:
    /** Sets up more of the helper than everyone gets: its standard input for one. */
    using Setup = std::function<void(QProcess &helper)>;

    /** What the helper of ours answered. */
    Result<QByteArray> ask(const QString &task, const Setup &setup, const QByteArray &input) const;
    /** What @p command wrote; where there is a @p setup, its input is that one's matter. */
    Result<QByteArray> run(const QStringList &command, const Setup &setup, const QByteArray &input) const;

    const Options m_options;
    std::atomic<bool> m_isCancelled = false;
    workers::WorkerPool m_pool;
};

} // namespace plexi::files
